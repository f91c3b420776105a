"""What `import dates` loads: the window's start-up pays for it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import dates

ROOT = Path(__file__).resolve().parents[3]


def test_import_leaves_the_reader_of_prose_for_later() -> None:
    late = ("dates.prose", "dates.mention", "dates.explain", "tomllib")
    code = f"import sys, dates; print([name for name in sys.modules if name.startswith({late})])"
    # Without the site: what tools load into every process, as coverage does, is not ours.
    done = subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_dates_need_nothing_but_the_standard_library() -> None:
    strangers = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOT / "dates").rglob("*.py")
        for name in imported_by(path)
        if name != "dates" and name not in sys.stdlib_module_names
    }
    assert not strangers


def imported_by(path: Path) -> set[str]:
    """The packages that a module names in its imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").partition(".")[0])
    return names


def test_every_public_name_is_there() -> None:
    for name in dates.__all__:
        assert getattr(dates, name) is not None


def test_unknown_name_is_an_attribute_error() -> None:
    name = "nonsense"
    with pytest.raises(AttributeError, match="nonsense"):
        getattr(dates, name)

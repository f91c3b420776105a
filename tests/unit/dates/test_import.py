"""What `import dates` loads: the window's start-up pays for it."""

import subprocess
import sys
from pathlib import Path

import pytest

import dates

ROOT = Path(__file__).resolve().parents[3]


def test_import_leaves_the_reader_of_prose_for_later() -> None:
    late = ("dates.prose", "dates.mention", "dates.explain", "tomllib")
    code = f"import sys, dates; print([name for name in sys.modules if name.startswith({late})])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_is_there() -> None:
    for name in dates.__all__:
        assert getattr(dates, name) is not None


def test_unknown_name_is_an_attribute_error() -> None:
    name = "nonsense"
    with pytest.raises(AttributeError, match="nonsense"):
        getattr(dates, name)

"""The rules of the house that no linter knows: sizes, banned patterns, pins. Each test names every offender."""

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MAX_FUNCTION_LINES = 40
MAX_FILE_LINES = 400
MAX_METHODS = 20
ROOMS = (
    "cli",
    "dates",
    "csl",
    "models",
    "services",
    "importers",
    "exporters",
    "gui",
    "resources",
    "benchmarks",
    "tests",
)
TEXT_SUFFIXES = {".py", ".md", ".toml", ".txt", ".json", ".csv", ".html", ".css", ".js", ".svg", ".xml"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

# Modules that read or write files other than an open project. SQLite drops its locks on a file that this process
# opens and closes, so the list is short and each one has its reason.
FILE_READERS = {
    "models/database.py": "reads the header before SQLite opens the file",
    "services/project_files.py": "checks a file before it is opened, and syncs a finished copy",
    "services/files.py": "syncs a finished file beside its target",
    "services/exporting.py": "writes beside the target, then replaces it",
    "services/trust.py": "reads the end of a journal that another program left, before SQLite does",
    "services/export_leaks.py": "reads a finished export again",
    "services/sample.py": "reads the sample's own texts",
    "services/concepts.py": "reads a list of words",
    "services/file_bytes.py": "reads a file that is brought in, never a project",
    "services/import_worker.py": "feeds and reads the worker through pipes",
    "services/import_spool.py": "keeps what was read in a file without a name",
    "services/pictures.py": "writes beside the target, then replaces it",
}


def python_files(*rooms: str) -> list[Path]:
    """Every Python file of these rooms, of all of them and the top folder where none is named."""
    files = [path for room in rooms or ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    return files if rooms else [*sorted(ROOT.glob("*.py")), *files]


def text_files() -> list[Path]:
    """Every file that people read, without what tools leave behind."""
    folders = [ROOT / name for name in (*ROOMS, "docs", ".ci")]
    inside = [path for folder in folders for path in sorted(folder.rglob("*"))]
    own = [path for path in [*sorted(ROOT.glob("*")), *inside] if path.is_file() and path.suffix != ".lock"]
    return [path for path in own if path.suffix in TEXT_SUFFIXES or path.name in {"run", "LICENSE"}]


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def place(path: Path, node: ast.AST | None = None) -> str:
    line = getattr(node, "lineno", "")
    return f"{path.relative_to(ROOT).as_posix()}:{line}" if line else path.relative_to(ROOT).as_posix()


def offenders(files: list[Path], is_wrong: Callable[[ast.AST], bool]) -> list[str]:
    return [place(path, node) for path in files for node in ast.walk(tree_of(path)) if is_wrong(node)]


def called_name(node: ast.AST) -> str:
    """`a.b.c` of the call `a.b.c(...)`, else an empty string."""
    return ast.unparse(node.func) if isinstance(node, ast.Call) else ""


def test_files_stay_within_their_size() -> None:
    long = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    assert not {name: lines for name, lines in long.items() if lines > MAX_FILE_LINES}


def test_functions_stay_within_their_size() -> None:
    def is_long(node: ast.AST) -> bool:
        return isinstance(node, FUNCTIONS) and (node.end_lineno or 0) - node.lineno + 1 > MAX_FUNCTION_LINES

    assert not offenders(python_files(), is_long)


def test_classes_stay_within_their_methods() -> None:
    def is_crowded(node: ast.AST) -> bool:
        return isinstance(node, ast.ClassDef) and sum(isinstance(x, FUNCTIONS) for x in node.body) > MAX_METHODS

    assert not offenders(python_files(), is_crowded)


def test_nothing_imports_the_entry() -> None:
    """import-linter checks packages only; `main` is a module."""

    def imports_main(node: ast.AST) -> bool:
        if isinstance(node, ast.ImportFrom):
            return node.module == "main"
        return isinstance(node, ast.Import) and any(name.name == "main" for name in node.names)

    rooms = [room for room in ROOMS if room not in ("tests", "benchmarks")]
    assert not offenders(python_files(*rooms), imports_main)


def test_slots_are_bound_methods() -> None:
    def is_bare(node: ast.AST) -> bool:
        if not isinstance(node, ast.Call) or not called_name(node).endswith(".connect"):
            return False
        return any(isinstance(arg, ast.Lambda) or called_name(arg).endswith("partial") for arg in node.args)

    assert not offenders(python_files("gui"), is_bare)


def test_nothing_sleeps() -> None:
    sleepers = ("time.sleep", "qtbot.wait", "QTest.qWait", "QThread.sleep", "QThread.msleep", "asyncio.sleep")
    assert not offenders(python_files(), lambda node: called_name(node) in sleepers)


def test_colours_come_from_the_theme() -> None:
    hexadecimal = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8}|[0-9a-fA-F]{3})\b")

    def is_colour(node: ast.AST) -> bool:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return hexadecimal.search(node.value) is not None
        if isinstance(node, ast.Call) and called_name(node) == "QColor":
            return any(isinstance(arg, ast.Constant) for arg in node.args)
        return isinstance(node, ast.Attribute) and node.attr != "transparent" and "GlobalColor." in ast.unparse(node)

    files = [path for path in python_files("gui") if place(path) != "gui/theme.py"]
    assert not offenders(files, is_colour)


def test_message_boxes_and_file_dialogs_come_from_notices() -> None:
    boxes = {"QMessageBox", "QFileDialog", "QInputDialog", "QErrorMessage"}
    files = [path for path in python_files("gui") if place(path) != "gui/notices.py"]
    assert not offenders(files, lambda node: isinstance(node, ast.Name) and node.id in boxes)


def test_open_project_files_are_left_to_sqlite() -> None:
    def opens(node: ast.AST) -> bool:
        name = called_name(node)
        return name in {"open", "shutil.copy", "shutil.copy2", "shutil.copyfile", "QFile"} or name.endswith(
            (".open", ".read_bytes", ".read_text", ".write_bytes", ".write_text")
        )

    files = [path for path in python_files("models", "services") if place(path) not in FILE_READERS]
    assert not offenders(files, opens)


def test_nothing_is_left_unfinished() -> None:
    marks = re.compile(
        "|".join(("TO" + "DO", "FIX" + "ME", r"\bXX" + r"X\b", "NotImplemented" + "Error", "coming" + " soon"))
    )
    files = [path for path in python_files() if path.name != Path(__file__).name]
    assert not [place(path) for path in files if marks.search(path.read_text(encoding="utf-8"))]


def test_modules_hold_no_rebindable_globals() -> None:
    assert not offenders(python_files(), lambda node: isinstance(node, ast.Global))


def test_models_keep_their_annotations_at_run_time() -> None:
    def is_future(node: ast.AST) -> bool:
        return isinstance(node, ast.ImportFrom) and node.module == "__future__"

    assert not offenders(python_files("models", "services"), is_future)


def test_queries_never_compare_a_column_with_is() -> None:
    """`column is None` type-checks and is always false; `col(...).is_(None)` is meant."""

    def is_wrong(node: ast.AST) -> bool:
        if not isinstance(node, ast.Call) or not called_name(node).endswith((".where", ".filter", ".having")):
            return False
        return any(isinstance(arg, ast.Compare) and isinstance(arg.ops[0], ast.Is | ast.IsNot) for arg in node.args)

    assert not offenders(python_files("models", "services"), is_wrong)


def machine_marks() -> Iterator[str]:
    """What must not stand in a committed file; put together here so that this file passes its own test."""
    yield from ("/" + "root/", "/" + "work/", "[CD]:" + r"\\\\?Users\\")
    yield from ("pypi" + r"\.org", "pythonhosted" + r"\.org", "npmjs" + r"\.(?:org|com)", "crates" + r"\.io")


def test_no_file_names_a_machine_or_a_registry() -> None:
    marks = re.compile("|".join(machine_marks()))
    found = [place(path) for path in text_files() if marks.search(path.read_text(encoding="utf-8", errors="replace"))]
    assert not found


def test_every_version_is_pinned() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = [settings["project"]["dependencies"], *settings["dependency-groups"].values()]
    pinned = [*(name for group in groups for name in group), *settings["tool"]["uv"]["constraint-dependencies"]]
    assert not [name for name in pinned if "==" not in name]
    assert re.search(r'^UV_VERSION = "\d+\.\d+\.\d+"$', (ROOT / "start.py").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_readme_sets_up_with_two_commands() -> None:
    start = (ROOT / "README.md").read_text(encoding="utf-8").split("## Start")[1].split("\n## ")[0]
    assert re.findall(r"```\n(.*?)```", start, re.DOTALL) == ["python3 start.py\n", "python3 start.py pytest\n"]
    assert "python3 start.py coverage run -m pytest" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")

"""What the command line says where its output goes nowhere, its arguments are odd or its file was left half done."""

import subprocess
import sys
from pathlib import Path

import pytest

from cli import commands
from cli.texts import problem_text
from models.enums import ProblemCode
from models.errors import UserFacingError
from services.project_files import create_project

ROOT = Path(__file__).parents[2]
Captured = pytest.CaptureFixture[str]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("more", [[], ["--json"]])
def test_output_that_cannot_be_written_is_one_message(tmp_path: Path, more: list[str]) -> None:
    path = tmp_path / "a.dateline"
    create_project(path, title="A").close()
    command = [sys.executable, str(ROOT / "main.py"), "check", str(path), *more]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "could not be written" in done.stderr


def test_argument_that_commands_a_terminal_is_shown_harmless(capsys: Captured) -> None:
    assert commands.main(["list", "a.dateline", "incidents", "\x1b[2Jmore"]) == 2
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize("path", ["", ".", "l" * 300])
def test_name_that_no_project_can_have_is_one_message(path: str, capsys: Captured) -> None:
    for word in ("new", "check"):
        assert commands.main([word, path]) == 1
        assert capsys.readouterr().err.count("\n") == 1


def test_search_for_what_is_no_text_finds_all(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "a.dateline"
    assert commands.main(["new", str(path), "--sample"]) == 0
    for what in ("incidents", "sources"):
        assert commands.main(["list", str(path), what, "--search", "\udce9"]) == 0
    assert "Mars" in capsys.readouterr().out


def test_leak_outside_the_entries_names_no_entry() -> None:
    for entry, said in ((3, "Entry 3 holds"), (0, "The title or another part of it holds")):
        assert said in problem_text(UserFacingError(ProblemCode.PROTECTED_NAME_FOUND, entry=entry), "a.dateline")

"""The script that sets everything up."""

import subprocess
import sys
from pathlib import Path

import pytest

import start

Runs = list[list[str]]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for uv with the pinned one in it."""
    monkeypatch.setattr(start, "HOME", tmp_path)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "uv").touch()
    (tmp_path / "version").write_text(start.UV_VERSION)
    return tmp_path


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Runs:
    """The commands that would have been run."""
    found: Runs = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        found.append(command)
        return subprocess.CompletedProcess(command, 7)

    monkeypatch.setattr(subprocess, "run", run)
    return found


def test_start_without_words_opens_the_program_without_its_tools(home: Path, runs: Runs) -> None:
    assert start.main([]) == 7
    (command,) = runs
    assert command[:2] == [str(home / "bin" / "uv"), "run"]
    assert command[-2:] == ["--no-dev", str(start.ROOT / "main.py")]
    assert sys.executable in command


def test_start_runs_any_other_command_with_the_tools(home: Path, runs: Runs) -> None:
    start.main(["pytest", "-x"])
    assert runs[0][-2:] == ["pytest", "-x"]
    assert "--no-dev" not in runs[0]


def test_start_compiles_what_it_installs_the_first_time(
    home: Path, runs: Runs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "ROOT", tmp_path)
    start.main(["pytest"])
    (tmp_path / ".venv").mkdir()
    start.main(["pytest"])
    assert ["--compile-bytecode" in command for command in runs] == [True, False]


def test_start_does_not_use_a_uv_of_another_version(home: Path) -> None:
    assert start.find_uv() == home / "bin" / "uv"
    (home / "version").write_text("0.0.1")
    assert start.find_uv() is None


def test_start_leaves_another_projects_environment_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIRTUAL_ENV", "elsewhere")
    assert "VIRTUAL_ENV" not in start.own_environment()
    assert "PATH" in start.own_environment()


def test_start_says_in_one_line_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise subprocess.CalledProcessError(1, ["ensurepip"])

    monkeypatch.setattr(start, "HOME", tmp_path / "absent")
    monkeypatch.setattr("venv.create", fail)
    assert start.main([]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "apt-get install python3-venv" in told


def test_start_refuses_an_old_python(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 1))
    assert start.main([]) == 1
    assert "needs Python 3.11" in capsys.readouterr().err

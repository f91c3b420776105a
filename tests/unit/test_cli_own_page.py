"""The web page that Dateline writes, imported again."""

from pathlib import Path

import pytest

from cli import commands
from services.captures import read_capture_text
from services.project_files import open_project


def test_exported_page_comes_back_with_all_its_entries(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample, page, other = tmp_path / "a.dateline", tmp_path / "a.html", tmp_path / "b.dateline"
    for arguments in (["new", sample, "--sample"], ["export", sample, page], ["new", other], ["import", other, page]):
        assert commands.main([str(argument) for argument in arguments]) == 0
    project = open_project(other)
    try:
        text = read_capture_text(project, 1)
    finally:
        project.close()
    assert "Work on the orbiter begins." in text
    assert text.count("Mishap Investigation Board") >= 2

"""`import` of folders: what a person and a program are told."""

import json
from pathlib import Path

import pytest

from cli import commands
from models.enums import ProblemCode
from services.project_files import open_project

Captured = pytest.CaptureFixture[str]


def run(*arguments: str | Path) -> int:
    return commands.main(["import", *map(str, arguments)])


@pytest.fixture
def project(tmp_path: Path, capsys: Captured) -> Path:
    path = tmp_path / "affair.dateline"
    assert commands.main(["new", str(path)]) == 0
    capsys.readouterr()
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {
        "a.txt": "The mill burned",
        "sub/b.txt": "The dam broke",
        "sub/c.txt": "The mill burned",
        ".d.txt": "Hidden",
    }
    for name, text in texts.items():
        path = tmp_path / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "articles"


def test_import_of_a_folder_tells_every_file_and_how_many(project: Path, folder: Path, capsys: Captured) -> None:
    assert run(project, folder) == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "articles/a.txt: added as source 1",
        "articles/sub/b.txt: added as source 2",
        "articles/sub/c.txt: already preserved as source 1",
        "2 sources added, 1 file already preserved",
    ]
    assert told.err == ""


def test_import_of_a_folder_and_of_a_file_in_it_is_one_change(project: Path, folder: Path, capsys: Captured) -> None:
    table = folder / "rows.csv"
    table.write_text("date,title\n2024,Strike\n", encoding="utf-8")
    assert run(project, folder / "a.txt", folder) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "2 sources added, 1 incident added, 1 file already preserved"
    opened = open_project(project)
    assert len(opened.history()) == 1
    opened.close()


def test_import_of_a_folder_goes_on_after_a_file_that_cannot_be_read(
    project: Path, folder: Path, capsys: Captured
) -> None:
    (folder / "sub" / "a.pdf").write_bytes(b"No PDF file")
    assert run(project, folder) == 1
    told = capsys.readouterr()
    assert told.out.splitlines()[-1] == "2 sources added, 1 file already preserved, 1 file not read"
    assert told.err == (
        "“articles/sub/a.pdf” could not be read: it is damaged or not what its name says. Nothing of it was used.\n"
    )


def test_import_prints_what_failed_as_json_too(project: Path, folder: Path, capsys: Captured) -> None:
    (folder / "sub" / "a.pdf").write_bytes(b"No PDF file")
    assert run(project, folder, "--json") == 1
    told = capsys.readouterr()
    files = json.loads(told.out)
    assert [file["file"] for file in files] == [
        "articles/a.txt",
        *(f"articles/sub/{n}" for n in ("a.pdf", "b.txt", "c.txt")),
    ]
    assert files[1] == {
        "file": "articles/sub/a.pdf",
        "problem": ProblemCode.IMPORT_UNREADABLE.value,
        "reason": "malformed",
    }
    assert told.err.count("\n") == 1


def test_import_of_an_empty_folder_says_so(project: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "empty").mkdir()
    assert run(project, tmp_path / "empty") == 1
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "No files were found.\n")
    assert run(project, tmp_path / "empty", "--json") == 1
    assert capsys.readouterr().out == "[]\n"

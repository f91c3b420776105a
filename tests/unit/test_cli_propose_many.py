"""`propose` of several files and folders: one queue by day."""

import json
from pathlib import Path

import pytest

from cli import commands
from models.enums import ProblemCode

Captured = pytest.CaptureFixture[str]
STORY = (
    "The ferry Aurora ran aground off the north pier on 4 May 2023 with ninety people on board. A tug from the next port "
    "pulled her free and brought her to the old yard. Nobody was hurt, but the mayor asked for an inquiry into the lights "
    "of the channel, which sailors had called too weak for years."
)
TITLE = "The ferry Aurora ran aground off the north pier with ninety people on board"
MILL = (
    '<html lang="en"><title>Mill</title><p>The mill burned down on Sunday. It had stood there for a hundred years.</p>'
)


def run(*arguments: str | Path) -> int:
    return commands.main(["propose", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A story, a copy of it with another headline, and a page that does not say its day."""
    papers = tmp_path / "papers"
    (papers / "sub").mkdir(parents=True)
    (papers / "ferry.txt").write_text(STORY, encoding="utf-8")
    (papers / "sub" / "town.txt").write_text(f"Aground\n\n{STORY}", encoding="utf-8")
    (papers / "mill.html").write_text(MILL, encoding="utf-8")
    return papers


def test_propose_of_a_folder_is_one_list_by_day(folder: Path, capsys: Captured) -> None:
    assert run(folder, "--published", "2023-05-09") == 0
    told = capsys.readouterr()
    lines = told.out.splitlines()
    assert [line for line in lines if line and not line.startswith("    ")] == [
        "4 May 2023 (Thursday)",
        f"  {TITLE}  [papers/ferry.txt, also in papers/sub/town.txt]",
        "7 May 2023 (Sunday)",
        "  The mill burned down  [papers/mill.html]",
        "papers/sub/town.txt looks like a copy: 98% of its words are those of papers/ferry.txt",
    ]
    assert "    “4 May 2023”: written in full" in lines
    assert told.err == ""


def test_propose_of_several_files_prints_json(folder: Path, capsys: Captured) -> None:
    (folder / "bad.pdf").write_bytes(b"No PDF file")
    (folder / "picture.png").write_bytes(b"\x89PNG\0\1")
    assert run(folder / "ferry.txt", folder / "sub", folder, "--json") == 1
    told = capsys.readouterr()
    found = json.loads(told.out)
    (one,) = found["proposals"]
    assert (one["file"], one["edtf"], STORY[one["start"] : one["end"]]) == ("ferry.txt", "2023-05-04", one["quote"])
    (copy,) = one["copies"]
    assert (copy["file"], copy["end"] - copy["start"]) == ("sub/town.txt", len(one["quote"]))
    (duplicate,) = found["duplicates"]
    assert (duplicate["file"], duplicate["copies"]) == ("sub/town.txt", "ferry.txt")
    assert found["not_read"] == [{"file": "papers/bad.pdf", "problem": ProblemCode.IMPORT_UNREADABLE.value}]
    assert (found["documents"], found["without_text"]) == (3, ["papers/picture.png"])
    assert found["without_day"] == ["ferry.txt", "sub/town.txt", "papers/mill.html"]
    assert told.err.count("\n") == 1


def test_propose_of_a_folder_says_what_it_could_not_use(folder: Path, capsys: Captured) -> None:
    (folder / "ferry.txt").rename(folder / "ferry.pdf")
    (folder / "sub" / "town.txt").write_text("Nothing happened.", encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\0\1")
    assert run(folder) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == [
        "“papers/ferry.pdf” could not be read: it is damaged or not what its name says. Nothing of it was used.",
        "papers/picture.png: no text could be taken from it",
        "No incidents were found.",
        "2 files say no day of publication: dates that hang on it were left open. --published gives it.",
    ]


def test_propose_reads_each_file_in_its_own_language(folder: Path, capsys: Captured) -> None:
    (folder / "mill.html").write_text(
        '<html lang="de"><title>Mühle</title><p>Der Rat traf sich am 3. Mai 2023 und schloss die Mühle am Fluss.</p>',
        encoding="utf-8",
    )
    assert run(folder, "--language", "en-GB") == 0
    assert capsys.readouterr().out.startswith("3 May 2023 (Wednesday)\n")

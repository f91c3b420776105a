"""`propose`: what may be incidents in a file, for people and for programs."""

import io
import json
import sys
from pathlib import Path

import pytest

from cli import commands
from services.importing import decode_file

Captured = pytest.CaptureFixture[str]
NOTE = "Bridge shut\r\n\r\nThe Harwick bridge was closed on Sunday.\r\nIt will open on Friday, the mayor said.\r\n"
MAIL = (
    "From: nora@example.org\r\nTo: desk@example.org\r\nSubject: Mill\r\nDate: Tue, 23 Jan 2024 10:00:00 +0000\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\nThe mill in Delm burned on Sunday.\r\n"
)


def run(*arguments: str | Path) -> int:
    return commands.main(["propose", *map(str, arguments)])


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_bytes(NOTE.encode())
    return path


def test_propose_prints_date_title_sentence_and_why(note: Path, capsys: Captured) -> None:
    assert run(note, "--published", "2024-01-23") == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "21 January 2024 (Sunday)  The Harwick bridge was closed",
        "  “The Harwick bridge was closed on Sunday.”",
        "  “Sunday”: weekday in the past tense: last Sunday before 23 January 2024",
        "  Harwick",
    ]
    assert told.err == ""


def test_propose_prints_json_with_exact_offsets(note: Path, capsys: Captured) -> None:
    assert run(note, "--published", "2024-01-23", "--json") == 0
    printed = capsys.readouterr().out
    assert printed.isascii()
    (one,) = json.loads(printed)
    text = decode_file(note).text
    assert text[one["start"] : one["end"]] == one["quote"] == "The Harwick bridge was closed on Sunday."
    assert (one["edtf"], one["rank"], one["mention"]["text"]) == ("2024-01-21", "stated", "Sunday")
    assert (one["places"], one["names"]) == ([], ["Harwick"])


def test_propose_reads_mail_and_takes_its_day(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "letter.eml"
    path.write_bytes(MAIL.encode())
    assert run(path, "--json") == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["edtf"], one["quote"]) == ("2024-01-21", "The mill in Delm burned on Sunday.")
    assert one["places"] == ["Delm"]


def test_propose_reads_standard_input(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The mill burned on 3 May 2021.")))
    assert run("-") == 0
    assert capsys.readouterr().out.startswith("3 May 2021 (Monday)  The mill burned\n")


def test_propose_says_where_there_is_nothing(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "a.txt").write_text("Nothing happened here.")
    assert run(tmp_path / "a.txt") == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "No incidents were found.\n")
    assert run(tmp_path / "a.txt", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_propose_says_what_hangs_on_the_day_of_publication(note: Path, capsys: Captured) -> None:
    assert run(note) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "The day of publication is not known: 2 dates were left open." in told.err


def test_propose_tells_a_doubtful_date(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "a.txt").write_text(
        "Two people were found in the mill, police said on Monday.\n\nA dam broke on Sunday."
    )
    assert run(tmp_path / "a.txt", "--published", "2024-01-23") == 0
    out = capsys.readouterr().out
    assert "; the date may be that of the report\n" in out
    assert "\n\n21 January 2024 (Sunday)  A dam broke\n" in out


def test_propose_keeps_a_picture_without_text_to_one_message(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    assert run(tmp_path / "a.png", "--json") == 0
    told = capsys.readouterr()
    assert json.loads(told.out) == []
    assert "no text could be taken from it" in told.err


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_propose_of_a_missing_file_is_one_message(tmp_path: Path, capsys: Captured, form: list[str]) -> None:
    assert run(tmp_path / "absent.html", *form) == 1
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "“absent.html” was not found.\n")


def test_propose_shows_no_character_that_a_terminal_obeys(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "a.txt").write_text("The \x1b[2J mill burned\u202e on 3 May 2021.")
    assert run(tmp_path / "a.txt") == 0
    printed = "".join(capsys.readouterr())
    assert not {character for character in printed if not character.isprintable()} - {"\n"}


def test_propose_refuses_a_vague_day(note: Path, capsys: Captured) -> None:
    assert run(note, "--published", "January 2024") == 2
    assert "is not one certain day" in capsys.readouterr().err

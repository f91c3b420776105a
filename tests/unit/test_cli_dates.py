"""`dates`: the dates that a text mentions, for people and for programs."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from cli import commands
from cli.mentions import mention_values
from dates import UncertainDate
from dates.mention import DateMention, DateRange, MentionKind, Reason, TimexType
from importers.kinds import ImportKind
from services import file_bytes
from services.project_files import create_project

Captured = pytest.CaptureFixture[str]
NOTE = "The bridge was closed on Sunday.\r\nIt will open on 2 February 2024, two days after the inspection.\n"


def run(*arguments: str | Path) -> int:
    return commands.main(["dates", *map(str, arguments)])


def values(captured: Captured) -> list[dict[str, Any]]:
    printed = captured.readouterr().out
    assert printed.isascii()
    read: list[dict[str, Any]] = json.loads(printed)
    return read


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_bytes(NOTE.encode())
    return path


def test_dates_prints_a_row_for_each_date(note: Path, capsys: Captured) -> None:
    assert run(note, "--published", "23 Jan 2024") == 0
    told = capsys.readouterr()
    first, second, *_ = told.out.splitlines()
    assert first.startswith(
        "1:26  Sunday           21 January 2024  2024-01-21  weekday in the past tense: last Sunday"
    )
    assert second.startswith("2:17  2 February 2024  2 February 2024  2024-02-02  written in full")
    assert told.err == ""


def test_dates_heads_its_table_on_a_terminal(note: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert run(note, "--published", "2024-01-23") == 0
    assert capsys.readouterr().out.split("\n", 1)[0].split() == ["Where", "Words", "Date", "Value", "Why"]


def test_dates_prints_json_for_another_program(note: Path, capsys: Captured) -> None:
    assert run(note, "--published", "2024-01-23", "--json") == 0
    first, second, *_ = values(capsys)
    rule, reason = first.pop("rule"), first.pop("reason")
    assert rule
    assert reason == "weekday in the past tense: last Sunday before 23 January 2024"
    assert first == {
        "start": 25,
        "end": 31,
        "text": "Sunday",
        "type": "DATE",
        "value": "2024-01-21",
        "edtf": "2024-01-21",
        "date": "21 January 2024",
        "kind": "weekday",
        "basis": "publication",
        "direction": "before",
        "cue": "past_tense",
        "reckoned_from": "2024-01-23",
        "range": None,
    }
    assert NOTE[second["start"] : second["end"]] == "2 February 2024"


def test_dates_tells_the_stretch_of_both_ends() -> None:
    stretch = DateRange(14, 34, UncertainDate("2024-01-04/2024-01-09"))
    reason = Reason(MentionKind.DAY_OF_MONTH, "a rule")
    end = DateMention(15, 16, "4", TimexType.DATE, "2024-01-04", UncertainDate("2024-01-04"), reason, stretch)
    told = mention_values(end)
    assert told["range"] == {"start": 14, "end": 34, "edtf": "2024-01-04/2024-01-09"}
    assert told["reason"].endswith("; whole stretch: 4 to 9 January 2024")


def test_dates_without_a_day_of_publication_says_what_is_left_open(note: Path, capsys: Captured) -> None:
    assert run(note) == 0
    told = capsys.readouterr()
    assert told.out.splitlines()[0].split()[:2] == ["1:26", "Sunday"]
    assert "21 January" not in told.out
    assert told.err == (
        "The day of publication is not known: 1 date was left open. Give it, for instance: --published 2024-01-23\n"
    )
    assert run(note, "--json") == 0
    assert values(capsys)[0]["value"] == "XXXX-WXX-7"


def test_dates_without_a_day_of_publication_says_what_is_counted_from_the_text(
    tmp_path: Path, capsys: Captured
) -> None:
    path = tmp_path / "note.txt"
    path.write_text("On 4 January 2024 the pump failed. Two days later it ran again.")
    assert run(path) == 0
    assert "not known: 1 date was counted from others in the text. Give it" in capsys.readouterr().err
    assert run(path, "--published", "2024-01-23") == 0
    assert capsys.readouterr().err == ""


def test_dates_reads_standard_input(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO("Geschlossen seit 2019 – für immer".encode("utf-16")))
    )
    assert run("-", "--json") == 0
    assert [value["text"] for value in values(capsys)] == ["2019"]


def test_dates_tells_where_the_encoding_was_guessed(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "a.txt").write_bytes("Café closed on 3 May 2021".encode("cp1252"))
    assert run(tmp_path / "a.txt") == 0
    told = capsys.readouterr()
    assert told.out.startswith("1:16  3 May 2021  3 May 2021  2021-05-03  ")
    assert told.err == "a.txt: the encoding was guessed to be cp1252\n"


def test_dates_finds_none_in_a_text_without_any(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "a.txt").write_text("Nothing happened here.")
    assert run(tmp_path / "a.txt") == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "No dates were found.\n")
    assert run(tmp_path / "a.txt", "--json") == 0
    assert values(capsys) == []


def test_dates_shows_no_character_that_a_terminal_obeys(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "a.txt").write_text("\x1b[2J closed on 3\x07 May\u202e\n2021 and 3 May\n2021\x9b2J")
    assert run(tmp_path / "a.txt") == 0
    printed = "".join(capsys.readouterr())
    assert not {character for character in printed if not character.isprintable()} - {"\n"}
    assert "3 May 2021" in printed


def make_folder(folder: Path) -> Path:
    return folder


def make_nothing(folder: Path) -> Path:
    return folder / "absent.txt"


def make_picture(folder: Path) -> Path:
    (folder / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    return folder / "a.png"


def make_broken(folder: Path) -> Path:
    (folder / "a.txt").write_bytes(b"\xff\xfea")
    return folder / "a.txt"


def make_empty(folder: Path) -> Path:
    (folder / "a.txt").touch()
    return folder / "a.txt"


def make_project(folder: Path) -> Path:
    create_project(folder / "a.dateline", title="A").close()
    return folder / "a.dateline"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (make_folder, "it is a folder or no file at all"),
        (make_project, "it is a Dateline project"),
        (make_nothing, "“absent.txt” was not found."),
        (make_picture, "“a.png” could not be read: it is no text"),
        (make_broken, "“a.txt” could not be read: it is not in the encoding that it begins with"),
        (make_empty, "“a.txt” could not be read: there is nothing in it"),
    ],
)
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_dates_of_what_is_no_text_is_one_message(
    tmp_path: Path, capsys: Captured, make: Any, said: str, form: list[str]
) -> None:
    assert run(make(tmp_path), *form) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert told.err.count("\n") == 1


@pytest.mark.parametrize("path", ["a.txt", "-"])
def test_dates_of_too_large_a_text_is_one_message(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setitem(file_bytes.MAX_BYTES, ImportKind.TEXT, 10)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"On 3 May 2021")))
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("On 3 May 2021")
    assert run(path) == 1
    assert "is too large" in capsys.readouterr().err


@pytest.mark.parametrize(
    "written", ["31 Feb 2024", "sometime", "Jan 2024", "c. 23 Jan 2024", "2024", "", "1 Jan 44 BC"]
)
def test_dates_refuses_what_is_not_one_day_of_publication(note: Path, capsys: Captured, written: str) -> None:
    assert run(note, "--published", written) == 2
    told = capsys.readouterr()
    assert f"“{written}” is not" in told.err
    assert told.out == ""


def test_dates_takes_a_moment_of_publication(note: Path, capsys: Captured) -> None:
    assert run(note, "--published", "23 Jan 2024 18:30", "--json") == 0
    assert values(capsys)[0]["value"] == "2024-01-21"


@pytest.mark.parametrize(
    ("language", "value"), [("en", "2024-01-02"), ("en-US", "2024-01-02"), ("en-GB", "2024-02-01")]
)
def test_dates_reads_figures_by_the_place(language: str, value: str, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "file.txt"
    path.write_text("Filed on 1/2/2024.")
    assert run(path, "--language", language, "--json") == 0
    (mention,) = values(capsys)
    assert (mention["value"], mention["edtf"]) == (value, value + "?")


def test_dates_reads_german(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "notiz.txt"
    path.write_text("Die Brücke wurde am 23. Januar 2024 gesperrt.", encoding="utf-8")
    assert run(path, "--language", "de", "--json") == 0
    assert [mention["value"] for mention in values(capsys)] == ["2024-01-23"]


def test_dates_refuses_a_language_without_a_table(note: Path, capsys: Captured) -> None:
    assert run(note, "--language", "xx") == 2
    assert "dates cannot be read in “xx”; try en, en-GB or de" in capsys.readouterr().err

"""Messages over the command line, in the worker's own process and memory."""

import json
from pathlib import Path

import pytest

from cli import commands
from services.captures import read_capture_bytes, read_capture_text
from services.project_files import open_project
from services.sources import get_source, list_source_ids
from tests.mail_files import attach, in_parts, message, raw

Captured = pytest.CaptureFixture[str]
LETTER = attach(attach(message(), "notes.txt", b"Notes of 4 May", "text/plain"), "scan.png", b"\x89PNG").as_bytes()


def run(*arguments: str | Path) -> int:
    return commands.main([str(argument) for argument in arguments])


@pytest.fixture
def project(tmp_path: Path, capsys: Captured) -> Path:
    path = tmp_path / "p.dateline"
    assert run("new", path) == 0
    capsys.readouterr()
    (tmp_path / "letter.eml").write_bytes(LETTER)
    return path


def test_import_adds_a_message_and_its_attachments_as_one_change(
    project: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert run("import", project, tmp_path / "letter.eml") == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("letter.eml: added as source 1, with 2 attachments as sources 2 and 3\n", "")
    opened = open_project(project)
    try:
        cards = [get_source(opened, source_id) for source_id in (1, 2, 3)]
        assert [card.title for card in cards] == ["The bridge", "Notes of 4 May", "scan"]
        assert [card.note.partition("\n")[0] for card in cards[1:]] == ["Attached to “The bridge”"] * 2
        captures = [card.captures[0] for card in cards]
        assert [read_capture_bytes(opened, line.id) for line in captures] == [LETTER, b"Notes of 4 May", b"\x89PNG"]
        assert read_capture_text(opened, captures[0].id).endswith("\n\nThe bridge is closed.")
        opened.undo()
        assert not list_source_ids(opened)
    finally:
        opened.close()


def test_import_knows_a_message_and_an_attachment_again(project: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "notes.txt").write_bytes(b"Notes of 4 May")
    twice = attach(attach(message("Again"), "a.txt", b"Notes of 4 May", "text/plain"), "b.bin", b"B")
    (tmp_path / "again.eml").write_bytes(attach(twice, "c.bin", b"B").as_bytes())
    (tmp_path / "same.eml").write_bytes((tmp_path / "letter.eml").read_bytes())
    files = [tmp_path / name for name in ("notes.txt", "letter.eml", "again.eml", "same.eml")]
    assert run("import", project, *files) == 0
    assert capsys.readouterr().out.splitlines() == [
        "notes.txt: added as source 1",
        "letter.eml: added as source 2, with 1 attachment as source 3, 1 attachment already preserved as source 1",
        "again.eml: added as source 4, with 1 attachment as source 5, 1 attachment already preserved as source 1",
        "same.eml: already preserved as source 2",
    ]
    assert run("import", project, tmp_path / "notes.txt", "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["known_source_id"] == 1


def test_import_counts_what_is_known_for_another_program(project: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "notes.txt").write_bytes(b"Notes of 4 May")
    assert run("import", project, tmp_path / "notes.txt", tmp_path / "letter.eml", "--json") == 0
    values = json.loads(capsys.readouterr().out)[1]
    assert (values["source_ids"], values["known_attachment_ids"], values["doubts"]) == ([2, 3], [1], [])


def test_import_names_the_attachment_of_a_doubt(project: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "bad.eml").write_bytes(attach(message(), "x.docx", b"PK").as_bytes())
    assert run("import", project, tmp_path / "bad.eml") == 0
    assert capsys.readouterr().err.startswith("bad.eml: “x.docx”: no text could be taken from it")


@pytest.mark.parametrize(
    "data",
    [
        b"\0\xff" * 5_000,
        b"Only words\n" * 5_000,
        raw("To: " + "(" * 1_000_000, "", "x"),
        raw(*[f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}" for n in range(3_000)], ""),
        in_parts(*["Content-Type: message/rfc822\n\nFrom: a@b.example\nSubject: s\n\nx"] * 3_000),
    ],
)
def test_hostile_messages_end_in_one_line(project: Path, tmp_path: Path, capsys: Captured, data: bytes) -> None:
    (tmp_path / "x.eml").write_bytes(data)
    code = run("import", project, tmp_path / "x.eml")
    told = capsys.readouterr()
    lines = told.err.splitlines() if code else told.out.splitlines()
    assert len(lines) == 1
    assert "fault" not in told.err

"""Word and OpenDocument files over the command line, in the worker's own process and memory."""

import json
from pathlib import Path

import pytest

from cli import commands
from importers.word_parts import MAX_ELEMENTS
from services.captures import read_capture_text
from services.importing import read_file
from services.project_files import open_project
from services.sources import get_source
from tests.office_files import open_file, paragraph, word_file

Captured = pytest.CaptureFixture[str]
WORDS = "The bridge closed on 4 May 2021."
FILES = {"report.docx": word_file(paragraph(WORDS)), "report.odt": open_file(f"<text:p>{WORDS}</text:p>")}
OLD = {"old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 words", "old.rtf": b"{\\rtf1 words}"}


def run(*arguments: str | Path) -> int:
    return commands.main([str(argument) for argument in arguments])


@pytest.fixture
def project(tmp_path: Path, capsys: Captured) -> Path:
    path = tmp_path / "p.dateline"
    assert run("new", path) == 0
    capsys.readouterr()
    return path


@pytest.mark.parametrize("name", FILES)
def test_import_makes_a_source_with_the_words_and_the_bytes(
    project: Path, tmp_path: Path, capsys: Captured, name: str
) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    assert run("import", project, tmp_path / name, "--published", "2021-05-05") == 0
    assert capsys.readouterr().out == f"{name}: added as source 1\n"
    assert run("import", project, tmp_path / name, "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["known_source_id"] == 1
    opened = open_project(project)
    source = get_source(opened, 1)
    assert (source.title, source.published.edtf) == (WORDS, "2021-05-05")
    (capture,) = source.captures
    assert read_capture_text(opened, capture.id) == WORDS
    assert capture.size == len(FILES[name])
    opened.close()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "it asks for a password",
        ),
        ("a.odt", open_file("", {"encrypted-package": b""}), "it asks for a password"),
        ("a.docx", b"words", "it is damaged or not what its name says"),
        ("a.odt", FILES["report.odt"][:-40], "it is damaged or not what its name says"),
        ("a.docx", word_file("<w:customXml>" * 300 + "</w:customXml>" * 300), "its parts are nested too deeply"),
        ("a.docx", word_file("<w:p/>" * 1_000_000), "too large"),
        ("a.docx", word_file("".join(paragraph(f"{n:x}") for n in range(MAX_ELEMENTS // 2))), "too large"),
    ],
    ids=["password", "password of ODF", "no archive", "cut off", "deep", "bomb", "huge"],
)
def test_import_refuses_with_one_message_and_leaves_nothing(
    project: Path, tmp_path: Path, capsys: Captured, name: str, data: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert run("import", project, tmp_path / name) == 1
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    assert message in told.err
    assert run("list", project, "sources") == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("name", OLD)
def test_old_formats_are_kept_without_a_text(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(OLD[name])
    source = read_file(tmp_path / name).source
    assert source is not None
    assert (source.draft.title, source.capture.text, source.capture.extractor) == ("old", "", "none")

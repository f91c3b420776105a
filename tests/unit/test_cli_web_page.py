"""Saved web pages from the command line to the project: worker, channel and words told together."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from cli import commands
from services.captures import read_capture_bytes, read_capture_text
from services.project_files import create_project, open_project
from services.sources import get_source, list_source_ids
from tests.pages import ADDRESS, PARAGRAPHS, SCHEMA, archive, news_page

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "bridges.dateline"
    create_project(made, title="Bridges").close()
    return made


def run(*arguments: str | Path) -> int:
    return commands.main([str(argument) for argument in arguments])


def put(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


@pytest.mark.parametrize("name", ["bridge.html", "bridge.HTM", "bridge.xhtml", "bridge.mhtml", "bridge.mht"])
def test_import_keeps_a_page_with_its_text_and_what_it_says_of_itself(name: str, path: Path, tmp_path: Path) -> None:
    page = news_page(head=f'<meta charset="utf-8"><link rel="canonical" href="{ADDRESS}"/>{SCHEMA}').encode()
    data = archive(page) if ".mht" in name else page
    assert run("import", path, put(tmp_path, name, data)) == 0
    with closing(open_project(path)) as project:
        source = get_source(project, list_source_ids(project)[0])
        assert (source.title, source.container_title, source.url) == (
            "Bridge closed after flood",
            "Valley Post",
            ADDRESS,
        )
        assert (source.published.edtf, source.language) == ("2024-03-05T08:30", "en-GB")
        assert [creator.family or creator.literal for creator in source.creators] == ["Holt", "Valley Wire"]
        assert read_capture_bytes(project, source.captures[0].id) == data
        assert read_capture_text(project, source.captures[0].id).split("\n\n")[1] == PARAGRAPHS[0]


def test_import_tells_what_it_guessed(path: Path, tmp_path: Path, capsys: Captured) -> None:
    page = put(
        tmp_path, "page.html", "<html><body><ul><li>Grüße</li><li>aus Zürich</li></ul></body></html>".encode("cp1252")
    )
    assert run("import", path, page, "--json") == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told["doubts"] == [
        "the encoding was guessed to be cp1252",
        "no article was found in it, so all its words were taken",
    ]


def test_import_refuses_what_is_no_page_in_one_message(path: Path, tmp_path: Path, capsys: Captured) -> None:
    assert run("import", path, put(tmp_path, "page.html", b"\x89PNG\0\0\0\xff" * 100)) == 1
    assert capsys.readouterr().err == "“page.html” could not be read: it is no text. Nothing of it was used.\n"
    with closing(open_project(path)) as project:
        assert not list_source_ids(project)

"""PDF files through the command line: read by the worker, kept, and told in words."""

import json
import sys
from contextlib import closing
from pathlib import Path

import pytest

from cli import commands
from models.drafts import CitationDraft, IncidentDraft, PassageDraft
from models.enums import DoubtCode, ProblemCode
from models.errors import UserFacingError
from services.captures import read_capture_bytes, read_capture_text
from services.checks import check_project
from services.citations import add_citation
from services.importing import read_file
from services.incidents import add_incident
from services.project_files import create_project, open_project
from services.sources import get_source, list_source_ids
from tests.pdf_files import Placed, column, drawn, extra_number, paged, stream_of

Captured = pytest.CaptureFixture[str]
PAGES = (
    drawn(
        [Placed("Bridge report", y=730, size=20), *column("The bridge was closed on 12 March 2024. It is\nsaid to be")]
    ),
    drawn(column("safe again.")),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "bridges.dateline"
    create_project(made, title="Bridges").close()
    return made


def run(*arguments: str | Path) -> int:
    return commands.main([str(argument) for argument in arguments])


def put(folder: Path, data: bytes, name: str = "bridge.pdf") -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def test_import_keeps_a_pdf_file_and_its_text(path: Path, tmp_path: Path, capsys: Captured) -> None:
    data = paged(*PAGES, info={"Author": "Anna Berg", "CreationDate": "D:20240313"}, catalog=b"/Lang(en)")
    assert run("import", path, put(tmp_path, data)) == 0
    assert "made on 13 March 2024" in capsys.readouterr().err
    with closing(open_project(path)) as project:
        source = get_source(project, list_source_ids(project)[0])
        capture = source.captures[0]
        assert (source.title, source.creators[0].family, source.language) == ("Bridge report", "Berg", "en")
        assert source.published.edtf == ""
        assert read_capture_bytes(project, capture.id) == data
        assert read_capture_text(project, capture.id) == (
            "Bridge report\n\nThe bridge was closed on 12 March 2024. It is said to be\n\fsafe again."
        )


def test_quote_that_runs_over_two_pages_is_found_in_the_text(path: Path, tmp_path: Path, capsys: Captured) -> None:
    assert run("import", path, put(tmp_path, paged(*PAGES)), "--published", "2024-03-14") == 0
    with closing(open_project(path)) as project:
        source = get_source(project, list_source_ids(project)[0])
        text = read_capture_text(project, source.captures[0].id)
        start = text.index("It is said")
        passage = PassageDraft(capture_id=source.captures[0].id, start=start, end=len(text))
        incident = add_incident(project, IncidentDraft(title="Reopening"))
        add_citation(project, incident, CitationDraft(source_id=source.id, quote=text[start:], passage=passage))
        report = check_project(project)
    assert "\f" in text[start:]
    assert all(line.finding.value != "quote-not-in-capture" for line in report.work)


def test_import_keeps_a_scan_and_says_that_it_has_no_text(path: Path, tmp_path: Path, capsys: Captured) -> None:
    assert run("import", path, put(tmp_path, paged(b"0 0 m 9 9 l S")), "--json") == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told["doubts"] == ["no text could be taken from it: type or paste it; the file itself is kept"]
    assert [found.code for found in read_file(tmp_path / "bridge.pdf").found.doubts] == [DoubtCode.NO_TEXT]


def test_import_refuses_a_locked_pdf_file_in_one_message(path: Path, tmp_path: Path, capsys: Captured) -> None:
    lock = b"<</Filter/Standard/V 1/R 2/O<%b>/U<%b>/P -4>>" % (b"00" * 32, b"11" * 32)
    data = paged(*PAGES, extra=[lock], trailer=b"/Encrypt %d 0 R/ID[<00><00>]" % extra_number(2))
    assert run("import", path, put(tmp_path, data)) == 1
    assert (
        capsys.readouterr().err == "“bridge.pdf” could not be read: it asks for a password. Nothing of it was used.\n"
    )
    with closing(open_project(path)) as project:
        assert not list_source_ids(project)


@pytest.mark.skipif(sys.platform == "win32", reason="memory is not capped there; time is")
def test_bomb_kills_the_worker_and_nothing_else(tmp_path: Path) -> None:
    form = stream_of(
        b"/A Do " * 2 + PAGES[1], b"/Type/XObject/Subtype/Form/Resources<</XObject<</A 6 0 R>>/Font<</F1 3 0 R>>>>"
    )
    bomb = paged(b"/A Do", extra=[form], resources=b"/XObject<</A %d 0 R>>" % extra_number(1))
    with pytest.raises(UserFacingError) as caught:
        read_file(put(tmp_path, bomb))
    assert caught.value.problem in {
        ProblemCode.IMPORT_UNREADABLE,
        ProblemCode.IMPORT_TOO_LARGE,
        ProblemCode.IMPORT_TIMED_OUT,
    }

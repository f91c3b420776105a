"""Tables with one bad cell lose that row and no other; references to what is not there are refused by field."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dates import UncertainDate
from models.drafts import CaptureDraft, IncidentDraft, PassageDraft, SourcePatch
from models.enums import CaptureMethod, ProblemCode
from models.errors import InvalidDraftError, UserFacingError
from services import captures, sources
from services.importing import ImportedFile, read_file, write_files
from services.project import Project
from tests import factories

HEADINGS = "title,date,people,source,locator,quote,id\n"
UUID = "6f9619ff-8b86-d011-b42d-00cf4fc964ff"


def bring(project: Project, path: Path, *, accept_all: bool = False) -> ImportedFile:
    (imported,) = write_files(project, [read_file(path, project=project)], accept_all=accept_all)
    return imported


@pytest.mark.parametrize(
    "row",
    [
        f"Bad,2024,{'n' * 3000}",
        f"Bad,2024,Bob ({'n' * 3000})",
        f"Bad,2024,,Log,{'9' * 3000}",
        f"Bad,2024,,Log,1,{'q' * 1_000_001}",
    ],
)
def test_cell_that_is_too_long_holds_back_its_row_alone(project: Project, tmp_path: Path, row: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f"{HEADINGS}{row}\nGood,2024\n", encoding="utf-8")
    imported = bring(project, path)
    assert len(imported.incidents.added_ids) == 1
    assert [held.row for held in imported.held_back] == [2]


def test_cell_of_control_characters_counts_as_empty(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f"{HEADINGS}Good,2024,\x01\n\x01,2024\n", encoding="utf-8")
    imported = bring(project, path)
    assert len(imported.incidents.added_ids) == 1
    assert [held.row for held in imported.held_back] == [3]


def test_one_uuid_spelled_in_two_ways_is_one_incident(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f"{HEADINGS}A,2024,,,,,{UUID}\nB,2024,,,,,{UUID.upper()}\n", encoding="utf-8")
    imported = bring(project, path)
    assert (len(imported.incidents.added_ids), imported.incidents.unchanged) == (1, 1)


@pytest.mark.skipif(os.name == "nt", reason="POSIX names")
def test_files_of_odd_names_are_read_or_refused(project: Project, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"caf\xe9.csv")
    odd.write_text("title,id\nA,7\n", encoding="utf-8")
    assert len(bring(project, odd).incidents.added_ids) == 1
    with pytest.raises(UserFacingError) as caught:
        read_file(tmp_path / ("l" * 300), project=project)
    assert caught.value.problem in (ProblemCode.IMPORT_UNREADABLE, ProblemCode.MISSING_FILE)


CAPTURE = CaptureDraft(data=b"x", media_type="text/plain", method=CaptureMethod.PASTE)
MISSING: list[Callable[[Project, int], object]] = [
    lambda project, source: sources.edit_source(project, source, SourcePatch(republishes_id=source)),
    lambda project, source: sources.edit_source(project, source, SourcePatch(republishes_id=99)),
    lambda project, _source: factories.add_source(project, "B", republishes_id=99),
    lambda project, _source: captures.add_capture(project, 99, CAPTURE),
    lambda project, source: factories.add_citation(
        project, factories.add_incident(project), source, passage=PassageDraft(capture_id=99, start=0, end=1)
    ),
]


@pytest.mark.parametrize("act", MISSING)
def test_reference_to_what_is_not_there_is_refused(project: Project, act: Callable[[Project, int], object]) -> None:
    source = factories.add_source(project)
    with pytest.raises(UserFacingError) as caught:
        act(project, source)
    assert caught.value.problem in (ProblemCode.INVALID_INPUT, ProblemCode.NOT_FOUND)


def test_wording_of_a_date_and_ends_of_a_passage_are_checked_like_the_rest() -> None:
    draft = IncidentDraft(title="A", date=UncertainDate("2024", "early\x1b \ud8002024"))
    assert draft.date.as_written == "early 2024"
    with pytest.raises(InvalidDraftError) as caught:
        IncidentDraft(title="A", date=UncertainDate("2024", "x" * 2001))
    assert caught.value.fields == {"date": "too_long"}
    with pytest.raises(InvalidDraftError):
        PassageDraft(capture_id=1, start=5, end=4)

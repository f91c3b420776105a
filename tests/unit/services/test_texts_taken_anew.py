"""A text is taken anew from every kind of copy; the journal holds it, the bin lets go of it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.changes import ChangeSet, RecordKind
from models.drafts import MAX_CAPTURE_TEXT, CaptureDraft, CitationDraft
from models.enums import CaptureMethod, DoubtCode, LocatorLabel, ProblemCode
from models.errors import InvalidDraftError, UserFacingError
from models.reading import PassageState
from services import bin as waste
from services import captures, citations, incidents, sources
from services.capture_texts import Reanchored, extract_again, repair_passage, replace_text, type_text
from services.checks import check_project
from services.importing import read_file, write_files
from services.passages import locator_at, make_passage
from services.project import Project
from services.project_files import create_project
from services.reading import get_reading
from tests import factories
from tests.mail_files import attach, message
from tests.pdf_files import Placed, drawn, paged

TEXT = "The mill burned on 3 May.\n\nNobody was hurt.\n\nThe owner, a widow, was in town."


def _cite(project: Project, capture_id: int, words: str) -> int:
    reading = get_reading(project, capture_id)
    start = reading.text.index(words)
    label, locator = locator_at(reading.text, start)
    passage = make_passage(reading.text, capture_id, start, start + len(words))
    draft = CitationDraft(
        source_id=reading.source.id, quote=words, passage=passage, locator_label=label, locator=locator
    )
    return citations.add_citation(project, factories.add_incident(project, "A mill burns"), draft)


def _brought_in(project: Project, path: Path) -> list[int]:
    """The copies that a file gave."""
    (file,) = write_files(project, [read_file(path, as_source=True)])
    return [sources.get_source(project, source_id).captures[0].id for source_id in file.source_ids]


def test_pages_are_read_anew_and_passages_keep_their_page(project: Project, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(paged(drawn([Placed("The first page.")]), drawn([Placed("The mill burned on 3 May.")])))
    (capture_id,) = _brought_in(project, paper)
    text = get_reading(project, capture_id).text
    cited = _cite(project, capture_id, "The mill burned")
    replace_text(project, capture_id, text.replace("The first", "Page 1. The first"), extractor="older 0.9")
    assert extract_again(project, capture_id) == Reanchored(moved=1)
    reading = get_reading(project, capture_id)
    assert (reading.text, reading.passages[0].state) == (text, PassageState.IN_PLACE)
    line = incidents.get_incident(project, reading.passages[0].incident_id).citations[0]
    assert (line.id, line.locator_label, line.locator) == (cited, LocatorLabel.PAGE, "2")


def test_message_and_attachment_are_read_anew_each_by_itself(project: Project, tmp_path: Path) -> None:
    letter = tmp_path / "letter.eml"
    letter.write_bytes(attach(message(), "list", b"One bridge, two roads.", "text/plain").as_bytes())
    ids = _brought_in(project, letter)
    texts = [get_reading(project, capture_id).text for capture_id in ids]
    assert texts[1] == "One bridge, two roads."
    for capture_id in ids:
        replace_text(project, capture_id, "Something else.", extractor="older 0.9")
        extract_again(project, capture_id)
    assert [get_reading(project, capture_id).text for capture_id in ids] == texts


def test_pasted_page_is_read_anew_as_a_page(project: Project) -> None:
    page = b"<html><body><article><h1>Mill</h1><p>The mill burned on 3 May, says the paper.</p></article></body></html>"
    draft = CaptureDraft(data=page, media_type="text/html", method=CaptureMethod.PASTE, text="older words")
    capture_id = captures.add_capture(project, factories.add_source(project), draft)
    extract_again(project, capture_id)
    assert "<p>" not in get_reading(project, capture_id).text


def test_copy_that_cannot_be_read_any_more_keeps_its_text(project: Project) -> None:
    draft = CaptureDraft(
        data=b"%PDF-1.7 no more", media_type="application/pdf", original_name="x.pdf", method="file", text=TEXT
    )
    capture_id = captures.add_capture(project, factories.add_source(project), draft)
    changes = len(project.history())
    with pytest.raises(UserFacingError) as caught:
        extract_again(project, capture_id)
    assert caught.value.problem is ProblemCode.IMPORT_UNREADABLE
    assert (get_reading(project, capture_id).text, len(project.history())) == (TEXT, changes)


def test_same_text_changes_nothing(project: Project) -> None:
    capture_id = factories.add_capture(project, factories.add_source(project), TEXT)
    changes = len(project.history())
    assert replace_text(project, capture_id, TEXT, extractor="later 2.0") == Reanchored()
    assert len(project.history()) == changes


def test_text_beyond_the_limit_is_refused(project: Project) -> None:
    capture_id = factories.add_capture(project, factories.add_source(project), TEXT)
    with pytest.raises(InvalidDraftError):
        replace_text(project, capture_id, "x" * (MAX_CAPTURE_TEXT + 1), extractor="later 2.0")


def test_who_shows_the_source_hears_of_a_new_text_and_of_its_undoing(project: Project) -> None:
    source_id = factories.add_source(project)
    capture_id = factories.add_capture(project, source_id, TEXT)
    heard: list[ChangeSet] = []
    project.subscribe(heard.append)
    replace_text(project, capture_id, "New words.", extractor="later 2.0")
    project.undo()
    project.redo()
    assert [change.ids(RecordKind.SOURCE) for change in heard] == [{source_id}] * 3
    assert all(change.ids(RecordKind.CAPTURE_TEXT) for change in heard)
    assert list(sources.list_source_ids(project, text="new words")) == [source_id]
    assert list(sources.list_source_ids(project, text="widow")) == []


def test_words_typed_for_a_scan_end_the_doubt_that_it_has_none(project: Project, tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(paged(b"", info={"CreationDate": "D:20240503"}))
    (capture_id,) = _brought_in(project, scan)
    type_text(project, capture_id, "A stamp")
    assert [doubt.code for doubt in get_reading(project, capture_id).capture.doubts] == [DoubtCode.DAY_OF_FILE]
    type_text(project, capture_id, " ")
    assert get_reading(project, capture_id).text == ""
    project.undo()
    project.undo()
    assert [doubt.code for doubt in get_reading(project, capture_id).capture.doubts] == [
        DoubtCode.NO_TEXT,
        DoubtCode.DAY_OF_FILE,
    ]


def test_flagged_passage_is_found_when_its_words_come_back(project: Project) -> None:
    capture_id = factories.add_capture(project, factories.add_source(project), TEXT)
    _cite(project, capture_id, "Nobody was hurt.")
    assert replace_text(project, capture_id, TEXT.replace("Nobody", "No one"), extractor="2") == Reanchored(lost=1)
    assert replace_text(project, capture_id, f"Mill\n\n{TEXT}", extractor="3") == Reanchored(moved=1)
    assert get_reading(project, capture_id).passages[0].state is PassageState.IN_PLACE


def test_quote_takes_the_line_breaks_of_the_new_text(project: Project) -> None:
    capture_id = factories.add_capture(project, factories.add_source(project), TEXT)
    _cite(project, capture_id, "was in town.")
    replace_text(project, capture_id, TEXT.replace("was in", "was\nin"), extractor="2")
    (passage,) = get_reading(project, capture_id).passages
    assert (passage.quote, passage.state) == ("was\nin town.", PassageState.IN_PLACE)
    assert check_project(project).damage == ()


def test_repair_keeps_a_locator_that_a_person_wrote(project: Project) -> None:
    capture_id = factories.add_capture(project, factories.add_source(project), TEXT)
    counted, written = (_cite(project, capture_id, words) for words in ("Nobody was hurt.", "The owner"))
    with project.change(project.history()[-1].operation) as change:
        change.update(RecordKind.CITATION, written, {"locator_label": LocatorLabel.PAGE.value, "locator": "A 7"})
    for citation_id in (counted, written):
        repair_passage(project, citation_id, 0, 8)
    lines = [
        incidents.get_incident(project, p.incident_id).citations[0] for p in get_reading(project, capture_id).passages
    ]
    assert {(line.quote, line.locator) for line in lines} == {("The mill", "1"), ("The mill", "A 7")}


@pytest.mark.parametrize(("start", "end"), [(-3, 5), (5, 5), (5, 2), (25, 27), (0, 10_000)])
def test_repair_refuses_a_place_without_words(project: Project, start: int, end: int) -> None:
    capture_id = factories.add_capture(project, factories.add_source(project), TEXT)
    citation_id = _cite(project, capture_id, "Nobody was hurt.")
    with pytest.raises(InvalidDraftError):
        repair_passage(project, citation_id, start, end)


def test_purged_copy_leaves_none_of_its_texts_in_the_journal(project: Project) -> None:
    source_id = factories.add_source(project, "Village paper")
    capture_id = factories.add_capture(project, source_id, TEXT)
    replace_text(project, capture_id, "Wholly new words.", extractor="2")
    project.undo()
    project.redo()
    sources.delete_sources(project, [source_id])
    waste.empty_bin(project)
    with project.read() as connection:
        journal = connection.exec_driver_sql(
            "SELECT group_concat(coalesce(before, '') || coalesce(after, '')) FROM change_row"
        )
        assert "mill" not in (words := str(journal.scalar()))
        assert "Wholly" not in words
    while project.undo_step():
        project.undo()
    assert check_project(project).damage == ()


PIECES = st.sampled_from(("The mill burned.", "Nobody was hurt.", "On 3 May", "it rained,", "the owner said.", "\n\n"))
TEXTS = st.lists(PIECES, min_size=2, max_size=12).map(" ".join)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(TEXTS, min_size=2, max_size=4), places=st.lists(st.tuples(st.integers(0, 80), st.integers(1, 40)))
)
def test_every_passage_is_in_place_or_flagged_and_undo_restores_all(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], places: list[tuple[int, int]]
) -> None:
    project = create_project(tmp_path_factory.mktemp("p") / "p.dateline", title="x")
    try:
        capture_id = factories.add_capture(project, factories.add_source(project), texts[0])
        for start, length in places:
            if texts[0][start : start + length].strip():
                _cite(project, capture_id, texts[0][start : start + length])
        states = [get_reading(project, capture_id)]
        for number, text in enumerate(texts[1:]):
            told = replace_text(project, capture_id, text, extractor=f"e{number}")
            reading = get_reading(project, capture_id)
            flagged = [p for p in reading.passages if p.state is PassageState.LOST]
            found = [p for p in reading.passages if p.state is PassageState.IN_PLACE]
            assert all(text[p.start : p.end] == p.quote for p in found)
            if reading.text != states[-1].text:
                assert len(flagged) <= told.lost
                assert told.kept + told.moved + told.lost == len(reading.passages)
                states.append(reading)
        for state in reversed(states[:-1]):
            project.undo()
            assert get_reading(project, capture_id).passages == state.passages
            assert get_reading(project, capture_id).text == state.text
        assert check_project(project).damage == ()
    finally:
        project.close()

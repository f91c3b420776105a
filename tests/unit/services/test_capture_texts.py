"""A copy's text is taken anew: passages go along or are flagged, search follows, one undo takes it back."""

import pytest

from models.drafts import CaptureDraft, CitationDraft, IncidentDraft, SourceDraft, SourcePatch
from models.enums import CaptureMethod, ProblemCode
from models.errors import UserFacingError
from models.proposals import ProposalState
from models.reading import PassageState
from services import captures, citations, incidents, sources
from services.capture_texts import TYPED, Reanchored, extract_again, repair_passage, replace_text, type_text
from services.passages import closest_passage, make_passage
from services.project import Project
from services.proposal_decisions import skip_proposals
from services.proposal_queue import read_proposals
from services.reading import get_reading, readable_capture
from tests import factories

OLD = "The mill burned on 3 May 2023.\n\nNobody was hurt. The owner, a widow, was in town that day."
NEW = "A headline\n\n" + OLD.replace("Nobody was hurt.", "No one was hurt.")


@pytest.fixture
def capture_id(project: Project) -> int:
    return factories.add_capture(project, factories.add_source(project, "Village paper"), OLD)


def _cite(project: Project, capture_id: int, words: str) -> int:
    start = OLD.index(words)
    source_id = get_reading(project, capture_id).source.id
    draft = CitationDraft(
        source_id=source_id,
        quote=words,
        passage=make_passage(OLD, capture_id, start, start + len(words)),
        locator_label="paragraph",
        locator="1",
    )
    return citations.add_citation(project, factories.add_incident(project, words), draft)


def test_passages_move_or_are_flagged_with_the_new_text(project: Project, capture_id: int) -> None:
    burned = _cite(project, capture_id, "The mill burned on 3 May 2023.")
    nobody = _cite(project, capture_id, "Nobody was hurt.")
    assert replace_text(project, capture_id, NEW, extractor="later 2.0") == Reanchored(0, 1, 1)
    reading = get_reading(project, capture_id)
    states = {passage.citation_id: passage.state for passage in reading.passages}
    assert states == {burned: PassageState.IN_PLACE, nobody: PassageState.LOST}
    assert (reading.extractor, reading.text) == ("later 2.0", NEW)
    line = sources.list_source_ids(project, text="headline")
    assert list(line) == [reading.source.id]
    project.undo()
    reading = get_reading(project, capture_id)
    assert (reading.text, {passage.state for passage in reading.passages}) == (OLD, {PassageState.IN_PLACE})
    assert list(sources.list_source_ids(project, text="headline")) == []


def test_locator_that_was_filled_in_follows_its_words(project: Project, capture_id: int) -> None:
    _cite(project, capture_id, "The mill burned on 3 May 2023.")
    replace_text(project, capture_id, NEW, extractor="later 2.0")
    with project.read() as connection:
        assert connection.exec_driver_sql("SELECT locator FROM citation").scalar() == "2"


def test_flagged_passage_is_repaired_by_the_closest_words(project: Project, capture_id: int) -> None:
    nobody = _cite(project, capture_id, "Nobody was hurt. The owner, a widow")
    replace_text(project, capture_id, NEW, extractor="later 2.0")
    span = closest_passage(NEW, "Nobody was hurt. The owner, a widow")
    assert span is not None
    repair_passage(project, nobody, *span)
    (passage,) = get_reading(project, capture_id).passages
    assert passage.state is PassageState.IN_PLACE
    assert passage.quote == NEW[slice(*span)]


def test_skipped_proposals_go_along(project: Project, capture_id: int) -> None:
    skip_proposals(project, read_proposals(project, capture_id))
    replace_text(project, capture_id, NEW, extractor="later 2.0")
    assert {one.state for one in read_proposals(project, capture_id)} == {ProposalState.SKIPPED}
    replace_text(project, capture_id, NEW.replace("The mill", "A mill"), extractor="later 2.1")
    assert read_proposals(project, capture_id)[0].state is ProposalState.OPEN


def test_text_taken_anew_from_the_bytes_is_what_the_importer_reads(project: Project, capture_id: int) -> None:
    replace_text(project, capture_id, "Something else.", extractor="earlier 0.1")
    assert extract_again(project, capture_id) == Reanchored()
    assert get_reading(project, capture_id).text == OLD
    assert extract_again(project, capture_id) is None


def test_words_typed_for_a_picture_are_its_text_until_undone(project: Project) -> None:
    source_id = factories.add_source(project, "Photo of a sign")
    draft = CaptureDraft(data=b"\x89PNG", media_type="image/png", original_name="sign.png", method=CaptureMethod.FILE)
    capture_id = captures.add_capture(project, source_id, draft)
    assert readable_capture(project, source_id) == capture_id
    type_text(project, capture_id, "  Closed since 3 May 2023\r\n")
    reading = get_reading(project, capture_id)
    assert (reading.text, reading.extractor) == ("Closed since 3 May 2023", TYPED)
    assert list(sources.list_source_ids(project, text="closed")) == [source_id]
    assert extract_again(project, capture_id) is None
    project.undo()
    assert get_reading(project, capture_id).text == ""
    assert list(sources.list_source_ids(project, text="closed")) == []


def test_newest_copy_with_a_text_is_read_first(project: Project, capture_id: int) -> None:
    source_id = get_reading(project, capture_id).source.id
    captures.add_capture(
        project, source_id, CaptureDraft(data=b"\x00", media_type="image/png", method=CaptureMethod.FILE)
    )
    assert readable_capture(project, source_id) == capture_id
    assert readable_capture(project, factories.add_source(project, "Nothing kept")) is None


def test_unknown_copy_is_refused(project: Project) -> None:
    for work in (get_reading, extract_again):
        with pytest.raises(UserFacingError) as caught:
            work(project, 5)
        assert caught.value.problem is ProblemCode.NOT_FOUND
    with pytest.raises(UserFacingError):
        type_text(project, 5, "x")


def test_edited_field_needs_no_second_look_and_all_can_be_confirmed(project: Project) -> None:
    source_id = factories.add_source(project, "From a file", unconfirmed=frozenset({"title", "published", "url"}))
    sources.edit_source(project, source_id, SourcePatch(title="Corrected"))
    (row,) = sources.get_source_rows(project, [source_id])
    assert row.is_unconfirmed
    sources.confirm_source(project, source_id)
    (row,) = sources.get_source_rows(project, [source_id])
    assert not row.is_unconfirmed
    project.undo()
    assert sources.get_source_rows(project, [source_id])[0].is_unconfirmed


def test_cited_source_is_still_found_by_its_text_and_by_a_new_title(project: Project) -> None:
    capture = CaptureDraft(data=b"x", media_type="text/plain", method=CaptureMethod.PASTE, text="The widow spoke.")
    source_id = sources.add_source(project, SourceDraft(title="Old name"), capture=capture)
    incident_id = incidents.add_incident(project, IncidentDraft(title="Fire"))
    citations.add_citation(project, incident_id, CitationDraft(source_id=source_id))
    assert list(sources.list_source_ids(project, text="widow")) == [source_id]
    sources.edit_source(project, source_id, SourcePatch(title="Renamed"))
    found = [list(sources.list_source_ids(project, text=word)) for word in ("widow", "renamed", "old")]
    assert found == [[source_id], [source_id], []]
    project.undo()
    assert list(sources.list_source_ids(project, text="old widow")) == [source_id]

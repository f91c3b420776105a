"""Where the words of citations stand, and an incident that is made of chosen words."""

import pytest

from models.drafts import CaptureDraft, CitationDraft, IncidentDraft, PassageDraft, SourceDraft
from models.enums import CaptureMethod, ProblemCode
from models.errors import UserFacingError
from models.snapshots import IncidentFilter
from services.chronology import list_incidents
from services.citations import add_citation
from services.cited_words import add_cited_incident, get_cited_words, list_cited_words
from services.incident_cards import get_incident
from services.incidents import add_incident
from services.project import Project
from services.source_cards import get_source
from services.sources import add_source, delete_sources

TEXT = "The pumps failed at noon."


def _source(project: Project) -> tuple[int, int]:
    capture = CaptureDraft(data=TEXT.encode(), media_type="text/plain", method=CaptureMethod.PASTE, text=TEXT)
    source_id = add_source(project, SourceDraft(title="Log"), capture=capture)
    return source_id, get_source(project, source_id).captures[0].id


def _citation(source_id: int, capture_id: int) -> CitationDraft:
    return CitationDraft(
        source_id=source_id,
        quote="pumps failed",
        passage=PassageDraft(capture_id=capture_id, start=4, end=16, prefix="The ", suffix=" at noon."),
    )


def test_words_of_an_incident_come_in_the_order_of_its_citations(project: Project) -> None:
    source_id, capture_id = _source(project)
    incident_id = add_incident(project, IncidentDraft(title="Pumps fail"))
    bare = add_citation(project, incident_id, CitationDraft(source_id=source_id))
    marked = add_citation(project, incident_id, _citation(source_id, capture_id))
    first, second = list_cited_words(project, incident_id)
    assert (first.citation_id, first.capture_id, first.start) == (bare, None, None)
    assert (second.citation_id, second.capture_id, second.start, second.end) == (marked, capture_id, 4, 16)
    assert get_cited_words(project, marked) == second


def test_words_of_a_source_in_the_bin_are_not_found(project: Project) -> None:
    source_id, capture_id = _source(project)
    incident_id = add_incident(project, IncidentDraft(title="Pumps fail"))
    cited = add_citation(project, incident_id, _citation(source_id, capture_id))
    delete_sources(project, [source_id])
    assert list_cited_words(project, incident_id) == ()
    with pytest.raises(UserFacingError) as refused:
        get_cited_words(project, cited)
    assert refused.value.problem is ProblemCode.NOT_FOUND


def test_incident_made_of_words_is_one_change_with_its_citation(project: Project) -> None:
    source_id, capture_id = _source(project)
    draft = IncidentDraft(title="Pumps fail")
    incident_id = add_cited_incident(project, draft, _citation(source_id, capture_id))
    assert [line.quote for line in get_incident(project, incident_id).citations] == ["pumps failed"]
    project.undo()
    assert len(list_incidents(project, IncidentFilter()).ids) == 0
    project.redo()
    assert [words.start for words in list_cited_words(project, incident_id)] == [4]

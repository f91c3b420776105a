"""No word of a source that was taken out for good stays in the file, whatever had been made of it before."""

import pytest

from dates import UncertainDate
from models.doubts import FileDoubt
from models.drafts import CaptureDraft, CitationDraft, CitationPatch
from models.enums import CaptureMethod, DoubtCode
from services import bin as waste
from services import captures, citations, incidents, sources
from services.capture_texts import repair_passage, replace_text, type_text
from services.checks import check_project
from services.passages import make_passage
from services.project import Project
from services.proposal_decisions import accept_proposal, attach_proposal, draft_of, skip_proposals
from services.proposal_queue import read_proposals
from tests import factories

TEXT = (
    "Zebrawort came first.\n\nOn 23 January 2024 the quaggamire bridge was shut by the okapine office.\n\nIt stayed so."
)
WORDS = ("zebrawort", "quaggamire", "okapine", "gnusome", "kuduless", "elandic", "impalary", "bongolike")


def _left(project: Project) -> list[str]:
    stored = project.path.read_bytes().decode("utf-8", "replace").lower()
    return [word for word in WORDS if word in stored]


def _replay(project: Project) -> None:
    while project.undo_step():
        project.undo()
    assert _left(project) == []
    while project.redo_step():
        project.redo()
    assert check_project(project).damage == ()


@pytest.fixture
def source_id(project: Project) -> int:
    return factories.add_source(project, "Gnusome log", published=UncertainDate("2024-01-25", "kuduless day"))


@pytest.fixture
def capture_id(project: Project, source_id: int) -> int:
    doubts = (FileDoubt(DoubtCode.GUESSED_ENCODING, "bongolike"),)
    draft = CaptureDraft(
        data=TEXT.encode(), media_type="text/plain", method=CaptureMethod.PASTE, text=TEXT, doubts=doubts
    )
    return captures.add_capture(project, source_id, draft)


def _cite(project: Project, incident_id: int, source_id: int, capture_id: int) -> int:
    start = TEXT.index("the quaggamire")
    passage = make_passage(TEXT, capture_id, start, start + 21)
    draft = CitationDraft(
        source_id=source_id,
        quote=TEXT[start : start + 21],
        locator="elandic page",
        note="impalary note",
        passage=passage,
        stated=UncertainDate("2024-01-23", "kuduless day"),
    )
    return citations.add_citation(project, incident_id, draft)


def _purge(project: Project, source_id: int) -> None:
    sources.delete_sources(project, [source_id])
    waste.empty_bin(project)
    assert _left(project) == []
    _replay(project)
    assert _left(project) == []


def test_words_of_a_citation_that_went_over_to_another_source_go(
    project: Project, source_id: int, capture_id: int
) -> None:
    incident_id, other = factories.add_incident(project), factories.add_source(project, "Other")
    citation_id = _cite(project, incident_id, source_id, capture_id)
    citations.edit_citation(project, citation_id, CitationPatch(quote="the quaggamire gate"))
    repair_passage(project, citation_id, 0, 9)
    new = CitationPatch(
        source_id=other, quote="own", passage=None, stated=UncertainDate("2024"), locator="2", note="mine"
    )
    citations.edit_citation(project, citation_id, new)
    citations.edit_citation(project, citation_id, CitationPatch(quote="own words"))
    _purge(project, source_id)
    (line,) = incidents.get_incident(project, incident_id).citations
    assert (line.source_id, line.quote, line.locator, line.stated.edtf) == (other, "own words", "2", "2024")
    project.undo()
    (line,) = incidents.get_incident(project, incident_id).citations
    assert line.quote == "own"


def test_words_of_a_citation_that_was_removed_later_go(project: Project, source_id: int, capture_id: int) -> None:
    incident_id, other = factories.add_incident(project), factories.add_source(project, "Other")
    citation_id = _cite(project, incident_id, source_id, capture_id)
    new = CitationPatch(source_id=other, quote="own", locator="", note="", stated=UncertainDate("2024"))
    citations.edit_citation(project, citation_id, new)
    citations.remove_citations(project, [citation_id])
    _purge(project, source_id)
    project.undo()
    (line,) = incidents.get_incident(project, incident_id).citations
    assert (line.source_id, line.quote, line.passage) == (other, "own", None)


def test_surroundings_of_a_passage_in_a_copy_of_a_purged_source_go(
    project: Project, source_id: int, capture_id: int
) -> None:
    incident_id, other = factories.add_incident(project), factories.add_source(project, "Other")
    start = TEXT.index("bridge")
    passage = make_passage(TEXT, capture_id, start, start + 6)
    citation_id = factories.add_citation(project, incident_id, other, quote="bridge", passage=passage)
    citations.edit_citation(project, citation_id, CitationPatch(quote="bridge was"))
    _purge(project, source_id)
    (line,) = incidents.get_incident(project, incident_id).citations
    assert (line.source_id, line.quote, line.passage) == (other, "bridge was", None)


def test_texts_that_were_replaced_and_decisions_on_them_go(project: Project, source_id: int, capture_id: int) -> None:
    incident_id = factories.add_incident(project, edtf="2024-02-01")
    replace_text(project, capture_id, f"Impalary start. {TEXT}", extractor="elandic")
    (proposed,) = read_proposals(project, capture_id)
    attach_proposal(project, proposed, incident_id)
    skip_proposals(project, [proposed])
    type_text(project, capture_id, f"Other start. {TEXT}")
    project.undo()
    taken = accept_proposal(project, proposed, draft_of(project, proposed))
    incidents.delete_incidents(project, [taken])
    _purge(project, source_id)
    assert incidents.get_incident(project, incident_id).citations == ()

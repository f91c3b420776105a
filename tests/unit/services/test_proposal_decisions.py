"""Accepting, attaching and skipping proposals: one change each, with the words that prove it."""

import pytest

from dates import UncertainDate
from models.drafts import EntityDraft, SourceDraft
from models.enums import EntityKind, Operation, ProblemCode, Stance, Status
from models.errors import UserFacingError
from models.proposals import Origin, ProposalState, ProposedIncident
from services import entities, incidents, sources
from services.capture_texts import replace_text
from services.project import Project
from services.proposal_decisions import accept_proposal, attach_proposal, draft_of, skip_proposals, unskip_proposals
from services.proposal_queue import read_proposals
from tests import factories

TEXT = (
    "Two ferries collided\n\nTwo ferries collided off Cape Brill on Saturday, the harbour office said.\n\n"
    "The master was arrested in Port Ansel on 3 May 2023."
)


@pytest.fixture
def capture_id(project: Project) -> int:
    draft = SourceDraft(title="Harbour paper", published=UncertainDate("2023-05-09"))
    return factories.add_capture(project, sources.add_source(project, draft), TEXT)


def _read(project: Project, capture_id: int) -> tuple[ProposedIncident, ...]:
    return read_proposals(project, capture_id)


def _states(project: Project, capture_id: int) -> list[ProposalState]:
    return [one.state for one in _read(project, capture_id)]


def test_accepted_proposal_is_a_reported_incident_cited_from_its_words(project: Project, capture_id: int) -> None:
    first = _read(project, capture_id)[0]
    incident_id = accept_proposal(project, first, draft_of(project, first))
    card = incidents.get_incident(project, incident_id)
    (citation,) = card.citations
    assert (card.status, card.date.edtf, card.date.as_written) == (Status.REPORTED, "2023-05-06", "Saturday")
    assert citation.passage is not None
    assert TEXT[citation.passage.start : citation.passage.end] == citation.quote == first.proposal.quote
    assert (citation.stance, citation.locator, citation.stated.edtf) == (Stance.SUPPORTS, "2", "2023-05-06")
    assert project.history()[-1].operation is Operation.ACCEPT_PROPOSAL
    assert _read(project, capture_id)[0].incident_id == incident_id
    project.undo()
    assert _states(project, capture_id) == [ProposalState.OPEN, ProposalState.OPEN]


def test_draft_takes_only_names_that_the_project_knows(project: Project, capture_id: int) -> None:
    second = _read(project, capture_id)[1]
    assert draft_of(project, second).place == ""
    entities.add_entity(project, EntityDraft(kind=EntityKind.PLACE, name="Port Ansel"))
    draft = draft_of(project, _read(project, capture_id)[1])
    assert draft.place == "Port Ansel"
    assert draft.roles == ()


def test_attached_proposal_with_the_same_date_supports(project: Project, capture_id: int) -> None:
    first = _read(project, capture_id)[0]
    incident_id = factories.add_incident(project, "Collision off the cape", "2023-05")
    attach_proposal(project, first, incident_id)
    (citation,) = incidents.get_incident(project, incident_id).citations
    assert citation.stance is Stance.SUPPORTS


def test_attached_proposal_with_another_date_contradicts_and_both_dates_stay(project: Project, capture_id: int) -> None:
    first = _read(project, capture_id)[0]
    incident_id = factories.add_incident(project, "Collision off the cape", "2023-05-05")
    attach_proposal(project, first, incident_id)
    card = incidents.get_incident(project, incident_id)
    assert card.date.edtf == "2023-05-05"
    assert (card.citations[0].stance, card.citations[0].stated.edtf) == (Stance.CONTRADICTS, "2023-05-06")
    assert card.citations[0].stated.as_written == "Saturday"
    project.undo()
    assert incidents.get_incident(project, incident_id).citations == ()


def test_undated_incident_takes_the_date_of_what_is_attached(project: Project, capture_id: int) -> None:
    first = _read(project, capture_id)[0]
    incident_id = factories.add_incident(project, "Collision off the cape", "")
    attach_proposal(project, first, incident_id, stance=Stance.QUALIFIES)
    card = incidents.get_incident(project, incident_id)
    assert (card.date.edtf, card.citations[0].stance) == ("2023-05-06", Stance.QUALIFIES)


def test_skipped_proposals_stay_skipped_until_they_are_wanted_again(project: Project, capture_id: int) -> None:
    both = _read(project, capture_id)
    skip_proposals(project, both)
    skip_proposals(project, both)
    assert _states(project, capture_id) == [ProposalState.SKIPPED, ProposalState.SKIPPED]
    unskip_proposals(project, both[:1])
    assert _states(project, capture_id) == [ProposalState.OPEN, ProposalState.SKIPPED]
    project.undo()
    project.undo()
    assert _states(project, capture_id) == [ProposalState.OPEN, ProposalState.OPEN]


def test_copies_are_cited_too(project: Project, capture_id: int) -> None:
    other = factories.add_source(project, "Copy of the harbour paper")
    copy_id = factories.add_capture(project, other, "Wire. " + TEXT)
    first = _read(project, capture_id)[0]
    start = first.origin.start + len("Wire. ")
    copy = Origin(other, "Copy", copy_id, start, start + len(first.proposal.quote))
    proposed = ProposedIncident(first.proposal, first.origin, (copy,))
    incident_id = accept_proposal(project, proposed, draft_of(project, proposed))
    cited = incidents.get_incident(project, incident_id).citations
    assert [line.source_id for line in cited] == [first.origin.source_id, other]
    assert len({line.quote for line in cited}) == 1


def test_proposal_of_a_text_that_changed_is_refused_and_nothing_is_written(project: Project, capture_id: int) -> None:
    first = _read(project, capture_id)[0]
    replace_text(project, capture_id, "Quite another text.", extractor="test")
    changes = len(project.history())
    with pytest.raises(UserFacingError) as caught:
        accept_proposal(project, first, draft_of(project, first))
    assert caught.value.problem is ProblemCode.STALE_ROW
    assert len(project.history()) == changes


def test_attaching_to_nothing_is_refused(project: Project, capture_id: int) -> None:
    with pytest.raises(UserFacingError) as caught:
        attach_proposal(project, _read(project, capture_id)[0], 77)
    assert caught.value.problem is ProblemCode.NOT_FOUND

"""Accepting, attaching and skipping proposals: one change each, with the words that prove it."""

from typing import Any

import pytest

from dates import UncertainDate
from models.drafts import EntityDraft, SourceDraft
from models.enums import EntityKind, Operation, ProblemCode, Stance, Status
from models.errors import UserFacingError
from models.proposals import Origin, ProposalState, ProposedIncident
from services import bin as waste
from services import entities, incidents, sources
from services.capture_texts import replace_text
from services.checks import check_project
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


def _with_copy(project: Project, capture_id: int, **more: Any) -> ProposedIncident:
    """The first proposal, whose words stand in another document too."""
    other = factories.add_source(project, "Copy of the harbour paper", **more)
    copy_id = factories.add_capture(project, other, "Wire. " + TEXT)
    first = _read(project, capture_id)[0]
    start = first.origin.start + len("Wire. ")
    copy = Origin(other, "Copy", copy_id, start, start + len(first.proposal.quote))
    return ProposedIncident(first.proposal, first.origin, (copy,))


def test_copies_are_cited_too_but_are_no_second_witness(project: Project, capture_id: int) -> None:
    proposed = _with_copy(project, capture_id)
    incident_id = accept_proposal(project, proposed, draft_of(project, proposed))
    card = incidents.get_incident(project, incident_id)
    assert [line.source_id for line in card.citations] == [proposed.origin.source_id, proposed.copies[0].source_id]
    assert len({line.quote for line in card.citations}) == 1
    assert [line.stance for line in card.citations] == [Stance.SUPPORTS, Stance.CONTEXT]
    assert card.independent_sources == 1


def test_copy_that_is_known_to_republish_supports_without_being_counted(project: Project, capture_id: int) -> None:
    origin = _read(project, capture_id)[0].origin.source_id
    proposed = _with_copy(project, capture_id, republishes_id=origin)
    card = incidents.get_incident(project, accept_proposal(project, proposed, draft_of(project, proposed)))
    assert [line.stance for line in card.citations] == [Stance.SUPPORTS, Stance.SUPPORTS]
    assert card.independent_sources == 1


def test_skipping_and_taking_up_reach_the_copies(project: Project, capture_id: int) -> None:
    proposed = _with_copy(project, capture_id, published=UncertainDate("2023-05-09"))
    skip_proposals(project, [proposed, proposed])
    assert [_states(project, one)[0] for one in _captures(proposed)] == [ProposalState.SKIPPED] * 2
    unskip_proposals(project, [proposed])
    assert [_states(project, one)[0] for one in _captures(proposed)] == [ProposalState.OPEN] * 2
    assert project.history()[-1].operation is Operation.UNSKIP_PROPOSAL


def _captures(proposed: ProposedIncident) -> list[int]:
    return [proposed.origin.capture_id, *(copy.capture_id for copy in proposed.copies)]


def test_accepting_what_was_skipped_takes_it_up(project: Project, capture_id: int) -> None:
    first = _read(project, capture_id)[0]
    skip_proposals(project, [first])
    incident_id = accept_proposal(project, first, draft_of(project, first))
    incidents.delete_incidents(project, [incident_id])
    assert _states(project, capture_id)[0] is ProposalState.OPEN
    project.undo()
    project.undo()
    assert _states(project, capture_id)[0] is ProposalState.SKIPPED


def test_emptying_the_bin_takes_skipped_proposals_of_its_sources_along(project: Project, capture_id: int) -> None:
    first = _read(project, capture_id)[0]
    skip_proposals(project, _read(project, capture_id))
    sources.delete_sources(project, [first.origin.source_id])
    assert waste.empty_bin(project) == 1
    with project.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM skipped_proposal").scalar() == 0
        left = connection.exec_driver_sql("SELECT count(*) FROM change_row WHERE record = 'skipped_proposal'").scalar()
    assert left == 0
    while project.undo_step():
        project.undo()
    assert check_project(project).damage == ()


def test_nothing_is_attached_to_what_lies_in_the_bin(project: Project, capture_id: int) -> None:
    incident_id = factories.add_incident(project)
    incidents.delete_incidents(project, [incident_id])
    with pytest.raises(UserFacingError) as caught:
        attach_proposal(project, _read(project, capture_id)[0], incident_id)
    assert caught.value.problem is ProblemCode.NOT_FOUND


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

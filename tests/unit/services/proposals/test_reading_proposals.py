"""Proposals of a project's document, and what became of each."""

import pytest

from dates import UncertainDate
from models.changes import RecordKind
from models.drafts import EntityDraft, PassageDraft
from models.enums import EntityKind, Operation, ProblemCode
from models.errors import UserFacingError
from models.proposals import Origin, ProposalState, ProposedIncident
from services.entities import add_entity
from services.incidents import delete_incidents
from services.project import Project
from services.proposal_queue import read_proposals, refresh_states
from tests import factories

TEXT = (
    "The ferry ran aground on 4 May 2023. Nobody was hurt.\n\n"
    "The council closed the pier on 6 May 2023, and the minister reopened it on 9 May 2023.\n\n"
    "On Sunday the harbour office sacked the pilot."
)


@pytest.fixture
def capture(project: Project) -> int:
    source = factories.add_source(project, "Ferry aground", published=UncertainDate("2023-05-16"))
    return factories.add_capture(project, source, TEXT)


def cite(project: Project, capture: int, words: str, *, edtf: str = "") -> int:
    """An incident that cites words of the text; returns its id."""
    incident, start = factories.add_incident(project), TEXT.index(words)
    passage = PassageDraft(capture_id=capture, start=start, end=start + len(words))
    stated = UncertainDate(edtf)
    factories.add_citation(project, incident, 1, quote=words, passage=passage, stated=stated)
    return incident


def skip(project: Project, proposed: ProposedIncident) -> None:
    origin = proposed.origin
    row = {"capture_id": origin.capture_id, "sentence_start": origin.start, "sentence_end": origin.end}
    with project.change(Operation.SKIP_PROPOSAL) as change:
        change.insert(RecordKind.SKIPPED_PROPOSAL, row | {"date_edtf": proposed.proposal.date.edtf})


def states(project: Project, capture: int) -> list[tuple[str, ProposalState]]:
    return [(one.proposal.date.edtf, one.state) for one in read_proposals(project, capture)]


def test_read_proposals_gives_them_in_the_order_of_the_text_with_exact_quotes(project: Project, capture: int) -> None:
    proposals = read_proposals(project, capture)
    dates = [one.proposal.date.edtf for one in proposals]
    assert dates == ["2023-05-04", "2023-05-06", "2023-05-09", "2023-05-14"]
    assert all(TEXT[one.origin.start : one.origin.end] == one.proposal.quote for one in proposals)
    assert proposals[0].origin == Origin(1, "Ferry aground", capture, 0, 36)
    assert {one.state for one in proposals} == {ProposalState.OPEN}


def test_today_is_what_the_dates_count_from(project: Project, capture: int) -> None:
    proposals = read_proposals(project, capture, today=UncertainDate("2024-02-01"))
    assert proposals[-1].proposal.date.edtf == "2024-01-28"


def test_figures_are_read_as_the_place_of_the_source_writes_them_else_as_usual(project: Project) -> None:
    for language, usual, day in (
        ("en-US", "en-GB", "2023-03-04"),
        ("", "en-GB", "2023-04-03"),
        ("", "en", "2023-03-04"),
    ):
        source = factories.add_source(project, language=language, published=UncertainDate("2023-05-16"))
        copy = factories.add_capture(project, source, "The council closed the pier on 03/04/2023.")
        (proposed,) = read_proposals(project, copy, usual=usual)
        assert proposed.proposal.date.edtf == f"{day}?"


def test_names_that_the_project_knows_are_found(project: Project) -> None:
    add_entity(project, EntityDraft(kind=EntityKind.ORGANISATION, name="Harbour"))
    copy = factories.add_capture(project, factories.add_source(project), "Harbour sacked its pilot on 4 May 2023.")
    (proposed,) = read_proposals(project, copy)
    assert "Harbour" in (*proposed.proposal.names, *proposed.proposal.places)


def test_sentence_that_an_incident_cites_is_taken(project: Project, capture: int) -> None:
    incident = cite(project, capture, "ferry ran aground on 4 May 2023")
    cite(project, capture, "Sunday")  # less than half of its sentence
    first, *rest = read_proposals(project, capture)
    assert (first.state, first.incident_id) == (ProposalState.TAKEN, incident)
    assert {one.state for one in rest} == {ProposalState.OPEN}
    delete_incidents(project, [incident])
    assert read_proposals(project, capture)[0].state is ProposalState.OPEN


def test_citation_that_states_a_date_takes_the_proposal_of_that_date_alone(project: Project, capture: int) -> None:
    words = TEXT.split("\n\n")[1]
    cite(project, capture, words, edtf="2023-05-09")
    assert states(project, capture)[1:3] == [("2023-05-06", ProposalState.OPEN), ("2023-05-09", ProposalState.TAKEN)]
    cite(project, capture, words)
    assert states(project, capture)[1] == ("2023-05-06", ProposalState.TAKEN)


def test_proposal_stays_skipped_when_the_day_that_it_counts_from_changes(project: Project, capture: int) -> None:
    proposals = read_proposals(project, capture)
    skip(project, proposals[1])
    skip(project, proposals[3])
    wanted = [ProposalState.OPEN, ProposalState.SKIPPED, ProposalState.OPEN, ProposalState.SKIPPED]
    assert [state for _, state in states(project, capture)] == wanted
    moved = read_proposals(project, capture, today=UncertainDate("2024-02-01"))
    assert [one.state for one in moved] == wanted


def test_copy_without_a_text_has_no_proposals_and_a_missing_one_is_told(project: Project) -> None:
    copy = factories.add_capture(project, factories.add_source(project), "")
    assert read_proposals(project, copy) == ()
    with pytest.raises(UserFacingError) as caught:
        read_proposals(project, 99)
    assert caught.value.problem is ProblemCode.NOT_FOUND


def test_states_are_refreshed_without_reading_the_text_again(project: Project, capture: int) -> None:
    read = read_proposals(project, capture)
    incident = cite(project, capture, TEXT.split("\n\n")[1], edtf="2023-05-09")
    skip(project, read[0])
    fresh = refresh_states(project, read)
    assert fresh == read_proposals(project, capture)
    assert [one.state for one in fresh[:3]] == [ProposalState.SKIPPED, ProposalState.OPEN, ProposalState.TAKEN]
    assert fresh[2].incident_id == incident
    delete_incidents(project, [incident])
    assert refresh_states(project, fresh)[2] == read[2]


class Impatient:
    """Stops at the second date."""

    def __init__(self) -> None:
        self.asked = 0

    def report(self, done: int, total: int = 0) -> None:
        raise AssertionError

    def check(self) -> None:
        self.asked += 1
        if self.asked == 2:
            raise InterruptedError


def test_reading_stops_between_two_dates(project: Project, capture: int) -> None:
    progress = Impatient()
    with pytest.raises(InterruptedError):
        read_proposals(project, capture, progress=progress)
    assert progress.asked == 2

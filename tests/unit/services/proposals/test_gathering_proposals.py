"""One queue of proposals across documents, by day; copies of a story are told apart from it."""

import pytest

from dates import UncertainDate
from models.drafts import SourcePatch
from models.proposals import ProposalState, ProposedIncident
from services.incidents import delete_incidents
from services.project import Project
from services.proposal_decisions import accept_proposal, draft_of, skip_proposals
from services.proposal_queue import gather_proposals, refresh_states
from services.sources import delete_sources, edit_source
from tests import factories

STORY = (
    "The ferry Aurora ran aground off the north pier on 4 May 2023 with ninety people on board, the harbour office said. "
    "A tug from the next port pulled her free and brought her to the old yard. Nobody was hurt, but the mayor "
    "asked for an inquiry into the lights of the channel. The council met on 6 May 2023 and closed the channel for all ships "
    "longer than sixty metres until new lights stand on both sides of it."
)
LOCAL = STORY + "\n\nPupils of the town school watched from the quay and wrote letters to the crew on 5 May 2023."
OTHER = "The mill burned down on 4 May 2023. Its owner sold the ruin on 2 April 2024."


def add(project: Project, title: str, text: str, published: str = "2023-05-16") -> int:
    source = factories.add_source(project, title, published=UncertainDate(published))
    factories.add_capture(project, source, text)
    return source


@pytest.fixture
def sources(project: Project) -> tuple[int, int, int]:
    """A story, another one, and a copy of the first with a paragraph more."""
    return (
        add(project, "Ferry", STORY),
        add(project, "Mill", OTHER, "2024-05-01"),
        add(project, "Town paper", LOCAL, "2023-05-17"),
    )


def lines(proposals: tuple[ProposedIncident, ...]) -> list[tuple[str, int, int]]:
    """Date, source and number of copies of each."""
    return [(one.proposal.date.edtf, one.origin.source_id, len(one.copies)) for one in proposals]


class StoppedError(Exception):
    """What a person's Cancel raises."""


class Watch:
    """Notes what it is told; stops at a call of its choice."""

    def __init__(self, stop_at: int = -1) -> None:
        self.told: list[tuple[int, int]] = []
        self.left = stop_at

    def report(self, done: int, total: int = 0) -> None:
        self.told.append((done, total))
        self.check()

    def check(self) -> None:
        self.left -= 1
        if not self.left:
            raise StoppedError


def test_queue_is_by_day_and_then_by_document(project: Project, sources: tuple[int, int, int]) -> None:
    watch = Watch()
    queue = gather_proposals(project, progress=watch)
    assert lines(queue.proposals) == [
        ("2023-05-04", sources[0], 1),
        ("2023-05-04", sources[1], 0),
        ("2023-05-05", sources[2], 0),
        ("2023-05-06", sources[0], 1),
        ("2024-04-02", sources[1], 0),
    ]
    assert (queue.documents, watch.told) == (3, [(0, 3), (1, 3), (2, 3), (3, 3)])


def test_queue_names_documents_that_copy_another(project: Project, sources: tuple[int, int, int]) -> None:
    queue = gather_proposals(project)
    (copy,) = queue.duplicates
    assert (copy.source_id, copy.source_label, copy.origin_id) == (sources[2], "Town paper", sources[0])
    (origin,) = queue.proposals[0].copies
    assert LOCAL[origin.start : origin.end] == queue.proposals[0].proposal.quote
    edit_source(project, sources[2], SourcePatch(republishes_id=sources[0]))
    queue = gather_proposals(project)
    assert (queue.duplicates, lines(queue.proposals)[0]) == ((), ("2023-05-04", sources[0], 1))


def test_labels_that_several_documents_have_are_told_apart(project: Project) -> None:
    given = [("Gazette", "2023-05-16"), ("", "2023-05-17"), ("", "2023-05-18")]
    for site, day in given:
        source = factories.add_source(project, "Dam", container_title=site, published=UncertainDate(day))
        factories.add_capture(project, source, f"The dam broke on 4 May 2023. Word {day}.")
    add(project, "Mill", OTHER)
    labels = {one.origin.source_label for one in gather_proposals(project).proposals}
    assert labels == {"Dam (Gazette)", "Dam (17 May 2023)", "Dam (18 May 2023)", "Mill"}


def test_same_words_of_documents_that_are_no_copies_stay_apart(project: Project) -> None:
    words = "The council closed the pier on 6 May 2023."
    for number in range(3):
        ending = " ".join(f"word{number}{place}" for place in range(200))
        add(project, "Document", f"{words} {ending}.")
    queue = gather_proposals(project)
    assert [one.copies for one in queue.proposals] == [(), (), ()]


def test_queue_reads_the_chosen_sources_and_the_newest_text_of_each(
    project: Project, sources: tuple[int, int, int]
) -> None:
    factories.add_capture(project, sources[1], "The mill was built on 1 March 1901.")
    factories.add_capture(project, sources[1], "")
    delete_sources(project, [sources[2]])
    assert lines(gather_proposals(project, source_ids=sources[1:]).proposals) == [("1901-03-01", sources[1], 0)]
    assert gather_proposals(project).documents == 2


def test_accepted_and_skipped_words_are_so_in_their_copies_too(project: Project, sources: tuple[int, int, int]) -> None:
    queue = gather_proposals(project)
    first, *_, fourth, _last = queue.proposals
    incident = accept_proposal(project, first, draft_of(project, first))
    skip_proposals(project, [fourth])
    again = refresh_states(project, queue.proposals)
    assert again == gather_proposals(project).proposals
    assert [one.state for one in again] == [
        ProposalState.TAKEN,
        ProposalState.OPEN,
        ProposalState.OPEN,
        ProposalState.SKIPPED,
        ProposalState.OPEN,
    ]
    assert again[0].incident_id == incident
    alone = gather_proposals(project, source_ids=[sources[2]]).proposals
    assert [one.state for one in alone] == [ProposalState.TAKEN, ProposalState.OPEN, ProposalState.SKIPPED]
    delete_incidents(project, [incident])
    assert refresh_states(project, again)[0].state is ProposalState.OPEN


def test_words_that_are_taken_in_a_copy_are_taken_in_the_origin(
    project: Project, sources: tuple[int, int, int]
) -> None:
    (copied, *_) = gather_proposals(project, source_ids=[sources[2]]).proposals
    incident = accept_proposal(project, copied, draft_of(project, copied))
    first = gather_proposals(project).proposals[0]
    assert (first.origin.source_id, first.state, first.incident_id) == (sources[0], ProposalState.TAKEN, incident)


@pytest.mark.parametrize("stop_at", [1, 2, 3, 5, 7])
def test_queue_stops_when_it_is_cancelled(project: Project, sources: tuple[int, int, int], stop_at: int) -> None:
    with pytest.raises(StoppedError):
        gather_proposals(project, progress=Watch(stop_at))

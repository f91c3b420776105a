"""What became of proposed incidents: by the citations of their words, and by what was skipped."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from operator import attrgetter

from sqlalchemy import Connection

from models.proposals import Origin, ProposalState, ProposedIncident

_CITED = """SELECT c.capture_id, c.passage_start, c.passage_end, c.stated_edtf, c.incident_id FROM citation c JOIN incident i
 ON i.id = c.incident_id WHERE c.capture_id IN ({marks}) AND c.passage_start IS NOT NULL AND i.deleted_at IS NULL
 ORDER BY c.id"""
_SKIPPED = """SELECT capture_id, sentence_start, sentence_end, date_edtf, NULL FROM skipped_proposal
 WHERE capture_id IN ({marks})"""
_BATCH = 500


@dataclass(frozen=True, slots=True)
class _Decision:
    """What somebody made of words of a text. `edtf` is the date it was about, "" where none is told."""

    start: int
    end: int
    edtf: str
    incident_id: int | None


_Decisions = Mapping[int, Sequence[_Decision]]
"""By the id of the capture."""


def with_states(connection: Connection, proposed: Sequence[ProposedIncident]) -> tuple[ProposedIncident, ...]:
    """The same proposals with what became of each, or of the same words in a copy."""
    captures = sorted({origin.capture_id for one in proposed for origin in _origins(one)})
    cited, skipped = _read(connection, _CITED, captures), _read(connection, _SKIPPED, captures)
    reach = {capture: _Reach([*cited.get(capture, ()), *skipped.get(capture, ())]) for capture in (*cited, *skipped)}
    # Most sentences have no decision near: the window asks after each one, for thousands of proposals.
    near = [
        any(one.capture_id in reach and reach[one.capture_id].is_near(one) for one in _origins(x)) for x in proposed
    ]
    dates: dict[tuple[int, int, int], set[str]] = defaultdict(set)
    for one, is_near in zip(proposed, near, strict=True):
        if is_near:
            dates[one.key[:3]].add(one.proposal.date.edtf)
    return tuple(
        _with_state(one, dates[one.key[:3]], cited, skipped) if is_near else _opened(one)
        for one, is_near in zip(proposed, near, strict=True)
    )


class _Reach:
    """Which places of a text decisions were made about."""

    def __init__(self, decisions: Sequence[_Decision]) -> None:
        ordered = sorted(decisions, key=attrgetter("start"))
        self._starts = [one.start for one in ordered]
        self._ends = list(accumulate((one.end for one in ordered), max))

    def is_near(self, origin: Origin) -> bool:
        """Whether one of them shares words with a sentence."""
        before = bisect_left(self._starts, origin.end)
        return before > 0 and self._ends[before - 1] > origin.start


def _opened(proposed: ProposedIncident) -> ProposedIncident:
    if proposed.state is ProposalState.OPEN:
        return proposed
    return replace(proposed, state=ProposalState.OPEN, incident_id=None)


def _origins(proposed: ProposedIncident) -> tuple[Origin, ...]:
    return proposed.origin, *proposed.copies


def _read(connection: Connection, query: str, captures: Sequence[int]) -> _Decisions:
    found: dict[int, list[_Decision]] = defaultdict(list)
    for first in range(0, len(captures), _BATCH):
        batch = tuple(captures[first : first + _BATCH])
        for row in connection.exec_driver_sql(query.format(marks=", ".join("?" * len(batch))), batch):
            found[row[0]].append(_Decision(row[1], row[2], row[3], row[4]))
    return found


def _with_state(
    proposed: ProposedIncident, dates: set[str], cited: _Decisions, skipped: _Decisions
) -> ProposedIncident:
    """A proposal with what became of it; `dates` are those of its sentence."""
    edtf = proposed.proposal.date.edtf
    for origin in _origins(proposed):
        taken = _decided(edtf, dates, (one for one in cited.get(origin.capture_id, ()) if _covers(one, origin)))
        if taken is not None:
            return replace(proposed, state=ProposalState.TAKEN, incident_id=taken.incident_id)
    for origin in _origins(proposed):
        here = (one for one in skipped.get(origin.capture_id, ()) if (one.start, one.end) == (origin.start, origin.end))
        if _decided(edtf, dates, here) is not None:
            return replace(proposed, state=ProposalState.SKIPPED, incident_id=None)
    return _opened(proposed)


def _covers(decision: _Decision, origin: Origin) -> bool:
    """Whether at least half of the sentence is among the words of the decision."""
    shared = min(decision.end, origin.end) - max(decision.start, origin.start)
    return shared * 2 >= origin.end - origin.start


def _decided(edtf: str, dates: set[str], decisions: Iterable[_Decision]) -> _Decision | None:
    """The decision on a proposal. Of a sentence that dates two things, one about the other's date says nothing."""
    found = tuple(decisions)
    mine = (one for one in found if one.edtf == edtf)
    return next(mine, None) or next((one for one in found if one.edtf not in dates), None)

"""Proposed incidents of a project's documents: of one in the order of its text, of many by day. Nothing is written."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dates import UncertainDate
from dates.publication import publication_day
from dates.spelling import table_of
from models.collector import collector_held
from models.enums import ProblemCode
from models.errors import UserFacingError
from models.proposals import Origin, Proposal, ProposalState, ProposedIncident
from services.import_worker import ImportProgress
from services.project import Project
from services.proposals import propose
from services.stored_dates import read_stored_date

_DOCUMENT = """SELECT c.id, c.source_id, s.title, s.language, s.published_edtf, s.published_as_written,
 s.published_time_zone, t.text FROM capture c JOIN source s ON s.id = c.source_id LEFT JOIN capture_text t
 ON t.capture_id = c.id WHERE c.id = ?"""
_CITED = """SELECT c.passage_start, c.passage_end, c.stated_edtf, c.incident_id FROM citation c JOIN incident i
 ON i.id = c.incident_id WHERE c.capture_id = ? AND c.passage_start IS NOT NULL AND i.deleted_at IS NULL ORDER BY c.id"""
_SKIPPED = "SELECT sentence_start, sentence_end, date_edtf FROM skipped_proposal WHERE capture_id = ?"


@dataclass(frozen=True, slots=True)
class _Document:
    """A preserved text and what its source says of it."""

    capture_id: int
    source_id: int
    label: str
    language: str
    published: UncertainDate
    text: str


@dataclass(frozen=True, slots=True)
class _Decision:
    """What somebody made of words of a text. `edtf` is the date it was about, "" where none is told."""

    start: int
    end: int
    edtf: str
    incident_id: int | None


def read_proposals(
    project: Project,
    capture_id: int,
    *,
    today: UncertainDate | None = None,
    usual: str = "en",
    progress: ImportProgress | None = None,
) -> tuple[ProposedIncident, ...]:
    """The proposals of one preserved copy in the order of its text, with what became of each.

    `today` is what "yesterday" counts from, the source's day of publication where it is not given; `usual` is the table of
    dates (`dates.spelling`) for a source that does not say its place. Raises NOT_FOUND, and what `progress` raises, which
    is asked at every date.
    """
    with project.read() as connection:
        document = _read_document(connection, capture_id)
        known = _known_names(connection)
        decisions = _read_decisions(connection, capture_id)
    with collector_held():
        return _judged(document, _propose(document, today or document.published, known, usual, progress), decisions)


def refresh_states(project: Project, proposed: Sequence[ProposedIncident]) -> tuple[ProposedIncident, ...]:
    """The same proposals with what became of each by now; no text is read."""
    with project.read() as connection:
        captures = {one.origin.capture_id for one in proposed}
        decisions = {capture_id: _read_decisions(connection, capture_id) for capture_id in captures}
    dates: dict[tuple[int, int, int], set[str]] = defaultdict(set)
    for one in proposed:
        dates[one.key[:3]].add(one.proposal.date.edtf)
    return tuple(_with_state(one, dates[one.key[:3]], decisions[one.origin.capture_id]) for one in proposed)


def _read_document(connection: Connection, capture_id: int) -> _Document:
    row = connection.exec_driver_sql(_DOCUMENT, (capture_id,)).fetchone()
    if row is None:
        raise UserFacingError(ProblemCode.NOT_FOUND, record="capture")
    published = read_stored_date(row.published_edtf, row.published_as_written, row.published_time_zone)
    return _Document(row.id, row.source_id, row.title, row.language, published, row.text or "")


def _known_names(connection: Connection) -> tuple[str, ...]:
    return tuple(row[0] for row in connection.exec_driver_sql("SELECT name FROM entity ORDER BY id"))


def _read_decisions(connection: Connection, capture_id: int) -> tuple[list[_Decision], list[_Decision]]:
    """What was cited, and what was skipped."""
    cited = [_Decision(row[0], row[1], row[2], row[3]) for row in connection.exec_driver_sql(_CITED, (capture_id,))]
    return cited, [
        _Decision(row[0], row[1], row[2], None) for row in connection.exec_driver_sql(_SKIPPED, (capture_id,))
    ]


def _propose(
    document: _Document, today: UncertainDate, known: Iterable[str], usual: str, progress: ImportProgress | None
) -> tuple[Proposal, ...]:
    # Compiling the tables takes longer than the window's start may; only who reads a text needs them.
    from dates import read_dates  # noqa: PLC0415

    anchor = publication_day(today)
    day = anchor.date() if isinstance(anchor, dt.datetime) else anchor
    table = table_of(document.language, usual)
    mentions = []
    for mention in read_dates(document.text, anchor, language=table):
        if progress is not None:
            progress.check()
        mentions.append(mention)
    return propose(document.text, mentions, published=day, language=table, known=known)


def _judged(
    document: _Document, proposals: Sequence[Proposal], decisions: tuple[list[_Decision], list[_Decision]]
) -> tuple[ProposedIncident, ...]:
    """Each proposal with its origin and what became of it."""
    dates: dict[tuple[int, int], set[str]] = defaultdict(set)
    for one in proposals:
        dates[one.start, one.end].add(one.date.edtf)
    origins = [Origin(document.source_id, document.label, document.capture_id, one.start, one.end) for one in proposals]
    return tuple(
        _with_state(ProposedIncident(one, origin), dates[one.start, one.end], decisions)
        for one, origin in zip(proposals, origins, strict=True)
    )


def _with_state(
    proposed: ProposedIncident, dates: set[str], decisions: tuple[list[_Decision], list[_Decision]]
) -> ProposedIncident:
    """A proposal with what became of it; `dates` are those of its sentence."""
    one = proposed.proposal
    cited, skipped = decisions
    taken = _decided(one, dates, [x for x in cited if _covers(x, one)])
    if taken is not None:
        return replace(proposed, state=ProposalState.TAKEN, incident_id=taken.incident_id)
    is_skipped = _decided(one, dates, [x for x in skipped if (x.start, x.end) == (one.start, one.end)]) is not None
    state = ProposalState.SKIPPED if is_skipped else ProposalState.OPEN
    return replace(proposed, state=state, incident_id=None)


def _covers(decision: _Decision, proposal: Proposal) -> bool:
    """Whether at least half of the proposal's sentence is among the words of the decision."""
    shared = min(decision.end, proposal.end) - max(decision.start, proposal.start)
    return shared * 2 >= proposal.end - proposal.start


def _decided(proposal: Proposal, dates: set[str], decisions: Sequence[_Decision]) -> _Decision | None:
    """The decision on a proposal. Of a sentence that dates two things, one about the other's date says nothing."""
    mine = [one for one in decisions if one.edtf == proposal.date.edtf]
    return next(iter(mine or [one for one in decisions if one.edtf not in dates]), None)

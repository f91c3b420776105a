"""Proposed incidents of a project's documents: of one in the order of its text, of many by day. Nothing is written."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Row

from dates import UncertainDate
from dates.publication import publication_day
from dates.spelling import table_of
from models.collector import collector_held
from models.enums import ProblemCode
from models.errors import UserFacingError
from models.proposals import Origin, Proposal, ProposedIncident, Queue
from services.import_worker import ImportProgress, Unwatched
from services.near_duplicates import Document, find_duplicates, sketch
from services.project import Project
from services.proposal_states import with_states
from services.proposals import propose
from services.stored_dates import read_stored_date

_PAPERS = """SELECT c.id, c.source_id, s.title, s.language, s.published_edtf, s.published_as_written,
 s.published_time_zone, s.republishes_id FROM capture c JOIN source s ON s.id = c.source_id"""
_READABLE = (
    _PAPERS
    + """ WHERE s.deleted_at IS NULL AND c.id = (SELECT max(o.id) FROM capture o JOIN capture_text t
 ON t.capture_id = o.id WHERE o.source_id = s.id AND t.text <> '') ORDER BY s.id"""
)
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class _Paper:
    """A preserved copy and what its source says of it, without the text."""

    capture_id: int
    source_id: int
    label: str
    language: str
    published: UncertainDate
    republishes_id: int | None


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
        row = connection.exec_driver_sql(f"{_PAPERS} WHERE c.id = ?", (capture_id,)).fetchone()
        if row is None:
            raise UserFacingError(ProblemCode.NOT_FOUND, record="capture")
        paper, text, known = _paper(row), _read_text(connection, capture_id), _known_names(connection)
    with collector_held():
        found = _propose(paper, text, today or paper.published, _Reader(known, usual, progress or Unwatched()))
    return refresh_states(project, found)


def refresh_states(project: Project, proposed: Sequence[ProposedIncident]) -> tuple[ProposedIncident, ...]:
    """The same proposals with what became of each by now; no text is read."""
    with project.read() as connection:
        return with_states(connection, proposed)


def gather_proposals(
    project: Project,
    *,
    source_ids: Collection[int] | None = None,
    usual: str = "en",
    progress: ImportProgress | None = None,
) -> Queue:
    """The proposals of all sources, or of some, by day and then by document, with the documents that copy others.

    Of each source the newest copy with a text is read. The same words of documents that tell the same story are one
    proposal, its `copies` say where else they stand. Progress counts documents. Raises what `progress` raises.
    """
    watched = progress or Unwatched()
    with project.read() as connection:
        papers = [_paper(row) for row in connection.exec_driver_sql(_READABLE)]
        reader = _Reader(_known_names(connection), usual, watched)
    if source_ids is not None:
        papers = [paper for paper in papers if paper.source_id in set(source_ids)]
    found: list[ProposedIncident] = []
    documents: list[Document] = []
    for number, paper in enumerate(papers):
        watched.report(number, len(papers))
        with project.read() as connection:
            text = _read_text(connection, paper.capture_id)
        with collector_held():
            found += _propose(paper, text, paper.published, reader)
            documents.append(_document(paper, text))
    watched.report(len(papers), len(papers))
    duplicates = find_duplicates(documents)
    stories = {paper.source_id: paper.republishes_id for paper in papers if paper.republishes_id}
    stories |= {one.source_id: one.origin_id for one in duplicates}
    order = _order_of(papers, stories)
    found.sort(key=lambda one: order[one.origin.source_id])
    merged = sorted(_merged(found, stories), key=lambda one: (*_day_of(one), order[one.origin.source_id]))
    return Queue(refresh_states(project, merged), duplicates, len(papers))


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is the same for all texts."""

    known: tuple[str, ...]
    usual: str
    progress: ImportProgress


def _paper(row: "Row[tuple[object, ...]]") -> _Paper:
    published = read_stored_date(row.published_edtf, row.published_as_written, row.published_time_zone)
    return _Paper(row.id, row.source_id, row.title, row.language, published, row.republishes_id)


def _read_text(connection: Connection, capture_id: int) -> str:
    text = connection.exec_driver_sql("SELECT text FROM capture_text WHERE capture_id = ?", (capture_id,)).scalar()
    return text or ""


def _known_names(connection: Connection) -> tuple[str, ...]:
    return tuple(row[0] for row in connection.exec_driver_sql("SELECT name FROM entity ORDER BY id"))


def _propose(paper: _Paper, text: str, today: UncertainDate, reader: _Reader) -> list[ProposedIncident]:
    # Compiling the tables takes longer than the window's start may; only who reads a text needs them.
    from dates import read_dates  # noqa: PLC0415

    anchor = publication_day(today)
    day = anchor.date() if isinstance(anchor, dt.datetime) else anchor
    table = table_of(paper.language, reader.usual)
    mentions = []
    for mention in read_dates(text, anchor, language=table):
        reader.progress.check()
        mentions.append(mention)
    proposals = propose(text, mentions, published=day, language=table, known=reader.known)
    return [ProposedIncident(one, _origin(paper, one)) for one in proposals]


def _origin(paper: _Paper, proposal: Proposal) -> Origin:
    return Origin(paper.source_id, paper.label, paper.capture_id, proposal.start, proposal.end)


def _document(paper: _Paper, text: str) -> Document:
    return Document(
        source_id=paper.source_id,
        label=paper.label,
        sketch=sketch(text),
        published=paper.published,
        added=paper.source_id,
        republishes_id=paper.republishes_id,
    )


def _order_of(papers: Iterable[_Paper], stories: Mapping[int, int]) -> dict[int, int]:
    """The place of each source among the documents: origins before what copies them, then by day of publication."""
    ordered = sorted(papers, key=lambda one: (one.source_id in stories, one.published.sort_at, one.source_id))
    return {paper.source_id: place for place, paper in enumerate(ordered)}


def _merged(found: Iterable[ProposedIncident], stories: Mapping[int, int]) -> Iterable[ProposedIncident]:
    """One proposal for the same words with the same date in documents of one story; the first one has the others as copies."""
    first: dict[tuple[int, str, str], ProposedIncident] = {}
    places: dict[tuple[int, str, str], dict[int, Origin]] = {}
    for one in found:
        story = _story_of(one.origin.source_id, stories)
        key = story, " ".join(one.proposal.quote.split()), one.proposal.date.edtf
        first.setdefault(key, one)
        places.setdefault(key, {}).setdefault(one.origin.source_id, one.origin)
    return (replace(one, copies=tuple(places[key].values())[1:]) for key, one in first.items())


def _story_of(source_id: int, stories: Mapping[int, int]) -> int:
    """The first of the documents that tell the same."""
    seen = {source_id}
    while (origin := stories.get(source_id)) is not None and origin not in seen:
        seen.add(origin)
        source_id = origin
    return source_id


def _day_of(proposed: ProposedIncident) -> tuple[int, int, str]:
    """The place of a day among the others; hours do not part a day."""
    date = proposed.proposal.date
    return date.sort_at // _DAY, date.sort_rank, date.edtf.partition("T")[0]

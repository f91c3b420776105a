"""One queue of proposals out of many documents, wherever they come from. Pure: knows no project."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dates import DateMention, UncertainDate, format_date
from dates.publication import publication_day
from dates.spelling import table_of
from models.collector import collector_held
from models.proposals import NearDuplicate, Origin, Proposal, ProposedIncident, Queue
from services.near_duplicates import SketchedDocument, find_duplicates, sketch
from services.progress import WorkProgress

_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Document:
    """What proposals are read from, without its text: a preserved copy of a source, or a file.

    `site` is where it stood, `file_name` that of the preserved copy.
    """

    source_id: int
    capture_id: int
    label: str
    language: str
    published: UncertainDate
    republishes_id: int | None = None
    site: str = ""
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class Manner:
    """How all texts are read: names that are known, the table of dates for texts of no place, and who is told."""

    known: Sequence[str]
    usual: str
    progress: WorkProgress


def propose_from(document: Document, text: str, today: UncertainDate, manner: Manner) -> list[ProposedIncident]:
    """The proposals of one text in its order, dates counted from `today`. Raises what the progress raises, asked often."""
    # Compiling the tables takes longer than the window's start may; only who reads a text needs them.
    from dates import read_dates  # noqa: PLC0415
    from services.proposals import find_proposals  # noqa: PLC0415

    anchor = publication_day(today)
    day = anchor.date() if isinstance(anchor, dt.datetime) else anchor
    table = table_of(document.language, manner.usual)
    with collector_held():
        mentions: list[DateMention] = []
        for mention in read_dates(text, anchor, language=table):
            manner.progress.check()
            mentions.append(mention)
        found: list[ProposedIncident] = []
        for one in find_proposals(text, mentions, published=day, language=table, known=manner.known):
            manner.progress.check()
            found.append(ProposedIncident(one, _origin(document, one)))
        return found


def gather(texts: Iterable[tuple[Document, str]], manner: Manner) -> Queue:
    """The proposals of all documents by day and then by document, all of them open; no text is kept.

    The same words of documents that tell the same story are one proposal, its `copies` say where else they stand.
    """
    found: list[ProposedIncident] = []
    documents: list[Document] = []
    sketched: list[SketchedDocument] = []
    for document, text in texts:
        found += propose_from(document, text, document.published, manner)
        documents.append(document)
        sketched.append(_sketched(document, text))
    duplicates = find_duplicates(sketched)
    return Queue(_by_day(found, documents, duplicates), duplicates, len(documents))


def told_apart(documents: Iterable[Document]) -> list[Document]:
    """The same documents; labels that several have are followed by what tells them apart: site, name of the file, day."""
    told = list(documents)
    for detail in (_site_of, _file_name_of, _day_said):
        count = Counter(one.label for one in told)
        told = [
            replace(one, label=f"{one.label} ({said})") if count[one.label] > 1 and (said := detail(one)) else one
            for one in told
        ]
    return told


def _site_of(document: Document) -> str:
    return document.site


def _file_name_of(document: Document) -> str:
    return document.file_name


def _day_said(document: Document) -> str:
    return format_date(document.published) if document.published.edtf else ""


def _origin(document: Document, proposal: Proposal) -> Origin:
    return Origin(document.source_id, document.label, document.capture_id, proposal.start, proposal.end)


def _sketched(document: Document, text: str) -> SketchedDocument:
    return SketchedDocument(
        source_id=document.source_id,
        label=document.label,
        sketch=sketch(text),
        published=document.published,
        added=document.source_id,
        republishes_id=document.republishes_id,
    )


def _by_day(
    found: Sequence[ProposedIncident], documents: Iterable[Document], duplicates: Iterable[NearDuplicate]
) -> tuple[ProposedIncident, ...]:
    stories = {document.source_id: document.republishes_id for document in documents if document.republishes_id}
    stories |= {one.source_id: one.origin_id for one in duplicates}
    order = _order_of(documents, stories)
    ordered = sorted(found, key=lambda one: order[one.origin.source_id])
    return tuple(sorted(_merged(ordered, stories), key=lambda one: (*_day_of(one), order[one.origin.source_id])))


def _order_of(documents: Iterable[Document], stories: Mapping[int, int]) -> dict[int, int]:
    """The place of each source among the documents: origins before what copies them, then by day of publication."""
    ordered = sorted(documents, key=lambda one: (one.source_id in stories, one.published.sort_at, one.source_id))
    return {document.source_id: place for place, document in enumerate(ordered)}


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

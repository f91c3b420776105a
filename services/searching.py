"""The best finds for some words, in groups: incidents, quotes, sources, preserved copies.

Ranked by where the words stand (a title before a body), whether they stand as they were typed (the phrase, whole words, beginnings)
and only then by bm25, which is asked of the first thousand alone: it takes a microsecond a find, and says little of frequent words.
"""

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from dates import UncertainDate
from models.drafts import clean_text
from models.enums import Status
from services.incident_words import Matches, word_queries
from services.project import Project
from services.search_index import match_terms
from services.stopping import Stopper
from services.stored_dates import read_stored_date
from services.word_excerpts import RowExcerpt, read_excerpts
from services.word_marks import Excerpt, Span, WordMarks

_RANKED = 1_000
_SHORTEST = 3
"""Letters that a word must have before preserved copies are looked through for what begins with it."""
_LIVE_INCIDENT = "(SELECT deleted_at IS NULL FROM incident WHERE id = f.rowid)"
_LIVE_SOURCE = "(SELECT deleted_at IS NULL FROM source WHERE id = f.rowid)"
_LIVE_COPY = """(SELECT s.deleted_at IS NULL FROM capture c JOIN source s ON s.id = c.source_id WHERE c.id = f.rowid)"""
_INCIDENTS = """SELECT id, title, status, date_edtf, date_as_written, date_time_zone FROM incident
 WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(?))"""
_QUOTES = """SELECT c.id, c.incident_id, i.title, c.quote, i.status, i.date_edtf, i.date_as_written, i.date_time_zone
 FROM citation c JOIN incident i ON i.id = c.incident_id JOIN source s ON s.id = c.source_id
 WHERE s.deleted_at IS NULL AND c.quote <> '' AND c.incident_id IN (SELECT value FROM json_each(?))"""
_SOURCES = """SELECT s.id, s.title, f.details, s.published_edtf, s.published_as_written, s.published_time_zone
 FROM source s JOIN source_search f ON f.rowid = s.id WHERE s.id IN (SELECT value FROM json_each(?))"""
_COPIES = """SELECT c.id, c.source_id, s.title, t.text, s.published_edtf, s.published_as_written, s.published_time_zone
 FROM capture c JOIN source s ON s.id = c.source_id JOIN capture_text t ON t.capture_id = c.id
 WHERE c.id IN (SELECT value FROM json_each(?))"""


class HitKind(StrEnum):
    INCIDENT = "incident"
    QUOTE = "quote"
    SOURCE = "source"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One find. `id` is that of the incident, citation, source or preserved copy; `owner_id` that of the incident of a quote or the
    source of a copy, else the same. `place` is where the words begin in the text of a copy."""

    kind: HitKind
    id: int
    owner_id: int
    title: str
    title_spans: tuple[Span, ...]
    excerpt: Excerpt | None
    date: UncertainDate
    status: Status | None = None
    place: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class HitGroup:
    """The best finds of one kind, the best first."""

    kind: HitKind
    hits: tuple[SearchHit, ...]


@dataclass(frozen=True, slots=True)
class SearchResults:
    text: str
    groups: tuple[HitGroup, ...] = ()


class _Table(NamedTuple):
    """A table of words, and the condition that a row's record is not in the bin."""

    name: str
    live: str


_IN_INCIDENTS = _Table("incident_search", _LIVE_INCIDENT)
_IN_SOURCES = _Table("source_search", _LIVE_SOURCE)
_IN_COPIES = _Table("capture_search", _LIVE_COPY)


def search(
    project: Project,
    text: str,
    *,
    limit: int = 4,
    matches: Matches | None = None,
    stopper: Stopper | None = None,
) -> SearchResults:
    """The best `limit` finds of each kind; `matches` adds incidents that only a name or a source leads to. Raises StoppedError."""
    stopper = stopper or Stopper()
    ladder = _Ladder(text)
    if not ladder.terms:
        return SearchResults(text)
    with stopper.reading(project) as connection:
        seeking = _Search(connection, ladder, WordMarks(text), limit)
        found = []
        for group in (seeking.quotes, seeking.sources, seeking.copies):
            found.append(group())
            stopper.check()
        incidents = seeking.incidents({hit.owner_id for hit in found[0].hits}, matches)
    groups = (incidents, *found)
    return SearchResults(text, tuple(group for group in groups if group.hits))


def find_incident_ids(project: Project, text: str, *, limit: int = 50) -> list[int]:
    """The incidents with these words, the best first, then those that names and sources lead to: to pick one from."""
    ladder = _Ladder(text)
    steps = [*ladder.within("title"), *ladder.within("title body quotes")] if ladder.terms else []
    with Stopper().reading(project) as connection:
        found = _ranked(connection, _IN_INCIDENTS, steps, limit)
        if len(found) < limit:
            queries = word_queries(text)
            narrowed = " AND ".join(["deleted_at IS NULL", *(f"id IN ({query})" for query, _ in queries)])
            values = [value for _, given in queries for value in given]
            rows = connection.execute(f"SELECT id FROM incident WHERE {narrowed} LIMIT {limit}", values)
            found = list(dict.fromkeys([*found, *(row[0] for row in rows)]))[:limit]
    return found


class _Ladder:
    """What is asked first, second and third: the words side by side, as whole words, as beginnings."""

    def __init__(self, text: str) -> None:
        self.terms = match_terms(clean_text(text).strip())
        whole = [term.rstrip("*") for term in self.terms]
        star = "*" if self.terms and self.terms[-1].endswith("*") else ""
        side_by_side = " ".join(term[1:-1] for term in whole)
        steps = [f'"{side_by_side}"{star}', " ".join(whole), " ".join(self.terms)]
        self._steps = list(dict.fromkeys(steps if len(whole) > 1 else steps[1:]))

    @property
    def is_short(self) -> bool:
        """Whether the last word is a beginning that very many words have."""
        last = self.terms[-1]
        return last.endswith("*") and len(last) - len('""*') < _SHORTEST

    @property
    def widest(self) -> str:
        return self._steps[-1]

    def within(self, columns: str) -> list[str]:
        """The steps for some columns of a table."""
        return [f"{{{columns}}} : ({step})" for step in self._steps]


class _Search:
    """One search in one read transaction."""

    def __init__(self, connection: sqlite3.Connection, ladder: _Ladder, marks: WordMarks, limit: int) -> None:
        self._connection = connection
        self._ladder = ladder
        self._marks = marks
        self._limit, self._fewer = limit, max(limit - 1, 1)

    def incidents(self, quoted: Collection[int], matches: Matches | None) -> HitGroup:
        """Those with the words in the title first; those whose quotes have them are told as quotes."""
        steps = [*self._ladder.within("title"), *self._ladder.within("title body")]
        ids = self._best(_IN_INCIDENTS, steps)
        if len(ids) < self._limit:
            # Words that stand in different places, and in names.
            spread = self._best(_IN_INCIDENTS, [self._ladder.widest])
            others = matches.newest(_RANKED) if matches is not None else []
            more = [i for i in (*spread, *others) if i not in quoted]
            ids = list(dict.fromkeys([*ids, *more]))[: self._limit]
        rows = {row[0]: row for row in self._rows(_INCIDENTS, ids)}
        excerpts = read_excerpts(self._connection, self._marks, ids)
        hits = tuple(self._incident(rows[i], excerpts.get(i)) for i in ids if i in rows)
        return HitGroup(HitKind.INCIDENT, hits)

    def quotes(self) -> HitGroup:
        """Of each incident the citation whose quote has most of the words."""
        ids = self._best(_IN_INCIDENTS, self._ladder.within("quotes"))
        best: dict[int, tuple[int, SearchHit]] = {}
        for citation_id, incident_id, title, quote, status, *date in self._rows(_QUOTES, ids):
            count, excerpt = self._marks.count_in(quote), self._marks.excerpt(quote)
            if excerpt is None or count <= best.get(incident_id, (0,))[0]:
                continue
            hit = SearchHit(
                *(HitKind.QUOTE, citation_id, incident_id, title, (), excerpt),
                date=read_stored_date(*date),
                status=Status(status),
            )
            best[incident_id] = (count, hit)
        hits = tuple(best[i][1] for i in ids if i in best)[: self._fewer]
        return HitGroup(HitKind.QUOTE, hits)

    def sources(self) -> HitGroup:
        """Those with the words in the title first."""
        ids = self._best(_IN_SOURCES, [*self._ladder.within("title"), *self._ladder.within("title details")])
        rows = {row[0]: row for row in self._rows(_SOURCES, ids)}
        hits = []
        for source_id, title, details, *date in (rows[i] for i in ids if i in rows):
            spans = self._marks.spans(title)
            excerpt = None if self._marks.count_in(title) == self._marks.count else self._marks.excerpt(details, 90)
            when = read_stored_date(*date)
            hits.append(SearchHit(HitKind.SOURCE, source_id, source_id, title, spans, excerpt, when))
        return HitGroup(HitKind.SOURCE, tuple(hits))

    def copies(self) -> HitGroup:
        """Preserved copies, with the passage that has most of the words."""
        if self._ladder.is_short:
            return HitGroup(HitKind.COPY, ())
        ids = self._best(_IN_COPIES, self._ladder.within("text"))
        rows = {row[0]: row for row in self._rows(_COPIES, ids)}
        hits = []
        for capture_id, source_id, title, text, *date in (rows[i] for i in ids if i in rows):
            excerpt = self._marks.excerpt(text)
            place = excerpt.first if excerpt is not None else (0, 0)
            when = read_stored_date(*date)
            hits.append(SearchHit(HitKind.COPY, capture_id, source_id, title, (), excerpt, when, place=place))
        return HitGroup(HitKind.COPY, tuple(hits))

    def _incident(self, row: tuple[int, str, str, str, str, str], aside: RowExcerpt | None) -> SearchHit:
        incident_id, title, status, *date = row
        return SearchHit(
            *(HitKind.INCIDENT, incident_id, incident_id, title, self._marks.spans(title)),
            aside.excerpt if aside is not None else None,
            date=read_stored_date(*date),
            status=Status(status),
        )

    def _best(self, table: _Table, steps: Sequence[str]) -> list[int]:
        limit = self._limit if table is _IN_INCIDENTS else self._fewer
        return _ranked(self._connection, table, steps, limit)

    def _rows(self, query: str, ids: Sequence[int]) -> Iterator[tuple[Any, ...]]:
        return iter(self._connection.execute(query, (json.dumps(ids),)).fetchall()) if ids else iter(())


def _ranked(connection: sqlite3.Connection, table: _Table, steps: Sequence[str], limit: int) -> list[int]:
    """The ids of the first steps that give enough, each step ranked."""
    found: dict[int, None] = {}
    for step in steps:
        query = f"""SELECT id FROM (SELECT f.rowid AS id, f.rank AS place FROM {table.name} f WHERE {table.name} MATCH ?
 AND {table.live} LIMIT {_RANKED}) ORDER BY place, id LIMIT ?"""
        rows = connection.execute(query, (step, limit + len(found)))
        found |= dict.fromkeys(row[0] for row in rows)
        if len(found) >= limit:
            break
    return list(found)[:limit]

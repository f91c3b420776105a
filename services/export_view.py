"""The public view of a chronology: what an export may know, read in bulk by columns.

A protected source is turned into its cover here, before anything else sees it: no title, name, date, address, locator,
quote or hash of it leaves this module, except as needles for the search of the finished file.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from dates import UNDATED, UncertainDate
from exporters.citation_form import CitedLocator, CitedName, CitedSource
from models.enums import Confidence, CreatorRole, LinkKind, LocatorLabel, SourceType, Stance, Status
from models.snapshots import IncidentFilter
from services.incident_filters import where_clause
from services.stored_dates import read_stored_date
from services.support import CITED, DIFFERING, IN_ORDER, UNCITED

_DIFFERING = f"SELECT count(*) FROM incident i WHERE {{where}} AND {DIFFERING}"
_SOURCE_COUNT = """SELECT count(DISTINCT c.source_id) FROM citation c JOIN source s ON s.id = c.source_id
 JOIN incident i ON i.id = c.incident_id WHERE s.deleted_at IS NULL AND {where}"""
_END = """SELECT i.date_edtf, i.date_as_written, i.date_time_zone FROM incident i WHERE {where} AND i.date_edtf <> ''
 ORDER BY {order} LIMIT 1"""
# The clamp of an open end says nothing about when it ended.
_FROM_THE_END = "CASE WHEN i.date_latest < 8000000000000000000 THEN i.date_latest ELSE i.date_sort END DESC, i.id DESC"
_INCIDENTS = """SELECT i.id, i.title, i.body, i.note, i.date_edtf, i.date_as_written, i.date_time_zone, i.{group} , i.status,
 i.confidence, coalesce(e.name, '') FROM incident i LEFT JOIN entity e ON e.id = i.place_id WHERE {where}
 ORDER BY {order} {limit}"""
_CITATIONS = """SELECT c.id, c.incident_id, c.source_id, c.locator_label, c.locator, c.quote, c.stance, c.note,
 coalesce(k.sha256, ''), c.stated_edtf, c.stated_as_written, c.stated_time_zone
 FROM citation c JOIN source s ON s.id = c.source_id LEFT JOIN capture k ON k.id = c.capture_id
 WHERE s.deleted_at IS NULL AND c.incident_id IN ({chosen}) ORDER BY c.incident_id, c.position, c.id"""
_SOURCES = """SELECT s.id, s.type, s.title, s.container_title, s.publisher, s.published_edtf, s.published_time_zone,
 s.accessed_edtf, s.accessed_time_zone, s.url, s.archive_url, s.fields, s.protected, s.cover_name,
 coalesce(s.republishes_id, s.id) FROM source s
 WHERE s.deleted_at IS NULL AND s.id IN (SELECT c.source_id FROM citation c WHERE c.incident_id IN ({chosen}))"""
_CREATORS = "SELECT source_id, role, family, given_name, literal FROM creator ORDER BY source_id, position"
_CAPTURES = "SELECT source_id, sha256 FROM capture ORDER BY id"
_LINKS = """SELECT l.from_id, l.to_id, l.kind FROM link l WHERE l.from_id IN ({chosen}) ORDER BY l.from_id, l.id"""
_TAGS = """SELECT it.incident_id, t.name FROM incident_tag it JOIN tag t ON t.id = it.tag_id
 WHERE it.incident_id IN ({chosen}) ORDER BY it.id"""
_PEOPLE = """SELECT r.incident_id, e.name, r.role FROM role r JOIN entity e ON e.id = r.entity_id
 WHERE r.incident_id IN ({chosen}) ORDER BY r.id"""


@dataclass(frozen=True, slots=True)
class PublicSource:
    """A source as it may be printed; `origin` is the source that it republishes, or itself."""

    id: int
    cited: CitedSource
    origin: int
    digest: str = ""


@dataclass(frozen=True, slots=True)
class PublicCitation:
    id: int
    source: PublicSource
    locator: CitedLocator
    quote: str
    stance: Stance
    note: str
    digest: str
    stated: UncertainDate = UNDATED


@dataclass(frozen=True, slots=True)
class PublicIncident:
    id: int
    title: str
    body: str
    note: str
    date: UncertainDate
    group: str
    status: Status
    confidence: Confidence | None
    place: str
    citations: tuple[PublicCitation, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """Numbers of the whole export, also where only its beginning was read. `first` and `last` are dates or None."""

    entries: int
    sources: int
    left_out: int
    disagreements: int
    first: UncertainDate | None
    last: UncertainDate | None


@dataclass(frozen=True, slots=True)
class PublicView:
    """Everything an export may know, and the counts that its dialog shows."""

    title: str
    subtitle: str
    language: str
    incidents: tuple[PublicIncident, ...]
    totals: Totals
    links: dict[int, tuple[tuple[int, LinkKind], ...]] = field(default_factory=dict)
    tags: dict[int, tuple[str, ...]] = field(default_factory=dict)
    people: dict[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExportCounts:
    """What the export dialog tells before anything is written; sources are those that the wanted incidents cite."""

    incidents: int
    uncited: int
    protected: int
    protected_without_cover: int
    disagreements: int


@dataclass(frozen=True, slots=True)
class ViewWish:
    """What to read; `limit` 0 reads every wanted incident, `by_year` chooses the headings."""

    wanted: IncidentFilter
    include_uncited: bool
    protect: bool
    by_year: bool
    for_checker: bool
    limit: int = 0


def read_view(connection: Connection, wish: ViewWish) -> PublicView:
    """The public view of the wanted incidents in their order. One read transaction sees one state."""
    where, values = where_clause(wish.wanted)
    totals = _read_totals(connection, where, values, wish)
    if not wish.include_uncited:
        where += f" AND {CITED}"
    limit = f"LIMIT {wish.limit}" if wish.limit else ""
    sql = _INCIDENTS.format(
        group="date_year" if wish.by_year else "date_month", where=where, order=IN_ORDER, limit=limit
    )
    rows = _fetch(connection, sql, values)
    chosen, chosen_values = f"SELECT i.id FROM incident i WHERE {where}", values
    if wish.limit:
        chosen, chosen_values = ", ".join("?" * len(rows)), tuple(row[0] for row in rows)
    reader = _Reader(connection, chosen, chosen_values, wish)
    citations = reader.read_citations()
    project = connection.exec_driver_sql("SELECT title, subtitle, language FROM project").one()
    return PublicView(
        title=project[0],
        subtitle=project[1],
        language=project[2],
        incidents=tuple(_incident(row, tuple(citations.get(row[0], ()))) for row in rows),
        totals=totals,
        links=reader.read_links(),
        tags=reader.read_names(_TAGS) if wish.for_checker else {},
        people=reader.read_names(_PEOPLE) if wish.for_checker else {},
    )


def count_wanted(connection: Connection, wanted: IncidentFilter) -> ExportCounts:
    """How many incidents a filter lets through, and what about them a person should know before exporting."""
    where, values = where_clause(wanted)
    total, cited = _count(connection, where, values)
    covered = f"""SELECT count(*), coalesce(sum(s.cover_name = ''), 0) FROM source s WHERE s.protected = 1 AND s.deleted_at IS NULL
 AND s.id IN (SELECT c.source_id FROM citation c JOIN incident i ON i.id = c.incident_id WHERE {where})"""
    protected, without_cover = connection.exec_driver_sql(covered, values).one()
    differing = _number(connection, _DIFFERING.format(where=where), values)
    return ExportCounts(total, total - cited, int(protected), int(without_cover), differing)


def cover_of(cover_name: str) -> CitedSource:
    """All that may be known of a protected source."""
    return CitedSource(SourceType.DOCUMENT, "", protected=True, cover_name=cover_name)


class _Reader:
    """Reads what belongs to the chosen incidents: one statement per table, plain tuples from the driver."""

    def __init__(self, connection: Connection, chosen: str, values: tuple[Any, ...], wish: ViewWish) -> None:
        self.connection = connection
        self.chosen = chosen
        self.values = values
        self.wish = wish

    def read_citations(self) -> dict[int, list[PublicCitation]]:
        """Citations per incident; of a protected source only that it is cited, and with what stance."""
        sources = self._read_sources()
        found: defaultdict[int, list[PublicCitation]] = defaultdict(list)
        for row in self._rows(_CITATIONS):
            source = sources[row[2]]
            if source.cited.protected:
                citation = PublicCitation(row[0], source, CitedLocator(), "", Stance(row[6]), "", "")
            else:
                locator = CitedLocator(LocatorLabel(row[3]), row[4])
                digest = row[8] or source.digest
                stated = read_stored_date(*row[9:12])
                citation = PublicCitation(row[0], source, locator, row[5], Stance(row[6]), row[7], digest, stated)
            found[row[1]].append(citation)
        return found

    def read_links(self) -> dict[int, tuple[tuple[int, LinkKind], ...]]:
        """Links by the incident they start from."""
        found: defaultdict[int, tuple[tuple[int, LinkKind], ...]] = defaultdict(tuple)
        for start, end, kind in self._rows(_LINKS):
            found[start] += ((end, LinkKind(kind)),)
        return dict(found)

    def read_names(self, sql: str) -> dict[int, tuple[str, ...]]:
        """Names per incident, with the role in brackets where there is one."""
        found: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
        for incident_id, name, *role in self._rows(sql):
            found[incident_id] += (f"{name} ({role[0]})" if role and role[0] else name,)
        return dict(found)

    def _read_sources(self) -> dict[int, PublicSource]:
        creators: defaultdict[int, list[CitedName]] = defaultdict(list)
        for source_id, role, family, given, literal in _fetch(self.connection, _CREATORS):
            creators[source_id].append(CitedName(CreatorRole(role), family, given, literal))
        digests = dict(_fetch(self.connection, _CAPTURES)) if self.wish.for_checker else {}
        return {row[0]: self._source(row, creators.get(row[0], ()), digests) for row in self._rows(_SOURCES)}

    def _source(self, row: Any, creators: Iterable[CitedName], digests: dict[int, str]) -> PublicSource:
        if row[12] and self.wish.protect:
            return PublicSource(row[0], cover_of(row[13]), row[14])
        cited = CitedSource(
            type=SourceType(row[1]),
            title=row[2],
            creators=tuple(creators),
            container_title=row[3],
            publisher=row[4],
            published=_date(row[5], row[6]),
            accessed=_date(row[7], row[8]),
            url=row[9],
            archive_url=row[10],
            fields=tuple(sorted(json.loads(row[11]).items())) if row[11] != "{}" else (),
        )
        return PublicSource(row[0], cited, row[14], digests.get(row[0], ""))

    def _rows(self, sql: str) -> list[Any]:
        return _fetch(self.connection, sql.format(chosen=self.chosen), self.values)


def _fetch(connection: Connection, sql: str, values: tuple[Any, ...] = ()) -> list[Any]:
    """Plain tuples straight from the driver: a result row of SQLAlchemy costs three times as much."""
    cursor: Any = connection.exec_driver_sql(sql, values).cursor
    return list(cursor.fetchall())


def _count(connection: Connection, where: str, values: tuple[Any, ...]) -> tuple[int, int]:
    # Counting what is not cited reads the citations once, counting what is cited once per incident.
    sql = f"SELECT count(*), coalesce(sum({UNCITED}), 0) FROM incident i WHERE {where}"
    total, uncited = connection.exec_driver_sql(sql, values).one()
    return int(total), int(total) - int(uncited)


def _number(connection: Connection, sql: str, values: tuple[Any, ...]) -> int:
    return int(connection.exec_driver_sql(sql, values).scalar_one())


def _read_totals(connection: Connection, where: str, values: tuple[Any, ...], wish: ViewWish) -> Totals:
    total, cited = _count(connection, where, values)
    shown = where if wish.include_uncited else f"{where} AND {CITED}"
    ends = [
        connection.exec_driver_sql(_END.format(where=shown, order=order), values).fetchone()
        for order in (IN_ORDER, _FROM_THE_END)
    ]
    first, last = (read_stored_date(*end) if end else None for end in ends)
    return Totals(
        entries=total if wish.include_uncited else cited,
        sources=_number(connection, _SOURCE_COUNT.format(where=where), values),
        left_out=0 if wish.include_uncited else total - cited,
        disagreements=_number(connection, _DIFFERING.format(where=where), values),
        first=first,
        last=last,
    )


def _date(edtf: str, time_zone: str) -> UncertainDate:
    return read_stored_date(edtf, "", time_zone) if edtf else UNDATED


def _incident(row: Any, citations: tuple[PublicCitation, ...]) -> PublicIncident:
    return PublicIncident(
        id=row[0],
        title=row[1],
        body=row[2],
        note=row[3],
        date=read_stored_date(row[4], row[5], row[6]) if row[4] else UNDATED,
        group=row[7],
        status=Status(row[8]),
        confidence=Confidence(row[9]) if row[9] else None,
        place=row[10],
        citations=citations,
    )

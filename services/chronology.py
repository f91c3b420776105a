"""The chronology as a list: which incidents, in what order, under which headings, and the rows that are on screen."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection

from models.enums import Status
from models.snapshots import IncidentFilter, IncidentRow, PeriodGroup, ProjectCounts, TagCard
from services import saved_views, tags
from services.incident_filters import where_clause
from services.project import Project
from services.stored_dates import read_stored_date
from services.support import CITATIONS, IN_ORDER, UNCITED

_SECONDS_A_DAY = 86_400
_SUMMARY = 240
_DAYS = 31
_REVERSED = "i.date_sort DESC, i.date_rank DESC, i.day_order DESC, i.id DESC"


class Grouping(StrEnum):
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Listing:
    """Ids in order (signed 64-bit), and the headings they fall under, in the same order."""

    ids: "array[int]"
    groups: tuple[PeriodGroup, ...]


def list_incidents(
    project: Project,
    wanted: IncidentFilter,
    *,
    grouping: Grouping = Grouping.MONTH,
    newest_first: bool = False,
) -> Listing:
    """The ids of all wanted incidents in order, with the headings; rows are fetched when they are shown."""
    column = "i.date_month" if grouping is Grouping.MONTH else "i.date_year"
    where, values = where_clause(wanted)
    order = _REVERSED if newest_first else IN_ORDER
    with project.read() as connection:
        cursor = connection.exec_driver_sql(
            f"SELECT i.id, {column}, i.date_sort FROM incident i WHERE {where} ORDER BY {order}", values
        )
        ids, groups = _grouped(cursor.cursor, grouping)
        totals = {} if wanted.is_empty else _totals(connection, column)
    for key, *_ in groups:
        read_stored_date(key)
    return Listing(ids, tuple(PeriodGroup(key, count, totals.get(key, count), days) for key, count, days in groups))


def get_rows(project: Project, ids: Sequence[int]) -> tuple[IncidentRow, ...]:
    """List rows in the order of `ids`; an id that is gone is left out. Meant for one screenful or two."""
    if not ids:
        return ()
    marks = ", ".join("?" * len(ids))
    with project.read() as connection:
        found = {row["id"]: row for row in connection.exec_driver_sql(_ROWS.format(marks=marks), tuple(ids)).mappings()}
        tags_of = _tags_of(connection, marks, tuple(ids))
    return tuple(_row(found[i], tags_of.get(i, ())) for i in ids if i in found)


def count_all(project: Project) -> ProjectCounts:
    """The numbers of the sidebar and the status line."""
    with project.read() as connection:
        row = connection.exec_driver_sql(_COUNTS).one()
        first, last = (
            connection.exec_driver_sql(
                "SELECT date_edtf, date_as_written, date_time_zone FROM incident"
                f" WHERE deleted_at IS NULL AND date_edtf <> '' ORDER BY date_sort {way}, date_rank {way} LIMIT 1"
            ).fetchone()
            for way in ("ASC", "DESC")
        )
        tag_cards = tags.read_tags(connection)
        views = saved_views.read_views(connection)
    return ProjectCounts(
        incidents=row.incidents,
        sources=row.sources,
        entities=row.entities,
        uncited=row.uncited,
        binned=row.binned,
        earliest=read_stored_date(*first) if first else None,
        latest=read_stored_date(*last) if last else None,
        tags=tag_cards,
        views=views,
    )


_ROWS = f"""SELECT i.id, i.version, i.title, substr(i.body, 1, {_SUMMARY}) AS summary, i.date_edtf, i.date_as_written,
 i.date_time_zone, i.status, i.marked, coalesce(e.name, '') AS place,
 (SELECT count(*) {CITATIONS}) AS citations, (SELECT count(*) {CITATIONS} AND c.stance = 'contradicts') AS contradicting
 FROM incident i LEFT JOIN entity e ON e.id = i.place_id WHERE i.id IN ({{marks}})"""
_COUNTS = f"""SELECT (SELECT count(*) FROM incident WHERE deleted_at IS NULL) AS incidents,
 (SELECT count(*) FROM source WHERE deleted_at IS NULL) AS sources, (SELECT count(*) FROM entity) AS entities,
 (SELECT count(*) FROM incident i WHERE i.deleted_at IS NULL AND {UNCITED}) AS uncited,
 (SELECT count(*) FROM incident WHERE deleted_at IS NOT NULL) + (SELECT count(*) FROM source WHERE deleted_at IS NOT NULL)
 AS binned"""


def _grouped(rows: Any, grouping: Grouping) -> tuple["array[int]", list[tuple[str, int, tuple[int, ...]]]]:
    """Ids and (key, count, days) of each run of equal keys, read straight from the driver's cursor."""
    ids = array("q")
    groups: list[tuple[str, int, tuple[int, ...]]] = []
    key: str | None = None
    moments: list[int] = []
    for record_id, found, moment in rows:
        if found != key:
            if key is not None:
                groups.append((key, len(moments), _days(key, moments, grouping)))
            key, moments = found, []
        ids.append(record_id)
        moments.append(moment)
    if key is not None:
        groups.append((key, len(moments), _days(key, moments, grouping)))
    return ids, groups


def _days(key: str, moments: list[int], grouping: Grouping) -> tuple[int, ...]:
    """How many of `moments` fall on each day of the month `key` ("2023-10"); nothing where `key` is no month."""
    if grouping is not Grouping.MONTH or len(key) < 7 or key[-3] != "-" or not "01" <= key[-2:] <= "12":
        return ()
    start = read_stored_date(key).earliest
    counts = [0] * _DAYS
    for moment in moments:
        day = (moment - start) // _SECONDS_A_DAY
        if 0 <= day < _DAYS:
            counts[day] += 1
    length = (read_stored_date(key).latest - start) // _SECONDS_A_DAY + 1
    return tuple(counts[:length])


def _totals(connection: Connection, column: str) -> dict[str, int]:
    rows = connection.exec_driver_sql(
        f"SELECT {column}, count(*) FROM incident i WHERE i.deleted_at IS NULL GROUP BY 1"
    )
    return {str(key): int(count) for key, count in rows}


def _tags_of(connection: Connection, marks: str, ids: tuple[int, ...]) -> dict[int, tuple[TagCard, ...]]:
    rows = connection.exec_driver_sql(
        "SELECT it.incident_id, t.id, t.name, t.colour FROM incident_tag it JOIN tag t ON t.id = it.tag_id"
        f" WHERE it.incident_id IN ({marks}) ORDER BY it.id",
        ids,
    )
    found: dict[int, tuple[TagCard, ...]] = {}
    for incident_id, *tag in rows:
        found[incident_id] = (*found.get(incident_id, ()), TagCard(*tag))
    return found


def _row(row: Any, tag_cards: tuple[TagCard, ...]) -> IncidentRow:
    return IncidentRow(
        id=row["id"],
        version=row["version"],
        title=row["title"],
        summary=row["summary"],
        date=read_stored_date(row["date_edtf"], row["date_as_written"], row["date_time_zone"]),
        status=Status(row["status"]),
        marked=bool(row["marked"]),
        place=row["place"],
        tags=tag_cards,
        citation_count=row["citations"],
        contradicting_count=row["contradicting"],
    )

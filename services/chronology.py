"""The chronology as a list: which incidents, in what order, under which headings, and the rows that are on screen."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection

from models.enums import Status
from models.snapshots import IncidentFilter, IncidentRow, PeriodGroup, TagCard
from services.headings import Headings, Runs, check_key
from services.incident_filters import where_clause
from services.incident_index import IncidentIndex
from services.incident_selection import Selection
from services.project import Project
from services.stored_dates import read_stored_date
from services.support import CITATIONS, IN_ORDER

_SUMMARY = 240
_AT_ONCE = 4_000


class Grouping(StrEnum):
    MONTH = "month"
    YEAR = "year"


def no_days(_number: int) -> tuple[int, ...]:
    """The days of headings that nobody counts."""
    return ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Ids in order (signed 64-bit), and the headings they fall under, in the same order.

    `days_of` counts the incidents under the heading with this number by the days of its month, when one is on screen.
    """

    ids: "array[int]"
    groups: tuple[PeriodGroup, ...]
    days_of: Callable[[int], tuple[int, ...]] = field(default=no_days, compare=False)


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
    query = f"SELECT i.id, {column}, i.date_sort FROM incident i WHERE {where} ORDER BY {IN_ORDER}"
    with project.read() as connection:
        ids, keys, sorts = _columns_of(connection.exec_driver_sql(query, values).cursor)
        totals = None if wanted.is_empty else _totals(connection, column)
    return arrange(ids, Headings(Runs(keys), sorts, totals=totals), newest_first=newest_first)


def list_selected(
    index: IncidentIndex, selection: Selection, *, grouping: Grouping = Grouping.MONTH, newest_first: bool = False
) -> Listing:
    """What `list_incidents` gives, made of the index alone."""
    runs = index.month_runs if grouping is Grouping.MONTH else index.year_runs
    headings = Headings(runs, index.columns.sorts, selection.bits)
    return arrange(selection.ids(index.columns), headings, newest_first=newest_first)


def arrange(ids: "array[int]", headings: Headings, *, newest_first: bool) -> Listing:
    """A listing of incidents in order and their headings, which are the caller's no more."""
    if newest_first:
        ids.reverse()
        headings.reverse()
    for group in headings.groups:
        check_key(group.key)
    return Listing(ids, tuple(headings.groups), headings.days_of)


def _columns_of(cursor: Any) -> tuple["array[int]", list[str], "array[int]"]:
    """Three columns, read a few thousand rows at a time: all of them at once would be as large as everything else."""
    ids, keys, sorts = array("q"), list[str](), array("q")
    while rows := cursor.fetchmany(_AT_ONCE):
        for column, values in zip((ids, keys, sorts), zip(*rows, strict=True), strict=True):
            column.extend(values)  # type: ignore[attr-defined]
    return ids, keys, sorts


def get_rows(project: Project, ids: Sequence[int]) -> tuple[IncidentRow, ...]:
    """List rows in the order of `ids`; an id that is gone is left out. Meant for one screenful or two."""
    if not ids:
        return ()
    marks = ", ".join("?" * len(ids))
    with project.read() as connection:
        rows = connection.exec_driver_sql(_ROWS.format(marks=marks), tuple(ids)).cursor.fetchall()
        tags_of = _tags_of(connection, marks, tuple(ids))
    found = {row[0]: _row(row, tags_of.get(row[0], ())) for row in rows}
    return tuple(found[i] for i in ids if i in found)


_ROWS = f"""SELECT i.id, i.version, i.title, substr(i.body, 1, {_SUMMARY}) AS summary, i.date_edtf, i.date_as_written,
 i.date_time_zone, i.status, i.marked, coalesce(e.name, '') AS place,
 (SELECT count(*) {CITATIONS}) AS citations, (SELECT count(*) {CITATIONS} AND c.stance = 'contradicts') AS contradicting
 FROM incident i LEFT JOIN entity e ON e.id = i.place_id WHERE i.id IN ({{marks}})"""


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
    """One row of `_ROWS`."""
    incident_id, version, title, summary, *date, status, marked, place, citations, contradicting = row
    return IncidentRow(
        id=incident_id,
        version=version,
        title=title,
        summary=summary,
        date=read_stored_date(*date),
        status=Status(status),
        marked=bool(marked),
        place=place,
        tags=tag_cards,
        citation_count=citations,
        contradicting_count=contradicting,
    )

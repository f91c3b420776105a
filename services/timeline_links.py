"""Links as the timeline draws them: arrows between two incidents that both stand on it."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from models.enums import LinkKind
from services.project import Project
from services.timeline_lanes import LinkColumns

LINK_KINDS: tuple[LinkKind, ...] = tuple(LinkKind)
"""A code in `LinkColumns.kinds` is the place in this."""
_CODES = {kind.value: code for code, kind in enumerate(LINK_KINDS)}
_ALL = "SELECT id, from_id, to_id, kind FROM link"
_Row = tuple[int, int, int, str]
_Link = tuple[int, int, int, int, int, int]


def read_links(project: Project) -> list[_Row]:
    """Every link of the project: its id, its ends, its kind as stored."""
    with project.read() as connection:
        return list(connection.exec_driver_sql(_ALL).cursor.fetchall())


def read_links_of(project: Project, ids: Collection[int]) -> list[_Row]:
    """The links that begin or end at one of a few incidents."""
    marks = ", ".join("?" * len(ids))
    with project.read() as connection:
        # Each half by its own index; a link between two of them comes once.
        rows = connection.exec_driver_sql(
            f"{_ALL} WHERE from_id IN ({marks}) UNION {_ALL} WHERE to_id IN ({marks})", (*ids, *ids)
        )
        return list(rows.cursor.fetchall())


def link_columns(rows: Iterable[_Row], first_of: Callable[[int], int | None]) -> LinkColumns:
    """Those of the links whose ends both have a place on the axis (`first_of`: its second, else None)."""
    links = _placed(rows, first_of)
    starts, ends, ids, from_ids, to_ids, kinds = zip(*links, strict=True) if links else ((),) * 6
    return LinkColumns(
        array("q", ids), array("q", from_ids), array("q", to_ids), bytes(kinds), array("q", starts), array("q", ends)
    )


def replace_links(
    known: LinkColumns, touched: Collection[int], rows: Iterable[_Row], first_of: Callable[[int], int | None]
) -> LinkColumns:
    """The columns with the links at `touched` incidents taken from `rows`; the same object where that changes nothing."""
    fresh = _placed(rows, first_of)
    gone = sorted({place for ids in (known.from_ids, known.to_ids) for i in touched for place in _places_of(ids, i)})
    if fresh == [tuple(column[place] for column in _parts_of(known)) for place in gone]:
        return known
    starts, ends, ids = known.starts[:], known.ends[:], known.ids[:]
    from_ids, to_ids, kinds = known.from_ids[:], known.to_ids[:], bytearray(known.kinds)
    work: tuple[Any, ...] = (starts, ends, ids, from_ids, to_ids, kinds)
    for place in reversed(gone):
        for column in work:
            del column[place]
    for link in fresh:
        there = bisect_left(range(len(ids)), link[:3], key=lambda place: (starts[place], ends[place], ids[place]))
        for column, value in zip(work, link, strict=True):
            column.insert(there, value)
    return LinkColumns(ids, from_ids, to_ids, bytes(kinds), starts, ends)


def _placed(rows: Iterable[_Row], first_of: Callable[[int], int | None]) -> list[_Link]:
    found = []
    for link_id, from_id, to_id, kind in rows:
        one, other = first_of(from_id), first_of(to_id)
        if one is not None and other is not None:
            found.append((min(one, other), max(one, other), link_id, from_id, to_id, _CODES[kind]))
    return sorted(found)


def _parts_of(links: LinkColumns) -> tuple[Any, ...]:
    """The columns in the order in which links are sorted."""
    return links.starts, links.ends, links.ids, links.from_ids, links.to_ids, links.kinds


def _places_of(column: "array[int]", wanted: int) -> Iterator[int]:
    """Where a number stands in a column."""
    place = -1
    try:
        while True:
            place = column.index(wanted, place + 1)
            yield place
    except ValueError:
        return

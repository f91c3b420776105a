"""Links as the timeline draws them: arrows between two incidents that both stand on it."""

from array import array
from collections.abc import Callable, Collection, Iterable

from models.enums import LinkKind
from services.id_finder import IdFinder
from services.project import Project
from services.timeline_lanes import LinkColumns

LINK_KINDS: tuple[LinkKind, ...] = tuple(LinkKind)
"""A code in `LinkColumns.kinds` is the place in this."""
_CODES = {kind.value: code for code, kind in enumerate(LINK_KINDS)}
_ALL = "SELECT id, from_id, to_id, kind FROM link"
_Row = tuple[int, int, int, str]


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
    found = []
    for link_id, from_id, to_id, kind in rows:
        one, other = first_of(from_id), first_of(to_id)
        if one is not None and other is not None:
            found.append((min(one, other), max(one, other), link_id, from_id, to_id, _CODES[kind]))
    return _columns(found)


def replace_links(
    known: LinkColumns, touched: Collection[int], rows: Iterable[_Row], first_of: Callable[[int], int | None]
) -> LinkColumns:
    """The columns with the links at `touched` incidents taken from `rows`."""
    fresh = link_columns(rows, first_of)
    ends = [IdFinder(column) for column in (known.from_ids, known.to_ids)]
    if not len(fresh) and all(finder.place_of(i) is None for finder in ends for i in touched):
        return known
    kept = [
        row
        for row in zip(known.starts, known.ends, known.ids, known.from_ids, known.to_ids, known.kinds, strict=True)
        if row[3] not in touched and row[4] not in touched
    ]
    new = zip(fresh.starts, fresh.ends, fresh.ids, fresh.from_ids, fresh.to_ids, fresh.kinds, strict=True)
    return _columns([*kept, *new])


def _columns(rows: list[tuple[int, int, int, int, int, int]]) -> LinkColumns:
    rows.sort()
    starts, ends, ids, from_ids, to_ids, kinds = zip(*rows, strict=True) if rows else ((),) * 6
    return LinkColumns(
        array("q", ids), array("q", from_ids), array("q", to_ids), bytes(kinds), array("q", starts), array("q", ends)
    )

"""A filter over the index: which places of the chronology it shows. Says what `where_clause` says, without reading rows."""

from array import array
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from itertools import compress
from typing import Any

from sqlalchemy import Connection

from dates import DateKind
from models.changes import ChangeSet, RecordKind
from models.enums import EntityKind
from models.snapshots import IncidentFilter
from services.incident_filters import (
    changed_bound,
    first_moment,
    id_queries,
    last_moment,
    where_clause,
)
from services.incident_index import (
    CONFIDENCES,
    KINDS,
    STATUSES,
    Doubt,
    Flag,
    IncidentColumns,
    IncidentIndex,
    IndexUpdate,
)
from services.incident_words import Matches, having_words
from services.project import Project

_UNDATED = KINDS.index(DateKind.UNDATED)
_BYTE = 256


@dataclass(frozen=True, slots=True)
class Selection:
    """One byte per place of the index, 1 where the incident is shown, and how many are."""

    bits: bytes
    count: int

    def ids(self, columns: IncidentColumns) -> "array[int]":
        """The ids that are shown, in order; the array is the caller's own."""
        return columns.ids[:] if self.count == len(columns) else array("q", compress(columns.ids, self.bits))


def select_all(index: IncidentIndex) -> Selection:
    """Everything."""
    size = len(index.columns)
    return Selection(b"\1" * size, size)


def select_incidents(
    project: Project, index: IncidentIndex, wanted: IncidentFilter, *, words: Matches | None = None
) -> Selection:
    """What a filter shows: from the columns where they know, from queries of ids for the rest.

    `words` spares asking for the words of the filter, where they are the same.
    """
    columns = index.columns
    if wanted.is_empty:
        return select_all(index)
    parts = [*_by_codes(columns, wanted), *_by_window(columns, wanted)]
    if words is not None and words.text == wanted.text:
        parts.append(words.places(columns.ids))
        wanted = replace(wanted, text="")
    with project.read() as connection:
        parts += _by_entities(connection, columns, wanted)
        for query, values in _queries(wanted):
            parts.append(_by_ids(columns, _fetch(connection, query, values)))
    bits = _all_of(parts, len(columns))
    return Selection(bits, bits.count(1))


def select_again(
    project: Project, index: IncidentIndex, wanted: IncidentFilter, before: Selection, update: IndexUpdate
) -> Selection:
    """The selection after an edit: of the incidents that it touched, only these are asked anew.

    `before` was made before `update`, which has been followed since. Where other records are named by the filter (a
    source in the bin, an entity renamed), the caller selects anew.
    """
    if update.whole or wanted.is_empty:
        return select_incidents(project, index, wanted)
    shown = matching_ids(project, wanted, [step.id for step in update.steps if step.into is not None])
    bits = bytearray(before.bits)
    for step in update.steps:
        if step.out is not None:
            del bits[step.out]
        if step.into is not None:
            bits.insert(step.into, step.id in shown)
    return Selection(bytes(bits), bits.count(1))


def names_others(wanted: IncidentFilter, changes: ChangeSet) -> bool:
    """Whether a change may alter what a filter shows of incidents that it did not touch: it renamed what they name."""
    named = (RecordKind.SOURCE, RecordKind.CREATOR, RecordKind.TAG, RecordKind.ENTITY)
    return bool((wanted.text and changes.touches(*named)) or (wanted.entity_ids and changes.touches(RecordKind.ENTITY)))


def matching_ids(project: Project, wanted: IncidentFilter, ids: Collection[int]) -> frozenset[int]:
    """Those of a few incidents that a filter shows."""
    if not ids:
        return frozenset()
    where, values = where_clause(replace(wanted, text=""))
    with project.read() as connection:
        having = having_words(connection, wanted.text, ids)
        marks = ", ".join("?" * len(having))
        return frozenset(
            _fetch(connection, f"SELECT i.id FROM incident i WHERE i.id IN ({marks}) AND {where}", (*having, *values))
        )


def _by_codes(columns: IncidentColumns, wanted: IncidentFilter) -> list[bytes]:
    flags = wanted.marked * Flag.MARKED | wanted.uncited * Flag.UNCITED | wanted.disputed_by_sources * Flag.DIFFERING
    asked = (
        (columns.statuses, bool(wanted.statuses), lambda code: STATUSES[code] in wanted.statuses, len(STATUSES)),
        (
            columns.confidences,
            bool(wanted.confidences),
            lambda code: CONFIDENCES[code] in wanted.confidences,
            len(CONFIDENCES),
        ),
        (columns.flags, bool(flags), lambda code: code & flags == flags, _BYTE),
    )
    return [bytes(column.translate(_table(is_in, codes))) for column, is_asked, is_in, codes in asked if is_asked]


def _table(is_in: Callable[[int], bool], codes: int) -> bytes:
    """1 for each code that is wanted, for `bytes.translate`."""
    return bytes(code < codes and is_in(code) for code in range(_BYTE))


def _by_window(columns: IncidentColumns, wanted: IncidentFilter) -> list[bytes]:
    parts = []
    if wanted.since:
        moment = first_moment(wanted.since)
        is_open = _table(lambda code: bool(code & Doubt.OPEN_END), _BYTE)
        parts.append(_any_of(bytes(map(moment.__le__, columns.last)), columns.doubts.translate(is_open)))
    if wanted.until:
        moment = last_moment(wanted.until)
        is_open = _table(lambda code: bool(code & Doubt.OPEN_START), _BYTE)
        parts.append(_any_of(bytes(map(moment.__ge__, columns.first)), columns.doubts.translate(is_open)))
    if parts:
        parts.append(bytes(columns.kinds.translate(_table(lambda code: code != _UNDATED, len(KINDS)))))
    return parts


def _by_entities(connection: Connection, columns: IncidentColumns, wanted: IncidentFilter) -> list[bytes]:
    """Any of the chosen of each kind, as `where_clause` has it."""
    if not wanted.entity_ids:
        return []
    chosen: dict[str, list[int]] = {}
    query = f"SELECT kind, id FROM entity WHERE id IN ({_marks(wanted.entity_ids)})"
    for kind, entity_id in connection.exec_driver_sql(query, tuple(wanted.entity_ids)).fetchall():
        chosen.setdefault(kind, []).append(entity_id)
    parts = [] if chosen else [bytes(len(columns))]
    for kind, ids in chosen.items():
        if kind == EntityKind.PLACE:
            parts.append(bytes(map(frozenset(ids).__contains__, columns.places)))
        else:
            query = f"SELECT incident_id FROM role WHERE entity_id IN ({_marks(ids)})"
            parts.append(_by_ids(columns, _fetch(connection, query, tuple(ids))))
    return parts


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))


def _queries(wanted: IncidentFilter) -> Iterable[tuple[str, tuple[Any, ...]]]:
    yield from id_queries(wanted)
    if wanted.changed_since:
        yield "SELECT id FROM incident WHERE updated_at >= ?", (changed_bound(wanted.changed_since),)


def _fetch(connection: Connection, query: str, values: tuple[Any, ...]) -> list[int]:
    return [row[0] for row in connection.exec_driver_sql(query, values).cursor.fetchall()]


def _by_ids(columns: IncidentColumns, ids: Iterable[int]) -> bytes:
    return bytes(map(frozenset(ids).__contains__, columns.ids))


def _all_of(parts: Iterable[bytes], size: int) -> bytes:
    found = int.from_bytes(b"\1" * size, "big")
    for part in parts:
        found &= int.from_bytes(part, "big")
    return found.to_bytes(size, "big")


def _any_of(one: bytes, other: bytes | bytearray) -> bytes:
    return (int.from_bytes(one, "big") | int.from_bytes(other, "big")).to_bytes(len(one), "big")

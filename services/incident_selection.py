"""A filter over the index: which places of the chronology it shows. Says what `where_clause` says, without reading rows."""

import json
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from models.changes import ChangeSet, RecordKind
from models.enums import EntityKind
from models.snapshots import IncidentFilter
from services.bits import all_of, table
from services.date_windows import lying_between
from services.incident_filters import changed_bound, first_moment, id_queries, last_moment
from services.incident_flags import STANCE_FLAGS, Flag
from services.incident_index import CONFIDENCES, STATUSES, IncidentColumns, IncidentIndex, IndexUpdate
from services.incident_words import Matches, having_words
from services.project import Project


@dataclass(frozen=True, slots=True)
class Selection:
    """One byte per place of the index, 1 where the incident is shown, and how many are."""

    bits: bytes
    count: int

    def ids(self, columns: IncidentColumns) -> "array[int]":
        """The ids that are shown, in order; the array is the caller's own."""
        if len(columns) - self.count < self.count // 16:
            return self._without_few(columns.ids)
        return array("q", [*compress(columns.known_ids, self.bits)])  # a list first: arrays grow slowly

    def _without_few(self, ids: "array[int]") -> "array[int]":
        """Where few are left out, what is between them is copied as it is."""
        shown, start = array("q"), 0
        hidden = self.bits.find(0)
        while hidden >= 0:
            shown += ids[start:hidden]
            start = hidden + 1
            hidden = self.bits.find(0, start)
        return shown + ids[start:]


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
    if wanted.is_empty:
        return select_all(index)
    parts = []
    if words is not None and words.text == wanted.text:
        parts.append(words.places(index.columns.known_ids))
        wanted = replace(wanted, text="")
    bits = _bits(project, index.columns, wanted, parts)
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
    shown = matching_ids(project, index, wanted, [step.id for step in update.steps if step.into is not None])
    bits = bytearray(before.bits)
    for step in update.steps:
        if step.out is not None:
            del bits[step.out]
        if step.into is not None:
            bits.insert(step.into, step.id in shown)
    return Selection(bytes(bits), bits.count(1))


def names_others(wanted: IncidentFilter, changes: ChangeSet) -> bool:
    """Whether a change may alter what a filter shows of incidents that it did not touch.

    It renamed what they name; or a chosen entity came, went or became one of another kind, and the kinds narrow each other.
    """
    named = (RecordKind.SOURCE, RecordKind.CREATOR, RecordKind.TAG, RecordKind.ENTITY)
    return bool((wanted.text and changes.alters(*named)) or wanted.entity_ids & changes.ids(RecordKind.ENTITY))


def matching_ids(
    project: Project, index: IncidentIndex, wanted: IncidentFilter, ids: Collection[int]
) -> frozenset[int]:
    """Those of a few incidents that a filter shows; no other ones are looked at."""
    places = [place for place in map(index.place_of, ids) if place is not None]
    few = IncidentColumns(map(index.columns.at, places))
    return frozenset(compress(few.ids, _bits(project, few, wanted, [], among=True)))


def _bits(
    project: Project, columns: IncidentColumns, wanted: IncidentFilter, parts: list[bytes], *, among: bool = False
) -> bytes:
    """1 for each incident that has all `parts` and that the filter shows. `among`: the file is asked about these only."""
    parts += [*_by_codes(columns, wanted), *_by_window(columns, wanted)]
    if needs_file(wanted) and (not among or 1 in all_of(parts, len(columns))):
        with project.read() as connection:
            parts += _File(connection, columns, among=among).parts(wanted)
    return all_of(parts, len(columns))


def _by_codes(columns: IncidentColumns, wanted: IncidentFilter) -> list[bytes]:
    flags = wanted.marked * Flag.MARKED | wanted.uncited * Flag.UNCITED | wanted.disputed_by_sources * Flag.DIFFERING
    stances = sum(STANCE_FLAGS[stance] for stance in wanted.stances)
    parts = []
    if wanted.statuses:
        parts.append(columns.statuses.translate(table(_codes(STATUSES, wanted.statuses).__contains__)))
    if wanted.confidences:
        parts.append(columns.confidences.translate(table(_codes(CONFIDENCES, wanted.confidences).__contains__)))
    if flags:
        parts.append(columns.flags.translate(table(lambda code: code & flags == flags)))
    if _knows_stances(wanted):
        parts.append(columns.flags.translate(table(lambda code: bool(code & stances))))
    return list(map(bytes, parts))


def _codes(values: Sequence[object], wanted: Iterable[object]) -> frozenset[int]:
    return frozenset(map(values.index, wanted))


def _knows_stances(wanted: IncidentFilter) -> bool:
    """Whether the flags can tell: a stance of any source, not of certain ones."""
    return bool(wanted.stances) and not wanted.source_ids


def _by_window(columns: IncidentColumns, wanted: IncidentFilter) -> list[bytes]:
    if not (wanted.since or wanted.until):
        return []
    first = first_moment(wanted.since) if wanted.since else None
    return lying_between(columns, first, last_moment(wanted.until) if wanted.until else None)


def needs_file(wanted: IncidentFilter) -> bool:
    """Whether the index alone cannot say what a filter shows."""
    return bool(wanted.text or wanted.tag_ids or wanted.entity_ids or wanted.source_ids or wanted.changed_since)


class _File:
    """Asks the file which incidents of some columns a filter shows; with `among`, about no other ones."""

    def __init__(self, connection: Connection, columns: IncidentColumns, *, among: bool) -> None:
        self._connection = connection
        self._columns = columns
        self._among = json.dumps(list(columns.ids)) if among else ""

    def parts(self, wanted: IncidentFilter) -> Iterator[bytes]:
        """1 for each incident that a part of the filter shows, one after the other."""
        if self._among and wanted.text:
            yield self._places(having_words(self._connection, wanted.text, self._columns.ids))
            wanted = replace(wanted, text="")
        yield from self._by_entities(wanted.entity_ids)
        for query, values in id_queries(replace(wanted, stances=frozenset()) if _knows_stances(wanted) else wanted):
            yield self._places_of(query, values)
        if wanted.changed_since:
            yield self._changed_since(changed_bound(wanted.changed_since))

    def _changed_since(self, moment: str) -> bytes:
        """Those that were changed since, or all but the others where these are fewer."""
        counted = "SELECT count(*) FROM incident WHERE updated_at >= ?"
        is_few = bool(self._among) or (
            self._connection.exec_driver_sql(counted, (moment,)).scalar_one() <= len(self._columns) / 2
        )
        if is_few:
            return self._places_of("SELECT id FROM incident WHERE updated_at >= ?", (moment,))
        older = self._places_of("SELECT id FROM incident WHERE updated_at < ?", (moment,))
        return older.translate(table((0).__eq__))

    def _by_entities(self, entity_ids: Collection[int]) -> Iterator[bytes]:
        """Any of the chosen of each kind, as `where_clause` has it."""
        chosen: dict[str, list[int]] = {}
        query = f"SELECT kind, id FROM entity WHERE id IN ({_marks(entity_ids)})"
        rows = self._connection.exec_driver_sql(query, tuple(entity_ids)).fetchall() if entity_ids else ()
        for kind, entity_id in rows:
            chosen.setdefault(kind, []).append(entity_id)
        if entity_ids and not chosen:
            yield bytes(len(self._columns))
        for kind, ids in chosen.items():
            if kind == EntityKind.PLACE:
                yield bytes(map(frozenset(ids).__contains__, self._columns.places))
            else:
                query = f"SELECT incident_id FROM role WHERE entity_id IN ({_marks(ids)})"
                yield self._places_of(query, tuple(ids))

    def _places_of(self, query: str, values: tuple[Any, ...]) -> bytes:
        if self._among:
            column = query.split(maxsplit=2)[1]
            query, values = f"{query} AND {column} IN (SELECT value FROM json_each(?))", (*values, self._among)
        rows = self._connection.exec_driver_sql(query, values).cursor.fetchall()
        return self._places(frozenset(map(itemgetter(0), rows)))

    def _places(self, ids: Collection[int]) -> bytes:
        return bytes(map(ids.__contains__, self._columns.ids))


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))

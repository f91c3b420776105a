"""Every incident of the chronology as numbers, in memory and in order: what list, timeline and charts are made of.

About 150 bytes an incident. Words stay in the file until they are on screen.
"""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, islice, starmap
from sys import intern
from typing import Any, NamedTuple, cast

from sqlalchemy import Connection

from models.changes import ChangeSet, RecordKind
from models.enums import Confidence, Operation, Status
from services.date_shapes import shape_of
from services.headings import Runs
from services.id_finder import IdFinder
from services.incident_flags import STANCES, Flag
from services.project import Project
from services.support import BINNED_SOURCES, CITATIONS, IN_ORDER

STATUSES: tuple[Status, ...] = tuple(Status)
CONFIDENCES: tuple[Confidence | None, ...] = (None, *Confidence)
"""A code in a column is the place in these."""
FEW = 64  # So many touched incidents are followed one by one, more are merged at once,
MANY = 20_000  # and above this, or half of all, everything is read anew.

_ROW = """SELECT i.id, i.date_edtf, i.status, i.confidence, i.marked, coalesce(i.place_id, 0), i.date_month, i.date_year,
 i.date_sort, i.date_rank, i.day_order"""
_ALL = f"{_ROW} FROM incident i WHERE i.deleted_at IS NULL ORDER BY {IN_ORDER}"
_ALL_STANCES = f"SELECT c.incident_id, {STANCES} FROM citation c WHERE c.source_id NOT IN ({BINNED_SOURCES}) GROUP BY c.incident_id"
_SOME = f"""{_ROW}, (SELECT {STANCES} {CITATIONS}) FROM incident i WHERE i.deleted_at IS NULL AND i.id IN ({{marks}})
 ORDER BY {IN_ORDER}"""
_STATUS_CODES = {status.value: code for code, status in enumerate(STATUSES)}
_CONFIDENCE_CODES = {confidence: code for code, confidence in enumerate(CONFIDENCES)}
_AT_ONCE = 4_000  # rows that are objects in memory before they become numbers
_ORDERING = slice(-5, None)  # month, year and the sort keys of a row
_UNCITED = int(Flag.UNCITED)  # as a plain number: flags add slowly


class IncidentNumbers(NamedTuple):
    """One incident. The fields stand in the order of `IncidentColumns.all`."""

    id: int
    first: int
    last: int
    kind: int
    precision: int
    doubt: int
    status: int
    confidence: int
    flag: int
    place: int
    month: str
    year: str
    sort: int
    rank: int
    order: int


def _numbers(values: Iterable[int]) -> "array[int]":
    return array("q", values)


def _words(values: Iterable[str]) -> list[str]:
    return list(map(intern, values))  # the same few over and over


# The columns of `IncidentColumns` in the order of the fields of `IncidentNumbers`, and what each is made of.
_COLUMNS: dict[str, Callable[[Iterable[Any]], Any]] = {
    **dict.fromkeys(("ids", "first", "last"), _numbers),
    **dict.fromkeys(("kinds", "precisions", "doubts", "statuses", "confidences", "flags"), bytearray),
    "places": _numbers,
    **dict.fromkeys(("months", "years"), _words),
    **dict.fromkeys(("sorts", "ranks", "orders"), _numbers),
}


class IncidentColumns:
    """Columns side by side: the same place in each belongs to the same incident. Undated ones stand at the end."""

    __slots__ = (*_COLUMNS, "_known_ids", "all", "binned")
    binned: frozenset[int]
    """The sources that are in the bin: what cites only them is uncited."""
    ids: "array[int]"
    first: "array[int]"
    last: "array[int]"
    kinds: bytearray
    precisions: bytearray
    doubts: bytearray
    statuses: bytearray
    confidences: bytearray
    flags: bytearray
    places: "array[int]"
    months: list[str]
    years: list[str]
    sorts: "array[int]"
    ranks: "array[int]"
    orders: "array[int]"

    def __init__(self, rows: Iterable[IncidentNumbers] = ()) -> None:
        self.binned = frozenset()
        self._take([make(()) for make in _COLUMNS.values()])
        following = iter(rows)
        while part := tuple(islice(following, _AT_ONCE)):
            for column, make, values in zip(self.all, _COLUMNS.values(), zip(*part, strict=True), strict=True):
                column.extend(make(values))

    def _take(self, columns: Sequence[Any]) -> None:
        self._known_ids: tuple[int, ...] | None = None
        self.all: tuple[Any, ...] = tuple(columns)
        for name, column in zip(_COLUMNS, columns, strict=True):
            setattr(self, name, column)

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def known_ids(self) -> tuple[int, ...]:
        """`ids` as numbers that are made already: going over them takes half the time. Kept until the order is another."""
        if self._known_ids is None:
            self._known_ids = tuple(self.ids)
        return self._known_ids

    def at(self, place: int) -> IncidentNumbers:
        """The incident at a place."""
        return IncidentNumbers(*(column[place] for column in self.all))

    def copied(self) -> "IncidentColumns":
        """The same numbers, which nobody changes any more. A millisecond or two for 100,000."""
        made = IncidentColumns()
        made._take([column[:] for column in self.all])
        made.binned = self.binned
        return made

    def merged(self, touched: Collection[int], fresh: Iterable[IncidentNumbers]) -> "IncidentColumns":
        """All but the touched incidents, and the fresh ones among them. A tenth of a second for 100,000, however many."""
        others = bytes(found not in touched for found in self.ids)
        added = IncidentColumns(fresh)
        joined = [[*compress(column, others), *more] for column, more in zip(self.all, added.all, strict=True)]
        sorts, ranks, orders = joined[-3:]
        keys = list(zip(sorts, ranks, orders, joined[0], strict=True))
        order = sorted(range(len(keys)), key=keys.__getitem__)
        made = IncidentColumns()
        columns = zip(_COLUMNS.values(), joined, strict=True)
        made._take([make(map(column.__getitem__, order)) for make, column in columns])
        made.binned = self.binned
        return made

    def place_for(self, row: IncidentNumbers) -> int:
        """Where an incident belongs that is not among them."""
        wanted = (row.sort, row.rank, row.order, row.id)
        low, high = 0, len(self.ids)
        while low < high:
            middle = (low + high) // 2
            if (self.sorts[middle], self.ranks[middle], self.orders[middle], self.ids[middle]) < wanted:
                low = middle + 1
            else:
                high = middle
        return low

    def insert(self, place: int, row: IncidentNumbers) -> None:
        self._known_ids = None
        for column, value in zip(self.all, row, strict=True):
            column.insert(place, value)

    def replace(self, place: int, row: IncidentNumbers) -> None:
        """Other numbers of the incident at a place."""
        for column, value in zip(self.all, row, strict=True):
            column[place] = value

    def remove(self, place: int) -> None:
        self._known_ids = None
        for column in self.all:
            del column[place]


class IndexStep(NamedTuple):
    """One incident taken out of its place and put into another one, one after the other; None: it was or is not there."""

    id: int
    out: int | None
    into: int | None


@dataclass(frozen=True, slots=True)
class IndexUpdate:
    """What an edit did to the index, step by step. `whole` says that everything was read anew, and nothing is named."""

    steps: tuple[IndexStep, ...] = ()
    whole: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.whole or self.steps)

    @property
    def removed(self) -> tuple[int, ...]:
        """Ids that left the chronology."""
        return tuple(step.id for step in self.steps if step.into is None)

    @property
    def added(self) -> tuple[int, ...]:
        """Ids that came into it."""
        return tuple(step.id for step in self.steps if step.out is None)

    @property
    def changed(self) -> tuple[int, ...]:
        """Ids that stayed; their words or numbers may be others."""
        return tuple(step.id for step in self.steps if step.out is not None and step.into is not None)

    @property
    def is_reordered(self) -> bool:
        """Whether any place in the chronology may hold another incident now."""
        return self.whole or any(step.out != step.into for step in self.steps)


class IncidentIndex:
    """The columns of an open project, kept true by `follow`.

    `revision` is new with every update, `arrangement` where the order or the headings may be others too.
    """

    def __init__(self, columns: IncidentColumns) -> None:
        self.columns = columns
        self.revision = 0
        self.arrangement = 0
        self._runs: dict[str, Runs] = {}
        self._finder: IdFinder | None = None
        self._hints: IdFinder | None = None

    @property
    def month_runs(self) -> Runs:
        """Which places fall under which month."""
        return self._runs_of("month")

    @property
    def year_runs(self) -> Runs:
        """Which places fall under which year."""
        return self._runs_of("year")

    def _runs_of(self, heading: str) -> Runs:
        if heading not in self._runs:
            self._runs[heading] = Runs(getattr(self.columns, f"{heading}s"))
        return self._runs[heading]

    def _rearrange(self) -> None:
        self.arrangement += 1
        self._hints, self._finder = self._finder or self._hints, None

    def place_of(self, incident_id: int) -> int | None:
        """The place of an incident, None where it is not in the chronology."""
        if self._finder is None:
            self._finder, self._hints = IdFinder(self.columns.ids, self._hints), None
        return self._finder.place_of(incident_id)

    def still(self) -> "IncidentIndex":
        """The index as it is now, for work on another thread."""
        made = IncidentIndex(self.columns.copied())
        made.revision = self.revision
        return made

    def install(self, columns: IncidentColumns) -> IndexUpdate:
        """Take over columns that were read anew."""
        self.columns = columns
        self.revision += 1
        self._runs.clear()
        self._rearrange()
        return IndexUpdate(whole=True)

    def touched_by(self, project: Project, changes: ChangeSet) -> frozenset[int] | None:
        """The incidents whose numbers a change may have altered; None where everything has to be read anew."""
        touched, binned = changes.ids(RecordKind.INCIDENT), self.columns.binned
        sources = changes.ids(RecordKind.SOURCE)
        if len(touched) + len(sources) > MANY or changes.operation is Operation.EMPTY_BIN:
            return None  # what the bin held is gone for good, and with it which incidents cited it
        if sources:
            with project.read() as connection:
                now = _ids(connection, f"{BINNED_SOURCES} AND id IN ({_marks(sources)})", tuple(sources))
                moved = tuple((binned & sources) ^ now)
                citing = f"SELECT incident_id FROM citation WHERE source_id IN ({_marks(moved)})"
                touched |= _ids(connection, citing, moved) if moved else frozenset()
            self.columns.binned = binned - sources | now
        return touched if len(touched) <= max(FEW, min(MANY, len(self.columns) // 2)) else None

    def follow(self, project: Project, touched: Collection[int]) -> IndexUpdate:
        """Read the touched incidents anew, as `touched_by` names them."""
        fresh = {row.id: row for row in read_numbers(project, sorted(touched))}
        if len(touched) > FEW:
            return self.install(self.columns.merged(frozenset(touched), fresh.values()))
        steps = [self._step(incident_id, fresh.get(incident_id)) for incident_id in sorted(touched)]
        self.revision += 1
        return IndexUpdate(tuple(step for step in steps if (step.out, step.into) != (None, None)))

    def _step(self, incident_id: int, row: IncidentNumbers | None) -> IndexStep:
        columns = self.columns
        out = self.place_of(incident_id)
        if row is not None and out is not None and columns.at(out)[_ORDERING] == row[_ORDERING]:
            columns.replace(out, row)
            return IndexStep(incident_id, out, out)
        self._rearrange()
        if out is not None:
            columns.remove(out)
            for runs in self._runs.values():
                runs.remove(out)
        if row is None:
            return IndexStep(incident_id, out, None)
        into = columns.place_for(row)
        columns.insert(into, row)
        for heading, runs in self._runs.items():
            runs.insert(into, getattr(row, heading))
        return IndexStep(incident_id, out, into)


def count_incidents(project: Project) -> int:
    """How many incidents the chronology has."""
    with project.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM incident WHERE deleted_at IS NULL").scalar_one())


def read_columns(project: Project) -> IncidentColumns:
    """All incidents that are not in the bin, in order. About half a second for 100,000; may run on any thread."""
    with project.read() as connection:
        binned = _ids(connection, BINNED_SOURCES)
        stances = dict(connection.exec_driver_sql(_ALL_STANCES).cursor.fetchall())
        columns = IncidentColumns(
            starmap(_reader(stances), cast("Iterable[Any]", connection.exec_driver_sql(_ALL).cursor))
        )
    columns.binned = binned
    return columns


def read_numbers(project: Project, ids: Sequence[int]) -> Iterator[IncidentNumbers]:
    """Those of a few incidents that are in the chronology, in its order."""
    statement = _SOME.format(marks=_marks(ids))
    with project.read() as connection:
        rows = connection.exec_driver_sql(statement, tuple(ids)).cursor.fetchall()
    stances = {row[0]: row[-1] for row in rows if row[-1] is not None}
    return starmap(_reader(stances), [row[:-1] for row in rows])


def _reader(stances: Mapping[int, int]) -> Callable[..., IncidentNumbers]:
    def read(
        incident_id: int, edtf: str, status: str, confidence: str | None, marked: int, place: int, *rest: Any
    ) -> IncidentNumbers:
        return IncidentNumbers(
            incident_id,
            *shape_of(edtf),
            _STATUS_CODES[status],
            _CONFIDENCE_CODES[confidence],  # type: ignore[index]
            marked | stances.get(incident_id, _UNCITED),
            place,
            *rest,
        )

    return read


def _ids(connection: Connection, statement: str, values: tuple[int, ...] = ()) -> frozenset[int]:
    rows = connection.exec_driver_sql(statement, values).cursor.fetchall()
    return frozenset(row[0] for row in rows)


def _marks(values: Collection[int]) -> str:
    return ", ".join("?" * len(values))

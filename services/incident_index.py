"""Every incident of the chronology as numbers, in memory and in order: what list, timeline and charts are made of.

About 150 bytes an incident. Words stay in the file until they are on screen.
"""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntFlag
from functools import lru_cache
from itertools import starmap
from sys import intern
from typing import Any, NamedTuple

from sqlalchemy import Connection

from dates import DateKind
from models.changes import ChangeSet, RecordKind
from models.enums import Confidence, Operation, Status
from services.headings import Runs
from services.project import Project
from services.stored_dates import read_stored_date
from services.support import CITED, DIFFERING, IN_ORDER

KINDS: tuple[DateKind, ...] = tuple(DateKind)
STATUSES: tuple[Status, ...] = tuple(Status)
CONFIDENCES: tuple[Confidence | None, ...] = (None, *Confidence)
"""A code in a column is the place in these."""
MANY = 500
"""Above this many touched incidents, reading everything anew is as fast as patching."""

_ROW = """SELECT i.id, i.date_edtf, i.status, i.confidence, i.marked, coalesce(i.place_id, 0), i.date_month, i.date_year,
 i.date_sort, i.date_rank, i.day_order"""
_ALL = f"{_ROW} FROM incident i WHERE i.deleted_at IS NULL ORDER BY {IN_ORDER}"
_SOME = f"""{_ROW}, {CITED}, {DIFFERING} FROM incident i WHERE i.deleted_at IS NULL AND i.id IN ({{marks}})
 ORDER BY {IN_ORDER}"""
_CITED_IDS = """SELECT DISTINCT incident_id FROM citation
 WHERE source_id NOT IN (SELECT id FROM source WHERE deleted_at IS NOT NULL)"""
_DIFFERING_IDS = f"{_CITED_IDS} AND stance = 'contradicts'"
_STATUS_CODES = {status.value: code for code, status in enumerate(STATUSES)}
_CONFIDENCE_CODES = {confidence: code for code, confidence in enumerate(CONFIDENCES)}


class Doubt(IntFlag):
    """What is not known of a date. Where an end is open, `first` and `last` are both at the known one."""

    NONE = 0
    APPROXIMATE = 1
    UNCERTAIN = 2
    OPEN_START = 4
    OPEN_END = 8


class Flag(IntFlag):
    NONE = 0
    MARKED = 1
    UNCITED = 2
    DIFFERING = 4


_ORDERING = slice(-5, None)  # month, year and the sort keys of a row
_UNCITED, _DIFFERING = int(Flag.UNCITED), int(Flag.DIFFERING)  # as plain numbers: flags add slowly


class DateShape(NamedTuple):
    """How a date lies on a time axis: seconds by the clock of the place, first and last both inside."""

    first: int
    last: int
    kind: int
    precision: int
    doubt: int


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


class IncidentColumns:
    """Columns side by side: the same place in each belongs to the same incident. Undated ones stand at the end."""

    __slots__ = (
        "all",
        "confidences",
        "doubts",
        "first",
        "flags",
        "ids",
        "kinds",
        "last",
        "months",
        "orders",
        "places",
        "precisions",
        "ranks",
        "sorts",
        "statuses",
        "years",
    )

    def __init__(self, rows: Iterable[IncidentNumbers] = ()) -> None:
        columns = list(zip(*rows, strict=True)) or [()] * len(IncidentNumbers._fields)
        ids, first, last, kinds, precisions, doubts, statuses, confidences, flags, places, months, years, *sort = (
            columns
        )
        self.ids, self.first, self.last = array("q", ids), array("q", first), array("q", last)
        self.kinds, self.precisions, self.doubts = bytearray(kinds), bytearray(precisions), bytearray(doubts)
        self.statuses, self.confidences, self.flags = bytearray(statuses), bytearray(confidences), bytearray(flags)
        self.places: array[int] = array("q", places)
        self.months: list[str] = list(map(intern, months))  # the same few words over and over
        self.years: list[str] = list(map(intern, years))
        self.sorts, self.ranks, self.orders = (array("q", part) for part in sort)
        self.all: tuple[Any, ...] = (
            *(self.ids, self.first, self.last, self.kinds, self.precisions, self.doubts, self.statuses),
            *(self.confidences, self.flags, self.places, self.months, self.years, self.sorts, self.ranks, self.orders),
        )

    def __len__(self) -> int:
        return len(self.ids)

    def at(self, place: int) -> IncidentNumbers:
        """The incident at a place."""
        return IncidentNumbers(*(column[place] for column in self.all))

    def copied(self) -> "IncidentColumns":
        """The same numbers, which nobody changes any more. A millisecond or two for 100,000."""
        made = IncidentColumns()
        for name in IncidentColumns.__slots__:
            if name != "all":
                setattr(made, name, getattr(self, name)[:])
        names = {id(getattr(self, name)): name for name in IncidentColumns.__slots__ if name != "all"}
        made.all = tuple(getattr(made, names[id(column)]) for column in self.all)
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
        for column, value in zip(self.all, row, strict=True):
            column.insert(place, value)

    def replace(self, place: int, row: IncidentNumbers) -> None:
        for column, value in zip(self.all, row, strict=True):
            column[place] = value

    def remove(self, place: int) -> None:
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

    @property
    def month_runs(self) -> Runs:
        """Which places fall under which month."""
        return self._runs_of("months")

    @property
    def year_runs(self) -> Runs:
        """Which places fall under which year."""
        return self._runs_of("years")

    def _runs_of(self, column: str) -> Runs:
        if column not in self._runs:
            self._runs[column] = Runs(getattr(self.columns, column))
        return self._runs[column]

    def _rearrange(self) -> None:
        self.arrangement += 1
        self._runs.clear()

    def place_of(self, incident_id: int) -> int | None:
        """The place of an incident, None where it is not in the chronology."""
        try:
            return self.columns.ids.index(incident_id)
        except ValueError:
            return None

    def still(self) -> "IncidentIndex":
        """The index as it is now, for work on another thread."""
        made = IncidentIndex(self.columns.copied())
        made.revision = self.revision
        return made

    def install(self, columns: IncidentColumns) -> IndexUpdate:
        """Take over columns that were read anew."""
        self.columns = columns
        self.revision += 1
        self._rearrange()
        return IndexUpdate(whole=True)

    def follow(self, project: Project, touched: Collection[int]) -> IndexUpdate:
        """Read the touched incidents anew: a few, as `touched_incidents` names them."""
        fresh = {row.id: row for row in read_numbers(project, sorted(touched))}
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
        if row is None:
            return IndexStep(incident_id, out, None)
        into = columns.place_for(row)
        columns.insert(into, row)
        return IndexStep(incident_id, out, into)


def count_incidents(project: Project) -> int:
    """How many incidents the chronology has."""
    with project.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM incident WHERE deleted_at IS NULL").scalar_one())


def read_columns(project: Project) -> IncidentColumns:
    """All incidents that are not in the bin, in order. About half a second for 100,000; may run on any thread."""
    with project.read() as connection:
        cited = _ids(connection, _CITED_IDS)
        differing = _ids(connection, _DIFFERING_IDS)
        rows = connection.exec_driver_sql(_ALL).cursor.fetchall()
    return IncidentColumns(starmap(_reader(cited.__contains__, differing.__contains__), rows))


def read_numbers(project: Project, ids: Sequence[int]) -> Iterator[IncidentNumbers]:
    """Those of a few incidents that are in the chronology, in its order."""
    statement = _SOME.format(marks=", ".join("?" * len(ids)))
    with project.read() as connection:
        rows = connection.exec_driver_sql(statement, tuple(ids)).cursor.fetchall()
    cited = {row[0] for row in rows if row[-2]}
    differing = {row[0] for row in rows if row[-1]}
    return starmap(_reader(cited.__contains__, differing.__contains__), [row[:-2] for row in rows])


def touched_incidents(project: Project, changes: ChangeSet) -> frozenset[int] | None:
    """The incidents whose numbers a change may have altered; None where they are too many to follow one by one."""
    touched = changes.ids(RecordKind.INCIDENT)
    sources = changes.ids(RecordKind.SOURCE)
    if len(touched) > MANY or len(sources) > MANY or changes.operation is Operation.EMPTY_BIN:
        return None  # what the bin held is gone for good, and with it which incidents cited it
    if sources:
        # A source in the bin, or out of it, makes incidents uncited or cited.
        marks = ", ".join("?" * len(sources))
        with project.read() as connection:
            citing = _ids(connection, f"SELECT incident_id FROM citation WHERE source_id IN ({marks})", tuple(sources))
        touched |= citing
    return touched if len(touched) <= MANY else None


@lru_cache(maxsize=65_536)
def shape_of(edtf: str) -> DateShape:
    """How a date lies on the axis. Raises DAMAGED where the text is no date."""
    date = read_stored_date(edtf)
    first, last = date.wall_span
    doubt = Doubt.APPROXIMATE * date.approximate | Doubt.UNCERTAIN * date.uncertain
    if first is None and last is None:
        return DateShape(0, 0, KINDS.index(DateKind.UNDATED), int(date.precision), int(doubt))
    doubt |= Doubt.OPEN_START * (first is None) | Doubt.OPEN_END * (last is None)
    known = last if first is None else first
    return DateShape(
        known if first is None else first,  # type: ignore[arg-type]
        known if last is None else last,  # type: ignore[arg-type]
        KINDS.index(date.kind),
        int(date.precision),
        int(doubt),
    )


def _reader(is_cited: Callable[[int], bool], is_differing: Callable[[int], bool]) -> Callable[..., IncidentNumbers]:
    def read(
        incident_id: int, edtf: str, status: str, confidence: str | None, marked: int, place: int, *rest: Any
    ) -> IncidentNumbers:
        flag = marked | (0 if is_cited(incident_id) else _UNCITED) | (_DIFFERING if is_differing(incident_id) else 0)
        return IncidentNumbers(
            incident_id,
            *shape_of(edtf),
            _STATUS_CODES[status],
            _CONFIDENCE_CODES[confidence],  # type: ignore[index]
            flag,
            place,
            *rest,
        )

    return read


def _ids(connection: Connection, statement: str, values: tuple[int, ...] = ()) -> frozenset[int]:
    rows = connection.exec_driver_sql(statement, values).cursor.fetchall()
    return frozenset(row[0] for row in rows)

"""How many incidents fall on each day, week, month or year: what the calendar and the bars draw.

An incident counts where its date is known to lie. One that is dated only to a month is never spread over its days: it is
counted for the month, beside them. What lasted counts where it began.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import compress

from dates import Precision
from dates.calendar import DAY_SECONDS
from services.bits import all_of
from services.date_shapes import FROM_TO, UNDATED, DateDoubt
from services.date_windows import lying_between
from services.incident_index import IncidentColumns, IndexUpdate
from services.periods import Period, Unit, number_of

_OPEN = int(DateDoubt.OPEN_START | DateDoubt.OPEN_END)
_OPEN_END = int(DateDoubt.OPEN_END)
Counts = Mapping[int, int]
# A place is 4 × number + level; level 3 stands for no period at all, and its number says why.
_EXACT, _OF_MONTH, _OF_YEAR, _NOWHERE = range(4)
_LONGER, _BEFORE_OR_AFTER, _NO_DATE = (4 * why + _NOWHERE for why in range(3))
# How many days after its first second the start of a lasting incident may lie, at most, by its precision.
_START_DAYS = {int(Precision.MONTH): 27, int(Precision.SEASON): 88, int(Precision.YEAR): 364}


@dataclass(frozen=True)
class Rhythm:
    """Counts of shown incidents by the number of their period.

    `by_month` and `by_year` count those known only to a month or year where the unit is smaller. `longer` lie in no single
    year, `open` are only before or after something. `stacks` split `counts` by a code, in the order of codes.
    """

    unit: Unit
    counts: Mapping[int, int] = field(default_factory=dict)
    by_month: Mapping[int, int] = field(default_factory=dict)
    by_year: Mapping[int, int] = field(default_factory=dict)
    longer: int = 0
    open: int = 0
    undated: int = 0
    stacks: Mapping[int, Sequence[int]] = field(default_factory=dict)
    month_totals: Mapping[int, int] = field(default_factory=dict)
    year_totals: Mapping[int, int] = field(default_factory=dict)
    """Every incident that is known to lie in a month or a year, however exactly."""

    @cached_property
    def most(self) -> int:
        """The largest count of one period."""
        return max(self.counts.values(), default=0)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of all periods that have an incident, in order."""
        return tuple(sorted(self.counts))

    @cached_property
    def placed(self) -> int:
        """How many incidents have a period of their own."""
        return sum(self.counts.values())

    @property
    def total(self) -> int:
        """All shown incidents."""
        inexact = sum(self.by_month.values()) + sum(self.by_year.values())
        return self.placed + inexact + self.longer + self.open + self.undated

    def count_of(self, period: Period) -> int:
        """How many incidents lie in a period; of a coarser one than the unit, those known only to it."""
        if period.unit is self.unit:
            return self.counts.get(period.number, 0)
        return (self.by_month if period.unit is Unit.MONTH else self.by_year).get(period.number, 0)

    def total_of(self, period: Period) -> int:
        """How many incidents lie in a period; in a coarser one than the unit, with those on the smaller ones in it."""
        if period.unit is self.unit:
            return self.counts.get(period.number, 0)
        return (self.month_totals if period.unit is Unit.MONTH else self.year_totals).get(period.number, 0)


class Fit(StrEnum):
    """How the date of an incident fits a period."""

    COUNTED = "counted"
    INSIDE = "inside"
    """Of a month or year: on a smaller part of it."""
    LASTING = "lasting"
    """Began before it and reaches into it."""
    OF_MONTH = "of-month"
    OF_YEAR = "of-year"
    MAYBE = "maybe"
    """Known only to lie within more than a year, or before or after something."""


_COARSE_FITS = (Fit.MAYBE, Fit.OF_MONTH, Fit.OF_YEAR, Fit.MAYBE)


class PeriodPlaces:
    """Where each incident of the index counts, by one unit; follows the index as it is edited."""

    def __init__(self, unit: Unit, columns: IncidentColumns, week_start: int = 0) -> None:
        self.unit = unit
        self._place = _placer(unit, week_start)
        self.places = array("q", map(self._place, *_shapes(columns)))
        # Weeks run over the ends of months and years, which are counted apart then.
        self.months = PeriodPlaces(Unit.MONTH, columns) if unit is Unit.WEEK else None

    def follow(self, columns: IncidentColumns, update: IndexUpdate) -> None:
        """Do to the places what an edit did to the index."""
        if self.months is not None:
            self.months.follow(columns, update)
        if update.whole:
            self.places = array("q", map(self._place, *_shapes(columns)))
            return
        for step in update.steps:
            if step.out is not None:
                del self.places[step.out]
            if step.into is not None:
                self.places.insert(step.into, 0)
        for step in update.steps:
            if step.into is not None:
                at = columns.ids.index(step.id)
                self.places[at] = self._place(*(column[at] for column in _shapes(columns)))


def count_rhythm(places: PeriodPlaces, bits: bytes, codes: bytes = b"", code_count: int = 0) -> Rhythm:
    """Count the incidents that `bits` shows; `codes`, aligned with the index, split each count into `code_count` parts."""
    counted = Counter(compress(places.places, bits))
    levels: tuple[dict[int, int], ...] = ({}, {}, {}, {})
    exact, of_month, of_year, nowhere = levels
    for place, count in counted.items():
        levels[place & 3][place >> 2] = count
    month_totals, year_totals = _totals(places, bits, exact, of_month, of_year)
    return Rhythm(
        unit=places.unit,
        counts=exact,
        by_month=of_month,
        by_year=of_year,
        longer=nowhere.get(_LONGER >> 2, 0),
        open=nowhere.get(_BEFORE_OR_AFTER >> 2, 0),
        undated=nowhere.get(_NO_DATE >> 2, 0),
        stacks=_stacked(places, bits, codes, code_count) if codes else {},
        month_totals=month_totals,
        year_totals=year_totals,
    )


def incidents_of(
    places: PeriodPlaces, columns: IncidentColumns, bits: bytes, period: Period
) -> dict[Fit, "array[int]"]:
    """Every shown incident that lies, or may lie, in a period: ids in the order of the chronology, by how they fit it."""
    wanted, (first, last) = _place_of(places.unit, period), period.seconds
    found: dict[Fit, array[int]] = {fit: array("q") for fit in Fit}
    touching = all_of((bits, *lying_between(columns, first, last)), len(bits))
    for at in compress(range(len(columns)), touching):
        place = places.places[at]
        level = place & 3
        if place == wanted:
            fit = Fit.COUNTED
        elif columns.first[at] < first and level in (_EXACT, _OF_MONTH, _OF_YEAR):
            fit = Fit.LASTING if columns.kinds[at] == FROM_TO else _COARSE_FITS[level]
        elif level == _EXACT or (level == _OF_MONTH and period.unit is Unit.YEAR):
            fit = Fit.INSIDE
        else:
            fit = _COARSE_FITS[level]
        found[fit].append(columns.ids[at])
    return {fit: ids for fit, ids in found.items() if ids}


def period_at(places: PeriodPlaces, at: int) -> Period | None:
    """The period that counts the incident at a place of the index, None where none does."""
    number, level = divmod(places.places[at], 4)
    units = {_EXACT: places.unit, _OF_MONTH: Unit.MONTH, _OF_YEAR: Unit.YEAR}
    return Period(units[level], number) if level in units else None


def _totals(
    places: PeriodPlaces, bits: bytes, exact: Counts, of_month: Counts, of_year: Counts
) -> tuple[Counts, Counts]:
    """How many incidents lie in each month, and in each year."""
    if places.months is not None:
        other = count_rhythm(places.months, bits)
        return other.month_totals, other.year_totals
    if places.unit is Unit.YEAR:
        return {}, exact
    months = Counter(of_month)
    for number, count in exact.items():
        months[number if places.unit is Unit.MONTH else number_of(Unit.MONTH, number)] += count
    years = Counter(of_year)
    for month, count in months.items():
        years[month // 12] += count
    return months, years


def _place_of(unit: Unit, period: Period) -> int:
    if period.unit is unit:
        return 4 * period.number + _EXACT
    return 4 * period.number + (_OF_MONTH if period.unit is Unit.MONTH else _OF_YEAR)


def _shapes(columns: IncidentColumns) -> tuple[Sequence[int], ...]:
    return columns.first, columns.last, columns.kinds, columns.precisions, columns.doubts


def _placer(unit: Unit, week_start: int) -> Callable[[int, int, int, int, int], int]:
    """What makes the place of an incident from its shape; dates repeat, so days and months are worked out once."""
    known: dict[tuple[int, int], int] = {}

    def place(first: int, last: int, kind: int, precision: int, doubt: int) -> int:
        if kind == UNDATED:
            return _NO_DATE
        if doubt & _OPEN and not (kind == FROM_TO and doubt & _OPEN == _OPEN_END):
            return _BEFORE_OR_AFTER
        day, until = first // DAY_SECONDS, last // DAY_SECONDS
        if kind == FROM_TO:
            if precision < Precision.YEAR:
                return _LONGER
            until = day + _START_DAYS.get(precision, 0)
        found = known.get((day, until))
        if found is None:
            found = known[day, until] = _place_between(unit, week_start, day, until)
        return found

    return place


def _place_between(unit: Unit, week_start: int, day: int, until: int) -> int:
    """The place of a moment between two days."""
    number = number_of(unit, day, week_start)
    if number == number_of(unit, until, week_start):
        return 4 * number + _EXACT
    for coarse, level in ((Unit.MONTH, _OF_MONTH), (Unit.YEAR, _OF_YEAR)):
        number = number_of(coarse, day)
        if number == number_of(coarse, until):
            return 4 * number + level
    return _LONGER


def _stacked(places: PeriodPlaces, bits: bytes, codes: bytes, code_count: int) -> dict[int, Sequence[int]]:
    stacks: dict[int, list[int]] = {}
    for (place, code), count in Counter(zip(compress(places.places, bits), compress(codes, bits), strict=True)).items():
        if place & 3 == _EXACT:
            stacks.setdefault(place >> 2, [0] * code_count)[code] = count
    return dict(stacks)

"""The calendar cut into equal units, numbered on either side of 1970: seconds to billions of years."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from dates import LIMIT
from dates.calendar import DAY_SECONDS, from_days, to_days

YEAR_SECONDS = 31_556_952
MONTH_SECONDS = YEAR_SECONDS // 12
_HALF_STEPS = (1, 2, 5)
_LARGEST_POWER = 11
_SHORTEST_MONTHS = {1: 28, 2: 59, 3: 90, 6: 181}  # days


class Base(Enum):
    SECOND = auto()
    MONTH = auto()
    YEAR = auto()


@dataclass(frozen=True, slots=True)
class CalendarUnit:
    """`step` seconds, months or years at a time; `offset` seconds is where the unit with number 0 begins."""

    base: Base
    step: int
    offset: int = 0

    @property
    def seconds(self) -> int:
        """About how long it is."""
        return self.step * {Base.SECOND: 1, Base.MONTH: MONTH_SECONDS, Base.YEAR: YEAR_SECONDS}[self.base]

    def number_at(self, second: int) -> int:
        """The number of the unit that a second lies in."""
        if self.base is Base.SECOND:
            return (second - self.offset) // self.step
        year, month, _ = from_days(second // DAY_SECONDS)
        if self.base is Base.MONTH:
            return (year * 12 + month - 1) // self.step
        number = year // self.step
        # Steps of years BC begin a year late: see `year_of`.
        return number - 1 if self.step > 1 and year < self.year_of(number) else number

    def start_of(self, number: int) -> int:
        """The first second of a unit."""
        if self.base is Base.SECOND:
            return number * self.step + self.offset
        if self.base is Base.MONTH:
            year, index = divmod(number * self.step, 12)
            return to_days(year, index + 1, 1) * DAY_SECONDS
        return to_days(self.year_of(number), 1, 1) * DAY_SECONDS

    def year_of(self, number: int) -> int:
        """The year, 0 = 1 BC, that a unit of years begins with: 10 BC and AD 1, not 11 BC and 1 BC."""
        year = number * self.step
        return year + 1 if self.step > 1 and year <= 0 else year

    def starts(self, first: int, last: int) -> Iterator[int]:
        """The first second of the unit that holds `first`, and of every later one up to `last`."""
        number = self.number_at(first)
        start = self.start_of(number)
        if self.base is Base.SECOND:
            yield from range(start, last + 1, self.step)
            return
        while start <= last:
            yield start
            number += 1
            start = self.start_of(number)

    def is_start(self, second: int) -> bool:
        return self.start_of(self.number_at(second)) == second


def seconds_unit(step: int) -> CalendarUnit:
    return CalendarUnit(Base.SECOND, step)


def weeks_unit(first_weekday: int, weeks: int = 1) -> CalendarUnit:
    """`first_weekday`: 0 = Monday. 1970-01-05 was a Monday."""
    return CalendarUnit(Base.SECOND, 7 * weeks * DAY_SECONDS, (4 + first_weekday) * DAY_SECONDS)


MINUTE, HOUR = 60, 3600
DAY = seconds_unit(DAY_SECONDS)
MONTH, QUARTER = CalendarUnit(Base.MONTH, 1), CalendarUnit(Base.MONTH, 3)
YEAR = CalendarUnit(Base.YEAR, 1)
YEAR_STEPS = tuple(step * 10**power for power in range(_LARGEST_POWER) for step in _HALF_STEPS)


def _make_cells() -> tuple[CalendarUnit, ...]:
    short = [step * unit for unit in (1, MINUTE) for step in (1, 2, 5, 10, 20, 30)]
    hours = [step * HOUR for step in (1, 2, 3, 6, 12, 24, 48, 96)]
    weeks = [weeks_unit(0), weeks_unit(0, 2)]
    months = [CalendarUnit(Base.MONTH, step) for step in (1, 2, 3, 6)]
    years = [CalendarUnit(Base.YEAR, step) for step in YEAR_STEPS]
    return (*map(seconds_unit, short + hours), *weeks, *months, *years)


CELLS = _make_cells()
"""What incidents are gathered by, finest first; each at most 2.5 times as long as the one before."""


def cell_for(least_seconds: float) -> CalendarUnit:
    """The finest of them that is at least so long."""
    return next((unit for unit in CELLS if _shortest(unit) >= least_seconds), CELLS[-1])


def _shortest(unit: CalendarUnit) -> int:
    if unit.base is Base.MONTH:
        return _SHORTEST_MONTHS[unit.step] * DAY_SECONDS
    return unit.step if unit.base is Base.SECOND else 365 * unit.step * DAY_SECONDS


def cell_starts(unit: CalendarUnit, first: int, last: int) -> list[int]:
    """The edges of all cells that hold `first` to `last`, one more than there are cells."""
    starts = list(unit.starts(max(first, -LIMIT), min(last, LIMIT)))
    starts.append(unit.start_of(unit.number_at(starts[-1]) + 1))
    return starts

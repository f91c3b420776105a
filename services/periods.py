"""Days, weeks, months and years as whole numbers, in any year: what a calendar counts by."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from dates.calendar import DAY_SECONDS, days_in_month, from_days, to_days, weekday_of
from dates.reading import year_key

_WEEK = 7


class Unit(StrEnum):
    """What one square or one bar stands for, the smallest first."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One day, week, month or year.

    `number` counts days since 1970-01-01 (DAY, and the first day of a WEEK), months since the year 0, or is the year.
    """

    unit: Unit
    number: int

    @property
    def days(self) -> tuple[int, int]:
        """Its first and its last day, as days since 1970-01-01."""
        if self.unit is Unit.DAY:
            return self.number, self.number
        if self.unit is Unit.WEEK:
            return self.number, self.number + _WEEK - 1
        if self.unit is Unit.YEAR:
            return to_days(self.number, 1, 1), to_days(self.number + 1, 1, 1) - 1
        year, month = divmod(self.number, 12)
        first = to_days(year, month + 1, 1)
        return first, first + days_in_month(year, month + 1) - 1

    @property
    def seconds(self) -> tuple[int, int]:
        """Its first and its last second by the clock of the place, since 1970-01-01T00:00."""
        first, last = self.days
        return first * DAY_SECONDS, (last + 1) * DAY_SECONDS - 1

    @property
    def bounds(self) -> tuple[str, str]:
        """`since` and `until` of a filter that shows it, as EDTF."""
        if self.unit is Unit.WEEK:
            return edtf_of_day(self.number), edtf_of_day(self.number + _WEEK - 1)
        return self.edtf, self.edtf

    @property
    def edtf(self) -> str:
        """It as a date; a week is a range of days."""
        if self.unit is Unit.DAY:
            return edtf_of_day(self.number)
        if self.unit is Unit.WEEK:
            return "/".join(self.bounds)
        if self.unit is Unit.YEAR:
            return year_key(self.number)
        year, month = divmod(self.number, 12)
        return f"{year_key(year)}-{month + 1:02}"

    @property
    def year(self) -> int:
        """The year that it begins in."""
        if self.unit is Unit.YEAR:
            return self.number
        return (self.number if self.unit is Unit.MONTH else _month_of(self.number)) // 12

    def moved(self, count: int) -> "Period":
        """The one `count` later."""
        return Period(self.unit, self.number + count * step_of(self.unit))


def step_of(unit: Unit) -> int:
    """How far apart the numbers of two neighbours are."""
    return _WEEK if unit is Unit.WEEK else 1


def number_of(unit: Unit, day: int, week_start: int = 0) -> int:
    """The number of the period that a day lies in; `week_start` is the first day of a week, 0 = Monday."""
    if unit is Unit.DAY:
        return day
    if unit is Unit.WEEK:
        return day - (weekday_of(day) - week_start) % _WEEK
    month_number = _month_of(day)
    return month_number // 12 if unit is Unit.YEAR else month_number


@lru_cache(maxsize=32_768)
def _month_of(day: int) -> int:
    year, month, _ = from_days(day)
    return year * 12 + month - 1


def period_of(unit: Unit, day: int, week_start: int = 0) -> Period:
    """The period that a day lies in."""
    return Period(unit, number_of(unit, day, week_start))


def edtf_of_day(day: int) -> str:
    year, month, of_month = from_days(day)
    return f"{year_key(year)}-{month:02}-{of_month:02}"

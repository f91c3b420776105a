"""Where the squares of a heat map are: one shape for each unit. Whole pixels, pure arithmetic.

A shape lays out one row, a year or (years as squares) a decade, relative to the row's upper left corner.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple, Protocol

from dates.calendar import days_in_month, to_days, weekday_of
from services.periods import Period, Unit, number_of

LABELS = 116
"""The width of the column with the years' names."""
_MONTHS, _WEEK, _DECADE = 12, 7, 10
_HEAD, _GAP = 20, 22
_WEEKDAYS = 20
_LEAST, _MOST = 11, 22


class Box(NamedTuple):
    """A rectangle in whole pixels."""

    left: int
    top: int
    width: int
    height: int

    def contains(self, x: int, y: int) -> bool:
        return self.left <= x < self.left + self.width and self.top <= y < self.top + self.height


class Shape(Hashable, Protocol):
    """`row_of` numbers rows by year, or by the first year of a decade; `steps` are those of the arrow keys."""

    unit: Unit
    row_height: int
    is_numbered: bool
    """Whether squares are large enough for numbers."""

    def row_of(self, number: int) -> int: ...

    def cells(self, row: int) -> Iterator[tuple[int, Box]]: ...

    def labels(self, row: int) -> Iterator[tuple[Period, Box]]: ...

    def steps(self) -> tuple[int, int]: ...


class DayStrip:
    """A year as columns of weeks, Mondays (or what a week begins with) at the top."""

    unit = Unit.DAY
    is_numbered = False

    def __init__(self, width: int, week_start: int) -> None:
        self._week_start = week_start
        self.left = LABELS + _WEEKDAYS
        self.pitch = max(_LEAST, min(_MOST, (width - self.left) // 54))
        self.row_height = _HEAD + _WEEK * self.pitch + _GAP

    def row_of(self, number: int) -> int:
        return Period(Unit.DAY, number).year

    def place(self, row: int, day: int) -> tuple[int, int]:
        """Column and line of a day."""
        first = to_days(row, 1, 1)
        return divmod(day - first + (weekday_of(first) - self._week_start) % _WEEK, _WEEK)

    def cells(self, row: int) -> Iterator[tuple[int, Box]]:
        side = self.pitch - 2
        for day in range(to_days(row, 1, 1), to_days(row + 1, 1, 1)):
            column, line = self.place(row, day)
            yield day, Box(self.left + column * self.pitch, _HEAD + line * self.pitch, side, side)

    def labels(self, row: int) -> Iterator[tuple[Period, Box]]:
        """Each month stands over its first whole week."""
        return _over_weeks(row, (self._first_column(row, month) for month in range(_MONTHS)), self.left, self.pitch)

    def _first_column(self, row: int, month: int) -> int:
        column, line = self.place(row, to_days(row, month + 1, 1))
        return column + (line > 0)

    def outline(self, row: int, month: int) -> list[tuple[int, int]]:
        """The stepped line between a month and the one before it, as points."""
        column, line = self.place(row, to_days(row, month + 1, 1))
        x, top = self.left + column * self.pitch - 1, _HEAD - 1
        bottom = top + _WEEK * self.pitch
        if not line:
            return [(x, top), (x, bottom)]
        middle = top + line * self.pitch
        return [(x + self.pitch, top), (x + self.pitch, middle), (x, middle), (x, bottom)]

    def steps(self) -> tuple[int, int]:
        return _WEEK, 1


def _over_weeks(row: int, columns: Iterable[int], left: int, pitch: int) -> Iterator[tuple[Period, Box]]:
    """The months of a year over columns of weeks, each from the column that it begins in."""
    lefts = [left + column * pitch for column in columns]
    ends = [*lefts[1:], left + 53 * pitch]
    for month, (begin, end) in enumerate(zip(lefts, ends, strict=True)):
        yield Period(Unit.MONTH, row * _MONTHS + month), Box(begin, 0, end - begin, _HEAD)


class DayPages:
    """A year as the pages of twelve months, with the days' numbers."""

    unit = Unit.DAY
    is_numbered = True
    side = (32, 28)
    _title, _letters, _between = 26, 18, 24

    def __init__(self, width: int, week_start: int) -> None:
        self._week_start = week_start
        page = _WEEK * self.side[0] + self._between
        self.across = next(count for count in (6, 4, 3, 2, 1) if count * page <= width - LABELS or count == 1)
        self._page = (page, self._title + self._letters + 6 * self.side[1] + 14)
        self.row_height = _MONTHS // self.across * self._page[1] + _GAP

    def row_of(self, number: int) -> int:
        return Period(Unit.DAY, number).year

    def corner(self, month: int) -> tuple[int, int]:
        """The upper left corner of a month."""
        line, column = divmod(month, self.across)
        return LABELS + column * self._page[0], line * self._page[1]

    def cells(self, row: int) -> Iterator[tuple[int, Box]]:
        width, height = self.side
        for month in range(_MONTHS):
            left, top = self.corner(month)
            first = to_days(row, month + 1, 1)
            lead = (weekday_of(first) - self._week_start) % _WEEK
            for place in range(days_in_month(row, month + 1)):
                line, column = divmod(lead + place, _WEEK)
                y = top + self._title + self._letters + line * height
                yield first + place, Box(left + column * width, y, width - 2, height - 2)

    def labels(self, row: int) -> Iterator[tuple[Period, Box]]:
        for month in range(_MONTHS):
            left, top = self.corner(month)
            yield Period(Unit.MONTH, row * _MONTHS + month), Box(left, top, _WEEK * self.side[0], self._title)

    def letters(self) -> Iterator[tuple[int, Box]]:
        """Where the letters of the weekdays stand, by their place in the week."""
        for month in range(_MONTHS):
            left, top = self.corner(month)
            for place in range(_WEEK):
                yield place, Box(left + place * self.side[0], top + self._title, self.side[0] - 2, self._letters)

    def steps(self) -> tuple[int, int]:
        return 1, _WEEK


class WeekStrip:
    """A year as one line of weeks; a week belongs to the year of its fourth day."""

    unit = Unit.WEEK
    is_numbered = False
    _tall = 28

    def __init__(self, width: int, week_start: int) -> None:
        self._week_start = week_start
        self.left = LABELS
        self.pitch = max(_LEAST, min(_MOST, (width - self.left) // 54))
        self.row_height = _HEAD + self._tall + _GAP

    def row_of(self, number: int) -> int:
        return Period(Unit.DAY, number + 3).year

    def _first(self, row: int) -> int:
        return number_of(Unit.WEEK, to_days(row, 1, 4), self._week_start)

    def cells(self, row: int) -> Iterator[tuple[int, Box]]:
        first, end = self._first(row), self._first(row + 1)
        for column, number in enumerate(range(first, end, _WEEK)):
            yield number, Box(self.left + column * self.pitch, _HEAD, self.pitch - 2, self._tall)

    def labels(self, row: int) -> Iterator[tuple[Period, Box]]:
        first = self._first(row)
        weeks = (-((first - to_days(row, month + 1, 4)) // _WEEK) - 1 for month in range(_MONTHS))
        return _over_weeks(row, (max(0, week) for week in weeks), self.left, self.pitch)

    def steps(self) -> tuple[int, int]:
        return _WEEK, 52 * _WEEK


class MonthRow:
    """A year as twelve squares with their counts."""

    unit = Unit.MONTH
    is_numbered = True

    def __init__(self, width: int) -> None:
        self.wide = max(36, min(92, (width - LABELS) // _MONTHS))
        self.row_height = _HEAD + 36 + 12

    def row_of(self, number: int) -> int:
        return number // _MONTHS

    def cells(self, row: int) -> Iterator[tuple[int, Box]]:
        for month in range(_MONTHS):
            yield row * _MONTHS + month, Box(LABELS + month * self.wide, _HEAD, self.wide - 3, 36)

    def labels(self, row: int) -> Iterator[tuple[Period, Box]]:
        for month in range(_MONTHS):
            yield Period(Unit.MONTH, row * _MONTHS + month), Box(LABELS + month * self.wide, 0, self.wide, _HEAD)

    def steps(self) -> tuple[int, int]:
        return 1, _MONTHS


class YearGrid:
    """Ten years in a line, with their counts."""

    unit = Unit.YEAR
    is_numbered = True

    def __init__(self, width: int) -> None:
        self.wide = max(44, min(108, (width - LABELS) // _DECADE))
        self.row_height = _HEAD + 40 + 12

    def row_of(self, number: int) -> int:
        return number - number % _DECADE

    def cells(self, row: int) -> Iterator[tuple[int, Box]]:
        for place in range(_DECADE):
            yield row + place, Box(LABELS + place * self.wide, _HEAD, self.wide - 3, 40)

    def labels(self, row: int) -> Iterator[tuple[Period, Box]]:
        for place in range(_DECADE):
            yield Period(Unit.YEAR, row + place), Box(LABELS + place * self.wide, 0, self.wide, _HEAD)

    def steps(self) -> tuple[int, int]:
        return 1, _DECADE


@lru_cache(maxsize=64)
def cells_of(shape: Shape, row: int) -> Mapping[int, Box]:
    """The squares of a row by their numbers."""
    return dict(shape.cells(row))


@lru_cache(maxsize=8)
def make_shape(unit: Unit, width: int, week_start: int, *, is_large: bool = False) -> Shape:
    """The shape of a unit for a width in pixels; large days have their numbers."""
    if unit is Unit.DAY:
        return DayPages(width, week_start) if is_large else DayStrip(width, week_start)
    if unit is Unit.WEEK:
        return WeekStrip(width, week_start)
    return MonthRow(width) if unit is Unit.MONTH else YearGrid(width)

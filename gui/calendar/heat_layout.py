"""The rows of a heat map from top to bottom, with long empty stretches folded into one line."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from gui.calendar.heat_shapes import LABELS, Box, Shape, YearGrid, cells_of
from services.periods import Period, Unit
from services.rhythm import Rhythm

FOLD_HEIGHT = 44
YEAR_NAME = Box(-8, -4, LABELS - 10, 46)
"""Where the name of a year stands in its row."""
_TOP = 14
_FOLDED = 2
"""So many empty years in a row are folded."""


@dataclass(frozen=True, slots=True)
class Row:
    """One year or decade, or a fold from `key` to `last`."""

    key: int
    top: int
    height: int
    last: int
    is_fold: bool = False


class HeatLayout:
    """Finds rows by their height and squares by their period; costs what is looked at, not what there is."""

    def __init__(self, shape: Shape, rhythm: Rhythm) -> None:
        self.shape = shape
        self.rows = _rows(shape, _keys(shape, rhythm))
        self._tops = [row.top for row in self.rows]
        self._by_key = {row.key: row for row in self.rows if not row.is_fold}
        self.height = self.rows[-1].top + self.rows[-1].height if self.rows else 0

    def cells_of(self, key: int) -> Mapping[int, Box]:
        """The squares of a row by their numbers, relative to its upper left corner."""
        return cells_of(self.shape, key)

    def is_row(self, key: int) -> bool:
        """Whether a year or decade is shown as a row of its own."""
        return key in self._by_key

    def rows_between(self, top: int, bottom: int) -> list[Row]:
        """The rows that a stretch of the sheet shows."""
        start = max(0, bisect_right(self._tops, top) - 1)
        return self.rows[start : bisect_right(self._tops, bottom)]

    def row_of(self, period: Period) -> Row | None:
        """The row that shows a period, None where it is folded away or outside."""
        if period.unit is self.shape.unit:
            return self._by_key.get(self.shape.row_of(period.number))
        key = period.year
        return self._by_key.get(key - key % 10 if isinstance(self.shape, YearGrid) else key)

    def box_of(self, period: Period) -> Box | None:
        """Where a period is on the sheet: its square, or its label."""
        row = self.row_of(period)
        if row is None:
            return None
        if period.unit is self.shape.unit:
            box = self.cells_of(row.key).get(period.number)
        elif period.unit is Unit.YEAR:
            box = YEAR_NAME
        else:
            box = next((box for label, box in self.shape.labels(row.key) if label == period), None)
        return None if box is None else box._replace(top=box.top + row.top)

    def period_at(self, x: int, y: int) -> Period | None:
        """What is at a point of the sheet: a square, the label of a month, or the name of a year."""
        found = self.rows_between(y, y)
        row = found[-1] if found else None
        if row is None or row.is_fold or not row.top <= y < row.top + row.height:
            return None
        inside = y - row.top
        for number, box in self.cells_of(row.key).items():
            # The gap between two squares belongs to the one before it: the pointer is never between them.
            if box.left <= x < box.left + box.width + 2 and box.top <= inside < box.top + box.height + 2:
                return Period(self.shape.unit, number)
        for period, box in self.shape.labels(row.key):
            if box.contains(x, inside):
                return period
        is_year = YEAR_NAME.contains(x, inside) and not isinstance(self.shape, YearGrid)
        return Period(Unit.YEAR, row.key) if is_year else None

    def stepped(self, period: Period, across: int, down: int) -> Period:
        """The square that the arrow keys lead to; folded rows are passed over."""
        right, below = self.shape.steps()
        number = period.number + across * right + down * below
        if self.is_row(self.shape.row_of(number)):
            return Period(self.shape.unit, number)
        forward = across + down > 0
        row_key = self.shape.row_of(period.number)
        keys = [row.key for row in self.rows if not row.is_fold]
        beyond = [key for key in keys if (key > row_key if forward else key < row_key)]
        if not beyond:
            return period
        numbers = list(self.cells_of(min(beyond) if forward else max(beyond)))
        return Period(self.shape.unit, numbers[0] if forward else numbers[-1])


def _keys(shape: Shape, rhythm: Rhythm) -> list[int]:
    """The rows that have an incident, in order."""
    if shape.unit is Unit.WEEK:
        # The first and the last week of a year may begin in another one.
        years = {number // 12 for number in rhythm.by_month} | set(rhythm.by_year)
        return sorted(years | {shape.row_of(number) for number in rhythm.counts})
    return sorted(
        {year - year % 10 for year in rhythm.year_totals} if isinstance(shape, YearGrid) else rhythm.year_totals
    )


def _rows(shape: Shape, keys: list[int]) -> list[Row]:
    rows: list[Row] = []
    step = 10 if isinstance(shape, YearGrid) else 1
    top = _TOP

    def add(key: int, last: int, height: int, *, is_fold: bool) -> None:
        nonlocal top
        rows.append(Row(key, top, height, last, is_fold))
        top += height

    for place, key in enumerate(keys):
        before = keys[place - 1] if place else key - step
        missing = (key - before) // step - 1
        if missing >= _FOLDED:
            add(before + step, key - 1, FOLD_HEIGHT, is_fold=True)
        elif missing:
            add(before + step, before + 2 * step - 1, shape.row_height, is_fold=False)
        add(key, key + step - 1, shape.row_height, is_fold=False)
    return rows

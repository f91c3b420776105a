"""Which incidents of a lane stand for themselves at a zoom, and how many are left for the rings of each cell.

The cost is that of the cells in view and the marks shown, never that of the incidents there are.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, repeat
from math import ceil

from gui.timeline.lane_packing import BEFORE, GUESS, Item
from gui.timeline.mark_shapes import HALF, QUESTION, outline
from gui.timeline.scene import Shape
from gui.timeline.span_index import LaneIndex, Level
from gui.timeline.time_scale import TimeScale

WIDE = 40.0
"""px from which a span is looked for on its own, also where it began before the view."""
_LONG = 160.0
_SPANS_A_ROW = 6
_UNCERTAIN = 2


@dataclass(frozen=True, slots=True)
class Cells:
    """Stretches of the calendar in view and beside it: their edges in seconds and px, one more than there are cells."""

    starts: Sequence[int]
    xs: Sequence[float]

    @property
    def reach(self) -> int:
        """How many cells a label goes over."""
        return ceil(GUESS * (len(self.xs) - 1) / max(1.0, self.xs[-1] - self.xs[0])) + 1


class LaneItems:
    """The items of one lane in one frame; `counts` are cell → incidents without an item, `lone` the only one of them that
    began before the window."""

    def __init__(
        self, index: LaneIndex, scale: TimeScale, cells: Cells, rows: int, pinned: Iterable[int], *, is_flat: bool
    ) -> None:
        self._index, self._scale, self._cells, self._rows = index, scale, cells, rows
        self._is_flat = is_flat
        low, high = (bisect_left(index.first, cells.starts[end]) for end in (0, -1))
        self._bounds = list(map(bisect_left, repeat(index.first), cells.starts, repeat(low), repeat(high)))
        self._found: dict[int, Item] = {}
        self.lone: Item | None = None
        for place in pinned:
            if self._is_in_window(place):
                self._add(place, is_pinned=True)
        if not is_flat and (self._bounds[-1] > self._bounds[0] or index.begun_before(cells.starts[0])):
            self._find_spans()
        self.counts = self._find_points()

    @property
    def items(self) -> list[Item]:
        return list(self._found.values())

    def _is_in_window(self, place: int) -> bool:
        return self._index.last[place] >= self._cells.starts[0] and place < self._bounds[-1]

    def _cell_of(self, place: int) -> int:
        return bisect_left(self._bounds, place + 1) - 1 if place >= self._bounds[0] else BEFORE

    def _find_spans(self) -> None:
        most = _SPANS_A_ROW * self._rows
        levels = tuple(self._index.levels_from(WIDE * self._scale.seconds_per_px))
        for place in self._reaching(levels):
            self._add(place)
        for level in levels:
            for place in self._starting(level, most):
                self._add(place)
            if len(self._found) >= most:
                return

    def _reaching(self, levels: Iterable[Level]) -> Iterable[int]:
        """Spans that began before the window. Of those that go on over all that is in view, the shortest few alone
        where there is more to show: they say little of it and would fill the rows."""
        first, last = self._cells.starts[0], self._scale.span[1]
        begun = [place for level in levels for place in self._index.reaching_into(level, first, self._rows)]
        covering = [place for place in begun if self._index.last[place] > last]
        kept = max(1, self._rows // 3, min(self._rows - 1, self._rows - self._bounds[-1] + self._bounds[0]))
        left_out = set(covering[:-kept])
        return [place for place in begun if place not in left_out]

    def _starting(self, level: Level, most: int) -> Iterable[int]:
        """Spans that begin in view: all where there are few, else those of the cells where few begin, and of the long
        ones one where many do."""
        low, high = (bisect_left(level.first, self._cells.starts[end]) for end in (0, -1))
        if high - low <= self._rows:
            return level.places[low:high]
        edges = list(map(bisect_left, repeat(level.first), self._cells.starts, repeat(low), repeat(high)))
        is_long = level.least >= _LONG * self._scale.seconds_per_px
        few: list[int] = []
        for begin, end in pairwise(edges):
            if begin < end and len(few) < most and (is_long or end - begin <= self._rows):
                few.extend(level.places[begin : end if end - begin <= self._rows else begin + 1])
        return few

    def _find_points(self) -> dict[int, int]:
        """Those of the cells where few begin, with room for their labels; the rest of every cell is counted."""
        taken = [0] * (len(self._bounds) + 1)
        for item in self._found.values():
            taken[item.cell] += 1  # that of BEFORE at the end
        edges = pairwise(self._bounds)
        left_over = [high - low - used for (low, high), used in zip(edges, taken[:-2], strict=True)]
        counts: dict[int, int] = {}
        for cell in self._crowded(left_over):
            counts[cell] = left_over[cell]
        for cell, count in enumerate(left_over):
            if count and cell not in counts:
                for place in range(self._bounds[cell], self._bounds[cell + 1]):
                    self._add(place)
        begun = self._index.begun_before(self._cells.starts[0]) - taken[-1]
        if begun:
            counts[BEFORE] = begun
        if begun == 1:
            self.lone = self._begun_alone(taken[-1])
        return counts

    def _begun_alone(self, others: int) -> Item | None:
        """The one that began before the window and has no item, beside so many that have."""
        start = self._cells.starts[0]
        begun = (
            place
            for level in self._index.levels_from(0)
            for place in self._index.reaching_into(level, start, others + 1)
        )
        place = next((place for place in begun if place not in self._found), None)
        return None if place is None else self._item(place)

    def _crowded(self, left_over: Sequence[int]) -> list[int]:
        """Cells with more than one, where those of the cells before would fill all rows with their labels."""
        rows, reach = self._rows, self._cells.reach
        sums = [0, *accumulate(min(count, rows + 1) for count in left_over)]
        return [
            cell
            for cell, count in enumerate(left_over)
            if count > 1 and (count > rows or sums[cell + 1] - sums[max(0, cell + 1 - reach)] > rows)
        ]

    def _add(self, place: int, *, is_pinned: bool = False) -> None:
        if place not in self._found:
            self._found[place] = self._item(place, is_pinned=is_pinned)

    def _item(self, place: int, *, is_pinned: bool = False) -> Item:
        marks, x_of = self._index.marks, self._scale.x_of
        doubt = marks.doubts[place]
        left, right = x_of(marks.first[place]), x_of(self._index.last[place] + 1)
        drawn = outline(marks.kinds[place], doubt, marks.precisions[place], left, right)
        if self._is_flat:
            drawn = drawn._replace(shape=Shape.POINT, left=drawn.x - HALF, right=drawn.x + HALF)
        question = QUESTION if doubt & _UNCERTAIN else 0.0
        x, left, right = drawn.x, drawn.left, drawn.right
        lowest, highest = min(left, x - HALF), max(right, x + HALF + question)
        return Item(place, self._cell_of(place), drawn, lowest, highest, is_pinned, question)

"""Marks and rings of one lane put in rows so that nothing overlaps; numbers only, no words are asked for.

A cell is a stretch of the calendar at least `LEAST_CELL` px wide. What cannot stand for itself is counted in the ring of
the cell it begins in. Rings stand in the middle row, and marks keep clear of them, so a ring always has its room.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from gui.timeline.mark_shapes import HALF, Outline
from gui.timeline.scene import Shape

LEAST_CELL = 42.0
RING, EDGE_RING = 18.0, 27.0
"""Half a ring with its air; that of BEFORE has a sign at its left."""
_BROAD = 96.0
GAP = 6.0
GUESS = 168.0
"""px that a label is given where there is room, whatever it says."""
_PINNED_GUESS = 260.0
BEFORE = -1
"""The cell of what began before all cells."""


@dataclass(slots=True)
class Item:
    """One incident on its way into a row. `place` is its place in the lane, `cell` the one it begins in.

    `left` and `right` are what its mark takes up; its label must lie between `label_left` and `label_right`.
    """

    place: int
    cell: int
    outline: Outline
    left: float
    right: float
    is_pinned: bool = False
    question: float = 0.0
    """px that a raised "?" takes beside the glyph."""
    row: int = -1
    label_left: float = -inf
    label_right: float = inf

    @property
    def is_broad(self) -> bool:
        return self.right - self.left > _BROAD


@dataclass(slots=True)
class Ring:
    """`count` incidents that begin in these cells."""

    x: float
    count: int
    cells: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Packing:
    """`items` are those that found a row; all others are in `rings`."""

    items: list[Item]
    rings: list[Ring]
    ring_row: int


def pack(
    items: Sequence[Item],
    counts: Mapping[int, int],
    cells_x: Sequence[float],
    rows: int,
    *,
    edge_x: float,
    before: Mapping[int, int],
    lone: Item | None = None,
) -> Packing:
    """Items in rows, first fit from the left, and rings for the rest.

    `counts` are cell → incidents that have no item; `lone` is the one of BEFORE where that is one. `edge_x` is where the
    ring of BEFORE stands. `before` are the rows that places had in the last frame: they stay where they can, so that
    nothing jumps while panning.
    """
    waiting = sorted(items, key=_order)
    left_over, counted = dict(counts), {BEFORE: lone} if lone is not None else {}
    while True:
        rings = place_rings(left_over, cells_x, edge_x)
        rows_now = _Rows(rows, rings, before)
        failed = rows_now.put_all(waiting)
        if not failed:
            return _with_glyphs(waiting, rings, counted, rows // 2)
        # Rings take room, so the others are put anew; there are fewer of them every time.
        waiting = _without(waiting, failed, left_over, counted, cells_x)


def _with_glyphs(items: list[Item], rings: list[Ring], counted: Mapping[int, Item], row: int) -> Packing:
    """What a ring counts alone stands in its place, which has the room."""
    glyphs = [
        _as_glyph(counted[ring.cells[0]], ring.x) for ring in rings if ring.count == 1 and ring.cells[0] in counted
    ]
    if glyphs:
        rings = [ring for ring in rings if ring.count > 1 or ring.cells[0] not in counted]
        ends = [(item.left, item.right) for item in items if item.row == row]
        ends += [(ring.x - RING, ring.x + RING) for ring in rings] + [(glyph.left, glyph.right) for glyph in glyphs]
        for glyph in glyphs:
            glyph.row = row
            glyph.label_left = max((right for left, right in ends if left < glyph.left), default=-inf) + GAP
            glyph.label_right = min((left for left, _ in ends if left > glyph.left), default=inf) - GAP
    return Packing(items + glyphs, rings, row)


def _without(
    items: Sequence[Item],
    failed: Sequence[Item],
    left_over: dict[int, int],
    counted: dict[int, Item],
    cells_x: Sequence[float],
) -> list[Item]:
    """The items that are tried again; all others are counted in `left_over`, and `counted` is the last one of each cell.

    Where one glyph of a cell has no room, the whole cell is a ring: "3" is more than one glyph beside a "2". But a ring
    that counts one is less than its glyph, which may stand a little aside.
    """
    gone = {item.place for item in failed}
    full = {item.cell for item in failed if not item.is_broad and item.cell >= 0}
    of_cell, failed_of = Counter(item.cell for item in items), Counter(item.cell for item in failed)
    again: list[Item] = []
    for item in items:
        if item.place not in gone:
            if item.cell not in full or item.is_broad or item.is_pinned:
                again.append(item)
                continue
        elif item.cell >= 0 and not left_over.get(item.cell):
            if item.is_broad and failed_of[item.cell] == 1:
                again.append(_as_glyph(item, item.outline.x))
                continue
            x = _aside(item, cells_x)
            if of_cell[item.cell] == 1 and x != item.outline.x:
                again.append(_as_glyph(item, x))
                continue
        left_over[item.cell] = left_over.get(item.cell, 0) + 1
        counted[item.cell] = item
    return sorted(again, key=_order)


def _as_glyph(item: Item, x: float) -> Item:
    drawn = Outline(Shape.POINT, x, x - HALF, x + HALF)
    return Item(item.place, item.cell, drawn, drawn.left, drawn.right + item.question, item.is_pinned, item.question)


def _aside(item: Item, cells_x: Sequence[float]) -> float:
    """The nearest x in the cell that is clear of rings in the cells beside it."""
    left, right = cells_x[item.cell], cells_x[item.cell + 1]
    air = HALF + GAP + RING - LEAST_CELL / 2
    return max(left + air, min(item.outline.x, right - air - item.question))


def place_rings(counts: Mapping[int, int], cells_x: Sequence[float], edge_x: float) -> list[Ring]:
    """A ring in the middle of each cell; that of BEFORE takes in those that it would overlap."""
    middles = {cell: (cells_x[cell] + cells_x[cell + 1]) / 2 for cell, count in counts.items() if count and cell >= 0}
    edge: list[int] = []
    if counts.get(BEFORE):
        edge = [BEFORE, *(cell for cell, x in middles.items() if abs(x - edge_x) < RING + EDGE_RING)]
    rings = [Ring(x, counts[cell], (cell,)) for cell, x in middles.items() if cell not in edge]
    if edge:
        rings.append(Ring(edge_x, sum(counts[cell] for cell in edge), tuple(edge)))
    return sorted(rings, key=_ring_x)


def _order(item: Item) -> tuple[float, float, int]:
    return item.left, -item.right, item.place


def _ring_x(ring: Ring) -> float:
    return ring.x


class _Row:
    """`hard` is where the marks put so far end, `soft` where their labels would; `taken` are stretches kept free."""

    __slots__ = ("hard", "last", "number", "soft", "taken")

    def __init__(self, number: int) -> None:
        self.number = number
        self.hard = self.soft = -inf
        self.last: Item | None = None
        self.taken: list[tuple[float, float]] = []

    def is_free(self, left: float, right: float) -> bool:
        if not self.taken:
            return True
        at = bisect_left(self.taken, (right,))
        return at == 0 or self.taken[at - 1][1] <= left

    def take(self, item: Item) -> None:
        at = bisect_left(self.taken, (item.right,))
        if at:
            item.label_left = self.taken[at - 1][1]
        if self.last is not None:
            self.last.label_right = min(self.last.label_right, item.left - GAP)
            item.label_left = max(item.label_left, self.last.right + GAP)
        item.label_right = self.taken[at][0] - GAP if at < len(self.taken) else inf
        self.hard, self.soft, self.last = item.right, item.right + GUESS, item


class _Rows:
    """One attempt to put items in rows."""

    def __init__(self, rows: int, rings: Sequence[Ring], before: Mapping[int, int]) -> None:
        self._numbers = range(rows)
        self._rows = [_Row(number) for number in self._numbers]
        self._before = before
        self._keeps_free = False
        self._ring_row = rows // 2 if rows > 1 else -1
        self._rows[rows // 2].taken = [
            (ring.x - (EDGE_RING if BEFORE in ring.cells else RING), ring.x + RING) for ring in rings
        ]

    def put_all(self, items: Sequence[Item]) -> list[Item]:
        """The items that found no row. Broad ones leave the row of the rings to glyphs, which then have their room."""
        self._keeps_free = any(not item.is_broad for item in items)
        failed = [item for item in items if item.is_pinned and not self._pin(item)]
        failed += [item for item in items if not item.is_pinned and not self._put(item)]
        for item in items:
            if item.is_pinned and item.row >= 0:
                item.label_left = self._end_before(item, items)
        return failed

    def _pin(self, item: Item) -> bool:
        """A row for an item that others make room for, with its label."""
        right = item.right + _PINNED_GUESS
        for end in (right, item.right):
            for number in self._order_of(item):
                row = self._rows[number]
                if row.is_free(item.left - GAP, end + GAP):
                    insort(row.taken, (item.left, end))
                    item.row, item.label_right = number, end
                    return True
        return False

    def _end_before(self, item: Item, items: Sequence[Item]) -> float:
        """Where the last thing left of a pinned item ends, in its row."""
        ends = [right for left, right in self._rows[item.row].taken if left < item.left]
        ends += [other.right for other in items if other.row == item.row and other.left < item.left]
        return max(ends, default=-inf) + GAP

    def _put(self, item: Item) -> bool:
        """The row that it had, the first where its label and the one before have room, or that with most room."""
        left, right, had = item.left - GAP, item.right + GAP, self._before.get(item.place)
        avoided = self._ring_row if self._keeps_free and item.is_broad else -1
        best: _Row | None = None
        for number in self._order_of(item):
            row = self._rows[number]
            if row.hard > left or number == avoided or (row.taken and not row.is_free(left, right)):
                continue
            if row.soft <= left or number == had:
                best = row
                break
            if best is None or row.hard < best.hard:
                best = row
        if best is None:
            return False
        item.row = best.number
        best.take(item)
        return True

    def _order_of(self, item: Item) -> Sequence[int]:
        had = self._before.get(item.place)
        return self._numbers if had is None or had >= len(self._rows) else (had, *self._numbers)

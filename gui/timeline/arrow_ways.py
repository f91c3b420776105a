"""The ways an arrow may take: beside its marks and between rows, where marks and words leave a gap."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import chain, pairwise
from typing import NamedTuple

from gui.timeline.scene import HALF_SELECTED, Cluster, Label, Mark
from gui.timeline.things import HALF_RING, Box, half_of, lines_of

Points = tuple[tuple[float, float], ...]
Ways = Iterable[tuple[Points, Iterable[Points]]]
"""Ways in the order in which they are tried, each time with a line that those have in common."""

CROSSED = 1
"""Marks and words that the arrow of an incident which is not selected may cross; with more it would say nothing."""
_HALF_SEEN = 2 * CROSSED
"""What counts a way that leaves the view in between, or whose head is under words: half an arrow says less than one that
crosses words."""
_ALONG = 0.5
"""What counts a way that runs up or down where another arrow does: they cannot be told apart, but cross nothing."""
_APART = 8.0
_STEP = 14.0
_OUTS = 26.0, 40.0, 54.0, 68.0, 82.0, 96.0, 110.0, 124.0
"""How far beside its ends an arrow may go up or down, as tried one after the other."""
_REACH = _OUTS[-1] + _STEP
_TIP, _HEAD = 3.0, 9.0
_BETWEEN_ROWS = 17.5
_BESIDE, _STUB = 6.0, 20.0
_RIM = 3.0
"""px from the edge of the view, so that a head there is seen whole."""


class Edge(Enum):
    """Behind which edge of the view something lies."""

    LEFT = auto()
    RIGHT = auto()
    TOP = auto()
    BOTTOM = auto()


class End(NamedTuple):
    """What an arrow begins or ends at: its middle, and how far from it the arrow keeps."""

    x: float
    y: float
    half: float


def end_at(thing: Mark | Cluster) -> End:
    """An end at an incident, or at the ring that counts it."""
    return End(thing.x, thing.y, HALF_RING if isinstance(thing, Cluster) else half_of(thing))


def way_between(begin: End, end: End, boxes: Sequence[Box], others: Sequence[Points], width: int, most: int) -> Points:
    """The way that crosses fewest marks and words, where there is one apart from the uprights of `others`; empty where
    each crosses more than so many."""
    reach = _REACH + HALF_SELECTED
    left, right = min(begin.x, end.x) - reach, max(begin.x, end.x) + reach
    top, bottom = min(begin.y, end.y) - _BETWEEN_ROWS - 1, max(begin.y, end.y) + _BETWEEN_ROWS + 1
    near = [box for box in boxes if box.right > left and box.left < right and box.bottom > top and box.top < bottom]
    # Words stand at the right of most marks, so the left is tried first.
    ways = chain(_beside(begin, end, -1), _beside(begin, end, 1), [((), _from_a_row(begin, end))])
    return _best(ways, near, others, width, most)


def way_out(
    mark: Mark, words: Label | None, edge: Edge, size: tuple[int, int], boxes: Sequence[Box], *, inwards: bool
) -> Points:
    """The way from a mark with its words to an edge of a view of this size, or with `inwards` from there to the mark."""
    air = half_of(mark) + (_TIP if inwards else 0)
    if edge in {Edge.LEFT, Edge.RIGHT}:
        ways = _to_side(mark, words, air, -1 if edge is Edge.LEFT else 1, size[0])
        top, bottom = mark.y - _BETWEEN_ROWS - 1, mark.y + _BETWEEN_ROWS + 1
        near = [box for box in boxes if box.bottom > top and box.top < bottom]
    else:
        ways = _to_end(mark, air, _RIM if edge is Edge.TOP else size[1] - _RIM)
        left, right = mark.x - air - _REACH, mark.x + air + _REACH
        near = [box for box in boxes if box.right > left and box.left < right]
    ordered = (points[::-1] if inwards else points for points in ways)
    return _best([((), ordered)], near, (), size[0], len(near))


def stub_out(
    mark: Mark, words: Label | None, edge: Edge, size: tuple[int, int], boxes: Sequence[Box], *, inwards: bool
) -> Points:
    """The beginning of that way, or its end, right beside the mark or its words; empty where something is in its way."""
    air = half_of(mark) + (_TIP if inwards else 0)
    way = -1 if edge in {Edge.LEFT, Edge.TOP} else 1
    if edge in {Edge.TOP, Edge.BOTTOM}:
        points = (mark.x, mark.y + way * air), (mark.x, mark.y + way * (air + _STUB))
    elif (start := _beside_all(mark, words, air, way)) is not None:
        points = (start, mark.y), (start + way * _STUB, mark.y)
    else:
        return ()
    x, y = points[1]
    is_free = 0 < x < size[0] and 0 < y < size[1] and not _crossed(list(boxes), points, 1)
    return () if not is_free else points[::-1] if inwards else points


def uprights(points: Points) -> list[Points]:
    """The lines of a way that go up or down."""
    return [line for line in pairwise(points) if line[0][0] == line[1][0]]


def levels(points: Points) -> list[Points]:
    """The lines of a way that go left or right."""
    return [line for line in pairwise(points) if line[0][1] == line[1][1]]


def _best(groups: Ways, near: list[Box], others: Sequence[Points], width: int, most: int) -> Points:
    best: Points = ()
    limit: float = most + 1
    for shared, ways in groups:
        if _crossed(near, shared, limit) >= limit:
            continue
        for points in ways:
            crossed: float = 0 if all(0 <= x <= width for x, _ in points[1:-1]) else _HALF_SEEN
            crossed += _crossed(near, points, limit - crossed)
            if crossed and crossed < limit and _crossed(near, _head_of(points), 1):
                crossed += _HALF_SEEN
            if crossed < limit and _runs_along(points, others):
                crossed += _ALONG
            if crossed < limit:
                best, limit = points, crossed
                if not crossed:
                    return best
    return best


def _beside(begin: End, end: End, side: int) -> Ways:
    """Along the rows of both, and between two rows; `side` -1 goes left of both."""
    start_x, start_y = begin.x + side * begin.half, begin.y
    tip_x, tip_y = end.x + side * (end.half + _TIP), end.y
    start, tip = (start_x, start_y), (tip_x, tip_y)
    is_same = abs(start_y - tip_y) < 1
    towards = _BETWEEN_ROWS if tip_y >= start_y else -_BETWEEN_ROWS
    below_start, above_tip = start_y + towards, tip_y + (towards if is_same else -towards)
    turn, corner = start_x + side * _STEP, tip_x + side * _STEP
    outer = min(start_x, tip_x) if side < 0 else max(start_x, tip_x)
    has_upright = abs(start_y - tip_y) > 2 * _BETWEEN_ROWS
    for out in _OUTS:
        x = outer + side * out
        above = start, (x, start_y), (x, above_tip), (corner, above_tip), (corner, tip_y), tip
        if is_same:
            yield (), (above,)
            continue
        straight = start, (x, start_y), (x, tip_y), tip
        below = start, (turn, start_y), (turn, below_start), (x, below_start), (x, tip_y), tip
        yield (((x, below_start), (x, above_tip)) if has_upright else ()), (straight, above, below)


def _from_a_row(begin: End, end: End) -> Iterator[Points]:
    """From above or below into a target with words, or the edge of the view, on either side."""
    down = 1 if end.y > begin.y else -1
    x, tip_y = end.x, end.y - down * (end.half + _TIP)
    row = begin.y + down * _BETWEEN_ROWS
    if down * (tip_y - row) < _HEAD:
        return
    for side in (-1, 1):
        start = begin.x + side * begin.half, begin.y
        turn = start[0] + side * _STEP
        if side * (x - turn) >= 0:
            yield start, (x, begin.y), (x, tip_y)
        yield start, (turn, begin.y), (turn, row), (x, row), (x, tip_y)


def _to_side(mark: Mark, words: Label | None, air: float, way: int, width: int) -> Iterator[Points]:
    """To the left (-1) or right edge: straight, where need be from its words on, or between two rows."""
    rim, y = (_RIM if way < 0 else width - _RIM), mark.y
    start = _beside_all(mark, words, air, way)
    if start is not None and way * (rim - start) >= _HEAD:
        yield (start, y), (rim, y)
    for side in (way, -way):
        turn = mark.x + side * (air + _STEP)
        if way * (rim - turn) >= _HEAD:
            for row in (y - _BETWEEN_ROWS, y + _BETWEEN_ROWS):
                yield (mark.x + side * air, y), (turn, y), (turn, row), (rim, row)


def _beside_all(mark: Mark, words: Label | None, air: float, way: int) -> float | None:
    """Where a straight line may begin: beside the mark, or its words; None where it would run on its bar."""
    start = mark.x + way * air
    if words is not None and way * (words.x - mark.x) > 0:
        start = words.x + (words.width + _BESIDE if way > 0 else -_BESIDE)
    return start if way * ((mark.left if way < 0 else mark.right) - start) <= 0 else None


def _to_end(mark: Mark, air: float, rim: float) -> Iterator[Points]:
    """Up or down to `rim`, beside the mark."""
    for side in (-1, 1):
        start = mark.x + side * air
        for out in _OUTS:
            x = start + side * out
            yield (start, mark.y), (x, mark.y), (x, rim)


def _head_of(points: Points) -> Points:
    (x, y), (tip_x, tip_y) = points[-2:]
    return (max(tip_x - _HEAD, min(tip_x + _HEAD, x)), max(tip_y - _HEAD, min(tip_y + _HEAD, y))), (tip_x, tip_y)


def _runs_along(points: Points, others: Sequence[Points]) -> bool:
    return any(
        abs(x - other_x) < _APART
        and min(y, end_y) < max(other_y, other_end)
        and max(y, end_y) > min(other_y, other_end)
        for (x, y), (_, end_y) in uprights(points)
        for (other_x, other_y), (_, other_end) in others
    )


def _crossed(boxes: list[Box], points: Points, limit: float) -> int:
    """How many boxes a way crosses; no more than `limit` are counted. They come to the front, where the next way that is
    tried is likely to meet them."""
    lines = lines_of(points, -1)
    count = 0
    for place, (left, top, right, bottom) in enumerate(boxes):
        for line_left, line_top, line_right, line_bottom in lines:
            if line_left < right and line_right > left and line_top < bottom and line_bottom > top:
                boxes.insert(count, boxes.pop(place))
                count += 1
                break
        if count >= limit:
            break
    return count

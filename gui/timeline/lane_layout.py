"""How high each lane is and where it stands: by its number of incidents and the room there is, never by the time in view."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from gui.timeline.scene import LaneBox
from services.timeline_lanes import Lane, LaneKey

ROW = 36
"""px from one row of marks to the next."""
PAD = 4
"""px above the first row and below the last."""
LEAST_ROWS, MOST_ROWS = 2, 6
SCROLLED_ROWS = 4
"""At most, where not all lanes fit into the view."""
COLLAPSED = 36
_LEAST = LEAST_ROWS * ROW + 2 * PAD


@dataclass(frozen=True, slots=True)
class LanePlan:
    """Boxes of all lanes, top to bottom, unscrolled; `height` is where the last one ends."""

    boxes: tuple[LaneBox, ...]
    height: int

    def visible(self, scroll_y: int, view_height: int) -> tuple[LaneBox, ...]:
        """The boxes in view, moved up by the scroll."""
        low = bisect_right(self.boxes, scroll_y, key=_bottom)
        high = bisect_left(self.boxes, scroll_y + view_height, key=_top)
        return tuple(box._replace(top=box.top - scroll_y) for box in self.boxes[low:high])


def rows_wanted(count: int) -> int:
    """How many rows a lane of so many incidents should have in a view that can be zoomed."""
    return max(LEAST_ROWS, min(MOST_ROWS, 1 + count.bit_length()))


def height_of(rows: int) -> int:
    """px that so many rows need."""
    return rows * ROW + 2 * PAD


def arrange_lanes(
    lanes: Sequence[Lane],
    *,
    order: Sequence[int],
    collapsed: Collection[LaneKey],
    view_height: int,
    rows: Callable[[int], int] = rows_wanted,
) -> LanePlan:
    """`order` are places in `lanes`, top to bottom. Lanes share the view where all have room for two rows in it; `rows`
    says how many one of so many incidents should have."""
    shut = [bool(collapsed) and lanes[place].key in collapsed for place in order]
    counts = [len(lanes[place].marks.ids) for place in order]
    least = [COLLAPSED if is_shut else _LEAST for is_shut in shut]
    wanted = [
        low if is_shut else height_of(rows(count)) for is_shut, count, low in zip(shut, counts, least, strict=True)
    ]
    spare = view_height - sum(least)
    if spare < 0:
        most = height_of(SCROLLED_ROWS)
        heights = [min(most, height) for height in wanted]
    else:
        heights = _levelled(wanted, least, spare)
        weights = [0 if is_shut else (count + 1).bit_length() for is_shut, count in zip(shut, counts, strict=True)]
        heights = _grown(heights, weights, view_height - sum(heights))
    boxes = []
    top = 0
    for place, height, is_shut in zip(order, heights, shut, strict=True):
        boxes.append(LaneBox(place, lanes[place].key, top, height, is_shut))
        top += height
    return LanePlan(tuple(boxes), top)


def _bottom(box: LaneBox) -> int:
    return box.top + box.height


def _top(box: LaneBox) -> int:
    return box.top


def _levelled(wanted: Sequence[int], least: Sequence[int], spare: int) -> list[int]:
    """Row after row for all that want another: those that want few get them first."""
    heights = list(least)
    while True:
        growing = [place for place, height in enumerate(heights) if height < wanted[place]]
        if not growing or spare < ROW:
            return heights
        for place in growing:
            if spare >= ROW:
                heights[place] += ROW
                spare -= ROW


def _grown(heights: Sequence[int], weights: Sequence[int], spare: int) -> list[int]:
    """Heights that share out `spare` px by weight, so that the last one ends at the bottom of the view."""
    total = sum(weights)
    if not total:
        return list(heights)
    grown, given, passed = [], 0, 0
    for height, weight in zip(heights, weights, strict=True):
        passed += weight
        share = spare * passed // total - given
        given += share
        grown.append(height + share)
    return grown

"""How high each lane is and where it stands: by its number of incidents and the room there is, never by the time in view."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from gui.timeline.scene import LaneBox
from services.timeline_lanes import Lane, LaneKey

ROW = 36
"""px from one row of marks to the next."""
PAD = 4
"""px above the first row and below the last."""
LEAST_ROWS, MOST_ROWS = 2, 6
COLLAPSED = 36


@dataclass(frozen=True, slots=True)
class LanePlan:
    """Boxes of all lanes, top to bottom, unscrolled; `height` is where the last one ends."""

    boxes: tuple[LaneBox, ...]
    height: int

    def visible(self, scroll_y: int, view_height: int) -> tuple[LaneBox, ...]:
        """The boxes in view, moved up by the scroll."""
        return tuple(
            LaneBox(box.place, box.key, box.top - scroll_y, box.height, box.collapsed)
            for box in self.boxes
            if box.bottom > scroll_y and box.top < scroll_y + view_height
        )


def arrange_lanes(
    lanes: Sequence[Lane], *, order: Sequence[int], collapsed: Collection[LaneKey], view_height: int
) -> LanePlan:
    """`order` are places in `lanes`, top to bottom. Where all lanes fit, they share what is left over of the view."""
    shut = [lanes[place].key in collapsed for place in order]
    heights = [COLLAPSED if is_shut else _wanted(lanes[place]) for place, is_shut in zip(order, shut, strict=True)]
    spare = view_height - sum(heights)
    if spare > 0:
        heights = _shared_out(heights, shut, spare, [len(lanes[place].marks) for place in order])
    boxes = []
    top = 0
    for place, height, is_shut in zip(order, heights, shut, strict=True):
        boxes.append(LaneBox(place, lanes[place].key, top, height, is_shut))
        top += height
    return LanePlan(tuple(boxes), top)


def _wanted(lane: Lane) -> int:
    rows = max(LEAST_ROWS, min(MOST_ROWS, 1 + len(lane.marks).bit_length()))
    return rows * ROW + 2 * PAD


def _shared_out(heights: list[int], shut: list[bool], spare: int, counts: list[int]) -> list[int]:
    """The open lanes grow by how much there is in them, so that the last one ends at the bottom of the view."""
    weights = [0 if is_shut else (count + 1).bit_length() for is_shut, count in zip(shut, counts, strict=True)]
    total = sum(weights)
    if not total:
        return heights
    grown, given, passed = [], 0, 0
    for height, weight in zip(heights, weights, strict=True):
        passed += weight
        share = spare * passed // total - given
        given += share
        grown.append(height + share)
    return grown

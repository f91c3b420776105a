"""One lane in one frame: its incidents as marks, and rings for the rest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from gui.timeline.lane_items import Cells, LaneItems
from gui.timeline.lane_layout import PAD, ROW
from gui.timeline.lane_packing import BEFORE, Item, Ring, pack
from gui.timeline.mark_shapes import Outline
from gui.timeline.scene import Cluster, LaneBox, Mark, Shape
from gui.timeline.span_index import LaneIndex
from gui.timeline.time_scale import TimeScale
from services.date_shapes import DateDoubt
from services.incident_flags import Flag
from services.incident_index import STATUSES

EDGE_X = 29.0
"""Where the ring of what began earlier stands."""
_INSET, _BEGUN = 14.0, 27.0
"""From the edge of a span to its glyph; from the edge of the view, where a sign says that it began earlier."""
_UNCERTAIN = int(DateDoubt.UNCERTAIN)
_UNCITED, _MARKED = int(Flag.UNCITED), int(Flag.MARKED)


@dataclass(frozen=True, slots=True)
class Frame:
    """What all lanes of a frame share. `roles` are the theme's colours by the code of the legend."""

    scale: TimeScale
    cells: Cells
    roles: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class LaneScene:
    """`items` belong to `marks` place by place; `hidden` are places of selected ones that the rings count; `pitch` is
    the height of a row. It was laid out from the first four."""

    box: LaneBox
    index: LaneIndex
    frame: Frame
    chosen: frozenset[int]
    marks: list[Mark]
    items: list[Item]
    rings: list[Ring]
    ring_y: float
    hidden: frozenset[int]
    pitch: float


def lay_lane(
    box: LaneBox, index: LaneIndex, frame: Frame, selected: Iterable[int], before: LaneScene | None, *, zooms: bool
) -> LaneScene:
    """`selected` are places of incidents that are shown where there is any room; `before` is the lane in the last frame,
    from which this one zooms or not."""
    chosen = frozenset(selected)
    if (
        before is not None
        and (before.box, before.chosen, before.frame) == (box, chosen, frame)
        and before.index is index
    ):
        return before
    rows_before = _rows_of(before, zooms=zooms)
    rows = 1 if box.collapsed else max(1, (box.height - 2 * PAD) // ROW)
    pitch = (box.height - 2 * PAD) / rows
    found = LaneItems(index, frame.scale, frame.cells, rows, chosen, is_flat=box.collapsed)
    ids = index.marks.ids
    stay = {item.place: row for item in found.items if (row := rows_before.get(ids[item.place])) is not None}
    packing = pack(found.items, found.counts, frame.cells.xs, rows, edge_x=EDGE_X, before=stay, lone=found.lone)
    top = box.top + PAD + pitch / 2
    marks = [_mark(item, box, index, frame, top + pitch * item.row, item.place in chosen) for item in packing.items]
    hidden = chosen.difference(item.place for item in packing.items)
    ring_y = top + pitch * packing.ring_row
    return LaneScene(box, index, frame, chosen, marks, packing.items, packing.rings, ring_y, frozenset(hidden), pitch)


def _rows_of(before: LaneScene | None, *, zooms: bool) -> dict[int, int]:
    """Incident id → row in the last frame. While panning all marks keep theirs, while zooming those that are bars."""
    if before is None:
        return {}
    pairs = zip(before.marks, before.items, strict=True)
    return {mark.id: item.row for mark, item in pairs if not zooms or mark.shape is not Shape.POINT}


def _mark(item: Item, box: LaneBox, index: LaneIndex, frame: Frame, y: float, is_selected: bool) -> Mark:
    marks, place, drawn = index.marks, item.place, item.outline
    doubt, flag = marks.doubts[place], marks.flags[place]
    drawn = _kept_in_view(drawn, frame.scale.width)
    return Mark(
        id=marks.ids[place],
        lane=box.place,
        shape=drawn.shape,
        x=drawn.x,
        y=y,
        left=drawn.left,
        right=drawn.right,
        first=marks.first[place],
        last=marks.last[place],
        status=STATUSES[marks.statuses[place]],
        role=frame.roles.get(marks.colours[place], ""),
        fade_left=drawn.fade_left,
        fade_right=drawn.fade_right,
        is_uncertain=bool(doubt & _UNCERTAIN),
        is_uncited=bool(flag & _UNCITED),
        is_marked=bool(flag & _MARKED),
        is_selected=is_selected,
        has_begun=item.cell == BEFORE and drawn.shape is Shape.POINT,
    )


def _kept_in_view(drawn: Outline, width: int) -> Outline:
    """The glyph of a span stays with what is seen of it: near the left where its own place is out of view."""
    left, right = max(drawn.left, 0.0), min(drawn.right, float(width))
    is_gone = drawn.x < left + _INSET or (drawn.shape is Shape.BRACKET and drawn.x > right - _INSET)
    ends_later = bool(drawn.fade_left) and not drawn.fade_right
    if drawn.shape is Shape.POINT or ends_later or not is_gone:
        return drawn
    inset = _BEGUN if drawn.left < 0 else _INSET
    return drawn._replace(x=left + inset) if right - left >= 2 * inset else drawn


def make_clusters(lanes: Sequence[LaneScene], cells: Cells) -> tuple[Cluster, ...]:
    """The rings of all lanes of a frame, each with its share of the largest."""
    # In steps of two, so that shares seldom change while panning.
    largest = 1 << max((ring.count for lane in lanes for ring in lane.rings), default=1).bit_length()
    return tuple(_cluster(ring, lane, cells, largest) for lane in lanes for ring in lane.rings)


def _cluster(ring: Ring, lane: LaneScene, cells: Cells, largest: int) -> Cluster:
    starts = cells.starts
    is_before = ring.cells[0] == BEFORE
    own = ring.cells[1:] if is_before else ring.cells
    first = starts[min(own)] if own else starts[0]
    last = starts[max(own) + 1] - 1 if own else first - 1
    begins = lane.index.first
    holds = bool(lane.hidden) and any(
        first <= begins[place] <= last or (is_before and begins[place] < starts[0]) for place in lane.hidden
    )
    share = sqrt(ring.count / largest)
    return Cluster(lane.box.place, ring.x, lane.ring_y, ring.count, first, last, is_before, holds, share)

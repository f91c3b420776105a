"""Links between marks as arrows: down a vertical beside them, into the left of their target, with a word on the way."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from gui.timeline.scene import HALF_GLYPH, HALF_SELECTED, Arrow, LinksShown, Mark, Measure, View, Weight
from gui.timeline.things import Box
from models.enums import LinkKind
from services.timeline_lanes import LinkColumns
from services.timeline_links import LINK_KINDS

_MOST = 30
_CROSSED = 1
"""Marks and words that the arrow of an incident which is not selected may cross; with more it would say nothing."""
_OUT, _STEP, _TRIES = 26.0, 14.0, 4
_TIP = 3.0
_PILL_PAD, _PILL_HALF = 11.0, 11.0
_BETWEEN_ROWS = 17.5
_EDGE = 4.0

Points = tuple[tuple[float, float], ...]


class LinkPaths:
    """Arrows of frame after frame; which links an incident has is looked up once for a set of links."""

    def __init__(self, word: Callable[[LinkKind], str], measure: Measure) -> None:
        self._word, self._measure = word, measure
        self._links = LinkColumns()
        self._of: dict[int, list[int]] = {}

    def arrows(self, view: View, marks: Sequence[Mark], boxes: Sequence[Box]) -> tuple[Arrow, ...]:
        """The arrows between marks in view, those of selected incidents first; `boxes` are what they keep clear of."""
        if view.links is LinksShown.HIDDEN or not len(view.lanes.links):
            return ()
        self._know(view.lanes.links)
        pairs = self._pairs(view, marks)
        found = (self._arrow(place, begin, end, boxes, view.scale.width) for place, (begin, end) in pairs.items())
        return tuple(arrow for arrow in found if arrow is not None)

    def _know(self, links: LinkColumns) -> None:
        if links is self._links:
            return
        self._links, self._of = links, {}
        for place, ends in enumerate(zip(links.from_ids, links.to_ids, strict=True)):
            for incident_id in ends:
                self._of.setdefault(incident_id, []).append(place)

    def _pairs(self, view: View, marks: Sequence[Mark]) -> dict[int, tuple[Mark, Mark]]:
        """Place of a link → the two marks it joins, those of the nearest lanes."""
        seen: dict[int, list[Mark]] = {}
        for mark in marks:
            if 0 <= mark.x <= view.scale.width:
                seen.setdefault(mark.id, []).append(mark)
        wanted = [each for each in seen if each in view.selected]
        if view.links is LinksShown.ALL:
            wanted += [each for each in seen if each not in view.selected]
        pairs: dict[int, tuple[Mark, Mark]] = {}
        for place in (place for each in wanted for place in self._of.get(each, ())):
            begins, ends = seen.get(self._links.from_ids[place]), seen.get(self._links.to_ids[place])
            if begins and ends and place not in pairs:
                pairs[place] = min(((begin, end) for begin in begins for end in ends), key=_rise)
                if len(pairs) == _MOST:
                    break
        return pairs

    def _arrow(self, place: int, begin: Mark, end: Mark, boxes: Sequence[Box], width: int) -> Arrow | None:
        is_selected = begin.is_selected or end.is_selected
        points = _best_path(begin, end, boxes, width, len(boxes) if is_selected else _CROSSED)
        if not points:
            return None
        kind = LINK_KINDS[self._links.kinds[place]]
        word = self._word(kind)
        half = self._measure(word, Weight.PLAIN) / 2 + _PILL_PAD
        spot = _pill_spot(points, half, boxes, width)
        if spot is None:
            word, spot = "", points[1]  # its tooltip says it
        ids = self._links.ids[place], begin.id, end.id
        return Arrow(*ids, kind, points, word, *spot, 2 * half, is_selected)


def _rise(pair: tuple[Mark, Mark]) -> float:
    return abs(pair[0].y - pair[1].y)


def _best_path(begin: Mark, end: Mark, boxes: Sequence[Box], width: int, most: int) -> Points:
    """The path that crosses fewest marks and words; empty where each crosses more than so many."""
    reach = _OUT + _STEP * _TRIES + HALF_SELECTED
    left, right = min(begin.x, end.x) - reach, max(begin.x, end.x) + reach
    top, bottom = min(begin.y, end.y) - _BETWEEN_ROWS - 1, max(begin.y, end.y) + _BETWEEN_ROWS + 1
    near = [box for box in boxes if box.right > left and box.left < right and box.bottom > top and box.top < bottom]
    best: Points = ()
    limit = most + 1
    for side in (-1, 1):  # words stand at the right of most marks, so the left is tried first
        start = begin.x + side * (HALF_SELECTED if begin.is_selected else HALF_GLYPH), begin.y
        tip = end.x + side * ((HALF_SELECTED if end.is_selected else HALF_GLYPH) + _TIP), end.y
        for points in _paths(start, tip, side):
            # Half an arrow, out of view in between, says less than one over words.
            crossed = 0 if 0 <= points[1][0] <= width and 0 <= points[2][0] <= width else 2 * _CROSSED
            crossed += _crossed(near, points, limit - crossed)
            if crossed < limit:
                best, limit = points, crossed
                if not crossed:
                    return best
    return best


def _paths(start: tuple[float, float], tip: tuple[float, float], side: int) -> Iterator[Points]:
    """Along the rows of both, and between two rows, where marks and words leave a gap; `side` -1 goes left of both."""
    (start_x, start_y), (tip_x, tip_y) = start, tip
    is_same = abs(start_y - tip_y) < 1
    towards = _BETWEEN_ROWS if tip_y >= start_y else -_BETWEEN_ROWS
    below_start, above_tip = start_y + towards, tip_y + (towards if is_same else -towards)
    turn, corner = start_x + side * _STEP, tip_x + side * _STEP
    outer = min(start_x, tip_x) if side < 0 else max(start_x, tip_x)
    for number in range(_TRIES):
        x = outer + side * (_OUT + _STEP * number)
        if not is_same:
            yield start, (x, start_y), (x, tip_y), tip
        yield start, (x, start_y), (x, above_tip), (corner, above_tip), (corner, tip_y), tip
        if not is_same:
            yield start, (turn, start_y), (turn, below_start), (x, below_start), (x, tip_y), tip


def _crossed(boxes: Sequence[Box], points: Points, limit: int) -> int:
    """How many boxes a path crosses; no more than `limit` are counted."""
    lines = [
        (min(x, next_x) + 1, min(y, next_y) + 1, max(x, next_x) - 1, max(y, next_y) - 1)
        for (x, y), (next_x, next_y) in pairwise(points)
    ]
    count = 0
    for left, top, right, bottom in boxes:
        for line_left, line_top, line_right, line_bottom in lines:
            if line_left < right and line_right > left and line_top < bottom and line_bottom > top:
                count += 1
                break
        if count >= limit:
            break
    return count


def _pill_spot(points: Points, half: float, boxes: Sequence[Box], width: int) -> tuple[float, float] | None:
    """A place for the word on the vertical, in view and clear of everything else; None where there is none."""
    x, begin_y = points[1]
    x = max(half + _EDGE, min(x, width - half - _EDGE))
    end_y = points[2][1]
    top, bottom = min(begin_y, end_y) + 1.5 * _PILL_HALF, max(begin_y, end_y) - 1.5 * _PILL_HALF
    if bottom < top:
        return None
    near = [box for box in boxes if box.right > x - half and box.left < x + half]
    middle = (top + bottom) / 2
    steps = [middle + sign * 12 * number for number in range(12) for sign in (1, -1)]
    for y in (y for y in steps if top <= y <= bottom):
        if all(box.bottom <= y - _PILL_HALF or box.top >= y + _PILL_HALF for box in near):
            return x, y
    return None

"""Links between marks as arrows: down a vertical beside them, into the left of their target, with a word on the way."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from gui.timeline.scene import Arrow, Cluster, Label, LinksShown, Mark, Measure, View, Weight
from models.enums import LinkKind
from services.timeline_lanes import LinkColumns
from services.timeline_links import LINK_KINDS

_MOST = 40
_OUT, _STEP, _TRIES = 26.0, 14.0, 6
_GLYPH, _SELECTED = 11.0, 18.0
_TIP = 3.0
_PILL_PAD, _PILL_HALF = 11.0, 11.0
_SIDEWAYS = 17.0  # between two rows, for marks that stand in one


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


class LinkPaths:
    """Arrows of frame after frame; which links an incident has is looked up once for a set of links."""

    def __init__(self, word: Callable[[LinkKind], str], measure: Measure) -> None:
        self._word, self._measure = word, measure
        self._links = LinkColumns()
        self._of: dict[int, list[int]] = {}

    def arrows(
        self, view: View, marks: Sequence[Mark], labels: Iterable[Label], clusters: Iterable[Cluster]
    ) -> tuple[Arrow, ...]:
        """The arrows between marks in view; those of selected incidents first."""
        if view.links is LinksShown.HIDDEN or not len(view.lanes.links):
            return ()
        self._know(view.lanes.links)
        pairs = self._pairs(view, marks)
        if not pairs:
            return ()
        boxes = _boxes(marks, labels, clusters)
        return tuple(self._arrow(place, begin, end, boxes) for place, (begin, end) in pairs.items())

    def _know(self, links: LinkColumns) -> None:
        if links is self._links:
            return
        self._links, self._of = links, {}
        for place, ends in enumerate(zip(links.from_ids, links.to_ids, strict=True)):
            for incident_id in ends:
                self._of.setdefault(incident_id, []).append(place)

    def _pairs(self, view: View, marks: Sequence[Mark]) -> dict[int, tuple[Mark, Mark]]:
        """Place of a link → the two marks it joins, nearest lanes of each."""
        seen: dict[int, list[Mark]] = {}
        for mark in marks:
            if -_OUT <= mark.x <= view.scale.width + _OUT:
                seen.setdefault(mark.id, []).append(mark)
        wanted = [each for each in seen if each in view.selected]
        if view.links is LinksShown.ALL:
            wanted += [each for each in seen if each not in view.selected]
        pairs: dict[int, tuple[Mark, Mark]] = {}
        for incident_id in wanted:
            for place in self._of.get(incident_id, ()):
                begins, ends = seen.get(self._links.from_ids[place]), seen.get(self._links.to_ids[place])
                if begins and ends and place not in pairs:
                    pairs[place] = min(
                        ((begin, end) for begin in begins for end in ends), key=lambda pair: abs(pair[0].y - pair[1].y)
                    )
                    if len(pairs) == _MOST:
                        return pairs
        return pairs

    def _arrow(self, place: int, begin: Mark, end: Mark, boxes: Sequence[_Box]) -> Arrow:
        kind = LINK_KINDS[self._links.kinds[place]]
        word = self._word(kind)
        points = _path(begin, end, boxes)
        half = self._measure(word, Weight.PLAIN) / 2 + _PILL_PAD
        spot = _pill_spot(points, half, boxes)
        if spot is None:
            word, spot = "", points[1]  # its tooltip says it
        return Arrow(
            self._links.ids[place],
            begin.id,
            end.id,
            kind,
            points,
            word,
            *spot,
            2 * half,
            begin.is_selected or end.is_selected,
        )


def _boxes(marks: Iterable[Mark], labels: Iterable[Label], clusters: Iterable[Cluster]) -> list[_Box]:
    found = [_Box(mark.x - _GLYPH, mark.y - _GLYPH, mark.x + _GLYPH, mark.y + _GLYPH) for mark in marks]
    found += [_Box(ring.x - 17, ring.y - 17, ring.x + 17, ring.y + 17) for ring in clusters]
    for label in labels:
        half = label.height / 2
        found.append(_Box(label.x, label.y - half, label.x + label.width, label.y + half))
    return found


def _path(begin: Mark, end: Mark, boxes: Sequence[_Box]) -> tuple[tuple[float, float], ...]:
    start_x = begin.x - (_SELECTED if begin.is_selected else _GLYPH)
    tip_x = end.x - (_SELECTED if end.is_selected else _GLYPH) - _TIP
    if abs(begin.y - end.y) < 1:
        between = begin.y + _SIDEWAYS
        down, up = start_x - _STEP, tip_x - _STEP
        return (start_x, begin.y), (down, begin.y), (down, between), (up, between), (up, end.y), (tip_x, end.y)
    x = _vertical(min(start_x, tip_x), begin.y, end.y, boxes)
    return (start_x, begin.y), (x, begin.y), (x, end.y), (tip_x, end.y)


def _vertical(right: float, begin_y: float, end_y: float, boxes: Sequence[_Box]) -> float:
    """The x where a vertical crosses fewest marks and words, near its ends."""
    top, bottom = sorted((begin_y, end_y))
    leftmost = right - _OUT - _STEP * _TRIES
    near = [
        box
        for box in boxes
        if box.right > leftmost and box.left < right and box.bottom > top + _GLYPH and box.top < bottom - _GLYPH
    ]
    tries = [right - _OUT - _STEP * number for number in range(_TRIES)]
    return min(tries, key=lambda x: sum(box.left - 4 < x < box.right + 4 for box in near))


def _pill_spot(points: Sequence[tuple[float, float]], half: float, boxes: Sequence[_Box]) -> tuple[float, float] | None:
    """A place for the word on the vertical, clear of everything else; None where there is none."""
    x, begin_y = points[1]
    end_y = points[2][1]
    top, bottom = min(begin_y, end_y) + 2 * _PILL_HALF, max(begin_y, end_y) - 2 * _PILL_HALF
    if bottom < top:
        return None
    near = [box for box in boxes if box.right > x - half and box.left < x + half]
    middle = (top + bottom) / 2
    steps = [middle + sign * 12 * number for number in range(12) for sign in (1, -1)]
    for y in (y for y in steps if top <= y <= bottom):
        if all(box.bottom <= y - _PILL_HALF or box.top >= y + _PILL_HALF for box in near):
            return x, y
    return None

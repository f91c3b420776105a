"""Links between marks, and from marks to rings, as arrows with a word on the way; what links to something out of view is
led to the edge."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from gui.timeline.arrow_ways import CROSSED, Edge, Points, end_at, levels, stub_out, uprights, way_between, way_out
from gui.timeline.scene import Arrow, Cluster, Label, LaneBox, LinksShown, Mark, Measure, View, Weight
from gui.timeline.things import Box, lines_of
from models.enums import LinkKind
from services.timeline_lanes import LinkColumns
from services.timeline_links import LINK_KINDS

_MOST, _MOST_OUT = 30, 12
_PILL_PAD, _PILL_HALF = 11.0, 11.0
_EDGE = 4.0
_FEW = 12
"""Rings in view: where there are more, arrows lead into them from selected incidents alone, as most would be in a ring."""
_AIR = 3.0
"""Between two arrows that lead out side by side."""

Seen = Mapping[int, Sequence[Mark]]
"""Incident id → its marks in view, one for each lane."""


class Lone(NamedTuple):
    """The place of a link of which one end is seen, that end, and where the other one is."""

    place: int
    mark: Mark
    goal: Edge | Cluster


class LinkPaths:
    """Arrows of frame after frame; which links an incident has is looked up once for a set of links."""

    def __init__(self, word: Callable[[LinkKind], str], measure: Measure) -> None:
        self._word, self._measure = word, measure
        self._links = LinkColumns()
        self._of: dict[int, list[int]] = {}
        self._plan: tuple[LaneBox, ...] = ()
        self._tops: dict[int, int] = {}

    def arrows(
        self,
        view: View,
        marks: Sequence[Mark],
        labels: Sequence[Label],
        rings: Sequence[Cluster],
        boxes: Sequence[Box],
    ) -> tuple[Arrow, ...]:
        """The arrows between marks in view, those of selected incidents first, and what leads from these into rings and
        out of view; `boxes` are what they keep clear of."""
        if view.links is LinksShown.HIDDEN or not len(view.lanes.links):
            return ()
        self._know(view.lanes.links)
        seen: dict[int, list[Mark]] = {}
        for mark in marks:
            if 0 <= mark.x <= view.scale.width:
                seen.setdefault(mark.id, []).append(mark)
        between = tuple(self._between(view, seen, boxes))
        lone = self._lone(view, seen, {mark.id for mark in marks}, rings)
        return between + tuple(self._of_one_end(view, lone, labels, boxes, between))

    def _know(self, links: LinkColumns) -> None:
        if links is self._links:
            return
        self._links, self._of = links, {}
        for place, ends in enumerate(zip(links.from_ids, links.to_ids, strict=True)):
            for incident_id in ends:
                self._of.setdefault(incident_id, []).append(place)

    def _between(self, view: View, seen: Seen, boxes: Sequence[Box]) -> Iterator[Arrow]:
        taken = list(boxes)  # words keep clear of the words of other links too
        others: list[Points] = []
        for place, (begin, end) in self._pairs(view, seen).items():
            is_selected = begin.is_selected or end.is_selected
            most = len(boxes) if is_selected else CROSSED
            points = way_between(end_at(begin), end_at(end), boxes, others, view.scale.width, most)
            if points:
                lines = uprights(points)
                arrow = self._arrow(place, points, lines, taken, view.scale.width, is_selected=is_selected)
                others += lines
                if arrow.word:
                    taken.append(_pill(arrow))
                yield arrow

    def _wanted(self, view: View, seen: Seen) -> list[int]:
        """Incidents whose links are shown, selected ones first."""
        others = (each for each in seen if each not in view.selected) if view.links is LinksShown.ALL else ()
        return [*(each for each in seen if each in view.selected), *others]

    def _pairs(self, view: View, seen: Seen) -> dict[int, tuple[Mark, Mark]]:
        """Place of a link → the two marks it joins, those of the nearest lanes."""
        pairs: dict[int, tuple[Mark, Mark]] = {}
        for place in (place for each in self._wanted(view, seen) for place in self._of.get(each, ())):
            begins, ends = seen.get(self._links.from_ids[place]), seen.get(self._links.to_ids[place])
            if begins and ends and place not in pairs:
                pairs[place] = min(((begin, end) for begin in begins for end in ends), key=_rise)
                if len(pairs) == _MOST:
                    break
        return pairs

    def _of_one_end(
        self,
        view: View,
        lone: Sequence[Lone],
        labels: Sequence[Label],
        boxes: Sequence[Box],
        between: Sequence[Arrow],
    ) -> Iterator[Arrow]:
        """Arrows into rings and out of view. Those of selected incidents have a way of their own to the edge."""
        size = view.scale.width, view.height
        taken = [*boxes, *map(_pill, between)]
        others = [line for arrow in between for line in uprights(arrow.points)]
        words_of = {(label.id, label.lane): label for label in labels} if lone else {}
        for place, mark, goal in lone:
            inwards = mark.id == self._links.to_ids[place]
            if isinstance(goal, Cluster):
                begin, end = (goal, mark) if inwards else (mark, goal)
                most = len(taken) if mark.is_selected else CROSSED
                points = way_between(end_at(begin), end_at(end), taken, others, size[0], most)
            else:
                way = way_out if mark.is_selected else stub_out
                points = way(mark, words_of.get((mark.id, mark.lane)), goal, size, taken, inwards=inwards)
            if points:
                lines = levels(points) if goal is Edge.LEFT or goal is Edge.RIGHT else uprights(points)
                arrow = self._arrow(place, points, lines, taken, size[0], is_selected=mark.is_selected)
                yield replace(arrow, away_id=self._other(place, mark.id))
                taken += [_pill(arrow), *(Box(*line) for line in lines_of(points, _AIR))]
                others += uprights(points)

    def _lone(self, view: View, seen: Seen, marked: Set[int], rings: Sequence[Cluster]) -> list[Lone]:
        """`marked` are incidents with marks of their own, also where these are out of view."""
        found = []
        shown = {box.key.id: box.place for box in view.boxes}
        for mark in (seen[each][0] for each in self._wanted(view, seen)):
            for place in self._of.get(mark.id, ()):
                other = self._other(place, mark.id)
                goal: Edge | Cluster | None = None if other in seen else self._edge(view, shown, place, mark)
                if goal is None and other not in marked:
                    goal = self._ring(view, shown, place, mark, rings)
                if goal is not None:
                    found.append(Lone(place, mark, goal))
                    if len(found) == _MOST_OUT:
                        return found
        return found

    def _other(self, place: int, incident_id: int) -> int:
        links = self._links
        return links.to_ids[place] if links.from_ids[place] == incident_id else links.from_ids[place]

    def _edge(self, view: View, shown: Mapping[int, int], place: int, mark: Mark) -> Edge | None:
        """Behind which edge the other end of a link is; None where one of the lanes in view, `shown`, has it."""
        x = view.scale.x_of(self._other_second(place, mark))
        if not 0 <= x <= view.scale.width:
            return Edge.LEFT if x < 0 else Edge.RIGHT
        lanes = view.lanes.lanes_of.get(self._other(place, mark.id), ())
        if not shown.keys().isdisjoint(lanes):
            return None
        if view.plan is not self._plan:
            self._plan, self._tops = view.plan, {box.key.id: box.top for box in view.plan}
        own = self._tops.get(view.lanes.lanes[mark.lane].key.id, 0)
        tops = [self._tops[lane] for lane in lanes if lane in self._tops]
        return (Edge.TOP if tops[0] < own else Edge.BOTTOM) if tops else None

    def _ring(
        self, view: View, shown: Mapping[int, int], place: int, mark: Mark, rings: Sequence[Cluster]
    ) -> Cluster | None:
        """The nearest ring in view that counts the other end of a link."""
        if len(rings) > _FEW and not mark.is_selected:
            return None
        second = self._other_second(place, mark)
        lanes = {shown[lane] for lane in view.lanes.lanes_of.get(self._other(place, mark.id), ()) if lane in shown}
        within = (ring for ring in rings if 0 <= ring.x <= view.scale.width)
        counting = (ring for ring in within if ring.lane in lanes and ring.first <= second <= ring.last)
        return min(counting, key=lambda ring: abs(ring.y - mark.y), default=None)

    def _other_second(self, place: int, mark: Mark) -> int:
        """When the other end of a link begins."""
        links = self._links
        return links.ends[place] if links.starts[place] == mark.first else links.starts[place]

    def _arrow(
        self,
        place: int,
        points: Points,
        lines: Sequence[Points],
        boxes: Sequence[Box],
        width: int,
        *,
        is_selected: bool,
    ) -> Arrow:
        """`lines` are those on which the word may stand."""
        links = self._links
        kind = LINK_KINDS[links.kinds[place]]
        word = self._word(kind)
        half = self._measure(word, Weight.PLAIN) / 2 + _PILL_PAD
        spot = _pill_spot(max(lines, key=_length), half, boxes, width)
        if spot is None:
            word, spot = "", points[1]  # its tooltip says it
        ids = links.ids[place], links.from_ids[place], links.to_ids[place]
        return Arrow(*ids, kind, points, word, *spot, 2 * half, is_selected)


def _rise(pair: tuple[Mark, Mark]) -> float:
    return abs(pair[0].y - pair[1].y)


def _length(line: Points) -> float:
    (x, y), (next_x, next_y) = line
    return abs(next_x - x) + abs(next_y - y)


def _pill(arrow: Arrow) -> Box:
    half = arrow.pill_width / 2 if arrow.word else 0.0
    x, y = arrow.pill_x, arrow.pill_y
    return Box(x - half, y - _PILL_HALF, x + half, y + _PILL_HALF)


def _pill_spot(line: Points, half: float, boxes: Sequence[Box], width: int) -> tuple[float, float] | None:
    """A place for the word on a line, in view and clear of everything else; None where there is none."""
    (x, y), (end_x, end_y) = line
    if x == end_x:
        x = max(half + _EDGE, min(x, width - half - _EDGE))
        spots = [(x, at) for at in _along(y, end_y, 1.5 * _PILL_HALF, 12)]
        near = [box for box in boxes if box.right > x - half and box.left < x + half]
    else:
        spots = [(at, y) for at in _along(x, end_x, half + 1.5 * _PILL_HALF, 36)]
        near = [box for box in boxes if box.bottom > y - _PILL_HALF and box.top < y + _PILL_HALF]
    return next((spot for spot in spots if _is_clear(*spot, half, near)), None)


def _along(begin: float, end: float, air: float, step: int) -> list[float]:
    """Places from the middle of a line outwards."""
    low, high = min(begin, end) + air, max(begin, end) - air
    middle = (low + high) / 2
    steps = (middle + sign * step * number for number in range(12) for sign in (1, -1))
    return [at for at in steps if low <= at <= high]


def _is_clear(x: float, y: float, half: float, boxes: Sequence[Box]) -> bool:
    return all(
        box.bottom <= y - _PILL_HALF or box.top >= y + _PILL_HALF or box.right <= x - half or box.left >= x + half
        for box in boxes
    )

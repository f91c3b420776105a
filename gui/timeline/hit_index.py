"""What lies under the pointer. A scene holds a few hundred things at most, so each is asked."""

from collections.abc import Iterable

from gui.timeline.lane_packing import RING
from gui.timeline.scene import (
    HALF_SELECTED,
    Arrow,
    Cluster,
    Hit,
    Label,
    Mark,
    Scene,
    Shape,
    SilentStretch,
    Target,
)
from gui.timeline.things import half_of, lines_of

_END = 6.0
_HALF_BAR = 11.0
_NEAR_LINE = 5.0
_PILL_HALF = 12.0
_DRAGGED = frozenset({Shape.BAR, Shape.BRACKET})
"""Shapes whose ends are known, so that they can be dragged."""


def hit(scene: Scene, x: float, y: float) -> Hit:
    """The topmost thing at a point: ends of bars, glyphs, rings, pills, words, bars, arrows, silences, lanes."""
    lane = next((box.place for box in scene.lanes if box.top <= y < box.bottom), -1)
    second = scene.scale.t_at(x)
    near = [mark for mark in scene.marks if abs(mark.y - y) <= HALF_SELECTED]
    ring = _ring(scene.clusters, x, y)
    if ring is not None:
        return Hit(Target.CLUSTER, ring.lane, second, cluster=ring)
    found = _end(near, x, y) or _glyph(near, x, y)
    if found is not None:
        return Hit(found[0], found[1].lane, second, found[1].id, mark=found[1])
    arrow = _pill(scene.arrows, x, y)
    mark = None if arrow is not None else _labelled(scene, x, y) or _bar(near, x, y)
    if mark is not None:
        return Hit(Target.MARK, mark.lane, second, mark.id, mark=mark)
    arrow = arrow or _line(scene.arrows, x, y)
    if arrow is not None:
        return Hit(Target.ARROW, lane, second, arrow.link_id, arrow=arrow)
    silence = _silence(scene.silences, x, y)
    if silence is not None:
        return Hit(Target.SILENCE, lane, second, silence=silence)
    return Hit(Target.EMPTY if lane < 0 else Target.LANE, lane, second)


def _ring(rings: Iterable[Cluster], x: float, y: float) -> Cluster | None:
    return next((ring for ring in rings if (ring.x - x) ** 2 + (ring.y - y) ** 2 <= RING**2), None)


def _end(marks: Iterable[Mark], x: float, y: float) -> tuple[Target, Mark] | None:
    for mark in marks:
        if mark.shape in _DRAGGED and abs(mark.y - y) <= _HALF_BAR and mark.right - mark.left >= 4 * _END:
            if abs(mark.left - x) <= _END:
                return Target.START, mark
            if abs(mark.right - x) <= _END:
                return Target.END, mark
    return None


def _glyph(marks: Iterable[Mark], x: float, y: float) -> tuple[Target, Mark] | None:
    for mark in marks:
        if (mark.x - x) ** 2 + (mark.y - y) ** 2 <= half_of(mark) ** 2:
            return Target.MARK, mark
    return None


def _labelled(scene: Scene, x: float, y: float) -> Mark | None:
    found: Label | None = next(
        (
            label
            for label in scene.labels
            if label.x - 4 <= x <= label.x + label.width + 4 and abs(label.y - y) <= label.height / 2 + 2
        ),
        None,
    )
    if found is None:
        return None
    return next((mark for mark in scene.marks if mark.id == found.id and mark.lane == found.lane), None)


def _bar(marks: Iterable[Mark], x: float, y: float) -> Mark | None:
    return next((mark for mark in marks if mark.left <= x <= mark.right and abs(mark.y - y) <= _HALF_BAR), None)


def _pill(arrows: Iterable[Arrow], x: float, y: float) -> Arrow | None:
    return next(
        (
            arrow
            for arrow in arrows
            if arrow.word and abs(arrow.pill_x - x) <= arrow.pill_width / 2 and abs(arrow.pill_y - y) <= _PILL_HALF
        ),
        None,
    )


def _line(arrows: Iterable[Arrow], x: float, y: float) -> Arrow | None:
    for arrow in arrows:
        for left, top, right, bottom in lines_of(arrow.points, _NEAR_LINE):
            if left <= x <= right and top <= y <= bottom:
                return arrow
    return None


def _silence(silences: Iterable[SilentStretch], x: float, y: float) -> SilentStretch | None:
    """Only its words answer: its ground is where incidents are added."""
    for stretch in silences:
        right = stretch.words_x + stretch.words_width
        if stretch.words and stretch.words_x <= x <= right and abs(stretch.words_y - y) <= _PILL_HALF:
            return stretch
    return None

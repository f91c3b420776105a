"""Words beside the marks of a lane: right of them, or on a bar whose end has no room beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from gui.timeline.label_fit import LEAST, Fit, Fitter, caption_words
from gui.timeline.lane_items import QUESTION
from gui.timeline.lane_scene import LaneScene
from gui.timeline.mark_shapes import GLYPH
from gui.timeline.scene import LABEL_LINE, WARNING, Arrow, Label, Mark, Shape, SilentStretch
from services.captions import Caption

_BESIDE_GLYPH, _BESIDE_BAR = 16.0, 9.0
_SELECTED = 7.0
_EDGE = 6.0
_ON_BAR = 30.0  # from the left edge of what is seen of a bar to words on it
_MOST = 420.0


@dataclass(frozen=True, slots=True)
class Wish:
    """Where words for a mark could stand: beside it, and on it from `inner_x` to `inner_right`."""

    mark: Mark
    x: float
    room: float
    inner_x: float
    inner_room: float
    two_lines: bool


def wish_labels(lane: LaneScene, width: int) -> list[Wish]:
    """The marks of a lane that have room for words, beside or on them."""
    if lane.box.collapsed:
        return []
    two_lines = lane.pitch >= 2 * LABEL_LINE + 2
    wishes = []
    for mark, item in zip(lane.marks, lane.items, strict=True):
        x = _beside(mark)
        room = min(item.label_right, width - _EDGE, x + _MOST) - x
        inner_x, inner_room = _on_bar(mark, width)
        if mark.x > width or (room < LEAST and inner_room < LEAST) or x + _MOST < 0:
            continue
        wishes.append(Wish(mark, x, room, inner_x, inner_room, two_lines))
    return wishes


def write_labels(wishes: Iterable[Wish], captions: Mapping[int, Caption], fit: Fitter, year: str) -> list[Label]:
    """The labels of those that have a caption."""
    labels = (_label(wish, captions[wish.mark.id], fit, year) for wish in wishes if wish.mark.id in captions)
    return [label for label in labels if label is not None]


def back_labels(
    labels: Iterable[Label], arrows: Sequence[Arrow], silences: Sequence[SilentStretch]
) -> tuple[Label, ...]:
    """The labels with a ground of their own where an arrow or a hatched stretch runs behind them."""
    return tuple(
        replace(label, is_backed=True)
        if not label.is_backed and (_is_on(label, silences) or _is_crossed(label, arrows))
        else label
        for label in labels
    )


def _is_on(label: Label, silences: Sequence[SilentStretch]) -> bool:
    return any(label.x < stretch.right and stretch.left < label.x + label.width for stretch in silences)


def _is_crossed(label: Label, arrows: Sequence[Arrow]) -> bool:
    half, right = label.height / 2, label.x + label.width
    return any(
        min(x, next_x) < right
        and max(x, next_x) > label.x
        and min(y, next_y) < label.y + half
        and max(y, next_y) > label.y - half
        for arrow in arrows
        for (x, y), (next_x, next_y) in pairwise(arrow.points)
    )


def _beside(mark: Mark) -> float:
    if mark.shape is Shape.POINT:
        x = mark.x + _BESIDE_GLYPH + (QUESTION if mark.is_uncertain else 0)
        return x + (_SELECTED if mark.is_selected else 0)
    return max(mark.right + _BESIDE_BAR, mark.x + _BESIDE_GLYPH + (_SELECTED if mark.is_selected else 0))


def _on_bar(mark: Mark, width: int) -> tuple[float, float]:
    """Left edge and room of words on a bar, right of its glyph."""
    if mark.shape is Shape.POINT or mark.shape is Shape.BRACKET:
        return 0.0, -inf
    left = max(mark.left, 0.0) + _ON_BAR
    if mark.x + GLYPH > left - _ON_BAR:
        left = max(left, mark.x + GLYPH)
    return left, min(mark.right - max(mark.fade_right, _EDGE), width - _EDGE) - left


def _label(wish: Wish, caption: Caption, fit: Fitter, year: str) -> Label | None:
    title, when = caption_words(caption, year)
    sign = WARNING + 6 if wish.mark.is_uncited else 0.0
    found = fit(title, when, int(wish.room - sign), wish.two_lines)
    if wish.inner_room >= LEAST and (found is None or found.when != when or len(found.lines) > 1):
        inner = fit(title, when, int(min(wish.inner_room, _MOST) - sign), False)  # noqa: FBT003
        if inner is not None and (found is None or inner.when == when):
            return _made(wish, wish.inner_x, inner, is_backed=True)
    return None if found is None else _made(wish, wish.x, found)


def _made(wish: Wish, x: float, fit: Fit, *, is_backed: bool = False) -> Label:
    mark = wish.mark
    warning_x = fit.width + 5 if mark.is_uncited else None
    width = fit.width + (WARNING + 6 if mark.is_uncited else 0)
    return Label(mark.id, mark.lane, x, mark.y, width, fit.lines, fit.when, fit.when_x, warning_x, is_backed)

"""Words beside the marks of a lane: right of them, on a bar whose end has no room beside it, or left of them."""

from collections.abc import Iterable, Mapping, Sequence
from math import inf
from typing import NamedTuple

from gui.timeline.label_fit import LEAST, Fit, Fitter, caption_words
from gui.timeline.lane_packing import GAP
from gui.timeline.lane_scene import LaneScene
from gui.timeline.mark_shapes import QUESTION
from gui.timeline.scene import LABEL_LINE, WARNING, Arrow, Label, Mark, Shape, SilentStretch
from gui.timeline.things import lines_of
from services.captions import Caption

_BESIDE_GLYPH, _BESIDE_BAR = 16.0, 9.0
_SELECTED = 7.0
_EDGE = 6.0
_MOST = 520.0
_SIGN = WARNING + 6
_TITLE, _ALL = 2, 3


class Wish(NamedTuple):
    """Where words for a mark could stand: beside it at `x`, on it at `inner_x`, or left of it between two px.

    `row` tells the rows of all lanes apart. `is_cut` where the edge of the view ends the room beside it.
    """

    mark: Mark
    row: tuple[int, int]
    x: float
    room: float
    inner_x: float
    inner_room: float
    left_from: float
    left_to: float
    is_cut: bool
    two_lines: bool


def wish_labels(lane: LaneScene, width: int) -> list[Wish]:
    """The marks of a lane that may have words, row by row from the left."""
    if lane.box.collapsed:
        return []
    two_lines = lane.pitch >= 2 * LABEL_LINE + 2
    wishes = []
    for mark, item in zip(lane.marks, lane.items, strict=True):
        if mark.x > width or (mark.x < 0 and mark.right < LEAST):
            continue
        x = _beside(mark)
        edge = width - _EDGE
        room = min(item.label_right, edge, x + _MOST) - x
        inner_x, inner_room = _on_span(mark, width)
        left_to = max(mark.left, 0.0) - _BESIDE_BAR if mark.shape is not Shape.POINT else mark.x - _BESIDE_GLYPH
        left_from = max(item.label_left, _EDGE)
        is_cut = item.label_right > edge and mark.x > 0
        wishes.append(
            Wish(mark, (lane.box.place, item.row), x, room, inner_x, inner_room, left_from, left_to, is_cut, two_lines)
        )
    return sorted(wishes, key=_by_place)


def write_labels(wishes: Iterable[Wish], captions: Mapping[int, Caption], fit: Fitter, year: str) -> list[Label]:
    """The labels of those that have a caption and room."""
    ends: dict[tuple[int, int], float] = {}
    labels: list[Label] = []
    for wish in wishes:
        caption = captions.get(wish.mark.id)
        label = _label(wish, caption, fit, year, ends.get(wish.row, -inf)) if caption is not None else None
        if label is not None:
            labels.append(label)
            ends[wish.row] = label.x + label.width + GAP
    return labels


def back_labels(
    labels: Iterable[Label], arrows: Sequence[Arrow], silences: Sequence[SilentStretch]
) -> tuple[Label, ...]:
    """The labels with a ground of their own where an arrow or a hatched stretch runs behind them."""
    lines = [line for arrow in arrows for line in lines_of(arrow.points)]
    return tuple(
        label._replace(is_backed=True)
        if not label.is_backed and (_is_on(label, silences) or _is_crossed(label, lines))
        else label
        for label in labels
    )


def _by_place(wish: Wish) -> tuple[tuple[int, int], float]:
    return wish.row, wish.mark.left


def _is_on(label: Label, silences: Sequence[SilentStretch]) -> bool:
    return any(label.x < stretch.right and stretch.left < label.x + label.width for stretch in silences)


def _is_crossed(label: Label, lines: Iterable[tuple[float, float, float, float]]) -> bool:
    label_left, middle, label_right, half = label.x, label.y, label.x + label.width, label.height / 2
    return any(
        left < label_right and right > label_left and top < middle + half and bottom > middle - half
        for left, top, right, bottom in lines
    )


def _beside(mark: Mark) -> float:
    beside = _BESIDE_GLYPH + (_SELECTED if mark.is_selected else 0)
    if mark.shape is Shape.POINT:
        return mark.x + beside + (QUESTION if mark.is_uncertain else 0)
    return max(mark.right + _BESIDE_BAR, mark.x + beside)


def _on_span(mark: Mark, width: int) -> tuple[float, float]:
    """Left edge and room of words on what is seen of a span, right of its glyph."""
    if mark.shape is Shape.POINT:
        return 0.0, -inf
    left = max(mark.x, 0.0) + _BESIDE_GLYPH + 2 + (_SELECTED if mark.is_selected else 0)
    return left, min(mark.right - max(mark.fade_right / 2, 2 * _EDGE), width - _EDGE) - left


def _label(wish: Wish, caption: Caption, fit: Fitter, year: str, taken: float) -> Label | None:
    title, when = caption_words(caption, year)
    sign = _signs(wish.mark)
    found = fit(title, when, _whole(wish.room - sign), wish.two_lines) if wish.x >= 0 else None
    worth = found.worth if found is not None else 0
    if worth == _ALL and wish.mark.left < 0 and found is not None and len(found.lines) > 1:
        worth = _TITLE  # one line at the beginning of what is seen reads better
    if found is not None and worth == _ALL:
        return _made(wish, wish.x, found)
    if wish.inner_room >= LEAST:
        inner = fit(title, when, _whole(min(wish.inner_room, _MOST) - sign), False)  # noqa: FBT003
        if inner is not None and inner.worth > worth:
            return _made(wish, wish.inner_x, inner, is_backed=True)
    if wish.is_cut and worth < _TITLE:
        before = _whole(min(wish.left_to - max(wish.left_from, taken), _MOST) - sign)
        other = fit(title, when, before, wish.two_lines)
        if other is not None and other.worth > worth:
            return _made(wish, wish.left_to - other.width - sign, other)
    return None if found is None else _made(wish, wish.x, found)


def _whole(room: float) -> int:
    """Steps of a few px, so that what fits is looked up while marks glide."""
    return int(max(room, 0)) & ~3


def _made(wish: Wish, x: float, fit: Fit, *, is_backed: bool = False) -> Label:
    mark = wish.mark
    star_x = fit.width + 5 if mark.is_marked else None
    width = fit.width + _signs(mark)
    warning_x = width - WARNING - 1 if mark.is_uncited else None
    return Label(mark.id, mark.lane, x, mark.y, width, fit.lines, fit.when, fit.when_x, star_x, warning_x, is_backed)


def _signs(mark: Mark) -> float:
    """px that the signs behind the words take up."""
    return _SIGN * (mark.is_marked + mark.is_uncited)

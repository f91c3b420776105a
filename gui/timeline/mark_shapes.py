"""How a date is drawn at a zoom: glyph, bar, brackets or a hatched bar, and how far it reaches."""

from typing import NamedTuple

from dates import Precision
from gui.timeline.scene import Shape
from services.date_shapes import BETWEEN, FROM_TO, DateDoubt

HALF = 10.0
"""Half a glyph with its air: two marks are never nearer."""
QUESTION = 8.0
"""px that a raised "?" reaches over the glyph."""
TAIL = 140.0
"""px of a hatched bar towards an end that is not known."""
_APPROXIMATE, _OPEN_START, _OPEN_END = int(DateDoubt.APPROXIMATE), int(DateDoubt.OPEN_START), int(DateDoubt.OPEN_END)
"""Plain numbers: enums are asked slowly, and this is asked for every mark of a frame."""
_DAY = int(Precision.DAY)
_LEAST_BAR, _LEAST_BRACKET, _LEAST_DAY = 10.0, 28.0, 96.0
_EDGE = 14.0  # from a hard edge to the middle of the glyph
_FADE, _SHORT_FADE = 100.0, 16.0


class Outline(NamedTuple):
    """In px: the middle of the glyph, the ends of the bar, and over how much it fades."""

    shape: Shape
    x: float
    left: float
    right: float
    fade_left: float = 0.0
    fade_right: float = 0.0


def outline(kind: int, doubt: int, precision: int, left: float, right: float) -> Outline:
    """The outline of a date whose first second begins at `left` and whose last ends at `right`."""
    if doubt & (_OPEN_START | _OPEN_END):
        return _open(kind, doubt, left, right)
    width, middle = right - left, (left + right) / 2
    if doubt & _APPROXIMATE and kind != BETWEEN:
        return _about(left, right)
    if kind == FROM_TO:
        if width >= _LEAST_BAR:
            return Outline(Shape.BAR, left + min(width / 2, _EDGE), left, right)
        return _point(middle)
    # A month or a year is some time in it, and a glyph in its middle would look like a day.
    if width >= (_LEAST_BRACKET if kind == BETWEEN or precision < _DAY else _LEAST_DAY):
        return Outline(Shape.BRACKET, middle, left, right)
    return _point(middle)


def _point(x: float) -> Outline:
    return Outline(Shape.POINT, x, x - HALF, x + HALF)


def _open(kind: int, doubt: int, left: float, right: float) -> Outline:
    if doubt & _OPEN_START and doubt & _OPEN_END:
        middle = (left + right) / 2
        return Outline(Shape.FADING, middle, left - TAIL / 2, right + TAIL / 2, _FADE / 2, _FADE / 2)
    if doubt & _OPEN_START:
        return Outline(Shape.FADING, right - _EDGE, right - max(TAIL, right - left), right, fade_left=_FADE)
    if kind == FROM_TO:
        return Outline(Shape.FADING, left + _EDGE, left, max(right, left + _EDGE) + TAIL / 2, fade_right=TAIL / 2)
    return Outline(Shape.FADING, left + _EDGE, left, left + max(TAIL, right - left), fade_right=_FADE)


def _about(left: float, right: float) -> Outline:
    """A little beyond both ends, fading there."""
    reach = max(_SHORT_FADE, min(_FADE / 2, (right - left) / 4))
    middle = (left + right) / 2
    half = max(HALF, (right - left) / 2)
    return Outline(Shape.FADING, middle, middle - half - reach, middle + half + reach, 2 * reach, 2 * reach)

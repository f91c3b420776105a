"""Stretches without incidents as hatched ground with their words; those that are too narrow are left out."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from gui.timeline.scene import Measure, SilentStretch, Weight
from gui.timeline.things import Box
from gui.timeline.time_scale import TimeScale

_LEAST = 28.0
_PAD = 6.0
_ABOVE_BOTTOM = 20
_STEP, _HALF = 18, 12.0
_MOST = 400


class Silences:
    """The silences of one set of lanes, sorted, ready to be asked for those in view."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self.spans = spans
        self._first = array("q", (first for first, _ in spans))
        self._last = array("q", (last for _, last in spans))

    def wide(self, scale: TimeScale) -> list[tuple[int, int]]:
        """Those that are at least `_LEAST` px wide, in view. Silences never overlap, so few of them are."""
        first, last = scale.span
        low, high = bisect_left(self._last, first), bisect_right(self._first, last)
        least = _LEAST * scale.seconds_per_px
        if high - low <= _MOST:
            return [span for span in self.spans[low:high] if span[1] - span[0] >= least]
        return list(self._at_steps(scale, low, high, least))

    def _at_steps(self, scale: TimeScale, low: int, high: int, least: float) -> dict[tuple[int, int], None]:
        """One that is wide covers at least one of points so far apart."""
        found: dict[tuple[int, int], None] = {}
        step = _LEAST / 2
        for number in range(int(scale.width / step) + 1):
            at = bisect_right(self._first, scale.t_at(number * step), low, high) - 1
            if at >= 0 and self._last[at] - self._first[at] >= least:
                found[self.spans[at]] = None
        return found


def silent_stretch(
    span: tuple[int, int], scale: TimeScale, height: int, words: str, measure: Measure, things: Sequence[Box]
) -> SilentStretch:
    """The stretch with its words near the bottom of what is seen of it, clear of all things; else without words."""
    left, right = scale.x_of(span[0]), scale.x_of(span[1] + 1)
    width = measure(words, Weight.PLAIN) + 2 * _PAD
    seen_left, seen_right = max(left, 0.0), min(right, float(scale.width))
    x = (seen_left + seen_right - width) / 2
    near = [box for box in things if box.left < x + width and box.right > x]
    for step in range(max(0, height - 2 * _ABOVE_BOTTOM) // _STEP + 1 if seen_right - seen_left >= width else 0):
        y = float(height - _ABOVE_BOTTOM - step * _STEP)
        if all(box.bottom <= y - _HALF or box.top >= y + _HALF for box in near):
            return SilentStretch(left, right, *span, words, x, y, width)
    return SilentStretch(left, right, *span, "", x, 0.0, width)

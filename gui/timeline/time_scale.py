"""Seconds to pixels and back. Seconds count from 1970-01-01T00:00 by the clock of the place, in any year."""

from dataclasses import dataclass
from math import floor

from dates import LIMIT

FINEST = 0.05
"""Seconds a pixel, at the deepest zoom: twenty pixels a second."""
ROOM = 0.04  # of the width, left free at either side where a span is fitted
_LEAST_SPAN = 60  # seconds: what one moment is fitted to


@dataclass(frozen=True, slots=True)
class TimeScale:
    """`start` + `fraction` is the second at x = 0. Whole seconds apart, so that the far past loses nothing."""

    start: int
    seconds_per_px: float
    width: int
    fraction: float = 0.0

    def x_of(self, second: int) -> float:
        """Where a second begins."""
        return (second - self.start - self.fraction) / self.seconds_per_px

    def t_at(self, x: float) -> int:
        """The whole second at `x`."""
        return self.start + floor(self.fraction + x * self.seconds_per_px)

    @property
    def end(self) -> int:
        """The first second that lies wholly beyond the right edge."""
        return self.t_at(self.width) + 1

    @property
    def span(self) -> tuple[int, int]:
        """First and last second in view."""
        return self.start, self.t_at(self.width)

    def panned(self, px: float) -> "TimeScale":
        """What is `px` further right comes to the left edge."""
        return self._at(px, self.seconds_per_px, 0.0)

    def zoomed(self, factor: float, x: float) -> "TimeScale":
        """Zoomed in by `factor` (below 1: out); the moment at `x` stays where it is."""
        wanted = _within(self.seconds_per_px / factor, self.width)
        return self._at(x, wanted, x)

    def resized(self, width: int) -> "TimeScale":
        """The same left edge and zoom in another width."""
        made = TimeScale(self.start, _within(self.seconds_per_px, width), max(1, width), self.fraction)
        return _held(made)

    def centred(self, second: int) -> "TimeScale":
        """The same zoom with `second` in the middle."""
        return self.panned(self.x_of(second) - self.width / 2)

    def _at(self, x: float, seconds_per_px: float, stays_at: float) -> "TimeScale":
        # The shift in seconds from the left edge: small numbers, whatever the year.
        shift = self.fraction + x * self.seconds_per_px - stays_at * seconds_per_px
        whole = floor(shift)
        return _held(TimeScale(self.start + whole, seconds_per_px, self.width, shift - whole))


def fitted(first: int, last: int, width: int) -> TimeScale:
    """The scale that shows first to last with a little room at either side."""
    missing = max(0, _LEAST_SPAN - (last + 1 - first))
    first, last = first - missing // 2, last + missing // 2
    inner = max(1.0, width * (1 - 2 * ROOM))
    per_px = _within((last + 1 - first) / inner, width)
    middle = (first + last + 1) // 2
    return TimeScale(middle, per_px, max(1, width)).panned(-width / 2)


def coarsest(width: int) -> float:
    """Seconds a pixel where all time that dates can have is in view."""
    return 2 * LIMIT / max(1, width)


def _within(seconds_per_px: float, width: int) -> float:
    return max(FINEST, min(coarsest(width), seconds_per_px))


def _held(scale: TimeScale) -> TimeScale:
    """Not beyond what a date can be."""
    most = LIMIT - floor(scale.width * scale.seconds_per_px)
    if -LIMIT <= scale.start <= most:
        return scale
    return TimeScale(max(-LIMIT, min(most, scale.start)), scale.seconds_per_px, scale.width)

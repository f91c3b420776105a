"""Where one looks on the time axis: zoom, pan, glide and fling. Whoever draws follows its `scale`."""

from enum import StrEnum
from math import exp, log

from PySide6.QtCore import QEasingCurve, QElapsedTimer, QObject, QTimer, QVariantAnimation, Signal

from dates.calendar import DAY_SECONDS
from gui.motion import has_motion
from gui.timeline.time_scale import FINEST, TimeScale, fitted

_GLIDE_MS, _TICK_MS, _REST_MS = 150, 16, 90
_FRICTION = 0.0042  # of the speed that is lost, a millisecond
_SLOWEST, _FASTEST = 30.0, 6000.0  # px a second
_YEAR = 365.2425 * DAY_SECONDS
_FARTHEST = 1_000 * _YEAR
"""Zooming out ends where ten times all incidents, or this, is in view."""


class ZoomLevel(StrEnum):
    YEARS = "years"
    MONTHS = "months"
    DAYS = "days"
    HOURS = "hours"


_PER_PX = {
    ZoomLevel.YEARS: _YEAR / 110,
    ZoomLevel.MONTHS: _YEAR / 12 / 110,
    ZoomLevel.DAYS: DAY_SECONDS / 37,
    ZoomLevel.HOURS: 3600 / 40,
}


class TimelineCamera(QObject):
    """`scale_changed` for every frame; `settled` a moment after the last one."""

    scale_changed = Signal()
    settled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scale = fitted(0, 30 * DAY_SECONDS, 800)
        self._span: tuple[int, int] | None = None
        self._fitted: tuple[int, int] | None = None
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(_GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.valueChanged.connect(self._on_glided)
        self._from = self._to = self.scale
        self._speed = 0.0
        self._fling = QTimer(self)
        self._fling.setInterval(_TICK_MS)
        self._fling.timeout.connect(self._on_flung)
        self._clock = QElapsedTimer()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.settled)

    @property
    def width(self) -> int:
        return self.scale.width

    @property
    def target(self) -> TimeScale:
        """Where a glide leads; the scale itself when nothing moves."""
        return self._to if self._glide.state() is QVariantAnimation.State.Running else self.scale

    def set_span(self, span: tuple[int, int] | None) -> None:
        """First and last second of all incidents, which bound how far one can go."""
        self._span = span

    def set_scale(self, scale: TimeScale) -> None:
        """Look there at once."""
        self.stop()
        self._take(scale.resized(self.width) if scale.width != self.width else scale)

    def resize(self, width: int) -> None:
        """Keep the left edge and the zoom in another width; what was fitted, and not left since, is fitted again."""
        if width <= 0 or width == self.width:
            return
        self._to = self._to.resized(width)
        self._from = self._from.resized(width)
        self._take(self.scale.resized(width))
        if self._fitted is not None:
            self._glide.stop()
            self._take(fitted(*self._fitted, width))

    def pan(self, px: float) -> None:
        """What is `px` further right comes to the left edge, at once."""
        self.stop()
        self._take(self.scale.panned(px))

    def zoom(self, factor: float, x: float) -> None:
        """Zoom in by a factor at once; the moment at `x` stays under the pointer."""
        self.stop()
        self._take(self.scale.zoomed(self._bounded(factor), x))

    def glide_pan(self, px: float) -> None:
        self.glide_to(self.target.panned(px))

    def glide_zoom(self, factor: float, x: float) -> None:
        self.glide_to(self.target.zoomed(self._bounded(factor), x))

    def fit(self, first: int, last: int) -> None:
        """Show everything from the first to the last second."""
        self.glide_to(fitted(first, last, self.width))
        self._fitted = first, last

    def show_level(self, level: ZoomLevel, around: float) -> None:
        """Zoom to years, months, days or hours; the moment at px `around` comes to the middle."""
        target = self.target
        second = target.t_at(around)
        self.glide_to(target.zoomed(target.seconds_per_px / _PER_PX[level], around).centred(second))

    def glide_to(self, scale: TimeScale) -> None:
        """Move there in a moment, or at once where nothing may move by itself."""
        self.stop()
        scale = self._held(scale)
        if not has_motion() or scale == self.scale:
            self._take(scale)
            return
        self._from, self._to = self.scale, scale
        self._glide.start()

    def fling(self, px_per_second: float) -> None:
        """Go on by itself as fast as the hand was, slower and slower."""
        if not has_motion() or abs(px_per_second) < 4 * _SLOWEST:
            return
        self._speed = max(-_FASTEST, min(_FASTEST, px_per_second))
        self._clock.start()
        self._fling.start()

    def stop(self) -> None:
        """End what moves by itself."""
        self._glide.stop()
        self._fling.stop()
        self._fitted = None

    def _on_flung(self) -> None:
        passed = self._clock.restart()
        self._take(self.scale.panned(self._speed * passed / 1000))
        self._speed *= exp(-_FRICTION * passed)
        if abs(self._speed) < _SLOWEST:
            self._fling.stop()

    def _on_glided(self, part: float) -> None:
        self._take(self._to if part >= 1.0 else between(self._from, self._to, part))

    def _take(self, scale: TimeScale) -> None:
        scale = self._held(scale)
        if scale != self.scale:
            self.scale = scale
            self.scale_changed.emit()
            self._rest.start()

    def _bounded(self, factor: float) -> float:
        """Not further out than makes sense for what there is."""
        now = self.target.seconds_per_px
        return max(factor, now / max(now, coarsest_for(self._span, self.width)))

    def _held(self, scale: TimeScale) -> TimeScale:
        """At least an edge of what there is stays in view."""
        if self._span is None:
            return scale
        first, last = self._span
        x_first, x_last = scale.x_of(first), scale.x_of(last)
        margin = scale.width / 2
        if x_first > scale.width + margin:
            return scale.panned(x_first - scale.width - margin)
        return scale.panned(x_last + margin) if x_last < -margin else scale


def coarsest_for(span: tuple[int, int] | None, width: int) -> float:
    """The most seconds a pixel that are of use."""
    long = 0 if span is None else 10 * (span[1] - span[0])
    return max(_FARTHEST, long) / max(1, width)


def level_of(scale: TimeScale) -> ZoomLevel:
    """Which of the four a zoom is nearest to."""
    return min(_PER_PX, key=lambda level: abs(log(_PER_PX[level] / scale.seconds_per_px)))


def place_of(scale: TimeScale, span: tuple[int, int] | None) -> float:
    """How far in a zoom is: 0 the whole, 1 seconds."""
    out = log(coarsest_for(span, scale.width))
    return max(0.0, min(1.0, (out - log(scale.seconds_per_px)) / (out - log(FINEST))))


def per_px_at(place: float, span: tuple[int, int] | None, width: int) -> float:
    """The seconds a pixel of a place from 0 to 1; the reverse of `place_of`."""
    out = log(coarsest_for(span, width))
    return exp(out - place * (out - log(FINEST)))


def between(start: TimeScale, end: TimeScale, part: float) -> TimeScale:
    """A scale on the way: zooming about the one moment that stands still, or straight on where none does."""
    slower, faster = start.seconds_per_px, end.seconds_per_px
    shift = start.x_of(end.start) + end.fraction / slower
    if abs(slower - faster) < slower * 1e-9:
        return start.panned(shift * part)
    still = shift * slower / (slower - faster)
    factor = exp(log(slower / faster) * part)
    return start.zoomed(factor, still)

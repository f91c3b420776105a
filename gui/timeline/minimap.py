"""The whole chronology as a strip of bars, and a brush over the part that is in view."""

from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.overriding import override
from gui.style import PAD_PANE
from gui.theme import Theme, theme_of
from gui.timeline.camera import TimelineCamera
from gui.timeline.histogram import count_bars
from gui.timeline.minimap_axis import MapTick, make_map_ticks
from gui.timeline.minimap_strip import BAR, BASE, HEIGHT_STRIP, Layers, Strip, draw_layers
from gui.timeline.scene import SceneWords
from gui.timeline.ticks import CalendarWords
from gui.timeline.time_scale import FINEST, TimeScale, fitted
from services.timeline_lanes import Lanes

_LEAST_BRUSH, _HANDLE, _REACH = 14, 8, 7
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_BRUSH_RADIUS = 6


class _Grip(Enum):
    NONE = auto()
    WHOLE = auto()
    LEFT = auto()
    RIGHT = auto()


class Minimap(QWidget):
    """Moves the camera: drag the brush or one of its handles, click beside it, arrow keys, wheel."""

    fit_requested = Signal()

    def __init__(
        self, camera: TimelineCamera, calendar: CalendarWords, words: SceneWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._camera, self._calendar, self._words = camera, calendar, words
        self._lanes: Lanes | None = None
        self._scale = fitted(0, 1, 100)
        self._counts: list[int] = []
        self._layers: Layers | None = None
        self._ticks: tuple[MapTick, ...] = ()
        self._grip = _Grip.NONE
        self._grabbed_at = 0.0
        self._grabbed = QRectF()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Whole chronology"))
        self.setToolTip(self.tr("Drag the frame or its edges to choose what is in view (← → Page up Page down)"))
        camera.scale_changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT_STRIP)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT_STRIP)

    def show_lanes(self, lanes: Lanes) -> None:
        """Count what these hold."""
        before, self._lanes = self._lanes, lanes
        if before is None or lanes.span != before.span:
            self._fit()
            self.update()
            return
        counts = count_bars(lanes.stream.first, self._scale, BAR)
        # Most edits change nothing that is seen from so far.
        if counts != self._counts or lanes.silences != before.silences:
            self._counts, self._layers = counts, None
            self.update()

    def _fit(self) -> None:
        if self._lanes is None or self._lanes.span is None:
            return
        span = self._lanes.span
        width = max(60, self.width() - 2 * PAD_PANE)
        long = max(1, span[1] - span[0])
        self._scale = TimeScale(span[0], max(FINEST, (long + 1) / width), width)
        self._counts = count_bars(self._lanes.stream.first, self._scale, BAR)
        self._ticks = make_map_ticks(self._scale, self._calendar)
        self._layers = None

    def brush(self) -> QRectF:
        """The frame over what is in view, in this widget's px."""
        first, last = self._camera.scale.span
        left, right = self._scale.x_of(first), self._scale.x_of(last)
        left, right = max(-4.0, min(left, self._scale.width - 4.0)), max(4.0, min(right, self._scale.width + 4.0))
        if right - left < _LEAST_BRUSH:
            middle = (left + right) / 2
            left, right = middle - _LEAST_BRUSH / 2, middle + _LEAST_BRUSH / 2
        return QRectF(PAD_PANE + left, 2, right - left, BASE + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        if self._lanes is None or self._lanes.span is None:
            painter.fillRect(self.rect(), theme.bg)
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.line)
            return
        if self._layers is None or self._layers.theme is not theme:
            strip = Strip(self._lanes.silences, self._scale, tuple(self._counts), self._ticks)
            self._layers = draw_layers(strip, self._words, theme, self.size(), self.devicePixelRatioF())
        painter.drawPixmap(0, 0, self._layers.outside)
        brush = self.brush()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QPainterPath()
        clip.addRoundedRect(brush, _BRUSH_RADIUS, _BRUSH_RADIUS)
        painter.setClipPath(clip)
        painter.drawPixmap(0, 0, self._layers.inside)
        painter.setClipping(False)
        self._paint_frame(painter, theme, brush)

    def _paint_frame(self, painter: QPainter, theme: Theme, brush: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.accent, 2.5 if self.hasFocus() else 1.5))
        painter.drawRoundedRect(brush.adjusted(0.75, 0.75, -0.75, -0.75), _BRUSH_RADIUS, _BRUSH_RADIUS)
        painter.setBrush(theme.surface)
        painter.setPen(QPen(theme.accent, 1.5))
        for x in (brush.left(), brush.right()):
            handle = QRectF(x - _HANDLE / 2 + 0.5, brush.center().y() - 9, _HANDLE - 1, 18)
            painter.drawRoundedRect(handle, 3.5, 3.5)

    def _grip_at(self, x: float) -> _Grip:
        brush = self.brush()
        near_left, near_right = abs(x - brush.left()), abs(x - brush.right())
        if min(near_left, near_right) <= _REACH:
            return _Grip.LEFT if near_left < near_right else _Grip.RIGHT
        return _Grip.WHOLE if brush.left() <= x <= brush.right() else _Grip.NONE

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._lanes is None or self._lanes.span is None:
            return
        x = event.position().x()
        self._grip = self._grip_at(x)
        if self._grip is _Grip.NONE:
            self._camera.glide_to(self._camera.target.centred(self._scale.t_at(x - PAD_PANE)))
            self._grip = _Grip.WHOLE
        self._grabbed_at, self._grabbed = x, self.brush()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if not event.buttons() & Qt.MouseButton.LeftButton or self._grip is _Grip.NONE:
            grip = self._grip_at(x)
            shapes = {_Grip.NONE: Qt.CursorShape.ArrowCursor, _Grip.WHOLE: Qt.CursorShape.OpenHandCursor}
            self.setCursor(shapes.get(grip, Qt.CursorShape.SizeHorCursor))
            return
        self._drag_to(x)

    def _drag_to(self, x: float) -> None:
        shift = x - self._grabbed_at
        if self._grip is _Grip.WHOLE:
            seconds = shift * self._scale.seconds_per_px
            self._camera.pan(seconds / self._camera.scale.seconds_per_px)
            self._grabbed_at = x
            return
        box = QRectF(self._grabbed)
        if self._grip is _Grip.LEFT:
            box.setLeft(min(box.left() + shift, box.right() - 2))
        else:
            box.setRight(max(box.right() + shift, box.left() + 2))
        first, last = (self._scale.t_at(edge - PAD_PANE) for edge in (box.left(), box.right()))
        per_px = max(FINEST, (last - first) / self._camera.width)
        self._camera.set_scale(TimeScale(first, per_px, self._camera.width))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = _Grip.NONE

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.fit_requested.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta().y() or event.angleDelta().x()
        self._camera.pan(-turn / 120 * self._camera.width * 0.15)
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, width = Qt.Key(event.key()), self._camera.width
        if key in _KEYS:
            self._camera.glide_pan(_KEYS[key] * width * 0.1)
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self._camera.glide_pan((1 if key == Qt.Key.Key_PageDown else -1) * width * 0.9)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self._camera.glide_zoom(1 / 1.6 if key == Qt.Key.Key_Minus else 1.6, width / 2)
        elif key == Qt.Key.Key_0:
            self.fit_requested.emit()
        else:
            event.ignore()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

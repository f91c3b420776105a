"""The row of periods and days above the canvas, as wide as canvas and lane names together."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QWidget

from gui.overriding import override
from gui.theme import theme_of
from gui.timeline.axis_painter import AxisPainter
from gui.timeline.camera import TimelineCamera
from gui.timeline.scene_source import SceneSource
from gui.timeline.ticks import make_axis
from gui.timeline.wheel import turn_wheel

HEIGHT_AXIS = 47


class AxisRow(QWidget):
    """Drag it to pan, turn the wheel to zoom."""

    def __init__(
        self, camera: TimelineCamera, source: SceneSource, bar: QScrollBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._camera, self._source, self._bar = camera, source, bar
        self._painter = AxisPainter()
        self._last: float | None = None
        self.setFixedHeight(HEIGHT_AXIS)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Time axis"))
        camera.scale_changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT_AXIS)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.bg)
        axis = make_axis(self._camera.scale, self._source.calendar)
        self._painter.paint(painter, QRectF(self.rect()), axis, theme, today=self._source.now())
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.line2)
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._camera.stop()
            self._last = event.position().x()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._last is not None:
            self._camera.pan(self._last - event.position().x())
            self._last = event.position().x()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._last = None
        self.unsetCursor()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turn_wheel(event, self._camera, self._bar)

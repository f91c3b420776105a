"""The body of the timeline: draws the scene of what is in view and hands pointer and keys to their tools."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QScrollBar, QSizePolicy, QToolTip, QWidget

from gui.controls import claim_key
from gui.overriding import override
from gui.theme import theme_of
from gui.timeline.board import Board
from gui.timeline.camera import TimelineCamera
from gui.timeline.canvas_keys import CanvasKeys
from gui.timeline.drag_overlay import paint_overlay
from gui.timeline.pointer import Pointer
from gui.timeline.scene import Hit, Scene, Target
from gui.timeline.scene_source import SceneSource
from gui.timeline.wheel import turn_wheel

_BY_KEY = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
_SHAPES = {
    Target.START: Qt.CursorShape.SizeHorCursor,
    Target.END: Qt.CursorShape.SizeHorCursor,
    Target.MARK: Qt.CursorShape.PointingHandCursor,
    Target.CLUSTER: Qt.CursorShape.PointingHandCursor,
    Target.ARROW: Qt.CursorShape.PointingHandCursor,
}


class TimelineCanvas(QWidget):
    """`scene_drawn` after every frame; `menu_requested` carries the incident and a global point."""

    menu_requested = Signal(int, QPoint)
    size_changed = Signal()

    def __init__(
        self, board: Board, camera: TimelineCamera, source: SceneSource, bar: QScrollBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.board, self.camera, self.bar = board, camera, bar
        self.source = source
        self.pointer = Pointer(self)
        self.keys = CanvasKeys(self)
        self._scene: Scene | None = None
        self._has_ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Timeline"))
        self.grabGesture(Qt.GestureType.PinchGesture)
        for fact in (
            camera.scale_changed,
            board.lanes_changed,
            board.selection_changed,
            bar.valueChanged,
            source.captions_changed,
        ):
            fact.connect(self.refresh)
        self.pointer.overlay_changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, 400)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, 80)

    def refresh(self, _what: object = None) -> None:
        """Draw anew what is in view."""
        self._scene = None
        self.update()

    def scene(self) -> Scene:
        """What is in view, laid out once per frame."""
        if self._scene is None:
            boxes = self.board.plan.visible(self.bar.value(), self.height())
            self._scene = self.source.scene(self.board, self.camera.scale, boxes, self.height())
        return self._scene

    def hit_at(self, place: QPointF) -> Hit:
        """What lies there."""
        return self.source.hit(self.scene(), place.x(), place.y())

    def rect_of(self, incident_id: int) -> QRect | None:
        """Where an incident, or the ring that holds it, is drawn; None where it is not in view."""
        return self.source.rect_of(self.board, self.scene(), incident_id)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.bg)
        self.source.painter.paint(painter, self.scene(), theme)
        paint_overlay(painter, self, theme)
        if self._has_ring and self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.camera.resize(self.width())
        self.board.set_height(self.height())
        self.refresh()
        self.size_changed.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by key must see where the keyboard is; a hand knows."""
        super().focusInEvent(event)
        self._has_ring = event.reason() in _BY_KEY
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._has_ring = False
        self.pointer.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.pointer.move(event):
            self.setCursor(_SHAPES.get(self.hit_at(event.position()).kind, Qt.CursorShape.ArrowCursor))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointer.release(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointer.double_click(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turn_wheel(event, self.camera, self.bar)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            hit = self.hit_at(QPointF(event.pos()))
            if hit.mark is not None:
                if hit.id not in self.board.chosen:
                    self.board.select([hit.id], hit.id)
                self.menu_requested.emit(hit.id, event.globalPos())
        elif self.board.current is not None:
            rect = self.rect_of(self.board.current)
            place = rect.bottomLeft() if rect is not None else self.rect().center()
            self.menu_requested.emit(self.board.current, self.mapToGlobal(place))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The window must hear that Alt was not pressed alone, which would show its menus.
        if not self.keys.press(event) or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()

    @override
    def event(self, event: QEvent) -> bool:
        if claim_key(event, lambda key: self.keys.wants(key)):  # noqa: PLW0108 - made after the first event
            return True
        if isinstance(event, QHelpEvent):
            words = self.source.tip(self.hit_at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), words, self)
            return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.camera.zoom(1 + event.value(), event.position().x())
            return True
        if isinstance(event, QGestureEvent):
            return self._pinch(event)
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.PaletteChange}:
            self.refresh()
        return super().event(event)

    def _pinch(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(pinch, QPinchGesture) and pinch.scaleFactor() > 0:
            centre = self.mapFromGlobal(pinch.centerPoint().toPoint())
            self.camera.zoom(pinch.scaleFactor(), centre.x())
        return True

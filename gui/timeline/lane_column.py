"""The names of lanes at the left of the canvas: collapse them, put them in another order."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QSizePolicy, QToolTip, QWidget

from gui.controls import claim_key
from gui.overriding import override
from gui.texts import incidents_text
from gui.texts.lanes import lane_text
from gui.theme import theme_of
from gui.timeline.board import Board
from gui.timeline.lane_headers import WIDTH_LANES, LaneMarks, paint_lane_headers
from gui.timeline.scene import LaneBox

_NOTCH, _LINE = 120, 60
_TOGGLES = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class LaneColumn(QWidget):
    """Click or Enter collapses a lane; drag or Alt+↑ ↓ moves it; the wheel scrolls."""

    def __init__(self, board: Board, bar: QScrollBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board, self._bar = board, bar
        self._at = 0
        self._shown: object = None
        self._hovered = -1
        self._pressed: LaneBox | None = None
        self._pressed_y = 0.0
        self._target: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFixedWidth(WIDTH_LANES)
        self.setAccessibleName(self.tr("Lanes"))
        board.lanes_changed.connect(self._follow)
        bar.valueChanged.connect(self._follow)

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH_LANES, 400)

    def _follow(self, _what: object = None) -> None:
        self._at = max(0, min(self._at, len(self._board.plan.boxes) - 1))
        self._tell()
        lanes = self._board.lanes.lanes
        named = [(lanes[box.place].title, lanes[box.place].count, lanes[box.place].colour) for box in self._visible()]
        shown = (self._at, self._visible(), named)
        if shown != self._shown:
            self._shown = shown
            self.update()

    def _visible(self) -> tuple[LaneBox, ...]:
        return self._board.plan.visible(self._bar.value(), self.height())

    def _current(self) -> LaneBox | None:
        boxes = self._board.plan.boxes
        return boxes[self._at] if self._at < len(boxes) else None

    def _tell(self) -> None:
        box = self._current()
        if box is None:
            self.setAccessibleDescription("")
            return
        lane = self._board.lanes.lanes[box.place]
        state = self.tr("collapsed") if box.collapsed else self.tr("open")
        number = self.tr("%1 of %2").replace("%1", str(self._at + 1)).replace("%2", str(len(self._board.plan.boxes)))
        words = (lane_text(lane.key, lane.title), incidents_text(lane.count), state, number)
        self.setAccessibleDescription(", ".join(words))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.bg)
        box = self._current() if self.hasFocus() else None
        marks = LaneMarks(self._hovered, box.place if box is not None else -1)
        paint_lane_headers(painter, self.width(), self._visible(), self._board.lanes.lanes, theme, marks)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.line2)
        if self._target is not None:
            boxes = self._board.plan.boxes
            y = (boxes[self._target].top if self._target < len(boxes) else boxes[-1].bottom) - self._bar.value()
            painter.fillRect(0, y - 1, self.width(), 2, theme.accent)
        painter.end()

    def _box_at(self, y: float) -> LaneBox | None:
        return next((box for box in self._visible() if box.top <= y < box.bottom), None)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._pressed_y = self._box_at(event.position().y()), event.position().y()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        y = event.position().y()
        if self._pressed is not None:
            if self._target is not None or abs(y - self._pressed_y) >= QApplication.startDragDistance():
                tops = [box.top + box.height / 2 - self._bar.value() for box in self._board.plan.boxes]
                self._target = sum(top < y for top in tops)
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.update()
            return
        box = self._box_at(y)
        self._set_hovered(box.place if box is not None else -1)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, target = self._pressed, self._target
        self._pressed = self._target = None
        self.unsetCursor()
        if pressed is None:
            return
        here = [box.key for box in self._board.plan.boxes].index(pressed.key)
        if target is not None:
            self._board.move(pressed.key, target - (target > here))
        elif self._box_at(event.position().y()) is not None:
            self._at = here
            self._board.toggle(pressed.key)
        self.update()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels = event.pixelDelta().y()
        self._bar.setValue(self._bar.value() - (pixels or round(event.angleDelta().y() / _NOTCH * _LINE)))
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        box, key = self._current(), Qt.Key(event.key())
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if box is None or not (step or key in _TOGGLES | {Qt.Key.Key_Left, Qt.Key.Key_Right}):
            event.ignore()
        elif step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._board.move(box.key, self._at + step)
            self._go_to(self._at + step)
            event.ignore()  # the window must hear that Alt was not pressed alone, which would show its menus
        elif step:
            self._go_to(self._at + step)
        elif key in _TOGGLES or box.collapsed == (key == Qt.Key.Key_Right):
            self._board.toggle(box.key)

    def _go_to(self, place: int) -> None:
        self._at = max(0, min(place, len(self._board.plan.boxes) - 1))
        box = self._current()
        if box is not None:
            top = self._bar.value()
            lowest = max(box.top, box.bottom - self.height()) if box.bottom > top + self.height() else top
            self._bar.setValue(min(box.top, lowest) if box.top < top else lowest)
        self._tell()
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        if claim_key(event, lambda key: key.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}):
            return True  # Alt+↑ ↓ moves incidents within their day elsewhere
        if event.type() == QEvent.Type.Leave:
            self._set_hovered(-1)
        elif isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self)
            return True
        return super().event(event)

    def _tip(self, place: QPoint) -> str:
        box = self._box_at(place.y())
        if box is None:
            return ""
        lane = self._board.lanes.lanes[box.place]
        does = self.tr("Open (Enter)") if box.collapsed else self.tr("Collapse (Enter)")
        moves = self.tr("Drag, or Alt+↑ ↓, to move")
        return f"{lane_text(lane.key, lane.title)}, {incidents_text(lane.count)}\n{does}\n{moves}"

    def _set_hovered(self, place: int) -> None:
        if place != self._hovered:
            self._hovered = place
            self.update()

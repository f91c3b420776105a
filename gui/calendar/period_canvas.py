"""What the heat map and the bars share: one period is chosen, by pointer or keys, and says what it holds."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from gui.calendar.words import tip_of
from gui.overriding import override
from gui.style import RADIUS
from gui.theme import theme_of
from services.periods import Period, Unit
from services.rhythm import Rhythm

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_JUMPS = {Qt.Key.Key_BracketLeft: -1, Qt.Key.Key_BracketRight: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_TAB = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
_NOTCH = 120
_PINCH = 400
"""What one tenth of spreading counts of a turn of the wheel: a third."""


class PeriodCanvas(QAbstractScrollArea):
    """Fact: `period_selected` (a Period, or None). Wishes: to open its incidents, to see it on the timeline, to zoom."""

    period_selected = Signal(object)
    period_opened = Signal(object)
    timeline_requested = Signal(object)
    zoom_requested = Signal(int)
    """Payload: 1 for closer, -1 for further away."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rhythm = Rhythm(Unit.DAY)
        self.today = 0
        self.selected: Period | None = None
        self.hovered: Period | None = None
        self._turned = 0.0
        self.is_reached_by_tab = False
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "bg")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        self.horizontalScrollBar().setSingleStep(24)

    # What each kind of canvas answers for itself.

    def relayout(self) -> None:
        """Work out all places again."""

    def box_of(self, period: Period) -> QRect | None:
        """Where a period is on the viewport, None where it is not shown."""
        del period
        return None

    def period_at(self, point: QPoint) -> Period | None:
        """What is at a point of the viewport."""
        del point
        return None

    def stepped(self, period: Period, across: int, down: int) -> Period:
        """Where an arrow key leads from a period."""
        return period.moved(across + down)

    # The rest is the same for all.

    def show_rhythm(self, rhythm: Rhythm, today: int) -> None:
        """Show other counts; `today` is a day since 1970-01-01. The selection stays where its unit is still the same."""
        if (rhythm, today) == (self.rhythm, self.today):
            return
        is_other = rhythm.unit is not self.rhythm.unit
        self.rhythm, self.today = rhythm, today
        if is_other and self.selected is not None:
            self.select(None)
        self.hovered = None
        self.relayout()
        self.viewport().update()

    def select(self, period: Period | None) -> None:
        """Select a period and bring it on screen; announces it where it is another one."""
        if period != self.selected:
            self.selected = period
            self.setAccessibleDescription("" if period is None else tip_of(self.rhythm, period))
            if period is not None and QAccessible.isActive() and self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleDescription()))
            self.viewport().update()
            self.period_selected.emit(period)
        if period is not None:
            self.reveal(period)

    def reveal(self, period: Period) -> None:
        """Scroll until a period can be seen."""
        box = self.box_of(period)
        if box is None:
            return
        room = self.viewport().rect().adjusted(0, 24, 0, -24)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        if box.top() < room.top() or box.bottom() > room.bottom():
            edge = room.top() - box.top() if box.top() < room.top() else room.bottom() - box.bottom()
            down.setValue(down.value() - edge)
        if box.left() < room.left() or box.right() > room.right():
            across.setValue(across.value() + box.center().x() - room.center().x())

    def neighbour(self, way: int) -> Period | None:
        """The next period with incidents, or the one before."""
        numbers = self.rhythm.numbers
        if not numbers:
            return None
        start = self.selected
        if start is None:
            return Period(self.rhythm.unit, numbers[0 if way > 0 else -1])
        number = start.number if start.unit is self.rhythm.unit else start.days[0]
        beyond = [n for n in numbers if (n > number if way > 0 else n < number)]
        return Period(self.rhythm.unit, min(beyond) if way > 0 else max(beyond)) if beyond else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER and self.selected is not None and held in {held.NoModifier, held.ShiftModifier}:
            wish = self.timeline_requested if held else self.period_opened
            wish.emit(self.selected)
        elif key == Qt.Key.Key_Escape and self.selected is not None and not held:
            self.select(None)
        elif held:
            event.ignore()
        elif (period := _period_for(self, key)) is not None:
            self.select(period)
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            bar = self.verticalScrollBar() if self.verticalScrollBar().maximum() else self.horizontalScrollBar()
            bar.setValue(bar.value() + (1 if key == Qt.Key.Key_PageDown else -1) * bar.pageStep() * 9 // 10)
        else:
            event.ignore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.select(self.period_at(event.position().toPoint()))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # What the first click chose: the sheet may have moved under the pointer since.
        if event.button() == Qt.MouseButton.LeftButton and self.selected is not None:
            self.period_opened.emit(self.selected)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hovered(self.period_at(event.position().toPoint()))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turn(event.angleDelta().y())
        event.accept()

    def _turn(self, amount: float) -> None:
        """Zoom once the wheel was turned, or two fingers were spread, far enough."""
        self._turned += amount
        if abs(self._turned) >= _NOTCH:
            self.zoom_requested.emit(1 if self._turned > 0 else -1)
            self._turned = 0

    def _set_hovered(self, period: Period | None) -> None:
        if period != self.hovered:
            self.hovered = period
            self.viewport().update()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._set_hovered(None)
        elif isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._turn(event.value() * _PINCH)
            return True
        elif isinstance(event, QHelpEvent):
            period = self.period_at(event.pos())
            QToolTip.showText(event.globalPos(), tip_of(self.rhythm, period) if period else "", self.viewport())
            return True
        return super().viewportEvent(event)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        box = self.box_of(self.selected) if self.selected is not None else None
        was_in_view = box is not None and QRect(QPoint(), event.oldSize()).intersects(box)
        self.relayout()
        if was_in_view and self.selected is not None:
            self.reveal(self.selected)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self.is_reached_by_tab = event.gotFocus() and event.reason() in _TAB
            self.viewport().update()
        return super().event(event)


def paint_focus(canvas: PeriodCanvas, painter: QPainter) -> None:
    """Where the Tab key led, while nothing is chosen that would show it."""
    if canvas.is_reached_by_tab and canvas.selected is None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme_of(canvas).accent, 2))
        painter.drawRoundedRect(QRectF(canvas.viewport().rect()).adjusted(3, 3, -3, -3), RADIUS, RADIUS)


def _period_for(canvas: PeriodCanvas, key: Qt.Key) -> Period | None:
    """Where a key leads."""
    numbers, selected = canvas.rhythm.numbers, canvas.selected
    if key in _JUMPS:
        return canvas.neighbour(_JUMPS[key])
    if not numbers:
        return None
    if key in _ENDS:
        return Period(canvas.rhythm.unit, numbers[_ENDS[key]])
    if key not in _STEPS:
        return None
    if selected is None:
        return Period(canvas.rhythm.unit, numbers[-1])
    if selected.unit is not canvas.rhythm.unit:
        return canvas.neighbour(1 if sum(_STEPS[key]) > 0 else -1)
    return canvas.stepped(selected, *_STEPS[key])

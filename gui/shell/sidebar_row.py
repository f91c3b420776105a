"""One entry of the sidebar: icon or colour square, words, count."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from gui.controls import claim_key
from gui.fonts import Role, font
from gui.icons import paint_icon
from gui.overriding import override
from gui.painting import draw_elided, paint_button_ground
from gui.style import ICON, ROW_SIDEBAR
from gui.theme import Theme, theme_of

_LEFT = 8
_TEXT = 33
_SQUARE = 9


class SidebarRow(QAbstractButton):
    """Checkable; `icon_name` is a Lucide name or `tag0`…`tag5` for a colour square."""

    step_requested = Signal(int)
    """Payload: 1 for the next row, -1 for the one before."""
    move_requested = Signal(int)
    """Payload: how many places down (negative: up) among the rows of its section."""
    remove_requested = Signal()
    menu_requested = Signal(QPoint)
    """Payload: where, in global coordinates."""
    drag_moved = Signal(QPoint)
    """Payload: where, in global coordinates."""
    drag_ended = Signal()
    drag_left = Signal()

    def __init__(self, icon_name: str, text: str, *, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._key = key
        self._count = 0
        self._is_hovered = False
        self._is_rail = False
        self.is_warning = False
        self._is_movable = False
        self._pressed: QPoint | None = None
        self._is_dragged = self._is_given_up = False
        self.setCheckable(True)
        self.setFixedHeight(ROW_SIDEBAR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._say(text)

    def set_words(self, text: str, icon_name: str = "") -> None:
        """Show other words, and another icon where one is given."""
        wanted = icon_name or self._icon_name
        if (text, wanted) != (self.text(), self._icon_name):
            self._icon_name = wanted
            self._say(text)

    def set_movable(self, is_movable: bool) -> None:
        """Say whether it can be dragged to another place of its section."""
        if is_movable != self._is_movable:
            self._is_movable = is_movable
            self._say(self.text())

    def _say(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(f"{text}, {self._count}" if self._count else text)
        tip = f"{text} ({self._key})" if self._key else text
        self.setToolTip(f"{tip}\n{self.tr('Drag, or Alt+↑ ↓, to move')}" if self._is_movable else tip)
        self.update()

    def set_count(self, count: int) -> None:
        """Show how many there are; 0 shows nothing."""
        if count != self._count:
            self._count = count
            self._say(self.text())

    @property
    def count(self) -> int:
        return self._count

    def set_rail(self, is_rail: bool) -> None:
        """Show the icon alone."""
        self._is_rail = is_rail
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(180, ROW_SIDEBAR)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._is_hovered = True
        self.update()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._is_hovered = False
        self.update()
        super().leaveEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        # Else the shortcut of the same key would move the selected incident to the bin, or clear the filter.
        keys = {Qt.Key.Key_Delete, Qt.Key.Key_Escape} if self._is_dragged else {Qt.Key.Key_Delete}
        return claim_key(event, lambda key: key.key() in keys) or super().event(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self._give_up()  # another button
        elif self._is_movable and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        way = event.position().toPoint() - self._pressed
        is_far = way.manhattanLength() >= QApplication.startDragDistance()
        if self._is_dragged or (is_far and not self._is_given_up):
            self._is_dragged = True
            self.setDown(False)  # so that letting go is no click
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.drag_moved.emit(event.globalPosition().toPoint())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        was_dragged, self._pressed = self._is_dragged, None
        self._is_dragged = self._is_given_up = False
        self.unsetCursor()
        super().mouseReleaseEvent(event)
        if was_dragged:
            self.drag_ended.emit()

    def _give_up(self) -> None:
        self._is_dragged, self._is_given_up = False, True
        self.unsetCursor()
        self.drag_left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            moves = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            (self.move_requested if moves else self.step_requested).emit(steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        elif event.key() == Qt.Key.Key_Escape and self._is_dragged:
            self._give_up()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self._is_given_up:  # a menu would swallow that the row is let go
            self.menu_requested.emit(event.globalPos())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, theme)
        middle = self.height() / 2
        ink = theme.accent if self.isChecked() else theme.ink2
        left = (self.width() - ICON) / 2 if self._is_rail else _LEFT
        if self._icon_name.startswith("tag") and self._icon_name[3:].isdigit():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(self._icon_name))
            square = QRectF(left + (ICON - _SQUARE) / 2, middle - _SQUARE / 2, _SQUARE, _SQUARE)
            painter.drawRoundedRect(square, 2, 2)
        else:
            paint_icon(painter, QRectF(left, middle - ICON / 2, ICON, ICON), self._icon_name, ink)
        if not self._is_rail:
            self._paint_words(painter, theme)

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        fill = theme.selection if self.isChecked() else theme.sunken if self._is_hovered or self.isDown() else None
        has_ring = self.hasFocus() and self.focusPolicy() != Qt.FocusPolicy.NoFocus
        paint_button_ground(painter, QRectF(self.rect()), fill, theme.accent if has_ring else None)

    def _paint_words(self, painter: QPainter, theme: Theme) -> None:
        right = self.width() - _LEFT
        if self._count:
            painter.setFont(font(Role.UI_STRONG if self.isChecked() else Role.CAPTION, tabular=True))
            painter.setPen(theme.accent if self.isChecked() else theme.warn if self.is_warning else theme.ink3)
            said = f"{self._count:,}"
            width = QFontMetricsF(painter.font()).horizontalAdvance(said)
            painter.drawText(QRectF(right - width - 1, 0, width + 1, self.height()), _MIDDLE_RIGHT, said)
            right -= round(width) + 8
        painter.setFont(font(Role.UI_STRONG if self.isChecked() else Role.UI))
        painter.setPen(theme.ink)
        draw_elided(painter, QRectF(_TEXT, 0, right - _TEXT, self.height()), self.text())


_MIDDLE_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight

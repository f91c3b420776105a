"""A row that can be opened, and whose actions appear at its right on hover and on focus."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QEnterEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from gui.controls import IconButton, claim_key
from gui.icons import icon
from gui.overriding import override
from gui.theme import theme_of

# Rows reach this far beyond the column, so that the ring of the focus has room around what they show.
ROW_INSET = 6


@dataclass(frozen=True, slots=True)
class RowAction:
    """One thing that can be done with a row: its key among the row's actions, icon, words and keyboard shortcut.

    What only reads is offered in a project that may not be changed, too.
    """

    name: str
    icon: str
    text: str
    key: str = ""
    only_reads: bool = False
    is_hidden: bool = False
    """It has a key and a place in the menu, but no button: the row shows one of its own."""


class _ActionButton(IconButton):
    """A small button that says which action it stands for."""

    pressed_for = Signal(str)

    def __init__(self, action: RowAction, parent: QWidget) -> None:
        super().__init__(action.icon, action.text, parent, key=action.key)
        self._action = action.name
        self.setFixedSize(24, 24)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.pressed_for.emit(self._action)


class _ActionBar(QWidget):
    """The buttons of a row, side by side."""

    pressed_for = Signal(str)

    def __init__(self, actions: Sequence[RowAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(False)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._buttons: dict[RowAction, _ActionButton] = {}
        for action in actions:
            button = _ActionButton(action, self)
            button.pressed_for.connect(self.pressed_for)
            line.addWidget(button)
            self._buttons[action] = button
        self.hide()

    def offer(self, usable: Sequence[RowAction]) -> None:
        """Show the buttons of these actions."""
        for action, button in self._buttons.items():
            button.setVisible(action in usable and not action.is_hidden)


class ActionRow(QWidget):
    """Focusable; Enter or a click opens it, keys and the menu do the rest. Subclasses paint the content.

    `opened(id)`, `action_requested(name, id)`, `step_requested(id, by)` for the arrow keys.
    """

    opened = Signal(int)
    action_requested = Signal(str, int)
    step_requested = Signal(int, int)

    def __init__(self, row_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.row_id = row_id
        self.is_read_only = False
        self._actions: tuple[RowAction, ...] = ()
        self._bar: _ActionBar | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_actions(self, actions: Sequence[RowAction]) -> None:
        """What can be done with the row now."""
        if self._actions == tuple(actions):
            return
        self._actions = tuple(actions)
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None
            self._show_buttons()

    def set_read_only(self, read_only: bool) -> None:  # one plain word, as Qt's own setters
        """Offer only what reads."""
        if read_only != self.is_read_only:
            self.is_read_only = read_only
            self._show_buttons()

    def tab_stops(self) -> list[QWidget]:
        """Where Tab stops in this row."""
        return [self]

    @property
    def is_open_to_actions(self) -> bool:
        """True while the buttons are shown, and the content at the right makes room."""
        return self._bar is not None and self._bar.isVisibleTo(self)

    def actions_width(self) -> int:
        """The room that the shown buttons take at the right."""
        return self._bar.sizeHint().width() if self._bar is not None and self.is_open_to_actions else 0

    def paint_frame(self, painter: QPainter) -> None:
        """Hover fill and focus ring; call it before painting the content."""
        theme = theme_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.hover)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 1, 0, -2), 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 2, -1, -2), 4, 4)

    def _show_buttons(self) -> None:
        usable = self._usable()
        wanted = bool(usable) and (self.hasFocus() or self.underMouse())
        if wanted and self._bar is None:
            # Made when they are first seen: most rows are never pointed at.
            self._bar = _ActionBar(self._actions, self)
            self._bar.pressed_for.connect(self._ask)
        if self._bar is not None:
            self._bar.offer(usable)
            if wanted != self.is_open_to_actions:
                self._bar.setVisible(wanted)
                self._place_buttons()
        self.update()

    def _usable(self) -> list[RowAction]:
        return [action for action in self._actions if action.only_reads or not self.is_read_only]

    def _place_buttons(self) -> None:
        if self._bar is not None:
            size = self._bar.sizeHint()
            top = max(0, (min(self.height(), 34) - size.height()) // 2)
            self._bar.setGeometry(self.width() - size.width() - ROW_INSET + 2, top, size.width(), size.height())

    def _ask(self, name: str) -> None:
        self.action_requested.emit(name, self.row_id)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Leave}:
            handled = super().event(event)
            self._show_buttons()
            return handled
        # "Del" here is not the window's "Del".
        return claim_key(event, self._owns) or super().event(event)

    def _owns(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and not event.modifiers():
            return True
        pressed = QKeySequence(event.keyCombination())
        return any(action.key and pressed == QKeySequence(action.key) for action in self._actions)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_buttons()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.row_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = QKeySequence(event.keyCombination())
        for action in self._usable():
            if action.key and pressed == QKeySequence(action.key):
                self._ask(action.name)
                return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and not event.modifiers():
            self.opened.emit(self.row_id)
            return
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and not event.modifiers():
            self.step_requested.emit(self.row_id, -1 if event.key() == Qt.Key.Key_Up else 1)
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        usable = self._usable()
        if not usable:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in usable:
            item = menu.addAction(icon(action.icon, theme_of(self)), action.text)
            item.setData(action.name)
            if action.key:
                item.setShortcut(QKeySequence(action.key))
        menu.triggered.connect(self._on_menu_triggered)
        menu.popup(event.globalPos())

    def _on_menu_triggered(self, action: QAction) -> None:
        self._ask(str(action.data()))


def fixed_height(widget: QWidget, height: int) -> None:
    """Give a row its height."""
    widget.setFixedHeight(height)
    widget.setMinimumSize(QSize(60, height))

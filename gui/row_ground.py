"""The ground of the rows of every list."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.theme import Theme

_BAR = 3


def paint_row_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme, *, has_keyboard: bool) -> None:
    """The ground of a list row: selection with a bar at its left where the list has the keyboard, hover, hairline."""
    rect: QRect = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme.selection if has_keyboard else theme.sunken)
        if has_keyboard:
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), theme.accent)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.hover)
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line)

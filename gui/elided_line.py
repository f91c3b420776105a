"""One line of text that is cut with an ellipsis where it is too long."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fonts import Role, font
from gui.icons import paint_icon
from gui.overriding import override
from gui.painting import draw_elided
from gui.theme import theme_of

_HEIGHT, _MARK, _GAP = 20, 14, 7


class ElidedLine(QWidget):
    """In a role of type and of colour; `mark`, an icon, stands before the words."""

    def __init__(self, role: Role, colour: str, parent: QWidget, *, mark: str = "") -> None:
        super().__init__(parent)
        self._role, self._colour, self._mark, self._text = role, colour, mark, ""
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show a text; screen readers get all of it."""
        self._text = text
        self.setAccessibleName(text)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ink = theme_of(self).colour(self._colour)
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._mark:
            inset = (_HEIGHT - _MARK) / 2
            paint_icon(painter, QRectF(inset, inset, _MARK, _MARK), self._mark, ink)
            box.setLeft(inset + _MARK + _GAP)
        painter.setFont(font(self._role))
        painter.setPen(ink)
        draw_elided(painter, box, self._text)

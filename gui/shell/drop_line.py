"""The line between rows of the sidebar that shows where a dragged row would come to stand."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.overriding import override
from gui.theme import theme_of

_HEIGHT = 2


class DropLine(QWidget):
    """Hidden while nothing is dragged; stands above the rows, its siblings."""

    def __init__(self, section: QWidget) -> None:
        super().__init__(section)
        self._section = section
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.gap: int | None = None
        """The row above which it stands, counted among those of `follow`; None while it stands nowhere."""
        self.hide()

    def follow(self, place: QPoint, rows: Sequence[QWidget]) -> None:
        """Stand in the gap between `rows` that is next to `place` (of the section); nowhere where that lies beside it."""
        around = self._section.rect()
        if not rows or not around.left() <= place.x() <= around.right():
            self.clear()
            return
        self.gap = sum(row.geometry().center().y() < place.y() for row in rows)
        top = rows[self.gap].geometry().top() if self.gap < len(rows) else rows[-1].geometry().bottom() + 1
        self.setGeometry(QRect(0, min(top - _HEIGHT // 2, around.bottom() - 1), around.width(), _HEIGHT))
        self.raise_()
        self.show()

    def clear(self) -> None:
        """Stand nowhere."""
        self.gap = None
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme_of(self).accent)

"""What is painted first when a project opens: the grounds of the panes and the project's name, and nothing else."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.fonts import Role, font
from gui.overriding import override
from gui.style import BAR_HEADER, BAR_STATUS, BAR_TOOL, GAP_16, WIDTH_INSPECTOR, WIDTH_RAIL, WIDTH_SIDEBAR
from gui.theme import theme_of


class FirstFrame(QWidget):
    """Stands in for the workbench for a moment, in the same places, so that nothing jumps."""

    def __init__(self, title: str, parent: QWidget | None = None, *, is_rail: bool = False) -> None:
        super().__init__(parent)
        self._title = title
        self._left = WIDTH_RAIL if is_rail else WIDTH_SIDEBAR
        self.setAccessibleName(title)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        bottom = self.height() - BAR_STATUS
        right = self.width() - WIDTH_INSPECTOR
        painter.fillRect(self.rect(), theme.sidebar)
        painter.fillRect(QRect(self._left, BAR_TOOL, right - self._left, bottom - BAR_TOOL), theme.bg)
        painter.fillRect(QRect(right, BAR_TOOL, WIDTH_INSPECTOR, bottom - BAR_TOOL), theme.surface)
        for line in (
            QRect(0, BAR_TOOL - 1, self.width(), 1),
            QRect(0, bottom, self.width(), 1),
            QRect(self._left, BAR_TOOL, 1, bottom - BAR_TOOL),
            QRect(right, BAR_TOOL, 1, bottom - BAR_TOOL),
            QRect(self._left, BAR_TOOL + BAR_HEADER, self.width() - self._left, 1),
        ):
            painter.fillRect(line, theme.line)
        if self._left == WIDTH_SIDEBAR:
            painter.setFont(font(Role.GROUP))
            painter.setPen(theme.ink)
            place = QRect(GAP_16, BAR_TOOL + 8, self._left - 2 * GAP_16, 48)
            said = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)

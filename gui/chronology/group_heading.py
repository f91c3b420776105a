"""A period's heading: serif title, "n of m", and how the shown incidents fall on the days of its month."""

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.chronology import words
from gui.chronology.row_layout import Typesetter, paint_text
from gui.fonts import Role
from gui.style import GAP_8, GAP_12, PAD_PANE
from gui.theme import Theme
from models.snapshots import PeriodGroup

_STEP = 4
_BAR = 3
_TALLEST = 16
_LOWEST = 6
# For the bars and the count, and for the count alone.
_ROOM = 220
_COUNT_ROOM = 60


class HeadingPainter:
    """Draws headings, in the list and pinned above it."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._typesetter = typesetter

    def paint(self, painter: QPainter, rect: QRect, group: PeriodGroup, theme: Theme, current_day: int | None) -> None:
        """Draw `group` into `rect`; `current_day` (0-based) is set off in the accent colour."""
        painter.fillRect(rect, theme.bg)
        painter.setPen(QPen(theme.line, 1))
        bottom = rect.bottom() + 0.5
        painter.drawLine(QLineF(rect.left(), bottom, rect.right() + 1, bottom))
        middle = rect.top() + rect.height() / 2
        set_line = self._typesetter
        left = float(rect.left() + PAD_PANE)
        title = words.group_title(group)
        room = rect.width() - 2 * PAD_PANE - _COUNT_ROOM
        paint_text(painter, set_line.text(title, Role.GROUP, left, middle, "ink", room), theme.ink)
        left += min(set_line.width(title, Role.GROUP), room) + GAP_12
        count = set_line.text(words.group_count(group), Role.CAPTION, left, middle + 1, "ink3")
        paint_text(painter, count, theme.ink3)
        # A name that can be read is worth more than the bars.
        has_room = set_line.width(title, Role.GROUP) <= rect.width() - _ROOM
        if group.days and has_room:
            self._paint_days(painter, rect, group.days, theme, current_day)

    def _paint_days(
        self, painter: QPainter, rect: QRect, days: tuple[int, ...], theme: Theme, current_day: int | None
    ) -> None:
        left = rect.right() + 1 - PAD_PANE - len(days) * _STEP + (_STEP - _BAR)
        base = rect.center().y() + GAP_8
        most = max(3, *days)
        painter.setPen(Qt.PenStyle.NoPen)
        for day, count in enumerate(days):
            height = 2 if not count else _LOWEST + round((_TALLEST - _LOWEST) * (count - 1) / (most - 1))
            colour = theme.line2 if not count else theme.accent if day == current_day else theme.ink3
            painter.fillRect(QRectF(left + day * _STEP, base - height, _BAR, height), colour)

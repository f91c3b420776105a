"""What stands beside and between the paragraphs of a text."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from gui.fields.visible_block import VisibleBlock
from gui.fonts import Role, font
from gui.icons import paint_icon
from gui.theme import Theme

_NUMBER_GAP = 12
_ARROW, _ARROW_GAP = 16, 18
_RULE_GAP = 12


def paint_number(
    painter: QPainter, left: int, shown: VisibleBlock, number: int, theme: Theme, *, is_cited: bool
) -> None:
    """The number of a paragraph at the left of its first line, on its baseline."""
    line = shown.layout.lineAt(0)
    if not line.isValid() or shown.first > 0:
        return
    painter.setFont(font(Role.CAPTION_MEDIUM if is_cited else Role.CAPTION, tabular=True))
    painter.setPen(theme.accent if is_cited else theme.ink3)
    words = f"{number:,}"
    x = left - _NUMBER_GAP - QFontMetricsF(painter.font()).horizontalAdvance(words)
    painter.drawText(QPointF(max(2.0, x), shown.place.y() + line.y() + line.ascent()), words)


def paint_arrow(painter: QPainter, right: int, line: QRectF, theme: Theme) -> None:
    """An arrow at the right of a line, towards what is proposed of it."""
    box = QRectF(right + _ARROW_GAP, line.center().y() - _ARROW / 2, _ARROW, _ARROW)
    paint_icon(painter, box, "arrow-right", theme.accent)


def paint_rule(painter: QPainter, box: QRectF, words: str, theme: Theme) -> None:
    """A hairline with words in its middle."""
    painter.setFont(font(Role.CAPTION))
    wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
    middle = round(box.center().y()) + 0.5
    painter.setPen(QPen(theme.line2, 1))
    half = (box.width() - wide) / 2 - _RULE_GAP
    if half > 0:
        painter.drawLine(QPointF(box.left(), middle), QPointF(box.left() + half, middle))
        painter.drawLine(QPointF(box.right() - half, middle), QPointF(box.right(), middle))
    painter.setPen(theme.ink3)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

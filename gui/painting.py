"""Pieces of painting that rows and buttons share."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.style import RADIUS
from gui.theme import Theme

_BAR = 3
# Absolute: a line in Arabic begins at the right of its own words, not at the right end of its row.
_LINE = (
    Qt.AlignmentFlag.AlignLeft
    | Qt.AlignmentFlag.AlignAbsolute
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.TextFlag.TextSingleLine
)


def card_ground(theme: Theme) -> QColor:
    """The ground of what floats: in the dark a shadow lifts little: there the ground itself is lighter than the text's."""
    return theme.sunken if theme.is_dark else theme.surface


def draw_elided(
    painter: QPainter, box: QRectF, text: str, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight
) -> float:
    """Draw one line in the painter's font and pen, cut with an ellipsis; returns the width it took."""
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, mode, max(0.0, box.width()))
    painter.drawText(box, int(_LINE), shown)
    return min(metrics.horizontalAdvance(shown), box.width())


def paint_button_ground(painter: QPainter, box: QRectF, fill: QColor | None, focus: QColor | None) -> None:
    """The rounded ground of a flat button, and the ring of its focus; None for the one that is not there."""
    if fill is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
    if focus is not None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(focus, 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)


def paint_button_frame(painter: QPainter, box: QRectF, fill: QColor, edge: QColor, width: float = 1) -> None:
    """The rounded ground of a button or field with an edge of `width` px inside it."""
    painter.setPen(QPen(edge, width))
    painter.setBrush(fill)
    half = width / 2
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), RADIUS, RADIUS)


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


def lay_lines(text: str, text_font: QFont, width: float, line_height: float, most: int) -> QTextLayout:
    """Break `text` into at most `most` lines of `width`, `line_height` px apart; an ellipsis where it is cut."""
    layout = _break(text, text_font, width, line_height, most)
    last = layout.lineAt(layout.lineCount() - 1)
    shown = last.textStart() + last.textLength()
    if shown < len(text.encode("utf-16-le", "surrogatepass")) // 2:
        head = text.encode("utf-16-le", "surrogatepass")[: 2 * max(0, shown - 2)].decode("utf-16-le", "ignore")
        layout = _break(f"{head.rstrip()}…", text_font, width, line_height, most)
    return layout


def _break(text: str, text_font: QFont, width: float, line_height: float, most: int) -> QTextLayout:
    layout = QTextLayout(text, text_font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(20.0, width))
        line.setPosition(QPointF(0, number * line_height + (line_height - line.height()) / 2))
    layout.endLayout()
    return layout

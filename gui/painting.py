"""Pieces of painting that rows and buttons share."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui.style import RADIUS
from gui.theme import Theme

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

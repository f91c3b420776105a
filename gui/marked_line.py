"""One line of text with some of its words marked, as lists show what somebody looks for. Text is painted, never interpreted."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

_RADIUS = 3
_RIM = 1.5
_LAST_OF_ONE_UNIT = "\uffff"


def mark_boxes(
    text: str, shown: str, spans: Sequence[tuple[int, int]], face: QFont, height: float
) -> tuple[QRectF, ...]:
    """The grounds of marked words, from the upper left corner of the line: `shown` is `text` as far as there is room for it."""
    end_of_text = len(text) if shown == text else max(len(shown) - 1, 0)
    visible = [(start, min(end, end_of_text)) for start, end in spans if start < end_of_text]
    if not visible:
        return ()
    layout = QTextLayout(shown, face)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    units = _UnitPlaces(shown)
    boxes = []
    for start, end in visible:
        one, other = (_x_of(line, units(place)) for place in (start, end))
        boxes.append(QRectF(min(one, other) - _RIM, 0, abs(other - one) + 2 * _RIM, height))
    return tuple(boxes)


def paint_marks(painter: QPainter, at: QPointF, boxes: Sequence[QRectF], colour: QColor) -> None:
    """The grounds, before the text is drawn on them."""
    if boxes:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for box in boxes:
            painter.drawRoundedRect(box.translated(at), _RADIUS, _RADIUS)


def draw_marked(painter: QPainter, box: QRectF, text: str, spans: Sequence[tuple[int, int]], mark: QColor) -> float:
    """Draw one line in the painter's font and pen, its words marked, cut with an ellipsis; returns the width it took."""
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(box.width(), 0.0))
    height = metrics.height()
    top = box.center().y() - height / 2
    pen = painter.pen()
    paint_marks(painter, QPointF(box.left(), top), mark_boxes(text, shown, spans, painter.font(), height), mark)
    painter.setPen(pen)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, int(flags | Qt.TextFlag.TextSingleLine), shown)
    return min(metrics.horizontalAdvance(shown), box.width())


def _x_of(line: QTextLine, place: int) -> float:
    # Typed as one number in the stubs; it is the place on the line and the place in the text.
    return cast("tuple[float, int]", line.cursorToX(place))[0]


class _UnitPlaces:
    """Places in a text as Qt counts them, in units of UTF-16."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._is_plain = max(text, default="") <= _LAST_OF_ONE_UNIT

    def __call__(self, place: int) -> int:
        return place if self._is_plain else len(self._text[:place].encode("utf-16-le", "surrogatepass")) // 2

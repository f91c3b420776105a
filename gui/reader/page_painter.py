"""Paints pages as images: paper, picture, cited words; and what stands in their place while there is none."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.fonts import Role, font
from gui.reader.page_shelf import DrawnPage
from gui.style import GAP_24
from gui.theme import LIGHT
from importers.page_channel import Rectangle

# Paper stays white in the dark, and what is on it as it was: it is evidence.
_PAPER = LIGHT


def mark_box(box: QRect, rectangle: Rectangle) -> QRectF:
    """Where a rectangle of a page stands, a little larger than the letters are high."""
    left, top, width, height = rectangle
    placed = QRectF(
        box.left() + left * box.width(), box.top() + top * box.height(), width * box.width(), height * box.height()
    )
    return placed.adjusted(-2, -2, 2, 2)


def paint_page(painter: QPainter, box: QRect, drawn: DrawnPage) -> None:
    """The page with its cited words marked as with a pen."""
    painter.drawImage(box, drawn.image)
    painter.save()
    painter.setClipRect(box)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for rectangles in drawn.marks.values():
        for rectangle in rectangles:
            painter.fillRect(mark_box(box, rectangle), _PAPER.mark)
    painter.restore()
    _paint_rim(painter, box)


def paint_outline(
    painter: QPainter, box: QRect, marks: Mapping[int, Sequence[Rectangle]], cited: Collection[int]
) -> None:
    """A frame around the words of some citations."""
    painter.setPen(QPen(_PAPER.accent, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for citation_id in cited:
        for rectangle in marks.get(citation_id, ()):
            painter.drawRoundedRect(mark_box(box, rectangle).adjusted(-1, -1, 1, 1), 2, 2)


def paint_blank(painter: QPainter, box: QRect, words: str, *, is_problem: bool) -> None:
    """The paper of a page that is not drawn, with words on it."""
    painter.fillRect(box, _PAPER.surface)
    _paint_rim(painter, box)
    painter.setFont(font(Role.UI))
    painter.setPen(_PAPER.bad if is_problem else _PAPER.ink3)
    room = box.adjusted(GAP_24, 0, -GAP_24, 0)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), words)


def _paint_rim(painter: QPainter, box: QRect) -> None:
    painter.setPen(QPen(_PAPER.line2, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0, 0, -1, -1))

"""A block of a text of which some lines are on screen, and where its words stand in them."""

from collections.abc import Iterator
from typing import Protocol, cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QTextBlock,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
)


class VisibleBlock:
    """`place` is the block's corner, `skipped` the room above its first line; y counts from the top of the whole text."""

    def __init__(self, block: QTextBlock, place: QPointF, skipped: int, pitch: int, clip: QRectF) -> None:
        self.block = block
        self.place = place
        self.start, self.end = block.position(), block.position() + block.length() - 1
        self.layout = block.layout()
        self.pitch = pitch
        self.line_top = place.y() + skipped
        count = self.layout.lineCount()
        # One block can be a megabyte: only the lines that are on screen are looked at.
        self.first = max(0, min(count, int((clip.top() - self.line_top) // pitch)))
        self.last = max(self.first, min(count, int((clip.bottom() - self.line_top) // pitch) + 1))

    @property
    def shown(self) -> tuple[int, int]:
        """The positions between which its visible lines lie."""
        if self.first >= self.last:
            return self.start, self.start
        head, tail = self.layout.lineAt(self.first), self.layout.lineAt(self.last - 1)
        return self.start + head.textStart(), self.start + tail.textStart() + tail.textLength()

    def pieces(self, start: int, end: int) -> Iterator[tuple[QRectF, float]]:
        """The visible parts of the words between two positions, as high as their line, and the baseline of each."""
        for number in range(self.first, self.last):
            line = self.layout.lineAt(number)
            begin = self.start + line.textStart()
            stop = begin + line.textLength()
            if begin >= end:
                return
            if start < stop:
                left = x_of(line, max(start, begin) - self.start)
                right = x_of(line, min(end, stop) - self.start)
                # Blanks at the end of a line are not words.
                natural = line.naturalTextRect()
                left, right = max(natural.left(), min(left, right)), min(natural.right(), max(left, right))
                top = self.line_top + number * self.pitch
                box = QRectF(self.place.x() + left, top, max(0.0, right - left), self.pitch)
                yield box, self.place.y() + line.y() + line.ascent()


def x_of(line: QTextLine, position: int) -> float:
    """Where a position of the block is in a line of it."""
    # PySide returns the position that it moved to as well, which its types do not know.
    found = cast("tuple[float, int]", line.cursorToX(position))
    return found[0]


def coloured(start: int, end: int, colour: QColor) -> QTextLayout.FormatRange:
    """Letters between two positions of a block in a colour."""
    made = QTextLayout.FormatRange()
    look = QTextCharFormat()
    look.setForeground(colour)
    made.start, made.length, made.format = start, end - start, look
    return made


class Brush(Protocol):
    """Paints what lies below and above the letters, and says how letters look."""

    def paint_under(self, painter: QPainter, shown: VisibleBlock) -> None: ...
    def paint_over(self, painter: QPainter, shown: VisibleBlock) -> None: ...
    def add_looks(self, shown: VisibleBlock, looks: list[QTextLayout.FormatRange]) -> None: ...
    def paint_page(self, painter: QPainter, clip: QRectF) -> None: ...


def draw_block(
    painter: QPainter, shown: VisibleBlock, context: QAbstractTextDocumentLayout.PaintContext, brush: Brush
) -> None:
    """Draw the visible lines of a block: grounds, selection, letters, caret, and what lies above them."""
    painter.save()
    brush.paint_under(painter, shown)
    painter.restore()
    looks: list[QTextLayout.FormatRange] = []
    brush.add_looks(shown, looks)
    for selection in context.selections:
        cursor = selection.cursor
        start, end = max(shown.start, cursor.selectionStart()), min(shown.end + 1, cursor.selectionEnd())
        if start < end:
            for box, _base in shown.pieces(start, end):
                painter.fillRect(box, selection.format.background())
            looks.append(coloured(start - shown.start, end - shown.start, selection.format.foreground().color()))
    shown.layout.setPosition(shown.place)  # where screen readers look for it
    shown.layout.draw(painter, QPointF(0, 0), looks, context.clip)
    if shown.start <= context.cursorPosition <= shown.end:
        shown.layout.drawCursor(painter, QPointF(0, 0), context.cursorPosition - shown.start, 1)
    painter.save()
    brush.paint_over(painter, shown)
    painter.restore()

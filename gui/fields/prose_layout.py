"""A layout of plain text for reading: lines of one height in a column, laid out when they come on screen.

Of Qt's own layouts one lays out the whole text before anything is shown, the other knows neither the height of a line nor
a gap between paragraphs. Here every block has an estimated height until somebody looks at it.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
)

from gui.fields.block_heights import BlockHeights
from gui.fields.visible_block import VisibleBlock, coloured
from gui.overriding import override

PAGE_BREAK = "\f"
_BLANK_LINE = re.compile("\u2029[ \t]*\u2029")
_SAMPLE = "The quick brown fox jumps over a lazy dog, and says so on Sunday. "
_BLANKS = " \t"
_LONGEST_BLANK = 200


@dataclass(frozen=True, slots=True)
class ProseLook:
    """Pixels: the height of a line, the gap between paragraphs, the widest column (0: any), the least room beside it.

    `edge`, `tail`: room above the first and below the last block; `page`: room above a block that begins a page; `title`:
    the font of a block that is the title, the height of its lines, and the room below it.
    """

    line: int
    gap: int
    measure: int = 0
    side: int = 5
    edge: int = 4
    tail: int = 4
    page: int = 0
    title: QFont | None = None
    title_line: int = 0
    title_gap: int = 0


class Brush(Protocol):
    """Paints what lies below and above the letters, and says how letters look."""

    def paint_under(self, painter: QPainter, shown: VisibleBlock) -> None: ...
    def paint_over(self, painter: QPainter, shown: VisibleBlock) -> None: ...
    def looks(self, shown: VisibleBlock) -> list[QTextLayout.FormatRange]: ...
    def paint_page(self, painter: QPainter, clip: QRectF) -> None: ...


class ProseLayout(QAbstractTextDocumentLayout):
    """`documentSizeChanged` tells that heights turned out to be others than estimated."""

    def __init__(self, document: QTextDocument, look: ProseLook, brush: Brush) -> None:
        super().__init__(document)
        self._look = look
        self.head = look.edge
        self._brush = brush
        self._heights = BlockHeights([0])
        self._laid: set[int] = set()
        self._title = -1
        self._has_gaps = False
        self._is_painting = False
        self._is_held = False
        # Told after the painting: a scroll bar that changes within it would paint again.
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(0)
        self._telling.timeout.connect(self._tell)

    @property
    def look(self) -> ProseLook:
        return self._look

    def set_look(self, look: ProseLook) -> None:
        """Lay out anew."""
        self._look = look
        self._begin_anew()

    def set_head(self, height: int) -> None:
        """How much room there is above the first block."""
        self.head = height
        self._tell()

    def set_title(self, block_number: int) -> None:
        """Which block is the title; -1 for none."""
        if block_number != self._title:
            self._title = block_number
            self._begin_anew()

    def column(self) -> tuple[int, int]:
        """Left edge and width of the column."""
        room = round(self.document().pageSize().width())
        width = max(40, room - 2 * self._look.side)
        if self._look.measure:
            width = min(width, self._look.measure)
        return max(self._look.side, (room - width) // 2), width

    def top(self, block: QTextBlock) -> float:
        """Where a block begins, as far as the heights above it are known."""
        return self.head + self._heights.top(block.blockNumber())

    def block_at(self, y: float) -> QTextBlock:
        """The block at a height, laid out."""
        block = self.document().findBlockByNumber(self._heights.at(y - self.head))
        self._lay_out(block)
        return block

    def skipped(self, block: QTextBlock) -> int:
        """The room above the first line of a block."""
        has_break = self._look.page and self.document().characterAt(block.position()) == PAGE_BREAK
        return self._look.page if has_break else 0

    def pitch(self, block: QTextBlock) -> int:
        """The height of the lines of a block."""
        if block.blockNumber() == self._title:
            return self._look.title_line
        return self._look.gap if self._is_gap(block) else self._look.line

    @contextmanager
    def held(self) -> Iterator[None]:
        """Lay out nothing while a text is replaced: Qt asks and tells three times over."""
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
            self._begin_anew()

    @override
    def documentChanged(self, from_: int, charsRemoved: int, charsAdded: int) -> None:
        if not self._is_held:
            self._begin_anew()

    @override
    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        if not block.isValid() or self._is_held:
            return QRectF()
        self._lay_out(block)
        height = self._heights[block.blockNumber()]
        return QRectF(0, self.top(block), self.document().pageSize().width(), height)

    @override
    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:
        return QRectF(QPointF(0, 0), self.documentSize())

    @override
    def documentSize(self) -> QSizeF:
        height = self.head + self._heights.total + self._look.tail
        return QSizeF(self.document().pageSize().width(), height)

    @override
    def pageCount(self) -> int:
        return 1

    @override
    def hitTest(self, point: QPointF | QPoint | QPainterPath.Element, accuracy: Qt.HitTestAccuracy) -> int:
        point = cast("QPointF", point)
        block = self.block_at(point.y())
        layout = block.layout()
        below = point.y() - self.top(block) - self.skipped(block)
        line = layout.lineAt(min(max(0, int(below // self.pitch(block))), layout.lineCount() - 1))
        is_beside = below < 0 or not line.naturalTextRect().left() <= point.x() <= line.naturalTextRect().right()
        if accuracy == Qt.HitTestAccuracy.ExactHit and is_beside:
            return -1
        where = QTextLine.CursorPosition.CursorBetweenCharacters
        if accuracy == Qt.HitTestAccuracy.ExactHit:
            where = QTextLine.CursorPosition.CursorOnCharacter
        return block.position() + line.xToCursor(point.x(), where)

    @override
    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        clip = context.clip
        self._is_painting = True
        painter.setPen(context.palette.text().color())
        block = self.block_at(clip.top())
        while block.isValid() and self.top(block) < clip.bottom():
            self._lay_out(block)
            place = QPointF(0, self.top(block))
            shown = VisibleBlock(block, place, self.skipped(block), self.pitch(block), clip)
            self._draw_block(painter, shown, context)
            block = block.next()
        self._brush.paint_page(painter, clip)
        self._is_painting = False

    def _draw_block(
        self, painter: QPainter, shown: VisibleBlock, context: QAbstractTextDocumentLayout.PaintContext
    ) -> None:
        painter.save()
        self._brush.paint_under(painter, shown)
        painter.restore()
        looks = self._brush.looks(shown)
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
        self._brush.paint_over(painter, shown)
        painter.restore()

    def _begin_anew(self) -> None:
        document = self.document()
        for number in self._laid:
            block = document.findBlockByNumber(number)
            if block.isValid():
                block.layout().clearLayout()
        self._laid.clear()
        text = document.toRawText()
        self._has_gaps = "\u2029\u2029" in text or _BLANK_LINE.search(text) is not None
        self._heights = BlockHeights(self._estimate(text))
        self._tell()

    def _estimate(self, text: str) -> list[int]:
        _left, width = self.column()
        per_line = max(
            1.0, width / (QFontMetricsF(self.document().defaultFont()).horizontalAdvance(_SAMPLE) / len(_SAMPLE))
        )
        line, gap = self._look.line, self._look.gap
        after = 0 if self._has_gaps else gap
        blank = gap if self._has_gaps and gap else line
        return [(int(len(part) / per_line) + 1) * line + after if part else blank for part in text.split("\u2029")]

    def _lay_out(self, block: QTextBlock) -> None:
        layout = block.layout()
        if layout.lineCount():
            return
        number, pitch = block.blockNumber(), self.pitch(block)
        is_title = number == self._title and self._look.title is not None
        used = self._look.title if is_title and self._look.title is not None else self.document().defaultFont()
        metrics = QFontMetricsF(used)
        base = (pitch - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        left, width = self.column()
        layout.setFont(used)
        layout.setTextOption(self.document().defaultTextOption())
        layout.beginLayout()
        y = self.skipped(block)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            # On one baseline, however high the letters of another script are.
            line.setPosition(QPointF(left, y + round(base - line.ascent())))
            y += pitch
        layout.endLayout()
        self._laid.add(number)
        if self._heights.change(number, self._height(y, is_title=is_title)):
            if self._is_painting:
                self._telling.start()
            else:
                self._tell()

    def _height(self, lines: int, *, is_title: bool) -> int:
        if is_title:
            return lines + self._look.title_gap
        return lines if self._has_gaps else lines + self._look.gap

    def _is_gap(self, block: QTextBlock) -> bool:
        if not self._has_gaps or not self._look.gap or block.length() > _LONGEST_BLANK:
            return False
        return not block.text().strip(_BLANKS)

    def _tell(self) -> None:
        self.documentSizeChanged.emit(self.documentSize())

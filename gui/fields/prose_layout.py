"""A layout of plain text for reading: lines of one height in a column, laid out when they come on screen.

Of Qt's own layouts one lays out the whole text before anything is shown, the other knows neither the height of a line nor
a gap between paragraphs. Here every block has an estimated height until somebody looks at it.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
)

from gui.fields.block_heights import BlockHeights
from gui.fields.visible_block import Brush, VisibleBlock, draw_block
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


class ProseLayout(QAbstractTextDocumentLayout):
    """`documentSizeChanged` tells that heights turned out to be others than estimated."""

    def __init__(self, document: QTextDocument, look: ProseLook, brush: Brush) -> None:
        super().__init__(document)
        self.look = look
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

    def set_look(self, look: ProseLook) -> None:
        """Lay out anew."""
        self.look = look
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
        width = max(40, room - 2 * self.look.side)
        if self.look.measure:
            width = min(width, self.look.measure)
        return max(self.look.side, (room - width) // 2), width

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
        has_break = self.look.page and self.document().characterAt(block.position()) == PAGE_BREAK
        return self.look.page if has_break else 0

    def pitch(self, block: QTextBlock) -> int:
        """The height of the lines of a block."""
        if block.blockNumber() == self._title:
            return self.look.title_line
        is_gap = (
            self._has_gaps and self.look.gap and block.length() <= _LONGEST_BLANK and not block.text().strip(_BLANKS)
        )
        return self.look.gap if is_gap else self.look.line

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
        height = self.head + self._heights.total + self.look.tail
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
            draw_block(painter, shown, context, self._brush)
            block = block.next()
        self._brush.paint_page(painter, clip)
        self._is_painting = False

    def _begin_anew(self) -> None:
        document = self.document()
        for number in self._laid:
            block = document.findBlockByNumber(number)
            if block.isValid():
                block.layout().clearLayout()
        self._laid.clear()
        text = document.toRawText()
        self._has_gaps = "\u2029\u2029" in text or _BLANK_LINE.search(text) is not None
        _left, width = self.column()
        self._heights = BlockHeights(estimate(text, self.look, width, document.defaultFont(), has_gaps=self._has_gaps))
        self._tell()

    def _lay_out(self, block: QTextBlock) -> None:
        layout = block.layout()
        if layout.lineCount():
            return
        number, pitch = block.blockNumber(), self.pitch(block)
        is_title = number == self._title and self.look.title is not None
        used = self.look.title if is_title and self.look.title is not None else self.document().defaultFont()
        metrics = QFontMetricsF(used)
        base = (pitch - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        left, width = self.column()
        layout.setFont(used)
        layout.setFormats(_whole(block, used) if is_title else [])
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
        below = self.look.title_gap if is_title else 0 if self._has_gaps else self.look.gap
        if self._heights.change(number, y + below):
            if self._is_painting:
                self._telling.start()
            else:
                self._tell()

    def _tell(self) -> None:
        self.documentSizeChanged.emit(self.documentSize())


def _whole(block: QTextBlock, used: QFont) -> list[QTextLayout.FormatRange]:
    """A font for all of a block: its characters' formats, which know the document's font, win over the layout's own."""
    part = QTextLayout.FormatRange()
    part.start, part.length = 0, block.length()
    form = QTextCharFormat()
    form.setFont(used)
    part.format = form
    return [part]


def estimate(text: str, look: ProseLook, width: int, used: QFont, *, has_gaps: bool) -> list[int]:
    """How high the blocks of a document's raw text will be, by the width of an average letter."""
    per_line = max(1.0, width / (QFontMetricsF(used).horizontalAdvance(_SAMPLE) / len(_SAMPLE)))
    after = 0 if has_gaps else look.gap
    blank = look.gap if has_gaps and look.gap else look.line + after
    return [(int(len(part) / per_line) + 1) * look.line + after if part else blank for part in text.split("\u2029")]

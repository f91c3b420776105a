"""A text to read in which date words are underlined, one word can be filled and one passage coloured."""

from bisect import bisect_left
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextBlock, QTextCharFormat, QTextCursor, QTextLine
from PySide6.QtWidgets import QTextEdit, QWidget

from gui.fields.date_marks import DateMark, DateMarks
from gui.fields.text_area import TextArea
from gui.overriding import override
from gui.theme import Theme, theme_of

_DOT, _PITCH, _DEPTH = 2, 4, 5
_REACH = 2


class MarkedText(TextArea):
    """Read-only. Marks are drawn where they are on screen and nowhere else, so a text of any length costs the same."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.marks = DateMarks()
        self._passage: tuple[int, int] | None = None
        self._filled: DateMark | None = None

    def set_marks(self, marks: DateMarks) -> None:
        """Underline these words of the text."""
        self.marks = marks
        self.fill(None)
        self.viewport().update()

    def mark_passage(self, passage: tuple[int, int] | None) -> None:
        """Colour the words between two positions, as cited."""
        self._passage = passage
        self._colour()

    def fill(self, mark: DateMark | None) -> None:
        """Show that one date word is meant."""
        if mark is not self._filled:
            self._filled = mark
            self._colour()

    def word_rect(self, mark: DateMark) -> QRect:
        """Where the first line of a date word is in the viewport."""
        cursor = self.textCursor()
        cursor.setPosition(mark.start)
        begin = self.cursorRect(cursor)
        cursor.setPosition(mark.end)
        end = self.cursorRect(cursor)
        far = end.left() if end.top() == begin.top() else self.viewport().width()
        left, right = min(begin.left(), far), max(begin.left(), far)
        return QRect(left, begin.top(), right - left, begin.height())

    def mark_at(self, point: QPoint) -> DateMark | None:
        """The date word at a point of the viewport."""
        position = self.cursorForPosition(point).position()
        mark = self.marks.at(position)
        if mark is None:
            return None
        rect = self.word_rect(mark)
        # A word that is broken over two lines is there in the second one too.
        is_below = point.y() > rect.bottom() + _REACH and position < mark.end
        return mark if is_below or rect.adjusted(-1, 0, 1, _REACH).contains(point) else None

    def _colour(self) -> None:
        theme = theme_of(self)
        chosen = []
        if self._passage is not None:
            cited = QTextCharFormat()
            cited.setBackground(theme.mark)
            chosen.append(self._selection(*self._passage, cited))
        if self._filled is not None:
            filled = QTextCharFormat()
            filled.setBackground(theme.accent)
            filled.setForeground(theme.onaccent)
            chosen.append(self._selection(self._filled.start, self._filled.end, filled))
        self.setExtraSelections(chosen)

    def _selection(self, start: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        last = self.document().characterCount() - 1
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        made.cursor, made.format = cursor, look
        return made

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if len(self.marks):
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(dotted_pen(theme_of(self)))
            self._underline(painter, e.rect())

    def _underline(self, painter: QPainter, area: QRect) -> None:
        block = self.firstVisibleBlock()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if place.top() > area.bottom():
                return
            if block.isVisible() and place.bottom() >= area.top():
                self._underline_block(painter, block, place.topLeft(), area)
            block = block.next()

    def _underline_block(self, painter: QPainter, block: QTextBlock, place: QPointF, area: QRect) -> None:
        layout, begin = block.layout(), block.position()
        # One block can be a megabyte: only the lines that are on screen are looked at.
        numbers = range(layout.lineCount())
        first = bisect_left(numbers, area.top() - place.y(), key=lambda number: layout.lineAt(number).rect().bottom())
        for line in map(layout.lineAt, numbers[first:]):
            if place.y() + line.y() > area.bottom():
                return
            start = begin + line.textStart()
            end = start + line.textLength()
            depth = place.y() + line.y() + line.ascent() + _DEPTH
            for mark in self.marks.within(start, end):
                if mark is not self._filled:
                    left = _x_of(line, max(mark.start, start) - begin)
                    right = _x_of(line, min(mark.end, end) - begin)
                    draw_dots(painter, place.x() + left, place.x() + right, depth)

    @override
    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if e.type() == QEvent.Type.PaletteChange and self.extraSelections():
            self._colour()


def _x_of(line: QTextLine, position: int) -> float:
    # PySide returns the position that it moved to as well, which its types do not know.
    found = cast("tuple[float, int]", line.cursorToX(position))
    return found[0]


def dotted_pen(theme: Theme) -> QPen:
    """The underline of date words: dots in the accent colour."""
    pen = QPen(theme.accent, _DOT, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.0, _PITCH / _DOT - 1.0])
    return pen


def draw_dots(painter: QPainter, begin: float, end: float, y: float) -> None:
    """Underline from one x to another with the painter's dotted pen; on whole pixels, so that every dot is sharp."""
    left, right = round(min(begin, end)), round(max(begin, end))
    painter.drawLine(left, round(y), right, round(y))

"""A text to read in which date words are underlined, one word can be filled and passages are coloured."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QWidget

from gui.fields.date_marks import DateMark, DateMarks
from gui.fields.prose_layout import ProseLook
from gui.fields.prose_view import ProseView
from gui.fields.spans import Spans
from gui.fields.visible_block import VisibleBlock, coloured
from gui.overriding import override
from gui.theme import Theme, theme_of

_DOT, _PITCH, _DEPTH = 2, 4, 5
_REACH = 2
_PAD, _NO_ROOM = 3, 1
_RADIUS = 4
BODY_LOOK = ProseLook(line=23, gap=12)


class MarkedText(ProseView):
    """Read-only. Marks are drawn where they are on screen and nowhere else, so a text of any length costs the same."""

    def __init__(self, name: str, parent: QWidget | None = None, *, look: ProseLook = BODY_LOOK) -> None:
        # Qt may announce a palette while it constructs a widget, so what is painted is there first.
        self.marks = DateMarks()
        self._filled: tuple[int, int] | None = None
        self._grounds: dict[str, Spans[None]] = {}
        super().__init__(name, look, parent)

    def set_marks(self, marks: DateMarks) -> None:
        """Underline these words of the text."""
        self.marks = marks
        self.fill(None)
        self.viewport().update()

    def mark_passage(self, passage: tuple[int, int] | None) -> None:
        """Colour the words between two positions, as cited."""
        self.colour("mark", () if passage is None else (passage,))

    def colour(self, role: str, spans: Sequence[tuple[int, int]]) -> None:
        """Give words between positions the ground of a colour role; the role named last lies on top."""
        self._grounds.pop(role, None)
        if spans:
            self._grounds[role] = Spans([(start, end, None) for start, end in spans])
        self.viewport().update()

    def coloured(self, role: str) -> list[tuple[int, int]]:
        """The words that have the ground of a colour role."""
        return [(start, end) for start, end, _none in self._grounds.get(role, ())]

    def ground(self, role: str) -> QColor:
        """The colour of the ground that `colour` was told of."""
        return theme_of(self).colour(role)

    def fill(self, mark: DateMark | None) -> None:
        """Show that one date word is meant."""
        self.fill_words(None if mark is None else (mark.start, mark.end))

    def fill_words(self, words: tuple[int, int] | None) -> None:
        """Show that these words are meant."""
        if words != self._filled:
            self._filled = words
            self.viewport().update()

    @property
    def filled(self) -> tuple[int, int] | None:
        """The words that are meant."""
        return self._filled

    def word_rect(self, mark: DateMark) -> QRect:
        """Where the first line of a date word is in the viewport."""
        return self.words_rect(mark.start, mark.end)

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

    @override
    def paint_under(self, painter: QPainter, shown: VisibleBlock) -> None:
        """Paint the grounds of words."""
        theme = theme_of(self)
        for role, spans in self._grounds.items():
            for start, end, _none in spans.within(*shown.shown):
                for box, _base in shown.pieces(start, end):
                    painter.fillRect(box, self.ground(role))
        if self._filled is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent)
            # Beside a full stop or a bracket there is no room for a rim.
            before, after = (self._rim(self._filled[0] - 1), self._rim(self._filled[1]))
            for box, _base in shown.pieces(*self._filled):
                painter.drawRoundedRect(box.adjusted(-before, 0.5, after, -0.5), _RADIUS, _RADIUS)

    @override
    def paint_over(self, painter: QPainter, shown: VisibleBlock) -> None:
        """Underline date words."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(dotted_pen(theme_of(self)))
        for mark in self.marks.within(*shown.shown):
            if (mark.start, mark.end) != self._filled:
                for box, base in shown.pieces(mark.start, mark.end):
                    draw_dots(painter, box.left(), box.right(), base + _DEPTH)

    @override
    def add_looks(self, shown: VisibleBlock, looks: list[QTextLayout.FormatRange]) -> None:
        if self._filled is not None:
            start, end = max(self._filled[0], shown.start), min(self._filled[1], shown.end)
            if start < end:
                looks.append(coloured(start - shown.start, end - shown.start, theme_of(self).onaccent))

    def _rim(self, position: int) -> float:
        beside = self.document().characterAt(position)
        return _PAD if not beside.strip() or beside == "\u2029" else _NO_ROOM

    @override
    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if e.type() == QEvent.Type.PaletteChange:
            self.viewport().update()


def dotted_pen(theme: Theme) -> QPen:
    """The underline of date words: dots in the accent colour."""
    pen = QPen(theme.accent, _DOT, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.0, _PITCH / _DOT - 1.0])
    return pen


def draw_dots(painter: QPainter, begin: float, end: float, y: float) -> None:
    """Underline from one x to another with the painter's dotted pen; on whole pixels, so that every dot is sharp."""
    left, right = round(min(begin, end)), round(max(begin, end))
    painter.drawLine(left, round(y), right, round(y))

"""The words of a proposal: a quotation with a bar at its left, its date words underlined with dots."""

from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextLine
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.marked_text import dotted_pen, draw_dots
from gui.fonts import Role, font
from gui.overriding import override
from gui.proposals.quoting import Quoted, units
from gui.text_lines import lay_lines
from gui.theme import theme_of

_LINE, _MOST_LINES = 20.0, 12
_BAR, _LEFT, _DEPTH = 3, 12.0, 17.0
_OPENING, _CLOSING = tuple('“„«"'), tuple('”»"')


class QuoteLabel(QWidget):
    """As high as its words need; a very long sentence is cut, its tooltip has it whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quoted = Quoted("", 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_quoted(self, quoted: Quoted) -> None:
        """Show a sentence in quotation marks, unless it stands in some already."""
        opening = "" if quoted.text[:1] in _OPENING else "“"
        closing = "" if quoted.text[-1:] in _CLOSING else "”"
        by = len(opening)
        self._quoted = Quoted(f"{opening}{quoted.text}{closing}", quoted.start + by, quoted.end + by)
        self.setAccessibleName(self._quoted.text)
        self._fit()
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _layout(self) -> QTextLayout:
        return lay_lines(self._quoted.text, font(Role.QUOTE), self.width() - _LEFT, _LINE, _MOST_LINES)

    def _fit(self) -> None:
        layout = self._layout()
        is_cut = layout.text() != self._quoted.text
        hint = self.tr("Space: show these words in the text")
        self.setToolTip(f"{self._quoted.text}\n\n{hint}" if is_cut else hint)
        height = round(layout.lineCount() * _LINE) + 2
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 1, _BAR, self.height() - 2), theme.line2)
        painter.setPen(theme.ink)
        layout = self._layout()
        layout.draw(painter, QPointF(_LEFT, 1))
        painter.setPen(dotted_pen(theme))
        start, end = (units(self._quoted.text[:at]) for at in (self._quoted.start, self._quoted.end))
        for number in range(layout.lineCount() if end > start else 0):
            line = layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                draw_dots(painter, _LEFT + _x_of(line, first), _LEFT + _x_of(line, last), 1 + number * _LINE + _DEPTH)


def _x_of(line: QTextLine, position: int) -> float:
    # PySide returns the position that it moved to as well, which its types do not know.
    return cast("tuple[float, int]", line.cursorToX(position))[0]

"""What is proposed and from which words: a date, its weekday, and at the right the words, an arrow, what they mean."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fonts import Role, font
from gui.icons import paint_icon
from gui.overriding import override
from gui.painting import draw_elided
from gui.style import GAP_4, GAP_8
from gui.theme import Theme, theme_of

_LINE, _CHIP, _PAD, _ARROW = 24, 20, 6, 14


def paint_meaning(painter: QPainter, box: QRectF, words: str, date: str, theme: Theme, *, strong: bool) -> float:
    """Draw "words → date" so that it ends at the right of `box`; returns where it begins. Without a date the words alone.

    Where there is too little room, the words are cut first, to a fifth of it, then the date.
    """
    face = font(Role.CAPTION_MEDIUM if strong else Role.CAPTION, tabular=True)
    fixed = 2 * _PAD + (2 * GAP_4 + _ARROW if date else 0)
    date_width = min(QFontMetricsF(face).horizontalAdvance(date) + 1, box.width() * 0.8 - fixed) if date else 0
    words_width = min(QFontMetricsF(font(Role.QUOTE)).horizontalAdvance(words) + 1, box.width() - fixed - date_width)
    left = box.right() - fixed - date_width - words_width
    middle = box.center().y()
    chip = QRectF(left, middle - _CHIP / 2, words_width + 2 * _PAD, _CHIP)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.sunken)
    painter.drawRoundedRect(chip, 4, 4)
    painter.setPen(theme.ink)
    painter.setFont(font(Role.QUOTE))
    draw_elided(painter, chip.adjusted(_PAD, 0, -_PAD + 1, 0), words)
    if not date:
        return left
    paint_icon(painter, QRectF(chip.right() + GAP_4, middle - _ARROW / 2, _ARROW, _ARROW), "arrow-right", theme.ink3)
    painter.setFont(face)
    painter.setPen(theme.ink if strong else theme.ink3)
    draw_elided(painter, QRectF(box.right() - date_width, box.top(), date_width + 1, box.height()), date)
    return left


def meaning_width(words: str, date: str) -> float:
    """The room that `paint_meaning` wants for both in full."""
    date_width = QFontMetricsF(font(Role.CAPTION_MEDIUM, tabular=True)).horizontalAdvance(date)
    return QFontMetricsF(font(Role.QUOTE)).horizontalAdvance(words) + date_width + 2 * _PAD + 2 * GAP_4 + _ARROW + 2


class DateLine(QWidget):
    """One line, or two where the words do not fit beside the date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._date = self._hint = self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_date(self, date: str, hint: str, words: str) -> None:
        """Show a date, its weekday or what is not known of it, and the words that say it."""
        self._date, self._hint, self._words = date, hint, words
        self.setAccessibleName(f"{date} {hint}".strip())
        self.setAccessibleDescription(f"“{words}”: {date}" if words else "")
        self._fit()
        self.update()

    def _head_width(self) -> float:
        hint = QFontMetricsF(font(Role.CAPTION)).horizontalAdvance(self._hint)
        return QFontMetricsF(font(Role.GROUP)).horizontalAdvance(self._date) + GAP_8 + hint + 1

    def _fit(self) -> None:
        is_two = bool(self._words) and self._head_width() + 2 * GAP_8 + self._meaning_width() > self.width()
        height = 2 * _LINE if is_two else _LINE
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def _meaning_width(self) -> float:
        return meaning_width(self._words, self._date)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter, theme)
        if not self._words:
            return
        if self.height() > _LINE:
            width = min(self._meaning_width(), self.width())
            box = QRectF(0, _LINE, width, _LINE)
        else:
            box = QRectF(self._head_width() + GAP_8, 0, self.width() - self._head_width() - GAP_8, _LINE)
        paint_meaning(painter, box, self._words, self._date, theme, strong=True)

    def _paint_head(self, painter: QPainter, theme: Theme) -> None:
        # Both stand on one baseline, though they are of two sizes.
        line = font(Role.GROUP)
        base = (_LINE + QFontMetricsF(line).capHeight()) / 2
        painter.setFont(line)
        painter.setPen(theme.ink)
        shown = QFontMetricsF(line).elidedText(self._date, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(0, round(base), shown)
        taken = QFontMetricsF(line).horizontalAdvance(shown) + GAP_8
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.ink3)
        hint = QFontMetricsF(painter.font()).elidedText(self._hint, Qt.TextElideMode.ElideRight, self.width() - taken)
        painter.drawText(round(taken), round(base), hint)

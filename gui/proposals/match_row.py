"""One incident that may be the same as a proposal."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from dates import DateStyle, format_date
from gui.controls import IconButton
from gui.fonts import Role, font
from gui.glyphs import paint_status
from gui.key_cap import cap_width, paint_cap
from gui.overriding import override
from gui.painting import draw_elided
from gui.style import GAP_8
from gui.text_lines import lay_lines
from gui.texts import status_text
from gui.texts.changes import shorten
from gui.texts.proposals import match_reasons
from gui.theme import theme_of
from models.proposals import IncidentMatch

_TOP, _LINE, _REASON, _MOST_LINES = 4.0, 20.0, 17.0, 3
_LEFT, _GLYPH, _RADIO, _SHOW = 2.0, 16.0, 22.0, 24


class MatchRow(QRadioButton):
    """Status, date, title, and why. With a key, one of several: a radio button chosen by that key too.

    `chosen` when somebody chose it, `incident_requested(id)` to look at it.
    """

    chosen = Signal(object)
    incident_requested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        self.match: IncidentMatch | None = None
        self._key = self._date = self._reasons = ""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_button = IconButton("square-arrow-out-up-right", self.tr("Show this incident"), self)
        self.show_button.setFixedSize(_SHOW, _SHOW)
        self.show_button.clicked.connect(self._on_show_clicked)
        self.clicked.connect(self._on_clicked)
        self.hide()

    def show_match(self, match: IncidentMatch | None, key: str) -> None:
        """Show an incident; None hides the row."""
        self.match, self._key = match, key
        self.setVisible(match is not None)
        if match is None:
            return
        self._date = format_date(match.date, DateStyle.SHORT)
        self._reasons = match_reasons(match)
        said = [status_text(match.status), format_date(match.date), match.title, self._reasons]
        self.setAccessibleName(", ".join(part for part in said if part))
        tip = f"{self._date} · {match.title}"
        self.setToolTip(f"{tip} ({key})" if key else tip)
        self.show_button.set_words(self.tr("Show “{title}”").replace("{title}", shorten(match.title)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key else Qt.FocusPolicy.NoFocus)
        self._fit()
        self.update()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()  # Enter here chooses; on the card it would accept
        else:
            super().keyPressEvent(e)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self.show_button.move(self.width() - _SHOW, 0)
        self._fit()

    def _fit(self) -> None:
        lines = self._lay_reasons().lineCount() if self._reasons else 0
        height = round(2 * _TOP + _LINE + lines * _REASON)
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        match = self.match
        if match is None:
            return
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        left, middle = _LEFT, _TOP + _LINE / 2
        if self._key:
            self._paint_radio(painter, left, middle)
            left += _RADIO
        paint_status(painter, QRectF(left, middle - _GLYPH / 2, _GLYPH, _GLYPH), match.status, theme)
        right = self.width() - _SHOW - 4.0
        if self._key:
            right -= cap_width(self._key) + 4
            paint_cap(painter, right + 4, middle, self._key, theme.ink2, theme.warn)
        self._paint_title(painter, match, self._text_left(), right)
        if self._reasons:
            painter.setPen(theme.ink2)
            self._lay_reasons().draw(painter, QPointF(self._text_left(), _TOP + _LINE))

    def _text_left(self) -> float:
        return _LEFT + (_RADIO if self._key else 0) + _GLYPH + GAP_8 - 2

    def _lay_reasons(self) -> QTextLayout:
        width = self.width() - self._text_left() - 6
        return lay_lines(self._reasons, font(Role.CAPTION), width, _REASON, _MOST_LINES)

    def _paint_title(self, painter: QPainter, match: IncidentMatch, left: float, right: float) -> None:
        theme = theme_of(self)
        painter.setPen(theme.ink)
        face = font(Role.CAPTION_MEDIUM, tabular=True)
        painter.setFont(face)
        date = min(QFontMetricsF(face).horizontalAdvance(self._date) + 1, (right - left) * 0.6)
        draw_elided(painter, QRectF(left, _TOP, date, _LINE), self._date)
        painter.setFont(font(Role.CAPTION))
        title = " ".join(match.title.split())
        draw_elided(painter, QRectF(left + date + GAP_8, _TOP, right - left - date - GAP_8, _LINE), title)

    def _paint_radio(self, painter: QPainter, left: float, middle: float) -> None:
        theme = theme_of(self)
        painter.setPen(QPen(theme.accent if self.isChecked() else theme.field, 1))
        painter.setBrush(theme.surface)
        painter.drawEllipse(QPointF(left + 8, middle), 7, 7)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent)
            painter.drawEllipse(QPointF(left + 8, middle), 4, 4)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.match)

    def _on_show_clicked(self) -> None:
        if self.match is not None:
            self.incident_requested.emit(self.match.incident_id)

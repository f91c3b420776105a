"""Below a citation: the date that its source gives, where the incident has another one, and the way to settle it."""

from enum import Enum

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from dates import UNDATED, DateKind, DateStyle, UncertainDate, format_date
from gui.fonts import Role, font
from gui.glyphs import paint_stance
from gui.overriding import override
from gui.painting import draw_elided
from gui.style import GAP_4, GAP_8, RADIUS
from gui.texts.dates import stated_text
from gui.theme import theme_of
from models.enums import Stance
from models.snapshots import CitationLine
from services.settling import Settling, both_days, is_finer, is_open

_PLAIN, _BOX, _LINE = 24, 46, 18
_PAD, _GLYPH, _GAP = 8.0, 16.0, 7.0


class Disagreement(Enum):
    """How a stated date stands to that of the incident."""

    NONE = "none"
    OTHER = "other"
    """Said in another way, or settled: it is only told."""
    FINER = "finer"
    """It says more exactly when, and is worth taking."""
    OPEN = "open"
    """Both cannot be right, and nobody has said which is."""


def disagreement(line: CitationLine, date: UncertainDate) -> Disagreement:
    """How the date of a source stands to that of its incident."""
    if line.stated.kind is DateKind.UNDATED or line.stated.edtf == date.edtf:
        return Disagreement.NONE
    if is_open(line, date):
        return Disagreement.OPEN
    return Disagreement.FINER if is_finer(line, date) else Disagreement.OTHER


class StatedLine(QWidget):
    """Two dates that differ: side by side where they contradict, else in one line.

    `settled(Settling)`, `words_requested()`.
    """

    settled = Signal(Settling)
    words_requested = Signal()

    def __init__(self, line: CitationLine, date: UncertainDate, parent: QWidget) -> None:
        super().__init__(parent)
        self._line, self._date = line, date
        self.disagreement = disagreement(line, date)
        is_open_now = self.disagreement is Disagreement.OPEN
        self.button = QPushButton(self.tr("Settle…") if is_open_now else self.tr("Use this date"), self)
        self.button.setProperty("kind", "small" if is_open_now else "word")
        self.button.setAutoDefault(False)
        self.button.setCursor(Qt.CursorShape.ArrowCursor)
        said = stated_text(line.stated, date)
        self.button.setAccessibleName(f"{self.button.text()} {said}")
        self.setToolTip(said)
        self.button.setToolTip(
            self.tr("Say which date holds (D)") if is_open_now else self.tr("Give the incident this date (D)")
        )
        self.button.setVisible(self.disagreement in {Disagreement.OPEN, Disagreement.FINER})
        self.button.clicked.connect(self.settle)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_BOX if is_open_now else _PLAIN)
        self.show()

    def settle(self) -> None:
        """Take the date, or ask which of the two holds."""
        if self.disagreement is Disagreement.FINER:
            self.settled.emit(Settling.USE_STATED)
        else:
            self._open_menu()

    def set_read_only(self, read_only: bool) -> None:  # one plain word, as Qt's own setters
        """Tell the dates, and offer nothing."""
        self.button.setVisible(not read_only and self.disagreement in {Disagreement.OPEN, Disagreement.FINER})

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        stated, present = format_date(self._line.stated), format_date(self._date)
        ways = {
            Settling.USE_STATED: self.tr("&Use {date}").replace("{date}", stated),
            Settling.KEEP: self.tr("&Keep {date}: the source qualifies it").replace("{date}", present),
        }
        either = both_days(self._line, self._date)
        if either is not None:
            ways[Settling.KEEP_BOTH] = self.tr("Keep &both: {date}").replace("{date}", format_date(either))
        for way, words in ways.items():
            menu.addAction(words).setData(way.value)
        menu.addSeparator()
        menu.addAction(self.tr("&Show the words in the text"))
        menu.triggered.connect(self._on_chosen)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _on_chosen(self, entry: QAction) -> None:
        if entry.data():
            self.settled.emit(Settling(entry.data()))
        else:
            self.words_requested.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.button.sizeHint()
        is_box = self.disagreement is Disagreement.OPEN
        left = self.width() - size.width() - (_PAD if is_box else 0)
        self.button.setGeometry(round(left), round((self.height() - size.height()) / 2), size.width(), size.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.disagreement is Disagreement.OPEN:
            self._paint_both(painter)
        else:
            painter.setFont(font(Role.CAPTION, tabular=True))
            painter.setPen(theme_of(self).ink3)
            right = self.button.x() - GAP_8 if self.button.isVisibleTo(self) else self.width()
            draw_elided(painter, QRectF(0, 0, right, self.height()), self._words_for(right))

    def _words_for(self, width: float) -> str:
        """Both dates; that of the source alone where there is too little room."""
        both = stated_text(self._line.stated, self._date)
        fits = QFontMetricsF(font(Role.CAPTION, tabular=True)).horizontalAdvance(both) <= width
        return both if fits else stated_text(self._line.stated, UNDATED)

    def _paint_both(self, painter: QPainter) -> None:
        theme = theme_of(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.bad_soft)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        left = self._paint_date(painter, _PAD, self.tr("Source says"), self._line.stated)
        glyph = QRectF(left + _GAP, (self.height() - _GLYPH) / 2, _GLYPH, _GLYPH)
        paint_stance(painter, glyph, Stance.CONTRADICTS, theme)
        self._paint_date(painter, glyph.right() + _GAP, self.tr("Incident has"), self._date)

    def _paint_date(self, painter: QPainter, left: float, caption: str, date: UncertainDate) -> float:
        """A caption over a date; returns where the wider of the two ends."""
        theme = theme_of(self)
        end = left
        room = (self.button.x() if self.button.isVisibleTo(self) else self.width()) - GAP_4 - left
        rows = (
            (caption, Role.CAPTION, theme.ink2),
            (format_date(date, DateStyle.SHORT), Role.CAPTION_MEDIUM, theme.ink),
        )
        for number, (words, role, ink) in enumerate(rows):
            painter.setFont(font(role, tabular=True))
            painter.setPen(ink)
            draw_elided(painter, QRectF(left, 5 + number * _LINE, max(room, 0), _LINE), words)
            end = max(end, left + min(QFontMetricsF(painter.font()).horizontalAdvance(words), room))
        return end

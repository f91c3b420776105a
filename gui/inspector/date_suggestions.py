"""Below the date of an incident: which date its quotes give, and the way to take it."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dates import UNDATED, DateStyle, UncertainDate, format_date
from gui.controls import plain_label
from gui.fonts import Role, font
from gui.icons import paint_icon
from gui.inspector.date_choice import QuotedDate, choose_dates
from gui.overriding import override
from gui.painting import draw_elided
from gui.style import GAP_4, GAP_8
from gui.texts.mentions import reason_text
from gui.theme import theme_of
from models.snapshots import IncidentCard

# Paging through the list asks for nothing.
_PAUSE_MS = 150
_LINE, _CHIP, _PAD, _ARROW = 24, 20, 6, 14


class _Meaning(QWidget):
    """The words on a chip, an arrow, the date; in a line of its own, then with short months, where one is too short."""

    def __init__(self, quoted: QuotedDate, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = quoted.words
        self._long, self._short = format_date(quoted.date), format_date(quoted.date, DateStyle.SHORT)
        self._words_width = QFontMetricsF(font(Role.QUOTE)).horizontalAdvance(self._words) + 1
        self._date_width = QFontMetricsF(font(Role.UI_MEDIUM)).horizontalAdvance(self._long) + 1
        self._wanted = self._words_width + 2 * _PAD + 2 * GAP_4 + _ARROW + self._date_width
        self.setAccessibleName(f"“{self._words}”: {self._long}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_LINE)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(_LINE if self._wanted <= self.width() else 2 * _LINE - GAP_4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chip = QRectF(0, (_LINE - _CHIP) / 2, min(self._words_width + 2 * _PAD, self.width()), _CHIP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.sunken)
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(theme.ink)
        painter.setFont(font(Role.QUOTE))
        draw_elided(painter, chip.adjusted(_PAD, 0, -_PAD, 0), self._words)
        is_broken = self.height() > _LINE
        line = QRectF(0 if is_broken else chip.right() + GAP_4, self.height() - _LINE, self.width(), _LINE)
        arrow = QRectF(line.left(), line.center().y() - _ARROW / 2, _ARROW, _ARROW)
        paint_icon(painter, arrow, "arrow-right", theme.ink3)
        painter.setFont(font(Role.UI_MEDIUM))
        line.setLeft(arrow.right() + GAP_4)
        line.setRight(self.width())
        draw_elided(painter, line, self._long if self._date_width <= line.width() else self._short)


class SuggestionRow(QWidget):
    """One date, why it is that date, and the button that takes it. `taken(UncertainDate)`."""

    taken = Signal(object)

    def __init__(self, quoted: QuotedDate, parent: QWidget) -> None:
        super().__init__(parent)
        self.quoted = quoted
        reason = plain_label(reason_text(quoted.mention), "hint", self)
        reason.setWordWrap(True)
        reason.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.use = QPushButton(self.tr("Use"), self)
        self.use.setProperty("kind", "small")
        name = self.tr("Use {date} as the date").replace("{date}", format_date(quoted.date))
        self.use.setAccessibleName(name)
        self.use.setAccessibleDescription(reason.text())
        self.use.setToolTip(name)
        self.use.clicked.connect(self._on_clicked)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, GAP_4, 0, 0)
        grid.setHorizontalSpacing(GAP_8)
        grid.setVerticalSpacing(0)
        grid.addWidget(_Meaning(quoted, self), 0, 0)
        grid.addWidget(self.use, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(reason, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    def _on_clicked(self) -> None:
        self.taken.emit(self.quoted.date)


class DateSuggestions(QWidget):
    """Asks for the dates of an incident's quotes (`dates_requested(IncidentCard)`) and offers those worth it.

    `taken(UncertainDate)`, its wording filled in. Shows nothing where there is nothing to offer. Tab comes to the buttons
    from the widget `before` them.
    """

    dates_requested = Signal(object)
    taken = Signal(object)

    def __init__(self, before: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = before
        self.setAccessibleName(self.tr("Dates in the quotes"))
        self._card: IncidentCard | None = None
        self._found: Sequence[QuotedDate] = ()
        self._current: UncertainDate | None = UNDATED
        self.rows: list[SuggestionRow] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_4)
        self.hide()

    def show_card(self, card: IncidentCard | None) -> None:
        """Offer what the quotes of this incident give; None for one that cannot be changed."""
        if card is None or self._card is None or card.id != self._card.id:
            self._found = ()
            self._show_rows(())
        self._card = card
        if card is not None and any(line.quote.strip() for line in card.citations):
            self._pause.start()
        else:
            self._pause.stop()
            self._found = ()
            self._show_rows(())

    def show_found(self, incident_id: int, found: Sequence[QuotedDate]) -> None:
        """The dates of all quotes of an incident, in their order; the answer to `dates_requested`."""
        if self._card is not None and self._card.id == incident_id:
            self._found = found
            self._offer()

    def reconsider(self, current: UncertainDate | None) -> None:
        """The incident's date is this one now; None while it is not understood."""
        if current != self._current:
            self._current = current
            self._offer()

    def _offer(self) -> None:
        self._show_rows(() if self._current is None else choose_dates(self._found, self._current))

    def _show_rows(self, wanted: Sequence[QuotedDate]) -> None:
        if [row.quoted for row in self.rows] != list(wanted):
            for row in self.rows:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows = [SuggestionRow(quoted, self) for quoted in wanted]
            for row in self.rows:
                row.taken.connect(self.taken)
                self._column.addWidget(row)
            # Qt puts every new widget at the end of its window's chain.
            for first, second in pairwise((self._before, *(row.use for row in self.rows))):
                QWidget.setTabOrder(first, second)
        self.setVisible(bool(self.rows))

    def _on_pause(self) -> None:
        owner = self.parentWidget()
        if self._card is not None and owner is not None and owner.isVisible():
            self.dates_requested.emit(self._card)

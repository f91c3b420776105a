"""The card beside a chosen incident: what it says, how it is supported, and the ways on."""

from collections import Counter

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from dates import DateStyle, describe_precision, format_date
from gui.controls import plain_label
from gui.fields.float_card import FloatCard
from gui.fonts import Role, font
from gui.glyphs import paint_stance, paint_status, paint_warning
from gui.key_cap import CapButton
from gui.overriding import override
from gui.painting import draw_elided
from gui.style import GAP_4, GAP_8
from gui.text_lines import lay_lines
from gui.texts.summary import plain_summary
from gui.texts.timeline import say_timeline
from gui.texts.words import stance_text, status_text
from gui.theme import theme_of
from models.enums import Stance
from models.snapshots import IncidentCard

_WIDTH, _SHADOW = 316, 14
_AWAY, _ABOVE, _EDGE = 40, 22, 8
_GLYPH, _GAP, _LINE = 16, 8, 20
_TITLE_LINE, _MOST_LINES = 23, 3


class _Head(QWidget):
    """Status at the left, the date at the right or, where it is too long for that, below; then the title."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._card: IncidentCard | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_card(self, card: IncidentCard) -> None:
        self._card = card
        layout = lay_lines(card.title, font(Role.GROUP), self.width(), _TITLE_LINE, _MOST_LINES)
        self.setFixedHeight(self._lines() * _LINE + GAP_8 + layout.lineCount() * _TITLE_LINE)
        self.setAccessibleName(f"{status_text(card.status)}, {format_date(card.date)}, {card.title}")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._card is None:
            return
        card, theme = self._card, theme_of(self)
        painter = QPainter(self)
        paint_status(painter, QRectF(0, 2, _GLYPH, _GLYPH), card.status, theme)
        painter.setFont(font(Role.UI, tabular=True))
        painter.setPen(theme.ink2)
        draw_elided(painter, QRectF(_GLYPH + _GAP, 0, self.width() - _GLYPH - _GAP, _LINE), status_text(card.status))
        when, lines = _when(card), self._lines()
        wide = min(_wide(when) + 1, self.width())
        left = 0 if lines > 1 else self.width() - wide
        draw_elided(painter, QRectF(left, (lines - 1) * _LINE, wide, _LINE), when)
        painter.setPen(theme.ink)
        layout = lay_lines(card.title, font(Role.GROUP), self.width(), _TITLE_LINE, _MOST_LINES)
        layout.draw(painter, QPointF(0, lines * _LINE + GAP_8 - 2))
        painter.end()

    def _lines(self) -> int:
        """Of status and date."""
        card = self._card
        if card is None:
            return 1
        return 1 if _GLYPH + 2 * _GAP + _wide(status_text(card.status)) + _wide(_when(card)) < self.width() else 2


class _Support(QWidget):
    """How many citations support, contradict, qualify; what the contradicting ones say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts: list[tuple[Stance, str]] = []
        self.setFixedHeight(_LINE)

    def show_card(self, card: IncidentCard) -> None:
        counts = Counter(citation.stance for citation in card.citations)
        self._parts = [(stance, self._words(card, stance, counts[stance])) for stance in Stance if counts[stance]]
        spoken = ", ".join(f"{stance_text(stance)}: {words}" for stance, words in self._parts)
        self.setAccessibleName(spoken or self.tr("No citation"))
        self.update()

    def _words(self, card: IncidentCard, stance: Stance, count: int) -> str:
        stated = {line.stated.edtf: line.stated for line in card.citations if line.stance is stance}
        stated.pop("", None)
        if stance is not Stance.CONTRADICTS or len(stated) != 1:
            return str(count)
        says = self.tr("%1 says %2") if count == 1 else self.tr("%1 say %2")
        date = format_date(next(iter(stated.values())), DateStyle.SHORT)
        year = card.date.edtf[:4]
        return says.replace("%1", str(count)).replace("%2", date.removesuffix(f" {year}"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setFont(font(Role.UI, tabular=True))
        metrics = QFontMetricsF(painter.font())
        left, top = 0.0, (_LINE - _GLYPH) / 2
        if not self._parts:
            paint_warning(painter, QRectF(left, top, _GLYPH, _GLYPH), theme.warn)
            painter.setPen(theme.warn)
            draw_elided(painter, QRectF(_GLYPH + _GAP, 0, self.width(), _LINE), self.tr("No citation"))
        painter.setPen(theme.ink2)
        for stance, words in self._parts:
            paint_stance(painter, QRectF(left, top, _GLYPH, _GLYPH), stance, theme)
            left += _GLYPH + _GAP - 2
            draw_elided(painter, QRectF(left, 0, self.width() - left, _LINE), words)
            left += metrics.horizontalAdvance(words) + 2 * _GAP - 4
        painter.end()


class Callout(FloatCard):
    """Stands left of its mark where there is room, else at its right; never takes the keyboard from the canvas."""

    open_requested = Signal(int)
    link_requested = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(say_timeline("Chosen incident"), window)
        self.incident_id: int | None = None
        around = self.column.contentsMargins()
        self.column.setContentsMargins(
            around.left() + GAP_4, around.top() + GAP_4, around.right() + GAP_4, around.bottom() + GAP_4
        )
        self._head = _Head(self)
        self._summary = plain_label("", "", self)
        self._summary.setProperty("role", "body")
        self._summary.setWordWrap(True)
        self._support = _Support(self)
        self.open_button = CapButton("", self.tr("Open"), "Enter", self)
        self.open_button.setProperty("kind", "primary")
        self.link_button = CapButton("", self.tr("Link from here"), "L", self)
        row = QHBoxLayout()
        row.setContentsMargins(0, GAP_4, 0, GAP_4)
        row.setSpacing(6)
        row.addWidget(self.open_button)
        row.addWidget(self.link_button)
        row.addStretch(1)
        for part in (self._head, self._summary, self._support):
            self.column.addWidget(part)
            self.column.addSpacing(GAP_4)
        self.column.addLayout(row)
        for button in (self.open_button, self.link_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.open_button.clicked.connect(self._on_open)
        self.link_button.clicked.connect(self._on_link)

    def set_read_only(self, *, read_only: bool) -> None:
        """Offer nothing that changes the project."""
        self.link_button.setVisible(not read_only)

    def show_card(self, card: IncidentCard, mark: QRect, area: QRect) -> None:
        """Show an incident beside its mark, inside the area of the canvas; both in the window's coordinates."""
        self.incident_id = card.id
        self.setFixedWidth(_WIDTH + 2 * _SHADOW)
        self.column.activate()
        margins = self.column.contentsMargins()
        self._head.resize(self.width() - margins.left() - margins.right(), self._head.height())
        self._head.show_card(card)
        summary = plain_summary(card.body)
        self._summary.setText(_cut(summary))
        self._summary.setVisible(bool(summary))
        self._support.show_card(card)
        self.setFixedHeight(max(self.column.heightForWidth(self.width()), self.column.minimumSize().height()))
        self.move(self._beside(mark, area))
        self.show()
        self.raise_()

    def _beside(self, mark: QRect, area: QRect) -> QPoint:
        room = area.adjusted(_EDGE, _EDGE + GAP_4, -_EDGE, -_EDGE)
        width, height = self.width() - 2 * _SHADOW, self.height() - 2 * _SHADOW
        left, top = mark.left() - _AWAY - width, mark.center().y() - _ABOVE
        if left < room.left() and mark.right() + _AWAY + width <= room.right():
            left = mark.right() + _AWAY
        elif left < room.left():
            # No room at either side: below the mark, or above it.
            left = min(max(room.left(), mark.center().x() - width // 2), room.right() - width)
            top = mark.bottom() + _EDGE
            if top + height > room.bottom():
                top = mark.top() - _EDGE - height
        top = max(room.top(), min(top, room.bottom() - height))
        return QPoint(left - _SHADOW, top - _SHADOW)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH + 2 * _SHADOW, 180)

    def _on_open(self) -> None:
        self.open_requested.emit(self.incident_id)

    def _on_link(self) -> None:
        self.link_requested.emit(self.incident_id)


def _when(card: IncidentCard) -> str:
    date, precision = format_date(card.date, DateStyle.SHORT), describe_precision(card.date)
    return f"{date} · {precision}" if precision else date


def _wide(words: str) -> float:
    return QFontMetricsF(font(Role.UI, tabular=True)).horizontalAdvance(words)


def _cut(summary: str) -> str:
    """Two lines or so."""
    return summary if len(summary) <= 110 else f"{summary[:108].rsplit(' ', 1)[0]}…"

"""The line below the calendar: what its colours mean, what it cannot place, and its keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QToolTip, QWidget

from gui.calendar.heat_scale import HeatScale, heat_colours
from gui.calendar.words import incidents, say
from gui.controls import plain_label
from gui.elided_line import ElidedLine
from gui.fonts import Role, font
from gui.key_cap import KeyCap
from gui.overriding import override
from gui.style import GAP_4, GAP_8, GAP_12, PAD_PANE
from gui.theme import theme_of

_HEIGHT = 36
_SIDE, _BETWEEN = 14, 3
_NARROW, _LEAST_REST = 860, 140


class ScaleLegend(QWidget):
    """ "fewer ▢▢▢▢ more"; each square says which counts it stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ranges: list[tuple[int, int, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_scale(self, scale: HeatScale) -> None:
        """Show the steps that are in use."""
        self._ranges = [(0, 0, 0), *scale.ranges()]
        self.setAccessibleName(", ".join(_range_words(low, high) for _, low, high in self._ranges))
        self.setFixedSize(self.sizeHint())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = self._left() + len(self._ranges) * (_SIDE + _BETWEEN) + 6
        return QSize(round(width + self._advance(say("more"))), _HEIGHT - 2)

    def _advance(self, words: str) -> float:
        return QFontMetricsF(font(Role.CAPTION)).horizontalAdvance(words)

    def _left(self) -> float:
        return self._advance(say("fewer")) + 8

    def _square(self, place: int) -> QRectF:
        return QRectF(self._left() + place * (_SIDE + _BETWEEN), (self.height() - _SIDE) / 2, _SIDE, _SIDE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.ink3)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(self.rect()), middle, say("fewer"))
        end = self._square(len(self._ranges)).left() + 5
        painter.drawText(QRectF(end, 0, self.width() - end, self.height()), middle, say("more"))
        painter.setPen(Qt.PenStyle.NoPen)
        grounds = heat_colours(theme)
        for place, (step, _, _) in enumerate(self._ranges):
            painter.setBrush(grounds[step])
            painter.drawRoundedRect(self._square(place), 2.5, 2.5)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            x = event.pos().x()
            found = [r for place, r in enumerate(self._ranges) if self._square(place).left() <= x]
            QToolTip.showText(event.globalPos(), _range_words(*found[-1][1:]) if found else "", self)
            return True
        return super().event(event)


class PartsLegend(QWidget):
    """Colour squares with their names, as many as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT - 2)

    def show_parts(self, parts: Sequence[tuple[str, str]]) -> None:
        """Show roles of the theme and what they stand for."""
        self._parts = tuple(parts)
        words = ", ".join(name for _, name in self._parts)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(font(Role.CAPTION))
        return QSize(round(sum(metrics.horizontalAdvance(name) + 34 for _, name in self._parts)), _HEIGHT - 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, _HEIGHT - 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(Role.CAPTION))
        metrics = QFontMetricsF(painter.font())
        left = 0.0
        for role, name in self._parts:
            width = metrics.horizontalAdvance(name)
            if left + width + 18 > self.width():
                painter.setPen(theme.ink3)
                painter.drawText(QRectF(left, 0, 20, self.height()), int(Qt.AlignmentFlag.AlignVCenter), "…")
                break
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(role))
            painter.drawRoundedRect(QRectF(left, (self.height() - 10) / 2, 10, 10), 2, 2)
            painter.setPen(theme.ink2)
            painter.drawText(QRectF(left + 16, 0, width + 2, self.height()), int(Qt.AlignmentFlag.AlignVCenter), name)
            left += width + 34


class CalendarLegend(QFrame):
    """The scale or the parts at the left, what has no place in the middle, the keys at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "pane-footer")
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(200)  # the keys make way
        self.scale, self.parts = ScaleLegend(), PartsLegend()
        self._rest = ElidedLine(Role.CAPTION, "ink3", self)
        counts = _keys(
            ("Enter", say("chronology")), ("[", ""), ("]", say("previous, next")), ("+", ""), ("−", say("zoom"))
        )
        gaps = _keys(("Enter", say("chronology")), ("Shift+Enter", say("timeline")))
        self._keys = QStackedWidget()
        for keys in (counts, gaps):
            self._keys.addWidget(keys)
        self._keys.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAD_PANE, 0, GAP_12, 0)
        row.setSpacing(PAD_PANE)
        row.addWidget(self.scale)
        row.addWidget(self.parts)
        row.addWidget(self._rest, 1)
        row.addWidget(self._keys)

    def show_keys(self, *, of_gaps: bool) -> None:
        """Name the keys of the gaps, or those of squares and bars."""
        self._keys.setCurrentIndex(1 if of_gaps else 0)

    def show_scale(self, scale: HeatScale) -> None:
        """Explain the colours of squares."""
        self.scale.show_scale(scale)
        self.scale.setVisible(bool(scale.lows))
        self.parts.hide()
        self._make_room()

    def show_parts(self, parts: Sequence[tuple[str, str]]) -> None:
        """Explain the colours of bars."""
        self.parts.show_parts(parts)
        self.parts.setVisible(bool(parts))
        self.scale.hide()
        self._make_room()

    def show_rest(self, words: str) -> None:
        """Say what has no place on the calendar."""
        self._rest.show_text(words)
        self._rest.setToolTip(words)
        self._make_room()

    def _make_room(self) -> None:
        """The keys stand where they leave room for what explains the colours, and for words of what has no place."""
        taken = self.parts.sizeHint().width() if not self.parts.isHidden() else self.scale.sizeHint().width()
        taken += _LEAST_REST if self._rest.accessibleName() else 0
        self._keys.setVisible(self.width() >= max(_NARROW, taken + self._keys.sizeHint().width() + 4 * PAD_PANE))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()


def _keys(*caps: tuple[str, str]) -> QWidget:
    """Key caps, each with what it does, at the right."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP_4)
    row.addStretch(1)
    for cap, words in caps:
        row.addWidget(KeyCap(cap))
        if words:
            row.addWidget(plain_label(words, "caption"))
            row.addSpacing(GAP_8)
    return made


def _range_words(low: int, high: int) -> str:
    """ "no incidents", "1 incident", "2 to 4 incidents"."""
    if low == high:
        return incidents(low)
    return say("{low} to {high} incidents").format(low=f"{low:,}", high=f"{high:,}")

"""Incidents as bars over days, weeks, months or years, each bar in parts by status or what else is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from gui.calendar.bars_layout import BarsLayout, fitting_pitch, zoomed_pitch
from gui.calendar.bars_painter import GUTTER, ROW, BarsPainter, axis_height, names_below
from gui.calendar.period_canvas import PeriodCanvas, paint_focus
from gui.calendar.words import say
from gui.overriding import override
from gui.style import PAD_PANE
from gui.theme import theme_of
from services.periods import Period, Unit
from services.rhythm import Rhythm


class BarsCanvas(PeriodCanvas):
    """Fits all bars until somebody zooms. `roles` are the theme's roles of the parts of a bar, the first at the bottom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._roles: tuple[str, ...] = ()
        self._pitch: float | None = None
        super().__init__(say("Incidents as bars"), parent)
        self.bars = BarsLayout(self.rhythm, 24)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_roles(self, roles: Sequence[str]) -> None:
        """The colours of the parts of a bar; none for bars of one colour."""
        self._roles = tuple(roles)
        self.viewport().update()

    @property
    def _room(self) -> int:
        return self.viewport().width() - GUTTER - PAD_PANE

    @override
    def show_rhythm(self, rhythm: Rhythm, today: int) -> None:
        if rhythm.unit is not self.rhythm.unit:
            self._pitch = None
        super().show_rhythm(rhythm, today)

    @override
    def relayout(self) -> None:
        pitch = self._pitch or fitting_pitch(self.rhythm, self._room)
        self.bars = BarsLayout(self.rhythm, pitch)
        bar = self.horizontalScrollBar()
        was_at_end = bar.value() == bar.maximum() > 0
        bar.setRange(0, max(0, round(self.bars.width) - self._room))
        bar.setPageStep(max(1, self._room))
        if was_at_end:
            bar.setValue(bar.maximum())

    def fit(self) -> None:
        """Show all bars, as far as they can be told apart."""
        self._pitch = None
        self.relayout()
        self.viewport().update()

    def zoom(self, way: int, x: int | None = None) -> bool:
        """Closer or further away around a place of the viewport; whether it could."""
        x = self.viewport().width() // 2 if x is None else x
        pitch = zoomed_pitch(self.bars.pitch, way)
        if abs(pitch - self.bars.pitch) < 0.01:
            return False
        inside = x - GUTTER
        number = self.bars.number_at(inside + self.horizontalScrollBar().value())
        self._pitch = pitch
        self.relayout()
        where = self.bars.x_of(number) if number is not None else None
        if where is not None:
            self.horizontalScrollBar().setValue(round(where) - inside)
        self.viewport().update()
        return True

    @override
    def box_of(self, period: Period) -> QRect | None:
        x = self.bars.x_of(period.number) if period.unit is self.bars.unit else None
        if x is None:
            return None
        left = GUTTER + round(x) - self.horizontalScrollBar().value()
        return QRect(left, 0, max(1, round(self.bars.pitch)), self.viewport().height() - axis_height(self.bars))

    @override
    def period_at(self, point: QPoint) -> Period | None:
        x = point.x() - GUTTER + self.horizontalScrollBar().value()
        below = point.y() - (self.viewport().height() - axis_height(self.bars))
        if point.x() < GUTTER:
            return None
        names = names_below(self.bars)
        unit = self.bars.unit if below < 4 else names[min((below - 4) // ROW, len(names) - 1)]
        if unit is not self.bars.unit:
            return self._group_at(x, unit)
        number = self.bars.number_at(x)
        return None if number is None else Period(unit, number)

    def _group_at(self, x: float, unit: Unit) -> Period | None:
        """The month or year whose name is at a distance from the left."""
        run = self.bars.run_at(x)
        if run is None or run.is_fold:
            return None
        found = (period for period, left, right in self.bars.groups(run, unit) if left <= x < right)
        return next(found, None)

    @override
    def stepped(self, period: Period, across: int, down: int) -> Period:
        # Up and down are no way on an axis: only left and right are.
        return Period(period.unit, self.bars.stepped(period.number, across)) if across else period

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned.y():
                self.zoom(1 if turned.y() > 0 else -1, round(event.position().x()))
        else:
            moved = turned.x() or turned.y()
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved * 3 // 4)
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.bg)
        colours: list[QColor] = [theme.colour(role) for role in self._roles]
        sheet = BarsPainter(painter, self.viewport().rect(), theme, self.bars, self.rhythm)
        sheet.paint(self.horizontalScrollBar().value(), colours, self.selected, self.hovered, self.today)
        paint_focus(self, painter)
        painter.end()

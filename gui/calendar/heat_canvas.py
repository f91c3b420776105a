"""The heat map: years from top to bottom, one square a day, week, month or year."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.calendar.heat_layout import HeatLayout
from gui.calendar.heat_painter import HeatPainter, paint_chosen_name, paint_hover, paint_ring
from gui.calendar.heat_shapes import make_shape
from gui.calendar.period_canvas import PeriodCanvas, paint_focus
from gui.calendar.words import say, week_start
from gui.overriding import override
from gui.style import PAD_PANE
from gui.theme import theme_of
from services.periods import Period, Unit, period_of

_PINNED, _NAMES = 8, 66
"""Where the name of a year waits at the top, and how much room it takes at least."""


class HeatCanvas(PeriodCanvas):
    """`is_large` shows days as pages of months."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._is_large = False
        self._painter: HeatPainter | None = None
        self._before: HeatPainter | None = None
        super().__init__(say("Calendar of incidents"), parent)
        self.sheet = HeatLayout(make_shape(Unit.DAY, 800, 0), self.rhythm)

    @property
    def is_large(self) -> bool:
        return self._is_large

    def set_large(self, is_large: bool) -> None:
        """Small squares of days, or large ones with their numbers."""
        if is_large != self._is_large:
            self._is_large = is_large
            self.relayout()
            self.viewport().update()
            if self.selected is not None:
                self.reveal(self.selected)

    @override
    def relayout(self) -> None:
        room = self.viewport().size()
        width = room.width() - 2 * PAD_PANE
        shape = make_shape(self.rhythm.unit, width, week_start(), is_large=self._is_large)
        self.sheet = HeatLayout(shape, self.rhythm)
        self._before, self._painter = self._painter or self._before, None
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self.sheet.height - room.height()))
        bar.setPageStep(room.height())

    @override
    def box_of(self, period: Period) -> QRect | None:
        box = self.sheet.box_of(period)
        if box is None:
            return None
        return QRect(*box).translated(PAD_PANE, -self.verticalScrollBar().value())

    @override
    def period_at(self, point: QPoint) -> Period | None:
        return self.sheet.period_at(point.x() - PAD_PANE, point.y() + self.verticalScrollBar().value())

    @override
    def stepped(self, period: Period, across: int, down: int) -> Period:
        return self.sheet.stepped(period, across, down)

    @property
    def painter(self) -> HeatPainter:
        """The rows that are drawn already."""
        theme, ratio = theme_of(self), self.devicePixelRatioF()
        if self._painter is None or self._painter.theme is not theme:
            self._painter = HeatPainter(self.sheet, self.rhythm, theme, ratio)
            if self._before is not None:
                self._painter.adopt(self._before)
            self._before = None
        return self._painter

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        rows = self.painter
        painter = QPainter(self.viewport())
        theme, top = rows.theme, self.verticalScrollBar().value()
        room = self.viewport().rect()
        painter.fillRect(room, theme.bg)
        shown = self.sheet.rows_between(top, top + room.height())
        for row in shown:
            painter.drawPixmap(PAD_PANE, row.top - top, rows.row(row, room.width() - 2 * PAD_PANE))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in shown:
            if not row.is_fold:
                painter.save()
                painter.translate(PAD_PANE, max(row.top - top, min(_PINNED, row.top + row.height - top - _NAMES)))
                rows.paint_names(painter, row)
                painter.restore()
        today = period_of(self.rhythm.unit, self.today, week_start())
        chosen = theme.accent if self.hasFocus() else theme.ink3
        for period, colour in ((today, theme.ink), (self.selected, chosen)):
            box = self.box_of(period) if period is not None and period.unit is self.rhythm.unit else None
            if box is not None:
                paint_ring(painter, box, theme, colour, 1.25 if period is today else 2)
        hovered = self.box_of(self.hovered) if self.hovered not in {None, self.selected} else None
        if hovered is not None:
            paint_hover(painter, hovered, theme)
        name = self.box_of(self.selected) if self.selected and self.selected.unit is not self.rhythm.unit else None
        if name is not None:
            paint_chosen_name(painter, name, theme)
        paint_focus(self, painter)
        painter.end()

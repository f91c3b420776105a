"""The page "Calendar": the filter bar, a heat map, bars or gaps, and beside them what is chosen there."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui.calendar.bars_canvas import BarsCanvas
from gui.calendar.calendar_legend import CalendarLegend
from gui.calendar.calendar_tools import CalendarTools
from gui.calendar.empty_calendar import EmptyCalendar
from gui.calendar.gap_list import GapList
from gui.calendar.heat_canvas import HeatCanvas
from gui.calendar.heat_scale import HeatScale
from gui.calendar.incident_model import FetchRows, Part, RowReader
from gui.calendar.modes import UNITS, Mode, zoomed_unit
from gui.calendar.parts_pill import PartsPill
from gui.calendar.period_canvas import PeriodCanvas
from gui.calendar.period_pane import PeriodPane
from gui.calendar.words import rest_words, say
from gui.controls import claim_key
from gui.filters.filter_bar import FilterBar
from gui.filters.loaders import FilterLoaders
from gui.overriding import override
from services.gaps import Gap
from services.periods import Period, Unit
from services.rhythm import Rhythm
from services.timeline_lanes import LaneBy

_PANE = 230
_NARROW_BAR = 800
_UNIT_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
_MODE_KEYS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class CalendarPage(QFrame):
    """Knows no project: counts and gaps arrive, choices and wishes leave.

    `view_changed` says that another form, unit or kind of parts is wanted; `chosen_changed` carries the Period or Gap that
    is chosen, or None. The wishes carry the Period or Gap whose incidents are wanted in the list, or on the timeline.
    """

    view_changed = Signal()
    chosen_changed = Signal(object)
    list_requested = Signal(object)
    timeline_requested = Signal(object)

    def __init__(self, fetch_rows: FetchRows, loaders: FilterLoaders, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self.setAccessibleName(say("Calendar"))
        self.mode, self.unit = Mode.CALENDAR, Unit.DAY
        self.rows = RowReader(fetch_rows, self)
        self.tools, self.parts_pill = CalendarTools(), PartsPill()
        self.filter_bar = FilterBar(loaders, self.tools, beside=(self.parts_pill,), narrow_below=_NARROW_BAR)
        self.heat, self.bars, self.gaps = HeatCanvas(), BarsCanvas(), GapList(self.rows)
        self.empty = EmptyCalendar(self)
        self.legend, self.pane = CalendarLegend(), PeriodPane(self.rows)
        self._stack = QStackedWidget()
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._arrange()
        self._connect()
        self.set_view(self.mode, self.unit, self.parts_pill.by)

    def _arrange(self) -> None:
        for view in (self.heat, self.bars, self.gaps, self.empty):
            self._stack.addWidget(view)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._stack)
        self._split.addWidget(self.pane)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.setSizes([600, _PANE])
        self.pane.setMinimumHeight(120)
        self.pane.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter_bar)
        column.addWidget(self._split, 1)
        column.addWidget(self.legend)

    def _connect(self) -> None:
        self.tools.mode_changed.connect(self._on_view_chosen)
        self.tools.unit_changed.connect(self._on_view_chosen)
        self.tools.zoom_requested.connect(self.zoom)
        self.parts_pill.parts_chosen.connect(self._on_view_chosen)
        self.filter_bar.narrow_changed.connect(self.tools.set_narrow)
        self.empty.clear_requested.connect(self.filter_bar.clear_all)
        for canvas in (self.heat, self.bars):
            canvas.period_selected.connect(self._on_chosen)
            canvas.period_opened.connect(self.list_requested)
            canvas.timeline_requested.connect(self.timeline_requested)
            canvas.zoom_requested.connect(self.zoom)
        self.gaps.gap_selected.connect(self._on_chosen)
        self.gaps.gap_opened.connect(self.list_requested)
        self.gaps.timeline_requested.connect(self.timeline_requested)
        self.pane.list_requested.connect(self.list_requested)
        self.pane.timeline_requested.connect(self.timeline_requested)
        self.pane.closed.connect(self.clear_choice)
        self.tools.set_narrow(self.filter_bar.width() < _NARROW_BAR)

    @property
    def view(self) -> HeatCanvas | BarsCanvas | GapList:
        """What the present form shows."""
        if self.mode is Mode.GAPS:
            return self.gaps
        return self.bars if self.mode is Mode.BARS else self.heat

    @property
    def chosen(self) -> Period | Gap | None:
        """The square, bar or gap that is chosen."""
        return self.view.selected

    def set_view(self, mode: Mode, unit: Unit, parts_by: LaneBy) -> None:
        """Take over a form, a unit and what parts are made by; announces nothing."""
        self.mode, self.unit = mode, unit
        self.tools.show_mode(mode)
        self.tools.show_unit(unit)
        self.parts_pill.show_choice(parts_by)
        self.parts_pill.setVisible(mode is Mode.BARS)
        self.legend.show_keys(of_gaps=mode is Mode.GAPS)
        self.pane.hide()

    def show_rhythm(self, rhythm: Rhythm, today: int, parts: Sequence[tuple[str, str]] = ()) -> None:
        """Show counts by the present unit; `parts` are the theme's roles of the parts of a bar, and their names."""
        canvas = self.bars if self.mode is Mode.BARS else self.heat
        if canvas is self.bars:
            self.bars.set_roles([role for role, _ in parts])
            self.legend.show_parts(parts)
        else:
            self.legend.show_scale(HeatScale(rhythm.counts.values()))
        canvas.show_rhythm(rhythm, today)
        self.legend.show_rest(rest_words(rhythm))
        self._put(canvas)

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Show the longest silences."""
        self.gaps.show_gaps(gaps)
        self.legend.show_parts(())
        self.legend.show_rest("")
        if gaps:
            self._put(self.gaps)
        else:
            self.empty.show_no_gaps()
            self.show_empty()

    def show_empty(self) -> None:
        """Show why there is nothing to see, which `empty` was told."""
        self.pane.hide()
        self._put(self.empty)

    def _put(self, view: QWidget) -> None:
        """Bring a view to the front; the keyboard follows where it was on the one before."""
        had_focus = self._stack.isAncestorOf(QApplication.focusWidget() or self)
        self._stack.setCurrentWidget(view)
        self.legend.setVisible(view is not self.empty)
        if had_focus:
            view.setFocus()

    def show_pane(self, title: str, caption: str, parts: Sequence[Part]) -> None:
        """Tell and list what is chosen."""
        self.pane.show_words(title, caption, self.chosen)
        self.pane.show_parts(parts)
        was_hidden = self.pane.isHidden()
        self.pane.show()
        if was_hidden and isinstance(self.chosen, Period) and isinstance(self.view, PeriodCanvas):
            self.view.reveal(self.chosen)

    def clear_choice(self) -> None:
        """Choose nothing, and give the keyboard back to the view."""
        if isinstance(self.view, PeriodCanvas):
            self.view.select(None)
        else:
            self.view.clearSelection()
        self.pane.hide()
        self.focus_view()

    def focus_view(self) -> None:
        """Give the keyboard to what is shown."""
        shown = self._stack.currentWidget()
        if shown is not None:
            shown.setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 stops."""
        return [self._stack, *([self.pane.list] if self.pane.isVisible() else [])]

    def zoom(self, way: int) -> None:
        """Closer (1) or further away (-1): wider bars and larger squares first, then another unit."""
        if self.mode is Mode.BARS and self.bars.zoom(way):
            return
        is_day = self.unit is Unit.DAY
        if self.mode is Mode.CALENDAR and is_day and self.heat.is_large != (way > 0):
            self.heat.set_large(way > 0)
        elif self.mode is not Mode.GAPS:
            self._on_view_chosen(zoomed_unit(self.unit, way))

    def _on_view_chosen(self, choice: Mode | Unit | LaneBy) -> None:
        """A form, a unit or what parts are made by."""
        before = (self.mode, self.unit)
        mode = choice if isinstance(choice, Mode) else self.mode
        unit = choice if isinstance(choice, Unit) else self.unit
        if (mode, unit) != before or isinstance(choice, LaneBy):
            self.set_view(mode, unit, choice if isinstance(choice, LaneBy) else self.parts_pill.by)
            self.view_changed.emit()

    def _on_chosen(self, chosen: Period | Gap | None) -> None:
        if chosen is None:
            self.pane.hide()
        self.chosen_changed.emit(chosen)

    @override
    def event(self, event: QEvent) -> bool:
        # Esc leaves what is chosen first, before the window hears it as the way back.
        return claim_key(event, self._leaves_choice) or super().event(event)

    def _leaves_choice(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self.pane.isVisible()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._leaves_choice(event):
            self.clear_choice()
        elif key in _ZOOM_KEYS and held in {held.NoModifier, held.ShiftModifier}:
            self.zoom(_ZOOM_KEYS[key])
        elif key == Qt.Key.Key_0 and not held:
            self.bars.fit()
            self.heat.set_large(is_large=False)
        elif key in _UNIT_KEYS and held == held.AltModifier and self.mode is not Mode.GAPS:
            self._on_view_chosen(UNITS[_UNIT_KEYS.index(key)])
        elif key in _MODE_KEYS and held == held.ControlModifier:
            modes = list(Mode)
            self._on_view_chosen(modes[(modes.index(self.mode) + _MODE_KEYS[key]) % len(modes)])
            self.focus_view()
        else:
            event.ignore()

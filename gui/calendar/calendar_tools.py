"""The right end of the bar above the calendar: how many, by what unit, in which form."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.calendar.modes import UNITS, Mode
from gui.calendar.words import incidents, say
from gui.controls import IconButton, plain_label
from gui.fields.segment_bar import Segment, SegmentBar
from gui.style import GAP_8, GAP_12
from services.periods import Unit


class CalendarTools(QWidget):
    """Facts: another form or unit was chosen. Wish: closer (1) or further away (-1)."""

    mode_changed = Signal(object)
    unit_changed = Signal(object)
    zoom_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_narrow = False
        self._count = plain_label("", "caption")
        self._modes = SegmentBar(say("View"), [Segment(mode.value, mode_text(mode)) for mode in Mode])
        keyed = [Segment(unit.value, unit_text(unit), f"Alt+{place}") for place, unit in enumerate(UNITS, 1)]
        self._units = SegmentBar(say("Count by"), keyed)
        self._closer = IconButton("zoom-in", say("Closer"), key="+")
        self._further = IconButton("zoom-out", say("Further away"), key="-")
        self._modes.choice_made.connect(self._on_mode_chosen)
        self._units.choice_made.connect(self._on_unit_chosen)
        self._closer.clicked.connect(self._on_closer_clicked)
        self._further.clicked.connect(self._on_further_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_8, 0, 0, 0)
        row.setSpacing(GAP_8)
        row.addWidget(self._count)
        row.addSpacing(GAP_12 - GAP_8)
        row.addWidget(self._units)
        row.addWidget(self._further)
        row.addWidget(self._closer)
        row.addSpacing(GAP_12 - GAP_8)
        row.addWidget(self._modes)

    def show_count(self, shown: int) -> None:
        """How many incidents are in view of the filter."""
        self._count.setText(incidents(shown))

    def show_mode(self, mode: Mode) -> None:
        """Show which form is chosen; emits nothing."""
        self._modes.choose(mode.value)
        self._units.setVisible(mode is not Mode.GAPS)
        self._show_zoom()

    def show_unit(self, unit: Unit) -> None:
        """Show which unit is chosen; emits nothing."""
        self._units.choose(unit.value)

    def set_narrow(self, is_narrow: bool) -> None:
        """Leave out what can be done without where there is little room."""
        self._is_narrow = is_narrow
        self._count.setVisible(not is_narrow)
        self._units.set_short(is_narrow)
        self._show_zoom()

    def _show_zoom(self) -> None:
        """Where there is little room, the keys and the wheel must do."""
        is_shown = self._modes.value() != Mode.GAPS.value and not self._is_narrow
        for button in (self._closer, self._further):
            button.setVisible(is_shown)

    def _on_mode_chosen(self, value: str) -> None:
        self.mode_changed.emit(Mode(value))

    def _on_unit_chosen(self, value: str) -> None:
        self.unit_changed.emit(Unit(value))

    def _on_closer_clicked(self) -> None:
        self.zoom_requested.emit(1)

    def _on_further_clicked(self) -> None:
        self.zoom_requested.emit(-1)


def mode_text(mode: Mode) -> str:
    """The name of a form."""
    return {Mode.CALENDAR: say("Calendar"), Mode.BARS: say("Bars"), Mode.GAPS: say("Gaps")}[mode]


def unit_text(unit: Unit) -> str:
    """The name of a unit."""
    names = {Unit.DAY: say("Days"), Unit.WEEK: say("Weeks"), Unit.MONTH: say("Months"), Unit.YEAR: say("Years")}
    return names[unit]

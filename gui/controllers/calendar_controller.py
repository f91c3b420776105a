"""Keeps the calendar true while it is on screen, and answers what is wished there."""

import json
from dataclasses import replace

from PySide6.QtCore import QDate, QObject, Qt, QTimer

from dates.calendar import to_days
from gui.calendar.calendar_page import CalendarPage
from gui.calendar.modes import Mode
from gui.calendar.period_canvas import PeriodCanvas
from gui.calendar.words import week_start
from gui.controllers.calendar_contents import gap_contents, narrowed, period_contents
from gui.controllers.calendar_counts import CalendarCounts
from gui.controllers.chronology_controller import ChronologyController
from gui.controllers.index_keeper import IndexKeeper
from gui.controllers.session import Session
from gui.shell.page import Page
from gui.shell.workbench import Workbench
from gui.texts.lanes import legend_text
from gui.window_state import CALENDAR, WindowState
from models.changes import ChangeSet, RecordKind
from models.snapshots import IncidentFilter
from services.gaps import Gap, list_gaps
from services.incident_index import IncidentIndex, IndexUpdate
from services.incident_selection import Selection
from services.periods import Period, Unit
from services.rhythm import Rhythm, period_at
from services.timeline_lanes import LaneBy

_Dates = tuple[str, str]
_NAMED = (RecordKind.TAG, RecordKind.ENTITY, RecordKind.SOURCE)


class CalendarController(QObject):
    """Nothing is counted while another page is shown; edits are followed all the same, because that costs little."""

    def __init__(
        self,
        session: Session,
        page: CalendarPage,
        workbench: Workbench,
        index: IndexKeeper,
        chronology: ChronologyController,
        state: WindowState,
    ) -> None:
        super().__init__(session)
        self._session, self._page, self._workbench = session, page, workbench
        self._index, self._chronology, self._state = index, chronology, state
        self._counts = CalendarCounts(session, week_start())
        self._rhythm = Rhythm(Unit.DAY)
        self._narrowed: tuple[_Dates, _Dates] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        session.project_opened.connect(self._on_project_opened)
        session.project_closing.connect(self._on_project_closing)
        session.project_changed.connect(self._on_project_changed)
        chronology.shown_changed.connect(self._on_shown_changed)
        workbench.page_shown.connect(self._on_page_shown)
        page.view_changed.connect(self._refresh)
        page.chosen_changed.connect(self._show_chosen)
        # Said after the painting that asked for the rows.
        page.rows.fetch_failed.connect(session.tell, Qt.ConnectionType.QueuedConnection)

    @property
    def _ready(self) -> tuple[IncidentIndex, Selection] | None:
        """The incidents and which of them are shown, while the page is on screen."""
        index, selection = self._index.index, self._chronology.selection
        if self._workbench.page is not Page.CALENDAR or index is None or selection is None:
            return None
        return index, selection

    def _refresh(self) -> None:
        """Count anew what is shown."""
        self._soon.stop()
        page, ready = self._page, self._ready
        if ready is None:
            page.empty.show_reading()
            page.show_empty()
            return
        index, selection = ready
        page.tools.show_count(selection.count)
        if page.mode is Mode.GAPS and selection.count:
            page.show_gaps(list_gaps(index.columns, selection.bits))
        else:
            parts_by = page.parts_pill.by if page.mode is Mode.BARS else LaneBy.NONE
            counted = self._counts.count(index, selection, page.unit, parts_by)
            self._rhythm = counted.rhythm
            if self._rhythm.counts or (page.mode is Mode.CALENDAR and (self._rhythm.by_month or self._rhythm.by_year)):
                parts = [(entry.role, legend_text(entry)) for entry in counted.legend]
                page.show_rhythm(self._rhythm, _today(), parts)
            else:
                page.empty.show_nothing(self._rhythm, hidden=len(index.columns) - selection.count)
                page.show_empty()
        self._show_chosen(page.chosen)

    def choose_period_of(self, incident_id: int) -> None:
        """Choose the day, or whatever counts it, of an incident."""
        ready, view = self._ready, self._page.view
        at = None if ready is None else ready[0].place_of(incident_id)
        if ready is None or at is None or not isinstance(view, PeriodCanvas):
            return
        period = period_at(self._counts.places(ready[0], self._page.unit), at)
        if period is not None:
            view.select(period)

    def _show_chosen(self, chosen: Period | Gap | None) -> None:
        ready = self._ready
        if ready is None or chosen is None:
            return
        index, selection = ready
        if isinstance(chosen, Gap):
            self._page.show_pane(*gap_contents(index, selection, chosen))
        else:
            places = self._counts.places(index, self._page.unit)
            self._page.show_pane(*period_contents(places, index, selection, self._rhythm, chosen))

    def show_in_list(self, chosen: Period | Gap) -> None:
        """Narrow the list to a stretch of time, until the calendar is shown again."""
        self._session.flush()
        self._workbench.show_page(Page.CHRONOLOGY)
        before = self._chronology.filter
        self._chronology.show_filter(narrowed(before, chosen))
        self._narrowed = _dates_of(before), _dates_of(self._chronology.filter)
        self._workbench.focus_page()

    def _widen(self) -> None:
        """Back from a stretch of time that was looked into: show all again, unless the dates were changed meanwhile."""
        narrowed_to, self._narrowed = self._narrowed, None
        if narrowed_to is not None and _dates_of(self._chronology.filter) == narrowed_to[1]:
            since, until = narrowed_to[0]
            self._chronology.show_filter(replace(self._chronology.filter, since=since, until=until))

    def _on_page_shown(self, page: Page) -> None:
        if page is Page.CALENDAR:
            self._widen()
            self._refresh()

    def _on_shown_changed(self, update: IndexUpdate) -> None:
        if self._index.index is not None:
            self._counts.follow(self._index.index, update)
        if self._workbench.page is Page.CALENDAR:
            self._soon.start()

    def _on_project_changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_NAMED):
            self._counts.forget_members()
        self._page.rows.forget()
        if self._workbench.page is Page.CALENDAR:
            self._soon.start()

    def _on_project_opened(self) -> None:
        self._narrowed = None
        self._page.empty.set_read_only(read_only=not self._session.is_writable)
        self._page.set_view(*_view_from(self._state.note_of(self._session.project.path, CALENDAR)))
        self._refresh()

    def _on_project_closing(self) -> None:
        page = self._page
        view = json.dumps([page.mode, page.unit, page.parts_pill.by])
        self._state.keep_note_of(self._session.project.path, CALENDAR, view)
        self._soon.stop()
        self._counts.forget()
        page.rows.forget()
        page.gaps.show_gaps(())
        page.clear_choice()
        page.empty.show_reading()
        page.show_empty()


def _dates_of(wanted: IncidentFilter) -> _Dates:
    return wanted.since, wanted.until


def _today() -> int:
    """Today as days since 1970-01-01."""
    today = QDate.currentDate()
    return to_days(today.year(), today.month(), today.day())


def _view_from(text: str) -> tuple[Mode, Unit, LaneBy]:
    """How the calendar was left; what cannot be read is as it is at first."""
    try:
        mode, unit, parts_by = json.loads(text)
        return Mode(mode), Unit(unit), LaneBy(parts_by)
    except (TypeError, ValueError, RecursionError):
        return Mode.CALENDAR, Unit.DAY, LaneBy.STATUS

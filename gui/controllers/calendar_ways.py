"""Where the calendar leads: to single incidents, whose selection it shares with the list, and to the timeline."""

from PySide6.QtCore import QObject

from gui.actions import ActionId, Actions
from gui.calendar.calendar_page import CalendarPage
from gui.chronology.panel import ChronologyPanel
from gui.controllers.calendar_contents import span_of
from gui.controllers.calendar_controller import CalendarController
from gui.controllers.counts_keeper import CountsKeeper
from gui.controllers.incident_controller import IncidentController
from gui.controllers.timeline_room import TimelineRoom
from gui.controllers.way_back import WayBack
from gui.shell.page import Page
from gui.shell.workbench import Workbench
from services.gaps import Gap
from services.periods import Period


class CalendarWays(QObject):
    """Keys act on an incident only while it can be seen here: what the list has selected may be hidden."""

    def __init__(
        self, page: CalendarPage, calendar: CalendarController, panel: ChronologyPanel, workbench: Workbench
    ) -> None:
        super().__init__(page)
        self._page, self._calendar, self._panel, self._workbench = page, calendar, panel, workbench
        self._wanted: tuple[int, int] | None = None
        self._is_telling = False

    def connect_to(
        self,
        incidents: IncidentController,
        counts: CountsKeeper,
        timelines: TimelineRoom,
        actions: Actions,
        way: WayBack,
    ) -> None:
        """Take over the neighbours; called once, after those who tell what keys can do on other pages."""
        self._timeline, self._lanes, self._actions, self._way = timelines.page, timelines.lanes, actions, way
        page = self._page
        page.pane.incident_selected.connect(self._on_incident_selected)
        page.pane.incident_opened.connect(self._on_incident_opened)
        page.chosen_changed.connect(self._tell_keys)
        page.list_requested.connect(self._show_in_list)
        page.timeline_requested.connect(self._show_on_timeline)
        page.empty.new_incident_requested.connect(incidents.start_new)
        self._panel.selection_changed.connect(self._follow)
        incidents.incident_revealed.connect(self._bring_current)
        for step in (ActionId.SELECT_NEXT, ActionId.SELECT_PREVIOUS):
            actions[step].triggered.connect(self._bring_current)
        counts.counts_changed.connect(self._tell_keys)
        self._workbench.page_shown.connect(self._on_page_shown)
        timelines.lanes.lanes_changed.connect(self._show_span)

    @property
    def _is_on_screen(self) -> bool:
        return self._workbench.page is Page.CALENDAR

    def _on_incident_selected(self, incident_id: int) -> None:
        self._is_telling = True
        self._panel.select(incident_id)
        self._is_telling = False
        self._tell_keys()

    def _on_incident_opened(self, incident_id: int) -> None:
        self._on_incident_selected(incident_id)
        self._workbench.show_inspector()

    def _follow(self, _what: object = None) -> None:
        """Mark what was selected elsewhere, where it is listed here."""
        if self._is_on_screen and not self._is_telling:
            self._page.pane.list.select_incident(self._panel.current_id())
            self._tell_keys()

    def _bring_current(self, _what: object = None) -> None:
        """Show the day of an incident that somebody went to, by J and K or by a search."""
        current = self._panel.current_id()
        if self._is_on_screen and current is not None and not self._page.pane.lists(current):
            self._calendar.choose_period_of(current)
        self._follow()

    def _on_page_shown(self, page: Page) -> None:
        if page is Page.CALENDAR:
            self._page.pane.list.select_incident(self._panel.current_id())
            self._tell_keys()
        else:
            self._actions.update_needs(incident=bool(self._panel.selected_ids()))

    def _tell_keys(self, _what: object = None) -> None:
        if self._is_on_screen:
            is_seen = self._page.pane.isVisible() and self._page.pane.list.selected_id() is not None
            self._actions.update_needs(incident=is_seen, selection=is_seen)

    def _show_in_list(self, chosen: Period | Gap) -> None:
        self._way.remember()
        self._calendar.show_in_list(chosen)

    def _show_on_timeline(self, chosen: Period | Gap) -> None:
        self._way.remember()
        self._wanted = span_of(chosen)
        self._workbench.show_page(Page.TIMELINE)
        if not self._lanes.is_gathering:
            self._show_span()
        self._workbench.focus_page()

    def _show_span(self, _lanes: object = None) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._timeline.show_span(*wanted)

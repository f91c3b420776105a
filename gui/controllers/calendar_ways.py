"""Where the calendar leads: to single incidents, and to the timeline."""

from PySide6.QtCore import QObject

from gui.calendar.calendar_page import CalendarPage
from gui.chronology.panel import ChronologyPanel
from gui.controllers.calendar_contents import span_of
from gui.controllers.incident_controller import IncidentController
from gui.controllers.lanes_keeper import LanesKeeper
from gui.shell.page import Page
from gui.shell.workbench import Workbench
from gui.timeline.timeline_page import TimelinePage
from services.gaps import Gap
from services.periods import Period


class CalendarWays(QObject):
    """From the calendar to single incidents and to the timeline, and the selection that it shares with the list."""

    def __init__(
        self,
        page: CalendarPage,
        panel: ChronologyPanel,
        incidents: IncidentController,
        workbench: Workbench,
        timeline: TimelinePage,
        lanes: LanesKeeper,
    ) -> None:
        super().__init__(page)
        self._page, self._panel, self._workbench = page, panel, workbench
        self._timeline, self._lanes = timeline, lanes
        self._wanted: tuple[int, int] | None = None
        page.pane.incident_selected.connect(self._on_incident_selected)
        page.pane.incident_opened.connect(self._on_incident_opened)
        page.timeline_requested.connect(self._show_on_timeline)
        page.empty.new_incident_requested.connect(incidents.start_new)
        panel.incident_selected.connect(self._follow)
        lanes.lanes_changed.connect(self._show_span)

    def _on_incident_selected(self, incident_id: int) -> None:
        self._panel.select(incident_id)

    def _on_incident_opened(self, incident_id: int) -> None:
        self._panel.select(incident_id)
        self._workbench.show_inspector()

    def _follow(self, incident_id: int | None) -> None:
        if self._workbench.page is Page.CALENDAR:
            self._page.pane.list.select_incident(incident_id)

    def _show_on_timeline(self, chosen: Period | Gap) -> None:
        self._wanted = span_of(chosen)
        self._workbench.show_page(Page.TIMELINE)
        if not self._lanes.is_gathering:
            self._show_span()
        self._workbench.focus_page()

    def _show_span(self, _lanes: object = None) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._timeline.show_span(*wanted)

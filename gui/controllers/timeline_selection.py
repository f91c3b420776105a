"""One selection for list, inspector and timeline: the list holds it, the timeline mirrors and changes it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from gui.chronology.panel import ChronologyPanel
from gui.controllers.incident_controller import IncidentController
from gui.controllers.lanes_keeper import LanesKeeper
from gui.shell.page import Page
from gui.shell.workbench import Workbench
from gui.timeline.timeline_page import TimelinePage


class TimelineSelection(QObject):
    """Mirrors while the timeline is on screen, and catches up when it is again."""

    def __init__(
        self,
        page: TimelinePage,
        panel: ChronologyPanel,
        incidents: IncidentController,
        lanes: LanesKeeper,
        workbench: Workbench,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._panel = panel
        self._lanes = lanes
        self._workbench = workbench
        self._is_telling = False
        self._wanted_in_view: int | None = None
        self._left_with: int | None = None
        self._was_on_screen = False
        page.selection_changed.connect(self._on_selected)
        panel.selection_changed.connect(self._follow)
        panel.incident_selected.connect(self._follow)
        lanes.lanes_changed.connect(self._on_lanes_changed)
        incidents.incident_revealed.connect(self._on_incident_revealed)
        workbench.page_shown.connect(self._on_page_shown)

    @property
    def _is_on_screen(self) -> bool:
        return self._workbench.page is Page.TIMELINE

    def _on_selected(self, ids: Sequence[int]) -> None:
        self._is_telling = True
        self._panel.select_many(ids, self._page.board.current)
        self._is_telling = False

    def _follow(self, _what: object = None) -> None:
        if self._is_on_screen and not self._is_telling:
            self._page.set_selection(self._panel.selected_ids(), self._panel.current_id())

    def _on_page_shown(self, page: Page) -> None:
        """What was chosen elsewhere comes into view; else one looks where one looked before."""
        shown = self._panel.current_id()
        was_on_screen, self._was_on_screen = self._was_on_screen, page is Page.TIMELINE
        if page is not Page.TIMELINE:
            self._left_with = shown if was_on_screen else self._left_with
        elif shown is not None and shown != self._left_with:
            self._want_in_view(shown)
        else:
            self._follow()

    def _on_incident_revealed(self, incident_id: int) -> None:
        if self._is_on_screen:
            self._want_in_view(incident_id)

    def _want_in_view(self, incident_id: int) -> None:
        self._wanted_in_view = incident_id
        if not self._lanes.is_gathering:
            self._bring_into_view()

    def _on_lanes_changed(self, _lanes: object) -> None:
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        self._follow()
        if self._wanted_in_view is not None and self._lanes.lanes is not None:
            self._page.reveal(self._wanted_in_view)
            self._wanted_in_view = None
            self._follow()  # it may be one of several

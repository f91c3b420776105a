"""All that happens around the timeline: made once, wired here, handed to the desk as one."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from gui.chronology.panel import ChronologyPanel
from gui.controllers.chronology_controller import ChronologyController
from gui.controllers.incident_controller import IncidentController
from gui.controllers.index_keeper import IndexKeeper
from gui.controllers.lanes_keeper import LanesKeeper
from gui.controllers.link_controller import LinkController
from gui.controllers.session import Session
from gui.controllers.timeline_controller import TimelineController
from gui.controllers.timeline_recall import TimelineRecall
from gui.controllers.timeline_selection import TimelineSelection
from gui.shell.page import Page
from gui.shell.workbench import Workbench
from gui.task_runner import TaskRunner
from gui.timeline.timeline_page import TimelinePage
from gui.window_state import WindowState


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Who has a part in the timeline."""

    index: IndexKeeper
    chronology: ChronologyController
    incidents: IncidentController
    links: LinkController


class TimelineRoom(QObject):
    """Holds the controllers of the timeline."""

    def __init__(self, session: Session, page: TimelinePage, workbench: Workbench, runner: TaskRunner) -> None:
        super().__init__(session)
        self._session = session
        self._workbench = workbench
        self._runner = runner
        self.page = page

    def build(self, panel: ChronologyPanel, others: Neighbours, state: WindowState) -> None:
        """Make the controllers; those of incidents hear of a change before them."""
        session, page = self._session, self.page
        self.lanes = LanesKeeper(session, others.index, others.chronology, self._runner)
        # Before the selection hears of it, which waits for lanes that are being gathered.
        self._workbench.page_shown.connect(self._on_page_shown)
        self._controller = TimelineController(
            session, page, self.lanes, others.incidents, others.links, self._workbench.status_line
        )
        self._recall = TimelineRecall(session, page, self.lanes, state)
        self._selection = TimelineSelection(page, panel, others.incidents, self.lanes, self._workbench)
        page.callouts.is_needed = self._is_card_needed

    def _on_page_shown(self, page: Page) -> None:
        is_shown = page is Page.TIMELINE
        self.lanes.set_wanted(is_wanted=is_shown)
        if not is_shown:
            self.page.callouts.dismiss()  # the card floats above the whole window

    def _is_card_needed(self) -> bool:
        """The inspector beside the timeline says all that the card does."""
        return not self._workbench.is_inspector_open()

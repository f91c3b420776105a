"""One filter for every page that shows incidents: each bar shows it, and what is chosen in one counts for all."""

from PySide6.QtCore import QObject

from gui.actions import ActionId, Actions
from gui.controllers.chronology_controller import ChronologyController
from gui.controllers.session import Session
from gui.controllers.spot_controller import SpotController
from gui.filters.filter_bar import FilterBar
from gui.shell.page import Page
from gui.shell.workbench import Workbench
from models.changes import ChangeSet, RecordKind
from models.snapshots import IncidentFilter

_NAMED = (RecordKind.TAG, RecordKind.ENTITY, RecordKind.SOURCE)


class FilterController(QObject):
    """`ChronologyController.filter` is the filter; the bars mirror it."""

    def __init__(
        self,
        session: Session,
        workbench: Workbench,
        actions: Actions,
        chronology: ChronologyController,
        spots: SpotController,
    ) -> None:
        super().__init__(session)
        self._workbench = workbench
        self._session = session
        self._chronology = chronology
        self._spots = spots
        self._bars: list[FilterBar] = []
        chronology.filter_changed.connect(self._on_filter_changed)
        session.project_opened.connect(self._on_project_opened)
        session.project_changed.connect(self._on_project_changed)
        actions[ActionId.FILTER].triggered.connect(self._open_menu)

    def attach(self, bar: FilterBar) -> None:
        """Let a page's bar show the filter and change it."""
        self._bars.append(bar)
        bar.load(self._chronology.filter)
        bar.filter_changed.connect(self._chronology.show_filter)
        bar.save_view_requested.connect(self._spots.save_view)

    def _open_menu(self) -> None:
        """Offer the kinds of filter on the page that is on screen, or on the list where that page has none."""
        if not self._workbench.page.shows_incidents:
            self._workbench.show_page(Page.CHRONOLOGY)
        bar = next((bar for bar in self._bars if bar.isVisible()), None)
        if bar is not None:
            bar.open_menu(by_key=True)

    def _on_filter_changed(self, wanted: IncidentFilter) -> None:
        for bar in self._bars:
            if bar.wanted != wanted:
                bar.load(wanted)

    def _on_project_opened(self) -> None:
        for bar in self._bars:
            bar.set_read_only(read_only=not self._session.is_writable)
            bar.load(self._chronology.filter)

    def _on_project_changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_NAMED) and not self._chronology.filter.is_empty:
            for bar in self._bars:
                bar.load(self._chronology.filter)

"""Keeps the list of incidents true: filter, search, arrangement, and every change of the project."""

from array import array
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from gui.actions import ActionId, Actions
from gui.chronology.panel import ChronologyPanel
from gui.controllers.counts_keeper import CountsKeeper
from gui.controllers.edits import FieldEdit
from gui.controllers.session import Session
from gui.window_state import WindowState
from models.changes import ChangeSet, RecordKind
from models.enums import Operation
from models.errors import UserFacingError
from models.snapshots import EntityCard, IncidentFilter, ProjectCounts, TagCard
from services.chronology import Grouping, Listing, list_incidents
from services.entities import list_entities
from services.sources import get_source_rows, list_source_ids

_SHOWN_IN_ROWS = (RecordKind.INCIDENT, RecordKind.CITATION, RecordKind.TAG, RecordKind.INCIDENT_TAG, RecordKind.ENTITY)
MAX_CHOICES = 500


class ChronologyController(QObject):
    """Lists anew when the order or the choice may differ, else only refreshes rows."""

    filter_changed = Signal(object)
    """Payload: the IncidentFilter now in force."""
    incidents_listed = Signal()
    """The list was read anew: places in it may differ."""

    def __init__(
        self, session: Session, panel: ChronologyPanel, counts: CountsKeeper, actions: Actions, state: WindowState
    ) -> None:
        super().__init__(session)
        self._session = session
        self._panel = panel
        self._counts = counts
        self._actions = actions
        self._state = state
        self.filter = IncidentFilter()
        self.shown = 0
        self._total = 0
        self._tags: tuple[TagCard, ...] = ()
        self._entities: tuple[EntityCard, ...] = ()
        self._is_offering_old = False
        # After the event that changed the project: a long list takes as long to read as everything else that follows it.
        self._relist_soon = QTimer(self, singleShot=True, interval=0)
        self._relist_soon.timeout.connect(self.relist)
        self._grouping = Grouping.YEAR if state.flag("group-by-year") else Grouping.MONTH
        self._newest_first = state.flag("newest-first")
        panel.set_density(state.flag("compact"))
        panel.set_arrangement(self._grouping, self._newest_first)
        self._check_actions()
        self._connect()

    def _connect(self) -> None:
        self._session.project_opened.connect(self._on_project_opened)
        self._session.project_closed.connect(self._on_project_closed)
        self._session.project_changed.connect(self._on_project_changed)
        self._counts.counts_changed.connect(self._on_counts_changed)
        self._panel.filter_changed.connect(self.show_filter)
        self._panel.arrangement_changed.connect(self._on_arrangement_changed)
        self._panel.density_changed.connect(self._on_density_changed)
        self._panel.problem_found.connect(self._on_problem_found)
        self._actions[ActionId.COMPACT].toggled.connect(self._on_density_changed)
        self._actions[ActionId.GROUP_BY_YEAR].toggled.connect(self._on_group_by_year_toggled)
        self._actions[ActionId.NEWEST_FIRST].toggled.connect(self._on_newest_first_toggled)
        self._actions[ActionId.CLEAR_FILTERS].triggered.connect(self.clear_filters)
        self._actions[ActionId.SELECT_NEXT_GROUP].triggered.connect(self._panel.step_group)

    def relist(self) -> None:
        """Read the order again and show it; selection and scroll stay where they can."""
        self._relist_soon.stop()
        listing = self._session.read(
            lambda project: list_incidents(
                project, self.filter, grouping=self._grouping, newest_first=self._newest_first
            )
        )
        if listing is not None:
            self.shown = len(listing.ids)
            # Many incidents are counted after they are listed; where all are listed, they are counted thereby.
            self._total = self.shown if self.filter.is_empty else self._counts.counts.incidents
            self._panel.show_listing(listing, total=self._total)
            self.incidents_listed.emit()

    def show_filter(self, wanted: IncidentFilter) -> None:
        """Show the incidents of another filter."""
        if wanted == self.filter:
            return
        self._session.flush()
        self.filter = wanted
        self._panel.set_filter(wanted)
        self.relist()
        self.filter_changed.emit(wanted)

    def search(self, text: str) -> None:
        """Narrow what is shown to incidents with these words."""
        self.show_filter(replace(self.filter, text=text))

    def clear_filters(self) -> None:
        """Show every incident."""
        self.show_filter(IncidentFilter())

    def reveal(self, incident_id: int) -> None:
        """Select an incident; where the filter hides it, the filter is cleared first."""
        if self._relist_soon.isActive():
            self.relist()
        if not self._panel.select(incident_id):
            self.clear_filters()
            self._panel.select(incident_id)

    def _on_project_opened(self) -> None:
        self.filter = IncidentFilter()
        self._panel.set_filter(self.filter)
        self._panel.set_read_only(not self._session.is_writable)
        self._refresh_choices()
        self.relist()
        self.filter_changed.emit(self.filter)

    def _on_project_closed(self) -> None:
        self._relist_soon.stop()
        # Ids mean other incidents in the next project: neither selection nor place may follow them.
        self._panel.show_listing(Listing(array("q"), ()), total=0)

    def _on_project_changed(self, changes: ChangeSet) -> None:
        if changes.touches(RecordKind.TAG, RecordKind.ENTITY):
            self._refresh_choices()
        elif changes.touches(RecordKind.SOURCE) and self._counts.is_large:
            self._is_offering_old = True
        elif changes.touches(RecordKind.SOURCE):
            self._offer_choices()
        edit = changes.initiator
        if isinstance(edit, FieldEdit) and not edit.may_reorder and changes.operation is Operation.EDIT_INCIDENT:
            self._panel.refresh_rows(changes.ids(RecordKind.INCIDENT))
        elif changes.touches(*_SHOWN_IN_ROWS) or not self.filter.is_empty:
            if self._counts.is_large:
                self._relist_soon.start()
            else:
                self.relist()
            self._panel.refresh_rows(changes.ids(RecordKind.INCIDENT))

    def _refresh_choices(self) -> None:
        self._entities = self._session.read(list_entities) or ()
        self._offer_choices()

    def _offer_choices(self) -> None:
        sources = self._session.read(
            lambda project: get_source_rows(project, list_source_ids(project, limit=MAX_CHOICES))
        )
        self._tags = self._counts.counts.tags
        self._is_offering_old = False
        self._panel.set_choices(self._tags, self._entities, sources or ())

    def _on_counts_changed(self, counts: ProjectCounts) -> None:
        if not self._session.is_open:
            return
        if counts.tags != self._tags:
            self._refresh_choices()
        elif self._is_offering_old:
            self._offer_choices()
        if counts.incidents != self._total:
            # What is listed follows the changes themselves; here only their number is new.
            self._total = counts.incidents
            self._panel.show_total(self.shown, self._total)

    def _on_arrangement_changed(self, grouping: Grouping, newest_first: bool) -> None:
        if (grouping, newest_first) == (self._grouping, self._newest_first):
            return
        self._grouping = grouping
        self._newest_first = newest_first
        self._state.keep_flag("group-by-year", grouping is Grouping.YEAR)
        self._state.keep_flag("newest-first", newest_first)
        self._panel.set_arrangement(grouping, newest_first)
        self._check_actions()
        if self._session.is_open:
            self.relist()

    def _on_group_by_year_toggled(self, wanted: bool) -> None:
        self._on_arrangement_changed(Grouping.YEAR if wanted else Grouping.MONTH, self._newest_first)

    def _on_newest_first_toggled(self, wanted: bool) -> None:
        self._on_arrangement_changed(self._grouping, wanted)

    def _on_density_changed(self, is_compact: bool) -> None:
        self._state.keep_flag("compact", is_compact)
        self._panel.set_density(is_compact)
        self._check_actions()

    def _check_actions(self) -> None:
        self._actions[ActionId.COMPACT].setChecked(self._state.flag("compact"))
        self._actions[ActionId.GROUP_BY_YEAR].setChecked(self._grouping is Grouping.YEAR)
        self._actions[ActionId.NEWEST_FIRST].setChecked(self._newest_first)

    def _on_problem_found(self, error: UserFacingError) -> None:
        self._session.notices.show_problem(self._session.window, error)

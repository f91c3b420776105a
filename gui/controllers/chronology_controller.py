"""Keeps the list of incidents true: filter, search, arrangement, and every change of the project."""

from array import array
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from gui.actions import ActionId, Actions
from gui.chronology.panel import ChronologyPanel
from gui.controllers.counts_keeper import CountsKeeper
from gui.controllers.edits import FieldEdit
from gui.controllers.index_keeper import IndexKeeper
from gui.controllers.list_arrangement import ListArrangement
from gui.controllers.session import Session
from gui.window_state import WindowState
from models.changes import ChangeSet, RecordKind
from models.enums import Operation
from models.snapshots import IncidentFilter, ProjectCounts
from services.chronology import Listing, list_incidents, list_selected
from services.incident_index import IncidentIndex, IndexUpdate
from services.incident_selection import Selection, names_others, select_again, select_incidents
from services.incident_words import Matches
from services.project import Project


class ChronologyController(QObject):
    """Asks anew only what a change touched, lists anew where order or choice differ, else only refreshes rows."""

    filter_changed = Signal(object)
    """Payload: the IncidentFilter now in force."""
    incidents_listed = Signal()
    """The list was made anew: places in it may differ."""
    shown_changed = Signal(object)
    """Payload: the IndexUpdate that the index and `selection` have followed; `whole` where other incidents are shown, or
    all were read anew. Never before the index is there."""

    def __init__(
        self,
        session: Session,
        panel: ChronologyPanel,
        keeper: IndexKeeper,
        counts: CountsKeeper,
        actions: Actions,
        state: WindowState,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._panel = panel
        self._keeper = keeper
        self._counts = counts
        self._arrangement = ListArrangement(panel, actions, state)
        self.filter = IncidentFilter()
        self.selection: Selection | None = None
        """What the filter shows of the index; None until there is one."""
        self.shown = 0
        self._total = 0
        self._words: Matches | None = None
        self._listed = 0
        self._is_listing = False
        self._connect()
        actions[ActionId.CLEAR_FILTERS].triggered.connect(self.clear_filters)
        actions[ActionId.SELECT_NEXT_GROUP].triggered.connect(panel.step_group)

    def _connect(self) -> None:
        self._session.project_opened.connect(self._on_project_opened)
        self._session.project_closed.connect(self._on_project_closed)
        self._session.project_changed.connect(self._on_project_changed)
        self._keeper.index_ready.connect(self._on_index_ready)
        self._keeper.index_changed.connect(self._on_index_changed)
        self._keeper.change_followed.connect(self._on_change_followed)
        self._counts.counts_changed.connect(self._on_counts_changed)
        self._panel.problem_found.connect(self._session.tell)
        self._arrangement.arranged.connect(self._on_arranged)

    def relist(self, *, keep_rows: bool = False) -> None:
        """Ask anew what the filter shows, and show it; selection and scroll stay where they can.

        With `keep_rows` what was read of incidents stays: only which are shown is another question.
        """
        index, wanted = self._keeper.index, self.filter
        if index is None:
            # What a filter shows of many is known in a moment; asking the file for it would take longer.
            if wanted.is_empty:
                self._list_from_file()
            return
        words = self._words
        selection = self._session.read(lambda project: select_incidents(project, index, wanted, words=words))
        if selection is not None:
            self.selection = selection
            if keep_rows and _hides(index, selection, self._panel.selected_ids()):
                self._panel.select(None)  # a neighbour, as after a deletion, would be nobody's choice
            self._list_from_index(index, selection, keep_rows=keep_rows)
            self.shown_changed.emit(IndexUpdate(whole=True))

    def _list_from_file(self) -> None:
        """While a large project's index is still being read."""
        way = self._arrangement
        listing = self._session.read(
            lambda project: list_incidents(project, self.filter, grouping=way.grouping, newest_first=way.newest_first)
        )
        if listing is not None:
            # Many incidents are counted after they are listed; where all are listed, they are counted thereby.
            total = len(listing.ids) if self.filter.is_empty else self._counts.counts.incidents
            self._show_listing(listing, total, keep_rows=False)

    def _list_from_index(self, index: IncidentIndex, selection: Selection, *, keep_rows: bool) -> None:
        way = self._arrangement
        listing = self._session.read(
            lambda _project: list_selected(index, selection, grouping=way.grouping, newest_first=way.newest_first)
        )
        if listing is not None:
            self._listed = index.arrangement
            self._show_listing(listing, len(index.columns), keep_rows=keep_rows)

    def _show_listing(self, listing: Listing, total: int, *, keep_rows: bool) -> None:
        self.shown, self._total = len(listing.ids), total
        self._panel.show_listing(listing, total=total, keep_rows=keep_rows)
        self.incidents_listed.emit()

    def show_filter(self, wanted: IncidentFilter) -> None:
        """Show the incidents of another filter."""
        if wanted == self.filter:
            return
        self._session.flush()
        self.filter = wanted
        self._panel.set_filter(wanted)
        self.relist(keep_rows=True)
        self.filter_changed.emit(wanted)

    def search(self, text: str, words: Matches | None = None) -> None:
        """Narrow what is shown to incidents with these words, which were found on a worker."""
        self._words = words
        self.show_filter(replace(self.filter, text=text))

    def clear_filters(self) -> None:
        """Show every incident."""
        self.show_filter(IncidentFilter())

    def reveal(self, incident_id: int) -> None:
        """Select an incident; where the filter hides it, the filter is cleared first."""
        if not self._panel.select(incident_id):
            self.clear_filters()
            self._panel.select(incident_id)

    def _on_project_opened(self) -> None:
        self.filter = IncidentFilter()
        self._is_listing = True
        self._panel.set_filter(self.filter)
        self._panel.set_read_only(not self._session.is_writable)
        self.relist()
        self.filter_changed.emit(self.filter)

    def _on_project_closed(self) -> None:
        self._words = None
        self._is_listing = False
        self.selection = None
        # Ids mean other incidents in the next project: neither selection nor place may follow them.
        self._panel.show_listing(Listing(array("q"), ()), total=0)

    def _on_project_changed(self, changes: ChangeSet) -> None:
        self._words = None
        if self._keeper.index is None:
            self._panel.refresh_rows(changes.ids(RecordKind.INCIDENT))
            if changes.touches(RecordKind.INCIDENT) and not isinstance(changes.initiator, FieldEdit):
                self._list_from_file()

    def _on_index_ready(self) -> None:
        if self._is_listing:
            self.relist()

    def _on_index_changed(self, _update: IndexUpdate) -> None:
        if not self._keeper.is_following:
            self.relist()

    def _on_change_followed(self, changes: ChangeSet, update: IndexUpdate) -> None:
        """Show an edit: what it touched is asked anew, and listed anew where order or choice differ."""
        self._words = None
        if update.whole:
            self.relist()
            return
        index, before = self._keeper.index, self.selection
        if index is None or before is None:
            return
        selection = self._session.read(lambda project: self._selected(project, index, before, update, changes))
        if selection is None:
            return
        self.selection = selection
        touched = changes.ids(RecordKind.INCIDENT).union(step.id for step in update.steps)
        self._panel.refresh_rows(touched)
        names = changes.alters(RecordKind.TAG, RecordKind.ENTITY)
        if names or index.arrangement != self._listed or selection.bits != before.bits:
            self._list_from_index(index, selection, keep_rows=not names)
        self.shown_changed.emit(update)

    def _selected(
        self, project: Project, index: IncidentIndex, before: Selection, update: IndexUpdate, changes: ChangeSet
    ) -> Selection:
        edit = changes.initiator
        typed = isinstance(edit, FieldEdit) and not edit.may_reorder and changes.operation is Operation.EDIT_INCIDENT
        if typed and not update.is_reordered:
            return before  # nobody's row goes away under their hands
        if names_others(self.filter, changes):
            return select_incidents(project, index, self.filter)
        return select_again(project, index, self.filter, before, update)

    def _on_arranged(self) -> None:
        index, selection = self._keeper.index, self.selection
        if index is not None and selection is not None:
            self._list_from_index(index, selection, keep_rows=True)
        elif self._session.is_open:
            self._list_from_file()

    def _on_counts_changed(self, counts: ProjectCounts) -> None:
        if not self._session.is_open:
            return
        if counts.incidents != self._total:
            # What is listed follows the changes themselves; here only their number is new.
            self._total = counts.incidents
            self._panel.show_total(self.shown, self._total)


def _hides(index: IncidentIndex, selection: Selection, chosen: Sequence[int]) -> bool:
    """Whether the one incident that is chosen is not shown any more."""
    place = index.place_of(chosen[0]) if len(chosen) == 1 else None
    return place is not None and not selection.bits[place]

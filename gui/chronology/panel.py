"""The chronology pane: filters, the list or the reason why it is empty, and the bar for several incidents."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from gui.chronology.bulk_bar import BulkBar
from gui.chronology.chronology_item_model import FetchRows
from gui.chronology.empty_state import EmptyState
from gui.chronology.list_pane import ListPane
from gui.chronology.list_tools import ListTools
from gui.filters.filter_bar import FilterBar
from gui.filters.loaders import FilterLoaders
from gui.overriding import override
from models.snapshots import IncidentFilter
from services.chronology import Grouping

if TYPE_CHECKING:
    from services.chronology import Listing


class ChronologyPanel(ListPane):
    """Knows no project: `fetch_rows` gives the rows it shows, everything else arrives by `show_listing`.

    Facts: `incident_selected` (id or None), `selection_changed` (ids), `arrangement_changed`
    (grouping, newest first), `density_changed` (compact). The others are wishes.
    """

    incident_selected = Signal(object)
    selection_changed = Signal(list)
    incident_opened = Signal(int)
    arrangement_changed = Signal(object, bool)
    density_changed = Signal(bool)
    inspector_toggle_requested = Signal()
    new_incident_requested = Signal()
    delete_requested = Signal(list)
    edit_incidents_requested = Signal(list, object)
    mark_requested = Signal(list)
    tag_requested = Signal(list)
    move_in_day_requested = Signal(int, bool)
    place_in_day_requested = Signal(int, int, bool)
    """Payload: an incident, another one of its day, whether it goes after that one."""
    cite_requested = Signal(int)
    words_requested = Signal(int)
    """Payload: the incident whose cited words are wanted on screen."""
    link_requested = Signal(int)
    menu_requested = Signal(int, QPoint)
    files_dropped = Signal(list)
    text_dropped = Signal(str)
    problem_found = Signal(object)

    def __init__(self, fetch_rows: FetchRows, loaders: FilterLoaders, parent: QWidget | None = None) -> None:
        super().__init__(fetch_rows, parent)
        self._newest_first = False
        self.tools = ListTools()
        self.filter_bar = FilterBar(loaders, self.tools)
        self.empty_state = EmptyState(self)  # else the stack would show it as a window for a moment
        self.bulk_bar = BulkBar(loaders)
        self.bulk_bar.hide()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty_state)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter_bar)
        column.addLayout(self._stack, 1)
        column.addWidget(self.bulk_bar)
        self._connect_view()
        self._connect_bars()
        self.empty_state.show_reason(0)

    def _connect_view(self) -> None:
        view = self.view
        for fact, ours in (
            (view.incident_selected, self.incident_selected),
            (view.selection_changed, self._on_selection_changed),
            (view.edit_requested, self.incident_opened),
            (view.delete_incidents_requested, self.delete_requested),
            (view.cite_requested, self.cite_requested),
            (view.words_requested, self.words_requested),
            (view.link_requested, self.link_requested),
            (view.tag_requested, self._on_tag_requested),
            (view.mark_requested, self.mark_requested),
            (view.menu_requested, self.menu_requested),
            (view.move_requested, self._on_move_requested),
            (view.place_requested, self._on_place_requested),
        ):
            fact.connect(ours)
        for place in (view, self.empty_state):
            place.files_dropped.connect(self.files_dropped)
            place.text_dropped.connect(self.text_dropped)
        # Rows are fetched while painting: a message box must wait until that is over.
        self.model.fetch_failed.connect(self.problem_found, Qt.ConnectionType.QueuedConnection)

    def _connect_bars(self) -> None:
        tools = self.tools
        self.filter_bar.narrow_changed.connect(tools.set_narrow)
        tools.grouping_changed.connect(self._on_grouping_changed)
        tools.density_changed.connect(self._on_density_changed)
        tools.inspector_toggle_requested.connect(self.inspector_toggle_requested)
        self.bulk_bar.edit_incidents_requested.connect(self.edit_incidents_requested)
        self.bulk_bar.mark_requested.connect(self.mark_requested)
        self.bulk_bar.delete_incidents_requested.connect(self.delete_requested)
        self.bulk_bar.deselect_requested.connect(self.keep_current_only)
        self.empty_state.new_incident_requested.connect(self.new_incident_requested)
        self.empty_state.clear_requested.connect(self.filter_bar.clear_all)

    def show_listing(self, listing: "Listing", *, total: int, keep_rows: bool = False) -> None:
        """Show the incidents of a listing out of `total` in the project; see `ChronologyView.set_listing`."""
        self.view.set_listing(listing, keep_rows=keep_rows)
        shown = len(listing.ids)
        # The application's focus, not this pane's last one: the person may be typing in the inspector.
        focused = QApplication.focusWidget()
        had_focus = focused in {self.view, self.empty_state} or self.empty_state.isAncestorOf(focused or self)
        self.show_total(shown, total)
        self._stack.setCurrentWidget(self.view if shown else self.empty_state)
        if had_focus:
            self.focus_list()

    def show_total(self, shown: int, total: int) -> None:
        """How many incidents are listed of all in the project, which are counted later than listed where they are many."""
        self.tools.show_counts(shown, total, filtered=shown != total or not self.filter_bar.wanted.is_empty)
        self.empty_state.show_reason(total - shown)

    @override
    def focus_list(self) -> None:
        """Give the keyboard to the list, or to the words that stand in its place."""
        shown = self._stack.currentWidget()
        if shown is not None:
            shown.setFocus()

    def set_filter(self, wanted: IncidentFilter) -> None:
        """Show a filter in the bar, and its words in the rows; emits nothing."""
        self.filter_bar.load(wanted)
        self.view.delegate.mark_words(wanted.text)

    def filter(self) -> IncidentFilter:
        """What the bar asks for."""
        return self.filter_bar.wanted

    def set_arrangement(self, grouping: Grouping, newest_first: bool) -> None:
        """How the listings to come are grouped and ordered; emits nothing."""
        self._newest_first = newest_first
        self.tools.set_grouping(grouping)

    def set_density(self, compact: bool) -> None:
        """Compact or comfortable rows; emits nothing."""
        self.tools.set_compact(compact=compact)
        self.view.set_compact(compact)

    def set_read_only(self, read_only: bool) -> None:
        """Offer nothing that changes the project."""
        self.view.delegate.read_only = read_only
        self.view.viewport().update()
        self.filter_bar.set_read_only(read_only=read_only)
        self.bulk_bar.set_read_only(read_only=read_only)
        self.empty_state.set_read_only(read_only=read_only)

    def _on_selection_changed(self, ids: list[int]) -> None:
        self.bulk_bar.show_selection(ids)
        self.selection_changed.emit(ids)

    def _on_tag_requested(self, ids: list[int]) -> None:
        if len(ids) > 1:
            self.bulk_bar.open_tag()
        else:
            self.tag_requested.emit(ids)

    def _on_move_requested(self, incident_id: int, up: bool) -> None:
        # Upwards on the screen is later in its day when the newest stand first.
        self.move_in_day_requested.emit(incident_id, up != self._newest_first)

    def _on_place_requested(self, incident_id: int, sibling_id: int, below: bool) -> None:
        self.place_in_day_requested.emit(incident_id, sibling_id, below != self._newest_first)

    def _on_grouping_changed(self, grouping: Grouping) -> None:
        self.arrangement_changed.emit(grouping, self._newest_first)

    def _on_density_changed(self, compact: bool) -> None:
        self.view.set_compact(compact)
        self.density_changed.emit(compact)

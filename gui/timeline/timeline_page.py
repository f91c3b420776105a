"""The page of the timeline: header with filters and zoom, minimap, canvas with its lanes, shelf and legend."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from gui.filters.loaders import FilterLoaders
from gui.timeline.board import Arrangement
from gui.timeline.loaders import TimelineLoaders
from gui.timeline.shelf_drag import date_for
from gui.timeline.spoken import chosen_sentence
from gui.timeline.timeline_pane import NO_FILTERS, NO_LOADERS, TimelinePane
from services.timeline_lanes import LaneBy, Lanes


class TimelinePage(TimelinePane):
    """Knows no project: lanes arrive by `show_lanes`, words through the loaders; what a person does leaves as signals.

    Facts: `incident_selected` (id or None), `selection_changed` (ids), `arranged` (Arrangement).
    """

    incident_selected = Signal(object)
    selection_changed = Signal(list)
    incident_opened = Signal(int)
    words_requested = Signal(int)
    new_incident_requested = Signal(object, object)
    """Payload: the date (None for none), and the LaneKey (None for none)."""
    date_changed = Signal(int, object)
    """By hand: each time that something is let go."""
    date_stepped = Signal(int, object)
    """By key: one press of several."""
    link_requested = Signal(int)
    menu_requested = Signal(int, QPoint)
    lanes_by_changed = Signal(object)
    colour_by_changed = Signal(object)
    arranged = Signal(object)

    def __init__(
        self,
        loaders: TimelineLoaders = NO_LOADERS,
        filter_loaders: FilterLoaders = NO_FILTERS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(loaders, filter_loaders, parent)
        self._connect()

    def _connect(self) -> None:
        pointer, keys = self.canvas.pointer, self.canvas.keys
        for opened in (pointer.incident_opened, keys.incident_opened, self.callouts.open_requested):
            opened.connect(self.incident_opened)
        for dated in (pointer.date_changed, self._shelf_drag.date_changed):
            dated.connect(self.date_changed)
        keys.date_stepped.connect(self.date_stepped)
        for fit in (self.header.tools.fit_requested, self.minimap.fit_requested, keys.fit_requested):
            fit.connect(self.fit_all)
        keys.fit_selection_requested.connect(self.fit_selection)
        keys.words_requested.connect(self.words_requested)
        pointer.new_requested.connect(self._on_new_requested)
        self.shelf.incident_opened.connect(self.incident_opened)
        self.callouts.link_requested.connect(self.link_requested)
        for menu in (self.canvas.menu_requested, self.shelf.menu_requested):
            menu.connect(self.menu_requested)
        self.board.selected.connect(self._on_selected)
        self.board.selection_changed.connect(self._tell)
        self.board.arranged.connect(self.arranged)
        self.header.lanes_by_chosen.connect(self.lanes_by_changed)
        self.header.colour_by_chosen.connect(self.colour_by_changed)
        self._words.words_changed.connect(self.header.tools.show_words)
        self.empty_state.new_incident_requested.connect(self._on_new_wished)
        self.empty_state.clear_requested.connect(self.filter_bar.clear_all)

    def show_lanes(self, lanes: Lanes) -> None:
        """Show these. The first ones that have any date are fitted into the view."""
        self.camera.set_span(lanes.span)
        self.header.tools.set_span(lanes.span)
        self.header.lanes.show_choice(lanes.by, lanes.colour_by)
        self.board.show_lanes(lanes)
        self.minimap.show_lanes(lanes)
        if lanes.span is not None and not self._is_fitted:
            self._is_fitted = True
            self.fit_all()
        self._stack.setCurrentIndex(0 if lanes.span is not None else 1)
        self.callouts.refresh()

    def show_empty(self, total: int) -> None:
        """Say why there is nothing to see, with `total` incidents in the project."""
        lanes = self.board.lanes
        self.empty_state.show_reason(total - lanes.count, undated=len(lanes.undated))

    def start_over(self) -> None:
        """Another project: nothing is kept of the one before."""
        self.canvas.pointer.cancel()
        self.callouts.dismiss()
        self.source.captions.clear()
        self._is_fitted = False
        self.board.arrange(Arrangement())
        self.show_lanes(Lanes(LaneBy.PLACE, LaneBy.NONE))
        # Until its lanes are there, nothing is said of the new one.
        self._stack.setCurrentWidget(self._ground)

    def forget_captions(self, ids: Collection[int]) -> None:
        """Titles or dates of these have changed."""
        self.source.forget(ids)
        self.callouts.refresh()
        if self.board.current in ids:
            self._tell()

    def set_selection(self, ids: Iterable[int], current: int | None = None) -> None:
        """Mirror a selection made elsewhere; announces nothing."""
        self.board.set_selection(ids, current)

    def set_read_only(self, read_only: bool) -> None:
        """Offer nothing that changes the project."""
        self.canvas.pointer.read_only = read_only
        self.shelf.read_only = read_only
        self.callouts.set_read_only(read_only=read_only)
        self.empty_state.set_read_only(read_only=read_only)

    def arrange(self, arrangement: Arrangement) -> None:
        """Take over an arrangement kept from before; announces nothing."""
        self.board.arrange(arrangement)

    def _on_selected(self, ids: list[int], current: int | None) -> None:
        self.selection_changed.emit(ids)
        self.incident_selected.emit(current)

    def _tell(self) -> None:
        sentence = chosen_sentence(self.board, self.source.captions)
        self.canvas.setAccessibleDescription(sentence)
        if QAccessible.isActive() and self.canvas.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.canvas, sentence))

    def _on_new_requested(self, second: int, lane: int) -> None:
        key = self.board.lanes.lanes[lane].key if lane >= 0 else None
        self.new_incident_requested.emit(date_for(second, self.camera.scale), key)

    def _on_new_wished(self) -> None:
        self.new_incident_requested.emit(None, None)

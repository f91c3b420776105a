"""The part of the timeline's page that holds the widgets and moves the view."""

from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from gui.empty_ground import EmptyGround
from gui.filters.loaders import FilterLoaders
from gui.overriding import override
from gui.timeline.board import Board
from gui.timeline.callout_keeper import CalloutKeeper
from gui.timeline.camera import TimelineCamera
from gui.timeline.canvas_keys import counts_anywhere, reveal
from gui.timeline.cluster_opener import ClusterOpener
from gui.timeline.header import TimelineHeader
from gui.timeline.legend_bar import LegendBar
from gui.timeline.loaders import CaptionCache, TimelineLoaders
from gui.timeline.minimap import Minimap
from gui.timeline.scene_source import SceneSource
from gui.timeline.shelf import UndatedShelf
from gui.timeline.shelf_drag import ShelfDrag
from gui.timeline.timeline_view import TimelineView
from gui.timeline.view_words import ViewWords
from gui.timeline.waiting_ground import WaitingGround

NO_LOADERS = TimelineLoaders()
NO_FILTERS = FilterLoaders()


class TimelinePane(QFrame):
    """What others may ask of canvas and camera goes through here."""

    def __init__(
        self,
        loaders: TimelineLoaders = NO_LOADERS,
        filter_loaders: FilterLoaders = NO_FILTERS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self.board = Board(self)
        self.camera = TimelineCamera(self)
        captions = CaptionCache(loaders.captions)
        self.source = SceneSource(captions, self)
        self.header = TimelineHeader(self.board, self.camera, filter_loaders, self)
        self.filter_bar = self.header.bar
        self.minimap = Minimap(self.camera, self.source.calendar, self.source.words, self)
        self.view = TimelineView(self.board, self.camera, self.source, self)
        self.canvas = self.view.canvas
        self.shelf = UndatedShelf(self.board, captions, self)
        self.legend = LegendBar(self.board, self)
        self.empty_state = EmptyGround(self)
        self.callouts = CalloutKeeper(self.canvas, loaders.card, self)
        self.clusters = ClusterOpener(self.canvas)
        self._shelf_drag = ShelfDrag(self.shelf, self.canvas)
        self._words = ViewWords(self.board, self.camera, self)
        self._is_fitted = False
        self._canvas_width = 0
        self._lay_out()
        self.canvas.size_changed.connect(self._on_canvas_resized)

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        shown = QWidget(self)
        inner = QVBoxLayout(shown)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.minimap)
        inner.addWidget(self.view, 1)
        self._stack.addWidget(shown)
        self._stack.addWidget(self.empty_state)
        self._ground = WaitingGround(self)
        self._stack.addWidget(self._ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter_bar)
        column.addLayout(self._stack, 1)
        column.addWidget(self.shelf)
        column.addWidget(self.legend)

    def reveal(self, incident_id: int) -> None:
        """Choose an incident and bring it into view; an undated one on its shelf."""
        self.board.set_selection([incident_id], incident_id)
        spot = self.board.spot(incident_id)
        if spot is not None:
            reveal(self.canvas, spot)
        elif incident_id in self.board.lanes.undated:
            self.shelf.show_chip(incident_id)

    def step(self, delta: int) -> None:
        """Choose the next (1) or previous (-1) incident."""
        self.canvas.keys.step(later=delta > 0)

    def show_span(self, first: int, last: int) -> None:
        """Look at a stretch of time."""
        self._is_fitted = True
        self.camera.fit(first, last)

    def visible_span(self) -> tuple[int, int]:
        """The first and the last second in view, also while it glides there."""
        return self.camera.target.span

    def fit_all(self) -> None:
        """Show everything there is."""
        if self.board.lanes.span is not None:
            self.camera.fit(*self.board.lanes.span)

    def fit_selection(self) -> None:
        """Show what is chosen, and no more."""
        spots = [spot for each in self.board.chosen if (spot := self.board.spot(each)) is not None]
        if spots:
            self.camera.fit(min(spot.first for spot in spots), max(spot.last for spot in spots))

    def focus_canvas(self) -> None:
        """Give the keyboard to the canvas, or to what stands in its place."""
        (self.empty_state if self._stack.currentWidget() is self.empty_state else self.canvas).setFocus()

    def _on_canvas_resized(self) -> None:
        """What is shown stays in view when another pane takes room from the canvas."""
        before, self._canvas_width = self._canvas_width, self.canvas.width()
        spot = None if self.board.current is None else self.board.spot(self.board.current)
        if spot is not None and self._canvas_width < self.camera.scale.x_of(spot.first) <= before:
            reveal(self.canvas, spot)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What header, minimap and shelf leave: their tooltips name the keys too. The canvas has had its own.
        if self.canvas.hasFocus() or not (counts_anywhere(event) and self.canvas.keys.press(event)):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.fit_into(self.width())

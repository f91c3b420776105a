"""The header of the timeline: filters, lanes and links at the left, what is in view and how near at the right."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.filters.filter_bar import FilterBar
from gui.filters.loaders import FilterLoaders
from gui.timeline.board import Board
from gui.timeline.camera import TimelineCamera
from gui.timeline.lane_pills import LanesPill, LinksPill
from gui.timeline.zoom_tools import ZoomTools

_TAKEN = 160  # by the filter button, the margins and gaps
_FILTERS = 190  # kept free for filters in force
_NARROW_LINKS = 600


class TimelineHeader(QObject):
    """Holds the parts and gives each the room that is left."""

    lanes_by_chosen = Signal(object)
    colour_by_chosen = Signal(object)

    def __init__(self, board: Board, camera: TimelineCamera, loaders: FilterLoaders, parent: QWidget) -> None:
        super().__init__(parent)
        self.tools = ZoomTools(camera)
        self.lanes = LanesPill()
        self.links = LinksPill()
        # A child at once: the Tab key goes through widgets in the order in which they came to the page.
        self.bar = FilterBar(loaders, self.tools, parent, beside=(self.lanes, self.links), usual=())
        self._board = board
        self._width = 0
        self.lanes.lanes_by_chosen.connect(self.lanes_by_chosen)
        self.lanes.colour_by_chosen.connect(self.colour_by_chosen)
        self.links.links_chosen.connect(board.show_links)
        board.lanes_changed.connect(self._follow)

    def _follow(self) -> None:
        self.links.show_choice(self._board.arrangement.links)
        if self._width:
            self.fit_into(self._width)  # a filter may have come or gone

    def fit_into(self, width: int) -> None:
        """Share out the width of the page."""
        self._width = width
        self.links.setVisible(width >= _NARROW_LINKS)
        taken = self.lanes.width() + (self.links.width() if width >= _NARROW_LINKS else 0)
        if not self.bar.wanted.is_empty:
            taken += _FILTERS
        self.tools.fit_into(width - taken - _TAKEN)

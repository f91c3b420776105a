"""A click on a ring zooms into it; what begins at one moment cannot be split and opens as a list."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from dates import DateStyle, format_date
from gui.glyphs import status_icon
from gui.texts.timeline import say_timeline
from gui.theme import theme_of
from gui.timeline.canvas import TimelineCanvas
from gui.timeline.scene import Cluster
from services.incident_index import STATUSES

_MOST = 24
_DEEPEST = 1.0


class ClusterOpener(QObject):
    """Hears the clicks on rings of one canvas; what its menu offers is chosen there."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._ids: list[int] = []
        canvas.pointer.cluster_clicked.connect(self.open)

    def open(self, ring: Cluster) -> None:
        """Zoom into a ring, or list it."""
        canvas = self._canvas
        ids = canvas.source.cluster_ids(canvas.board, canvas.scene(), ring)
        marks = canvas.board.lanes.lanes[ring.lane].marks
        wanted = set(ids)
        rows = zip(marks.ids, marks.first, marks.last, strict=True)
        spans = [(first, last) for each, first, last in rows if each in wanted]
        scale = canvas.camera.scale
        start = min((first for first, _ in spans), default=0)
        spread = max((first - start for first, _ in spans), default=0)
        if ring.is_before or spread == 0 or scale.seconds_per_px <= _DEEPEST:
            self._list(ring, ids)
            return
        # Whole days at the end as well, but not all of what goes on long after.
        canvas.camera.fit(start, max(min(last, first + spread) for first, last in spans))

    def make_menu(self, ids: list[int]) -> QMenu:
        """The incidents of a ring as a menu."""
        canvas = self._canvas
        self._ids = ids
        menu = QMenu(canvas)
        menu.aboutToHide.connect(menu.deleteLater)
        shown = ids[:_MOST]
        captions = canvas.source.captions(shown)
        statuses = self._statuses(set(shown))
        theme = theme_of(canvas)
        for each in shown:
            if each in captions:
                when = format_date(captions[each].date, DateStyle.SHORT)
                action = QAction(f"{captions[each].title}\t{when}".replace("&", "&&"), menu)
                action.setIcon(status_icon(STATUSES[statuses[each]], theme))
                action.setData(each)
                menu.addAction(action)
        if len(ids) > len(shown):
            words = say_timeline("{n} more: select all").format(n=f"{len(ids) - len(shown):,}")
            menu.addSeparator()
            menu.addAction(QAction(words, menu))
        menu.triggered.connect(self._on_chosen)
        return menu

    def _statuses(self, ids: set[int]) -> dict[int, int]:
        found: dict[int, int] = {}
        for lane in self._canvas.board.lanes.lanes:
            if len(found) == len(ids):
                break
            pairs = zip(lane.marks.ids, lane.marks.statuses, strict=True)
            found.update((each, status) for each, status in pairs if each in ids)
        return found

    def _list(self, ring: Cluster, ids: list[int]) -> None:
        place = QPoint(round(ring.x) + 14, round(ring.y) + 10)
        self.make_menu(ids).popup(self._canvas.mapToGlobal(place))

    def _on_chosen(self, action: QAction) -> None:
        chosen = action.data()
        if isinstance(chosen, int):
            self._canvas.board.select([chosen], chosen)
            self._canvas.pointer.callout_requested.emit(chosen)
        else:
            self._canvas.board.select(self._ids, self._ids[0])

"""An undated incident on its way from the shelf to a date on the canvas."""

from PySide6.QtCore import QObject, QPointF, Signal

from dates import UNDATED, Precision, UncertainDate
from dates.calendar import DAY_SECONDS
from dates.moving import date_at
from gui.timeline.canvas import TimelineCanvas
from gui.timeline.date_drag import DateDrag
from gui.timeline.scene import Target
from gui.timeline.shelf import UndatedShelf
from gui.timeline.time_scale import TimeScale

_LEAST_PX = 9.0
_UNITS = (
    (Precision.MINUTE, 60),
    (Precision.HOUR, 3600),
    (Precision.DAY, DAY_SECONDS),
    (Precision.MONTH, 30 * DAY_SECONDS),
    (Precision.YEAR, 365 * DAY_SECONDS),
    (Precision.DECADE, 3652 * DAY_SECONDS),
)


def date_for(second: int, scale: TimeScale) -> UncertainDate:
    """The date of a place on the canvas, as precise as the zoom lets a hand be."""
    fits = (precision for precision, unit in _UNITS if unit / scale.seconds_per_px >= _LEAST_PX)
    return date_at(second, next(fits, Precision.CENTURY))


class ShelfDrag(QObject):
    """Shows the date under the pointer on the canvas, as dragging a mark does."""

    date_changed = Signal(int, object)

    def __init__(self, shelf: UndatedShelf, canvas: TimelineCanvas) -> None:
        super().__init__(shelf)
        self._canvas = canvas
        shelf.drag_moved.connect(self._on_moved)
        shelf.drag_ended.connect(self._on_ended)
        shelf.drag_left.connect(self._clear)

    def _date_under(self, incident_id: int, place: QPointF) -> DateDrag | None:
        here = self._canvas.mapFromGlobal(place)
        if not self._canvas.rect().contains(here.toPoint()):
            return None
        scale = self._canvas.camera.scale
        second = scale.t_at(here.x())
        return DateDrag(incident_id, Target.MARK, UNDATED, date_for(second, scale), second, here.x(), here.y())

    def _on_moved(self, incident_id: int, place: QPointF) -> None:
        self._canvas.pointer.show_drag(self._date_under(incident_id, place))

    def _on_ended(self, incident_id: int, place: QPointF) -> None:
        dated = self._date_under(incident_id, place)
        if dated is not None:
            self.date_changed.emit(incident_id, dated.date)

    def _clear(self) -> None:
        self._canvas.pointer.show_drag(None)

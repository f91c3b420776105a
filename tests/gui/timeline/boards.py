"""Small timelines for tests: lanes of incidents as (id, EDTF), captions and cards for them."""

from array import array
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from dates import UncertainDate
from dates.calendar import DAY_SECONDS, to_days
from gui.timeline.loaders import TimelineLoaders
from gui.timeline.time_scale import TimeScale
from gui.timeline.timeline_page import TimelinePage
from models.enums import Status
from models.snapshots import IncidentCard
from services.captions import Caption
from services.date_shapes import shape_of
from services.incident_index import STATUSES
from services.timeline_lanes import Lane, LaneBy, LaneKey, Lanes, MarkColumns

Names = Mapping[str, Sequence[tuple[int, str]]]

BASE: Names = {
    "Base": ((1, "2024-01-05"), (2, "2024-01-12"), (3, "[2024-01-18..2024-01-22]")),
    "Capital": ((4, "2024-01-08"), (5, "2024-01-14/2024-01-17"), (6, "2024-02-10")),
    "Harbour": ((7, "2024-01-25"),),
}
JANUARY = to_days(2024, 1, 1) * DAY_SECONDS


def make_lanes(names: Names = BASE, undated: Sequence[int] = (), by: LaneBy = LaneBy.PLACE) -> Lanes:
    """Lanes with ids from 1 on; an incident may stand in several."""
    lanes, lanes_of = [], dict[int, tuple[int, ...]]()
    for number, (title, incidents) in enumerate(names.items(), start=1):
        lanes.append(Lane(LaneKey(by, number), title, len(incidents), make_marks(incidents)))
        for incident_id, _ in incidents:
            lanes_of[incident_id] = (*lanes_of.get(incident_id, ()), number)
    marks = [lane.marks for lane in lanes if len(lane.marks)]
    span = (min(each.first[0] for each in marks), max(max(each.last) for each in marks)) if marks else None
    count = len(lanes_of) + len(undated)
    stream = make_marks(sorted({each for incidents in names.values() for each in incidents}))
    return Lanes(
        by, LaneBy.NONE, tuple(lanes), array("q", undated), span=span, count=count, lanes_of=lanes_of, stream=stream
    )


def make_marks(incidents: Sequence[tuple[int, str]]) -> MarkColumns:
    """Columns sorted by their first second."""
    shapes = sorted((shape_of(edtf), incident_id) for incident_id, edtf in incidents)
    return MarkColumns(
        array("q", [each for _, each in shapes]),
        array("q", [shape.first for shape, _ in shapes]),
        array("q", [shape.last for shape, _ in shapes]),
        bytes(shape.kind for shape, _ in shapes),
        bytes(shape.precision for shape, _ in shapes),
        bytes(shape.doubt for shape, _ in shapes),
        bytes(STATUSES.index(Status.REPORTED) for _ in shapes),
        bytes(len(shapes)),
        bytes(len(shapes)),
    )


def make_loaders(names: Names = BASE, undated: Sequence[int] = ()) -> TimelineLoaders:
    """Captions "Incident 1" and cards for them."""
    dates = {each: UncertainDate(edtf) for incidents in names.values() for each, edtf in incidents}
    dates |= dict.fromkeys(undated, UncertainDate())

    def captions(ids: Sequence[int]) -> Mapping[int, Caption]:
        return {each: Caption(f"Incident {each}", dates[each]) for each in ids if each in dates}

    def card(incident_id: int) -> IncidentCard | None:
        if incident_id not in dates:
            return None
        text = (f"Incident {incident_id}", "What **happened**.", "")
        return IncidentCard(
            incident_id,
            1,
            "",
            *text,
            dates[incident_id],
            Status.REPORTED,
            None,
            False,
            "",
            (),
            (),
            (),
            (),
            0,
            "",
            "",
            None,
        )

    return TimelineLoaders(captions, card)


def make_page(names: Names = BASE, undated: Sequence[int] = (), *, days: int = 31) -> TimelinePage:
    """A page of 1220 × 700 that shows `days` from 1 January 2024 on."""
    page = TimelinePage(make_loaders(names, undated))
    page.resize(1220, 700)
    page.show()
    QApplication.processEvents()
    page.show_lanes(make_lanes(names, undated))
    look_at(page, days)
    return page


def look_at(page: TimelinePage, days: int) -> None:
    """Show so many days from 1 January 2024 on."""
    width = page.canvas.width()
    page.camera.set_scale(TimeScale(JANUARY, days * DAY_SECONDS / width, width))


def place_of(page: TimelinePage, incident_id: int, at: str = "x") -> QPoint:
    """Where the glyph of an incident (or with "left", "right" an end of its bar) is on the canvas."""
    mark = next(mark for mark in page.canvas.scene().marks if mark.id == incident_id)
    return QPointF(getattr(mark, at), mark.y).toPoint()


def day_x(page: TimelinePage, day: int) -> int:
    """The middle of a day of January 2024 on the canvas."""
    return round(page.camera.scale.x_of(JANUARY + (day - 1) * DAY_SECONDS + DAY_SECONDS // 2))


def turn(
    widget: QWidget, place: QPoint, notches: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Turn a mouse wheel; above 0 is away from the hand."""
    event = QWheelEvent(
        QPointF(place),
        widget.mapToGlobal(QPointF(place)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)

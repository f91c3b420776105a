"""Lanes made of dates, for tests of the drawing: no project, no Qt."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dates import UncertainDate
from gui.timeline.scene import LaneBox, LinksShown, Scene, SceneWords, View, Weight
from gui.timeline.scene_builder import SceneBuilder
from gui.timeline.ticks import CalendarWords
from gui.timeline.time_scale import TimeScale
from models.enums import LinkKind, Status
from services.captions import Caption
from services.date_shapes import shape_of
from services.incident_index import STATUSES
from services.timeline_lanes import Lane, LaneBy, LaneKey, Lanes, LinkColumns, MarkColumns
from services.timeline_links import LINK_KINDS

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CALENDAR = CalendarWords(MONTHS, tuple(month[:3] for month in MONTHS), WEEKDAYS)
WORDS = SceneWords(
    lambda first, last: f"nothing recorded · {(last - first + 1) // 86_400} days", lambda kind: kind.value
)


@dataclass(frozen=True, slots=True)
class Told:
    """One incident: its EDTF text and what is said of it."""

    edtf: str
    title: str = "Missiles and rockets hit the base"
    status: Status = Status.REPORTED
    flags: int = 0


def make_lanes(
    groups: Sequence[Sequence[Told]],
    *,
    links: Iterable[tuple[int, int, LinkKind]] = (),
    silences: tuple[tuple[int, int], ...] = (),
) -> Lanes:
    """A lane for each group; ids count from 1 in the order they are told in."""
    lanes: list[Lane] = []
    lanes_of: dict[int, tuple[int, ...]] = {}
    first_of: dict[int, int] = {}
    for number, group in enumerate(groups, start=1):
        rows = []
        for told in group:
            incident_id = len(lanes_of) + 1
            shape = shape_of(told.edtf)
            status = STATUSES.index(told.status)
            rows.append(
                (shape.first, shape.last, incident_id, shape.kind, shape.precision, shape.doubt, status, told.flags)
            )
            lanes_of[incident_id], first_of[incident_id] = (number,), shape.first
        lanes.append(Lane(LaneKey(LaneBy.PLACE, number), f"Lane {number}", len(rows), columns_of(sorted(rows))))
    return Lanes(
        LaneBy.PLACE,
        LaneBy.STATUS,
        tuple(lanes),
        links=_links(links, first_of),
        silences=silences,
        span=(min(first_of.values()), max(max(lane.marks.last, default=0) for lane in lanes)) if first_of else None,
        count=len(first_of),
        lanes_of=lanes_of,
    )


def columns_of(rows: Sequence[tuple[int, ...]]) -> MarkColumns:
    """Columns of rows (first, last, id, kind, precision, doubt, status, flags), which are sorted."""
    if not rows:
        return MarkColumns()
    first, last, ids, *codes = zip(*rows, strict=True)
    kinds, precisions, doubts, statuses, flags = map(bytes, codes)
    spans = array("q", first), array("q", last)
    return MarkColumns(array("q", ids), *spans, kinds, precisions, doubts, statuses, flags, bytes(len(ids)))


def _links(links: Iterable[tuple[int, int, LinkKind]], first_of: Mapping[int, int]) -> LinkColumns:
    rows = sorted(
        (min(first_of[one], first_of[other]), max(first_of[one], first_of[other]), one, other, kind)
        for one, other, kind in links
    )
    return LinkColumns(
        array("q", range(1, len(rows) + 1)),
        array("q", (row[2] for row in rows)),
        array("q", (row[3] for row in rows)),
        bytes(LINK_KINDS.index(row[4]) for row in rows),
        array("q", (row[0] for row in rows)),
        array("q", (row[1] for row in rows)),
    )


def measure(text: str, weight: Weight) -> float:
    """Widths as of a plain typewriter, a little more for the strong."""
    return len(text) * (6.6 if weight is Weight.STRONG else 6.1)


def captions(titles: Mapping[int, Caption] | None = None) -> "CaptionsGiven":
    return CaptionsGiven(titles or {})


class CaptionsGiven:
    """Captions by id, the same for all where none is given; `asked` are the ids of every call."""

    def __init__(self, known: Mapping[int, Caption]) -> None:
        self._known = known
        self.asked: list[list[int]] = []

    def __call__(self, ids: Sequence[int]) -> Mapping[int, Caption]:
        self.asked.append(list(ids))
        return {each: self._known.get(each, DEFAULT) for each in ids}


DATE = UncertainDate("2024-01-20")
DEFAULT = Caption("Missiles and rockets hit the base", DATE)


def build(
    lanes: Lanes,
    scale: TimeScale,
    boxes: Sequence[LaneBox],
    *,
    selected: frozenset[int] = frozenset(),
    links: LinksShown = LinksShown.ALL,
    today: int = 1_705_708_800,
    builder: SceneBuilder | None = None,
) -> tuple[Scene, View, SceneBuilder]:
    """A scene, the view it is of, and its builder."""
    made = builder or SceneBuilder(captions(), measure, WORDS, CALENDAR)
    view = View(lanes, scale, tuple(boxes), 700, today, selected, links)
    return made.build(view), view, made

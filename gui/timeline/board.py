"""What a timeline shows and what of it is chosen: lanes in the person's order, and the selection."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from gui.timeline.lane_layout import LanePlan, arrange_lanes
from gui.timeline.scene import LinksShown
from services.timeline_lanes import LaneBy, LaneKey, Lanes, MarkColumns


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How a person arranged a timeline: lanes that were moved (top to bottom) or collapsed, and which links show."""

    order: tuple[LaneKey, ...] = ()
    collapsed: frozenset[LaneKey] = frozenset()
    links: LinksShown = LinksShown.ALL


@dataclass(frozen=True, slots=True)
class Spot:
    """One incident in one lane: its place there, and its seconds."""

    id: int
    lane: int
    place: int
    first: int = field(compare=False)
    last: int = field(compare=False)


class Board(QObject):
    """`lanes_changed`: what is shown, or how it is arranged. `selection_changed`: what is chosen.

    `arranged` and `selected` tell only what a person did here.
    """

    lanes_changed = Signal()
    selection_changed = Signal()
    arranged = Signal(object)
    selected = Signal(list, object)
    """Payload: ids, and the one among them that is shown (or None)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lanes = Lanes(LaneBy.NONE, LaneBy.NONE)
        self.arrangement = Arrangement()
        self.plan = LanePlan((), 0)
        self._choose(())
        self.current: int | None = None
        self._height = 400
        self._undated_of: object = None
        self._undated: frozenset[int] = frozenset()
        self._places_for: object = None
        self._places: dict[int, int] = {}

    def show_lanes(self, lanes: Lanes) -> None:
        """Show these; what is chosen stays chosen as long as it is shown."""
        self.lanes = lanes
        left = tuple(each for each in self.chosen if self._is_shown(each))
        has_lost = left != self.chosen
        self._choose(left)
        if self.current not in left:
            self.current = left[-1] if left else None
        self._plan()
        self.lanes_changed.emit()
        if has_lost:
            self.selection_changed.emit()

    def _choose(self, ids: tuple[int, ...]) -> None:
        self.chosen, self.chosen_ids = ids, frozenset(ids)

    def _is_shown(self, incident_id: int) -> bool:
        if self._undated_of is not self.lanes.undated:
            self._undated_of, self._undated = self.lanes.undated, frozenset(self.lanes.undated)
        return incident_id in self.lanes.lanes_of or incident_id in self._undated

    def arrange(self, arrangement: Arrangement) -> None:
        """Take over an arrangement; announces no wish of a person."""
        self.arrangement = arrangement
        self._plan()
        self.lanes_changed.emit()

    def set_height(self, height: int) -> None:
        """How high the view is, which lanes share where they leave room."""
        if height != self._height:
            self._height = height
            self._plan()
            self.lanes_changed.emit()

    def _plan(self) -> None:
        lanes = self.lanes.lanes
        self.plan = arrange_lanes(
            lanes,
            order=ordered_places(self.lanes, self.arrangement),
            collapsed=self.arrangement.collapsed,
            view_height=self._height,
        )

    def toggle(self, key: LaneKey) -> None:
        """Collapse a lane, or open it again."""
        shut = self.arrangement.collapsed ^ {key}
        self._rearrange(Arrangement(self.arrangement.order, shut, self.arrangement.links))

    def move(self, key: LaneKey, to: int) -> None:
        """Put a lane at a position, counted from the top."""
        keys = [box.key for box in self.plan.boxes]
        if key not in keys:
            return
        to = max(0, min(len(keys) - 1, to))
        if keys.index(key) == to:
            return
        keys.remove(key)
        keys.insert(to, key)
        self._rearrange(Arrangement(tuple(keys), self.arrangement.collapsed, self.arrangement.links))

    def show_links(self, links: LinksShown) -> None:
        """Show links between incidents, those of the chosen ones, or none."""
        self._rearrange(Arrangement(self.arrangement.order, self.arrangement.collapsed, links))

    def _rearrange(self, arrangement: Arrangement) -> None:
        self.arrange(arrangement)
        self.arranged.emit(arrangement)

    def set_selection(self, ids: Iterable[int], current: int | None = None) -> bool:
        """Mirror a selection made elsewhere; whether anything changed."""
        chosen = tuple(each for each in dict.fromkeys(ids) if self._is_shown(each))
        current = current if current in chosen else (chosen[-1] if chosen else None)
        if (chosen, current) == (self.chosen, self.current):
            return False
        self._choose(chosen)
        self.current = current
        self.selection_changed.emit()
        return True

    def select(self, ids: Iterable[int], current: int | None = None) -> None:
        """A person chose these here."""
        if self.set_selection(ids, current):
            self.selected.emit(list(self.chosen), self.current)

    def spot(self, incident_id: int, lane: int | None = None) -> Spot | None:
        """Where an incident stands, in the given lane or the first of its lanes; None for what is undated or not shown."""
        if self._places_for is not self.lanes.lanes:
            self._places_for = self.lanes.lanes
            self._places = {each.key.id: place for place, each in enumerate(self.lanes.lanes)}
        places = [self._places[key] for key in self.lanes.lanes_of.get(incident_id, ()) if key in self._places]
        for place in sorted(places, key=lambda each: (each != lane, each)):
            marks = self.lanes.lanes[place].marks
            try:
                at = marks.ids.index(incident_id)
            except ValueError:
                continue
            return Spot(incident_id, place, at, marks.first[at], marks.last[at])
        return None

    def toggle_chosen(self, incident_id: int) -> None:
        """Add one to what is chosen, or take it out."""
        if incident_id in self.chosen:
            self.select(each for each in self.chosen if each != incident_id)
        else:
            self.select((*self.chosen, incident_id), incident_id)


def ordered_places(lanes: Lanes, arrangement: Arrangement) -> Sequence[int]:
    """Places of lanes: those that a person moved stand where they were put, the others as they come."""
    wanted = {key: number for number, key in enumerate(arrangement.order)}
    if not wanted:
        return range(len(lanes.lanes))
    followers: dict[LaneKey | None, list[int]] = {}
    leader: LaneKey | None = None
    for place, lane in enumerate(lanes.lanes):
        leader = lane.key if lane.key in wanted else leader
        followers.setdefault(leader, []).append(place)
    # A lane that came later stands behind the one that it follows of itself.
    leaders = sorted((key for key in followers if key is not None), key=wanted.__getitem__)
    return followers.get(None, []) + [place for key in leaders for place in followers[key]]


def neighbour(lanes: Lanes, first: int, incident_id: int | None, *, later: bool) -> int | None:
    """The incident after (or before) the given one, which begins at `first`; without one, the nearest to that second."""
    marks = lanes.stream
    start, stop = bisect_left(marks.first, first), bisect_right(marks.first, first)
    at = next((place for place in range(start, stop) if marks.ids[place] == incident_id), None)
    # What lies on the other side of that second, or of the incident itself.
    after, before = (start, start - 1) if at is None else (at + 1, at - 1)
    wanted = after if later else before
    return marks.ids[wanted] if 0 <= wanted < len(marks) else None


def nearest_in(marks: MarkColumns, second: int) -> int | None:
    """The place of the mark that begins nearest to a second; None in an empty lane."""
    if not len(marks):
        return None
    at = bisect_left(marks.first, second)
    nearest = [place for place in (at - 1, at) if 0 <= place < len(marks)]
    return min(nearest, key=lambda place: abs(marks.first[place] - second))

"""What one frame of the timeline keeps for the next: lanes made ready, and laid out."""

from collections.abc import Mapping, Sequence

from dates.calendar import DAY_SECONDS
from gui.timeline.lane_scene import LaneScene
from gui.timeline.scene import View
from gui.timeline.span_index import LaneIndex
from gui.timeline.time_scale import TimeScale
from services.timeline_lanes import Lane, LaneKey, Lanes

_PINNED = 24


class LaneIndexes:
    """Indexes of the lanes that were seen; an edit makes other columns, and so another index, of its lanes alone."""

    def __init__(self) -> None:
        self._found: dict[int, LaneIndex] = {}
        self._used: set[int] = set()
        self._of_lane: dict[LaneKey, LaneIndex] = {}
        self._lanes: Lanes | None = None
        self._day = 0

    def keep(self, lanes: Lanes, now: int) -> None:
        """Other lanes: forget those that were not seen since the ones before; on another day all of them, as what is
        still going on ends there."""
        day = now // DAY_SECONDS
        if day != self._day:
            self._found.clear()
            self._of_lane.clear()
        elif lanes is not self._lanes:
            self._found = {key: index for key, index in self._found.items() if key in self._used}
            self._of_lane = {key: index for key, index in self._of_lane.items() if id(index.marks) in self._found}
        if lanes is not self._lanes:
            self._used.clear()
        self._lanes, self._day = lanes, day

    def of(self, lane: Lane, now: int) -> LaneIndex:
        """The index of a lane's columns."""
        marks = lane.marks
        found = self._found.get(id(marks))
        if found is None or found.marks is not marks:
            end_of_day = now // DAY_SECONDS * DAY_SECONDS + DAY_SECONDS - 1
            found = self._found[id(marks)] = LaneIndex(marks, end_of_day, self._of_lane.get(lane.key))
        self._of_lane[lane.key] = found
        self._used.add(id(marks))
        return found


class LaneMemory:
    """Lanes as they were laid out for the frame before."""

    def __init__(self) -> None:
        self._zoom = 0.0
        self.zooms = False
        """Whether the scale is another one than in the frame before."""
        self._noted: dict[LaneKey, LaneScene] = {}
        self._before: dict[LaneKey, LaneScene] = {}

    def begin(self, scale: TimeScale) -> None:
        """A new frame."""
        self.zooms = scale.seconds_per_px != self._zoom
        self._zoom = scale.seconds_per_px
        self._before, self._noted = self._noted, {}

    def before(self, key: LaneKey) -> LaneScene | None:
        """The lane in the frame before."""
        return self._before.get(key)

    def note(self, key: LaneKey, lane: LaneScene) -> None:
        """Remember where the marks of a lane stand now."""
        self._noted[key] = lane


class Pinned:
    """Selected incidents by the lanes they stand in, some of each at most; the same for all frames of a selection."""

    def __init__(self) -> None:
        self._lanes: Lanes | None = None
        self._selected: frozenset[int] = frozenset()
        self._found: dict[int, list[int]] = {}

    def of(self, view: View) -> Mapping[int, Sequence[int]]:
        """Ids of lanes → incidents that are shown as marks of their own where there is any room."""
        if view.lanes is not self._lanes or view.selected is not self._selected:
            self._lanes, self._selected, self._found = view.lanes, view.selected, {}
            for each in sorted(view.selected):
                for lane in view.lanes.lanes_of.get(each, ()):
                    known = self._found.setdefault(lane, [])
                    if len(known) < _PINNED:
                        known.append(each)
        return self._found

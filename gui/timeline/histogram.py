"""How many incidents begin where: bars of the minimap, kept up to date lane by lane."""

from bisect import bisect_left

from gui.timeline.time_scale import TimeScale
from services.timeline_lanes import Lane, MarkColumns


class Histogram:
    """Counts per bar. An incident in several lanes counts in each.

    Lanes that an edit did not touch are the same objects: only the others are counted anew.
    """

    def __init__(self) -> None:
        self.counts: list[int] = []
        self._edges: list[int] = []
        self._marks: dict[int, MarkColumns] = {}

    def fit(self, scale: TimeScale, bar: int) -> None:
        """Bars of `bar` px over the whole width."""
        edges = [scale.t_at(x) for x in range(0, scale.width + bar, bar)]
        if edges != self._edges:
            self._edges = edges
            self._marks = {}
            self.counts = [0] * (len(edges) - 1)

    def follow(self, lanes: tuple[Lane, ...]) -> None:
        """Count these lanes."""
        now = {id(lane.marks): lane.marks for lane in lanes}
        for key in self._marks.keys() - now.keys():
            self._add(self._marks[key], -1)
        for key in now.keys() - self._marks.keys():
            self._add(now[key], 1)
        self._marks = now

    def _add(self, marks: MarkColumns, sign: int) -> None:
        if not self.counts or not len(marks):
            return
        if len(marks) < len(self._edges):
            for first in marks.first:
                place = bisect_left(self._edges, first + 1) - 1
                if 0 <= place < len(self.counts):
                    self.counts[place] += sign
            return
        before = bisect_left(marks.first, self._edges[0])
        for place, edge in enumerate(self._edges[1:]):
            after = bisect_left(marks.first, edge, before)
            self.counts[place] += sign * (after - before)
            before = after

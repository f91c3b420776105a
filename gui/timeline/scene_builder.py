"""A frame of the timeline from lanes, a scale and boxes. What it costs grows with what is seen, not with what there is."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import chain

from dates.calendar import DAY_SECONDS, from_days
from gui.timeline.calendar_units import cell_for, cell_starts
from gui.timeline.densities import densities
from gui.timeline.frame_memory import LaneIndexes, LaneMemory, Pinned
from gui.timeline.label_fit import make_fitter
from gui.timeline.labels import Wish, back_labels, wish_labels, write_labels
from gui.timeline.lane_items import Cells
from gui.timeline.lane_packing import GUESS, LEAST_CELL
from gui.timeline.lane_scene import Frame, LaneScene, lay_lane, make_clusters
from gui.timeline.link_paths import LinkPaths
from gui.timeline.mark_shapes import TAIL
from gui.timeline.scene import Cluster, Label, LaneBox, Measure, Scene, SceneWords, SilentStretch, Titles, View
from gui.timeline.silent_stretches import Silences, silent_stretch
from gui.timeline.things import Box, bars_of, boxes_of
from gui.timeline.ticks import CalendarWords, grid_lines, weekend_bands
from gui.timeline.time_scale import TimeScale
from services.captions import Caption

_REACH_LEFT, _REACH_RIGHT = GUESS + 60, TAIL + 20


class SceneBuilder:
    """Builds frame after frame, and keeps what the next one needs again: indexes of lanes, widths of words, lanes that
    differ in nothing."""

    def __init__(self, titles: Titles, measure: Measure, words: SceneWords, calendar: CalendarWords) -> None:
        self._titles, self._measure, self._words, self._calendar = titles, measure, words, calendar
        self._fit = make_fitter(measure)
        self._indexes = LaneIndexes()
        self._memory = LaneMemory()
        self._pinned = Pinned()
        self._silences = Silences(())
        self._links = LinkPaths(words.link, measure)

    def build(self, view: View) -> Scene:
        """The scene of a view."""
        scale = view.scale
        self._indexes.keep(view.lanes, view.today)
        frame = Frame(scale, _cells_of(scale), {entry.code: entry.role for entry in view.lanes.legend})
        self._memory.begin(scale)
        lanes = [self._lay(box, view, frame) for box in view.boxes]
        marks = tuple(chain.from_iterable(lane.marks for lane in lanes))
        clusters = make_clusters(lanes, frame.cells)
        labels = self._labels(lanes, scale)
        things = boxes_of(marks, labels, clusters)
        arrows = self._links.arrows(view, marks, labels, clusters, things)
        silences = self._stretches(view, things + bars_of(marks))
        return Scene(
            scale,
            scale.width,
            view.height,
            (frame.cells.starts[0], frame.cells.starts[-1] - 1),
            lanes=view.boxes,
            marks=marks,
            labels=back_labels(labels, arrows, silences),
            clusters=clusters,
            arrows=arrows,
            silences=silences,
            densities=densities([(lane.box, lane.index) for lane in lanes], scale),
            bands=weekend_bands(scale, self._calendar),
            lines=grid_lines(scale, self._calendar),
            today_x=scale.x_of(view.today),
            shown={lane.box.place: frozenset(mark.id for mark in lane.marks) for lane in lanes},
        )

    def cluster_ids(self, view: View, scene: Scene, cluster: Cluster) -> list[int]:
        """The incidents that a ring of this scene counts, in order of time."""
        index = self._indexes.of(view.lanes.lanes[cluster.lane], view.today)
        begin, end = bisect_left(index.first, cluster.first), bisect_right(index.first, cluster.last)
        before = bisect_left(index.first, scene.window[0]) if cluster.is_before else 0
        reaching = [place for place in range(before) if index.last[place] >= scene.window[0]]
        shown = scene.shown[cluster.lane]
        found = (index.marks.ids[place] for place in chain(reaching, range(begin, end)))
        return [incident_id for incident_id in found if incident_id not in shown]

    def forget_words(self) -> None:
        """Other fonts, or other words: nothing measured counts any more."""
        self._fit = make_fitter(self._measure)

    def _lay(self, box: LaneBox, view: View, frame: Frame) -> LaneScene:
        index = self._indexes.of(view.lanes.lanes[box.place], view.today)
        places = (index.place_of(incident_id) for incident_id in self._pinned.of(view).get(box.key.id, ()))
        chosen = [place for place in places if place is not None]
        before, zooms = self._memory.before(box.key), self._memory.zooms
        lane = lay_lane(box, index, frame, chosen, before, zooms=zooms)
        self._memory.note(box.key, lane)
        return lane

    def _labels(self, lanes: Sequence[LaneScene], scale: TimeScale) -> list[Label]:
        wishes = list(chain.from_iterable(wish_labels(lane, scale.width) for lane in lanes))
        return write_labels(wishes, self._captions(wishes), self._fit, _common_year(scale))

    def _captions(self, wishes: Sequence[Wish]) -> Mapping[int, Caption]:
        return self._titles([wish.mark.id for wish in wishes]) if wishes else {}

    def _stretches(self, view: View, things: Sequence[Box]) -> tuple[SilentStretch, ...]:
        if self._silences.spans is not view.lanes.silences:
            self._silences = Silences(view.lanes.silences)
        return tuple(
            silent_stretch(span, view.scale, view.height, self._words.silence(*span), self._measure, things)
            for span in self._silences.wide(view.scale)
        )


def _cells_of(scale: TimeScale) -> Cells:
    unit = cell_for(LEAST_CELL * scale.seconds_per_px)
    starts = cell_starts(unit, scale.t_at(-_REACH_LEFT), scale.t_at(scale.width + _REACH_RIGHT))
    return Cells(starts, [scale.x_of(start) for start in starts])


def _common_year(scale: TimeScale) -> str:
    """The year that all that is in view lies in, "" where there are several."""
    first, last = (from_days(second // DAY_SECONDS)[0] for second in scale.span)
    return str(first) if first == last and first > 0 else ""

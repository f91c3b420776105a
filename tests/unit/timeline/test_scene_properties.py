"""What must hold in any scene: nothing overlaps, and every incident in the window is counted once in each lane."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from dates import LIMIT
from dates.calendar import DAY_SECONDS
from gui.timeline.lane_layout import arrange_lanes
from gui.timeline.scene import Label, Mark, Scene, Shape
from gui.timeline.time_scale import TimeScale
from services.date_shapes import KINDS, DateDoubt
from services.incident_flags import Flag
from services.incident_index import STATUSES
from services.timeline_lanes import Lane, LaneBy, LaneKey, Lanes
from tests.unit.timeline.lanes_made import build, columns_of

TODAY = 1_705_708_800
DAY = DAY_SECONDS
_lengths = st.one_of(st.just(0), st.just(DAY - 1), st.integers(0, 90 * DAY), st.integers(0, 4_000 * DAY))
_row = st.tuples(
    st.integers(-200, 800).map(lambda day: TODAY + day * DAY),
    _lengths,
    st.integers(0, len(KINDS) - 2),
    st.integers(0, 15),
    st.integers(0, len(STATUSES) - 1),
    st.integers(0, int(Flag.MARKED | Flag.UNCITED)),
)


def _lane(number: int, rows: list[tuple[int, int, int, int, int, int]], next_id: int) -> Lane:
    told = []
    for place, (first, length, kind, doubt, status, flags) in enumerate(rows):
        # Where an end is open, first and last are at the known one.
        last = first + (min(length, DAY - 1) if doubt & (DateDoubt.OPEN_START | DateDoubt.OPEN_END) else length)
        told.append((first, last, next_id + place, kind, 7, doubt, status, flags))
    return Lane(LaneKey(LaneBy.PLACE, number), f"Lane {number}", len(rows), columns_of(sorted(told)))


@st.composite
def _lanes(draw: st.DrawFn) -> Lanes:
    groups = draw(st.lists(st.lists(_row, max_size=60), min_size=1, max_size=4))
    lanes, next_id = [], 1
    for number, rows in enumerate(groups, start=1):
        # Many at one place of time, so that rings come about.
        crowd = draw(st.integers(0, 40)) if rows else 0
        lanes.append(_lane(number, rows + rows[:1] * crowd, next_id))
        next_id += len(rows) + crowd
    lanes_of = {each: (lane.key.id,) for lane in lanes for each in lane.marks.ids}
    return Lanes(LaneBy.PLACE, LaneBy.STATUS, tuple(lanes), lanes_of=lanes_of, count=next_id - 1)


_scales = st.builds(
    TimeScale,
    st.integers(TODAY - 300 * DAY, TODAY + 800 * DAY),
    st.floats(2, 10**6),
    st.integers(200, 1400),
)


def _box(mark: Mark) -> tuple[float, float, float, float]:
    half = 8.0
    left, right = min(mark.left, mark.x - half), max(mark.right, mark.x + half)
    if mark.shape is Shape.POINT:
        left, right = mark.x - half, mark.x + half
    return left, mark.y - half, right, mark.y + half


def _label_box(label: Label) -> tuple[float, float, float, float]:
    return label.x, label.y - label.height / 2, label.x + label.width, label.y + label.height / 2


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    air = 0.01
    return one[0] + air < other[2] and other[0] + air < one[2] and one[1] + air < other[3] and other[1] + air < one[3]


def _assert_apart(scene: Scene) -> None:
    things: list[tuple[object, tuple[float, float, float, float]]] = [
        *((("mark", mark.lane, mark.id), _box(mark)) for mark in scene.marks),
        *(
            (("ring", ring.lane, ring.x), (ring.x - 16, ring.y - 16, ring.x + 16, ring.y + 16))
            for ring in scene.clusters
        ),
    ]
    for (one, box), (other, other_box) in combinations(things, 2):
        assert not _overlap(box, other_box), (one, other)
    owners = {(mark.lane, mark.id): mark for mark in scene.marks}
    words = [(("mark", label.lane, label.id), label, _label_box(label)) for label in scene.labels]
    for owner, label, box in words:
        mark = owners[label.lane, label.id]
        glyph = mark.x - 8, mark.y - 8, mark.x + 8, mark.y + 8
        assert not _overlap(box, glyph) or mark.shape is Shape.BAR
        for other, other_box in things:
            assert other == owner or not _overlap(box, other_box), (label, other)
    for (_, _, box), (_, _, other_box) in combinations(words, 2):
        assert not _overlap(box, other_box)


@settings(max_examples=150)
@given(_lanes(), _scales, st.integers(150, 900), st.data())
def test_nothing_overlaps_and_everything_is_counted_once(
    lanes: Lanes, scale: TimeScale, height: int, data: st.DataObject
) -> None:
    ids = [each for lane in lanes.lanes for each in lane.marks.ids]
    selected = frozenset(data.draw(st.lists(st.sampled_from(ids), max_size=3))) if ids else frozenset()
    shut = data.draw(st.sets(st.sampled_from([lane.key for lane in lanes.lanes])))
    plan = arrange_lanes(lanes.lanes, order=range(len(lanes.lanes)), collapsed=shut, view_height=height)
    scene, view, builder = build(lanes, scale, plan.boxes, selected=selected, today=TODAY)
    for frame in range(2):
        _assert_apart(scene)
        assert all(ring.count > 1 for ring in scene.clusters)
        first, last = scene.window
        for place, lane in enumerate(lanes.lanes):
            counted = [mark.id for mark in scene.marks if mark.lane == place]
            for ring in scene.clusters:
                if ring.lane == place:
                    members = builder.cluster_ids(view, scene, ring)
                    assert len(members) == ring.count
                    counted += members
            marks = lane.marks
            inside = [
                each
                for each, begin, end, kind, doubt in zip(
                    marks.ids, marks.first, marks.last, marks.kinds, marks.doubts, strict=True
                )
                if begin <= last and max(end, _goes_on_until(kind, doubt)) >= first
            ]
            assert sorted(counted) == sorted(inside)
        moved = scale.panned(37) if frame == 0 else scale
        scene, view, builder = build(lanes, moved, plan.boxes, selected=selected, today=TODAY, builder=builder)


def _goes_on_until(kind: int, doubt: int) -> int:
    from_to = KINDS[kind].value == "from_to"
    return TODAY // DAY * DAY + DAY - 1 if from_to and doubt & DateDoubt.OPEN_END else -LIMIT

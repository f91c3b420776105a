"""The parts that scenes are made of: heights of lanes, words in their room, what lies under the pointer, indexes."""

from array import array
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dates import UncertainDate
from dates.calendar import DAY_SECONDS
from gui.timeline.frame_memory import Pinned
from gui.timeline.hit_index import hit
from gui.timeline.label_fit import caption_words, make_fitter
from gui.timeline.lane_layout import COLLAPSED, LEAST_ROWS, PAD, ROW, SCROLLED_ROWS, arrange_lanes
from gui.timeline.scene import Scene, Target, View
from gui.timeline.silent_stretches import Silences
from gui.timeline.span_index import LaneIndex
from gui.timeline.time_scale import TimeScale
from models.enums import LinkKind
from services.captions import Caption
from services.timeline_lanes import MarkColumns
from tests.unit.timeline.lanes_made import Told, build, columns_of, make_lanes, measure

DAY_ONE = 19_737 * DAY_SECONDS
LEAST = LEAST_ROWS * ROW + 2 * PAD


def test_lanes_share_the_view_and_small_ones_get_what_they_want_first() -> None:
    lanes = make_lanes([[Told("2024-01-15")] * count for count in (40, 3, 1)])
    plan = arrange_lanes(lanes.lanes, order=(2, 0, 1), collapsed=(), view_height=400)
    assert [box.place for box in plan.boxes] == [2, 0, 1]
    assert plan.height == 400
    assert plan.boxes[2].height >= 3 * ROW
    assert [box.top for box in plan.boxes] == [0, plan.boxes[0].bottom, plan.boxes[1].bottom]


def test_many_lanes_scroll_and_collapsed_ones_are_flat() -> None:
    lanes = make_lanes([[Told("2024-01-15")] * 40] * 30)
    shut = lanes.lanes[3].key
    plan = arrange_lanes(lanes.lanes, order=range(30), collapsed={shut}, view_height=600)
    assert plan.height > 600
    assert plan.boxes[3].height == COLLAPSED
    assert max(box.height for box in plan.boxes) == SCROLLED_ROWS * ROW + 2 * PAD
    shown = plan.visible(plan.boxes[5].top + 10, 300)
    assert shown[0].place == 5
    assert shown[0].top == -10
    assert shown[-1].top < 300 <= shown[-1].bottom


@pytest.mark.parametrize(
    ("room", "lines", "when"),
    [
        (500, ("Missiles and rockets hit the base",), "20 Jan 2024"),
        (210, ("Missiles and rockets", "hit the base"), "20 Jan 2024"),
        (150, ("Missiles and rockets", "hit the base"), ""),
        (100, ("Missiles and", "rockets hit th…"), ""),
    ],
)
def test_words_take_the_room_there_is(room: int, lines: tuple[str, ...], when: str) -> None:
    found = make_fitter(measure)("Missiles and rockets hit the base", "20 Jan 2024", room, True)
    assert found is not None
    assert (found.lines, found.when) == (lines, when)
    assert found.width <= room


def test_too_little_room_has_no_words() -> None:
    fit = make_fitter(measure)
    assert fit("Missiles and rockets hit the base", "", 40, True) is None
    assert fit("Missiles", "", 60, True) is not None


@pytest.mark.parametrize(
    ("edtf", "year", "words"),
    [
        ("2024-01-08/2024-01-10", "2024", "8 to 10 Jan"),
        ("2023-11-08/2024-01-10", "2024", "8 Nov 2023 to 10 Jan 2024"),
        ("[..2024-01-23]", "2024", "by 23 Jan"),
        ("2024-01-20", "", "20 Jan 2024"),
        ("2024", "2024", "2024"),
        ("2024-05", "2024", "May"),
    ],
)
def test_dates_leave_out_the_year_that_the_axis_says(edtf: str, year: str, words: str) -> None:
    assert caption_words(Caption("", UncertainDate(edtf)), year)[1] == words


def _scene() -> Scene:
    lanes = make_lanes(
        [[Told("2024-01-20"), Told("2024-01-22/2024-01-26")], [Told("2024-01-18")] * 60],
        links=[(1, 2, LinkKind.CAUSED_BY)],
    )
    boxes = arrange_lanes(lanes.lanes, order=(0, 1), collapsed=(), view_height=400).boxes
    return build(lanes, TimeScale(DAY_ONE, 1_200, 1_000), boxes)[0]


def test_the_pointer_finds_marks_ends_rings_and_ground() -> None:
    scene = _scene()
    point, bar = sorted(scene.marks, key=lambda mark: mark.id)
    ring = scene.clusters[0]
    at = [
        (point.x, point.y, Target.MARK, point.id),
        (bar.left + 1, bar.y, Target.START, bar.id),
        (bar.right - 1, bar.y + 3, Target.END, bar.id),
        ((bar.left + bar.right) / 2, bar.y, Target.MARK, bar.id),
        (ring.x + 5, ring.y, Target.CLUSTER, 0),
        (990, 395, Target.LANE, 0),
        (990, 500, Target.EMPTY, 0),
    ]
    for x, y, kind, incident_id in at:
        found = hit(scene, x, y)
        assert (found.kind, found.id) == (kind, incident_id)
        assert found.second == scene.scale.t_at(x)
    assert hit(scene, 990, 395).lane == 1
    label = next(label for label in scene.labels if label.id == point.id)
    assert hit(scene, label.x + label.width / 2, label.y).id == point.id


def test_the_pointer_finds_an_arrow_by_its_line() -> None:
    scene = _scene()
    (arrow,) = scene.arrows
    (x, y), (next_x, next_y) = arrow.points[1:3]
    found = hit(scene, (x + next_x) / 2, (y + next_y) / 2)
    assert (found.kind, found.id) == (Target.ARROW, arrow.link_id)


def _columns(spans: list[tuple[int, int]]) -> MarkColumns:
    rows = sorted((first, first + length, number + 1, 1, 7, 0, 0, 0) for number, (first, length) in enumerate(spans))
    return columns_of(rows)


_spans = st.lists(st.tuples(st.integers(0, 1_000), st.integers(0, 500)), min_size=1, max_size=60)


@given(_spans, st.integers(-10, 1_600))
def test_what_reaches_into_a_moment_is_counted_and_found(spans: list[tuple[int, int]], second: int) -> None:
    index = LaneIndex(_columns(spans), 10**9)
    reaching = [place for place, first in enumerate(index.first) if first < second <= index.last[place]]
    assert index.begun_before(second) == len(reaching)
    found = [place for level in index.levels_from(0) for place in index.reaching_into(level, second, 100)]
    assert sorted(found) == reaching
    assert sorted(place for level in index.levels_from(0) for place in level.places) == list(range(len(spans)))


@given(_spans, _spans, st.integers(0, 59), st.integers(0, 59))
def test_a_patched_index_is_what_a_new_one_would_be(
    spans: list[tuple[int, int]], others: list[tuple[int, int]], begin: int, length: int
) -> None:
    before = LaneIndex(_columns(spans), 10**9)
    for level in before.levels_from(0):
        assert level.begun_before(500) >= 0
    marks = _columns(spans[:begin] + others[: length % 4] + spans[begin + length % 3 :])
    patched, anew = LaneIndex(marks, 10**9, before), LaneIndex(marks, 10**9)
    assert patched.ends == anew.ends
    assert list(patched.levels_from(0)) == list(anew.levels_from(0))


@pytest.mark.parametrize(
    ("place", "second", "length"), [(0, 9_005, 3), (899, 5, 700), (20, 8_000, 40), (890, 301, 0), (450, 9_999, 0)]
)
def test_an_index_is_patched_where_one_incident_moves_far(place: int, second: int, length: int) -> None:
    told = [(10 * number, number % 97, number) for number in range(900)]
    before = LaneIndex(_told(told), 10**9)
    for level in before.levels_from(0):
        assert level.begun_before(500) >= 0
    told[place] = (second, length, place)
    patched, anew = LaneIndex(_told(told), 10**9, before), LaneIndex(_told(told), 10**9)
    assert patched.levels, "not read anew"
    assert patched.ends == anew.ends
    assert patched.level_numbers == anew.level_numbers
    assert list(patched.levels_from(0)) == list(anew.levels_from(0))


def _told(spans: list[tuple[int, int, int]]) -> MarkColumns:
    return columns_of(sorted((first, first + length, number + 1, 1, 7, 0, 0, 0) for first, length, number in spans))


def test_wide_silences_are_found_among_very_many() -> None:
    day = DAY_SECONDS
    spans = [(start, start + day - 1) for start in range(0, 20_000 * day, 2 * day)]
    spans[5_000] = (10_000 * day, 10_000 * day + 1_500 * day - 1)
    spans = [span for number, span in enumerate(spans) if number <= 5_000 or span[0] > spans[5_000][1]]
    scale = TimeScale(0, 20_000 * day / 1_000, 1_000)
    assert list(Silences(tuple(spans)).wide(scale)) == [spans[5_000]]
    assert len(Silences(tuple(spans)).wide(TimeScale(0, 600, 1_000))) >= 2


def test_what_goes_on_ends_today_on_the_axis() -> None:
    lanes = make_lanes([[Told("2020-05-01/..")]])
    index = LaneIndex(lanes.lanes[0].marks, DAY_ONE)
    assert index.last == array("q", [DAY_ONE])
    assert index.begun_before(DAY_ONE - 5) == 1


def test_selection_is_sorted_into_lanes_once() -> None:
    lanes = make_lanes([[Told("2024-01-20")] * 40, [Told("2024-01-22")]])
    selected = frozenset(range(1, 42))
    view = View(lanes, TimeScale(DAY_ONE, 1_200, 1_000), (), 400, DAY_ONE, selected)
    pinned = Pinned()
    found = pinned.of(view)
    assert found == {1: list(range(1, 25)), 2: [41]}
    assert pinned.of(replace(view, height=500)) is found
    assert pinned.of(replace(view, selected=frozenset({40}))) == {1: [40]}
    assert pinned.of(replace(view, lanes=make_lanes([[Told("2024-01-20")]]), selected=frozenset({1, 40}))) == {1: [1]}

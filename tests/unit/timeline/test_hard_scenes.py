"""Chronologies that are hard to draw: all at one moment, long overlapping spans, far years, many lanes."""

import pytest

from dates.calendar import DAY_SECONDS
from gui.timeline.lane_layout import LEAST_ROWS, ROW, arrange_lanes
from gui.timeline.scene import Cluster, LaneBox, LinksShown, Scene, Shape
from gui.timeline.scene_builder import SceneBuilder
from gui.timeline.time_scale import FINEST, TimeScale, fitted
from models.enums import LinkKind
from services.timeline_lanes import Lanes
from tests.unit.timeline.lanes_made import CALENDAR, WORDS, Told, build, captions, make_lanes, measure

DAY_ONE = 19_737 * DAY_SECONDS  # 2024-01-15
HEIGHT = 650


def boxes_of(lanes: Lanes, height: int = HEIGHT) -> tuple[LaneBox, ...]:
    order = range(len(lanes.lanes))
    return arrange_lanes(lanes.lanes, order=order, collapsed=(), view_height=height).visible(0, height)


def counted(scene: Scene) -> int:
    return len(scene.marks) + sum(ring.count for ring in scene.clusters)


def test_ten_thousand_of_one_day_are_one_ring_at_any_zoom() -> None:
    lanes = make_lanes([[Told("2024-01-15T10:00")] * 10_000])
    for per_px in (FINEST, 1, 60, 3_600, 86_400, 10**7):
        scale = TimeScale(DAY_ONE + 36_000, per_px, 1_000).panned(-500)
        scene, view, builder = build(lanes, scale, boxes_of(lanes))
        shown = {mark.id for mark in scene.marks}
        assert len(shown) <= 1
        assert [ring.count + len(shown) for ring in scene.clusters] == [10_000]
        assert {*builder.cluster_ids(view, scene, scene.clusters[0]), *shown} == set(range(1, 10_001))
        assert 0 <= scene.clusters[0].x <= 1_000


def test_five_thousand_overlapping_spans_fill_the_rows_and_the_rest_is_counted() -> None:
    spans = [Told(f"{1900 + number % 60}-0{1 + number % 9}-01/{1990 + number % 30}") for number in range(5_000)]
    lanes = make_lanes([spans])
    for zoom in (1, 4, 200):
        scene, view, builder = build(lanes, fitted(*_span(lanes), 1_200).zoomed(zoom, 900), boxes_of(lanes))
        assert 1 <= len(scene.marks) <= 200
        members = [each for ring in scene.clusters for each in builder.cluster_ids(view, scene, ring)]
        assert len(members) == len(set(members))
        assert not {mark.id for mark in scene.marks} & set(members)
        assert counted(scene) >= 4_900 if zoom < 200 else counted(scene) >= 4_000


def test_spans_over_all_that_is_seen_leave_rows_for_what_happens_there() -> None:
    scale = TimeScale(DAY_ONE, 60, 1_200)
    for points, bars in ((1, 6), (20, 2)):
        lanes = make_lanes(
            [[Told("1900/2100")] * 40 + [Told(f"2024-01-15T{hour + 3:02}:30") for hour in range(points)]]
        )
        scene, _, _ = build(lanes, scale, boxes_of(lanes, 260))
        assert sum(mark.shape is Shape.BAR for mark in scene.marks) == bars
        assert sum(mark.shape is Shape.POINT for mark in scene.marks) == points
        assert [ring.is_before for ring in scene.clusters] == [True]


def test_incident_alone_that_goes_on_over_all_in_view_is_shown_as_itself() -> None:
    lanes = make_lanes([[Told("2024"), Told("2024"), Told("2024-06-05"), Told("2024-06-11")]])
    for height in (260, 80, 36):
        plan = arrange_lanes(lanes.lanes, order=(0,), collapsed=(), view_height=height)
        box = plan.boxes[0]._replace(height=height, collapsed=height == 36)
        scene, _, _ = build(lanes, TimeScale(DAY_ONE + 135 * DAY_SECONDS, 2_400, 1_000), (box,))
        assert all(ring.count > 1 for ring in scene.clusters)
        assert counted(scene) == 4
    scene, _, _ = build(lanes, TimeScale(DAY_ONE + 135 * DAY_SECONDS, 2_400, 1_000), boxes_of(lanes, 120))
    (begun,) = [mark for mark in scene.marks if mark.has_begun]
    assert begun.shape is Shape.POINT
    label = next(label for label in scene.labels if label.id == begun.id)
    assert begun.x < label.x < begun.x + 20


def test_minutes_of_a_far_year_are_apart() -> None:
    lanes = make_lanes([[Told("Y-13000000000"), Told("2024-01-15T10:00"), Told("2024-01-15T10:01")]])
    first, last = _span(lanes)
    whole, _, _ = build(lanes, fitted(first, last, 1_200), boxes_of(lanes))
    assert counted(whole) == 3
    far, _, _ = build(lanes, TimeScale(first - 600, 2, 1_200), boxes_of(lanes))
    assert [mark.id for mark in far.marks] == [1]
    near, _, _ = build(lanes, fitted(last - 120, last, 1_200), boxes_of(lanes))
    xs = {mark.id: mark.x for mark in near.marks}
    assert xs[3] - xs[2] > 300


def test_lanes_out_of_view_are_not_laid_out() -> None:
    lanes = make_lanes([[Told("2024-01-15")]] * 3_000)
    plan = arrange_lanes(lanes.lanes, order=range(3_000), collapsed=(), view_height=HEIGHT)
    boxes = plan.visible(plan.height - HEIGHT, HEIGHT)
    scene, _, _ = build(lanes, fitted(*_span(lanes), 1_200), boxes)
    assert [box.place for box in boxes][-1] == 2_999
    assert len(scene.marks) == len(boxes) <= HEIGHT // (LEAST_ROWS * ROW) + 1


def test_words_are_asked_for_what_is_shown_alone() -> None:
    lanes = make_lanes([[Told(f"20{number % 24:02}-0{1 + number % 9}-1{number % 9}") for number in range(20_000)]])
    given = captions()
    builder = SceneBuilder(given, measure, WORDS, CALENDAR)
    scene, _, _ = build(lanes, fitted(*_span(lanes), 1_200).zoomed(40, 600), boxes_of(lanes), builder=builder)
    asked = [each for ids in given.asked for each in ids]
    assert len(asked) == len(set(asked)) <= 200
    assert set(asked) <= {mark.id for mark in scene.marks}


def test_panning_moves_rings_with_time_and_keeps_their_numbers() -> None:
    lanes = make_lanes([[Told(f"2024-0{1 + number % 9}-{1 + number % 28:02}") for number in range(3_000)]])
    scale = TimeScale(DAY_ONE, 40_000, 1_200)
    before, _, builder = build(lanes, scale, boxes_of(lanes))
    after, _, _ = build(lanes, scale.panned(33), boxes_of(lanes), builder=builder)
    rings = {(ring.first, ring.last): ring for ring in before.clusters if 100 < ring.x < 1_100}
    moved = {(ring.first, ring.last): ring for ring in after.clusters}
    assert rings
    for cell, ring in rings.items():
        assert moved[cell].count == ring.count
        assert moved[cell].x == pytest.approx(ring.x - 33)
        assert moved[cell].y == ring.y


def test_panning_keeps_bars_in_their_rows_when_others_leave() -> None:
    spans = [Told("2024-01-01/2024-02-10"), Told("2024-02-01/2024-04-10"), Told("2024-03-01/2024-06-10")]
    lanes = make_lanes([spans])
    scale = TimeScale(DAY_ONE, 12_000, 1_000)
    scene, _, builder = build(lanes, scale, boxes_of(lanes))
    rows = {mark.id: mark.y for mark in scene.marks}
    for step in range(1, 16):
        scene, _, _ = build(lanes, scale.panned(20 * step), boxes_of(lanes), builder=builder)
        for mark in scene.marks:
            assert mark.y == rows[mark.id]


def test_a_selected_incident_stands_for_itself_among_many() -> None:
    lanes = make_lanes([[Told("2024-01-15")] * 500])
    scene, _, _ = build(
        lanes, TimeScale(DAY_ONE - 40 * DAY_SECONDS, 8_000, 1_000), boxes_of(lanes), selected=frozenset({77})
    )
    assert [(mark.id, mark.is_selected) for mark in scene.marks] == [(77, True)]
    assert [ring.count for ring in scene.clusters] == [499]
    assert [label.id for label in scene.labels] == [77]


def test_a_ring_tells_that_a_selected_incident_is_in_it() -> None:
    lanes = make_lanes([[Told("2024-01-15")] * 500])
    box = LaneBox(0, lanes.lanes[0].key, 0, ROW, collapsed=True)
    scale = TimeScale(DAY_ONE - 40 * DAY_SECONDS, 8_000, 1_000)
    scene, _, _ = build(lanes, scale, [box], selected=frozenset({77}))
    assert [(ring.count, ring.is_selected) for ring in scene.clusters if isinstance(ring, Cluster)] == [(500, True)]


def test_nothing_dated_gives_an_empty_scene() -> None:
    lanes = make_lanes([[]])
    scene, _, _ = build(lanes, TimeScale(DAY_ONE, 1_000, 800), boxes_of(lanes))
    assert not scene.marks
    assert not scene.clusters


def test_arrows_join_marks_in_view_and_follow_the_choice_of_links() -> None:
    lanes = make_lanes(
        [[Told("2024-01-20")], [Told("2024-01-23")]],
        links=[(1, 2, LinkKind.RESPONSE_TO)],
    )
    scale = TimeScale(DAY_ONE, 2_400, 1_000)
    scene, _, _ = build(lanes, scale, boxes_of(lanes))
    assert [(arrow.from_id, arrow.to_id, arrow.word) for arrow in scene.arrows] == [(1, 2, "response-to")]
    marks = {mark.id: mark for mark in scene.marks}
    assert scene.arrows[0].points[0][1] == marks[1].y
    assert scene.arrows[0].points[-1][1] == marks[2].y
    assert scene.arrows[0].points[-1][0] < marks[2].x
    for links, selected, count in (
        (LinksShown.HIDDEN, frozenset({1}), 0),
        (LinksShown.SELECTED, frozenset[int](), 0),
        (LinksShown.SELECTED, frozenset({2}), 1),
    ):
        shown, _, _ = build(lanes, scale, boxes_of(lanes), links=links, selected=selected)
        assert len(shown.arrows) == count


def test_silences_are_hatched_where_they_are_wide_enough() -> None:
    week = (DAY_ONE, DAY_ONE + 7 * DAY_SECONDS - 1)
    lanes = make_lanes([[Told("2024-01-10"), Told("2024-01-25")]], silences=(week,))
    wide, _, _ = build(lanes, TimeScale(DAY_ONE - 10 * DAY_SECONDS, 2_400, 1_000), boxes_of(lanes))
    assert [(stretch.first, stretch.last, stretch.words) for stretch in wide.silences] == [
        (*week, "nothing recorded · 7 days")
    ]
    narrow, _, _ = build(lanes, TimeScale(DAY_ONE - 10 * DAY_SECONDS, 10**6, 1_000), boxes_of(lanes))
    assert not narrow.silences


def _span(lanes: Lanes) -> tuple[int, int]:
    assert lanes.span is not None
    return lanes.span


def test_columns_say_when_it_happened_whatever_was_counted_before() -> None:
    told = [Told(f"20{10 + number % 9}-0{1 + number % 9}-{10 + number % 18}") for number in range(5_000)]
    lanes = make_lanes([told, [Told("2012")] * 300])
    whole = fitted(*_span(lanes), 1_200)
    _, _, builder = build(lanes, whole, boxes_of(lanes))
    for scale in (whole.panned(150), whole.zoomed(1.1, 500), whole.zoomed(0.8, 200), whole.zoomed(6, 700), whole):
        kept, _, _ = build(lanes, scale, boxes_of(lanes), builder=builder)
        anew, _, _ = build(lanes, scale, boxes_of(lanes))
        assert kept.densities == anew.densities
        assert [density.lane for density in kept.densities] == [0, 1]
        assert kept.densities[0].columns
        assert not kept.densities[1].columns  # years are no days

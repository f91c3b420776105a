"""Arrows keep their heads free of words, and links that leave the view are led to its edge."""

import datetime as dt
from itertools import combinations
from math import dist

from hypothesis import given, settings
from hypothesis import strategies as st

from gui.timeline.arrow_ways import uprights
from gui.timeline.lane_layout import LanePlan, arrange_lanes
from gui.timeline.scene import Arrow, LinksShown, Scene, View
from gui.timeline.scene_builder import SceneBuilder
from gui.timeline.things import boxes_of
from gui.timeline.time_scale import TimeScale
from models.enums import LinkKind
from services.timeline_lanes import Lanes
from tests.unit.timeline.lanes_made import CALENDAR, WORDS, Told, build, captions, make_lanes, measure

DAY_ONE = 1_704_067_200  # 1 January 2024
WIDTH, HEIGHT = 1_000, 400
SCALE = TimeScale(DAY_ONE, 2_400, WIDTH)  # 36 px a day, not quite 28 days
KIND = LinkKind.CAUSED_BY
PILL_HEIGHT = 22.0


def _plan(lanes: Lanes, height: int = HEIGHT) -> LanePlan:
    return arrange_lanes(lanes.lanes, order=range(len(lanes.lanes)), collapsed=(), view_height=height)


def _scene(lanes: Lanes, *selected: int, links: LinksShown = LinksShown.ALL) -> Scene:
    return build(lanes, SCALE, _plan(lanes).boxes, selected=frozenset(selected), links=links)[0]


def _has_free_head(scene: Scene, arrow: Arrow) -> bool:
    """Whether no words are drawn over the last px of an arrow."""
    (back_x, back_y), (x, y) = arrow.points[-2:]
    left, right = sorted((x, max(x - 8, min(x + 8, back_x))))
    top, bottom = sorted((y, max(y - 8, min(y + 8, back_y))))
    return not any(
        label.x < right - 1
        and label.x + label.width > left + 1
        and label.y - label.height / 2 < bottom - 1
        and label.y + label.height / 2 > top + 1
        for label in scene.labels
    )


def test_arrow_into_a_mark_with_words_at_its_left_comes_from_a_row() -> None:
    lanes = make_lanes([[Told("2024-01-10")], [Told("2024-01-28")]], links=[(1, 2, KIND)])
    for selected in ((), (1,), (2,)):
        scene = _scene(lanes, *selected)
        mark = next(mark for mark in scene.marks if mark.id == 2)
        assert next(label for label in scene.labels if label.id == 2).x < mark.x
        (arrow,) = scene.arrows
        assert arrow.points[-1][0] == mark.x
        assert arrow.points[-1][1] < mark.y
        assert _has_free_head(scene, arrow)


def test_link_of_a_selected_incident_that_leaves_the_view_goes_to_its_edge() -> None:
    lanes = make_lanes(
        [[Told("2020-01-01"), Told("2024-01-14"), Told("2030-01-01")]],
        links=[(2, 3, KIND), (1, 2, LinkKind.PART_OF), (2, 1, LinkKind.SEE_ALSO)],
    )
    scene = _scene(lanes, 2, links=LinksShown.SELECTED)
    found = {arrow.kind: arrow for arrow in scene.arrows}
    assert {kind: arrow.away_id for kind, arrow in found.items()} == {
        KIND: 3,
        LinkKind.PART_OF: 1,
        LinkKind.SEE_ALSO: 1,
    }
    assert found[KIND].points[-1][0] > WIDTH - 5
    assert found[LinkKind.PART_OF].points[0][0] < 5
    assert found[LinkKind.SEE_ALSO].points[-1][0] < 5
    assert found[LinkKind.PART_OF].points[1][1] != found[LinkKind.SEE_ALSO].points[-1][1]
    assert all(_has_free_head(scene, arrow) and arrow.word and arrow.is_selected for arrow in scene.arrows)


def test_other_links_that_leave_the_view_begin_beside_their_mark() -> None:
    lanes = make_lanes([[Told("2024-01-14"), Told("2030-01-01")]], links=[(2, 1, KIND)])
    scene = _scene(lanes)
    (arrow,), (label,), (mark,) = scene.arrows, scene.labels, scene.marks
    (begin, _), (end, _) = arrow.points
    assert arrow.away_id == 2
    assert label.x + label.width < end < begin < label.x + label.width + 40
    assert not arrow.word
    assert mark.x < label.x
    assert not _scene(lanes, links=LinksShown.SELECTED).arrows
    assert not _scene(lanes, 1, links=LinksShown.HIDDEN).arrows


def test_link_into_a_lane_above_or_below_leaves_by_that_edge() -> None:
    lanes = make_lanes(
        [[Told("2024-01-10")], [Told("2024-01-14")], [Told("2024-01-18")]], links=[(1, 2, KIND), (2, 3, KIND)]
    )
    plan = _plan(lanes)
    middle = plan.boxes[1]
    boxes = plan.visible(middle.top, middle.height)
    view = View(lanes, SCALE, boxes, middle.height, DAY_ONE, frozenset({2}), plan=plan.boxes)
    scene = SceneBuilder(captions(), measure, WORDS, CALENDAR).build(view)
    ends = {arrow.away_id: (arrow.points[0][1], arrow.points[-1][1]) for arrow in scene.arrows}
    assert ends[1][0] < 5
    assert ends[3][1] > middle.height - 5


def test_link_of_what_a_ring_counts_joins_the_ring() -> None:
    groups = [[Told("2024-01-10")], [Told("2024-01-18T10:00")] * 20]
    for selected in ((), (1,)):
        for link in ((1, 18, KIND), (18, 1, KIND)):
            scene = _scene(make_lanes(groups, links=[link]), *selected)
            (mark,), (ring,), (arrow,) = scene.marks, scene.clusters, scene.arrows
            assert arrow.away_id == 18
            at_mark, at_ring = arrow.points[:: 1 if link[0] == 1 else -1][:: len(arrow.points) - 1]
            assert 16 < dist(at_ring, (ring.x, ring.y)) < 22
            assert 10 < dist(at_mark, (mark.x, mark.y)) < 22


def test_links_into_many_rings_are_shown_for_the_selected_alone() -> None:
    crowds = [Told(f"2024-01-{day:02}T10:00") for day in range(2, 28) for _ in range(60)]
    lanes = make_lanes([[Told("2024-01-10")], crowds], links=[(1, 500, KIND)])
    assert len(_scene(lanes).clusters) > 12
    assert not _scene(lanes).arrows
    assert [arrow.away_id for arrow in _scene(lanes, 1).arrows] == [500]


def test_link_between_rings_leads_nowhere() -> None:
    crowd = [Told("2024-01-18T10:00")] * 60
    lanes = make_lanes([crowd, crowd], links=[(1, 70, KIND)])
    assert not _scene(lanes).arrows
    assert not _scene(lanes, links=LinksShown.SELECTED).arrows


def _have_room(scene: Scene) -> bool:
    """Whether the words of links stand clear of each other."""
    worded = [arrow for arrow in scene.arrows if arrow.word]
    return not any(
        abs(one.pill_x - other.pill_x) < (one.pill_width + other.pill_width) / 2 - 1
        and abs(one.pill_y - other.pill_y) < PILL_HEIGHT - 1
        for one, other in combinations(worded, 2)
    )


def test_words_of_links_on_one_way_stand_apart() -> None:
    day = Told("2024-01-14")
    lanes = make_lanes(
        [[day] * 2, [day], [Told("2024-02-20")], [day] * 2],
        links=[(1, 5, KIND), (2, 6, LinkKind.SEE_ALSO), (1, 6, LinkKind.CONTRADICTS)],
    )
    for selected in ((), (1,), (6,)):
        scene = _scene(lanes, *selected)
        assert [arrow.word for arrow in scene.arrows].count("") < len(scene.arrows) - 1
        assert _have_room(scene)


def test_arrows_side_by_side_go_up_apart() -> None:
    day = Told("2024-01-14")
    lanes = make_lanes([[day] * 2, [day], [day] * 2], links=[(1, 4, KIND), (2, 5, KIND), (1, 5, KIND), (3, 1, KIND)])
    for selected in ((), (1,)):
        scene = _scene(lanes, *selected)
        assert len(scene.arrows) == 4
        lines = [max(uprights(arrow.points), key=lambda line: abs(line[0][1] - line[1][1])) for arrow in scene.arrows]
        for (one, one_end), (other, other_end) in combinations(lines, 2):
            is_beside = max(min(one[1], one_end[1]), min(other[1], other_end[1])) < min(
                max(one[1], one_end[1]), max(other[1], other_end[1])
            )
            assert not is_beside or abs(one[0] - other[0]) >= 8


def test_boxes_of_selected_marks_have_room_for_their_ring() -> None:
    lanes = make_lanes([[Told("2024-01-10"), Told("2024-01-20")]])
    marks = _scene(lanes, 1).marks
    selected, plain = boxes_of(marks, (), ())
    assert (selected.right - selected.left, selected.bottom - selected.top) == (36, 36)
    assert (plain.right - plain.left, plain.bottom - plain.top) == (22, 22)


_told = st.integers(-20, 60).map(lambda day: Told(str(dt.date(2024, 1, 1) + dt.timedelta(days=day))))


@settings(max_examples=80)
@given(st.lists(st.lists(_told, min_size=1, max_size=25), min_size=1, max_size=4), st.data())
def test_every_arrow_has_a_seen_end_and_a_head_that_is_seen(groups: list[list[Told]], data: st.DataObject) -> None:
    ids = st.integers(1, sum(map(len, groups)))
    links = data.draw(st.lists(st.tuples(ids, ids, st.sampled_from(LinkKind)), max_size=30))
    selected = data.draw(st.lists(ids, max_size=3))
    scene = _scene(make_lanes(groups, links=[link for link in links if link[0] != link[1]]), *selected)
    assert _have_room(scene)
    seen = {mark.id for mark in scene.marks if 0 <= mark.x <= WIDTH}
    for arrow in scene.arrows:
        away = {arrow.from_id, arrow.to_id} - seen
        assert away == ({arrow.away_id} - {None})
        assert arrow.is_selected == (not seen.isdisjoint({arrow.from_id, arrow.to_id} & set(selected)))
        if not arrow.is_selected:
            assert _has_free_head(scene, arrow)
            assert all(0 <= x <= WIDTH for x, _ in arrow.points)

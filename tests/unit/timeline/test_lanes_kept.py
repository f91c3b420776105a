"""What a frame takes over from the one before: lanes that differ in nothing, and nothing else."""

from dataclasses import replace

import pytest

from gui.timeline.lane_layout import arrange_lanes
from gui.timeline.scene import LaneBox, Mark, Scene
from gui.timeline.time_scale import TimeScale, fitted
from models.enums import Status
from services.timeline_lanes import Lanes
from tests.unit.timeline.lanes_made import Told, build, make_lanes

_SPAN = (1_262_304_000, 1_546_300_800)
_SCALES = tuple(fitted(*_SPAN, 1_000).zoomed(factor, 400) for factor in (1, 3, 11, 40, 160))


def _told(lane: int, *, status: Status = Status.REPORTED) -> list[Told]:
    return [
        Told(f"20{10 + number % 9}-0{1 + (number * lane) % 9}-{10 + number % 18}", status=status)
        for number in range(40 * lane)
    ]


def _lanes(*, status: Status = Status.REPORTED) -> Lanes:
    """Three lanes; `status` is that of the incidents of the second."""
    return make_lanes([_told(1), _told(2, status=status), _told(3)])


def _boxes(lanes: Lanes) -> tuple[LaneBox, ...]:
    return arrange_lanes(lanes.lanes, order=range(len(lanes.lanes)), collapsed=(), view_height=700).visible(0, 700)


def _of_lane(scene: Scene, place: int) -> list[Mark]:
    return [mark for mark in scene.marks if mark.lane == place]


@pytest.mark.parametrize("scale", _SCALES)
def test_same_view_is_the_same_scene(scale: TimeScale) -> None:
    lanes = _lanes()
    chosen = frozenset(range(5, 200, 23))
    first, _, builder = build(lanes, scale, _boxes(lanes), selected=chosen)
    again, _, _ = build(lanes, scale, _boxes(lanes), selected=chosen, builder=builder)
    assert again == first


@pytest.mark.parametrize("scale", _SCALES)
def test_edit_of_one_lane_lays_out_that_lane_alone(scale: TimeScale) -> None:
    before, after = _lanes(), _lanes(status=Status.DISPUTED)
    edited = replace(after, lanes=(before.lanes[0], after.lanes[1], before.lanes[2]))
    first, _, builder = build(before, scale, _boxes(before))
    patched, _, _ = build(edited, scale, _boxes(edited), builder=builder)
    anew, _, _ = build(edited, scale, _boxes(edited))
    assert patched == anew
    assert {mark.status for mark in _of_lane(patched, 1)} <= {Status.DISPUTED}
    for place in (0, 2):
        kept = zip(_of_lane(patched, place), _of_lane(first, place), strict=True)
        assert all(mark is known for mark, known in kept)


@pytest.mark.parametrize("scale", _SCALES)
def test_another_choice_moves_nothing_in_lanes_without_it(scale: TimeScale) -> None:
    lanes = _lanes()
    chosen = lanes.lanes[1].marks.ids[7]
    first, _, builder = build(lanes, scale, _boxes(lanes))
    other, _, _ = build(lanes, scale, _boxes(lanes), selected=frozenset({chosen}), builder=builder)
    for place in (0, 2):
        assert _of_lane(other, place) == _of_lane(first, place)
    assert all(mark.is_selected for mark in other.marks if mark.id == chosen)


def test_lane_is_laid_out_anew_where_it_has_another_place_or_scale() -> None:
    lanes = _lanes()
    boxes, scale = _boxes(lanes), _SCALES[2]
    _, _, builder = build(lanes, scale, boxes)
    moved = tuple(box._replace(top=box.top - 30) for box in boxes)
    for some, at in ((moved, scale), (moved, scale.panned(90)), (boxes, _SCALES[3])):
        kept, _, _ = build(lanes, at, some, builder=builder)
        anew, _, _ = build(lanes, at, some)
        assert [(mark.id, mark.x) for mark in kept.marks] == [(mark.id, mark.x) for mark in anew.marks]
        assert {mark.y for mark in kept.marks} == {mark.y for mark in anew.marks}

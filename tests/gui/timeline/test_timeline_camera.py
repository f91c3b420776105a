"""The camera: what moves by itself, where it ends, and what it keeps."""

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from gui.timeline.camera import TimelineCamera, ZoomLevel, between, level_of, per_px_at, place_of
from gui.timeline.time_scale import TimeScale, fitted

DAY = 86_400
SPAN = (0, 1000 * DAY)


@pytest.fixture
def camera(qapp: QCoreApplication) -> TimelineCamera:
    made = TimelineCamera()
    made.resize(1000)
    made.set_span(SPAN)
    made.fit(*SPAN)
    return made


@pytest.fixture
def moving(camera: TimelineCamera, monkeypatch: pytest.MonkeyPatch) -> TimelineCamera:
    monkeypatch.setenv("DATELINE_NO_MOTION", "0")
    return camera


def test_glide_ends_exactly_where_it_should(moving: TimelineCamera, qtbot: QtBot) -> None:
    moving.show_level(ZoomLevel.DAYS, 500)
    target = moving.target
    assert moving.scale != target
    with qtbot.waitSignal(moving.settled, check_params_cb=lambda: moving.scale == target):
        pass  # it may have settled for a moment where the processor was away for long
    assert level_of(target) is ZoomLevel.DAYS


def test_second_glide_starts_from_where_the_first_would_end(moving: TimelineCamera) -> None:
    moving.glide_pan(100)
    moving.glide_pan(100)
    assert moving.target.start == pytest.approx(fitted(*SPAN, 1000).panned(200).start, abs=2)


def test_fling_slows_down_and_ends(moving: TimelineCamera, qtbot: QtBot) -> None:
    moving.zoom(8, 500)
    start = moving.scale.start
    moving.fling(900)
    with qtbot.waitSignal(moving.settled, check_params_cb=lambda: not moving._fling.isActive()):
        pass
    assert moving.scale.start > start


def test_touch_ends_what_moves_by_itself(moving: TimelineCamera) -> None:
    moving.show_level(ZoomLevel.DAYS, 500)
    moving.stop()
    assert moving.target == moving.scale


def test_no_motion_means_at_once(camera: TimelineCamera) -> None:
    camera.show_level(ZoomLevel.HOURS, 500)
    assert level_of(camera.scale) is ZoomLevel.HOURS
    before = camera.scale
    camera.fling(5000)
    assert camera.scale == before


def test_pan_stops_where_nothing_is_left_to_see(camera: TimelineCamera) -> None:
    camera.pan(1e6)
    assert camera.scale.x_of(SPAN[1]) >= -500 - 1
    camera.pan(-1e7)
    assert camera.scale.x_of(SPAN[0]) <= 1500 + 1


def test_zoom_out_ends_at_a_use(camera: TimelineCamera) -> None:
    for _ in range(60):
        camera.zoom(0.5, 500)
    years = camera.scale.seconds_per_px * 1000 / (365.25 * DAY)
    assert 900 < years < 1100
    camera.zoom(2, 500)
    assert camera.scale.seconds_per_px * 1000 / (365.25 * DAY) < 600


def test_what_was_fitted_stays_fitted_in_another_width(camera: TimelineCamera) -> None:
    camera.resize(400)
    assert camera.scale == fitted(*SPAN, 400)
    camera.zoom(2, 100)
    left = camera.scale.start
    camera.resize(900)
    assert camera.scale.start == left


@pytest.mark.parametrize("part", [0.0, 0.2, 0.5, 0.9])
def test_way_between_two_scales_zooms_about_one_moment(part: float) -> None:
    start, end = TimeScale(0, 1000.0, 1000), TimeScale(100_000, 100.0, 1000)
    middle = between(start, end, part)
    assert 100.0 <= middle.seconds_per_px <= 1000.0
    still = 100_000 / 900
    assert middle.x_of(start.t_at(still)) == pytest.approx(still, abs=12)
    assert between(start, start.panned(50), 0.5).start == pytest.approx(25_000, abs=1)


@pytest.mark.parametrize("place", [0.0, 0.3, 0.77, 1.0])
def test_place_of_the_slider_and_zoom_agree(place: float) -> None:
    scale = TimeScale(0, per_px_at(place, SPAN, 1000), 1000)
    assert place_of(scale, SPAN) == pytest.approx(place, abs=1e-6)

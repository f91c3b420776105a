"""Seconds to pixels and back, in any year."""

from hypothesis import given
from hypothesis import strategies as st

from dates import LIMIT
from gui.timeline.time_scale import FINEST, TimeScale, coarsest, fitted

FAR_PAST = -13_000_000_000 * 31_556_952  # year -13,000,000,000
starts = st.integers(-LIMIT, LIMIT)
zooms = st.floats(FINEST, 1e12)
xs = st.floats(0, 1200)


@given(starts, zooms, xs, st.floats(0.05, 20))
def test_zoom_keeps_the_moment_under_the_pointer(start: int, per_px: float, x: float, factor: float) -> None:
    scale = TimeScale(start, per_px, 1200)
    if abs(start) > LIMIT // 2:
        return
    zoomed = scale.zoomed(factor, x)
    if zoomed.start in (-LIMIT, LIMIT):
        return
    assert abs(zoomed.x_of(scale.t_at(x)) - x) <= 1.01 / min(per_px, zoomed.seconds_per_px) + 1e-3


def test_pan_by_less_than_a_second_adds_up_at_the_deepest_zoom() -> None:
    scale = TimeScale(FAR_PAST, FINEST, 1200)
    for _ in range(200):
        scale = scale.panned(1)
    assert abs((scale.start + scale.fraction) - (FAR_PAST + 10)) < 1e-6 or scale.start - FAR_PAST == 10


@given(st.integers(-LIMIT, LIMIT), st.integers(0, 10**12))
def test_fit_shows_both_ends(first: int, length: int) -> None:
    last = min(LIMIT, first + length)
    scale = fitted(first, last, 1000)
    assert scale.x_of(first) >= -1e-6 or scale.start == -LIMIT
    assert scale.x_of(last + 1) <= 1000 + 1e-6 or scale.end > LIMIT - 2 * scale.seconds_per_px


@given(starts, st.floats(0.01, 1e18), st.floats(-5000, 5000))
def test_no_pan_or_zoom_leaves_the_time_that_dates_have(start: int, factor: float, px: float) -> None:
    scale = fitted(start, start, 1000).zoomed(1 / factor, 300).panned(px)
    assert scale.start >= -LIMIT
    assert FINEST <= scale.seconds_per_px <= coarsest(1000)


def test_minutes_of_a_far_year_are_told_apart() -> None:
    scale = TimeScale(FAR_PAST, 0.5, 1200)
    assert scale.x_of(FAR_PAST + 60) == 120
    assert scale.t_at(120) == FAR_PAST + 60

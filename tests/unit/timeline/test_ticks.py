"""What the axis says at each zoom."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dates import LIMIT
from dates.calendar import DAY_SECONDS, from_days, to_days, weekday_of
from gui.timeline.calendar_units import CELLS, MONTH, YEAR_STEPS, Base, CalendarUnit, cell_for, cell_starts, weeks_unit
from gui.timeline.ticks import make_axis
from gui.timeline.time_scale import TimeScale, coarsest, fitted
from tests.unit.timeline.lanes_made import CALENDAR

NEW_YEAR = to_days(2024, 1, 1) * DAY_SECONDS
HOUR = 3_600


def axis_texts(start: int, seconds_per_px: float, calendar: object = CALENDAR) -> tuple[list[str], list[str]]:
    axis = make_axis(TimeScale(start, seconds_per_px, 1_000), CALENDAR)
    return [title.text for title in axis.titles], [tick.label for tick in axis.ticks]


def test_days_are_numbered_under_their_month_with_strong_mondays() -> None:
    axis = make_axis(TimeScale(NEW_YEAR, DAY_SECONDS / 36, 1_000), CALENDAR)
    assert axis.titles[0].text == "January 2024"
    assert [tick.label for tick in axis.ticks][:4] == ["1", "2", "3", "4"]
    assert [tick.label for tick in axis.ticks if tick.is_strong] == ["1", "8", "15", "22"]
    assert axis.ticks[0].label_x == pytest.approx(18)
    assert [(round(band.left), round(band.right)) for band in axis.bands][:2] == [(180, 252), (432, 504)]
    assert [round(x) for x in axis.lines] == [0, 252, 504, 756]


def test_a_week_that_begins_on_sunday_has_its_lines_there() -> None:
    axis = make_axis(TimeScale(NEW_YEAR, DAY_SECONDS / 36, 1_000), replace(CALENDAR, first_weekday=6))
    assert [tick.label for tick in axis.ticks if tick.is_strong] == ["7", "14", "21", "28"]


@pytest.mark.parametrize(
    ("seconds_per_px", "title", "labels"),
    [
        (0.1, "Monday 1 January 2024", ["00:00:00", "00:00:10"]),
        (3, "Monday 1 January 2024", ["00:00", "00:05"]),
        (60, "Monday 1 January 2024", ["00:00", "01:00"]),
        (500, "Monday 1 January 2024", ["00:00", "12:00"]),
        (12_000, "January 2024", ["1", "8"]),
        (40_000, "2024", ["Jan", "Feb"]),
        (150_000, "2024", ["Jan", "Apr"]),
        (400_000, "2020s", ["2024", "2025"]),
        (10**7, "21st century", ["2020", "2040"]),
        (10**8, "3rd millennium", ["2000", "2200"]),
    ],
)
def test_each_zoom_has_its_words(seconds_per_px: float, title: str, labels: list[str]) -> None:
    titles, ticks = axis_texts(NEW_YEAR, seconds_per_px)
    assert titles[0] == title
    assert ticks[:2] == labels


def test_half_a_day_counts_to_twelve_where_people_do() -> None:
    axis = make_axis(TimeScale(NEW_YEAR + 11 * HOUR, 45, 400), replace(CALENDAR, is_24h=False))
    assert [tick.label for tick in axis.ticks][:3] == ["11:00 AM", "12:00 PM", "1:00 PM"]


def test_years_before_christ_and_far_ones_are_round() -> None:
    assert axis_texts(to_days(-98, 1, 1) * DAY_SECONDS, 10**7)[1][:3] == ["100 BC", "80 BC", "60 BC"]
    assert axis_texts(to_days(-49, 1, 1) * DAY_SECONDS, 5 * 10**7)[1][:3] == ["100 BC", "1", "100"]
    assert axis_texts(to_days(-13 * 10**9, 1, 1) * DAY_SECONDS, 10**15)[1][0].endswith("billion BC")
    assert axis_texts(to_days(-13 * 10**9, 1, 1) * DAY_SECONDS, 10**5)[1][0] == "Jan"


@given(st.integers(-LIMIT, LIMIT), st.floats(0, 1))
def test_labels_never_run_into_each_other_at_any_zoom(start: int, depth: float) -> None:
    widest = coarsest(1_000)
    scale = fitted(start, start, 1_000).zoomed((0.12 / widest) ** depth, 0)
    axis = make_axis(scale, CALENDAR)
    assert len(axis.ticks) <= 60
    for tick, following in pairwise(axis.ticks):
        assert following.first == tick.last + 1
        room = following.x - tick.x
        assert room >= 6.2 * len(tick.label) or tick.x < -200 or tick.first < -LIMIT


@given(st.sampled_from(CELLS), st.integers(-(10**17), 10**17))
def test_cells_hold_their_seconds_and_follow_each_other(unit: CalendarUnit, second: int) -> None:
    number = unit.number_at(second)
    assert unit.start_of(number) <= second < unit.start_of(number + 1)
    assert unit.number_at(unit.start_of(number)) == number
    assert unit.is_start(unit.start_of(number))


@given(st.floats(0.5, 10**17), st.integers(-(10**16), 10**16))
def test_cells_are_as_long_as_asked_for(least: float, first: int) -> None:
    unit = cell_for(least)
    starts = cell_starts(unit, first, first + int(10 * least))
    lengths = [end - begin for begin, end in pairwise(starts)]
    assert min(lengths) >= min(least, YEAR_STEPS[-1] * 365 * DAY_SECONDS) * 0.999
    assert starts[0] <= first < starts[-1]


def test_weeks_and_months_begin_where_calendars_say() -> None:
    monday = weeks_unit(0).start_of(weeks_unit(0).number_at(NEW_YEAR + 3 * DAY_SECONDS))
    assert weekday_of(monday // DAY_SECONDS) == 0
    leap = MONTH.start_of(MONTH.number_at(to_days(2024, 2, 29) * DAY_SECONDS) + 1)
    assert from_days(leap // DAY_SECONDS) == (2024, 3, 1)
    assert MONTH.base is Base.MONTH

"""Dates dragged along the axis: whole units of their own precision, and nothing else of them changes."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from dates import UNDATED, DateKind, Precision, UncertainDate
from dates.bounds import points_of, wall_span
from dates.calendar import DAY_SECONDS, LIMIT, to_days
from dates.edtf import Point
from dates.moving import date_at, end_stepped, ends_of, moved, stepped, with_end, with_start
from dates.reading import precision_of
from tests.unit.dates.date_strategies import uncertain_dates

SHIFTS = st.one_of(
    st.integers(-100, 100), st.integers(-(10**6), 10**6), st.integers(-(10**9), 10**9), st.integers(-(10**12), 10**12)
)
REACHES = st.integers(-(2 * 10**11), 2 * 10**11)
DATED = uncertain_dates().filter(lambda date: bool(date.edtf))


def second(year: int, month: int, day: int, hour: int = 0) -> int:
    return to_days(year, month, day) * DAY_SECONDS + hour * 3600


@given(REACHES, st.sampled_from([each for each in Precision if each is not Precision.NONE]))
def test_date_at_any_second_holds_it_at_that_precision(at: int, precision: Precision) -> None:
    date = date_at(at, precision)
    first, last = wall_span(_only(date))
    assert first <= at <= last
    assert date.precision is precision


@pytest.mark.parametrize(
    ("at", "precision", "expected"),
    [
        (second(2024, 1, 20), Precision.DAY, "2024-01-20"),
        (second(2024, 2, 29, 23), Precision.HOUR, "2024-02-29T23"),
        (second(1969, 12, 31), Precision.MONTH, "1969-12"),
        (second(2024, 5, 1), Precision.SEASON, "2024-34"),
        (second(-43, 3, 15), Precision.DECADE, "-004X"),
        (second(-43, 3, 15), Precision.DAY, "-0043-03-15"),
        (second(-3, 3, 15), Precision.CENTURY, "-00XX"),
        (second(12024, 3, 15), Precision.DAY, "Y12024"),
        (second(2024, 1, 20), Precision.NONE, ""),
    ],
)
def test_date_at_a_second_is_written_at_that_precision(at: int, precision: Precision, expected: str) -> None:
    assert date_at(at, precision).edtf == expected


@given(uncertain_dates(), SHIFTS)
def test_move_any_date_keeps_all_but_the_place(date: UncertainDate, by: int) -> None:
    after = moved(date, by)
    assert after.kind is date.kind
    assert (after.as_written, after.time_zone) == (date.as_written, date.time_zone)
    if date.edtf:
        assert (after.approximate, after.uncertain) == (date.approximate, date.uncertain)
        assert _shape(after) == _shape(date)


@given(uncertain_dates())
@example(UncertainDate("[2023-12-03,2023-12-03]"))
def test_move_any_date_by_nothing_changes_nothing(date: UncertainDate) -> None:
    assert moved(date, 0) == date
    assert stepped(date, 0) == date


@given(DATED, st.integers(-40, 40))
def test_step_there_and_back_comes_home_where_units_have_one_length(date: UncertainDate, units: int) -> None:
    points = _points(date)
    assume(len({precision_of(point) for point in points}) == 1)
    assume(not any(point.time.endswith(":60") or point.day == "3X" or point.season for point in points))
    there = stepped(date, units)
    assume(there != date)
    back = stepped(there, -units)
    assert [wall_span(point) for point in _points(back)] == [wall_span(point) for point in points] or any(
        point.year.is_estimate for point in points
    )


@given(DATED, st.integers(1, 10**9))
def test_move_later_never_lands_earlier(date: UncertainDate, by: int) -> None:
    assert moved(date, by).sort_at >= date.sort_at
    assert moved(date, -by).sort_at <= date.sort_at


@pytest.mark.parametrize(
    ("before", "days", "after"),
    [
        ("2024-01-20", 1, "2024-01-21"),
        ("2024-01-20", 0.4, "2024-01-20"),
        ("2024-01-20", 0.6, "2024-01-21"),
        ("2024-01-20", -0.6, "2024-01-19"),
        ("2024-01", 12, "2024-01"),
        ("2024-01", 20, "2024-02"),
        ("2024-01?", 20, "2024-02?"),
        ("2023-10-1X~", 31, "2023-11-1X~"),
        ("2023-01-3X", 25, "2023-02-2X"),
        ("2023-24", 90, "2024-21"),
        ("2024-21", -60, "2023-24"),
        ("2023-34", 90, "2023-35"),
        ("2023-29", 90, "2023-30"),
        ("199X", 3652, "200X"),
        ("-000X", 3652, "000X"),
        ("[2024-01-04..2024-01-09]", 2, "[2024-01-06..2024-01-11]"),
        ("[2024-01-20,2024-01-21]", 1, "[2024-01-21,2024-01-22]"),
        ("[..2024-01-23]", -1, "[..2024-01-22]"),
        ("2024-01-08/2024-01-10", 30, "2024-02-07/2024-02-09"),
        ("2024-01/..", 31, "2024-02/.."),
        ("2024-01-31/2024-02", 31, "2024-02-29/2024-03"),
        ("2024-01-31T08:30/2024-02-01", 1, "2024-02-01T08:30/2024-02-02"),
        ("2024-01-20T18:30+03:00", 1 / 24, "2024-01-20T19:30+03:00"),
        ("9999-12-31", 1, "9999-12-31"),
        ("XXXX-12-25", 400, "XXXX-12-25"),
        ("", 400, ""),
    ],
)
def test_move_goes_by_units_of_the_precision(before: str, days: float, after: str) -> None:
    assert moved(UncertainDate(before), round(days * DAY_SECONDS)).edtf == after


@given(uncertain_dates(), REACHES)
def test_drag_any_end_anywhere_gives_a_date_in_order(date: UncertainDate, at: int) -> None:
    for after in (with_start(date, at), with_end(date, at)):
        assert UncertainDate(after.edtf).edtf == after.edtf
        assert (after.as_written, after.time_zone) == (date.as_written, date.time_zone)
        points = _points(after)
        assert len(points) != 2 or wall_span(points[0])[0] <= wall_span(points[1])[1] or "," in after.edtf


@given(st.lists(st.integers(-(10**5), 10**5), min_size=2, max_size=2), st.sampled_from(("{}/{}", "[{}..{}]")))
def test_drag_an_end_to_where_it_is_changes_nothing(days: list[int], form: str) -> None:
    first, last = (date_at(day * DAY_SECONDS, Precision.DAY).edtf for day in sorted(days))
    date = UncertainDate(form.format(first, last))
    start, end = ends_of(date)
    assert start is not None
    assert end is not None
    assert with_start(date, start) == date
    assert with_end(date, end) == date


@pytest.mark.parametrize(
    ("before", "day", "after"),
    [
        ("2024-01-08/2024-01-10", 14, "2024-01-08/2024-01-14"),
        ("2024-01-08/2024-01-10", 3, "2024-01-08"),
        ("2024-01-08/..", 14, "2024-01-08/2024-01-14"),
        ("[2024-01-04..2024-01-09]", 12, "[2024-01-04..2024-01-12]"),
        ("[2024-01-04..2024-01-09]", 2, "2024-01-04"),
        ("[2024-01-20,2024-01-21]", 23, "[2024-01-20,2024-01-23]"),
        ("[2024-01-20..]", 23, "[2024-01-20..2024-01-23]"),
        ("[..2024-01-23]", 25, "[..2024-01-25]"),
        ("2024-01-20", 22, "2024-01-20/2024-01-22"),
        ("2024-01-20~", 22, "2024-01-20~/2024-01-22~"),
        ("2024-01-20", 20, "2024-01-20"),
        ("2024-01-20", 7, "2024-01-20"),
        ("", 7, ""),
    ],
)
def test_drag_the_end_keeps_what_the_date_says(before: str, day: int, after: str) -> None:
    assert with_end(UncertainDate(before), second(2024, 1, day, 12)).edtf == after


@pytest.mark.parametrize(
    ("before", "day", "after"),
    [
        ("2024-01-08/2024-01-10", 4, "2024-01-04/2024-01-10"),
        ("2024-01-08/2024-01-10", 30, "2024-01-10"),
        ("[..2024-01-23]", 20, "[2024-01-20..2024-01-23]"),
        ("../2024-01-23", 20, "2024-01-20/2024-01-23"),
        ("2024-01-20", 18, "2024-01-18/2024-01-20"),
    ],
)
def test_drag_the_start_keeps_what_the_date_says(before: str, day: int, after: str) -> None:
    assert with_start(UncertainDate(before), second(2024, 1, day, 12)).edtf == after


def test_step_the_end_of_a_point_there_and_back_gives_the_point() -> None:
    day = UncertainDate("2024-01-31", "the last of January", "Asia/Baghdad")
    longer = end_stepped(day, 2)
    assert longer.edtf == "2024-01-31/2024-02-02"
    assert longer.kind is DateKind.FROM_TO
    assert end_stepped(longer, -2) == day


def test_step_an_open_end_leaves_it_open() -> None:
    assert end_stepped(UncertainDate("2024-01-31/.."), 1).edtf == "2024-01-31/.."
    assert ends_of(UNDATED) == (None, None)


def _only(date: UncertainDate) -> Point:
    tree = date.reading.tree
    assert isinstance(tree, Point)
    return tree


def _points(date: UncertainDate) -> tuple[Point, ...]:
    return () if date.reading.tree is None else points_of(date.reading.tree)


def _shape(date: UncertainDate) -> list[Precision]:
    return [precision_of(point) for point in _points(date)]


@pytest.mark.parametrize("second", [LIMIT, -LIMIT])
@pytest.mark.parametrize("precision", [Precision.SECOND, Precision.DAY, Precision.YEAR, Precision.MILLENNIUM])
def test_ends_of_the_time_axis_have_a_date(second: int, precision: Precision) -> None:
    first, last = date_at(second, precision).wall_span
    assert first is not None
    assert last is not None
    assert first <= last
    assert min(abs(first - second), abs(last - second)) < 4_000 * 366 * 86_400

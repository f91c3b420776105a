"""Calendar arithmetic and time zones."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dates import DateError, DateProblem, UncertainDate, is_plain_day
from dates.calendar import add_months, days_in_month, from_days, to_days, weekday_of
from dates.reading import read_tree

HOUR = 3600


@given(st.dates())
def test_days_of_every_python_date_agree_with_datetime(day: dt.date) -> None:
    days = to_days(day.year, day.month, day.day)
    assert days == day.toordinal() - dt.date(1970, 1, 1).toordinal()
    assert from_days(days) == (day.year, day.month, day.day)
    assert weekday_of(days) == day.weekday()


@given(st.integers(-(10**15), 10**15))
def test_days_of_any_number_come_back_unchanged(days: int) -> None:
    year, month, day = from_days(days)
    assert to_days(year, month, day) == days
    assert 1 <= day <= days_in_month(year, month)


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [((2026, 11), -11, (2025, 12)), ((2026, 11), 1, (2026, 12)), ((2026, 11), 2, (2027, 1)), ((0, 1), -1, (-1, 12))],
)
def test_add_months_crosses_years(start: tuple[int, int], count: int, expected: tuple[int, int]) -> None:
    assert add_months(*start, count) == expected


@pytest.mark.parametrize(
    ("text", "zone", "hours"),
    [
        ("2024-01-20T18:30", "Asia/Baghdad", 3),
        ("2024-07-20T18:30", "Europe/Berlin", 2),
        ("2024-01-20T18:30", "+05:00", 5),
        ("2024-01-20T18:30", "-05:00", -5),
        ("2024-01-20T18:30", "Z", 0),
        ("2024-01-20T18:30+01:00", "Asia/Baghdad", 1),
        ("2024-01-20", "Asia/Baghdad", 3),
        ("Y12000", "Asia/Tokyo", 9),
        ("9999-12-31", "Asia/Tokyo", 9),
    ],
)
def test_span_with_time_zone_is_shifted_to_utc(text: str, zone: str, hours: int) -> None:
    local = UncertainDate(text.removesuffix("+01:00"))
    date = UncertainDate(text, "", zone)
    assert date.earliest == local.earliest - hours * HOUR
    assert date.latest == local.latest - hours * HOUR
    assert date.sort_at == local.sort_at


def test_span_when_clocks_change_holds_both_readings() -> None:
    local = UncertainDate("2024-10-27T02:30")
    date = UncertainDate("2024-10-27T02:30", "", "Europe/Berlin")
    assert date.earliest == local.earliest - 2 * HOUR
    assert date.latest == local.latest - HOUR


def test_span_before_the_common_era_uses_local_mean_time() -> None:
    local, date = UncertainDate("-0043-03-15"), UncertainDate("-0043-03-15", "", "Europe/Rome")
    assert 0 < local.earliest - date.earliest < HOUR


def test_span_with_zone_unknown_to_this_computer_is_read_as_utc() -> None:
    assert UncertainDate.stored("2024-01-20", "", "Mars/Phobos").earliest == UncertainDate("2024-01-20").earliest


@pytest.mark.parametrize(
    "zone", ["Mars/Phobos", "America", "../etc/passwd", "+3", "+19:00", "+03:60", "+٠٣:٠٠", "Zürich", "\x00", "x" * 100]
)
def test_construct_with_unknown_zone_names_the_problem(zone: str) -> None:
    with pytest.raises(DateError) as caught:
        UncertainDate("2024-01-20", "", zone)
    assert caught.value.problem is DateProblem.UNKNOWN_TIME_ZONE


@pytest.mark.parametrize("zone", ["", "Z", "UTC", "Asia/Baghdad", "+03:00", "-11:30"])
def test_construct_with_known_zone_keeps_it(zone: str) -> None:
    assert UncertainDate("2024-01-20", "", zone).time_zone == zone


@pytest.mark.parametrize("year", ["0000", "0001", "1900", "2000", "2024", "-001", "\uff12\uff10\uff12\uff14"])
def test_plain_day_is_one_that_its_reading_leaves_as_it_is(year: str) -> None:
    for month, day in itertools.product(range(14), range(33)):
        written = f"{year}-{month:02}-{day:02}"
        try:
            is_canonical = read_tree(written)[1] == written
        except DateError:
            is_canonical = False
        assert is_plain_day(written) == is_canonical


@pytest.mark.parametrize(
    "written", ["2024-01-2a", "2024-1-023", "2024/01/01", "2024-01-01T", "+024-01-01", "", "2024-01"]
)
def test_anything_else_is_no_plain_day(written: str) -> None:
    assert not is_plain_day(written)

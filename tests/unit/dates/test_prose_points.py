"""A date as far as words say it, in its two written forms."""

import pytest

from dates import UncertainDate, format_date
from dates.prose.points import Part, Point, TimeOfDay, shift, week_edtf

EARLY, MID, LATE, ABOUT = Part.EARLY, Part.MID, Part.LATE, Part.APPROXIMATE


@pytest.mark.parametrize(
    ("point", "timex", "edtf"),
    [
        (Point(2024, 1, 23), "2024-01-23", "2024-01-23"),
        (Point(2024, 1), "2024-01", "2024-01"),
        (Point(2024), "2024", "2024"),
        (Point(0), "BC0001", "0000"),
        (Point(-43, 3, 15), "BC0044-03-15", "-0043-03-15"),
        (Point(month=1, day=23), "XXXX-01-23", "XXXX-01-23"),
        (Point(month=5), "XXXX-05", "XXXX-05"),
        (Point(day=23), "XXXX-XX-23", "XXXX-XX-23"),
        (Point(2024, season="WI"), "2024-WI", "2024-24"),
        (Point(season="SU"), "XXXX-SU", "XXXX-22"),
        (Point(2024, quarter=3), "2024-Q3", "2024-35"),
        (Point(2024, half=1), "2024-H1", "2024-40"),
        (Point(2024, week=4), "2024-W04", "[2024-01-22..2024-01-28]"),
        (Point(2024, week=4, weekend=True), "2024-W04-WE", "[2024-01-27..2024-01-28]"),
        (Point(2020, week=53), "2020-W53", "[2020-12-28..2021-01-03]"),
    ],
)
def test_point_is_written_in_both_forms(point: Point, timex: str, edtf: str) -> None:
    assert (point.timex(), point.edtf()) == (timex, edtf)
    assert UncertainDate(edtf).edtf == edtf


@pytest.mark.parametrize(
    ("point", "timex", "edtf", "words"),
    [
        (Point(decade=199), "199", "199X", "the 1990s"),
        (Point(century=18), "18", "18XX", "19th century"),
        (Point(century=0), "00", "00XX", "1st century"),
        (Point(century=-1), "BC00", "-00XX", "1st century BC"),
        (Point(century=-5), "BC04", "-04XX", "5th century BC"),
        (Point(decade=-49), "BC048", "[-0488..-0479]", "between 489 BC and 480 BC"),
    ],
)
def test_decade_and_century_are_written_on_both_sides_of_year_0(
    point: Point, timex: str, edtf: str, words: str
) -> None:
    assert (point.timex(), point.edtf()) == (timex, edtf)
    assert format_date(UncertainDate(edtf)) == words


@pytest.mark.parametrize(
    ("point", "edtf"),
    [
        (Point(2023, 10, part=MID), "2023-10-1X~"),
        (Point(2023, 10, part=LATE), "2023-10-2X~"),
        (Point(2019, part=EARLY), "2019-37~"),
        (Point(2019, part=LATE), "2019-39~"),
        (Point(decade=199, part=EARLY), "[1990..1993]"),
        (Point(decade=199, part=MID), "[1994..1996]"),
        (Point(decade=199, part=LATE), "[1997..1999]"),
        (Point(century=18, part=LATE), "[1867..1899]"),
        (Point(century=-5, part=EARLY), "[-0499..-0466]"),
        (Point(2019, season="SU", part=EARLY), "2019-22~"),
        (Point(2023, quarter=3, part=LATE), "2023-35~"),
        (Point(2023, half=2, part=MID), "2023-41~"),
        (Point(2024, week=4, part=EARLY), "[2024-01-22..2024-01-24]"),
        (Point(2024, week=4, part=LATE), "[2024-01-25..2024-01-28]"),
        (Point(2024, 1, 23, part=LATE), "2024-01-23"),
        (Point(month=10, part=MID), "XXXX-10-1X~"),
    ],
)
def test_early_middle_and_late_are_said_in_edtf_alone(point: Point, edtf: str) -> None:
    assert point.edtf() == edtf
    assert UncertainDate(edtf).edtf == edtf
    assert "~" not in point.timex()


@pytest.mark.parametrize(
    ("point", "edtf"),
    [
        (Point(2015, part=ABOUT), "2015~"),
        (Point(decade=199, part=ABOUT), "199X~"),
        (Point(2024, 1, 23, guessed=True), "2024-01-23?"),
        (Point(2024, 1, 23, guessed=True, part=ABOUT), "2024-01-23%"),
        (Point(2024, 1, 23, time=TimeOfDay(8), part=ABOUT), "2024-01-23T08~"),
        (Point(2024, 1, 23, time=TimeOfDay(8, 30), guessed=True), "2024-01-23T08:30?"),
        (Point(2024, week=4, part=ABOUT), "[2024-01-22..2024-01-28]"),
    ],
)
def test_guessed_and_approximate_dates_are_marked(point: Point, edtf: str) -> None:
    assert point.edtf() == edtf


@pytest.mark.parametrize(
    ("time", "timex", "edtf"),
    [
        (TimeOfDay(8, 0), "2024-02-29T08:00", "2024-02-29T08:00"),
        (TimeOfDay(8, 15, 20), "2024-02-29T08:15:20", "2024-02-29T08:15:20"),
        (TimeOfDay(16, 8, zone="Z"), "2024-02-29T16:08Z", "2024-02-29T16:08"),
        (TimeOfDay(21, 34, zone="-05:00"), "2024-02-29T21:34-05", "2024-02-29T21:34"),
        (TimeOfDay(21, 34, zone="+05:30"), "2024-02-29T21:34+05:30", "2024-02-29T21:34"),
        (TimeOfDay(24, 0), "2024-02-29T24:00", "2024-03-01T00:00"),
        (TimeOfDay(part="NI"), "2024-02-29TNI", "2024-02-29"),
        (TimeOfDay(), "2024-02-29TXX", "2024-02-29"),
    ],
)
def test_time_of_day_is_written_in_both_forms(time: TimeOfDay, timex: str, edtf: str) -> None:
    point = Point(2024, 2, 29, time=time)
    assert (point.timex(), point.edtf()) == (timex, edtf)


@pytest.mark.parametrize(
    "point",
    [
        Point(weekday=6),
        Point(time=TimeOfDay(8, 0)),
        Point(week=4, weekend=True),
        Point(10_000, 1, 1),
        Point(-10_000),
        Point(decade=1000),
        Point(century=-101),
        Point(9999, week=53),
    ],
)
def test_point_without_a_date_that_four_digits_can_say_has_no_edtf(point: Point) -> None:
    assert point.edtf() == ""


def test_midnight_after_the_last_day_stays_on_that_day() -> None:
    assert Point(9999, 12, 31, time=TimeOfDay(24, 0)).edtf() == "9999-12-31"


@pytest.mark.parametrize(
    ("start", "count", "unit", "timex"),
    [
        (Point(2024, 1, 23), -2, "D", "2024-01-21"),
        (Point(2024, 1, 23), -3, "W", "2024-W01"),
        (Point(2024, 1, 31), 1, "M", "2024-02"),
        (Point(2024, 1, 23), -1, "Q", "2023-Q4"),
        (Point(2024, 1, 23), -1, "HY", "2023-H2"),
        (Point(2016, 5, 3), 3, "Y", "2019"),
        (Point(2024), -2, "DE", "200"),
        (Point(2024), -2, "CE", "18"),
        (Point(-43), -1, "CE", "BC01"),
        (Point(decade=-49), 1, "DE", "BC047"),
        (Point(century=-5), 1, "CE", "BC03"),
        (Point(60), -1, "CE", "BC00"),
    ],
)
def test_shift_keeps_the_grain_of_the_unit(start: Point, count: int, unit: str, timex: str) -> None:
    assert shift(start, count, unit).timex() == timex


def test_week_across_the_end_of_the_calendar_has_no_edtf() -> None:
    assert week_edtf(9999, 53) == ""

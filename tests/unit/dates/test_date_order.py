"""Where a date stands in the list, and under which heading."""

import re

import pytest

from dates import UNDATED, DateKind, Precision, UncertainDate, describe_precision, period_bounds

# One list in its right order; a line per month heading.
IN_ORDER = [
    ("Y-3E11", "Y-1E12"),
    ("-04XX", "-04XX"),
    ("-0043-03", "-0043-03-15"),
    ("-0043", "-0043"),
    ("1XXX", "1XXX-12", "1X99"),
    ("18XX", "18XX", "{..18XX}"),
    ("1950", "[..1950]", "1950", "1950S2"),
    ("202X", "202X", "[202X..]"),
    ("2023-40", "2023-40"),
    ("2023-02", "[..2023-02-28T23:59:59]", "2023-02-28T23:59:59", "2023-02"),
    ("2023-21", "2023-21", "2023-21~", "2023-21/2023-22"),
    ("2023-31", "2023-31"),
    ("2023-03", "2023-03-01", "2023-03-01T00:00:01", "2023-03-XX"),
    ("2023-10", "2023-10-09", "2023-10-1X~", "2023-10-1X~/..", "2023-10-11", "2023-10"),
    ("2023-12", "2023-12-31", "2023-12"),
    ("2023", "[..2023]", "2023", "2023-1X", "2023~", "2023/2024", "[2023..]"),
    (
        "2024-01",
        "2024-01-04",
        "[2024-01-04..2024-01-09]",
        "2024-01-04/2024-01-09",
        "[2024-01-20,2024-01-21]",
        "[..2024-01-23]",
        "2024-01-23",
        "2024-01-23?",
        "2024-01-23~",
        "[2024-01-23..]",
        "2024-01-23T08",
        "2024-01-24?",
        "../2024-01",
    ),
    ("2024-24", "2024-24"),
    ("2024-12", "2024-12-01"),
    ("Y12000", "Y12000"),
    ("Y3E11", "Y1E12", "[Y1E12..]"),
    ("", ""),
]
VALUES = [UncertainDate(text) for _, *texts in IN_ORDER for text in texts]


def test_sort_mixed_dates_gives_the_order_of_the_list() -> None:
    keys = [(date.sort_at, date.sort_rank) for date in VALUES]
    assert sorted(keys) == keys


@pytest.mark.parametrize(("group", "text"), [(group, text) for group, *texts in IN_ORDER for text in texts])
def test_group_of_date_is_its_heading(group: str, text: str) -> None:
    date = UncertainDate(text)
    assert date.month_group == group
    assert date.year_group == (group[: group.rindex("-")] if re.fullmatch(r"-?\d{4}-\d\d", group) else group)


def test_sort_undated_comes_last() -> None:
    assert UNDATED.sort_at == UncertainDate("Y1E12").sort_at
    assert UNDATED.sort_rank > UncertainDate("[Y1E12..]").sort_rank
    assert UNDATED.kind is DateKind.UNDATED
    assert UNDATED.earliest == -UNDATED.latest


def test_sort_by_wall_clock_keeps_the_day_of_the_place() -> None:
    night = UncertainDate("2024-01-04T01:00+03:00")
    assert night.month_group == "2024-01"
    assert night.sort_at == UncertainDate("2024-01-04T01:00").sort_at
    assert night.earliest == night.sort_at - 3 * 3600


@pytest.mark.parametrize(
    ("text", "precision", "words"),
    [
        ("", Precision.NONE, "no date"),
        ("XXXX-12-25", Precision.MILLENNIUM, "year not known"),
        ("1XXX", Precision.MILLENNIUM, "millennium"),
        ("18XX", Precision.CENTURY, "century"),
        ("199X", Precision.DECADE, "decade"),
        ("2023", Precision.YEAR, "year"),
        ("2023-1X", Precision.YEAR, "year"),
        ("2023-21", Precision.SEASON, "season"),
        ("2023-33", Precision.SEASON, "quarter"),
        ("2019-37~", Precision.SEASON, "part of a year"),
        ("2019-38", Precision.SEASON, "part of a year"),
        ("2019-41", Precision.SEASON, "half-year"),
        ("2023-10", Precision.MONTH, "month"),
        ("2023-10-XX", Precision.MONTH, "month"),
        ("2023-10-1X~", Precision.MONTH, "part of a month"),
        ("2023-10-12", Precision.DAY, "day"),
        ("2023-10-12T08", Precision.HOUR, "hour"),
        ("2023-10-12T08:00", Precision.MINUTE, "minute"),
        ("2023-10-12T08:00:00Z", Precision.SECOND, "second"),
        ("2023-10-12/..", Precision.DAY, "day"),
        ("[..2023-10]", Precision.MONTH, "month"),
    ],
)
def test_precision_of_date_is_that_of_its_anchor(text: str, precision: Precision, words: str) -> None:
    date = UncertainDate(text)
    assert date.precision is precision
    assert describe_precision(date) == words


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2023", False, False),
        ("2023~", True, False),
        ("2023?", False, True),
        ("2023%", True, True),
        ("2023-10-1X~/..", True, False),
        ("[2023-10-04?..2023-10-09]", False, True),
        ("2004-06-~11", True, False),
        ("1950S2", True, False),
    ],
)
def test_qualifiers_of_date_are_those_of_any_part(text: str, approximate: bool, uncertain: bool) -> None:
    date = UncertainDate(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("2024-01-20", 5),
        ("2024-01-20T18:30", 5),
        ("2024-01-22~", 0),
        ("1970-01-01", 3),
        ("2024-01", None),
        ("2024-01-1X", None),
        ("2024-01-20/2024-01-21", None),
        ("", None),
    ],
)
def test_weekday_of_date_is_given_for_one_day(text: str, weekday: int | None) -> None:
    assert UncertainDate(text).weekday == weekday


@pytest.mark.parametrize(
    ("key", "text"),
    [("2023-10", "2023-10"), ("2023", "2023"), ("202X", "2020/2029"), ("2023-21", "2023-03/2023-05"), ("", "")],
)
def test_period_bounds_of_key_are_its_first_and_last_second(key: str, text: str) -> None:
    date = UncertainDate(text)
    assert period_bounds(key) == (date.earliest, date.latest)


def test_stored_value_equals_a_constructed_one() -> None:
    stored = UncertainDate.stored("2024-01-20T18:30", "Saturday evening", "Asia/Baghdad")
    assert stored == UncertainDate("2024-01-20T18:30", "Saturday evening", "Asia/Baghdad")
    assert stored != UncertainDate("2024-01-20T18:30", "", "Asia/Baghdad")

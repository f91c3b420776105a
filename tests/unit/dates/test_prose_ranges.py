"""Stretches of time: two mentions, or one with an open end, that say one uncertain date together."""

import datetime as dt

import pytest

from dates import DateMention, read_dates

TUESDAY = dt.date(2024, 1, 23)


def _values(text: str, anchor: dt.date | None = TUESDAY) -> list[str]:
    return [f"{mention.text} = {mention.timex_value}" for mention in read_dates(text, anchor)]


def _stretches(text: str, anchor: dt.date | None = TUESDAY) -> list[tuple[str, str]]:
    """Words and EDTF of each stretch, once."""
    ranges = {mention.range: None for mention in read_dates(text, anchor) if mention.range}
    return [(text[one.start : one.end], one.date.edtf) for one in ranges]


def _ends(text: str, anchor: dt.date | None = TUESDAY) -> list[DateMention]:
    return read_dates(text, anchor)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Snow fell from 4 to 9 January.", ["4 = 2024-01-04", "9 January = 2024-01-09"]),
        ("Snow fell on 3, 7 and 12 May 2021.", ["3 = 2021-05-03", "7 = 2021-05-07", "12 May 2021 = 2021-05-12"]),
        ("Snow fell on Jan. 3, 7 and 12, 2023.", ["Jan. 3 = 2023-01-03", "7 = 2023-01-07", "12, 2023 = 2023-01-12"]),
        ("The fee is due in 60 to 90 days.", ["60 = P60D", "90 days = P90D"]),
        ("The fee is due between five and ten years.", ["five = P5Y", "ten years = P10Y"]),
        ("A two-to-three-year term.", ["two = P2Y", "three-year = P3Y"]),
        ("The works of 2014-16 are lost.", ["2014 = 2014", "16 = 2016"]),
        ("The works of 2008–09 are lost.", ["2008 = 2008", "09 = 2009"]),
        ("The siege (264–241 BC) failed.", ["264 = BC0264", "241 BC = BC0241"]),
        ("Trade grew from the 17th to the 19th century.", ["the 17th = 16", "the 19th century = 18"]),
        ("May and June 1940 were dry.", ["May = 1940-05", "June 1940 = 1940-06"]),
        ("Doors open between 8 and 10 p.m.", ["8 = 2024-01-23T20:00", "10 p.m. = 2024-01-23T22:00"]),
        ("Doors open from 11 to 2 p.m.", ["11 = 2024-01-23T11:00", "2 p.m. = 2024-01-23T14:00"]),
        ("The raid ran 0300-0500 GMT.", ["0300 = 2024-01-23T03:00Z", "0500 GMT = 2024-01-23T05:00Z"]),
    ],
)
def test_short_end_is_a_mention_with_what_it_shares(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "On January 3, 7 people drowned.",
        "On January 3 and 7 foreigners drowned.",
        "On January 3 and 400 houses burned.",
        "Room $4 to 9 January 3",
        "In pages 104 to 4 January 3",
    ],
)
def test_number_that_counts_something_else_is_no_end(text: str) -> None:
    assert len(_values(text)) == 1


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("Snow fell from 4 to 9 January.", ("from 4 to 9 January", "2024-01-04/2024-01-09")),
        ("Snow fell Jan. 4–9, 2023.", ("Jan. 4–9, 2023", "2023-01-04/2023-01-09")),
        ("Snow fell between 2014 and 2016.", ("between 2014 and 2016", "2014/2016")),
        ("It broke sometime between 2014 and 2016.", ("sometime between 2014 and 2016", "[2014..2016]")),
        ("It broke at some point between 4 and 9 May.", ("at some point between 4 and 9 May", "[2023-05-04..2023-05-09]")),
        ("It ran from early 2019 to mid-October 2020.", ("from early 2019 to mid-October 2020", "2019-37~/2020-10-1X~")),
        ("It ran from last week to next month.", ("from last week to next month", "2024-01-15~/2024-02")),
        ("It ran from the 1850s to the 1870s.", ("from the 1850s to the 1870s", "185X/187X")),
        ("It ran from winter to the spring of 1920.", ("from winter to the spring of 1920", "1919-24/1920-21")),
        ("It ran 2 p.m. to 4 p.m. Monday.", ("2 p.m. to 4 p.m. Monday", "2024-01-22T14/2024-01-22T16")),
        ("It ran in the 1998/99 season.", ("1998/99", "1998/1999")),
        ("It has run since mid-October 2023.", ("since mid-October 2023", "2023-10-1X~/..")),
        ("It will run until March.", ("until March", "../2024-03")),
        ("It ran from 2019 onwards.", ("from 2019 onwards", "2019/..")),
        ("It ran from 2019 on.", ("from 2019 on", "2019/..")),
    ],
)  # fmt: skip
def test_stretch_is_said_by_its_mentions_together(text: str, stretch: tuple[str, str]) -> None:
    assert _stretches(text) == [stretch]


@pytest.mark.parametrize(
    "text",
    [
        "Snow fell on Saturday and Sunday.",
        "The vote was postponed from Monday to Friday.",
        "It ran from 2019 on the old lines.",
        "Snow fell in May or June 2022.",
        "It went from 2016 to 2014.",
        "It ran from 60 to 90 days.",
        "It ran from time to time until noon came.",
    ],
)
def test_dates_that_are_no_stretch_are_not_linked(text: str) -> None:
    assert [one for one in _stretches(text) if "/" in one[1] and ".." not in one[1]] == []


@pytest.mark.parametrize(
    ("text", "anchor", "stretch"),
    [
        ("It lasted from December 28 to January 3.", dt.date(2024, 1, 23), "2023-12-28/2024-01-03"),
        ("It has lasted from December 28 to January 3.", dt.date(2024, 1, 1), "2023-12-28/2024-01-03"),
        ("It lasted from May to March.", dt.date(2024, 7, 1), "2023-05/2024-03"),
        ("It lasted from November 2022 to February.", dt.date(2024, 7, 1), "2022-11/2023-02"),
        ("It lasted from Christmas to New Year's Day.", dt.date(2024, 1, 23), "2023-12-25/2024-01-01"),
        ("It lasted from Thursday to Sunday.", dt.date(2024, 1, 23), "2024-01-18/2024-01-21"),
        ("It lasted from Tuesday to Thursday, he said.", dt.date(2024, 1, 23), "2024-01-16/2024-01-18"),
        ("It will last from Thursday to Monday.", dt.date(2024, 1, 23), "2024-01-25/2024-01-29"),
        ("He was away from the 28th to the 3rd.", dt.date(2024, 1, 23), "2023-12-28/2024-01-03"),
        ("It lasted from the 28th to January 3.", dt.date(2024, 1, 23), "2023-12-28/2024-01-03"),
        ("It lasted from January 4 to the 9th.", dt.date(2024, 1, 23), "2024-01-04/2024-01-09"),
        ("It lasted from 10 p.m. to 2 a.m. on 4 January.", dt.date(2024, 1, 23), "2024-01-03T22/2024-01-04T02"),
    ],
)
def test_second_end_comes_after_the_first(text: str, anchor: dt.date, stretch: str) -> None:
    assert [edtf.replace("?", "") for _, edtf in _stretches(text, anchor)] == [stretch]


def test_both_ends_stay_dates_of_their_own() -> None:
    first, second = _ends("Snow fell from 4 to 9 January 2023.")
    assert (first.text, first.date and first.date.edtf) == ("4", "2023-01-04")
    assert (second.text, second.date and second.date.edtf) == ("9 January 2023", "2023-01-09")
    assert first.range == second.range


def test_stretch_without_a_year_stays_without_one() -> None:
    assert _stretches("It runs from 4 to 9 January.", None) == [("from 4 to 9 January", "XXXX-01-04/XXXX-01-09")]
    assert _stretches("It runs from December to January.", None) == []


def test_stretch_has_the_zone_of_its_times_and_none_where_they_differ() -> None:
    (mention, *_) = _ends("It ran from 0300 to 0500 GMT on Monday.")
    assert mention.range is not None
    assert mention.range.date.time_zone == "Z"
    assert _stretches("It ran from 3 a.m. EST to 5 a.m. GMT on 4 January.") == []

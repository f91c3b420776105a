"""Single dates in the entry field. Today is Sunday, 22 November 2026."""

import datetime as dt

import pytest

from dates import parse_entry

TODAY = dt.date(2026, 11, 22)

DAYS = [
    *((text, "2024-01-23") for text in (
        "23 Jan 2024", "23 January 2024", "23 jan. 2024", "23 JANUARY 2024", "January 23, 2024", "Jan 23 2024",
        "January 23rd, 2024", "23rd January 2024", "the 23rd of January 2024", "the 23rd of January, 2024",
        "on 23 January 2024", "23.1.2024", "23.01.2024", "23. 1. 2024", "23/1/2024", "1/23/2024", "1/23/24", "23/1/24",
        "23-1-2024", "01-23-2024", "2024-01-23", "2024-1-23", "2024/1/23", "2024/01/23", "2024.01.23", "20240123",
        "23-Jan-2024", "23-jan-24", "23 Jan 24", "23 Jan '24", "2024 Jan 23", "2024, January 23",
        "Tuesday, 23 January 2024", "Tue 23 Jan 2024", "tues. 23 jan. 2024", "Tuesday 2024-01-23", "  23  Jan  2024 ",
        "23 Jan 2024\n", "23\u00a0January\u00a02024", "\ufeff23 Jan 2024", "２３ Jan ２０２４", "(23 January 2024)",
        "AD 2024-01-23", "2024-01-23\u200e",
    )),
    ("5/5/2024", "2024-05-05"),
    ("1.2.2024", "2024-02-01"),
    ("29 Feb 2024", "2024-02-29"),
    ("Sept. 11, 2001", "2001-09-11"),
    ("11.9.2001", "2001-09-11"),
    ("4 July 1776", "1776-07-04"),
    ("4 Jul '76", "1976-07-04"),
    ("4.7.26", "2026-07-04"),
    ("4.7.27", "1927-07-04"),
    ("15 March 44 BC", "-0043-03-15"),
    ("15 Mar 44 B.C.", "-0043-03-15"),
    ("15 March AD 44", "0044-03-15"),
    ("15 March 44 CE", "0044-03-15"),
    ("-0043-03-15", "-0043-03-15"),
]  # fmt: skip
COARSE = [
    *((text, "2024-01") for text in ("Jan 2024", "January 2024", "January, 2024", "in January of 2024", "2024-01", "01/2024",
                                     "1/2024", "01.2024", "2024 January")),
    *((text, "2024") for text in ("2024", "in 2024", "the year 2024", "2024 AD", "AD 2024", "2024 CE")),
    ("800", "0800"),
    ("AD 44", "0044"),
    ("44 AD", "0044"),
    ("year 44", "0044"),
    ("44 BC", "-0043"),
    ("44 BCE", "-0043"),
    ("1 BC", "0000"),
    ("10000 BC", "-9999"),
    ("12000", "Y12000"),
    ("12000 BC", "Y-11999"),
    ("Y170000002", "Y170000002"),
    *((text, "2023-21") for text in ("spring 2023", "Spring of 2023", "in the spring of 2023", "2023-21")),
    ("summer of '69", "1969-22"),
    ("fall 2020", "2020-23"),
    ("autumn 2020", "2020-23"),
    ("winter 2021", "2021-24"),
    ("spring 2023 (northern hemisphere)", "2023-25"),
    ("spring 2023 (southern hemisphere)", "2023-29"),
    ("winter 2023 (south)", "2023-32"),
    *((text, "2023-33") for text in ("Q1 2023", "2023 Q1", "first quarter of 2023", "the 1st quarter of 2023")),
    ("q4 2023", "2023-36"),
    ("last quarter of 2023", "2023-36"),
    ("H2 2023", "2023-41"),
    ("second half of 2023", "2023-41"),
    ("2nd half of 2023", "2023-41"),
    ("first third of 2019", "2019-37"),
    *((text, "199X") for text in ("the 1990s", "1990s", "1990's", "in the 1990s", "the '90s", "199X", "199x")),
    ("the '20s", "202X"),
    ("the 990s", "099X"),
    *((text, "18XX") for text in ("19th century", "the 19th century", "19th c.", "18XX", "19th century AD")),
    ("1st century", "00XX"),
    ("5th century BC", "-04XX"),
    ("3rd millennium", "2XXX"),
    ("2nd millennium BC", "-1XXX"),
]  # fmt: skip
QUALIFIED = [
    *((text, "2019-05~") for text in ("c. May 2019", "c May 2019", "ca. May 2019", "ca May 2019", "circa May 2019",
                                      "around May 2019", "about May 2019", "approximately May 2019", "approx. May 2019",
                                      "roughly May 2019", "~May 2019", "≈ May 2019", "May 2019~", "in about May 2019")),
    ("c.1500", "1500~"),
    ("c. 44 BC", "-0043~"),
    ("~2019", "2019~"),
    ("around the 1990s", "199X~"),
    ("around 8 a.m. 23 January 2024", "2024-01-23T08~"),
    *((text, "2024-01-24?") for text in ("24 Jan 2024?", "24 Jan 2024 ?", "24 Jan 2024 (?)", "perhaps 24 January 2024",
                                         "possibly 24 Jan 2024", "probably 24.1.2024", "24 Jan 2024 (uncertain)",
                                         "2024-01-24?", "maybe 24 Jan 2024")),
    ("c. 24 Jan 2024?", "2024-01-24%"),
    ("perhaps around 24 Jan 2024", "2024-01-24%"),
    *((text, "2023-10-1X~") for text in ("mid-October 2023", "mid October 2023", "mid-Oct. 2023", "middle of October 2023",
                                         "in mid-October 2023", "mid–October 2023", "2023-10-1x~")),
    *((text, "2023-10-0X~") for text in ("early October 2023", "early-October 2023", "beginning of October 2023",
                                         "the start of October 2023", "at the beginning of October 2023")),
    *((text, "2023-10-2X~") for text in ("late October 2023", "the end of October 2023", "at the end of Oct 2023")),
    *((text, "2019-37~") for text in ("early 2019", "early in 2019", "the start of 2019", "2019-37~")),
    ("mid-2019", "2019-38~"),
    ("mid 2019", "2019-38~"),
    ("late 2019", "2019-39~"),
    ("end of 2019", "2019-39~"),
    ("perhaps mid-October 2023", "2023-10-1X%"),
    ("2023-10~", "2023-10~"),
    ("2004-06-~11", "2004-06-~11"),
    ("1950S2", "1950S2"),
]  # fmt: skip
RELATIVE = [
    ("today", "2026-11-22"),
    ("yesterday", "2026-11-21"),
    ("tomorrow", "2026-11-23"),
    ("the day before yesterday", "2026-11-20"),
    ("day after tomorrow", "2026-11-24"),
    ("Tuesday", "2026-11-17"),
    ("on Tuesday", "2026-11-17"),
    ("Sunday", "2026-11-22"),
    ("last Sunday", "2026-11-15"),
    ("last Tue", "2026-11-17"),
    ("this Tuesday", "2026-11-17"),
    ("this Sunday", "2026-11-22"),
    ("next Tuesday", "2026-11-24"),
    ("next Sunday", "2026-11-29"),
    ("3 days ago", "2026-11-19"),
    ("three days ago", "2026-11-19"),
    ("a day ago", "2026-11-21"),
    ("a week ago", "2026-11-15"),
    ("2 weeks ago", "2026-11-08"),
    ("2 months ago", "2026-09"),
    ("11 months ago", "2025-12"),
    ("a year ago", "2025"),
    ("last month", "2026-10"),
    ("this month", "2026-11"),
    ("next month", "2026-12"),
    ("last year", "2025"),
    ("this year", "2026"),
    ("next year", "2027"),
    ("the 4th", "2026-11-04"),
    ("4th", "2026-11-04"),
    ("23 Jan", "2026-01-23"),
    ("January 23", "2026-01-23"),
    ("11.9.", "2026-09-11"),
    ("May", "2026-05"),
    ("mid-May", "2026-05-1X~"),
    ("spring", "2026-21"),
    ("Q1", "2026-33"),
    ("12:30", "2026-11-22T12:30"),
    ("yesterday 12:30", "2026-11-21T12:30"),
    ("5pm yesterday", "2026-11-21T17"),
    ("3 days ago at noon", "2026-11-19T12:00"),
    ("around yesterday", "2026-11-21~"),
]
TIMES = [
    *((text, "2024-01-23T08:00") for text in ("23 Jan 2024 08:00", "23 Jan 2024, 8:00", "23 Jan 2024 at 08:00",
                                              "08:00 23 Jan 2024", "08:00 on 23 January 2024", "2024-01-23 08:00",
                                              "2024-01-23T08:00", "2024-01-23t08:00", "8:00 a.m., 23 January 2024",
                                              "8:00am 23 Jan 2024", "8:00 AM January 23, 2024")),
    *((text, "2024-01-23T08") for text in ("8 a.m. 23 January 2024", "8am 23 January 2024", "23 January 2024, 8 a.m.",
                                           "23 Jan 2024 8 AM", "2024-01-23T08")),
    ("23 Jan 2024 8 p.m.", "2024-01-23T20"),
    ("23 Jan 2024 12 a.m.", "2024-01-23T00"),
    ("23 Jan 2024 12 p.m.", "2024-01-23T12"),
    ("23 Jan 2024 noon", "2024-01-23T12:00"),
    ("23 Jan 2024 midnight", "2024-01-23T00:00"),
    ("23 Jan 2024 18:30:15", "2024-01-23T18:30:15"),
    *((text, "2024-01-20T18:30Z") for text in ("20 Jan 2024 18:30 UTC", "20 Jan 2024 18:30 GMT", "20 Jan 2024 18:30 Z",
                                               "20 Jan 2024 18:30Z", "2024-01-20T18:30Z", "20 Jan 2024, 18:30 (UTC)")),
    *((text, "2024-01-20T18:30+03:00") for text in ("20 Jan 2024 18:30 +03:00", "20 Jan 2024 18:30+03:00",
                                                    "20 Jan 2024 18:30 +0300", "20 Jan 2024 18:30 UTC+3",
                                                    "20 Jan 2024 18:30 (UTC+3)", "20 Jan 2024 18:30 GMT+03:00",
                                                    "2024-01-20T18:30+03", "2024-01-20T18:30+03:00",
                                                    "2024-1-20t18:30+03:00")),
    ("20 Jan 2024 18:30 UTC-5", "2024-01-20T18:30-05:00"),
    ("20 Jan 2024 18:30 UTC+5:30", "2024-01-20T18:30+05:30"),
    ("Sat, 20 Jan 2024 18:30:00 +0300", "2024-01-20T18:30:00+03:00"),
    ("Sat, 20 Jan 2024 18:30:00 -0500", "2024-01-20T18:30:00-05:00"),
]  # fmt: skip
CASES = DAYS + COARSE + QUALIFIED + RELATIVE + TIMES


@pytest.mark.parametrize(("text", "edtf"), CASES)
def test_parse_entry_of_one_date_understands_it(text: str, edtf: str) -> None:
    date = parse_entry(text, today=TODAY)
    assert (date.edtf, date.as_written, date.time_zone) == (edtf, "", "")


@pytest.mark.parametrize(
    ("text", "edtf", "zone"),
    [
        ("20 Jan 2024 18:30 Asia/Baghdad", "2024-01-20T18:30", "Asia/Baghdad"),
        ("20 Jan 2024 18:30 (asia/baghdad)", "2024-01-20T18:30", "Asia/Baghdad"),
        ("20 Jan 2024 america/new_york", "2024-01-20", "America/New_York"),
        ("2024-01-20T18:30 Asia/Baghdad", "2024-01-20T18:30", "Asia/Baghdad"),
        ("20 Jan 2024 +03:00", "2024-01-20", "+03:00"),
        ("20 Jan 2024 UTC", "2024-01-20", "UTC"),
        ("20 Jan 2024, 18:30 zone +03:00", "2024-01-20T18:30", "+03:00"),
        ("20 Jan 2024 zone UTC", "2024-01-20", "UTC"),
    ],
)
def test_parse_entry_with_time_zone_keeps_it(text: str, edtf: str, zone: str) -> None:
    date = parse_entry(text, today=TODAY)
    assert (date.edtf, date.time_zone) == (edtf, zone)


@pytest.mark.parametrize(
    "text", ["", "  ", "undated", "Undated", "unknown", "no date", "n.d.", "date unknown", "\u200b"]
)
def test_parse_entry_without_date_is_undated(text: str) -> None:
    assert parse_entry(text, today=TODAY).edtf == ""


def test_parse_entry_on_a_leap_day_counts_months_without_a_day() -> None:
    assert parse_entry("a year ago", today=dt.date(2024, 2, 29)).edtf == "2023"
    assert parse_entry("2 months ago", today=dt.date(2024, 1, 31)).edtf == "2023-11"

"""Before, after, between, from–to, or, and: the entry field. Today is Sunday, 22 November 2026."""

import datetime as dt

import pytest

from dates import DateKind, parse_entry

TODAY = dt.date(2026, 11, 22)

BEFORE = [
    ("by 23 January 2024", "[..2024-01-23]"),
    ("before 23 January 2024", "[..2024-01-23]"),
    ("no later than 23 Jan 2024", "[..2024-01-23]"),
    ("not later than 23 Jan 2024", "[..2024-01-23]"),
    ("on or before 23 Jan 2024", "[..2024-01-23]"),
    ("not after 23 Jan 2024", "[..2024-01-23]"),
    ("23 Jan 2024 or earlier", "[..2024-01-23]"),
    ("23 Jan 2024 at the latest", "[..2024-01-23]"),
    ("[..2024-01-23]", "[..2024-01-23]"),
    ("before the 4th", "[..2026-11-04]"),
    ("by the 4th", "[..2026-11-04]"),
    ("by March", "[..2026-03]"),
    ("before 2019", "[..2019]"),
    ("by yesterday", "[..2026-11-21]"),
    ("by mid-October 2023", "[..2023-10-1X~]"),
    ("before 8:00 on 20 Jan 2024", "[..2024-01-20T08:00]"),
    ("perhaps by 23 January 2024", "[..2024-01-23?]"),
]
AFTER = [
    ("after 23 January 2024", "[2024-01-23..]"),
    ("on or after 23 Jan 2024", "[2024-01-23..]"),
    ("no earlier than 23 Jan 2024", "[2024-01-23..]"),
    ("not before 23 Jan 2024", "[2024-01-23..]"),
    ("23 Jan 2024 or later", "[2024-01-23..]"),
    ("23 Jan 2024 at the earliest", "[2024-01-23..]"),
    ("after about 1990", "[1990~..]"),
    ("around after 1990", "[1990~..]"),
]
BETWEEN = [
    ("between 4 and 9 January 2024", "[2024-01-04..2024-01-09]"),
    ("between 4th and 9th January 2024", "[2024-01-04..2024-01-09]"),
    ("between the 4th and the 9th of January 2024", "[2024-01-04..2024-01-09]"),
    ("between January 4 and 9, 2024", "[2024-01-04..2024-01-09]"),
    ("between January 4, 2024 and January 9, 2024", "[2024-01-04..2024-01-09]"),
    ("between 4-9 January 2024", "[2024-01-04..2024-01-09]"),
    ("between 4 to 9 January 2024", "[2024-01-04..2024-01-09]"),
    ("between 4.1.2024 and 9.1.2024", "[2024-01-04..2024-01-09]"),
    ("between 2024-01-04 and 2024-01-09", "[2024-01-04..2024-01-09]"),
    ("between 4 & 9 January 2024", "[2024-01-04..2024-01-09]"),
    ("between January and March 2024", "[2024-01..2024-03]"),
    ("between 2019 and 2021", "[2019..2021]"),
    ("between 30 December and 2 January 2024", "[2023-12-30..2024-01-02]"),
    ("between 4 and 9 January", "[2026-01-04..2026-01-09]"),
    ("between Monday and Wednesday", "[2026-11-16..2026-11-18]"),
    ("between the 4th and the 9th", "[2026-11-04..2026-11-09]"),
    ("between 8:00 and 9:00 on 20 January 2024", "[2024-01-20T08:00..2024-01-20T09:00]"),
    ("between 8:00 and 9:00 UTC on 20 January 2024", "[2024-01-20T08:00Z..2024-01-20T09:00Z]"),
    ("perhaps between 4 and 9 January 2024", "[2024-01-04?..2024-01-09?]"),
    ("between c. 4 and 9 January 2024", "[2024-01-04~..2024-01-09]"),
    ("between 50 and 40 BC", "[-0049..-0039]"),
    ("last week", "[2026-11-09..2026-11-15]"),
    ("this week", "[2026-11-16..2026-11-22]"),
    ("next week", "[2026-11-23..2026-11-29]"),
    ("early 1990s", "[1990..1993]"),
    ("in the mid-1990s", "[1994..1996]"),
    ("late '90s", "[1997..1999]"),
    ("20 or 21 January 2024", "[2024-01-20,2024-01-21]"),
    ("either 20 or 21 January 2024", "[2024-01-20,2024-01-21]"),
    ("January 20 or 21, 2024", "[2024-01-20,2024-01-21]"),
    ("January 20, 2024 or January 21, 2024", "[2024-01-20,2024-01-21]"),
    ("20 Jan 2024, 8:00 or 21 Jan 2024, 9:00", "[2024-01-20T08:00,2024-01-21T09:00]"),
    ("20, 21 or 22 January 2024", "[2024-01-20,2024-01-21,2024-01-22]"),
    ("20, 21, or 22 January 2024", "[2024-01-20,2024-01-21,2024-01-22]"),
    ("20 or 21 or 22 January 2024", "[2024-01-20,2024-01-21,2024-01-22]"),
    ("2019, 2020 or 2021", "[2019,2020,2021]"),
    ("January or March 2024", "[2024-01,2024-03]"),
    ("Saturday or Sunday", "[2026-11-21,2026-11-22]"),
    ("Sat, 20 or Sun, 21 January 2024", "[2024-01-20,2024-01-21]"),
    ("[2024-01-20, 2024-01-21]", "[2024-01-20,2024-01-21]"),
]
FROM_TO = [
    ("from 4 to 9 January 2024", "2024-01-04/2024-01-09"),
    ("4 to 9 January 2024", "2024-01-04/2024-01-09"),
    ("4-9 Jan 2024", "2024-01-04/2024-01-09"),
    ("4–9 Jan 2024", "2024-01-04/2024-01-09"),
    ("4 – 9 Jan 2024", "2024-01-04/2024-01-09"),
    ("4 — 9 Jan 2024", "2024-01-04/2024-01-09"),
    ("Jan 4-9, 2024", "2024-01-04/2024-01-09"),
    ("January 4 to January 9, 2024", "2024-01-04/2024-01-09"),
    ("4 Jan 2024 to 9 Jan 2024", "2024-01-04/2024-01-09"),
    ("4 Jan 2024 until 9 Jan 2024", "2024-01-04/2024-01-09"),
    ("4 Jan 2024 through 9 Jan 2024", "2024-01-04/2024-01-09"),
    ("4 Jan 2024 → 9 Jan", "2024-01-04/2024-01-09"),
    ("4 Jan 2024 -> 9 Jan", "2024-01-04/2024-01-09"),
    ("4.1.2024 - 9.1.2024", "2024-01-04/2024-01-09"),
    ("2024-01-04 to 2024-01-09", "2024-01-04/2024-01-09"),
    ("2024-01-04/2024-01-09", "2024-01-04/2024-01-09"),
    ("from the 4th to the 9th", "2026-11-04/2026-11-09"),
    ("8 Jul 2021 → 9 Jul", "2021-07-08/2021-07-09"),
    ("8 Jul 2021 → 9 Jan", "2021-07-08/2022-01-09"),
    ("30 December to 2 January 2024", "2023-12-30/2024-01-02"),
    ("Jan-Mar 2024", "2024-01/2024-03"),
    ("Jan 2024 – Mar 2024", "2024-01/2024-03"),
    ("2019-2021", "2019/2021"),
    ("2019–21", "2019/2021"),
    ("2023–24", "2023/2024"),
    ("2019 to 2021", "2019/2021"),
    ("2019/2021", "2019/2021"),
    ("from 1500 to 1200 BC", "-1499/-1199"),
    ("100 BC to AD 50", "-0099/0050"),
    ("44 BC to 30 BC", "-0043/-0029"),
    ("4 July 1776 - 3 Sept 1783", "1776-07-04/1783-09-03"),
    ("spring to autumn 2023", "2023-21/2023-23"),
    ("the 1980s to the 1990s", "198X/199X"),
    ("since mid-October 2023", "2023-10-1X~/.."),
    ("from mid-October 2023", "2023-10-1X~/.."),
    ("mid-Oct 2023 →", "2023-10-1X~/.."),
    ("from mid-October 2023 onwards", "2023-10-1X~/.."),
    ("mid-October to late December 2023", "2023-10-1X~/2023-12-2X~"),
    ("since 2019", "2019/.."),
    ("2019 onwards", "2019/.."),
    ("2019 onward", "2019/.."),
    ("from 2019 on", "2019/.."),
    ("2019-", "2019/.."),
    ("2019 to present", "2019/.."),
    ("2019–present", "2019/.."),
    ("from 2019 to date", "2019/.."),
    ("since yesterday", "2026-11-21/.."),
    ("since last Sunday", "2026-11-15/.."),
    ("2019/", "2019/"),
    ("until March 2024", "../2024-03"),
    ("till March 2024", "../2024-03"),
    ("up to March 2024", "../2024-03"),
    ("→ March 2024", "../2024-03"),
    ("/2024-03", "/2024-03"),
    ("perhaps from 4 to 9 January 2024", "2024-01-04?/2024-01-09?"),
    ("c. 4 to 9 January 2024", "2024-01-04~/2024-01-09"),
    ("from around 4 January 2024", "2024-01-04~/.."),
    ("20 January 2024, 18:30 to 19:00", "2024-01-20T18:30/2024-01-20T19:00"),
    ("20 January 2024, 18:30-19:00", "2024-01-20T18:30/2024-01-20T19:00"),
    ("20 January 2024, 18:30 to 19:00 (UTC+3)", "2024-01-20T18:30+03:00/2024-01-20T19:00+03:00"),
    ("from 8 a.m. to 5 p.m. on 20 Jan 2024", "2024-01-20T08/2024-01-20T17"),
]
EACH = [
    ("20 and 21 January 2024", "{2024-01-20,2024-01-21}"),
    ("20 & 21 January 2024", "{2024-01-20,2024-01-21}"),
    ("20, 21 and 22 January 2024", "{2024-01-20,2024-01-21,2024-01-22}"),
    ("1960 and December 1961", "{1960,1961-12}"),
    ("{1960,1961-12}", "{1960,1961-12}"),
]
CASES = [
    (text, edtf, kind)
    for kind, cases in (
        (DateKind.BEFORE, BEFORE),
        (DateKind.AFTER, AFTER),
        (DateKind.BETWEEN, BETWEEN),
        (DateKind.FROM_TO, FROM_TO),
        (DateKind.ON, EACH),
    )
    for text, edtf in cases
]


@pytest.mark.parametrize(("text", "edtf", "kind"), CASES)
def test_parse_entry_of_several_dates_understands_it(text: str, edtf: str, kind: DateKind) -> None:
    date = parse_entry(text, today=TODAY)
    assert (date.edtf, date.kind) == (edtf, kind)


def test_parse_entry_of_times_with_named_zone_keeps_both() -> None:
    date = parse_entry("20 January 2024, 18:30 to 19:00 Asia/Baghdad", today=TODAY)
    assert (date.edtf, date.time_zone) == ("2024-01-20T18:30/2024-01-20T19:00", "Asia/Baghdad")

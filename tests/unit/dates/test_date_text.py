"""Words for dates: running text, the list, exports, hints, headings."""

import pytest

from dates import UNDATED, DateStyle, UncertainDate, format_date, format_entry, format_group, format_hint

# EDTF: running text, list column, under a heading, second line.
WORDS = [
    ("2024-01-23", "23 January 2024", "23 Jan 2024", "23 January", "Tuesday"),
    ("2021-07-07", "7 July 2021", "7 Jul 2021", "7 July", "Wednesday"),
    ("2023-10", "October 2023", "Oct 2023", "October", "day not known"),
    ("2023-10-XX", "October 2023", "Oct 2023", "October", "day not known"),
    ("2024", "2024", "2024", "2024", "day not known"),
    ("2024-01-23~", "around 23 January 2024", "c. 23 Jan 2024", "around 23 January", "approximate day"),
    ("2024-01-24?", "perhaps 24 January 2024", "24 Jan 2024 ?", "24 January", "day uncertain"),
    ("2024-01-24%", "perhaps around 24 January 2024", "c. 24 Jan 2024 ?", "around 24 January", "day uncertain, approximate"),
    ("2024?", "perhaps 2024", "2024 ?", "2024", "year uncertain"),
    ("2004-?06-11", "perhaps 11 June 2004", "11 Jun 2004 ?", "11 June", "month uncertain"),
    ("2004-06?-11", "perhaps 11 June 2004", "11 Jun 2004 ?", "11 June", "year and month uncertain"),
    ("2004-06-~11", "around 11 June 2004", "c. 11 Jun 2004", "around 11 June", "approximate day"),
    ("?2004-06-~11", "perhaps around 11 June 2004", "c. 11 Jun 2004 ?", "around 11 June", "year uncertain, day approximate"),
    ("2023-21?", "perhaps spring 2023", "spring 2023 ?", "spring", "season uncertain"),
    ("2024-01-24T08?", "perhaps 24 January 2024, 8 a.m.", "24 Jan 2024, 8 a.m. ?", "24 January, 8 a.m.", "time uncertain"),
    ("[..2024-01-23]", "by 23 January 2024", "by 23 Jan 2024", "by 23 January", "latest possible day"),
    ("[..2024-01-23?]", "perhaps by 23 January 2024", "by 23 Jan 2024 ?", "by 23 January", "latest possible day, uncertain"),
    ("2023-XX-15", "day 15 of a month not known, 2023", "day 15 of a month not known, 2023",
     "day 15 of a month not known, 2023", "day not known"),
    ("[..2024-01]", "by January 2024", "by Jan 2024", "by January", "latest possible month"),
    ("[2024-01-23..]", "23 January 2024 or later", "23 Jan 2024 or later", "23 January or later", "earliest possible day"),
    (
        "[2024-01-04..2024-01-09]",
        "between 4 and 9 January 2024",
        "between 4 and 9 Jan 2024",
        "between 4 and 9 January",
        "one day, not known which",
    ),
    (
        "[2023-12-30..2024-01-02]",
        "between 30 December 2023 and 2 January 2024",
        "between 30 Dec 2023 and 2 Jan 2024",
        "between 30 December and 2 January 2024",
        "one day, not known which",
    ),
    (
        "[2024-01-04~..2024-01-09]",
        "between around 4 January and 9 January 2024",
        "between c. 4 Jan and 9 Jan 2024",
        "between around 4 January and 9 January",
        "approximate day",
    ),
    (
        "[2024-01-04?..2024-01-09?]",
        "perhaps between 4 and 9 January 2024",
        "between 4 and 9 Jan 2024 ?",
        "between 4 and 9 January",
        "day uncertain",
    ),
    ("[2023-10..2024-01-09]", "between October 2023 and 9 January 2024", "between Oct 2023 and 9 Jan 2024",
     "between October and 9 January 2024", "one date, not known which"),
    ("[2024-01-20,2024-01-21]", "20 or 21 January 2024", "20 or 21 Jan 2024", "20 or 21 January", "one of two days"),
    ("[2024-01-20?,2024-01-21?]", "perhaps either 20 or 21 January 2024", "20 or 21 Jan 2024 ?", "20 or 21 January",
     "day uncertain"),
    ("[2024-01-20,2024-02-03]", "20 January or 3 February 2024", "20 Jan or 3 Feb 2024", "20 January or 3 February",
     "one of two days"),
    ("[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672", "1667, 1668 or 1670 to 1672", "1667, 1668 or 1670 to 1672",
     "one year, not known which"),
    ("[1667?,1670?..1672?]", "perhaps either 1667 or 1670 to 1672", "1667 or 1670 to 1672 ?", "1667 or 1670 to 1672",
     "year uncertain"),
    ("[1760-01,1762..]", "January 1760 or 1762 or later", "Jan 1760 or 1762 or later", "January or 1762 or later",
     "earliest possible month"),
    ("[..1984,1990]", "by 1984 or 1990", "by 1984 or 1990", "by 1984 or 1990", "latest possible year"),
    ("{2024-01-20,2024-01-21}", "20 and 21 January 2024", "20 and 21 Jan 2024", "20 and 21 January", "each of two days"),
    ("{1960..1962}", "throughout 1960 to 1962", "throughout 1960 to 1962", "throughout 1960 to 1962", ""),
    ("{..1984}", "1984 and earlier", "1984 and earlier", "1984 and earlier", ""),
    ("{1984..}", "1984 and later", "1984 and later", "1984 and later", ""),
    ("2021-07-08/2021-07-09", "8 to 9 July 2021", "8 Jul 2021 → 9 Jul", "8 to 9 July", "over two days"),
    ("2021-07-08/2021-08-09", "8 July to 9 August 2021", "8 Jul 2021 → 9 Aug", "8 July to 9 August", "over 33 days"),
    ("2023-12-30/2024-01-02", "30 December 2023 to 2 January 2024", "30 Dec 2023 → 2 Jan 2024",
     "30 December to 2 January 2024", "over four days"),
    ("2023-12/2024-01", "December 2023 to January 2024", "Dec 2023 → Jan 2024", "December to January 2024", "over two months"),
    ("2019/2021", "2019 to 2021", "2019 → 2021", "2019 to 2021", "over three years"),
    ("2019/2021-05", "2019 to May 2021", "2019 → May 2021", "2019 to May 2021", ""),
    ("2023-0X/2023-1X", "January–September 2023 to October–December 2023", "January–September 2023 → October–December 2023",
     "January–September 2023 to October–December 2023", ""),
    ("2023-10-1X~", "mid-October 2023", "mid-Oct 2023", "mid-October", "approximate"),
    ("2023-10-0X%", "perhaps early October 2023", "early Oct 2023 ?", "early October", "approximate, uncertain"),
    ("2023-10-1X~/..", "from mid-October 2023", "mid-Oct 2023 →", "from mid-October", "approximate start"),
    ("2023-10-1X~/2023-12-2X~", "mid-October to late December 2023", "mid-Oct 2023 → late Dec",
     "mid-October to late December", "approximate start and end"),
    ("2023-10/..", "from October 2023", "Oct 2023 →", "from October", "no end given"),
    ("2023-10/", "from October 2023", "Oct 2023 →", "from October", "end not known"),
    ("../2024-03", "until March 2024", "until Mar 2024", "until March", "no start given"),
    ("/2024-03", "until March 2024", "until Mar 2024", "until March", "start not known"),
    ("2024-03-01?/2024-03-04?", "perhaps from 1 to 4 March 2024", "1 Mar 2024 ? → 4 Mar ?", "1 to 4 March",
     "uncertain start and end"),
    ("2024-03?/..", "perhaps from March 2024", "Mar 2024 ? →", "from March", "uncertain start"),
    ("2019-37~", "early 2019", "early 2019", "early 2019", "approximate"),
    ("2019-38~", "mid-2019", "mid-2019", "mid-2019", "approximate"),
    ("2019-39", "last third of 2019", "last third of 2019", "last third of 2019", "day not known"),
    ("2019-40", "first half of 2019", "first half of 2019", "first half of 2019", "day not known"),
    ("2023-21", "spring 2023", "spring 2023", "spring", "day not known"),
    ("2023-28", "winter 2023 (northern hemisphere)", "winter 2023 (north)", "winter (northern hemisphere)", "day not known"),
    ("2023-31", "autumn 2023 (southern hemisphere)", "autumn 2023 (south)", "autumn (southern hemisphere)", "day not known"),
    ("2023-33", "Q1 2023", "Q1 2023", "Q1", "day not known"),
    ("199X", "the 1990s", "1990s", "the 1990s", "year not known"),
    ("000X", "1 BC–AD 9", "1 BC–AD 9", "1 BC–AD 9", "year not known"),
    ("-004X", "50–41 BC", "50–41 BC", "50–41 BC", "year not known"),
    ("18XX", "19th century", "19th century", "19th century", "year not known"),
    ("-04XX", "5th century BC", "5th century BC", "5th century BC", "year not known"),
    ("2XXX", "3rd millennium", "3rd millennium", "3rd millennium", "year not known"),
    ("19X5", "year 19X5", "year 19X5", "year 19X5", "year not known"),
    ("XXXX", "year not known", "year not known", "year not known", "year not known"),
    ("XXXX-12-25", "25 December, year not known", "25 Dec, year not known", "25 December, year not known", "year not known"),
    ("156X-12-25", "25 December of the 1560s", "25 Dec of the 1560s", "25 December of the 1560s", "year not known"),
    ("15XX-12", "December of the 16th century", "Dec of the 16th century", "December of the 16th century", "year not known"),
    ("2023-10-1X", "10–19 October 2023", "10–19 Oct 2023", "10–19 October", "day not known"),
    ("2023-10-X5", "5, 15 or 25 October 2023", "5, 15 or 25 Oct 2023", "5, 15 or 25 October", "day not known"),
    ("2023-10-3X", "30 or 31 October 2023", "30 or 31 Oct 2023", "30 or 31 October", "day not known"),
    ("2023-1X", "October–December 2023", "October–December 2023", "October–December 2023", "day not known"),
    ("2023-X3", "March 2023", "March 2023", "March 2023", "day not known"),
    ("-0043", "44 BC", "44 BC", "44 BC", "day not known"),
    ("-0043-03-15", "15 March 44 BC", "15 Mar 44 BC", "15 March", ""),
    ("0044", "AD 44", "AD 44", "AD 44", "day not known"),
    ("Y12000", "12000", "12000", "12000", "day not known"),
    ("Y-17E7", "170000001 BC", "170000001 BC", "170000001 BC", "day not known"),
    ("Y17E40", "year 17E40", "year 17E40", "year 17E40", "day not known"),
    ("1950S2", "around 1950 (1900 to 1999)", "c. 1950", "around 1950 (1900 to 1999)", "approximate year"),
    ("1950S2/..", "from around 1950 (1900 to 1999)", "c. 1950 →", "from around 1950 (1900 to 1999)", "approximate start"),
    ("2024-01-20T18:30+03:00", "20 January 2024, 18:30 (UTC+3)", "20 Jan 2024, 18:30", "20 January, 18:30 (UTC+3)",
     "Saturday, UTC+3"),
    ("2024-01-20T18:30:15Z", "20 January 2024, 18:30:15 (UTC)", "20 Jan 2024, 18:30:15", "20 January, 18:30:15 (UTC)",
     "Saturday, UTC"),
    ("2024-01-20T18:30-03:30", "20 January 2024, 18:30 (UTC-3:30)", "20 Jan 2024, 18:30", "20 January, 18:30 (UTC-3:30)",
     "Saturday, UTC-3:30"),
    ("2024-01-20T00", "20 January 2024, 12 a.m.", "20 Jan 2024, 12 a.m.", "20 January, 12 a.m.", "Saturday"),
    ("2024-01-20T12", "20 January 2024, 12 p.m.", "20 Jan 2024, 12 p.m.", "20 January, 12 p.m.", "Saturday"),
    ("2024-01-20T18:30Z/2024-01-20T19:00Z", "20 January 2024, 18:30 to 19:00 (UTC)", "20 Jan 2024, 18:30 → 19:00",
     "20 January, 18:30 to 19:00 (UTC)", ""),
    ("2024-01-20T18:30/2024-01-21T19:00", "20 January 2024, 18:30 to 21 January 2024, 19:00",
     "20 Jan 2024, 18:30 → 21 Jan, 19:00", "20 January, 18:30 to 21 January, 19:00", ""),
    ("", "undated", "undated", "undated", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "long", "short", "bare", "hint"), WORDS)
def test_format_date_says_it_in_every_style(text: str, long: str, short: str, bare: str, hint: str) -> None:
    date = UncertainDate(text)
    found = tuple(format_date(date, style) for style in (DateStyle.LONG, DateStyle.SHORT, DateStyle.BARE))
    assert found == (long, short, bare)
    assert format_hint(date) == hint


def test_format_date_with_named_zone_shows_its_offset() -> None:
    date = UncertainDate("2024-07-20T18:30", "", "Europe/Berlin")
    assert format_date(date) == "20 July 2024, 18:30 (UTC+2)"
    assert format_hint(date) == "Saturday, UTC+2"
    assert format_date(UncertainDate("2024-07-20", "", "Europe/Berlin")) == "20 July 2024"


@pytest.mark.parametrize(
    ("key", "heading"),
    [
        ("2023-10", "October 2023"),
        ("2023", "2023"),
        ("202X", "2020s"),
        ("18XX", "19th century"),
        ("2023-21", "Spring 2023"),
        ("2023-33", "Q1 2023"),
        ("2019-37", "Early 2019"),
        ("2019-38", "Mid-2019"),
        ("2019-40", "First half of 2019"),
        ("-0043", "44 BC"),
        ("-0043-03", "March 44 BC"),
        ("Y12000", "12000"),
        ("Y3E11", "Distant future"),
        ("Y-3E11", "Distant past"),
        ("XXXX", "Year not known"),
        ("", "Undated"),
    ],
)
def test_format_group_names_the_heading(key: str, heading: str) -> None:
    assert format_group(key) == heading


@pytest.mark.parametrize(
    ("text", "zone", "entry"),
    [
        ("2024-01-20", "", "20 Jan 2024"),
        ("2023-10-1X~/..", "", "from mid-Oct 2023"),
        ("[..2024-01-23]", "", "by 23 Jan 2024"),
        ("[2024-01-20,2024-01-21]", "", "20 or 21 Jan 2024"),
        ("2024-01-20T18:30Z", "", "20 Jan 2024, 18:30 (UTC)"),
        ("2024-01-20T18:30", "Asia/Baghdad", "20 Jan 2024, 18:30 Asia/Baghdad"),
        ("2024-01-20T18:30", "+03:00", "20 Jan 2024, 18:30 zone +03:00"),
        ("2004-06-~11", "", "2004-06-~11"),
        ("", "", ""),
    ],
)
def test_format_entry_gives_what_a_person_would_type(text: str, zone: str, entry: str) -> None:
    assert format_entry(UncertainDate(text, "as the source says", zone)) == entry


def test_format_undated_says_so() -> None:
    assert format_date(UNDATED) == "undated"

"""What is no date, and what is suggested instead. Today is Sunday, 22 November 2026."""

import datetime as dt

import pytest

from dates import DateError, DateProblem, parse_entry

TODAY = dt.date(2026, 11, 22)

SUGGESTED = [
    ("31 Feb 2024", DateProblem.NOT_A_DAY, "29 Feb 2024"),
    ("29 Feb 2023", DateProblem.NOT_A_DAY, "28 Feb 2023"),
    ("February 30", DateProblem.NOT_A_DAY, "28 Feb 2026"),
    ("31.4.2024", DateProblem.NOT_A_DAY, "30 Apr 2024"),
    ("32 January 2024", DateProblem.NOT_A_DAY, "31 Jan 2024"),
    ("the 150th of May 2024", DateProblem.NOT_A_DAY, "31 May 2024"),
    ("0 May 2024", DateProblem.NOT_A_DAY, "31 May 2024"),
    ("31 Apr 44 BC", DateProblem.NOT_A_DAY, "30 Apr 44 BC"),
    ("31 Apr AD 44", DateProblem.NOT_A_DAY, "30 Apr AD 44"),
    ("2024-02-31", DateProblem.NOT_A_DAY, "29 Feb 2024"),
    ("between 28 and 31 Feb 2024", DateProblem.NOT_A_DAY, "29 Feb 2024"),
    ("1/2/2024", DateProblem.AMBIGUOUS, "1 Feb 2024 or 2 Jan 2024"),
    ("3/4/21", DateProblem.AMBIGUOUS, "3 Apr 2021 or 4 Mar 2021"),
    ("1-2-2024", DateProblem.AMBIGUOUS, "1 Feb 2024 or 2 Jan 2024"),
    ("last summer", DateProblem.AMBIGUOUS, "summer 2026"),
    ("2019-20", DateProblem.NOT_A_MONTH, "2019 to 2020"),
    ("1914-18", DateProblem.NOT_A_MONTH, "1914 to 1918"),
    ("2009/2004", DateProblem.ENDS_BEFORE_START, "2004/2009"),
    ("9 to 4 January 2024", DateProblem.ENDS_BEFORE_START, "4 to 9 January 2024"),
    ("between 9 and 4 January 2024", DateProblem.ENDS_BEFORE_START, "between 4 and 9 January 2024"),
    ("2021 to 2019", DateProblem.ENDS_BEFORE_START, "2019 to 2021"),
    ("Monday, 23 January 2024", DateProblem.WEEKDAY_DIFFERS, "23 Jan 2024"),
    ("Mon 15 March 44 BC", DateProblem.WEEKDAY_DIFFERS, "15 Mar 44 BC"),
    ("5 May 12000", DateProblem.NOT_UNDERSTOOD, "12000"),
    ("May 12000 BC", DateProblem.NOT_UNDERSTOOD, "12000 BC"),
]
PLAIN = [
    *((text, DateProblem.NOT_UNDERSTOOD) for text in (
        "foo", "4", "44", "?", "-", "→", "to", "or", "and", "between", "from", "by", "early", "mid", "around", "perhaps",
        "between 4 January 2024", "between 1 and 2 and 3 May 2024", "from 1 to 2 to 3 May 2024", "20 or", "from 1914 to 18",
        "May May 2024", "May June", "2024 2025", "2024-01-20 2024", "1 2 3 4", "Tuesday Wednesday", "Tuesday May 2024",
        "Tuesday 2024", "early mid 2024", "early 4 May 2024", "late 19th century", "0th century", "101st century",
        "11th millennium", "95s", "90s", "1995s", "spring spring 2023", "spring May 2023", "spring 4 2023", "8:00 9:00 4 May 2024",
        "8:00 May 2024", "noon noon today", "today yesterday", "today 2024", "3 days", "3 days before", "three weeks since",
        "9999999 days ago", "3000000 days ago", "last", "last foo", "next spring", "between last week and today",
        "4-foo-2024", "2024/13/1/2", "20 Jan 2024 18:30 UTC UTC", "20 Jan 2024 18:30 EST", "year", "AD", "BC", "44 BC BC",
        "0 foo", "1234567890123", "٢٠٢٤", "🎉", "2024\x00", "\x07", "2024;DROP TABLE", "<b>2024</b>", "يناير 2024",
        "2024 or earlier or later", "north 2023", "tuesday of the 1990s", "8:00 foo", "2024, , ?foo", "d'oh", "first 2024",
    )),
    *((text, DateProblem.NOT_A_MONTH) for text in ("2024-13", "13/2024", "13.13.2024", "31/13/2024", "2024-13-01", "2024-20-05")),
    *((text, DateProblem.NOT_A_TIME) for text in (
        "20 Jan 2024 25:00", "20 Jan 2024 24:00", "20 Jan 2024 18:61", "13 pm 20 Jan 2024", "0 am 20 Jan 2024", "2024-01-20T25:00",
    )),
    *((text, DateProblem.UNKNOWN_TIME_ZONE) for text in (
        "20 Jan 2024 18:30 Mars/Phobos", "20 Jan 2024 zone Nowhere", "20 Jan 2024 18:30 UTC+25", "20 Jan 2024 UTC+25",
        "2024-01-20T18:30+25:00",
    )),
    *((text, DateProblem.TOO_LONG) for text in ("2" * 100_000, "x" * 100_000, "4 Jan 2024 " * 30, "[" * 1500, "ﷺ" * 1900)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "problem", "suggestion"), SUGGESTED)
def test_parse_entry_of_wrong_date_suggests_another(text: str, problem: DateProblem, suggestion: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_entry(text, today=TODAY)
    assert (caught.value.problem, caught.value.suggestion) == (problem, suggestion)
    assert suggestion in str(caught.value)
    assert parse_entry(suggestion, today=TODAY).edtf


@pytest.mark.parametrize(("text", "problem"), PLAIN)
def test_parse_entry_of_nonsense_names_the_problem(text: str, problem: DateProblem) -> None:
    with pytest.raises(DateError) as caught:
        parse_entry(text, today=TODAY)
    assert caught.value.problem is problem
    assert len(caught.value.text) <= 80
    if problem is DateProblem.UNKNOWN_TIME_ZONE:
        assert caught.value.text in (text.rsplit(" ", 1)[-1], "+25:00")
    else:
        assert caught.value.text == text[:80]

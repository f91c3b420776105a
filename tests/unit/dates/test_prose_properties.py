"""What must hold for every text, however mad."""

import datetime as dt
import re

from hypothesis import assume, example, given
from hypothesis import strategies as st

from dates import DateMention, MentionKind, TimexType, UncertainDate, explain_mention, read_dates
from dates.bounds import has_backward_run
from dates.calendar import from_days, to_days
from dates.edtf import read_edtf
from tests.unit.dates.prose_strategies import anchors, texts, yearless_texts

NEAR = dt.date(2024, 1, 23)
_YEAR = r"(?:\d{4}|BC\d{4}|XXXX)"
_DAY = rf"{_YEAR}-(?:\d\d|XX)-(?:\d\d|XX)"
_TIME = r"T(?:\d\d(?::\d\d(?::\d\d)?)?(?:Z|[+-]\d\d(?::\d\d)?)?|XX|MO|MI|AF|EV|NI|DT)"
TIMEX = {
    TimexType.DATE: rf"{_YEAR}(?:-(?:\d\d|W\d\d(?:-WE)?|WXX-(?:\d|WE)|SP|SU|FA|WI|Q[1-4X]|H[12]))?|{_DAY}"
    r"|\d\d\d?|BC\d\d\d?|PRESENT_REF|PAST_REF|FUTURE_REF",
    TimexType.TIME: rf"(?:{_DAY}|{_YEAR}-WXX-\d|{_YEAR}){_TIME}",
    TimexType.DURATION: r"P(?:T(?:X|\d+(?:\.\d+)?)[HMS]|(?:X|\d+(?:\.\d+)?)(?:[DWMYQ]|DE|CE|ML|WE))",
    TimexType.SET: r"P.+|XXXX.*",
}
SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


@given(texts(), anchors())
@example("From 4 to 9 January, 2023 and 24:00 GMT 31 December 9999", NEAR)
@example("", None)
@example("\ud800 on Sunday \x00 May 5", NEAR)
def test_read_any_text_gives_mentions_in_order_inside_it(text: str, anchor: dt.date | None) -> None:
    mentions = read_dates(text, anchor)
    reached = 0
    for mention in mentions:
        assert reached <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text == mention.text.strip()
        reached = mention.end


@given(texts(), anchors())
def test_read_any_text_gives_canonical_dates(text: str, anchor: dt.date | None) -> None:
    for mention in read_dates(text, anchor):
        dates = [mention.date, mention.range.date if mention.range else None, mention.reason.reckoned_from]
        for date in dates:
            if date is not None:
                assert UncertainDate(date.edtf, date.as_written, date.time_zone) == date, mention
                assert date.earliest <= date.latest


@given(texts(), anchors())
def test_read_any_text_gives_well_formed_timex_values(text: str, anchor: dt.date | None) -> None:
    for mention in read_dates(text, anchor):
        assert re.fullmatch(TIMEX[mention.timex_type], mention.timex_value), mention


@given(texts(), anchors())
def test_read_any_text_gives_dates_that_lie_in_their_timex_values(text: str, anchor: dt.date | None) -> None:
    for mention in read_dates(text, anchor):
        if mention.date is None:
            assert "XXXX" in mention.timex_value or not re.match(r"\d{4}|BC", mention.timex_value), mention
        elif mention.timex_value.startswith("XXXX"):
            assert mention.date.edtf.startswith("XXXX"), mention
        else:
            whole = UncertainDate(_edtf_of(mention.timex_value), "", mention.date.time_zone)
            assert whole.earliest <= mention.date.earliest <= whole.latest, mention
            # A feast of many days may end in the year after.
            assert mention.date.latest <= whole.latest or mention.reason.kind is MentionKind.HOLIDAY, mention


def _edtf_of(value: str) -> str:
    """The day, week, season, decade … of a TIMEX3 value as plain EDTF; of midnight at its end, that day and the next."""
    value, clock, time = value.partition("T")
    if re.fullmatch(r"BC\d{4}.*", value):
        year = 1 - int(value[2:6])
        value = (f"{year:04}" if year >= 0 else f"-{-year:04}") + value[6:]
    elif value.startswith("BC"):
        first = int(value[2:])
        return f"-{first:02}XX" if len(value) == 4 else f"[{1 - first * 10 - 9:05}..{1 - first * 10:05}]"
    elif len(value) < 4:
        return value + "X" * (4 - len(value))
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        return f"[{_day_of(week, 6 if week[3] else 1)}..{_day_of(week, 7)}]"
    year_text, _, part = value.rpartition("-")
    if part in SEASONS:
        return f"{year_text}-{SEASONS[part]}"
    if part[:1] in ("Q", "H"):
        return f"{year_text}-{(32 if part[0] == 'Q' else 39) + int(part[1])}"
    if clock and time.startswith("24") and value != "9999-12-31":
        year, month, day = (int(part) for part in value.rsplit("-", 2))
        year, month, day = from_days(to_days(year, month, day) + 1)
        return f"{value}/{year:0{5 if year < 0 else 4}}-{month:02}-{day:02}"
    return value


def _day_of(week: re.Match[str], day: int) -> dt.date:
    return dt.date.fromisocalendar(int(week[1]), int(week[2]), day)


@given(yearless_texts())
@example("It rained from December 28 to January 3, on Christmas Eve and on the 4th, from 8 to 10 p.m.")
def test_read_without_anchor_and_year_invents_no_year(text: str) -> None:
    assume(not re.search(r"\d{3}|['’]\d\d|\d[-/.]\d+[-/.]\d", text))
    for mention in read_dates(text, None):
        assert not re.match(r"\d{2,4}(?:-|$|T)|BC", mention.timex_value), mention
        for date in (mention.date, mention.range.date if mention.range else None):
            assert date is None or not re.search(r"(?<![-\d:T])-?\d{4}", date.edtf), mention


@given(texts(), anchors())
def test_ranges_hold_their_mentions_and_never_run_backward(text: str, anchor: dt.date | None) -> None:
    for mention in read_dates(text, anchor):
        if mention.range is not None:
            assert 0 <= mention.range.start <= mention.start < mention.end <= mention.range.end <= len(text)
            assert mention.range.date.as_written == text[mention.range.start : mention.range.end]
            assert not has_backward_run(read_edtf(mention.range.date.edtf))


@given(texts(), anchors())
def test_both_ends_of_a_range_say_the_same_range(text: str, anchor: dt.date | None) -> None:
    ranged: dict[tuple[int, int], list[DateMention]] = {}
    for mention in read_dates(text, anchor):
        if mention.range is not None:
            ranged.setdefault((mention.range.start, mention.range.end), []).append(mention)
    for ends in ranged.values():
        assert len({end.range for end in ends}) == 1
        is_open = ".." in ends[0].range.date.edtf.split("/") if ends[0].range else False
        assert len(ends) == (1 if is_open else 2)


@given(texts(), st.sampled_from((dt.date(1, 1, 1), dt.date(9999, 12, 31))))
def test_read_at_the_ends_of_the_calendar_stays_in_four_digits(text: str, anchor: dt.date) -> None:
    for mention in read_dates(text, anchor):
        assert mention.date is None or "Y" not in mention.date.edtf


@given(texts(), anchors())
def test_every_mention_of_any_text_can_be_explained(text: str, anchor: dt.date | None) -> None:
    assert all(explain_mention(mention) for mention in read_dates(text, anchor))


@given(texts("de"), anchors())
def test_read_any_german_text_gives_canonical_dates(text: str, anchor: dt.date | None) -> None:
    for mention in read_dates(text, anchor, language="de"):
        assert text[mention.start : mention.end] == mention.text
        if mention.date is not None:
            assert UncertainDate(mention.date.edtf, mention.date.as_written, mention.date.time_zone) == mention.date

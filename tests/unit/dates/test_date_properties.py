"""What must hold for every date, whatever it is."""

import datetime as dt
import pickle
from itertools import groupby

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dates import (
    UNDATED,
    DateError,
    DateKind,
    DateStyle,
    UncertainDate,
    describe_precision,
    format_date,
    format_entry,
    format_group,
    format_hint,
    parse_entry,
    period_bounds,
)
from dates.edtf import read_edtf, write_edtf
from tests.unit.dates.date_strategies import edtf_texts, uncertain_dates

TODAY = dt.date(2026, 11, 22)
WORDS = (
    "23", "4", "2024", "1990s", "44", "BC", "January", "Oct", "mid-", "early", "spring", "Q1", "century", "19th", "c.",
    "around", "between", "and", "to", "-", "–", "→", "from", "since", "until", "before", "by", "after", "or", ",", "?",
    "~", "/", "08:00", "8 a.m.", "UTC", "+03:00", "Asia/Baghdad", "last", "Sunday", "3 days ago", "today", "the", "X",
    "[", "]", "..", "2024-01-20", "T18:30", "week", "zone", "(", ")", "perhaps", "first", "half", "north", "onwards",
)  # fmt: skip


@given(edtf_texts())
def test_write_every_tree_reads_back_the_same(text: str) -> None:
    tree = read_edtf(text)
    assert read_edtf(write_edtf(tree)) == tree


@given(edtf_texts())
def test_construct_from_canonical_text_changes_nothing(text: str) -> None:
    value = UncertainDate(text)
    assert UncertainDate(value.edtf) == value
    assert hash(UncertainDate(value.edtf)) == hash(value)


@given(uncertain_dates())
def test_span_of_every_date_starts_before_it_ends(date: UncertainDate) -> None:
    assert -9 * 10**18 <= date.earliest <= date.latest <= 9 * 10**18


@given(uncertain_dates())
def test_pickle_of_every_date_gives_an_equal_one(date: UncertainDate) -> None:
    assert pickle.loads(pickle.dumps(date)) == date  # noqa: S301 - our own bytes


@settings(max_examples=200)
@given(st.lists(uncertain_dates(), max_size=40))
def test_sorting_any_dates_keeps_every_heading_in_one_run(dates: list[UncertainDate]) -> None:
    dates.sort(key=lambda date: (date.sort_at, date.sort_rank))
    for keys in ([date.month_group for date in dates], [date.year_group for date in dates]):
        runs = [key for key, _ in groupby(keys)]
        assert len(runs) == len(set(runs))


@given(uncertain_dates())
def test_bounds_of_a_heading_hold_the_place_of_its_dates(date: UncertainDate) -> None:
    for key in (date.month_group, date.year_group):
        first, last = period_bounds(key)
        assert first <= date.sort_at <= last


@settings(max_examples=300)
@given(uncertain_dates())
@example(UncertainDate("2024-01-20T18:30+03:00"))
@example(UncertainDate("2024-01-20T18:30", "", "+03:00"))
@example(UncertainDate("2024-01-20", "", "Z"))
def test_entry_text_of_every_date_reads_back_to_it(date: UncertainDate) -> None:
    text = format_entry(date)
    assert parse_entry(text, today=TODAY) == (date if date.edtf else UNDATED)


@given(uncertain_dates())
def test_words_of_every_date_are_one_clean_line(date: UncertainDate) -> None:
    texts = [format_date(date, style) for style in DateStyle]
    texts += [format_group(date.month_group), format_group(date.year_group), describe_precision(date)]
    for text in texts:
        assert text
        assert text == " ".join(text.split())
    hint = format_hint(date)
    assert hint == hint.strip()
    if date.kind is DateKind.UNDATED:
        assert hint == ""


@given(st.text(max_size=80))
@example("\x00")
@example("2024\u2066-01")
@example("٢٠٢٤")
@example("🎉 Jan 2024")
@example("in 2024 ﷺ" * 9)
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    _understand(text)


@settings(max_examples=500)
@given(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join))
def test_any_words_of_the_vocabulary_are_a_date_or_a_date_error(text: str) -> None:
    _understand(text)
    _understand(text.replace(" ", ""))


def _understand(text: str) -> None:
    try:
        date = parse_entry(text, today=TODAY)
    except DateError:
        return
    assert date.as_written == ""
    assert date.earliest <= date.latest
    assert parse_entry(format_entry(date), today=TODAY) == date

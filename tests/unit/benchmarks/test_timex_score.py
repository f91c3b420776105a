"""What is counted: pairs, rates and failures, against hand-made cases and laws that hold for any reading."""

import pytest
from hypothesis import given

from benchmarks.timeml import Article, Timex
from benchmarks.timex_score import Counts, Failure, Outcome, align, compare, count, group
from tests.unit.benchmarks.timex_strategies import WORDS, articles, readings

TEXT = "She left on Tuesday and came back two days later in May, not before."
TUESDAY = Timex(12, 19, "2024-01-16", "DATE")
LATER = Timex(34, 48, "2024-01-18", "DATE")
MAY = Timex(52, 55, "2024-05", "DATE")
ARTICLE = Article("ferry", "2024-01-23", TEXT, (TUESDAY, LATER, MAY))


def failures(*read: Timex, article: Article = ARTICLE) -> list[Failure]:
    return [outcome.failure for outcome in compare(article, read)]


def test_texts_of_the_cases_are_what_they_seem() -> None:
    assert [TEXT[timex.start : timex.end] for timex in ARTICLE.timexes] == ["Tuesday", "two days later", "May"]


def test_gold_read_as_gold_scores_full() -> None:
    total = count(compare(ARTICLE, ARTICLE.timexes))
    assert (total.strict.f1, total.relaxed.f1, total.type_f1, total.value_f1, total.date.f1) == (1, 1, 1, 1, 1)


def test_nothing_read_scores_nothing() -> None:
    total = count(compare(ARTICLE, []))
    assert (total.strict.f1, total.relaxed.f1, total.type_f1, total.value_f1, total.date.f1) == (0, 0, 0, 0, 0)
    assert failures() == [Failure.MISSED] * 3


def test_nothing_in_gold_and_nothing_read_divides_by_nothing() -> None:
    assert count([]).value_f1 == 0


def test_overlap_counts_relaxed_and_value_whatever_the_extent() -> None:
    read = [Timex(9, 19, "2024-01-16", "DATE"), Timex(34, 42, "P2D", "DURATION"), Timex(0, 3, "2024", "DATE")]
    total = count(compare(ARTICLE, read))
    assert total == Counts(
        3, 3, matched=2, exact=0, same_type=1, same_value=1, gold_dates=3, read_dates=2, same_dates=1
    )
    assert total.relaxed.f1 == pytest.approx(2 / 3)
    assert total.value_f1 == pytest.approx(1 / 3)
    assert failures(*read) == [Failure.SPURIOUS, Failure.EXTENT, Failure.VALUE, Failure.MISSED]


def test_two_pieces_of_one_expression_match_once() -> None:
    assert failures(Timex(34, 42, "P2D", "DURATION"), Timex(43, 48, "2024-01-18", "DATE")) == [
        Failure.MISSED,
        Failure.VALUE,
        Failure.SPURIOUS,
        Failure.MISSED,
    ]


def test_one_expression_over_two_matches_the_first() -> None:
    pairs = align(ARTICLE.timexes, [Timex(34, 55, "2024-05", "DATE")])
    assert pairs == [(1, 0)]


def test_equal_extents_are_paired_before_overlaps() -> None:
    read = sorted([Timex(0, 19, "2024", "DATE"), TUESDAY])
    assert align(ARTICLE.timexes, read) == [(0, 1)]
    assert [outcome.failure for outcome in compare(ARTICLE, read)][:2] == [Failure.SPURIOUS, Failure.NONE]


def test_expressions_that_only_touch_do_not_match() -> None:
    assert align([MAY], [Timex(49, 52, "2024", "DATE"), Timex(55, 56, "2024", "DATE")]) == []


def test_equal_expressions_that_are_read_twice_count_once() -> None:
    assert count(compare(ARTICLE, [MAY, MAY])).read == 1


def test_blanks_at_the_ends_are_no_part_of_what_is_read() -> None:
    read = [Timex(11, 20, "2024-01-16", "DATE"), Timex(19, 20, "2024", "DATE")]
    assert failures(*read) == [Failure.NONE, Failure.MISSED, Failure.MISSED]


def test_day_of_publication_in_the_text_is_not_scored() -> None:
    article = Article(
        "ferry", "2024-01-23", "2024-01-23 It rained today", (Timex(21, 26, "2024-01-23", "DATE"),), (0, 10)
    )
    assert failures(Timex(0, 10, "2024-01-23", "DATE"), *article.timexes, article=article) == [Failure.NONE]


def test_type_is_told_apart_from_value() -> None:
    outcome = compare(ARTICLE, [Timex(12, 19, "2024-01-16", "TIME")])[0]
    assert outcome.failure is Failure.TYPE


@pytest.mark.parametrize(
    ("value", "timex_type", "day"),
    [
        ("2024-01-16", "DATE", "2024-01-16"),
        ("2024-01-16T08:00", "TIME", "2024-01-16"),
        ("2024-W04", "DATE", "2024-W04"),
        ("198", "DATE", "198"),
        ("19", "DATE", "19"),
        ("19XX", "DATE", "19XX"),
        ("2024", "DURATION", ""),
        ("XXXX-01-16", "DATE", ""),
        ("BC0490", "DATE", ""),
        ("PRESENT_REF", "DATE", ""),
        ("P3D", "DATE", ""),
        ("XXXX-WXX-1", "SET", ""),
        ("", "DATE", ""),
    ],
)
def test_date_score_takes_only_places_in_the_calendar(value: str, timex_type: str, day: str) -> None:
    assert Timex(0, 1, value, timex_type).calendar_day == day


def test_date_score_looks_at_the_day_alone() -> None:
    gold = Article("ferry", "", TEXT, (Timex(12, 19, "2024-01-16TMO", "TIME"),))
    total = count(compare(gold, [Timex(12, 19, "2024-01-16", "DATE")]))
    assert (total.date.f1, total.value_f1) == (1, 0)


def test_vague_pairs_are_no_right_dates() -> None:
    gold = Article("ferry", "", TEXT, (Timex(12, 19, "PRESENT_REF", "DATE"),))
    assert count(compare(gold, gold.timexes)).same_dates == 0


def test_groups_come_largest_first_and_leave_out_the_nameless() -> None:
    rows = compare(ARTICLE, [TUESDAY, MAY, Timex(0, 3, "2024", "DATE", "year")])
    named = group(rows, lambda row: row.failure.value if row.gold else "")
    assert {name: len(members) for name, members in named.items()} == {"right": 2, "missed": 1}
    assert list(named) == ["right", "missed"]


@given(articles, readings)
def test_every_expression_stands_in_exactly_one_outcome(article: Article, read: list[Timex]) -> None:
    rows = compare(article, read)
    assert [row.gold for row in rows if row.gold] == sorted(
        (row.gold for row in rows if row.gold), key=lambda timex: (timex.start, timex.end)
    )
    assert sorted(row.gold for row in rows if row.gold) == list(article.timexes)
    kept = [row.read for row in rows if row.read]
    assert len(kept) == len(set(kept))
    assert {(timex.value, timex.type) for timex in kept} <= {(timex.value, timex.type) for timex in read}
    assert all(row.gold or row.read for row in rows)


@given(articles, readings)
def test_matched_pairs_share_a_character(article: Article, read: list[Timex]) -> None:
    for row in compare(article, read):
        if row.gold and row.read:
            assert row.gold.start < row.read.end
            assert row.read.start < row.gold.end


@given(articles, readings)
def test_no_pair_is_left_unmatched(article: Article, read: list[Timex]) -> None:
    rows = compare(article, read)
    missed = [row.gold for row in rows if row.gold and not row.read]
    spurious = [row.read for row in rows if row.read and not row.gold]
    assert not [1 for gold in missed for timex in spurious if gold.start < timex.end and timex.start < gold.end]


@given(articles, readings)
def test_value_f1_is_twice_the_right_values_by_all_expressions(article: Article, read: list[Timex]) -> None:
    total = count(compare(article, read))
    every = total.gold + total.read
    assert total.value_f1 == pytest.approx(2 * total.same_value / every if every else 0)
    assert total.exact <= total.matched <= min(total.gold, total.read)


@given(articles)
def test_a_wrong_value_costs_value_alone(article: Article) -> None:
    wrong = [Timex(timex.start, timex.end, "1066", timex.type) for timex in article.timexes]
    extents = {(timex.start, timex.end) for timex in article.timexes}
    total = count(compare(article, wrong))
    if len(extents) == len(article.timexes):
        assert total.strict.f1 == total.relaxed.f1 == (1 if wrong else 0)
    assert total.value_f1 == 0


def test_wording_is_golds_or_what_was_read() -> None:
    article = Article("ferry", "", WORDS)
    assert Outcome(article, Timex(18, 24, "", "DATE"), Timex(4, 9, "", "DATE")).wording == "Monday"
    assert Outcome(article, None, Timex(4, 9, "", "DATE")).wording == "ferry"

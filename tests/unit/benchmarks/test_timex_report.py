"""What is printed and written about failures."""

from pathlib import Path

import pytest

from benchmarks.measure import Measurement
from benchmarks.table import print_table
from benchmarks.timeml import Article, Timex
from benchmarks.timex_report import context_of, normalised, print_categories, print_most_frequent, write_errors
from benchmarks.timex_score import Outcome, compare

Captured = pytest.CaptureFixture[str]
TEXT = "The strike began on Monday, 4 March\nand ended three days later; in 2019 it was\ttwo days."
GOLD = (
    Timex(20, 35, "2024-03-04", "DATE", "day"),
    Timex(46, 62, "2024-03-07", "DATE", "day"),
    Timex(67, 71, "2019", "DATE", "year"),
    Timex(79, 87, "P2D", "DURATION", "duration"),
)
ARTICLE = Article("strike", "2024-03-09", TEXT, GOLD)
READ = (
    Timex(20, 26, "2024-03-04", "DATE", "weekday", "weekday: publication"),
    Timex(46, 62, "2024-03-12", "DATE", "offset", "later: publication"),
    Timex(4, 10, "2024", "DATE", "reference"),
    Timex(79, 87, "P2D", "DATE", "duration"),
)
OUTCOMES = compare(ARTICLE, READ)


def test_text_of_the_cases_is_what_it_seems() -> None:
    words = [TEXT[timex.start : timex.end] for timex in GOLD]
    assert words == ["Monday, 4 March", "three days later", "2019", "two days"]


@pytest.mark.parametrize(
    ("wording", "alike"),
    [
        ("Monday, 4 March", "DAY, N MONTH"),
        ("Tues., Sept. 12", "DAY., MONTH. N"),
        ("three  days\nlater", "N days later"),
        ("the 23rd of May 2019", "the Nrd of MONTH YEAR"),
        ("the 1990s", "the YEARs"),
        ("the third quarter", "the NTH quarter"),
        ("8:30 a.m.", "N:N a.m."),
    ],
)
def test_alike_wordings_are_counted_together(wording: str, alike: str) -> None:
    assert normalised(wording) == alike


def test_context_marks_gold_and_what_was_read() -> None:
    assert context_of(OUTCOMES[0]).startswith("The {strike} began")
    assert "on [{Monday}, 4 March] and ended" in context_of(OUTCOMES[1])
    assert "ended [{three days later}]; in" in context_of(OUTCOMES[2])
    assert "in [2019] it" in context_of(OUTCOMES[3])


def test_context_at_the_ends_of_a_text_has_its_marks() -> None:
    article = Article("a", "", "today", (Timex(0, 5, "2024-03-09", "DATE"),))
    assert context_of(compare(article, article.timexes)[0]) == "[{today}]"


def test_errors_are_one_line_each_in_columns(tmp_path: Path) -> None:
    write_errors(OUTCOMES, tmp_path / "errors.tsv")
    headings, *rows = [line.split("\t") for line in (tmp_path / "errors.tsv").read_text("utf-8").splitlines()]
    assert {len(row) for row in rows} == {len(headings)}
    named = [dict(zip(headings, row, strict=True)) for row in rows]
    assert [row["failure"] for row in named] == ["spurious", "extent", "value", "missed", "type"]
    assert (named[2]["gold"], named[2]["gold_value"], named[2]["shape"]) == ("three days later", "2024-03-07", "day")
    assert (named[2]["read_value"], named[2]["kind"], named[2]["note"]) == (
        "2024-03-12",
        "offset",
        "later: publication",
    )


def test_most_frequent_failures_come_first_with_an_example(capsys: Captured) -> None:
    print_most_frequent([*OUTCOMES, *compare(ARTICLE, [*READ[:1], *GOLD[1:]])], top=1)
    told = capsys.readouterr().out
    assert "6 failures, 5 different ones; the 1 most frequent" in told
    assert "2  extent    DAY, N MONTH" in told
    assert "extent alone (2×), as in strike: The strike began on [{Monday}, 4 March] and" in told
    assert "missed" not in told


def test_right_readings_leave_no_failures(capsys: Captured) -> None:
    print_most_frequent(compare(ARTICLE, GOLD), top=20)
    assert "0 failures" in capsys.readouterr().out


def test_categories_show_what_was_found_of_each(capsys: Captured) -> None:
    print_categories(OUTCOMES)
    rows = {
        " ".join(cells[:-5]): cells[-5:]
        for cells in map(str.split, capsys.readouterr().out.splitlines())
        if len(cells) > 5
    }
    assert rows["DATE"] == ["3", "66.7", "33.3", "66.7", "33.3"]
    assert rows["year"] == ["1", "0.0", "0.0", "0.0", "0.0"]
    assert rows["reference"] == ["1", "0.0", "0.0", "0.0", "0.0"]
    assert rows["weekday"] == ["1", "100.0", "0.0", "100.0", "100.0"]


def test_categories_of_nothing_read_show_gold_alone(capsys: Captured) -> None:
    print_categories([Outcome(ARTICLE, GOLD[0], None)])
    assert "of what was read" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("measured", "told", "code"),
    [
        (Measurement("speed", 812, "kB/s", least=500), "≥ 500 kB/s  pass", 0),
        (Measurement("speed", 499, "kB/s", least=500), "≥ 500 kB/s  FAIL", 1),
        (Measurement("start", 151, "ms", target=150), "≤ 150 ms  FAIL", 1),
        (Measurement("open", 3, "s", "select", 1.5, target=2), "≤ 2×    pass", 0),
        (Measurement("size", 12345.6, "kB"), "12,346 kB", 0),
    ],
)
def test_table_says_what_passes(measured: Measurement, told: str, code: int, capsys: Captured) -> None:
    assert print_table([measured]) == code
    assert told in capsys.readouterr().out

"""The parts of the reader that need no window: heights, spans, paragraphs, finding, the headline."""

from dataclasses import replace

import pytest

from gui.fields.block_heights import BlockHeights
from gui.fields.capture_text import CaptureText
from gui.fields.reflow import run_on
from gui.fields.spans import Spans
from gui.fields.text_area import has_endless_word
from gui.reader.finding import MAX_HITS, Finder
from gui.reader.headline import is_title, kicker_text
from gui.reader.paragraphs import Paragraphs
from tests.gui.reader.readings import make_row


def test_heights_tell_where_a_block_begins_and_which_is_there() -> None:
    heights = BlockHeights([10] * 1_000)
    assert heights.change(300, 25)
    assert not heights.change(300, 25)
    assert (heights.total, heights.top(300), heights.top(301), heights.top(999)) == (10_015, 3_000, 3_025, 10_005)
    assert [heights.at(y) for y in (-5, 0, 9.9, 10, 3_024, 3_025, 1e9)] == [0, 0, 0, 1, 300, 301, 999]


def test_spans_are_found_where_they_overlap() -> None:
    spans = Spans([(5, 9, "b"), (0, 100, "a"), (50, 50, "empty"), (20, 30, "c")])
    assert [value for _start, _end, value in spans] == ["a", "b", "c"]
    assert [value for _start, _end, value in spans.within(8, 20)] == ["a", "b"]
    assert [value for _start, _end, value in spans.at(29)] == ["a", "c"]
    assert not spans.at(100)


@pytest.mark.parametrize(
    ("text", "is_endless"),
    [("", False), ("x" * 4_000, True), ("x" * 3_999, False), (" " * 3_990 + "x" * 4_000, True), ("ab " * 9_000, False)],
)
def test_endless_words_are_known(text: str, is_endless: bool) -> None:
    assert has_endless_word(text) is is_endless


def test_paragraphs_end_with_a_blank_line_else_with_a_line() -> None:
    with_gaps = Paragraphs("One\nstill one\n\n \nTwo\n\nThree")
    assert [with_gaps.number(block) for block in range(7)] == [1, 0, 0, 0, 2, 0, 3]
    assert with_gaps.last_block(0) == 3
    assert with_gaps.first_line == "One"
    lines = Paragraphs("One\nTwo\nThree")
    assert [lines.number(block) for block in range(3)] == [1, 2, 3]
    assert len(Paragraphs("")) == 0
    assert Paragraphs("").first_block == -1


def test_endless_lines_are_broken_at_blanks_and_stay_one_paragraph() -> None:
    text = "One two three. " * 4_000 + "\nSecond line."
    capture = CaptureText(text)
    assert len(capture.shown) == len(text)
    assert max(len(line) for line in capture.shown.split("\n")) <= 20_000
    assert capture.shown.replace("\n", " ") == text.replace("\n", " ")
    assert capture.positions((59_990, 60_003)) == [59_990, 60_003]
    found = Paragraphs(capture.shown, capture.breaks)
    assert len(found) == 2
    assert found.number(len(capture.breaks) + 1) == 2
    assert CaptureText("x" * 50_000).breaks == frozenset()


WRAPPED = """Long title of an e-mail that nobody has wrapped
By Somebody

The harbour board closed three gates on Tuesday, after storm waves and
drifting timber had been seen at the basin. Seventeen boats were adrift,
and two of them were never found again by anybody who went out to look
for them.

> The keeper asked for oil, and the board said that it would have to be
> bought first.

Roses are red,
the harbour is wide.
"""


def test_wrapped_lines_run_on_and_others_do_not() -> None:
    shown = run_on(WRAPPED)
    assert len(shown) == len(WRAPPED)
    assert "storm waves and drifting timber" in shown
    assert "adrift, and two of them were never found again by anybody who went out to look for them.\n" in shown
    for kept in ("wrapped\nBy", "to be\n> bought", "red,\nthe"):
        assert kept in shown
    assert CaptureText(WRAPPED.replace("\n", "\r\n")).shown == shown


@pytest.mark.parametrize(
    "text",
    [
        WRAPPED.replace("\n\n", "\n"),
        "One short line\nand another one\nand a third\n\n" * 9,
        "A paragraph of any length on a line of its own.\n\n" * 9,
        "",
    ],
)
def test_lines_that_nobody_wrapped_stay(text: str) -> None:
    assert run_on(text) == text


def test_pages_are_counted_by_their_breaks() -> None:
    text = "One.\n\n\fTwo.\n\n\fThree."
    found = Paragraphs(text)
    assert [found.page(at) for at in (0, text.index("\f"), text.rindex("\f"))] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("The GATE, the gate", "gate", ["GATE", "gate"]),
        ("Cafe, café, cafe\u0301s", "café", ["Cafe", "café", "cafe\u0301"]),
        ("café", "CAFE", ["café"]),
        ("“No,” it’s shut", "it's", ["it’s"]),
        ("“No,” it’s shut", '"no,"', ["“No,”"]),
        ("two\n  words", "two words", ["two\n  words"]),
        ("a.b axb", "a.b", ["a.b"]),
        ("İstanbul und Größe", "istanbul", ["İstanbul"]),
        ("x", "", []),
        ("x", "  ", []),
    ],
)
def test_words_are_found_as_people_type_them(text: str, words: str, hits: list[str]) -> None:
    assert [text[start:end] for start, end in Finder(text).find(words)] == hits


def test_places_behind_wide_characters_are_those_of_qt() -> None:
    assert Finder("🚒🚒 gate").find("gate") == [(5, 9)]


def test_too_many_places_are_cut_and_it_is_said() -> None:
    finder = Finder("a" * (MAX_HITS + 1))
    assert len(finder.find("a")) == MAX_HITS
    assert finder.is_more
    finder.find("b")
    assert not finder.is_more


@pytest.mark.parametrize(
    ("line", "title", "same"),
    [
        ("Gates closed", "Gates closed", True),
        ("GATES  closed.", "Gates closed", True),
        ("Gates closed", "Gates closed | Quay Post", True),
        ("Gates closed - again", "Gates closed - again", True),
        ("Gates", "Gates closed", False),
        ("", "", False),
    ],
)
def test_title_is_known_again_in_the_text(line: str, title: str, same: bool) -> None:
    assert is_title(line, title) is same


def test_kicker_says_where_and_when() -> None:
    assert kicker_text(make_row()) == "Quay Post · 23 January 2024"
    assert kicker_text(replace(make_row(published=""), container_title="")) == "News article"

"""Marked words are those that the index finds, at their own places in the text."""

import sqlite3
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.search_index import match_expression
from services.word_marks import WordMarks

_LETTERS = "aàÀbcÇéeẽêøßİıñzŻ\u0301\u0308 1٣-_.'’\"€한ἄДж\u00adﬁǆ\n"


def _marked(words: str, text: str) -> list[str]:
    return [text[start:end] for start, end in WordMarks(words).spans(text)]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("ferr", "Ferry and FERRIES, no offer", ["Ferr", "FERR"]),
        ("ferry dam", "Ferry, dams, damp", ["Ferry", "dam", "dam"]),
        ("dam ferry", "Ferry, dams, dam", ["Ferry", "dam"]),
        ("zoe", "Zoë, Zoe\u0308s and Zo", ["Zoë", "Zoe\u0308"]),
        ("ZOË", "zoe", ["zoe"]),
        ('"they said"', "What they\n  said; they were said", ["they\n  said"]),
        ('"they sa', "they sailed", ["they sa"]),
        ("al-asad", "Al-Asad, al Asad", ["Al-Asad", "al Asad"]),
        ("→", "a → b", []),
        ("", "a", []),
        ("(a|b)*", "a|b (a", ["a|b"]),
    ],
)
def test_words_are_marked_where_they_stand(words: str, text: str, expected: list[str]) -> None:
    assert _marked(words, text) == expected


@given(words=st.text(_LETTERS, min_size=1, max_size=6), text=st.text(_LETTERS, max_size=24))
def test_marks_are_in_a_text_where_the_index_finds_it(words: str, text: str) -> None:
    expression = match_expression(words.strip())
    if not expression:
        return
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')")
    connection.execute("INSERT INTO t VALUES (?)", (text,))
    found = connection.execute("SELECT count(*) FROM t WHERE t MATCH ?", (expression,)).fetchone()[0]
    connection.close()
    marks = WordMarks(words)
    assert marks.spans(text) or not found
    assert found or marks.count_in(text) < marks.count


def test_excerpt_shows_the_piece_with_most_of_the_words() -> None:
    text = (
        "The dam holds. " + "Nothing is said of it. " * 20 + "Then the old dam\nand its mill are sold. " + "More. " * 40
    )
    excerpt = WordMarks("mill dam").excerpt(text, 80)
    assert excerpt is not None
    assert [excerpt.text[start:end] for start, end in excerpt.spans] == ["dam", "mill"]
    assert excerpt.text[0] == excerpt.text[-1] == "…"
    assert "\n" not in excerpt.text
    assert text[slice(*excerpt.first)] == "dam"
    assert len(excerpt.text) <= 90


def test_excerpt_of_a_short_text_is_the_text() -> None:
    excerpt = WordMarks("dam").excerpt("The dam holds.")
    assert excerpt is not None
    assert (excerpt.text, excerpt.spans) == ("The dam holds.", ((4, 7),))
    assert WordMarks("mill").excerpt("The dam holds.") is None


def test_word_far_behind_in_a_long_text_is_found_at_its_place() -> None:
    text = "lorem ipsum " * 20_000 + "the härbour of " + "dolor " * 20_000
    excerpt = WordMarks("harb").excerpt(text)
    assert excerpt is not None
    assert text[slice(*excerpt.first)] == "härb"
    assert [excerpt.text[start:end] for start, end in excerpt.spans] == ["härb"]


@given(text=st.text(string.printable + "äß…\u0308", max_size=400), length=st.integers(1, 200))
def test_excerpt_spans_are_the_words_whatever_the_text(text: str, length: int) -> None:
    marks = WordMarks("a b")
    excerpt = marks.excerpt(text, length)
    assert (excerpt is None) == (not marks.spans(text))
    if excerpt is not None:
        assert excerpt.spans
        assert {excerpt.text[start].lower() for start, _ in excerpt.spans} <= {"a", "ä", "b"}

"""Cutting texts into sentences."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.sentences import LONGEST, split_sentences


def cut(text: str) -> list[str]:
    return [text[one.start : one.end] for one in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left at 5 p.m. The end came.", ["He left at 5 p.m.", "The end came."]),
        ("Lt. Gen. J. P. Smith of the U.S. Army spoke.", ["Lt. Gen. J. P. Smith of the U.S. Army spoke."]),
        ("It fell 3.5 percent on Jan. 4. Then it rose.", ["It fell 3.5 percent on Jan. 4.", "Then it rose."]),
        ("“We saw it.” He wept.", ["“We saw it.”", "He wept."]),
        ("“Why?” he asked. Nobody knew!", ["“Why?” he asked.", "Nobody knew!"]),
        ("LIMA, Jan. 20 (Wire) – A quake struck.", ["LIMA, Jan. 20 (Wire) –", "A quake struck."]),
        ("Bridge shut\n\nIt cracked.", ["Bridge shut", "It cracked."]),
        ("- one thing\n- another\n2. A third", ["one thing", "another", "A third"]),
        ("It was in the U.S. The man left.", ["It was in the U.S.", "The man left."]),
        ("Acme Inc. bought it. No. 4 burned.", ["Acme Inc. bought it.", "No. 4 burned."]),
        (
            "The reactor at Holm was shut down by the\noperator on Sunday. It cooled.",
            ["The reactor at Holm was shut down by the\noperator on Sunday.", "It cooled."],
        ),
        ("", []),
        (" \n\t\r\n ", []),
    ],
)
def test_split_sentences_knows_what_ends_one(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def test_split_sentences_leaves_stretches_whole() -> None:
    text = "Am 23. Januar kam er."
    assert [text[one.start : one.end] for one in split_sentences(text, [(3, 13)])] == [text]


def test_split_sentences_cuts_what_has_no_end() -> None:
    pieces = cut("word " * 1_000)
    assert "".join(pieces).replace(" ", "") == "word" * 1_000
    assert all(len(piece) <= LONGEST for piece in pieces)


@given(st.text(alphabet="aB. \n\r\f–“”?!-1,(", max_size=200))
def test_split_sentences_loses_no_word(text: str) -> None:
    found = list(split_sentences(text))
    assert all(one.start < one.end for one in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    between = "".join(text[left.end : right.start] for left, right in pairwise(found))
    assert not {sign for sign in between if sign.isalpha()}

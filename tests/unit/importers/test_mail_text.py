"""Paragraphs of message bodies: what was wrapped is joined, what was meant as a line stays one."""

import pytest

from importers.mail_markup import markup_words
from importers.mail_text import plain_words

WRAPPED = """Dear all,

the ministry said on Monday that the bridge over the river had been closed
after an inspection. It will not open again before the end of the month,
people said.

- one item
* an item that is longer than the others and goes on to the very end of the
  line
1. numbered

> Words of somebody else that go on to the end of the line and are wrapped to
> another line
>> deeper

Kind regards
Anna Berg
-- \nPress office
"""
JOINED = """Dear all,

the ministry said on Monday that the bridge over the river had been closed after an inspection. \
It will not open again before the end of the month, people said.

• one item
• an item that is longer than the others and goes on to the very end of the line
1. numbered

> Words of somebody else that go on to the end of the line and are wrapped to another line
>> deeper

Kind regards
Anna Berg
--
Press office"""


def test_wrapped_lines_are_joined_and_others_stay() -> None:
    assert plain_words(WRAPPED) == JOINED
    assert plain_words(WRAPPED.replace("\n", "\r\n")) == JOINED


@pytest.mark.parametrize(
    "text", ["Oslo\nRome\nParis", "A line" + " more" * 30 + "\nSecond line", "word" * 50 + "\nSecond"]
)
def test_lines_of_a_body_that_was_not_wrapped_stay(text: str) -> None:
    assert plain_words(text) == text


def test_page_breaks_and_blank_lines_part_paragraphs_once() -> None:
    assert plain_words("\n\nA\n \n\t\n\nB\fC\x00\u2028D  \n\n") == "A\n\nB\n\nC\n\nD"


@pytest.mark.parametrize(
    ("text", "joined", "words"),
    [
        ("One \nparagraph.\nTwo", False, "One paragraph.\nTwo"),
        ("Donau \ndampf", True, "Donaudampf"),
        ("> quoted \n> words\nmine", False, "> quoted words\nmine"),
        ("> quoted \nmine", False, "> quoted\nmine"),
        (" >not quoted\n-- \nAnna", False, ">not quoted\n--\nAnna"),
        ("", False, ""),
    ],
)
def test_flowed_lines_are_joined_where_they_say_so(text: str, joined: bool, words: str) -> None:
    assert plain_words(text, flowed=True, joined=joined) == words


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<div>A</div><div>B</div>", "A\nB"),
        ("<div>A</div><div><br></div><div>B</div>", "A\n\nB"),
        ("<div>A<br></div><div>B</div>", "A\nB"),
        ("A<br><br>B", "A\n\nB"),
        ("<p>A</p>\n <p> B\n C </p>", "A\n\nB C"),
        ("<pre>A\n  B</pre>", "A\nB"),
        ("<table><tr><td><p>A</p></td></tr><tr><td>B</td><td></td><td>C</td></tr></table>", "A\n\nB | C"),
        ("<p hidden>no</p><p style='VISIBILITY : hidden'>no</p>A<template>no</template>", "A"),
        ("<?xml version='1.0' encoding='latin-1'?><p>é</p>", "é"),
        ("<p>&euro;&#x20AC;&nbsp;1</p>", "€€\u00a01"),
        ("<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>A&x;</p>", "]>\n\nA&x;"),
        ("<!-- only -->", ""),
        ("", ""),
    ],
)
def test_markup_gives_what_its_reader_sees(markup: str, words: str) -> None:
    assert markup_words(markup) == (words, False)


@pytest.mark.parametrize(
    "markup", ["<pre>" + " " * 3_000_000, "<br>" * 200_000, "<p> </p>" * 100_000, "<!--" * 100_000]
)
def test_markup_of_nothing_gives_nothing(markup: str) -> None:
    assert markup_words(markup) == ("", False)

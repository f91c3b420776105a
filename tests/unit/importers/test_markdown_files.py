"""Markdown files: words without marks, front matter as fields, nothing lost."""

import pytest

from dates import UNDATED, UncertainDate
from importers.found import FoundSource
from importers.kinds import ImportKind, kind_of
from importers.markdown import markdown_text, read_markdown_file, split_front_matter
from importers.readers import reader_of
from models.enums import CaptureMethod, DoubtCode
from models.errors import UserFacingError

NOTE = """---
title: "The *Sula* is held"
author: Ada Brook and Ilse Mohr
date: 2024-03-06
url: https://paper.example/sula
site: Harbour Paper
lang: en-GB
---

# The *Sula* is held

On **Friday** the port [kept the ship](https://paper.example/port) at
its quay.

1. The crew
2. The cargo

   stays aboard

- salt
- `rope`

| day | ships |
|-----|-------|
| Monday | 2 |

> Nobody spoke.

    a line of code
"""
TEXT = """The Sula is held

On Friday the port kept the ship at its quay.

1. The crew
2. The cargo

stays aboard

• salt
• rope

day | ships
Monday | 2

Nobody spoke.

a line of code"""


def _read(text: str, published: UncertainDate = UNDATED) -> FoundSource:
    found = read_markdown_file(
        text.encode(), name="note.md", method=CaptureMethod.FILE, published=published, media_type="text/markdown"
    )
    return found.sources[0]


def test_words_stand_without_marks_and_front_matter_fills_the_fields() -> None:
    source = _read(NOTE)
    assert source.capture.text == TEXT
    assert source.capture.data == NOTE.encode()
    draft = source.draft
    assert (draft.title, draft.container_title, draft.language) == ("The Sula is held", "Harbour Paper", "en-GB")
    assert (draft.published.edtf, draft.url) == ("2024-03-06", "https://paper.example/sula")
    assert [creator.family for creator in draft.creators] == ["Brook", "Mohr"]


def test_day_that_is_given_wins_over_the_front_matter() -> None:
    assert _read(NOTE, UncertainDate("2024-03-08")).draft.published.edtf == "2024-03-08"


def test_title_is_the_first_line_where_nothing_names_one() -> None:
    assert _read("# A **quiet** day\n\nNothing.").draft.title == "A quiet day"


def test_line_between_two_rules_is_no_front_matter() -> None:
    text = "---\n\nWords of a text: and more.\n\n---\n\nEnd."
    assert split_front_matter("---\nWords only\n---\nEnd.")[0] == {}
    assert "Words of a text" in markdown_text(text)
    assert split_front_matter("No front matter") == ({}, "No front matter")


def test_address_that_is_none_is_left_out() -> None:
    assert _read("---\nurl: javascript:alert(1)\n---\nWords.").draft.url == ""


def test_html_in_it_is_text() -> None:
    assert markdown_text("<script>x</script> and <b>words</b>") == "<script>x</script> and <b>words</b>"


@pytest.mark.parametrize(
    "text", [">" * 5_000 + " deep", "- " * 2_000 + "deep", "[" * 20_000, "*a " * 20_000, "`" * 500 + "a"]
)
def test_hostile_nesting_ends(text: str) -> None:
    kept = markdown_text(text)
    assert sum(map(str.isalnum, kept)) == sum(map(str.isalnum, text))


def test_nothing_but_marks_is_told() -> None:
    found = read_markdown_file(
        b"---\ntitle: Empty\n---\n", name="e.md", method=CaptureMethod.FILE, media_type="text/markdown"
    )
    assert [doubt.code for doubt in found.doubts] == [DoubtCode.NO_TEXT]
    with pytest.raises(UserFacingError):
        read_markdown_file(b"\n", name="", method=CaptureMethod.FILE, media_type="text/markdown")


def test_files_of_its_kind_are_read_by_it() -> None:
    assert kind_of("note.md") is kind_of("note.markdown") is ImportKind.MARKDOWN
    assert reader_of(ImportKind.MARKDOWN) is read_markdown_file

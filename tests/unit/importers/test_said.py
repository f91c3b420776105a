"""Titles and languages as files give them to themselves."""

import pytest

from importers.said import language_said, title_said


@pytest.mark.parametrize(
    "text", ["", "Untitled", "untitled-1", "Document1", "Scan 12", "---", "bridge_v3.docx", "Microsoft Word - a.doc"]
)
def test_title_that_a_program_made_up_is_none(text: str) -> None:
    assert title_said(text) == ""


def test_title_is_one_line_without_the_program() -> None:
    assert title_said("Microsoft Word - Cracks\n in  bridges") == "Cracks in bridges"
    assert len(title_said("word " * 100_000)) < 300


@pytest.mark.parametrize(
    ("text", "tag"), [("en", "en"), (" de-CH\n", "de-CH"), ("English", ""), ("", ""), ("en-" * 99_999, ""), ("12", "")]
)
def test_language_is_a_tag_or_none(text: str, tag: str) -> None:
    assert language_said(text) == tag

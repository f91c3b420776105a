"""Markdown of a body to runs: what is set, what stays text, where note marks stand."""

import pytest

from exporters.document import NoteMark, Paragraph, ParagraphKind, Run
from exporters.markdown_runs import find_markers, read_markdown

MARKS = {12: NoteMark(1), 7: NoteMark(2)}


def read(text: str) -> tuple[Paragraph, ...]:
    return read_markdown(text, MARKS)


def test_reading_plain_text_joins_lines_and_parts_paragraphs_at_gaps() -> None:
    assert read("One\ntwo.\n\n \nThree.") == (Paragraph((Run("One two."),)), Paragraph((Run("Three."),)))


def test_reading_nothing_gives_no_paragraph() -> None:
    assert read(" \n ") == ()


@pytest.mark.parametrize("text", ["a[^12] b[^7]", "**a**[^12] b[^7]"])
def test_placing_citations_puts_marks_between_the_words(text: str) -> None:
    (paragraph,) = read(text)
    assert [part.number for part in paragraph.parts if isinstance(part, NoteMark)] == [1, 2]
    assert "".join(part.text for part in paragraph.parts if isinstance(part, Run)) == "a b"


def test_placing_a_citation_that_is_gone_leaves_nothing() -> None:
    assert read("a[^99] b") == (Paragraph((Run("a"), Run(" b"))),)


def test_finding_markers_gives_each_id_once_in_order() -> None:
    assert find_markers("x[^7] y[^12] z[^7] [^a]") == (7, 12)


def test_reading_emphasis_and_links_sets_their_runs() -> None:
    (paragraph,) = read("**b** *i* ***x*** [l](https://e.example/?a=1)")
    looks = [
        (run.text, run.bold, run.italic, run.href)
        for run in paragraph.parts
        if isinstance(run, Run) and run.text.strip()
    ]
    assert looks == [
        ("b", True, False, ""),
        ("i", False, True, ""),
        ("x", True, True, ""),
        ("l", False, False, "https://e.example/?a=1"),
    ]


@pytest.mark.parametrize("address", ["mailto:a@b.example", "ftp://x.example", "/path", "#here"])
def test_reading_another_kind_of_address_keeps_the_words_without_a_link(address: str) -> None:
    (paragraph,) = read(f"[words]({address})")
    assert paragraph.parts == (Run("words"),)


@pytest.mark.parametrize("text", ["<b>raw</b>", "# no heading", "> no quote", "`no code`", "| a | b |", "&amp;", "---"])
def test_reading_other_markdown_keeps_it_as_text(text: str) -> None:
    (paragraph,) = read(f"{text} *x*")
    assert paragraph.parts[0] == Run(f"{text} ")


def test_reading_lists_keeps_kind_level_and_number() -> None:
    items = read("- a\n- b\n\n  3. c\n  4. d\n\n     more\n\nend")
    assert [(item.kind, item.level, item.ordinal) for item in items] == [
        (ParagraphKind.BULLET, 0, 0),
        (ParagraphKind.BULLET, 0, 0),
        (ParagraphKind.NUMBERED, 1, 3),
        (ParagraphKind.NUMBERED, 1, 4),
        (ParagraphKind.BODY, 1, 0),
        (ParagraphKind.BODY, 0, 0),
    ]


def test_reading_a_hard_break_keeps_it() -> None:
    (paragraph,) = read("one  \ntwo")
    assert "".join(part.text for part in paragraph.parts if isinstance(part, Run)) == "one\ntwo"


@pytest.mark.parametrize("piece", ["[", "*", "*a ", "- ", "[a](", "<", "_*", "![", "1. ", "\\", "> ", "  - a\n"])
def test_reading_a_hundred_thousand_characters_keeps_them(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    found = "".join(part.text for item in read(text) for part in item.parts if isinstance(part, Run))
    assert found.count("a") == text.count("a")


def test_reading_lists_nested_beyond_reason_loses_no_word() -> None:
    text = "\n".join("  " * level + f"- word{level}" for level in range(80))
    found = " ".join(part.text for item in read(text) for part in item.parts if isinstance(part, Run))
    assert all(f"word{level}" in found for level in range(80))

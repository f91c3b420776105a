"""The Markdown of a body: what is read is what was written, whatever people type."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gui.inspector import markdown_writer
from gui.inspector.markdown_text import Block, BlockKind, Span, normalise, read_markdown
from gui.inspector.markdown_writer import write_markdown

AWKWARD = list("ab1.*_[]()\\`<>~!#&;:^-+ \n\t“é=|{}'\"😀ع\u00a0\u200f")
TEXTS = st.text(alphabet=st.one_of(st.sampled_from(AWKWARD), st.characters()), max_size=12)
HREFS = st.sampled_from(["", "", "", "https://a.b/c_d(e)?x=1&amp;y", "mailto:a@b.c", "javascript:x"])
SPANS = st.one_of(
    st.builds(Span, TEXTS, st.booleans(), st.booleans(), HREFS),
    st.builds(Span, bold=st.booleans(), italic=st.booleans(), citation_id=st.integers(1, 99)),
)
KINDS = st.sampled_from(list(BlockKind))
BLOCKS = st.builds(Block, st.lists(SPANS, max_size=5).map(tuple), KINDS, st.integers(0, 3), st.integers(0, 12))


@settings(max_examples=400)
@example([Block((Span("!", bold=True), Span(bold=True, citation_id=1)))])
@example([Block((Span("0"), Span("0", bold=True), Span(bold=True, italic=True, citation_id=1)))])
@example([Block((Span("\\!"), Span("x", href="https://a.b")))])
@given(st.lists(BLOCKS, max_size=5))
def test_read_what_was_written_returns_the_same_blocks(blocks: list[Block]) -> None:
    wanted = normalise(blocks)
    assert read_markdown(markdown_writer._write_blocks(wanted, markdown_writer._THOROUGH)) == wanted
    text = write_markdown(blocks)
    assert read_markdown(text) == wanted
    assert write_markdown(read_markdown(text)) == text


@settings(max_examples=300)
@given(st.text(alphabet=st.one_of(st.sampled_from(AWKWARD), st.characters()), max_size=60))
def test_rewrite_of_any_text_keeps_its_meaning(text: str) -> None:
    blocks = read_markdown(text)
    assert read_markdown(write_markdown(blocks)) == blocks


@pytest.mark.parametrize(
    "text",
    [
        "The base was hit.[^1] Two got through.[^22]",
        "**Bold**, _italic_ and **_both_**.",
        "- one\n- two\n  1. inner\n  2. inner again\n- three",
        "1999\\. was a year",
        "a line\\\nanother",
        "See [the report](https://example.org/a_b).",
        "[sic] stays readable, so do 5 < 6, AT&T and snake_case",
        "5. starts at five\n6. goes on",
    ],
)
def test_write_of_plain_markdown_returns_it_unchanged(text: str) -> None:
    assert write_markdown(read_markdown(text)) == text


@pytest.mark.parametrize("text", ["# Heading", "> quoted", "<b>x</b>", "`code`", "| a | b |", "~~no~~", "    four"])
def test_read_of_other_markdown_keeps_every_character_as_text(text: str) -> None:
    shown = "".join(span.text for block in read_markdown(text) for span in block.spans)
    assert shown == text.strip()


def test_read_of_a_dangerous_link_keeps_it_as_text() -> None:
    (block,) = read_markdown("[x](javascript:alert)")
    assert block.spans == (Span("[x](javascript:alert)"),)


def test_write_of_emphasis_inside_a_word_is_read_again() -> None:
    blocks = (Block((Span("un"), Span("“real”", bold=True), Span("istic"))),)
    assert read_markdown(write_markdown(blocks)) == blocks


def test_read_of_a_huge_text_returns_it_whole() -> None:
    text = "a [b" * 25_000
    (block,) = read_markdown(text)
    assert "".join(span.text for span in block.spans) == text
    assert read_markdown(write_markdown((block,))) == (block,)


@pytest.mark.parametrize("text", ["- " * 60 + "end", "\n".join(" " * 2 * n + "- a" for n in range(90)) + "end"])
def test_read_of_lists_in_lists_without_end_keeps_the_text(text: str) -> None:
    blocks = read_markdown(text)
    assert "".join(span.text for block in blocks for span in block.spans).endswith("end")
    assert read_markdown(write_markdown(blocks)) == blocks

"""Blocks of a body back to Markdown: as few escapes as possible, and exactly what the reader reads again.

Emphasis that would not be recognised beside a letter (`**"a"**b`) is helped by writing that letter as a character
reference (`&#98;`), as CommonMark's flanking rules ask for.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from markdown_it.common.utils import isMdAsciiPunct, isPunctChar

from gui.inspector.markdown_text import Block, BlockKind, Span, normalise, read_markdown

_LINE_START = re.compile(r"(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[-=]+\s*$|~{3}|(?:- ?){2,}$)")
_NUMBER_START = re.compile(r"(\d{1,9})([.)](?=\s|$))")
_ENTITY = re.compile(r"&(?=#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[a-zA-Z][a-zA-Z0-9]{1,31};)")
_SPARING = re.compile(
    r"[\\*`]|<(?=[A-Za-z/!?])|~(?=~)|(?<=~)~|(?<![^\W_])_|_(?![^\W_])|\[(?=\^)|\](?=[(:\[])|(?<=\])[(:]"
)
# Few escapes are checked by reading them again, which takes too long while somebody types in a very long text.
MAX_SPARING = 20_000
_PLAIN_BANG = re.compile(r"(?<!\\)(?:\\\\)*!$")
_THOROUGH = re.compile(r"[\\*`<~_\[\]!]|(?<=\])[(:]")


def write_markdown(blocks: Iterable[Block]) -> str:
    """The body text of `blocks`; `read_markdown` of it gives `normalise(blocks)`."""
    wanted = normalise(blocks)
    if sum(len(span.text) for block in wanted for span in block.spans) > MAX_SPARING:
        return _write_blocks(wanted, _THOROUGH)
    text = _write_blocks(wanted, _SPARING)
    return text if read_markdown(text) == wanted else _write_blocks(wanted, _THOROUGH)


def _write_blocks(blocks: tuple[Block, ...], escapes: re.Pattern[str]) -> str:
    parts: list[str] = []
    widths: list[int] = []
    for index, block in enumerate(blocks):
        marker = {BlockKind.PARAGRAPH: "", BlockKind.BULLET: "- ", BlockKind.NUMBER: f"{block.number}. "}[block.kind]
        indent = " " * sum(widths[: block.level])
        if index:
            parts.append(_separator(blocks[:index], block))
        lines = [_escape_start(line) for line in _write_spans(block.spans, escapes).split("\n")]
        parts.append(indent + marker + f"\n{indent}{' ' * len(marker)}".join(lines))
        widths = [*widths[: block.level], len(marker)]
    return "".join(parts)


def _separator(before: tuple[Block, ...], block: Block) -> str:
    last = before[-1]
    if BlockKind.PARAGRAPH in {last.kind, block.kind}:
        return "\n\n"
    if block.kind is BlockKind.BULLET:
        return "\n"
    for earlier in reversed(before):
        if earlier.level < block.level or earlier.kind is BlockKind.PARAGRAPH:
            break
        if earlier.level == block.level:
            return "\n" if earlier.kind is BlockKind.NUMBER else "\n\n"
    # A numbered list interrupts the text above it only when it starts with 1.
    return "\n" if block.number == 1 else "\n\n"


def _escape_start(line: str) -> str:
    """`line` so that its beginning is never taken for a heading, quotation, list item or rule."""
    if _LINE_START.match(line):
        return "\\" + line
    return _NUMBER_START.sub(r"\1\\\2", line, count=1) if _NUMBER_START.match(line) else line


@dataclass(slots=True)
class _Piece:
    """Written text; `mark` is -1 where emphasis opens, 1 where it closes, 0 for text that may be changed."""

    text: str
    mark: int = 0
    is_text: bool = False


def _write_spans(spans: tuple[Span, ...], escapes: re.Pattern[str]) -> str:
    links = groupby(spans, key=_href_of)
    pieces = [piece for href, group in links for piece in _write_link(href, list(group), escapes)]
    _help_emphasis(pieces)
    return "".join(piece.text for piece in pieces)


def _href_of(span: Span) -> str:
    return span.href


def _write_link(href: str, spans: list[Span], escapes: re.Pattern[str]) -> Iterator[_Piece]:
    if href:
        yield _Piece("[")
    for bold, group in groupby(spans, key=lambda span: span.bold):
        if bold:
            yield _Piece("**", -1)
        for italic, inner in groupby(group, key=lambda span: span.italic):
            if italic:
                yield _Piece("_", -1)
            for span in inner:
                yield from _write_text(span, _THOROUGH if href else escapes)
            if italic:
                yield _Piece("_", 1)
        if bold:
            yield _Piece("**", 1)
    if href:
        yield _Piece(f"]({_write_href(href)})")


def _write_href(href: str) -> str:
    plain = re.sub(r"([\\()])", r"\\\1", href)
    return _ENTITY.sub(r"\\&", plain)


def _write_text(span: Span, escapes: re.Pattern[str]) -> Iterator[_Piece]:
    if span.citation_id:
        yield _Piece(f"[^{span.citation_id}]")
        return
    text = _ENTITY.sub(r"\\&", escapes.sub(r"\\\g<0>", span.text))
    yield _Piece(text.replace("\n", "\\\n"), is_text=True)


def _help_emphasis(pieces: list[_Piece]) -> None:
    """Escape what a neighbour would turn into something else, now that the neighbours are known."""
    for before, after in pairwise(pieces):
        if before.is_text and _PLAIN_BANG.search(before.text) and after.text.startswith("["):
            before.text = before.text[:-1] + "\\!"
        if after.is_text and before.text.endswith("]") and after.text[:1] in {"(", ":", "["}:
            after.text = "\\" + after.text
    while _help_delimiters(pieces):
        pass  # a letter written as a reference begins or ends with punctuation, which its other neighbour feels


def _help_delimiters(pieces: list[_Piece]) -> bool:
    """Write letters beside emphasis as references where they hide it; whether there were any."""
    helped = False
    for before, delimiter, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        opens = delimiter.mark < 0 and before.is_text and _needs_help(delimiter, before.text[-1], after.text[0])
        closes = delimiter.mark > 0 and after.is_text and _needs_help(delimiter, after.text[0], before.text[-1])
        if opens:
            before.text = f"{before.text[:-1]}&#{ord(before.text[-1])};"
        elif closes:
            after.text = f"&#{ord(after.text[0])};{after.text[1:]}"
        helped = helped or opens or closes
    return helped


def _needs_help(delimiter: _Piece, outside: str, inside: str) -> bool:
    if outside.isspace() or _is_punctuation(outside):
        return False
    return delimiter.text == "_" or _is_punctuation(inside)


def _is_punctuation(char: str) -> bool:
    return isMdAsciiPunct(ord(char)) or isPunctChar(char)

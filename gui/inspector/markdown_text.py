"""The Markdown that an incident's text may hold, as blocks of spans: reading and normal form.

What is kept: paragraphs, line breaks, bold, italic, links to http, https and mailto, bulleted and numbered lists up
to six levels, and citation marks `[^ID]`. Everything else that Markdown knows (headings, quotations, code, images,
tables, HTML, reference links) is ordinary text here and is written back as such, so no word is ever lost. Limits:
a link's title is dropped; further paragraphs of a list item become lines of it; runs of blank lines count as one;
a single line end is a blank, as in every Markdown. Format: CommonMark 0.31.2.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from operator import attrgetter

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from gui.overriding import override
from models.drafts import clean_text

MAX_LEVEL = 5
MAX_NUMBER = 999_000_000
_MARK = re.compile(r"\[\^([1-9][0-9]{0,17})\]")
# Non-characters of every plane, and the placeholder by which Qt stands for an object in a text.
_LAST_TWO = "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
_NON_CHARACTERS = re.compile(f"[\ufdd0-\ufdef\ufffc{_LAST_TWO}]")
# Lists nested deeper than the parser follows would lose their text; beyond these depths they are plain text.
_MANY_MARKERS = re.compile(r"^( *)(?=(?:(?:[-+*]|\d{1,9}[.)]) +){8})", re.MULTILINE)
_DEEP_INDENT = re.compile(r"^ {60,}", re.MULTILINE)
_LINK_SCHEMES = ("http://", "https://", "mailto:")


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one look ("\\n" is a line break), or with `citation_id` the mark of a citation (then without text)."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    href: str = ""
    citation_id: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a list item; `level` counts from 0, `number` matters at numbered items only."""

    spans: tuple[Span, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    number: int = 1


def is_link(href: str) -> bool:
    """True when `href` may stand behind words: an absolute web or mail address without blanks."""
    return href.lower().startswith(_LINK_SCHEMES) and not re.search(r"[\s\x00-\x20<>]", href) and len(href) <= 2_000


def clean_body(text: str) -> str:
    """`text` with line breaks as "\\n", blanks for tabs, and without characters that cannot be stored."""
    text = clean_text(text.replace("\u2028", "\n").replace("\u2029", "\n"))
    return _NON_CHARACTERS.sub("", text.replace("\t", " "))


def read_markdown(text: str) -> tuple[Block, ...]:
    """The blocks of a body, in normal form."""
    text = _MANY_MARKERS.sub(r"\1\\", _DEEP_INDENT.sub(" " * 59, clean_body(text)))
    return normalise(_BlockReader(_make_parser().parse(text)).read())


class _BodyParser(MarkdownIt):
    """markdown-it with our links: few schemes, and addresses that stay as they were typed."""

    @override
    def validateLink(self, url: str) -> bool:
        return is_link(url)

    @override
    def normalizeLink(self, url: str) -> str:
        return url


def _make_parser() -> MarkdownIt:
    parser = _BodyParser("zero", {"maxNesting": 100})
    parser.enable(["list", "newline", "escape", "entity", "emphasis", "link"])
    parser.core.ruler.before("inline", "shallow_links", _limit_nesting)
    parser.inline.ruler.before("link", "citation_mark", _read_mark)
    return parser


def _limit_nesting(state: StateCore) -> None:
    """Brackets within brackets are followed less far than lists: a page of "[" would take seconds."""
    state.md.options["maxNesting"] = 8


def _read_mark(state: StateInline, silent: bool) -> bool:  # the signature is markdown-it's
    match = _MARK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("citation_mark", "", 0).content = match.group(1)
    state.pos = match.end()
    return True


class _BlockReader:
    """Walks markdown-it's tokens once, keeping the stack of open lists."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        self._tokens = tokens
        self._lists: list[tuple[BlockKind, int]] = []
        self._blocks: list[Block] = []
        self._item_is_open = False

    def read(self) -> list[Block]:
        for token in self._tokens:
            if token.type in {"bullet_list_open", "ordered_list_open"}:
                kind = BlockKind.BULLET if token.type.startswith("bullet") else BlockKind.NUMBER
                self._lists.append((kind, int(token.attrs.get("start", 1))))
            elif token.type in {"bullet_list_close", "ordered_list_close"}:
                self._lists.pop()
                self._item_is_open = False
            elif token.type == "list_item_open":
                self._item_is_open = False
            elif token.type == "list_item_close":
                kind, number = self._lists[-1]
                self._lists[-1] = (kind, number + 1)
            elif token.type == "inline":
                self._add(tuple(_read_spans(token.children or [])))
        return self._blocks

    def _add(self, spans: tuple[Span, ...]) -> None:
        if not self._lists:
            self._blocks.append(Block(spans))
        elif self._item_is_open:
            last = self._blocks[-1]
            self._blocks[-1] = replace(last, spans=(*last.spans, Span("\n"), *spans))
        else:
            kind, number = self._lists[-1]
            self._blocks.append(Block(spans, kind, len(self._lists) - 1, number))
            self._item_is_open = True


def _read_spans(tokens: Iterable[Token]) -> Iterator[Span]:
    bold = italic = 0
    href = ""
    for token in tokens:
        if token.type in {"strong_open", "strong_close"}:
            bold += token.nesting
        elif token.type in {"em_open", "em_close"}:
            italic += token.nesting
        elif token.type in {"link_open", "link_close"}:
            href = str(token.attrGet("href") or "") if token.nesting > 0 else ""
        elif token.type == "citation_mark":
            yield Span(bold=bold > 0, italic=italic > 0, citation_id=int(token.content))
        else:
            text = {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)
            yield Span(text, bold > 0, italic > 0, href)


def is_blank(char: str) -> bool:
    """True for every kind of white space that Markdown or Python strips."""
    return char.isspace()


def normalise(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The one form in which blocks are compared and written.

    Blocks without text go; blanks at the ends of lines go; emphasis and links do not begin or end with blanks; list
    levels deepen by one at most; the items of one numbered list count on from its first.
    """
    result: list[Block] = []
    for block in blocks:
        spans = _normalise_spans(block.spans)
        if spans:
            result.append(_settle(replace(block, spans=spans), result))
    return tuple(result)


def _settle(block: Block, before: list[Block]) -> Block:
    if block.kind is BlockKind.PARAGRAPH:
        return replace(block, level=0, number=1)
    deepest = before[-1].level + 1 if before and before[-1].kind is not BlockKind.PARAGRAPH else 0
    level = max(0, min(block.level, deepest, MAX_LEVEL))
    number = min(max(block.number, 0), MAX_NUMBER) if block.kind is BlockKind.NUMBER else 1
    for earlier in reversed(before):
        if earlier.kind is BlockKind.PARAGRAPH or earlier.level < level:
            break
        if earlier.level == level:
            if earlier.kind is block.kind is BlockKind.NUMBER:
                number = earlier.number + 1
            break
    return replace(block, level=level, number=number)


def _normalise_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    items = [item for span in spans for item in _split(span)]
    items = list(_trim_lines(items))
    items = _strip_look(items, "href", ())
    items = _strip_look(items, "bold", ("href",))
    items = _strip_look(items, "italic", ("href", "bold"))
    return tuple(_join(items))


def _split(span: Span) -> list[Span]:
    """One item per character, so that looks can be changed character by character."""
    if span.citation_id:
        return [replace(span, text="", href="")]
    href = span.href if is_link(span.href) else ""
    return [Span(char, span.bold, span.italic, href) for char in clean_body(span.text)]


def _trim_lines(items: list[Span]) -> Iterator[Span]:
    lines: list[list[Span]] = [[]]
    for item in items:
        if item.text == "\n":
            lines.append([])
        lines[-1].append(item)
    trimmed = [_trim(line) for line in lines]
    while trimmed and not any(item.text != "\n" for item in trimmed[0]):
        trimmed.pop(0)
    while trimmed and not any(item.text != "\n" for item in trimmed[-1]):
        trimmed.pop()
    for index, line in enumerate(trimmed):
        yield from (item for item in line if index or item.text != "\n")


def _trim(line: list[Span]) -> list[Span]:
    start = 1 if line and line[0].text == "\n" else 0
    end = len(line)
    first = start
    while first < end and is_blank(line[first].text):
        first += 1
    while end > first and is_blank(line[end - 1].text):
        end -= 1
    return line[:start] + line[first:end]


def _strip_look(items: list[Span], look: str, outer: tuple[str, ...]) -> list[Span]:
    """Take `look` off blanks at both ends of each run of it; a run also ends where an `outer` look changes."""
    if not any(map(attrgetter(look), items)):
        return items
    result: list[Span] = []
    for key, group in groupby(items, key=lambda item: tuple(getattr(item, name) for name in (*outer, look))):
        run = list(group)
        if key[-1]:
            texts = [bool(item.citation_id) or not is_blank(item.text) for item in run]
            first = texts.index(True) if True in texts else len(run)
            last = len(run) - texts[::-1].index(True) if True in texts else 0
            off = {look: type(key[-1])()}
            run = [item if first <= at < last else replace(item, **off) for at, item in enumerate(run)]
        result.extend(run)
    return result


def _join(items: list[Span]) -> Iterator[Span]:
    for (bold, italic, href, mark), group in groupby(items, key=lambda i: (i.bold, i.italic, i.href, i.citation_id)):
        if mark:
            yield from group
        else:
            yield Span("".join(item.text for item in group), bold, italic, href)

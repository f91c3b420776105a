"""A page's markup to a tree, and to the words that a reader of it would see. Nothing it names is looked at."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from lxml import etree, html
from typing_extensions import override

from importers.text_blocks import ITEM_MARK, Block, BlockKind, join_blocks, one_line

MAX_DEPTH = 200
MAX_ELEMENTS = 50_000  # trafilatura's time grows with the square of their number: 2 s for this many, 37 s for 250,000
_MAX_TAG = 20_000  # libxml2 compares each attribute of a tag with all others: 200,000 take six minutes

_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[]*\[.*?\]\s*>", re.IGNORECASE | re.DOTALL)
_DOCTYPE_WITHIN = 100_000
_DATA_ADDRESS = re.compile(r"data:[\w.+-]{1,100}/[\w.+-]{1,100}[;,][^\"'\s<>)]{256,}")
_UP_TO_TAG_END = re.compile("[^>]+")
_TAG_START = re.compile(r"<[a-zA-Z][^\s/<>]*")
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_VOID = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
_SELF_CLOSED = re.compile(rf"<(?!(?:{_VOID})\b)([a-zA-Z][\w:-]*)((?:\s[^<>]*)?)(?<!\s)\s*/>")

_BREAKS = re.compile(
    r"address|article|aside|blockquote|body|br|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|"
    r"h[1-6r]|header|html|li|main|nav|ol|option|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul"
)
_UNSEEN = re.compile("head|iframe|math|noscript|object|script|select|style|svg|template|textarea|title")


def tidy_markup(markup: str, *, is_xhtml: bool) -> str:
    """The markup without what would only cost time or be misread: controls, own entities, pictures written into it."""
    markup = _CONTROLS.sub("", markup)
    head = _DOCTYPE.sub("", markup[:_DOCTYPE_WITHIN], count=1)
    markup = _DATA_ADDRESS.sub("data:,", head + markup[_DOCTYPE_WITHIN:])
    if is_xhtml:  # read as HTML, where “<a/>” opens an element and the words of a CDATA section are a comment
        markup = _CDATA.sub(lambda section: section[1].replace("&", "&amp;").replace("<", "&lt;"), markup)
        markup = _SELF_CLOSED.sub(r"<\1\2></\1>", markup)
    return "".join(_shorn(markup)) if len(markup) > _MAX_TAG else markup


def _shorn(markup: str) -> Iterator[str]:
    """The markup, its endless tags without their attributes."""
    at = 0
    for piece in _UP_TO_TAG_END.finditer(markup):
        if piece.end() - piece.start() < _MAX_TAG:
            continue
        tag = _TAG_START.search(markup, piece.start(), piece.end())
        if tag and piece.end() - tag.end() > _MAX_TAG and markup.find("</", tag.end(), piece.end()) < 0:
            yield markup[at : tag.end()]
            at = piece.end()
    yield markup[at:]


def parse_markup(markup: str) -> html.HtmlElement | None:
    """The tree of a page; None where there is none, and where it is so deep or large that words would be lost of it."""
    if markup.count("<") > MAX_ELEMENTS * 3:
        return None
    # huge_tree: without it the words below depth 255 are dropped without a sound. Comments carry no words.
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False, no_network=True
    )
    try:
        tree = html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    return tree if _is_manageable(tree) else None


def _is_manageable(tree: etree._Element) -> bool:
    depth = count = 0
    for step, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if step == "start" else -1
        count += step == "start"
        if depth > MAX_DEPTH or count > MAX_ELEMENTS:
            return False
    return True


def visible_text(markup: str) -> str:
    """All words of a page in the shape of working text, by its tags alone: no depth or size loses any."""
    reader = _WordReader()
    reader.feed(markup)
    reader.close()
    return join_blocks(reader.blocks())


class _WordReader(HTMLParser):
    """Gathers words. An element that shows none is left out up to its end tag, the page's title and head with it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[Block] = []
        self._words: list[str] = []
        self._kind = BlockKind.PARAGRAPH
        self._unseen = ""

    def blocks(self) -> list[Block]:
        self._flush()
        return self._blocks

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._unseen:
            if tag != "body":
                return
            self._unseen = ""
        if _UNSEEN.fullmatch(tag):
            self._unseen = tag
        elif _BREAKS.fullmatch(tag):
            self._flush()
            self._kind = BlockKind.ITEM if tag == "li" else BlockKind.PARAGRAPH
        elif tag in ("td", "th"):
            self._words.append(" ")

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if _BREAKS.fullmatch(tag) and not self._unseen:
            self._flush()

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag == self._unseen:
            self._unseen = ""
        elif _BREAKS.fullmatch(tag) and not self._unseen:
            self._flush()

    @override
    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._words.append(data)

    def _flush(self) -> None:
        line = one_line("".join(self._words))
        self._words.clear()
        if line:
            is_item = self._kind is BlockKind.ITEM
            self._blocks.append(Block(ITEM_MARK + line if is_item else line, self._kind))
            self._kind = BlockKind.PARAGRAPH

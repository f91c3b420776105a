"""A page's markup to a tree, and to the words that a reader of it would see. Nothing it names is looked at."""

import re
from collections.abc import Iterator
from html import unescape

from lxml import etree, html

from importers.text_blocks import ITEM_MARK, Block, BlockKind, join_blocks, one_line

MAX_DEPTH = 200
MAX_ELEMENTS = 50_000  # trafilatura's time grows with the square of their number: 2 s for this many, 37 s for 250,000
MAX_PIECES = 5_000  # and with the square of a paragraph's: 8 s for 20,000
_MAX_TAG = 20_000  # libxml2 compares each attribute of a tag with all others: 200,000 take six minutes

_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_OWN_ENTITIES = re.compile(r"<!DOCTYPE[^<>\[]*\[", re.IGNORECASE)
_END_OF_ENTITIES = re.compile(r"\]\s{0,99}>")
_DATA_ADDRESS = re.compile(r"data:[\w.+-]{1,100}/[\w.+-]{1,100}[;,][^\"'\s<>)]{256,}")
_UP_TO_TAG_END = re.compile("[^>]+")
_TAG_START = re.compile(r"<[a-zA-Z][^\s/<>]*")
_CDATA = re.compile(r"<!\[CDATA\[((?:[^\]<]|\](?!\]>)|<(?!!\[CDATA\[))*+)\]\]>")
_VOID = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
_SELF_CLOSED = re.compile(rf"<(?!(?:{_VOID})\b)([a-zA-Z][\w:-]*)((?:\s[^<>]*)?)(?<!\s)\s*/>")

_BREAKS = re.compile(
    r"address|article|aside|blockquote|body|br|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|"
    r"h[1-6r]|header|html|li|main|nav|ol|option|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul"
)
_HOLDERS = re.compile("body|div|article|main|section|ul|ol|dl|table|tbody|head")
_TAG = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9:-]*)")
_ATTRIBUTES = re.compile(r"""(?:=\s{0,9}"[^"]{0,5000}"|=\s{0,9}'[^']{0,5000}'|[^<>])*+>""")
_UNSEEN = re.compile("head|iframe|math|noscript|object|script|select|style|svg|template|textarea|title")


def tidy_markup(markup: str, *, is_xhtml: bool) -> str:
    """The markup without what would only cost time or be misread: controls, own entities, pictures written into it."""
    markup = _CONTROLS.sub("", markup)
    if (start := _OWN_ENTITIES.search(markup)) and (end := _END_OF_ENTITIES.search(markup, start.end())):
        markup = markup[: start.start()] + markup[end.end() :]
    markup = _DATA_ADDRESS.sub("data:,", markup)
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
    for step, element in etree.iterwalk(tree, events=("start", "end")):
        if step == "end":
            depth -= 1
            if len(element) > MAX_PIECES and not _HOLDERS.fullmatch(element.tag):
                return False
            continue
        depth += 1
        count += 1
        if depth > MAX_DEPTH or count > MAX_ELEMENTS:
            return False
    return True


def visible_text(markup: str) -> str:
    """All words of a page in the shape of working text, by its tags alone: no depth or size loses any."""
    reader = _WordReader()
    for words, tag in _tokens(markup):
        reader.take(words, tag)
    return join_blocks(reader.blocks)


def _tokens(markup: str) -> Iterator[tuple[str, str]]:
    """Words with the name of the tag after them (“p”, “/p”), "" for what shows nothing. Its time grows with the length alone."""
    at, unclosed = 0, set[str]()
    while (start := markup.find("<", at)) >= 0:
        words, name = markup[at:start], ""
        if tag := _TAG.match(markup, start):
            name = tag[1].lower()
            at = _tag_end(markup, tag.end())
            if _UNSEEN.fullmatch(name) and name not in unclosed:
                end = re.compile(rf"</{name}\b[^<>]*>?|(?=<body\b)" if name == "head" else rf"</{name}\b[^<>]*>?", re.I)
                found = end.search(markup, at)
                at = found.end() if found else at
                unclosed |= set() if found else {name}
        elif markup.startswith("<!--", start):
            at = _after(markup, "-->", start + 4)
        elif markup.startswith(("<!", "<?", "</"), start):
            at = _after(markup, ">", start)
        else:
            words, at = f"{words}<", start + 1
        yield unescape(words), name
    yield unescape(markup[at:]), "body"


def _tag_end(markup: str, start: int) -> int:
    """The end of the tag whose attributes begin at `start`; a ">" in quotation marks does not end it."""
    rest = _ATTRIBUTES.match(markup, start)
    return rest.end() if rest else _after(markup, ">", start)


def _after(markup: str, mark: str, start: int) -> int:
    end = markup.find(mark, start)
    return len(markup) if end < 0 else end + len(mark)


class _WordReader:
    """Gathers words to blocks: an element that begins or ends a line does so here too."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._is_item = False

    def take(self, words: str, tag: str) -> None:
        """`words`, and the tag that follows them."""
        self._words.append(words)
        if tag.lstrip("/") in ("td", "th"):
            self._words.append(" ")
        elif _BREAKS.fullmatch(tag.lstrip("/")):
            self._flush()
            self._is_item = tag == "li"

    def _flush(self) -> None:
        line = one_line("".join(self._words))
        self._words.clear()
        if line:
            self.blocks.append(Block(ITEM_MARK + line, BlockKind.ITEM) if self._is_item else Block(line))

"""The words of a message's HTML body. Nothing it names is looked at: no picture, no style sheet, no frame."""

import re
from collections.abc import Iterator

from lxml import etree

from importers.mail_text import tidy
from importers.text_blocks import CELL_GAP, ITEM_MARK

_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    }
)
_PARAGRAPHS = _BLOCKS - {"li", "tr", "dd", "dt", "div", "tbody", "tfoot", "thead"}
_UNSEEN = frozenset(
    {
        "audio",
        "canvas",
        "embed",
        "head",
        "iframe",
        "math",
        "noframes",
        "object",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
    }
)
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_CELL_END = "\x1f"
# Where a block begins or ends there is a new line, however many blocks do.
_EDGE = "\x1e"
_BREAKS = re.compile(f"[ \n{_EDGE}]+")


def markup_words(markup: str) -> tuple[str, bool]:
    """The paragraphs of an HTML body as a reader of the message sees them, and whether some were nested out of reach."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, recover=True, huge_tree=True, remove_pis=True)
    try:
        root = etree.fromstring(markup.encode("utf-8", errors="replace"), parser)
    except etree.XMLSyntaxError:  # nothing in it
        return "", False
    if root is None:
        return "", False
    lines = _BREAKS.sub(_one_break, "".join(_pieces(root))).split("\n")
    is_cut = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return tidy("\n".join(CELL_GAP.join(filter(None, map(str.strip, line.split(_CELL_END)))) for line in lines)), is_cut


def _pieces(root: "etree._Element") -> Iterator[str]:
    """Words and line breaks in reading order. Walks without recursion: a body may be nested as deeply as it likes."""
    walk = etree.iterwalk(root, events=("start", "end", "comment"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        unseen = event == "start" and (tag in _UNSEEN or _is_hidden(element))
        if unseen:
            walk.skip_subtree()
        elif event == "start":
            yield _break_at(tag)
            yield ITEM_MARK if tag == "li" else ""
            yield _flat(element.text, tag)
        if event == "end":
            yield _CELL_END if tag in {"td", "th"} else _break_at(tag)
        if event != "start" and element is not root:
            yield _flat(element.tail, "")


def _break_at(tag: str) -> str:
    if tag == "br":
        return ""
    return "\n\n" if tag in _PARAGRAPHS else _EDGE if tag in _BLOCKS else ""


def _one_break(run: re.Match[str]) -> str:
    """What a run of breaks and edges looks like: a <br> ends a line, one that stands on a line of its own parts paragraphs."""
    breaks = run.group().replace(" ", "")
    if not breaks:
        return run.group()
    return "\n\n" if "\n\n" in breaks.replace(_EDGE, "") or f"{_EDGE}\n" in breaks else "\n"


def _flat(text: str | None, tag: str) -> str:
    """Text between two tags; line breaks of the markup are none of the reader's, but in preformatted text."""
    begin = "\n" if tag == "br" else ""
    if not text:
        return begin
    return begin + (text if tag == "pre" else _SPACES.sub(" ", text))


def _is_hidden(element: "etree._Element") -> bool:
    return "hidden" in element.attrib or _HIDDEN.search(element.get("style") or "") is not None

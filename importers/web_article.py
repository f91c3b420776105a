"""The article of a page, found by trafilatura, in the shape of working text."""

from collections.abc import Iterator

import trafilatura
from lxml import etree, html
from trafilatura import bare_extraction

from importers.text_blocks import Block, item_of, join_blocks, paragraphs_of, table_blocks

EXTRACTOR = f"trafilatura {trafilatura.__version__}"
_INLINE = frozenset({"hi", "ref", "del", "lb", "graphic", "code", "span"})


def article_text(tree: html.HtmlElement) -> str:
    """The article's paragraphs without what stands round them; "" where there is none.

    The tree is handed over, never a text or an address: trafilatura's helpers fetch what looks like an address.
    """
    try:
        found = bare_extraction(tree, include_comments=False, with_metadata=False)
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return ""  # it stumbles over trees that no browser made; the page's own words are taken then
    body = getattr(found, "body", None)
    return join_blocks(_blocks(body)) if body is not None else ""


def main_length(tree: html.HtmlElement) -> int:
    """Characters of the words in the page's <main>, 0 where it has none. Ask before the tree is handed over."""
    main = next(iter(tree.iter("main")), None)
    if main is None:
        return 0
    silent = ("script", "style", "noscript", "template", "nav", "aside", "footer", "form")
    spoken = (node for node in main.iter() if isinstance(node.tag, str) and node.tag not in silent)
    return sum(len("".join((node.text or "").split())) + len("".join((node.tail or "").split())) for node in spoken)


def _blocks(element: etree._Element) -> Iterator[Block]:
    """The blocks of a container: loose words between its blocks are paragraphs too."""
    loose = [element.text or ""]
    for child in element:
        if child.tag in _INLINE:
            loose.append(_words(child))
        else:
            yield from paragraphs_of("".join(loose))
            loose.clear()
            yield from _block(child)
        loose.append(child.tail or "")
    yield from paragraphs_of("".join(loose))


def _block(element: etree._Element) -> Iterator[Block]:
    if element.tag == "item":
        yield from _item(element)
    elif element.tag == "table":
        rows = [[list(_blocks(cell)) for cell in row.iterchildren("cell")] for row in element.iter("row")]
        yield from table_blocks(rows, id(element))
    elif isinstance(element.tag, str):
        yield from _blocks(element)


def _item(element: etree._Element) -> Iterator[Block]:
    """An item's own words on one line, the items of a list within it after them."""
    lists = [child for child in element if child.tag == "list"]
    own = [element.text or ""]
    for child in element:
        own.append(child.tail or "" if child in lists else f"{_words(child)}{child.tail or ''}")
        own.append(" " if child.tag in ("p", "head", "quote") else "")
    yield from item_of("".join(own))
    for inner in lists:
        yield from _blocks(inner)


def _words(element: etree._Element) -> str:
    """An element's words; a forced line break counts, two in a row end a paragraph."""
    parts = ["\n" if element.tag == "lb" else "", element.text or ""]
    for child in element:
        parts += [_words(child), child.tail or ""]
    return "".join(parts)

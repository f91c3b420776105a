"""The article of a page, found by trafilatura, in the shape of working text."""

import re
from collections.abc import Iterator
from copy import deepcopy

import trafilatura
from lxml import etree, html
from trafilatura import bare_extraction

from importers.text_blocks import Block, item_of, join_blocks, paragraphs_of, table_blocks

EXTRACTOR = f"trafilatura {trafilatura.__version__}"
_AROUND = frozenset({"aside", "button", "dialog", "footer", "form", "nav", "noscript", "script", "style", "template"})
# Whole names, or the first part of them ("related-posts"); a story may be of the class "tag-comments".
_AROUND_NAMES = re.compile(
    r"(?:^|\s)(?:ads?|adverts?|advertisement|breadcrumbs?|cookies?|more|navigation|newsletter|paywall|popular|promo|"
    r"recommend(?:ed|ations?)|related|shar(?:e|ing)|sidebar|social|sponsor(?:ed)?|subscribe|tags|tags-links|teasers?|trending)"
    r"(?:[_-]\S{0,60})?(?=$|\s)",
    re.IGNORECASE,
)
_TALK_NAMES = re.compile(
    r"(?:^|\s)(?:comments?(?!-\d)|disqus|kommentare?|responses|respond)(?:[_-]\S{0,60})?(?=$|\s)", re.IGNORECASE
)
_MOST_AROUND = 0.6
"""Of a main part: what holds more of it is the story, whatever it is called. Talk below it may be longer than it."""
_MAX_NAMES = 1_000
_LEAST_STORY = 2_500
"""Characters: what is shorter may be an entry of a list or of a day as it went."""
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


def main_part(tree: html.HtmlElement) -> html.HtmlElement | None:
    """A copy of the page's <main> without what stands round an article there: comments, offers, forms, ways to other pages.

    None where it has none. Ask before the tree is handed over.
    """
    found = next(iter(tree.iter("main")), None)
    if found is None:
        return None
    stories = [each for each in found.iter("article") if len(each.text_content()) > _LEAST_STORY]
    if len(stories) > 1:  # one below the other, as one scrolls on; the first is the page's own
        found = stories[0]
    part = deepcopy(found)
    part.tail = None
    most = _MOST_AROUND * len(part.text_content())
    for element in list(part.iter(etree.Element)):
        if element is not part and _stands_round(element, most):
            element.clear(
                keep_tail=True
            )  # dropping it would join its tail to what is before: the square of their number
    return part


def said_length(part: html.HtmlElement) -> int:
    """Letters of the words of a part, links not counted: lists of them are ways to other pages."""
    return sum(len("".join(words.split())) for words in _said(part))


def _said(part: html.HtmlElement) -> Iterator[str]:
    """The words of a part that are in no link."""
    links = 0
    for step, node in etree.iterwalk(part, events=("start", "end")):
        links += (node.tag == "a") * (1 if step == "start" else -1)
        if not links and (step == "start" or node is not part):
            yield (node.text if step == "start" else node.tail) or ""


def _stands_round(element: html.HtmlElement, most: float) -> bool:
    if element.tag in _AROUND:
        return True
    names = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"[:_MAX_NAMES]
    is_talk = _TALK_NAMES.search(names) is not None
    if not is_talk and not _AROUND_NAMES.search(names):
        return False
    return next(element.iter("h1"), None) is None and (is_talk or len(element.text_content()) <= most)


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

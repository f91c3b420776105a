"""A saved web page to a source: the article's words as its text, what the page says of itself as its fields.

Nothing is fetched: trafilatura is given a tree, and its functions that load pages are never called.
"""

from lxml import html

from dates import UNDATED, UncertainDate
from importers.found import Doubt, Found, FoundSource
from importers.plain_text import stem_of, title_of
from importers.text_blocks import ITEM_MARK
from importers.web_archive import SavedPage, open_archive
from importers.web_article import EXTRACTOR, article_text, main_part, said_length
from importers.web_encoding import decode_page
from importers.web_markup import parse_markup, tidy_markup, visible_text
from importers.web_metadata import PageMetadata, read_metadata, saved_from, web_address
from models.drafts import MAX_CAPTURE_TEXT, CaptureDraft, SourceDraft, clean_text
from models.enums import CaptureMethod, DoubtCode

ARCHIVE = "multipart/related"
MAX_BYTES = 100_000_000  # as much as the worker's memory bears several times over
MAX_MARKUP = 30_000_000
ALL_WORDS = "visible-words"
_HEAP = 0.8
_LEAST_OF_MAIN = 1 / 2
"""Of the words in a page's <main> the article must have so much: a page of many entries is not its footnotes."""


def read_web_page(
    data: bytes,
    *,
    name: str,
    method: CaptureMethod,
    published: UncertainDate = UNDATED,
    media_type: str = "text/html",
) -> Found:
    """One source. `published` wins over the day that the page gives.

    Where the page holds no article, all its words are taken; where it is too large or an archive holds no page, none are:
    the bytes are kept all the same. Raises UserFacingError IMPORT_UNREADABLE where the bytes are no text.
    """
    page = None
    if len(data) <= MAX_BYTES:
        page = open_archive(data) if media_type == ARCHIVE else SavedPage(data, media_type=media_type)
    text, extractor, metadata, doubts = "", "none", PageMetadata(), [Doubt(DoubtCode.NO_TEXT)]
    if page is not None:
        text, extractor, metadata, doubts = _read(page)
    capture = CaptureDraft(
        data=data, media_type=media_type, original_name=name, method=method, text=text, extractor=extractor
    )
    draft = _source(metadata, published, metadata.title or title_of(text) or stem_of(name) or name)
    return Found(sources=(FoundSource(draft, capture),), doubts=tuple(doubts))


def _read(page: SavedPage) -> tuple[str, str, PageMetadata, list[Doubt]]:
    """Text, what took it, metadata and doubts."""
    decoded = decode_page(page.data, page.charset)
    doubts = [Doubt(DoubtCode.GUESSED_ENCODING, value=decoded.encoding)] if decoded.guessed else []
    markup = tidy_markup(decoded.text, is_xhtml=page.media_type == "application/xhtml+xml")
    address = saved_from(decoded.text) or web_address(page.address)
    if len(markup) > MAX_MARKUP:
        return "", "none", PageMetadata(address=address), [*doubts, Doubt(DoubtCode.NO_TEXT)]
    tree = parse_markup(markup)
    metadata = PageMetadata(address=web_address(address)) if tree is None else read_metadata(tree, address)
    main = None if tree is None else main_part(tree)
    text = "" if tree is None else _clean(article_text(tree))
    is_small_part = main is not None and len(text) < said_length(main) * _LEAST_OF_MAIN
    if "\n" in text and not is_small_part:
        return text, EXTRACTOR, metadata, doubts
    in_main = "" if main is None else _clean(visible_text(html.tostring(main, encoding="unicode")))
    words = in_main or _clean(visible_text(markup))
    if text and not is_small_part and not _is_heap(text, words):
        return text, EXTRACTOR, metadata, doubts
    if not (text and in_main and not is_small_part):  # the article's own words, but in their lines, need no second look
        doubts.append(Doubt(DoubtCode.NO_ARTICLE if words else DoubtCode.NO_TEXT))
    return words, ALL_WORDS if words else "none", metadata, doubts


def _is_heap(text: str, words: str) -> bool:
    """Where it finds no article, trafilatura gives all words on one line, those of several lines of `words`."""
    said = "".join(text.split())
    lines = ["".join(line.removeprefix(ITEM_MARK).split()) for line in words.split("\n")]
    return len(said) > _HEAP * sum(map(len, lines)) and not any(said in line for line in lines)


def _clean(text: str) -> str:
    """Without soft hyphens too: they show nothing, and no word that has one would be found."""
    return clean_text(text).replace("\u00ad", "").strip()[:MAX_CAPTURE_TEXT]


def _source(metadata: PageMetadata, published: UncertainDate, title: str) -> SourceDraft:
    """Only the fields that are known."""
    known = {
        "creators": metadata.creators,
        "container_title": metadata.site,
        "url": metadata.address,
        "language": metadata.language,
    }
    given = {name: value for name, value in known.items() if value}
    return SourceDraft(
        type=metadata.type, title=title, published=published if published.edtf else metadata.published, **given
    )

"""A Markdown file (CommonMark 0.31, with GitHub's tables) to a source: its words without the marks, its front matter as fields."""

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

import markdown_it
from markdown_it import MarkdownIt
from markdown_it.token import Token

from dates import UNDATED, UncertainDate
from importers.decoding import decode
from importers.found import Doubt, Found, FoundSource
from importers.names import creators_of
from importers.plain_text import stem_of, title_of
from importers.said import language_said
from importers.text_blocks import Block, item_of, join_blocks, one_line, paragraphs_of, table_blocks
from importers.web_dates import read_stamp, read_wording
from models.drafts import CaptureDraft, SourceDraft, clean_text
from models.enums import CaptureMethod, DoubtCode, ImportFault, ProblemCode
from models.errors import UserFacingError

EXTRACTOR = f"markdown-it-py {markdown_it.__version__}"
_MAX_FRONT = 10_000
_MAX_NESTING = 100
_FENCE = re.compile(r"(?:---|\.\.\.)[ \t]*")
_FIELD = re.compile(r"([A-Za-z_-]+)[ \t]*:[ \t]*(.*)")
_QUOTES = "\"'[] \t"


def read_markdown_file(
    data: bytes, *, name: str, method: CaptureMethod, published: UncertainDate = UNDATED, media_type: str
) -> Found:
    """One source. Lines of front matter (title, author, date, url, site, language) fill its fields and leave the text.

    Raises UserFacingError IMPORT_UNREADABLE where the bytes are no text or there is nothing in them.
    """
    decoded = decode(data)
    front, body = split_front_matter(clean_text(decoded.text))
    text = markdown_text(body)
    title = markdown_text(_said(front, "title")) or title_of(text) or stem_of(name)
    if not title:
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, reason=ImportFault.EMPTY)
    url = _said(front, "url", "source", "link", "permalink")
    draft = SourceDraft(
        title=title_of(title),
        creators=creators_of(_said(front, "author", "authors", "by", "byline")),
        container_title=_said(front, "site", "publication", "publisher", "newspaper"),
        published=published if published != UNDATED else _day(_said(front, "date", "published", "pubdate")),
        url=url if urlsplit(url).scheme in ("http", "https") and urlsplit(url).netloc else "",
        language=language_said(_said(front, "lang", "language")),
    )
    capture = CaptureDraft(
        data=data, media_type=media_type, original_name=name, method=method, text=text, extractor=EXTRACTOR
    )
    doubts = [Doubt(DoubtCode.GUESSED_ENCODING, value=decoded.encoding)] if decoded.guessed else []
    doubts += [] if text else [Doubt(DoubtCode.NO_TEXT)]
    return Found(sources=(FoundSource(draft, capture),), doubts=tuple(doubts))


def split_front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """The fields between two lines of "---" at the head of a file, by their lower-case names, and the text behind them."""
    if not text.startswith("---"):
        return {}, text
    lines = text[:_MAX_FRONT].split("\n")
    end = next((number for number, line in enumerate(lines[1:], start=1) if _FENCE.fullmatch(line)), 0)
    fields = [_FIELD.match(line) for line in lines[1:end]]
    if not end or not any(fields):
        return {}, text
    said = {match[1].lower(): match[2].strip(_QUOTES) for match in fields if match}
    return said, text[sum(len(line) + 1 for line in lines[: end + 1]) :]


def markdown_text(text: str) -> str:
    """The words of a Markdown text in the shape of working text; HTML in it is text like any other.

    The parser leaves out what is nested deeper than its limit: such a text stays as it is.
    """
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _MAX_NESTING}).enable("table")
    tokens = parser.parse(text)
    if max((token.level for token in tokens), default=0) >= _MAX_NESTING - 2:
        return text.strip()
    return join_blocks(_Walk(tokens).blocks())


def _said(front: Mapping[str, str], *names: str) -> str:
    return next((" ".join(front[name].split())[:500] for name in names if front.get(name)), "")


def _day(written: str) -> UncertainDate:
    stamp = read_stamp(written)
    return stamp if stamp != UNDATED else read_wording(written)


class _Walk:
    """Goes through the tokens once, from outside in."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._label: str | None = None
        self._tables = 0
        self._rows: list[list[list[Block]]] = []

    def blocks(self) -> Iterator[Block]:
        """The blocks in the order of the text."""
        is_cell = False
        for token in self._tokens:
            if token.type == "list_item_open":
                self._label = token.info + token.markup if token.info else ""
            elif token.type == "tr_open":
                self._rows.append([])
            elif token.type in ("th_open", "td_open"):
                is_cell = True
            elif token.type in ("th_close", "td_close"):
                is_cell = False
            elif token.type == "table_close":
                self._tables += 1
                yield from table_blocks(self._rows, self._tables)
                self._rows = []
            elif token.type == "inline" and is_cell:
                self._rows[-1].append(paragraphs_of(_words(token)))
            elif token.type == "inline":
                yield from self._paragraph(_words(token))
            elif token.type in ("fence", "code_block"):
                yield from self._paragraph(token.content if token.content.strip() else token.info)

    def _paragraph(self, words: str) -> list[Block]:
        """The first one of a list item stands behind its number or bullet."""
        label, self._label = self._label, None
        return item_of(words, label) if label is not None else [Block(line) for line in [one_line(words)] if line]


def _words(token: Token) -> str:
    return "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or ()
    )

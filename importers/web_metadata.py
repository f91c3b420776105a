"""What a page says of itself: title, authors, site, day of publication, address, language."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit, urlunsplit

from lxml import etree, html
from trafilatura.metadata import Document, extract_metadata

from dates import UNDATED, UncertainDate
from importers.names import creators_of
from importers.web_dates import read_stamp, read_wording
from importers.web_schema import Schema, read_schema
from models.drafts import CreatorDraft
from models.enums import SourceType

MAX_ADDRESS = 2_000
MAX_NAME = 300
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z0-9]{2,8}))?")
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>]{1,2000})"
)
_SAVED_FROM_WITHIN = 4_000
_TITLE_TAIL = re.compile(r"\s+[|–—·»-]\s+([^|–—·»]+)$")

_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "publication_date",
    "publication-date",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "pub_date",
    "date_published",
    "displaydate",
    "date",
)
_AUTHOR_NAMES = (
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "author",
    "parsely-author",
    "article:author",
    "byl",
)
_DATED = etree.XPath(
    "//*[@itemprop='datePublished'] | //time[@pubdate] | //*[self::article or self::main]//time | //time"
    " | //body//*[self::p or self::div or self::span][contains(@class, 'publish') or contains(@class, 'pubdate')"
    " or contains(@class, 'dateline') or contains(@class, 'post-date') or contains(@class, 'entry-date')"
    " or contains(@class, 'article-date') or contains(@class, 'article__date')]"
)
_NOT_PUBLISHED = re.compile(r"updat|modif|event|comment|relat", re.IGNORECASE)
_MAX_DATED = 50
_OF_ARTICLE = re.compile("article:(?:published|modified|author|section)").match
_TYPES: Mapping[str, SourceType] = {
    "blogposting": SourceType.POST_WEBLOG,
    "socialmediaposting": SourceType.POST,
    "discussionforumposting": SourceType.POST,
    "scholarlyarticle": SourceType.ARTICLE_JOURNAL,
    "medicalscholarlyarticle": SourceType.ARTICLE_JOURNAL,
    "report": SourceType.REPORT,
}


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """Empty fields are not stated by the page."""

    type: SourceType = SourceType.WEBPAGE
    title: str = ""
    creators: tuple[CreatorDraft, ...] = ()
    site: str = ""
    published: UncertainDate = UNDATED
    address: str = ""
    language: str = ""


def read_metadata(tree: html.HtmlElement, address: str) -> PageMetadata:
    """What `tree` states. `address` is where the page was saved from, "" where that is not known."""
    metas = _metas(tree)
    schema = read_schema(tree)
    guess = _trafilatura(tree)
    site = _short(_first(metas, "og:site_name")) or _short(schema.site) or _short(guess.sitename or "")
    title = _short(_first(metas, "og:title")) or _short(schema.title) or _short(guess.title or "")
    return PageMetadata(
        type=_type(metas, schema),
        title=_without_site(title, site),
        creators=_creators(metas, schema, guess),
        site=site,
        published=_published(tree, metas, schema),
        address=_address(tree, metas, schema, address),
        language=_language(tree, metas, schema),
    )


def saved_from(markup: str) -> str:
    """The address that a browser or SingleFile left in a comment at the head of the page it saved."""
    found = _SAVED_FROM.search(markup[:_SAVED_FROM_WITHIN])
    return found[1] if found else ""


def web_address(address: str, base: str = "") -> str:
    """`address` where it is one of the web, without a name and password in it; else ""."""
    try:
        parts = urlsplit(urljoin(base, address.strip()) if base else address.strip())
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return ""
        whole = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    except ValueError:
        return ""
    return whole if len(whole) <= MAX_ADDRESS and not re.search(r"\s", whole) else ""


def _metas(tree: html.HtmlElement) -> dict[str, list[str]]:
    """The contents of the meta elements by name, in the page's order."""
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        content = (meta.get("content") or "").strip()
        if name and content:
            metas.setdefault(name.strip().lower(), []).append(content)
    return metas


def _trafilatura(tree: html.HtmlElement) -> Document:
    """Its title, authors and site. An output format that is none keeps it from searching a date: it would guess one."""
    try:
        return extract_metadata(tree, date_config={"outputformat": "none"})
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return Document()


def _first(metas: Mapping[str, list[str]], *names: str) -> str:
    return next((metas[name][0] for name in names if name in metas), "")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= MAX_NAME else line[:MAX_NAME].rsplit(" ", 1)[0] + "…"


def _without_site(title: str, site: str) -> str:
    """“Headline | The Site” names its site twice."""
    tail = _TITLE_TAIL.search(title)
    return title[: tail.start()] if tail and site and tail[1].strip().lower() == site.lower() else title


def _type(metas: Mapping[str, list[str]], schema: Schema) -> SourceType:
    if "citation_journal_title" in metas:
        return SourceType.ARTICLE_JOURNAL
    is_article = bool(schema.kind) or _first(metas, "og:type").lower() == "article" or any(map(_OF_ARTICLE, metas))
    return _TYPES.get(schema.kind.lower(), SourceType.ARTICLE_NEWSPAPER if is_article else SourceType.WEBPAGE)


def _creators(metas: Mapping[str, list[str]], schema: Schema, guess: Document) -> tuple[CreatorDraft, ...]:
    """From the first place that names any; an author's address on a network is no name."""
    stated = [
        (CreatorDraft(literal=_short(name)),) if is_organisation else creators_of(_short(name))
        for name, is_organisation in schema.authors
        if not _is_address(name)
    ]
    if any(stated):
        return tuple(dict.fromkeys(creator for creators in stated for creator in creators))
    for name in _AUTHOR_NAMES:
        written = "; ".join(value for value in metas.get(name, ()) if not _is_address(value))
        if creators := creators_of(written):
            return creators
    return creators_of(guess.author or "")


def _is_address(name: str) -> bool:
    return "://" in name or name.lower().startswith("www.")


def _published(tree: html.HtmlElement, metas: Mapping[str, list[str]], schema: Schema) -> UncertainDate:
    stamps = [*schema.published[:1], *_all(metas, _DATE_NAMES), *schema.published[1:]]
    dates = (_either(stamp) for stamp in stamps)
    return next((date for date in dates if date.edtf), None) or _visible_date(tree)


def _all(metas: Mapping[str, list[str]], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from metas.get(name, ())


def _either(text: str) -> UncertainDate:
    date = read_stamp(text)
    return date if date.edtf else read_wording(text)


def _visible_date(tree: html.HtmlElement) -> UncertainDate:
    """The first date that the page's body marks as one, but for those of updates, events and other articles."""
    for element in _DATED(tree)[:_MAX_DATED]:
        around = [element, *list(element.iterancestors())[:3]]
        if any(
            _NOT_PUBLISHED.search(f"{e.get('class', '')} {e.get('id', '')} {e.get('itemprop', '')}") for e in around
        ):
            continue
        for text in (element.get("datetime"), element.get("content"), " ".join(element.itertext())[:200]):
            if text and (date := _either(text)).edtf:
                return date
    return UNDATED


def _address(tree: html.HtmlElement, metas: Mapping[str, list[str]], schema: Schema, saved: str) -> str:
    links = (link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    base = web_address(saved)
    stated = (*links, _first(metas, "og:url"), schema.address)
    return next((found for address in stated if address and (found := web_address(address, base))), base)


def _language(tree: html.HtmlElement, metas: Mapping[str, list[str]], schema: Schema) -> str:
    """A BCP 47 tag (“en-GB”)."""
    root = tree.getroottree().getroot()
    stated = (root.get("lang"), root.get("xml:lang"), _first(metas, "content-language", "og:locale"), schema.language)
    for tag in stated:
        if match := _LANGUAGE.fullmatch((tag or "").strip()):
            region = match[2] or ""
            return match[1].lower() + (f"-{region.upper() if len(region) == 2 else region}" if region else "")
    return ""

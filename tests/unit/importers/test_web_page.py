"""Saved web pages: the article's words in their shape, what the page says of itself, nothing from anywhere else."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest

from dates import UncertainDate
from importers.found import Found
from importers.web_page import ALL_WORDS, ARCHIVE, read_web_page
from models.drafts import CreatorDraft
from models.enums import CaptureMethod, DoubtCode, SourceType
from tests.pages import ADDRESS, ARTICLE, BOILERPLATE, PARAGRAPHS, SCHEMA, archive, news_page

XHTML = "application/xhtml+xml"


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """No test of this file may so much as ask for a connection or a host's address."""
    asked: list[object] = []

    def refuse(*args: Any, **kwargs: Any) -> None:
        asked.append(args)
        raise OSError("offline")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "create_connection", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    yield asked
    assert asked == []


def read(page: str | bytes, media_type: str = "text/html", name: str = "page.html", published: str = "") -> Found:
    data = page.encode() if isinstance(page, str) else page
    return read_web_page(
        data, name=name, method=CaptureMethod.DROP, published=UncertainDate(published), media_type=media_type
    )


def text_of(found: Found) -> str:
    return found.sources[0].capture.text


def codes(found: Found) -> list[DoubtCode]:
    return [doubt.code for doubt in found.doubts]


def test_text_is_the_article_in_paragraphs_and_nothing_round_it() -> None:
    found = read(news_page())
    assert text_of(found) == "\n\n".join(
        [
            "Bridge closed after flood",
            PARAGRAPHS[0],
            "What people say",
            PARAGRAPHS[1],
            "• Two houses were damaged in the lower village.\n• Nobody was hurt, the police said.",
            PARAGRAPHS[2],
        ]
    )
    assert not any(words in text_of(found) for words in BOILERPLATE)
    assert (found.doubts, found.sources[0].capture.extractor) == ((), "trafilatura 2.3.1")


def test_capture_keeps_the_bytes_and_their_name() -> None:
    data = news_page().encode()
    capture = read(data).sources[0].capture
    assert (capture.data, capture.original_name, capture.media_type) == (data, "page.html", "text/html")


def test_rows_of_a_table_and_items_in_items_stay_lines() -> None:
    table = "<table><tr><th>Day</th><th>Level</th></tr><tr><td>Monday</td><td>1.2 m</td></tr></table>"
    items = "<ul><li>Upper village<ul><li>one cellar under water</li></ul></li><li>Lower village</li></ul>"
    text = text_of(read(news_page(body=ARTICLE.replace("</article>", f"{table}{items}</article>"))))
    assert "\n\nDay | Level\nMonday | 1.2 m\n\n• Upper village\n• one cellar under water\n• Lower village" in text


def test_fields_come_from_the_pages_own_statements() -> None:
    links = f'<meta charset="utf-8"><link rel="canonical" href="{ADDRESS}?a=1&amp;b=2">'
    draft = read(news_page(head=links + SCHEMA)).sources[0].draft
    assert draft.creators == (CreatorDraft(family="Holt", given_name="Mira"), CreatorDraft(literal="Valley Wire"))
    assert (draft.title, draft.container_title, draft.type) == (
        "Bridge closed after flood",
        "Valley Post",
        SourceType.ARTICLE_NEWSPAPER,
    )
    assert draft.published == UncertainDate("2024-03-05T08:30", "", "+01:00")
    assert (draft.url, draft.language) == (f"{ADDRESS}?a=1&b=2", "en-GB")


def test_fields_come_from_meta_elements_where_there_is_no_schema() -> None:
    metas = {
        "og:title": "Bridge closed | Valley Post",
        "og:site_name": "Valley Post",
        "og:url": ADDRESS,
        "og:locale": "de_AT",
        "author": "Mira Holt and Jo van der Berg",
        "article:published_time": "2024-03-05",
    }
    head = "".join(f'<meta property="{name}" content="{value}">' for name, value in metas.items())
    draft = read(news_page(head=head, root="<html>")).sources[0].draft
    assert (draft.title, draft.container_title, draft.url, draft.language) == (
        "Bridge closed",
        "Valley Post",
        ADDRESS,
        "de-AT",
    )
    assert [(creator.given_name, creator.family) for creator in draft.creators] == [
        ("Mira", "Holt"),
        ("Jo", "van der Berg"),
    ]
    assert (draft.published, draft.type) == (UncertainDate("2024-03-05"), SourceType.ARTICLE_NEWSPAPER)


def test_fields_that_the_page_does_not_state_stay_empty() -> None:
    draft = read(news_page(root="<html>", head="")).sources[0].draft
    assert (draft.creators, draft.url, draft.language, draft.published.edtf) == ((), "", "", "")
    assert draft.type is SourceType.WEBPAGE


def test_day_of_publication_that_the_caller_gives_wins() -> None:
    assert read(news_page(head=SCHEMA), published="2024-03").sources[0].draft.published.edtf == "2024-03"


@pytest.mark.parametrize(
    ("markup", "edtf"),
    [
        ('<time datetime="2024-03-05T08:30Z">5 March</time>', "2024-03-05T08:30"),
        ('<time datetime="2024-03">March 2024</time>', "2024-03"),
        ('<span class="publish-date">Published on Tuesday, 5 March 2024</span>', "2024-03-05"),
        ('<p class="dateline">2024</p>', "2024"),
        ('<time class="updated" datetime="2024-03-07">7 March</time>', ""),
        ('<span class="publish-date">05/03/2024</span>', ""),
        ('<span class="publish-date">two hours ago</span>', ""),
    ],
)
def test_day_of_publication_is_read_from_the_body_as_precisely_as_it_stands_there(markup: str, edtf: str) -> None:
    draft = read(news_page(head="", body=ARTICLE.replace("</h1>", f"</h1>{markup}"))).sources[0].draft
    assert draft.published.edtf == edtf


def test_address_is_where_the_browser_saved_the_page_from() -> None:
    saved = f"<!-- saved from url=(0034){ADDRESS} -->\n"
    assert read(saved + news_page(head='<link rel="canonical" href="/news/b">')).sources[0].draft.url == (
        "https://valley.example/news/b"
    )
    assert read(saved + news_page()).sources[0].draft.url == ADDRESS


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "http://", "//[", "x" * 3000])
def test_address_of_anything_but_the_web_is_left_out(address: str) -> None:
    assert read(news_page(head=f'<link rel="canonical" href="{address}">')).sources[0].draft.url == ""


def test_address_is_kept_without_a_password() -> None:
    page = news_page(head='<link rel="canonical" href="https://me:secret@valley.example/a">')
    assert read(page).sources[0].draft.url == "https://valley.example/a"


def test_words_of_a_page_without_an_article_are_taken_whole() -> None:
    found = read("<html><body><form><button>Send</button><ul><li>one</li><li>two</li></ul></form></body></html>")
    assert (text_of(found), codes(found)) == ("Send\n\n• one\n• two", [DoubtCode.NO_ARTICLE])
    assert found.sources[0].capture.extractor == ALL_WORDS


def test_page_without_a_word_is_kept_without_a_text() -> None:
    found = read('<html><body><img src="a.png"></body></html>', name="map of the town.html")
    assert (text_of(found), codes(found), found.sources[0].capture.extractor) == ("", [DoubtCode.NO_TEXT], "none")
    assert found.sources[0].draft.title == "map of the town"


def test_xhtml_with_closed_tags_and_sections_is_read_whole() -> None:
    body = ARTICLE.replace("<br>", "<br/>").replace("Anna", '<a id="x"/><![CDATA[Anna]]>')
    page = '<?xml version="1.0" encoding="utf-8"?>' + news_page(body=body, head='<script src="a.js"/>')
    assert all(paragraph in text_of(read(page, XHTML)) for paragraph in PARAGRAPHS)


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_archive_gives_the_page_in_it(encoding: str) -> None:
    found = read(archive(news_page().encode(), encoding=encoding), ARCHIVE, "page.mhtml")
    assert text_of(found) == text_of(read(news_page()))
    assert (found.sources[0].draft.url, found.sources[0].capture.media_type) == (ADDRESS, ARCHIVE)

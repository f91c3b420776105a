"""Pages and archives made to break their reader: each gives what words it has, or says in one code why not."""

import pytest

from importers.found import Found
from importers.web_markup import parse_markup, tidy_markup, visible_text
from importers.web_page import ARCHIVE, read_web_page
from importers.web_schema import read_schema
from models.enums import CaptureMethod, DoubtCode
from tests.pages import ARTICLE, PARAGRAPHS, archive, news_page

END = "the last words of all"


def read(page: str | bytes, media_type: str = "text/html") -> Found:
    data = page.encode() if isinstance(page, str) else page
    return read_web_page(data, name="page.html", method=CaptureMethod.FILE, media_type=media_type)


def text_of(found: Found) -> str:
    return found.sources[0].capture.text


@pytest.mark.parametrize("depth", [300, 3_000, 100_000])
def test_words_below_any_depth_are_kept(depth: int) -> None:
    found = read(f"<html><body>{'<div>a' * depth}<p>{END}</p></body></html>")
    assert END in text_of(found)
    assert [doubt.code for doubt in found.doubts] == [DoubtCode.NO_ARTICLE]


def test_words_of_a_page_with_more_elements_than_can_be_weighed_are_kept() -> None:
    found = read(f"<html><body>{'<p>one line of many</p>' * 60_000}<p>{END}</p></body></html>")
    assert text_of(found).endswith(f"one line of many\n\n{END}")
    assert text_of(found).count("\n\n") == 60_000


def test_paragraph_of_countless_pieces_is_kept() -> None:
    found = read(f"<html><body><article><p>{'<b>word</b> ' * 40_000}{END}</p><p>more</p></article></body></html>")
    assert text_of(found).endswith(f"word word {END}\n\nmore")


@pytest.mark.parametrize(
    "piece", ["<p a='>' ", "<!--", "<![CDATA[", "<script ", "<svg>", "<a b='", "</head ", "<!DOCTYPE [", "&amp"]
)
def test_unclosed_markup_costs_time_by_its_length_alone(piece: str) -> None:
    for media_type in ("text/html", "application/xhtml+xml"):
        assert read(piece.replace("_", " ") * 100_000, media_type).sources


def test_endless_attributes_do_not_stop_the_reader() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(200_000))
    assert all(words in text_of(read(news_page(body=f"<p {attributes}>Here.</p>{ARTICLE}"))) for words in PARAGRAPHS)


def test_long_words_and_long_pictures_are_no_endless_tags() -> None:
    long = "word " * 10_000
    assert long.strip() in visible_text(tidy_markup(f"<p>{long}</p>", is_xhtml=False))
    picture = f'<img src="data:image/png;base64,{"A" * 30_000_000}">'
    assert len(tidy_markup(picture, is_xhtml=False)) < 100
    assert all(words in text_of(read(news_page(body=picture + ARTICLE))) for words in PARAGRAPHS)


def test_page_of_twenty_megabytes_is_read() -> None:
    found = read(news_page(body=f"{ARTICLE}<script>{'var a = 1; ' * 1_900_000}</script>"))
    assert text_of(found) == text_of(read(news_page()))


def test_page_too_large_to_read_is_kept_without_a_text() -> None:
    for page in ("<p>" + "words " * 5_100_000, b" " * 100_000_001):
        found = read(page)
        assert (text_of(found), [doubt.code for doubt in found.doubts]) == ("", [DoubtCode.NO_TEXT])


@pytest.mark.parametrize("media_type", ["text/html", "application/xhtml+xml"])
def test_entities_of_the_pages_own_are_not_unfolded(media_type: str) -> None:
    bomb = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE html [<!ENTITY b0 "boom"><!ENTITY file SYSTEM "file:///etc/passwd">{bomb}]>'
    page = news_page(body=ARTICLE.replace("</h1>", "</h1><p>&b9; &file; &amp; more</p>"))
    text = text_of(read(page.replace("<!DOCTYPE html>", doctype), media_type))
    assert PARAGRAPHS[0] in text
    assert not any(words in text for words in ("boom", "root:", "ENTITY"))


def test_nul_and_control_characters_leave_the_words_together() -> None:
    page = news_page(body=ARTICLE.replace("bridge on Tuesday", "bri\0dge on\x0b \x1bTuesday"))
    assert PARAGRAPHS[0] in text_of(read(page))


@pytest.mark.parametrize(
    "markup",
    [
        "<",
        "<p",
        "<!--",
        "<![CDATA[",
        "<!DOCTYPE html [",
        "<html/>",
        "<script>",
        "\0",
        "</p>" * 1000,
        "<p " * 20_000,
        "<!" * 20_000,
        "&" * 20_000,
        "<?" * 20_000,
        "&#x110000;&#0;&#55296;",
        "<body onload=alert(1)>",
        "<meta charset>",
        "<table>" * 150 + "<td>x",
        "<html><head><frameset>",
        "<svg><title>a</svg>",
    ],
)
def test_markup_that_is_cut_or_broken_gives_a_source_anyway(markup: str) -> None:
    found = read(markup)
    assert found.sources[0].draft.title
    assert found.sources[0].capture.data == markup.encode()


@pytest.mark.parametrize(
    "statement",
    [
        "[" * 100_000,
        '{"@type": "NewsArticle", "headline": 7, "author": [[], 3, {"name": {"a": 1}}], "datePublished": {}}',
        '{"@graph": [{"@graph": [null, "x"]}], "@type": ["NewsArticle", 4]}',
        "not json",
        "null",
    ],
)
def test_statements_of_any_shape_are_borne(statement: str) -> None:
    page = news_page(head=f'<meta charset="utf-8"><script type="application/ld+json">{statement}</script>')
    tree = parse_markup(page)
    assert tree is not None
    assert read_schema(tree).title == ""
    assert text_of(read(page)) == text_of(read(news_page()))


def test_metadata_without_end_is_cut() -> None:
    head = f'<meta property="og:title" content="{"long " * 50_000}"><meta name="author" content="{"a b; " * 9_000}">'
    draft = read(news_page(head=head)).sources[0].draft
    assert len(draft.title) <= 301
    assert len(draft.creators) <= 50


def nested(depth: int) -> bytes:
    """A page in an archive in an archive …"""
    inner = b"Content-Type: text/html\r\n\r\n" + news_page().encode()
    for level in range(depth):
        mark = f"b{level}".encode()
        head = b"Content-Type: multipart/related; boundary=" + mark
        inner = head + b"\r\n\r\n--" + mark + b"\r\n" + inner + b"\r\n--" + mark + b"--\r\n"
    return inner


def test_archives_in_archives_are_opened_a_few_deep_and_no_deeper() -> None:
    assert PARAGRAPHS[0] in text_of(read(nested(3), ARCHIVE))
    for depth in (6, 2_000):
        found = read(nested(depth), ARCHIVE)
        assert (text_of(found), [doubt.code for doubt in found.doubts]) == ("", [DoubtCode.NO_TEXT])


def test_archive_of_countless_parts_is_given_up() -> None:
    page = archive(b"", content_type="text/css").replace(b"--=_B--", b"--=_B\r\n\r\n.\r\n" * 100_000)
    assert text_of(read(page, ARCHIVE)) == ""


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Type: multipart/related\r\n\r\n--x\r\n\r\n<p>a</p>",
        b"Content-Type: multipart/related; boundary=\xff\xfe\r\n\r\nx",
        b"Content-Type: multipart/related; boundary*0*=utf-9''%zz; boundary=x\r\n\r\n--x",
        b"X: " + b"a" * 5_000_000,
        b"A: b\r\n" * 200_000,
        b"Content-Type: image/png\r\n\r\n\x89PNG",
    ],
)
def test_archive_without_a_page_is_kept_without_a_text(data: bytes) -> None:
    found = read(data, ARCHIVE)
    assert (text_of(found), [doubt.code for doubt in found.doubts]) == ("", [DoubtCode.NO_TEXT])
    assert found.sources[0].capture.data == data


def test_archive_cut_short_gives_what_came() -> None:
    whole = archive(news_page().encode(), encoding="8bit")
    cut = whole[: whole.index(b"waits for the pumps")]
    assert PARAGRAPHS[0] in text_of(read(cut, ARCHIVE))
    broken = archive(news_page().encode(), encoding="base64").replace(b"Z", b"!", 3)
    assert read(broken, ARCHIVE).sources


def test_page_named_as_an_archive_is_read_as_a_page() -> None:
    assert text_of(read(news_page(), ARCHIVE)) == text_of(read(news_page()))

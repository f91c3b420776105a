"""Hostile web pages and archives of pages."""

import base64

from tests.pages import ARTICLE, SCHEMA, archive, news_page
from tests.reliability.bad_bytes import Bad, lured, plain

SOUND_PAGE = news_page(head=f'<meta charset="utf-8">{SCHEMA}').encode()
SOUND_ARCHIVE = archive(SOUND_PAGE)
_LAUGHS = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 10))


def _page(body: str = "", head: str = "") -> bytes:
    return news_page(head=f'<meta charset="utf-8">{head}', body=body + ARTICLE).encode()


def _xhtml(doctype: str, body: str) -> bytes:
    head = f'<?xml version="1.0"?><!DOCTYPE html [{doctype}]><html xmlns="http://www.w3.org/1999/xhtml">'
    return f"{head}<body>{body}<p>Words of 4 May 2024.</p></body></html>".encode()


def _statement(inside: str) -> bytes:
    return _page(head=f'<script type="application/ld+json">{inside}</script>')


PAGES: tuple[Bad, ...] = (
    plain(".html", "100,000 nested elements", lambda: _page("<div>" * 100_000)),
    plain(".html", "nested tables", lambda: _page("<table><tr><td>" * 30_000)),
    plain(".html", "nested lists and quotes", lambda: _page("<ul><li><blockquote>" * 20_000)),
    plain(".html", "200,000 attributes", lambda: _page(f"<p {' '.join(f'a{n}=1' for n in range(200_000))}>")),
    plain(".html", "an attribute of 20 MB", lambda: _page(f'<p title="{"x" * 20_000_000}">')),
    plain(".html", "60,000 paragraphs", lambda: _page("<p>On 4 May 2024 it rained.</p>" * 60_000)),
    plain(".html", "one word of 10 MB", lambda: _page(f"<p>{'x' * 10_000_000}</p>")),
    plain(".html", "an unclosed comment", lambda: SOUND_PAGE.replace(b"<article>", b"<!-- <article>")),
    plain(".html", "an unclosed script", lambda: SOUND_PAGE.replace(b"<article>", b"<script><article>")),
    plain(".html", "100,000 unclosed comments", lambda: b"<!--" * 100_000 + SOUND_PAGE),
    plain(".html", "half a tag, many times", lambda: b"<a b='" * 200_000),
    lured(
        ".html",
        "local files and a server to open",
        lambda lures: _page(
            f'<img src="{lures.file}"><iframe src="{lures.file}"></iframe>'
            f'<img srcset="{lures.web}"><object data="{lures.web}"></object>'
            f'<script src="{lures.web}"></script><link rel=stylesheet href="{lures.web}"><base href="{lures.file}">'
            f'<meta http-equiv=refresh content="0; url={lures.web}">'
        ),
    ),
    lured(
        ".html", "a frame set of local files", lambda lures: f"<frameset><frame src='{lures.file}'></frameset>".encode()
    ),
    plain(".html", "entities that unfold", lambda: f"<!DOCTYPE html [{_LAUGHS}]><p>&b9;</p>".encode() + SOUND_PAGE),
    plain(".html", "two bytes a letter said, one written", lambda: b"\xff\xfe" + SOUND_PAGE),
    plain(".html", "a wrong charset", lambda: _page().replace(b'charset="utf-8"', b'charset="utf-16"')),
    plain(".html", "a charset that is none", lambda: _page().replace(b'"utf-8"', b'"rot13; x=\x00"')),
    plain(".html", "cp1251 unsaid", lambda: "<p>Мост закрыт 4 мая 2024 года.</p>".encode("cp1251") * 50),
    plain(".html", "Shift JIS unsaid", lambda: "<p>橋は閉鎖されました。2024年5月4日</p>".encode("shift-jis") * 50),
    plain(".html", "lone surrogates", lambda: _page("<p>&#xD800;&#xDFFF;&#x110000;&#0;&#xFFFF;</p>")),
    plain(".html", "statements nested 100,000 deep", lambda: _statement('{"a":' * 100_000)),
    plain(".html", "a statement of 8 MB", lambda: _statement(f'{{"headline": "{"x" * 8_000_000}"}}')),
    plain(
        ".html",
        "statements of wrong kinds",
        lambda: _statement(
            '[{"@type": 7, "headline": {"a": []}, "author": [[[]]], "datePublished": 1e999, "publisher": NaN}]'
        ),
    ),
    plain(
        ".html",
        "a day that is none",
        lambda: _page(head='<meta property="article:published_time" content="2024-13-45T99:99:99+99:99">'),
    ),
    plain(
        ".html",
        "a day in the year 10^20",
        lambda: _page(head=f'<meta property="article:published_time" content="1{"0" * 20}-01-01">'),
    ),
    plain(".html", "a title of 5 MB", lambda: _page(head=f"<title>{'title ' * 900_000}</title>")),
    plain(".html", "directions turned round", lambda: _page("<h1>\u202efdp.egdirb\u202c</h1>\u2066\u202b")),
    plain(".html", "NUL and control characters", lambda: _page("<p>a\0b\x07\x1b[31m\x7f\x9bc</p>")),
    plain(".html", "only NUL", lambda: b"\0" * 50_000),
    plain(".html", "more than 100 MB", lambda: b"<p>" + b" " * 101_000_000),
    plain(
        ".html", "pictures in the page, 20 MB", lambda: _page(f'<img src="data:image/png;base64,{"A" * 20_000_000}">')
    ),
    plain(".html", "a PDF by its bytes", lambda: b"%PDF-1.7\n" + b"\x80\xff\x00" * 900),
    lured(
        ".xhtml", "an entity of a local file", lambda lures: _xhtml(f'<!ENTITY f SYSTEM "{lures.file}">', "<p>&f;</p>")
    ),
    lured(".xhtml", "an entity of a server", lambda lures: _xhtml(f'<!ENTITY f SYSTEM "{lures.web}">', "<p>&f;</p>")),
    lured(".xhtml", "parameter entities", lambda lures: _xhtml(f'<!ENTITY % f SYSTEM "{lures.file}"> %f;', "<p>a</p>")),
    plain(".xhtml", "a billion laughs", lambda: _xhtml('<!ENTITY b0 "ha">' + _LAUGHS, "<p>&b9;</p>")),
    lured(
        ".xhtml",
        "an included file",
        lambda lures: _xhtml(
            "", f'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="{lures.file}" parse="text"/>'
        ),
    ),
)


def _part(kind: str, body: bytes, boundary: bytes = b"=_B") -> bytes:
    return b"--" + boundary + f"\r\nContent-Type: {kind}\r\n\r\n".encode() + body + b"\r\n"


def _related(*parts: bytes, head: str = "") -> bytes:
    start = f'MIME-Version: 1.0\r\n{head}Content-Type: multipart/related; boundary="=_B"\r\n\r\n'
    return start.encode() + b"".join(parts) + b"--=_B--\r\n"


def _nested(depth: int) -> bytes:
    return b"".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n".encode() for n in range(depth)
    ) + _part("text/html", SOUND_PAGE)


ARCHIVES: tuple[Bad, ...] = (
    plain(".mhtml", "no boundary", lambda: SOUND_ARCHIVE.replace(b'boundary="=_B"', b"")),
    plain(".mhtml", "no page in it", lambda: _related(_part("text/css", b"a{}"), _part("image/png", b"\x89PNG"))),
    plain(".mhtml", "no parts", _related),
    plain(".mhtml", "archives nested 2,000 deep", lambda: b"MIME-Version: 1.0\r\n" + _nested(2_000)),
    plain(".mhtml", "100,000 parts", lambda: _related(_part("text/html", SOUND_PAGE), *[_part("a/b", b"x")] * 100_000)),
    plain(
        ".mhtml",
        "a heading of 20 MB",
        lambda: _related(_part("text/html", SOUND_PAGE), head=f"X-Long: {'x' * 20_000_000}\r\n"),
    ),
    plain(".mhtml", "100,000 headings", lambda: _related(_part("text/html", SOUND_PAGE), head="X: y\r\n" * 100_000)),
    plain(".mhtml", "broken base64", lambda: archive(SOUND_PAGE, encoding="base64").replace(b"A", b"!")),
    plain(".mhtml", "base64 inside base64", lambda: archive(base64.b64encode(SOUND_PAGE), encoding="base64")),
    lured(
        ".mhtml",
        "places outside the archive",
        lambda lures: SOUND_ARCHIVE.replace(b"https://valley.example/news/bridge", lures.file.encode()),
    ),
    plain(".mhtml", "a charset that lies", lambda: archive(SOUND_PAGE, content_type="text/html; charset=utf-32")),
    plain(".mht", "no archive at all", lambda: b"Words, and a page: <p>of 4 May 2024</p>"),
)

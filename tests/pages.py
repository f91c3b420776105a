"""Saved web pages for tests: a news page with what stands round an article, and archives of it."""

import base64
import json
import quopri

BOILERPLATE = ("Subscribe to our letter", "All rights reserved", "Weather", "not words")
PARAGRAPHS = (
    (
        "The council closed the old bridge on Tuesday after the river rose by two metres overnight, and engineers said that "
        "they would need a week to look at the piers."
    ),
    (
        "“We have never seen so much water here”, said Anna Groß, who has run the mill beside it for forty years and now "
        "waits for the pumps to arrive from the capital."
    ),
    (
        "The school stays closed until Friday, the mayor said in a statement on the page of the town, and buses will take the "
        "long way round by the upper valley."
    ),
)
ADDRESS = "https://valley.example/news/bridge"
STATEMENTS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Bridge closed after flood",
    "datePublished": "2024-03-05T08:30:00+01:00",
    "author": [{"@type": "Person", "name": "Mira Holt"}, {"@type": "Organization", "name": "Valley Wire"}],
    "publisher": {"@type": "Organization", "name": "Valley Post"},
}
SCHEMA = f'<script type="application/ld+json">{json.dumps(STATEMENTS)}</script>'
ARTICLE = (
    "<article><h1>Bridge closed after flood</h1>"
    f"<p>{PARAGRAPHS[0]}</p><h2>What people say</h2><p>{PARAGRAPHS[1].replace('Anna', '<b>Anna</b>')}</p>"
    "<ul><li>Two houses were damaged in the lower village.</li><li>Nobody was hurt, the police said.</li></ul>"
    f"<p>{PARAGRAPHS[2].replace(', and', ',<br>and')}</p></article>"
)


def news_page(*, head: str = '<meta charset="utf-8">', body: str = ARTICLE, root: str = '<html lang="en_gb">') -> str:
    """The article between a menu, a side column and a foot."""
    return (
        f"<!DOCTYPE html>{root}<head>{head}<title>Bridge closed after flood | Valley Post</title>"
        '<script>if (1 < 2) { document.write("<p>not words</p>"); }</script><style>p { color: red }</style></head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/w">Weather</a></li></ul></nav>'
        f'{body}<aside><p>Subscribe to our letter</p><img src="http://localhost:9/x.png"></aside>'
        "<footer><p>Valley Post. All rights reserved.</p></footer></body></html>"
    )


def archive(
    page: bytes, *, encoding: str = "quoted-printable", content_type: str = "text/html", boundary: str = "=_B"
) -> bytes:
    """An MHTML file as browsers write it: the page, a style sheet and a picture."""
    body = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}.get(encoding, bytes)(page)
    parts = [
        (f"{content_type}\r\nContent-ID: <root@x>\r\nContent-Location: {ADDRESS}", encoding, body),
        ("text/css\r\nContent-Location: cid:style@x", "8bit", b"@import url(http://localhost:9/a.css);"),
        (f"image/png\r\nContent-Location: {ADDRESS}/a.png", "base64", base64.encodebytes(b"\x89PNG" * 9)),
    ]
    head = (
        f"From: <Saved by a browser>\r\nSnapshot-Content-Location: {ADDRESS}\r\nSubject: Bridge\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="{boundary}"\r\n\r\n'
    )
    mark = f"\r\n--{boundary}".encode()
    whole = [
        mark + f"\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {how}\r\n\r\n".encode() + data
        for kind, how, data in parts
    ]
    return head.encode() + b"".join(whole) + mark + b"--\r\n"

"""Hostile and odd text through both writers: nothing becomes mark-up, nothing illegal gets out."""

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from exporters.document import Document, Entry, Note, NoteMark, Paragraph, Run
from exporters.html_writer import write_html
from exporters.markdown_runs import read_markdown
from exporters.plain_text import strip_forbidden
from tests.unit.exporters.docx_reading import paragraph_texts, read_parts, render
from tests.unit.exporters.samples import make_document, make_entry

_EVENTS = ("onerror", "onload", "onclick", "onmouseover", "onfocus", "ontoggle", "onbegin", "onpageshow")
_TAGS = (
    "img src=x",
    "svg",
    "body",
    "input autofocus",
    "details open",
    "video><source",
    "marquee",
    "a href=x",
    "math",
    "iframe",
)
_WRAPPERS = (
    "{}",
    '">{}',
    "'>{}",
    "</title>{}",
    "</style>{}",
    "</script>{}",
    "-->{}",
    "]]>{}",
    "</textarea>{}",
    "\u2028{}",
)
_ADDRESSES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)", "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:x", "//evil.example/x", "https:\\\\evil", "http://", "blob:x",
    "javascript&colon;alert(1)", "file:///etc/passwd", " javascript:alert(1)", "ms-word:ofe|u|x",
)  # fmt: skip
PAYLOADS = (
    [f"<{tag} {event}=alert(1)>" for tag in _TAGS for event in _EVENTS]
    + [wrapper.format("<script>alert(1)</script>") for wrapper in _WRAPPERS]
    + [wrapper.format("<img src=//evil.example/x onerror=alert(1)>") for wrapper in _WRAPPERS]
    + ["{{ 7*7 }}", "{% raw %}", "${alert(1)}", "&lt;script&gt;", "&#60;script&#62;", "<!--", "<![CDATA[", "<?php ?>"]
    + [
        '" autofocus onfocus="alert(1)',
        "' style='x",
        "`onload=alert(1)",
        "\u202egnp.exe",
        "<\x00script>alert(1)</script>",
    ]
    + [f"[link]({address})" for address in _ADDRESSES]
)


def _everywhere(text: str) -> Document:
    entry = make_entry(
        title=text or "x",
        date_text=text,
        date_hint=text,
        place=text,
        paragraphs=(*read_markdown(text, {}), Paragraph((Run(text, bold=True, href=text), NoteMark(1)))),
        notes=(Note(1, (Run(text, italic=True), Run("x", href=text))),),
        remarks=(Paragraph((Run(text),)),),
    )
    other: Entry = make_entry(2, place="elsewhere", title=text or "x", notes=(), paragraphs=())
    return make_document(entry, other, title=text or "x", subtitle=text, counts=text)


def _page(document: Document) -> etree._Element:
    stream = io.BytesIO()
    write_html(document, stream)
    return html.document_fromstring(stream.getvalue().decode("utf-8"))


def test_having_enough_payloads() -> None:
    assert len(set(PAYLOADS)) >= 100


@pytest.mark.parametrize("payload", PAYLOADS)
def test_writing_a_hostile_text_adds_no_script_handler_or_load(payload: str) -> None:
    page = _page(_everywhere(payload))
    assert len(page.xpath("//script")) == 1
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on") or name == "style"]
    assert not page.xpath(
        "//img | //iframe | //video | //math | //object | //embed | //base | //body//meta | //body//style"
    )
    links = [str(href) for href in page.xpath("//a/@href")]
    assert all(re.match(r"#|https?://[^\s/]", href) for href in links)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_writing_a_hostile_text_keeps_the_word_parts_well_formed(payload: str) -> None:
    parts = read_parts(render(_everywhere(payload)))
    for part in parts.values():
        etree.fromstring(part)
    assert b"javascript" not in b"".join(part.lower() for name, part in parts.items() if name.endswith(".rels"))


@given(st.text(max_size=60))
@settings(max_examples=150)
def test_writing_any_text_to_word_reads_back_without_forbidden_characters(text: str) -> None:
    shown = strip_forbidden(text).replace("\n", "").replace("\t", "")
    found = paragraph_texts(render(make_document(make_entry(body=text))))
    assert any(shown in line for line in found)


@given(st.text(max_size=60))
@settings(max_examples=150)
def test_writing_any_text_to_html_reads_back_without_forbidden_characters(text: str) -> None:
    page = _page(make_document(make_entry(title="T", body=text, title_marks=())))
    body = page.xpath("//div[@class='text']")[0].text_content()
    assert "".join(strip_forbidden(text).split()) in "".join(body.split())


@given(st.text(alphabet="*_[]()<>\\`#-+1. \n!^ab\"'&~|:/", max_size=80))
@settings(max_examples=300)
def test_reading_any_markdown_loses_no_letter(text: str) -> None:
    found = "".join(part.text for item in read_markdown(text, {}) for part in item.parts if isinstance(part, Run))
    for letter in "ab":
        hidden = re.findall(r"\]\(([^)\n]*)\)", text)
        assert found.count(letter) >= text.count(letter) - sum(address.count(letter) for address in hidden)

"""Word and OpenDocument files made to harm: each is read for its words or refused with one reason, and nothing is fetched."""

import socket
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from importers import safe_xml
from importers.found import Found
from importers.open_text import read_open_text
from importers.word import read_word
from models.enums import CaptureMethod, ProblemCode
from models.errors import UserFacingError
from tests.office_files import open_file, paragraph, relations, word_file, word_part, zipped

Wrap = Callable[[str], bytes]
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefghi", "bcdefghij", strict=True))
    + "]><x>&j;</x>"
)
BLOWUP = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "{"b" * 50_000}">]><x>{"&a;" * 50_000}</x>'
LOCAL = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'
REMOTE = '<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x/>'
DEEP = f'<?xml version="1.0"?><x>{"<a>" * 5_000}{"</a>" * 5_000}</x>'
ATTRIBUTE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "words">]><x y="&a;"/>'
BROKEN = [
    "",
    "no XML",
    "<x>",
    "<x></y>",
    "<a:x/>",
    '<?xml version="1.0" encoding="no-such"?><x/>',
    "<x>\x00</x>",
    "<x>&a;</x>",
]


def read_either(data: bytes, name: str) -> Found:
    read = read_word if name.endswith(".docx") else read_open_text
    return read(data, name=name, method=CaptureMethod.FILE)


def reason_of(data: bytes, name: str) -> object:
    with pytest.raises(UserFacingError) as caught:
        read_either(data, name)
    if caught.value.problem is ProblemCode.IMPORT_TOO_LARGE:
        return "too-large"
    assert caught.value.problem is ProblemCode.IMPORT_UNREADABLE
    return caught.value.details["reason"]


def with_part(name: str, part: str, content: str) -> bytes:
    """A whole document of which one part is `content`."""
    make = word_file if name.endswith(".docx") else open_file
    body = paragraph("Words") if name.endswith(".docx") else "<text:p>Words</text:p>"
    return make(body, {part: content})


PARTS = [
    ("a.docx", "_rels/.rels"),
    ("a.docx", "word/footnotes.xml"),
    ("a.docx", "word/styles.xml"),
    ("a.docx", "docProps/core.xml"),
    ("a.odt", "meta.xml"),
    ("a.odt", "META-INF/manifest.xml"),
]


@pytest.fixture(autouse=True)
def _no_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for an address fails the test."""

    def refuse(*_arguments: object, **_named: object) -> NoReturn:
        pytest.fail("something was fetched")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(urllib.request, "urlopen", refuse)


@pytest.mark.parametrize("content", [LAUGHS, BLOWUP, LOCAL, REMOTE, ATTRIBUTE])
@pytest.mark.parametrize(("name", "part"), PARTS)
def test_part_with_a_document_type_is_refused(name: str, part: str, content: str) -> None:
    assert reason_of(with_part(name, part, content), name) == "malformed"


@pytest.mark.parametrize("content", [LAUGHS, BLOWUP, LOCAL, REMOTE, ATTRIBUTE, *BROKEN])
@pytest.mark.parametrize(("name", "part"), [("a.docx", "word/document.xml"), ("a.odt", "content.xml")])
def test_words_themselves_with_a_document_type_or_no_xml_are_refused(name: str, part: str, content: str) -> None:
    assert reason_of(zipped({part: content}), name) == "malformed"


@pytest.mark.parametrize(("name", "part"), PARTS)
def test_part_that_is_nested_too_deeply_is_refused(name: str, part: str) -> None:
    assert reason_of(with_part(name, part, DEEP), name) == "too-deep"


def test_document_that_is_deeper_than_mammoth_can_follow_is_refused() -> None:
    deep = "<w:customXml>" * 240 + paragraph("Words") + "</w:customXml>" * 240
    assert reason_of(word_file(deep), "a.docx") == "too-deep"


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_archive_without_its_words_is_refused(name: str) -> None:
    assert reason_of(zipped({"other.xml": "<x/>"}), name) == "malformed"
    assert reason_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old .doc", name) == "malformed"
    assert reason_of(b"{\\rtf1 words}", name) == "malformed"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", word_file("<w:p/>" * 1_000_000)),
        ("a.odt", open_file("<text:p/>" * 1_000_000)),
        ("a.odt", open_file(f"<text:p>{'a' * 30_000_000}</text:p>")),
    ],
    ids=["paragraphs of Word", "paragraphs of OpenDocument", "one long word"],
)
def test_bomb_is_refused_before_it_is_unfolded(name: str, data: bytes) -> None:
    assert len(data) < 200_000
    assert reason_of(data, name) == "too-large"


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_too_many_tags_are_refused_before_a_tree_is_made(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(safe_xml, "MAX_TAGS", 3)
    assert reason_of(with_part(name, "any.xml", "<x/>"), name) == "too-large"


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1:9/a.png", "file:///etc/hostname", "//server/share/a.png", "../../a.png"]
)
def test_address_in_a_relationship_is_never_followed(target: str) -> None:
    pictures = "".join(
        f"<w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill>"
        f'<a:blip r:{how}="rId1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
        f'<w:pict><v:shape><v:imagedata r:id="rId1"/></v:shape></w:pict>'
        for how in ("link", "embed")
    )
    body = f'<w:p><w:r><w:t>Words</w:t>{pictures}</w:r></w:p><w:altChunk r:id="rId1"/>'
    parts = {
        "word/_rels/document.xml.rels": relations(("image", target), ("footnotes", target), external=True),
        "mammoth/style-map": "p => script:fresh",
    }
    assert read_either(word_file(body, {**parts}), "a.docx").sources[0].capture.text == "Words"
    inside = {"word/_rels/document.xml.rels": relations(("image", target), ("footnotes", target))}
    assert read_either(word_file(body, {**inside}), "a.docx").sources[0].capture.text == "Words"


@pytest.mark.parametrize("link", ["http://127.0.0.1:9/a", "file:///etc/hostname", "../../a"])
def test_address_in_an_open_document_is_never_followed(link: str) -> None:
    body = (
        f'<text:p>Words<draw:frame><draw:image xlink:href="{link}"/><draw:object xlink:href="{link}"/></draw:frame></text:p>'
        f'<text:section><text:section-source xlink:href="{link}"/></text:section>'
    )
    assert read_either(open_file(body), "a.odt").sources[0].capture.text == "Words"


@pytest.mark.parametrize(
    "body",
    [
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="many"/></w:tcPr></w:tc></w:tr></w:tbl>',
        "<w:p><w:r><w:sym/></w:r></w:p>",
    ],
)
def test_values_that_mammoth_stumbles_over_are_refused(body: str) -> None:
    assert reason_of(word_file(body), "a.docx") == "malformed"


@pytest.mark.parametrize(
    ("kind", "inner"), [("numbering", "<w:num><w:abstractNumId/></w:num>"), ("styles", "<w:style/>")]
)
def test_words_are_read_without_styles_that_mammoth_stumbles_over(kind: str, inner: str) -> None:
    data = word_file(paragraph("Words"), {f"word/{kind}.xml": word_part(kind, inner)})
    assert read_either(data, "a.docx").sources[0].capture.text == "Words"


def test_reading_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    parts: dict[str, str | bytes] = {"../../evil.xml": "<x/>", "word/../../evil.xml": "<x/>", "/evil.xml": "<x/>"}
    for data, name in (
        (word_file(paragraph("Words"), parts), "../a.docx"),
        (open_file("<text:p>Words</text:p>", parts), "a.odt"),
    ):
        assert read_either(data, name).sources[0].capture.text == "Words"
    assert list(tmp_path.iterdir()) == []

"""Hostile Word and OpenDocument files."""

import io
import zipfile
from collections.abc import Mapping

from tests.office_files import open_file, open_part, paragraph, relations, word_file, word_part, zipped
from tests.reliability.bad_bytes import Bad, Lures, lured, noisy, plain

SOUND_WORD = word_file(paragraph("The bridge was closed on 4 May 2024.") + paragraph("It opened two days later."))
SOUND_OPEN = open_file("<text:p>The bridge was closed on 4 May 2024.</text:p><text:p>It opened later.</text:p>")
_LAUGHS = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BASIC = {"[Content_Types].xml": "<Types/>"}
_OLD_ZIP_NAMES = ("../../../../tmp/evil.xml", "/etc/cron.d/evil", "C:\\Windows\\evil.dll", "word/../../evil", "a\0b")


def _document(body: str, doctype: str = "") -> str:
    part = word_part("document", f"<w:body>{body}</w:body>")
    return part.replace("?>", f"?><!DOCTYPE d [{doctype}]>", 1) if doctype else part


def _content(body: str, doctype: str) -> str:
    return open_part(
        "office:document-content", f"<office:body><office:text>{body}</office:text></office:body>"
    ).replace("?>", f"?><!DOCTYPE d [{doctype}]>", 1)


def _word_with(parts: Mapping[str, str | bytes]) -> bytes:
    return word_file(paragraph("The bridge was closed on 4 May 2024."), parts)


def _named(names: tuple[str, ...]) -> bytes:
    return _word_with(dict.fromkeys(names, "evil"))


def _twice() -> bytes:
    """Two parts of one name: which is meant is anyone's guess."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", _document(paragraph("One")))
        archive.writestr("word/Document.xml", _document(paragraph("Two")))
    return held.getvalue().replace(b"word/Document.xml", b"word/document.xml")


def _lying(data: bytes, size: int) -> bytes:
    """The sizes that the directory gives of every part, replaced."""
    harmed, at = bytearray(data), data.find(b"PK\x01\x02")
    while at >= 0:
        harmed[at + 24 : at + 28] = size.to_bytes(4, "little")
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(harmed)


def _flagged(data: bytes, flag: int) -> bytes:
    """A flag set in every entry: 1 says that it is encrypted."""
    harmed, at = bytearray(data), data.find(b"PK\x01\x02")
    while at >= 0:
        harmed[at + 8] |= flag
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(harmed)


def _far(lures: Lures) -> bytes:
    targets = (
        ("image", lures.web),
        ("footnotes", lures.file),
        ("attachedTemplate", lures.web),
        ("oleObject", lures.file),
    )
    body = (
        "<w:p><w:r><w:t>Words of 4 May 2024</w:t><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill>"
        '<a:blip r:link="rId1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
        '<w:pict><v:shape><v:imagedata r:id="rId1"/></v:shape></w:pict></w:r></w:p><w:altChunk r:id="rId2"/>'
        f'<w:p><w:r><w:instrText>INCLUDETEXT "{lures.path}" DDEAUTO c:\\\\cmd.exe</w:instrText></w:r></w:p>'
    )
    return word_file(body, {"word/_rels/document.xml.rels": relations(*targets, external=True)})


def _open_far(lures: Lures) -> bytes:
    return open_file(
        f'<text:p>Words of 4 May 2024<draw:frame><draw:image xlink:href="{lures.web}"/></draw:frame></text:p>'
        f'<text:section><text:section-source xlink:href="{lures.file}"/></text:section>'
    )


_LOCK = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
WORD: tuple[Bad, ...] = (
    plain(".docx", "a million paragraphs", lambda: word_file("<w:p/>" * 1_000_000)),
    plain(".docx", "200 MB of one letter", lambda: word_file(paragraph("a" * 200_000_000))),
    plain(
        ".docx",
        "150,000 paragraphs of words",
        lambda: word_file("".join(paragraph(f"{n:x} words") for n in range(150_000))),
    ),
    plain(
        ".docx",
        "nested 5,000 deep",
        lambda: word_file("<w:customXml>" * 5_000 + paragraph("a") + "</w:customXml>" * 5_000),
    ),
    plain(
        ".docx", "nested 240 deep", lambda: word_file("<w:customXml>" * 240 + paragraph("a") + "</w:customXml>" * 240)
    ),
    plain(
        ".docx",
        "nested tables",
        lambda: word_file("<w:tbl><w:tr><w:tc>" * 80 + paragraph("a") + "</w:tc></w:tr></w:tbl>" * 80),
    ),
    plain(
        ".docx",
        "a billion laughs",
        lambda: zipped({**_BASIC, "word/document.xml": _document(paragraph("&a9;"), _LAUGHS)}),
    ),
    lured(
        ".docx",
        "an entity of a local file",
        lambda lures: zipped(
            {**_BASIC, "word/document.xml": _document(paragraph("&f;"), f'<!ENTITY f SYSTEM "{lures.file}">')}
        ),
    ),
    lured(
        ".docx",
        "an entity of a server",
        lambda lures: zipped(
            {**_BASIC, "word/document.xml": _document(paragraph("a"), f'<!ENTITY % f SYSTEM "{lures.web}"> %f;')}
        ),
    ),
    lured(
        ".docx",
        "a document type in its properties",
        lambda lures: _word_with({"docProps/core.xml": f'<!DOCTYPE d [<!ENTITY f SYSTEM "{lures.file}">]><d>&f;</d>'}),
    ),
    lured(".docx", "files afar", _far),
    plain(".docx", "names that climb out", lambda: _named(_OLD_ZIP_NAMES[:4])),
    plain(".docx", "2,500 parts", lambda: _named(tuple(f"x/{n}.xml" for n in range(2_500)))),
    plain(".docx", "two parts of one name", _twice),
    plain(".docx", "sizes that say too little", lambda: _lying(word_file(paragraph("a" * 60_000_000)), 100)),
    plain(".docx", "sizes that say too much", lambda: _lying(SOUND_WORD, 0x7FFFFFFF)),
    plain(".docx", "a flag that says encrypted", lambda: _flagged(SOUND_WORD, 1)),
    plain(
        ".docx", "a password", lambda: _COMPOUND + b"\0" * 900 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 900
    ),
    noisy(".docx", "an old .doc", lambda chance: _COMPOUND + chance.randbytes(20_000)),
    plain(".docx", "rich text", lambda: b"{\\rtf1 The bridge was closed on 4 May 2024.}"),
    plain(".docx", "no words in it", lambda: zipped(_BASIC)),
    plain(".docx", "an archive in an archive", lambda: _word_with({"word/embeddings/a.docx": SOUND_WORD * 3})),
    plain(
        ".docx",
        "uncommon packing",
        lambda: zipped({"word/document.xml": _document(paragraph("a"))}, method=zipfile.ZIP_LZMA),
    ),
    plain(
        ".docx",
        "UTF-7 words",
        lambda: zipped({**_BASIC, "word/document.xml": b'<?xml version="1.0" encoding="utf-7"?><a/>'}),
    ),
    plain(
        ".docx",
        "footnotes that name themselves",
        lambda: _word_with(
            {
                "word/footnotes.xml": word_part(
                    "footnotes", '<w:footnote w:id="1"><w:p><w:footnoteReference w:id="1"/></w:p></w:footnote>'
                )
            }
        ),
    ),
    plain(".docx", "a table of contents of zeros", lambda: SOUND_WORD[:-60] + b"\0" * 60),
)
OPEN: tuple[Bad, ...] = (
    plain(".odt", "a million paragraphs", lambda: open_file("<text:p/>" * 1_000_000)),
    plain(".odt", "2,000 million blanks", lambda: open_file('<text:p>a<text:s text:c="2000000000"/>b</text:p>')),
    plain(
        ".odt",
        "fewer than no blanks",
        lambda: open_file('<text:p>a<text:s text:c="-5"/><text:s text:c="x"/>b</text:p>'),
    ),
    plain(
        ".odt",
        "a thousand million cells",
        lambda: open_file(
            '<table:table><table:table-row table:number-rows-repeated="100000"><table:table-cell'
            ' table:number-columns-repeated="100000"><text:p>a</text:p></table:table-cell></table:table-row></table:table>'
        ),
    ),
    plain(".odt", "nested 5,000 deep", lambda: open_file("<text:section>" * 5_000 + "a" + "</text:section>" * 5_000)),
    plain(".odt", "a billion laughs", lambda: zipped({"content.xml": _content("<text:p>&a9;</text:p>", _LAUGHS)})),
    lured(
        ".odt",
        "an entity of a local file",
        lambda lures: zipped({"content.xml": _content("<text:p>&f;</text:p>", f'<!ENTITY f SYSTEM "{lures.file}">')}),
    ),
    lured(".odt", "files afar", _open_far),
    plain(
        ".odt", "a password", lambda: open_file("", {"META-INF/manifest.xml": open_part("manifest:manifest", _LOCK)})
    ),
    plain(".odt", "one long word", lambda: open_file(f"<text:p>{'a' * 30_000_000}</text:p>")),
    plain(".odt", "sizes that say too little", lambda: _lying(open_file(f"<text:p>{'a' * 60_000_000}</text:p>"), 9)),
    plain(
        ".odt", "names that climb out", lambda: open_file("<text:p>a</text:p>", dict.fromkeys(_OLD_ZIP_NAMES, "evil"))
    ),
    plain(
        ".odt",
        "styles that follow themselves",
        lambda: open_file(
            '<text:p text:style-name="a">Words</text:p>',
            styles='<style:style style:name="a" style:parent-style-name="a"/>' * 3_000,
        ),
    ),
    plain(".odt", "no words in it", lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text"})),
    plain(".odt", "a Word file", lambda: SOUND_WORD),
)

"""Word and OpenDocument files made of a few lines of XML, well formed or not."""

import io
import zipfile
from collections.abc import Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_SPACES = (
    f'xmlns:r="{RELATIONS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_OPEN_SPACES = " ".join(
    f'xmlns:{prefix}="{_OASIS}{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "meta": "meta",
        "manifest": "manifest",
        "svg": "svg-compatible",
    }.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip


def zipped(parts: Mapping[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these parts, in their order."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def word_part(tag: str, inner: str, *, space: str = WORD) -> str:
    """One part of a Word file: `document`, `footnotes`, `numbering`…"""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{tag} xmlns:w="{space}" {_WORD_SPACES}>{inner}</w:{tag}>'


def relations(*targets: tuple[str, str], external: bool = False) -> str:
    """A part of relationships: (last word of the type, target); their ids are rId1, rId2…"""
    mode = ' TargetMode="External"' if external else ""
    lines = (
        f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{target}"{mode}/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(lines)}'
        "</Relationships>"
    )


def word_file(body: str, parts: Mapping[str, str | bytes] | None = None, *, space: str = WORD) -> bytes:
    """A .docx file of this body."""
    document = word_part("document", f"<w:body>{body}</w:body>", space=space)
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **(parts or {})})


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    held = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p>{held}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def open_part(tag: str, inner: str) -> str:
    """One part of an OpenDocument file."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{tag} {_OPEN_SPACES}>{inner}</{tag}>'


def open_file(body: str, parts: Mapping[str, str | bytes] | None = None, *, styles: str = "") -> bytes:
    """An .odt file of this body."""
    content = (
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": open_part("office:document-content", content),
            **(parts or {}),
        }
    )

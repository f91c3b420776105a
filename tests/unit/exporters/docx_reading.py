"""Reading a Word package back: its parts, its notes, and what the schema says of them."""

import io
import os
import zipfile
from functools import lru_cache
from pathlib import Path

import pytest
from lxml import etree

from exporters.document import Document
from exporters.docx_writer import write_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SCHEMAS = {
    "[Content_Types].xml": "opc-contentTypes.xsd",
    ".rels": "opc-relationships.xsd",
    "word/": "wml.xsd",
}


def render(document: Document) -> bytes:
    stream = io.BytesIO()
    write_docx(document, stream)
    return stream.getvalue()


def read_parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {info.filename: package.read(info) for info in package.infolist()}


def parse_part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(read_parts(data)[name])


def note_texts(data: bytes, kind: str = "footnote") -> list[str]:
    """The text of each note, without the separators."""
    root = parse_part(data, f"word/{kind}s.xml")
    notes = [note for note in root.iter(f"{W}{kind}") if note.get(f"{W}type") is None]
    return ["".join(text.text or "" for text in note.iter(f"{W}t")) for note in notes]


def paragraph_texts(data: bytes) -> list[str]:
    root = parse_part(data, "word/document.xml")
    return ["".join(text.text or "" for text in par.iter(f"{W}t")) for par in root.iter(f"{W}p")]


def schema_errors(data: bytes) -> list[str]:
    """What the transitional schemas of ECMA-376 say; skips the test where they are not at hand."""
    folder = os.environ.get("DATELINE_OOXML_XSD", "")
    if not folder:
        pytest.skip("DATELINE_OOXML_XSD names no folder with the schemas of ECMA-376")
    errors: list[str] = []
    for name, part in read_parts(data).items():
        schema_name = next((file for key, file in _SCHEMAS.items() if name.startswith(key) or name.endswith(key)), "")
        if schema_name and not name.endswith(".png"):
            schema = _schema(Path(folder) / schema_name)
            schema.validate(etree.fromstring(part))
            errors += [f"{name}: {error.message}" for error in schema.error_log]
    return errors


@lru_cache(maxsize=4)
def _schema(path: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(path))

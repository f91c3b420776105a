"""OpenDocument text (.odt) to a source: content.xml and meta.xml of its archive, as OASIS ODF 1.3 describes them.

Left out: tracked deletions, comments, hidden text, headers and footers, the content of pictures and embedded objects.
"""

from collections.abc import Iterator

from lxml import etree

from dates import UNDATED, UncertainDate
from importers.documents import Origin, Properties, found_document
from importers.found import Found
from importers.open_numbers import ListNumbers
from importers.safe_xml import local_name, parse_xml
from importers.text_blocks import Block, item_of, join_blocks, numbered, paragraphs_of, table_blocks
from importers.zip_guard import Archive, refuse
from models.enums import CaptureMethod, ImportFault

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_SVG_TITLE = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}title"  # of a picture; `text:title` is a field
_DC = "{http://purl.org/dc/elements/1.1/}"
_BLANKS = {"s": " ", "tab": " ", "line-break": "\n"}
_PARAGRAPHS = frozenset({"p", "h"})
_LISTS = frozenset({"list", "numbered-paragraph"})
_SKIPPED = frozenset(
    {"tracked-changes", "annotation", "ruby-text", "forms", "object", "object-ole", "image", "script", "desc", "binary-data",
     "event-listeners", "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls", "math", "glue-point",
     "hidden-text", "hidden-paragraph", "index-title-template", "table-of-content-source", "alphabetical-index-source",
     "illustration-index-source", "table-index-source", "object-index-source", "user-index-source", "bibliography-source"}
)  # fmt: skip
_ROWS = f"{_TABLE}table-row"
_CELL = f"{_TABLE}table-cell"


def read_open_text(
    data: bytes, *, name: str, method: CaptureMethod, published: UncertainDate = UNDATED, media_type: str = MEDIA_TYPE
) -> Found:
    """One source. Raises UserFacingError IMPORT_TOO_LARGE, IMPORT_UNREADABLE "encrypted", "malformed" or "too-deep"."""
    archive = Archive(data)
    _refuse_encrypted(archive)
    content = parse_xml(archive.read("content.xml"))
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        refuse(ImportFault.MALFORMED)
    styles = [content, parse_xml(archive.read("styles.xml"))] if "styles.xml" in archive else [content]
    text = join_blocks(_Walk(_hidden_styles(content), ListNumbers(styles)).all_blocks(body))
    origin = Origin(data, name, method, published, media_type)
    return found_document(origin, text, _read_properties(archive), f"lxml {etree.__version__}")


def _refuse_encrypted(archive: Archive) -> None:
    """ODF encrypts part by part and says so in the manifest; from 1.4 on all parts are one encrypted archive in another."""
    if "encrypted-package" in archive:
        refuse(ImportFault.ENCRYPTED)
    if "META-INF/manifest.xml" in archive:
        manifest = parse_xml(archive.read("META-INF/manifest.xml"))
        if next(manifest.iter(f"{_MANIFEST}encryption-data"), None) is not None:
            refuse(ImportFault.ENCRYPTED)


def _read_properties(archive: Archive) -> Properties:
    """meta.xml may be absent. `dc:creator` is who saved it last; the author is `meta:initial-creator`."""
    if "meta.xml" not in archive:
        return Properties()
    meta = parse_xml(archive.read("meta.xml"))

    def said(tag: str) -> list[str]:
        return [element.text or "" for element in meta.iter(tag)]

    authors = said(f"{_META}initial-creator") or said(f"{_DC}creator")
    return Properties("".join(said(f"{_DC}title")[:1]), "; ".join(authors), "".join(said(f"{_DC}language")[:1]))


def _hidden_styles(content: etree._Element) -> frozenset[str]:
    """The names of character styles whose text nobody sees."""
    return frozenset(
        str(style.get(f"{_STYLE}name"))
        for style in content.iter(f"{_STYLE}style")
        if any(part.get(f"{_TEXT}display") == "none" for part in style.iter(f"{_STYLE}text-properties"))
    )


class _Walk:
    """One pass over the body: its blocks in order, the notes and frames met on the way put by."""

    def __init__(self, hidden_styles: frozenset[str], numbers: ListNumbers) -> None:
        self._hidden_styles = hidden_styles
        self._numbers = numbers
        self._notes: list[etree._Element] = []
        self._frames: list[etree._Element] = []
        self._tables = 0

    def all_blocks(self, body: etree._Element) -> Iterator[Block]:
        yield from self._blocks(body)
        number = 0
        while number < len(self._notes):  # a note may hold a note
            note = self._notes[number]
            number += 1
            yield from numbered(list(self._blocks(note)), number)

    def _blocks(self, parent: etree._Element) -> Iterator[Block]:
        """The blocks below `parent`; whatever wraps them (sections, indexes, shapes) is looked through."""
        for element in parent:
            name = local_name(element)
            if name in _PARAGRAPHS:
                yield from self._with_frames(paragraphs_of(self._words(element)))
            elif name in _LISTS:
                yield from self._items(element)
            elif name == "table":
                yield from self._table(element)
            elif not self._is_skipped(element, name):
                yield from self._blocks(element)

    def _with_frames(self, blocks: list[Block]) -> Iterator[Block]:
        """A paragraph, then the text boxes that are anchored in it."""
        yield from blocks
        frames, self._frames = self._frames, []
        for frame in frames:
            yield from self._blocks(frame)

    def _items(self, parent: etree._Element, style: str = "", depth: int = 0) -> Iterator[Block]:
        """List items one a line, inner lists in their place; a heading is a list item in numbered outlines only by form."""
        name = local_name(parent)
        if name in _LISTS:
            style = self._numbers.begin(parent, style, depth)
        label = self._numbers.next(parent, style, depth - 1) if name == "list-item" else ""
        for element in parent:
            name = local_name(element)
            if name == "p":
                yield from self._with_frames(item_of(self._words(element), label))
                label = ""
            elif name == "h":
                yield from self._with_frames(paragraphs_of(self._words(element)))
            elif name == "table":
                yield from self._table(element)
            elif not self._is_skipped(element, name):
                yield from self._items(element, style, depth + (name == "list-item"))

    def _table(self, table: etree._Element) -> list[Block]:
        """Rows in order. Repeated rows and cells are given once: only empty ones are repeated, up to a million times."""
        self._tables += 1
        group = self._tables
        own = (row for row in table.iter(_ROWS) if next(row.iterancestors(f"{_TABLE}table")) is table)
        rows = [[list(self._blocks(cell)) for cell in row.iterchildren(_CELL)] for row in own]
        return table_blocks(rows, group)

    def _words(self, element: etree._Element) -> str:
        """The text inside a paragraph, line breaks as they are; blanks in the file's own layout are collapsed later."""
        parts = [_joined(element.text)]
        for child in element:
            name = local_name(child)
            if name in _BLANKS:
                parts.append(_BLANKS[name])
            elif name == "note":
                parts.append(self._note_mark(child))
            elif name in {"frame", "custom-shape", "g", "rect"}:
                self._frames.append(child)
            elif not self._is_skipped(child, name):
                parts.append(self._words(child))
            parts.append(_joined(child.tail))
        return "".join(parts)

    def _note_mark(self, note: etree._Element) -> str:
        body = note.find(f"{_TEXT}note-body")
        if body is None:
            return ""
        self._notes.append(body)
        return f"[{len(self._notes)}]"

    def _is_skipped(self, element: etree._Element, name: str) -> bool:
        hidden = element.get(f"{_TEXT}display") == "none" or element.get(f"{_TEXT}style-name") in self._hidden_styles
        return hidden or name in _SKIPPED or element.tag == _SVG_TITLE


def _joined(text: str | None) -> str:
    """A line break of the file is a blank; only `text:line-break` breaks a line."""
    return (text or "").replace("\n", " ")

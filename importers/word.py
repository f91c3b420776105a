"""Word documents (.docx) to a source: mammoth's HTML of the reduced package, then text.

Left out: tracked deletions, comments, hidden text, headers and footers, pictures. Word's own .doc and .rtf are kept without text.
"""

import io
from collections.abc import Iterator
from importlib.metadata import version

import mammoth
from lxml import etree

from dates import UNDATED, UncertainDate
from importers.documents import Origin, Properties, found_document
from importers.found import Found
from importers.safe_xml import parse_xml
from importers.text_blocks import Block, item_of, join_blocks, numbered, paragraphs_of, table_blocks
from importers.word_numbers import NO_BREAK, NUMBERED_STYLE
from importers.word_parts import WordParts, read_parts
from importers.zip_guard import Archive, refuse
from models.collector import collector_held
from models.enums import CaptureMethod, ImportFault

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_DC = "{http://purl.org/dc/elements/1.1/}"
_LEVELS = range(1, 10)
# Headings first: a numbered heading is no list item. The built-in styles bear these names in a Word of any language.
_STYLES = "\n".join(
    [
        "p[style-name^='heading'] => h1:fresh",
        *(f"p.Heading{level} => h1:fresh" for level in _LEVELS),
        f"p.{NUMBERED_STYLE} => li.numbered:fresh",
        *(f"p:{kind}-list({level}) => li:fresh" for kind in ("unordered", "ordered") for level in _LEVELS),
    ]
)
# What mammoth raises on parts that are well-formed XML and no document: it reads values without checking them.
_STUMBLES = (AttributeError, KeyError, IndexError, TypeError, ValueError, RecursionError, OSError)
_BLOCKS = frozenset({"p", "h1", "li", "table", "ol"})


def read_word(
    data: bytes, *, name: str, method: CaptureMethod, published: UncertainDate = UNDATED, media_type: str = MEDIA_TYPE
) -> Found:
    """One source. Raises UserFacingError IMPORT_TOO_LARGE, IMPORT_UNREADABLE "encrypted", "malformed" or "too-deep"."""
    parts = read_parts(Archive(data))
    page = parse_xml(f"<div>{_to_html(parts)}</div>".encode())
    text = join_blocks(_blocks(page))
    origin = Origin(data, name, method, published, media_type)
    return found_document(origin, text, _properties(parts.core), f"mammoth {version('mammoth')}")


def _to_html(parts: WordParts) -> str:
    """mammoth's HTML. Where it stumbles over styles or numbering, lists and headings become paragraphs and no word is lost."""
    try:
        return _convert(parts.pack())
    except _STUMBLES:
        try:
            return _convert(parts.pack(with_styles=False))
        except _STUMBLES as error:
            refuse(ImportFault.TOO_DEEP if isinstance(error, RecursionError) else ImportFault.MALFORMED)


def _convert(package: bytes) -> str:
    with collector_held():  # mammoth's trees grow: 4.5 s instead of 12 s for 200,000 elements
        result = mammoth.convert_to_html(
            io.BytesIO(package),
            style_map=_STYLES,
            include_default_style_map=False,
            include_embedded_style_map=False,
            external_file_access=False,
        )
    return str(result.value)


def _properties(core: etree._Element | None) -> Properties:
    if core is None:
        return Properties()

    def said(name: str) -> list[str]:
        return [element.text or "" for element in core.iter(f"{_DC}{name}")]

    return Properties("".join(said("title")[:1]), "; ".join(said("creator")), "".join(said("language")[:1]))


def _blocks(parent: etree._Element) -> Iterator[Block]:
    """The blocks of mammoth's HTML: flat but for tables and, at the end, the list of notes. Loose words are paragraphs too."""
    loose = [parent.text or ""]
    for element in parent:
        if element.tag in _BLOCKS:
            yield from paragraphs_of("".join(loose))
            yield from _block(element)
            loose = []
        else:
            loose.append(_words(element))
        loose.append(element.tail or "")
    yield from paragraphs_of("".join(loose))


def _block(element: etree._Element) -> Iterator[Block]:
    if element.tag == "table":
        yield from table_blocks(_rows(element), id(element))
    elif element.tag == "ol":
        for number, note in enumerate(element, 1):
            yield from numbered(list(_blocks(note)), number)
    else:
        yield from _lines(element)


def _lines(element: etree._Element) -> list[Block]:
    if element.tag != "li":
        return paragraphs_of(_words(element))
    label, _, text = _words(element).partition(" ") if element.get("class") == "numbered" else ("", "", _words(element))
    return item_of(text, label.replace(NO_BREAK, " "))


def _rows(table: etree._Element) -> Iterator[list[list[Block]]]:
    """Rows of the head and the body alike; the cells that one above them reaches into are not there."""
    for part in table:
        for row in (part,) if part.tag == "tr" else part:
            yield [list(_blocks(cell)) for cell in row]


def _words(element: etree._Element) -> str:
    """The text inside a paragraph, line breaks as they are. A note's arrow back to its mark is mammoth's, not the author's."""
    if element.tag == "br":
        return "\n"
    if element.tag == "a" and "note-ref-" in element.get("href", ""):
        return ""
    return (element.text or "") + "".join(_words(child) + (child.tail or "") for child in element)

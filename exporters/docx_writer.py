"""A chronology as a Word document: parts written as strings, streamed into a zip with fixed dates and order."""

import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from exporters import docx_parts as parts
from exporters.document import Document, Note, NoteKind
from exporters.docx_entries import EntryWriter, Numbering
from exporters.docx_picture import MEDIA, picture_run
from exporters.docx_xml import TAB, XML_HEAD, Relationships, inline_xml, paragraph, text_run

# DOS time zero: a zip entry must carry a date, and this one says nothing about the machine.
_NO_DATE = (1980, 1, 1, 0, 0, 0)
_BATCH = 200
_COMPRESSION = 4

Tick = Callable[[int], None]


def write_docx(document: Document, stream: BinaryIO, *, tick: Tick | None = None) -> None:
    """Write `document` to a seekable binary stream; `tick` is told how many entries have been written.

    Office Open XML, ECMA-376 5th edition, transitional. Two calls with equal documents write equal bytes.
    """
    links = Relationships(first=len(_inner(document)) + 1)
    numbering = Numbering()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION) as package:
        _add(package, "[Content_Types].xml", [parts.content_types(has_picture=document.picture is not None)])
        _add(package, "_rels/.rels", [parts.package_relationships()])
        _add(package, "word/document.xml", _body(document, links, numbering, tick))
        _add(package, "word/_rels/document.xml.rels", [links.to_xml(_inner(document))])
        if document.picture is not None:
            _add_bytes(package, f"word/{MEDIA}", [document.picture.png])
        for kind in NoteKind:
            _add_notes(package, document, kind)
        for name in ("styles.xml", "settings.xml", "fontTable.xml"):
            _add(package, f"word/{name}", [parts.template_part(name, document.language)])
        _add(package, "word/numbering.xml", [parts.numbering_part(numbering)])
        _add(package, "word/header1.xml", [parts.running_header(document)])
        _add(package, "word/header2.xml", [parts.empty_header()])
        _add(package, "word/footer1.xml", [parts.running_footer(document)])
        _add(package, "docProps/core.xml", [parts.core_properties(document)])


def _inner(document: Document) -> tuple[tuple[str, str, str], ...]:
    """The relationships of the text to parts of the package."""
    return (*parts.INNER_RELATIONSHIPS, *((parts.PICTURE,) if document.picture is not None else ()))


def _add(package: zipfile.ZipFile, name: str, chunks: Iterable[str]) -> None:
    _add_bytes(package, name, (chunk.encode("utf-8") for chunk in chunks))


def _add_bytes(package: zipfile.ZipFile, name: str, chunks: Iterable[bytes]) -> None:
    info = zipfile.ZipInfo(name, _NO_DATE)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0  # the default differs between Windows and the rest
    info.external_attr = 0o600 << 16
    with package.open(info, "w") as part:
        for chunk in chunks:
            part.write(chunk)


def _add_notes(package: zipfile.ZipFile, document: Document, kind: NoteKind) -> None:
    links = Relationships()
    notes = document.notes() if kind is document.note_kind else iter(())
    _add(package, f"word/{kind.value}.xml", _notes(notes, kind, links, document.labels.notes))
    if links.ids:
        _add(package, f"word/_rels/{kind.value}.xml.rels", [links.to_xml()])


def _body(document: Document, links: Relationships, numbering: Numbering, tick: Tick | None) -> Iterator[str]:
    targets = frozenset(relation.target for entry in document.entries() for relation in entry.relations)
    writer = EntryWriter(document.note_kind, links, numbering, targets, document.labels.sources_differ)
    yield f"{XML_HEAD}<w:document {parts.SPACES}><w:body>"
    yield paragraph("DatelineTitle", text_run(document.title))
    if document.subtitle:
        yield paragraph("DatelineSubtitle", text_run(document.subtitle))
    yield paragraph("DatelineCounts", text_run(document.counts))
    if document.picture is not None:
        yield paragraph("DatelinePicture", picture_run(document.picture, parts.PICTURE[0]))
    yield from _entries(document, writer, tick)
    yield from _back_matter(document, writer, links)
    yield parts.section_properties(document.language) + "</w:body></w:document>"


def _entries(document: Document, writer: EntryWriter, tick: Tick | None) -> Iterator[str]:
    done = 0
    for section in document.sections:
        yield paragraph("DatelineYear", text_run(section.heading))
        for start in range(0, len(section.entries), _BATCH):
            batch = section.entries[start : start + _BATCH]
            yield "".join([writer.write(entry) for entry in batch])
            done += len(batch)
            if tick:
                tick(done)


def _back_matter(document: Document, writer: EntryWriter, links: Relationships) -> Iterator[str]:
    labels = document.labels
    if document.disagreements:
        yield paragraph("DatelineSection", text_run(labels.where_sources_differ))
        yield from (writer.write_disagreement(item) for item in document.disagreements)
    if document.bibliography:
        yield paragraph("DatelineSection", text_run(labels.bibliography))
        for item in document.bibliography:
            yield paragraph("DatelineBibliography", inline_xml(item.runs, document.note_kind, links))
    if document.date_guide:
        yield paragraph("DatelineSection", text_run(labels.how_to_read_the_dates))
        for line in document.date_guide:
            yield writer.write_guide_line(line)


def _notes(notes: Iterable[Note], kind: NoteKind, links: Relationships, heading: str) -> Iterator[str]:
    name = kind.value.removesuffix("s")
    style = f"Dateline{name.capitalize()}"
    number = f'<w:r><w:rPr><w:rStyle w:val="DatelineNoteNumber"/></w:rPr><w:{name}Ref/></w:r>{TAB}'
    yield f"{XML_HEAD}<w:{kind.value} {parts.SPACES}>{parts.separator_notes(kind, heading)}"
    for note in notes:
        content = paragraph(style, number + inline_xml(note.runs, kind, links))
        yield f'<w:{name} w:id="{note.number}">{content}</w:{name}>'
    yield f"</w:{kind.value}>"

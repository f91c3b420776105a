"""The parts of a Word package other than the text: content types, relationships, styles, header, footer, lists.

Fixed parts come from resources/templates/docx, written by hand for this program: no thumbnail, no theme, no
properties but the title, no revision ids, nothing that names a machine, a person or a day.
"""

from importlib.resources import files
from string import Template

from exporters.document import Document, NoteKind
from exporters.docx_entries import COLUMN, MAX_LIST_LEVEL, Numbering
from exporters.docx_picture import MEDIA
from exporters.docx_xml import XML_HEAD, R, W, escape, field_run, paragraph, text_run
from exporters.plain_text import is_rtl_language

SPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    ("word/document.xml", "document.main"),
    ("word/styles.xml", "styles"),
    ("word/settings.xml", "settings"),
    ("word/fontTable.xml", "fontTable"),
    ("word/numbering.xml", "numbering"),
    ("word/footnotes.xml", "footnotes"),
    ("word/endnotes.xml", "endnotes"),
    ("word/header1.xml", "header"),
    ("word/header2.xml", "header"),
    ("word/footer1.xml", "footer"),
)
INNER_RELATIONSHIPS = (
    ("rId1", "styles", "styles.xml"),
    ("rId2", "settings", "settings.xml"),
    ("rId3", "fontTable", "fontTable.xml"),
    ("rId4", "numbering", "numbering.xml"),
    ("rId5", "footnotes", "footnotes.xml"),
    ("rId6", "endnotes", "endnotes.xml"),
    ("rId7", "header", "header1.xml"),
    ("rId8", "header", "header2.xml"),
    ("rId9", "footer", "footer1.xml"),
)
PICTURE = ("rId10", "image", MEDIA)


def content_types(*, has_picture: bool = False) -> str:
    """[Content_Types].xml (OPC §10.1.2)."""
    png = '<Default Extension="png" ContentType="image/png"/>' if has_picture else ""
    rows = "".join(f'<Override PartName="/{name}" ContentType="{_MAIN}.{kind}+xml"/>' for name, kind in _TYPES)
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'{XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{png}{rows}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def package_relationships() -> str:
    """_rels/.rels: the main part and the properties."""
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    core = f"{space}/metadata/core-properties"
    return (
        f'{XML_HEAD}<Relationships xmlns="{space}">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/></Relationships>'
    )


def core_properties(document: Document) -> str:
    """docProps/core.xml with the title and nothing else: no author, no dates, no revision."""
    return (
        f'{XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(document.title)}</dc:title></cp:coreProperties>'
    )


def template_part(name: str, language: str) -> str:
    """A hand-written part of the template with the language of the document filled in."""
    text = (files("resources") / "templates" / "docx" / name).read_text(encoding="utf-8")
    rtl = is_rtl_language(language)
    return Template(text).substitute(
        language=escape(language), bidi_language=escape(language) if rtl else "ar-SA", bidi="<w:bidi/>" if rtl else ""
    )


def running_header(document: Document) -> str:
    """The title at the left and, by a field, the period of the page at the right."""
    period = field_run('STYLEREF "Dateline Year"', "") if document.sections else ""
    content = text_run(document.title) + "<w:r><w:tab/></w:r>" + period
    return f"{XML_HEAD}<w:hdr {SPACES}>{paragraph('Header', content)}</w:hdr>"


def empty_header() -> str:
    """The first page carries the title itself."""
    return f"{XML_HEAD}<w:hdr {SPACES}>{paragraph('Header', '')}</w:hdr>"


def running_footer(document: Document) -> str:
    """The title at the left, the page number at the right."""
    content = text_run(document.title) + "<w:r><w:tab/></w:r>" + field_run("PAGE", "1")
    return f"{XML_HEAD}<w:ftr {SPACES}>{paragraph('Footer', content)}</w:ftr>"


def section_properties(language: str) -> str:
    """A4 with margins of 25 mm; another header on the first page; endnotes counted 1, 2, 3."""
    bidi = "<w:bidi/>" if is_rtl_language(language) else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId7"/><w:headerReference w:type="first" r:id="rId8"/>'
        '<w:footerReference w:type="default" r:id="rId9"/><w:footerReference w:type="first" r:id="rId9"/>'
        '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="709" w:footer="709" w:gutter="0"/>'
        f'<w:cols w:space="708"/><w:titlePg/>{bidi}</w:sectPr>'
    )


def separator_notes(kind: NoteKind, heading: str) -> str:
    """What stands above the notes (id −1) and above those that go on from the page before (id 0).

    Footnotes have a line; the separator of endnotes holds their heading, so it stays with them wherever they are set.
    """
    name = kind.value.removesuffix("s")
    look = '<w:pPr><w:spacing w:after="60" w:line="240" w:lineRule="auto"/></w:pPr>'
    line, going_on = (f"<w:p>{look}<w:r><w:{mark}/></w:r></w:p>" for mark in ("separator", "continuationSeparator"))
    if kind is NoteKind.ENDNOTES:
        line = paragraph("DatelineSection", text_run(heading))
    return (
        f'<w:{name} w:type="separator" w:id="-1">{line}</w:{name}>'
        f'<w:{name} w:type="continuationSeparator" w:id="0">{going_on}</w:{name}>'
    )


def numbering_part(numbering: Numbering) -> str:
    """numbering.xml: bullets as number 1, then one instance per numbered list."""
    abstract = _abstract(0, "bullet", ["•"] * (MAX_LIST_LEVEL + 1)) + _abstract(
        1, "decimal", [f"%{level + 1}." for level in range(MAX_LIST_LEVEL + 1)]
    )
    rows = ['<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>']
    rows += [
        f'<w:num w:numId="{index}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="{level}">'
        f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        for index, (level, start) in enumerate(numbering.starts, start=2)
    ]
    return f"{XML_HEAD}<w:numbering {SPACES}>{abstract}{''.join(rows)}</w:numbering>"


def _abstract(number: int, style: str, texts: list[str]) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{COLUMN + 284 * (level + 1)}" w:hanging="284"/></w:pPr></w:lvl>'
        for level, text in enumerate(texts)
    )
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'

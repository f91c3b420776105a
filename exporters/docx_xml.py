"""WordprocessingML as strings: text, runs, links, note marks and paragraphs (ECMA-376 part 1, §17).

The order of the children of `w:pPr` and `w:rPr` is the schema's; Word calls a file with another order corrupt.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from exporters.document import Inline, NoteKind, NoteMark, Run
from exporters.plain_text import is_safe_link, split_directions, strip_forbidden

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TAB = "<w:r><w:tab/></w:r>"

_NOT_PLAIN = re.compile("[^ -!#-%'-;=?-~\xa0-\u058f\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]")
_BREAK = re.compile("([\n\t])")


def escape(text: str) -> str:
    """`text` for element content and for attribute values in double quotes."""
    if not _NOT_PLAIN.search(text):
        return text
    clean = strip_forbidden(text)
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


@dataclass(slots=True)
class Relationships:
    """The outside addresses that one part links to, each with its relationship id."""

    first: int = 1
    ids: dict[str, str] = field(default_factory=dict)

    def id_of(self, address: str) -> str:
        known = self.ids.get(address)
        if known is None:
            known = self.ids[address] = f"rId{self.first + len(self.ids)}"
        return known

    def to_xml(self, inner: Sequence[tuple[str, str, str]] = ()) -> str:
        """The relationships part; `inner` holds (id, last part of the type, target) of parts of the package."""
        rows = [f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{target}"/>' for i, kind, target in inner]
        rows += [
            f'<Relationship Id="{i}" Type="{R}/hyperlink" Target="{escape(address)}" TargetMode="External"/>'
            for address, i in self.ids.items()
        ]
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        return f'{XML_HEAD}<Relationships xmlns="{space}">{"".join(rows)}</Relationships>'


def text_run(text: str, properties: str = "") -> str:
    """Runs of one look. Line feeds and tabs become `w:br` and `w:tab`; right-to-left spans get runs of their own."""
    if not _NOT_PLAIN.search(text):
        return f'<w:r>{_properties(properties)}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    runs: list[str] = []
    for piece, is_rtl in split_directions(strip_forbidden(text)):
        look = _properties(_with_rtl(properties) if is_rtl else properties)
        runs.append(f"<w:r>{look}{_content(piece)}</w:r>")
    return "".join(runs)


def style_run(text: str, style: str) -> str:
    """A run in a named character style."""
    return text_run(text, f'<w:rStyle w:val="{style}"/>')


def inline_xml(parts: Iterable[Inline], kind: NoteKind, links: Relationships) -> str:
    """Runs, links and note marks; neighbouring marks are parted by a raised comma."""
    chunks: list[str] = []
    after_mark = False
    for part in parts:
        if isinstance(part, NoteMark):
            chunks.append(note_mark(part.number, kind, follows_mark=after_mark))
            after_mark = True
        else:
            chunks.append(run_xml(part, links))
            after_mark = False
    return "".join(chunks)


def run_xml(run: Run, links: Relationships) -> str:
    """One run; a link goes through the relationships of the part it stands in."""
    look = ("<w:b/><w:bCs/>" if run.bold else "") + ("<w:i/><w:iCs/>" if run.italic else "")
    if not is_safe_link(run.href):
        return text_run(run.text, look)
    inner = text_run(run.text, f'<w:rStyle w:val="Hyperlink"/>{look}')
    return f'<w:hyperlink r:id="{links.id_of(run.href)}" w:history="1">{inner}</w:hyperlink>' if inner else ""


def note_mark(number: int, kind: NoteKind, *, follows_mark: bool) -> str:
    """The raised mark; Word and LibreOffice count the numbers themselves, in the order of the marks."""
    name = "footnote" if kind is NoteKind.FOOTNOTES else "endnote"
    style = f'<w:rStyle w:val="{name.capitalize()}Reference"/>'
    comma = text_run(", ", style) if follows_mark else ""
    return f'{comma}<w:r><w:rPr>{style}</w:rPr><w:{name}Reference w:id="{number}"/></w:r>'


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph in a named style; `properties` follow `w:pStyle`, in the schema's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def field_run(instruction: str, result: str) -> str:
    """A field whose result Word and LibreOffice compute while they lay out the page."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{text_run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _properties(properties: str) -> str:
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""


def _with_rtl(properties: str) -> str:
    return properties + "<w:rtl/>"


def _content(text: str) -> str:
    chunks: list[str] = []
    for piece in _BREAK.split(text):
        if piece == "\n":
            chunks.append("<w:br/>")
        elif piece == "\t":
            chunks.append("<w:tab/>")
        elif piece:
            chunks.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return "".join(chunks)

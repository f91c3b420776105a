"""The format-neutral tree of an exported chronology: frozen values in, bytes out of a writer.

A builder (services/exporting.py) fills the tree from the public view of a project; writers only render it, so a new
format is a new file. Nothing here knows a database row, and nothing in it may identify a protected source.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from exporters.labels import Labels
from models.enums import Status


class NoteKind(StrEnum):
    """Where a word processor sets the notes: at the foot of the page or at the end of the text."""

    FOOTNOTES = "footnotes"
    ENDNOTES = "endnotes"


class ParagraphKind(StrEnum):
    """How a paragraph of an entry is set."""

    BODY = "body"
    BULLET = "bullet"
    NUMBERED = "numbered"


class Reach(StrEnum):
    """How a date lies on a time line: known at both ends, or open towards one side or both."""

    POINT = "point"
    SPAN = "span"
    BETWEEN = "between"
    OPEN_START = "open-start"
    OPEN_END = "open-end"
    AROUND = "around"


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one look; a line feed in `text` is a line break. `href` is empty, http or https."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The raised number of a note; `number` counts from 1 through the whole document."""

    number: int


Inline = Run | NoteMark


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `level` is the depth of a list item (0 = outermost), `ordinal` its number in a numbered list."""

    parts: tuple[Inline, ...]
    kind: ParagraphKind = ParagraphKind.BODY
    level: int = 0
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """What a note mark leads to."""

    number: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A link to another entry of the same document: “In response to: *title*, date.”"""

    label: str
    target: int
    title: str
    date_text: str


@dataclass(frozen=True, slots=True)
class TimeMark:
    """Where an entry lies on the time line: seconds since 1970-01-01T00:00Z, first and last, both inside."""

    first: int
    last: int
    reach: Reach


@dataclass(frozen=True, slots=True)
class Entry:
    """One incident as it is read. `number` counts from 1 and is its anchor; `remarks` are for the checker only."""

    number: int
    date_text: str
    date_hint: str
    title: str
    title_marks: tuple[NoteMark, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    relations: tuple[Relation, ...] = ()
    notes: tuple[Note, ...] = ()
    status: Status = Status.UNVERIFIED
    place: str = ""
    remarks: tuple[Paragraph, ...] = ()
    time: TimeMark | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """The entries of one period under its heading."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An incident on which sources differ, and what each of them says."""

    entry: int
    date_text: str
    title: str
    sides: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class BibliographyItem:
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class DateGuideLine:
    """One line of “How to read the dates”: a date of this document, and what it says."""

    example: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawing in two forms: `svg` (a whole SVG 1.1 file) for pages, `png` for word processors.

    `width` and `height` are px at 100 %; `words` says in a sentence what is to be seen.
    """

    svg: str
    png: bytes
    width: int
    height: int
    words: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole chronology, ready to be rendered."""

    language: str
    title: str
    subtitle: str
    counts: str
    labels: Labels
    sections: tuple[Section, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    bibliography: tuple[BibliographyItem, ...] = ()
    date_guide: tuple[DateGuideLine, ...] = ()
    note_kind: NoteKind = NoteKind.FOOTNOTES
    picture: Picture | None = None

    def entries(self) -> Iterator[Entry]:
        """Every entry in reading order."""
        for section in self.sections:
            yield from section.entries

    def notes(self) -> Iterator[Note]:
        """Every note in the order of its number."""
        for entry in self.entries():
            yield from entry.notes

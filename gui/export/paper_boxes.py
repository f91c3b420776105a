"""A document as boxes of the printed page, in the look of the Word template."""

from collections.abc import Iterator

from exporters.document import (
    DateGuideLine,
    Disagreement,
    Document,
    Entry,
    Note,
    NoteKind,
    Paragraph,
    ParagraphKind,
    Relation,
    Run,
)
from exporters.plain_text import is_rtl_language
from gui.export.boxes import Box, Placed, Rule, stack
from gui.export.drawn_picture import make_picture
from gui.export.sheet_style import BODY_HEIGHT, COLUMN, WIDTH, Face, PaperFace
from gui.export.text_block import SetLine, plain, set_text

_NOTE_INDENT = 17.0
_ENTRY_AFTER = 7.0
_SECTION_BEFORE = 28.0
_PICTURE_AFTER = 8.0
_POINTS_A_PX = 0.75


class PaperSetter:
    """Makes the boxes of one document; `notes` are those for the foot of the page."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._rtl = is_rtl_language(document.language)
        self._is_foot = document.note_kind is NoteKind.FOOTNOTES

    def boxes(self) -> Iterator[Box]:
        """Everything but the footnotes, in reading order."""
        yield self._head()
        if self._document.picture is not None:
            drawn = make_picture(self._document.picture, WIDTH, BODY_HEIGHT * 0.85, units_a_px=_POINTS_A_PX)
            yield Box(drawn.height + _PICTURE_AFTER, before=_PICTURE_AFTER, picture=drawn)
        for section in self._document.sections:
            yield self._heading(section.heading)
            for entry in section.entries:
                yield from self._entry(entry)
        yield from self._back()

    def notes(self) -> dict[int, list[Box]]:
        """The line boxes of each footnote by its number; none where notes stand at the end."""
        return {note.number: self._note(note) for note in self._document.notes()} if self._is_foot else {}

    def _set(self, text: str, face: PaperFace, width: float) -> list[SetLine]:
        return plain(text, face.value, width, rtl=self._rtl)

    def _x(self, x: float, width: float) -> float:
        """The left edge of something `width` wide that stands `x` from where lines begin."""
        return WIDTH - x - width if self._rtl else x

    def _head(self) -> Box:
        document = self._document
        placed, y = stack(self._set(document.title, PaperFace.TITLE, WIDTH - 57), self._x(0, WIDTH - 57), 24)
        for text, face, gap in ((document.subtitle, PaperFace.SUBTITLE, 5), (document.counts, PaperFace.COUNTS, 5)):
            more, y = stack(self._set(text, face, WIDTH), 0, y + gap)
            placed += more
        return Box(y + 12, tuple(placed), (Rule(0, y + 10, WIDTH),))

    def _heading(self, text: str) -> Box:
        placed, y = stack(self._set(text, PaperFace.HEADING, WIDTH), 0)
        return Box(y + 7, tuple(placed), before=16, keeps_next=True, period=text)

    def _back_heading(self, text: str) -> Box:
        placed, y = stack(self._set(text, PaperFace.HEADING, WIDTH), 0, 15)
        return Box(y + 7, tuple(placed), (Rule(0, 0, WIDTH),), before=_SECTION_BEFORE, keeps_next=True)

    def _entry(self, entry: Entry) -> Iterator[Box]:
        width = WIDTH - COLUMN
        title = set_text((Run(entry.title, bold=True), *entry.title_marks), PaperFace.TEXT.value, width, rtl=self._rtl)
        right = [(line, 0.0) for line in title]
        for paragraph in entry.paragraphs:
            right += self._paragraph(paragraph, PaperFace.TEXT.value, gap=0 if paragraph is entry.paragraphs[0] else 5)
        for paragraph in entry.remarks:
            right += self._paragraph(paragraph, PaperFace.REMARK.value, gap=3)
        for relation in entry.relations:
            right += self._relation(relation)
        yield from self._two_columns(entry.date_text, entry.date_hint, right)

    def _paragraph(self, paragraph: Paragraph, face: Face, gap: float) -> list[tuple[SetLine, float]]:
        """Lines with the space above each; a list item stands in by its level, its mark before it."""
        width = WIDTH - COLUMN
        if paragraph.kind is ParagraphKind.BODY:
            lines = set_text(paragraph.parts, face, width, rtl=self._rtl)
        else:
            mark = "•" if paragraph.kind is ParagraphKind.BULLET else f"{paragraph.ordinal}."
            shown = (Run("\u2003" * paragraph.level + mark + "\u2002"), *paragraph.parts)
            lines = set_text(shown, face, width, rtl=self._rtl)
        return [(line, 0.0 if place else gap) for place, line in enumerate(lines)]

    def _relation(self, relation: Relation) -> list[tuple[SetLine, float]]:
        runs = (Run(f"{relation.label}: "), Run(relation.title, italic=True), Run(f", {relation.date_text}."))
        lines = set_text(runs, PaperFace.SMALL.value, WIDTH - COLUMN, rtl=self._rtl)
        return [(line, 0.0 if place else 5.0) for place, line in enumerate(lines)]

    def _two_columns(
        self, date_text: str, hint: str, right: list[tuple[SetLine, float]], after: float = _ENTRY_AFTER
    ) -> Iterator[Box]:
        """One box, or a box per line where the whole would not fit on a page."""
        room = COLUMN - 10
        left = self._set(date_text, PaperFace.DATE, room) + self._set(hint, PaperFace.HINT, room)
        left_placed, left_height = stack(left, self._x(0, room))
        x = self._x(COLUMN, WIDTH - COLUMN)
        y = 0.0
        placed: list[Placed] = []
        for line, gap in right:
            placed.append(Placed(line, x, y + gap))
            y += gap + line.leading
        height = max(y, left_height) + after
        notes = tuple(number for line, _ in right for number in line.notes)
        if height < BODY_HEIGHT / 2:
            yield Box(height, (*left_placed, *placed), notes=notes)
            return
        for place, (line, gap) in enumerate(right):
            lines = (Placed(line, x, gap), *(left_placed if place == 0 else ()))
            yield Box(gap + line.leading, lines, notes=line.notes, keeps_next=place == 0)
        yield Box(after)

    def _note(self, note: Note) -> list[Box]:
        number = self._set(str(note.number), PaperFace.NOTE, _NOTE_INDENT)
        lines = set_text(note.runs, PaperFace.NOTE.value, WIDTH - _NOTE_INDENT, rtl=self._rtl)
        x = self._x(_NOTE_INDENT, WIDTH - _NOTE_INDENT)
        first = Placed(number[0], self._x(0, _NOTE_INDENT), 0)
        return [
            Box(line.leading, (Placed(line, x, 0), first) if place == 0 else (Placed(line, x, 0),))
            for place, line in enumerate(lines)
        ]

    def _back(self) -> Iterator[Box]:
        document = self._document
        if document.disagreements:
            yield self._back_heading(document.labels.where_sources_differ)
            for item in document.disagreements:
                yield from self._disagreement(item)
        if document.bibliography:
            yield self._back_heading(document.labels.bibliography)
            for listed in document.bibliography:
                lines = set_text(listed.runs, PaperFace.TEXT.value, WIDTH, rtl=self._rtl)
                placed, y = stack(lines, 0)
                yield Box(y + 5, tuple(placed))
        if document.date_guide:
            yield self._back_heading(document.labels.how_to_read_the_dates)
            for line in document.date_guide:
                yield from self._guide(line)
        notes = [] if self._is_foot else list(document.notes())
        if notes:
            yield self._back_heading(document.labels.notes)
            for note in notes:
                yield from self._note(note)

    def _disagreement(self, item: Disagreement) -> Iterator[Box]:
        width = WIDTH - COLUMN
        right = [(line, 0.0) for line in set_text((Run(item.title, bold=True),), PaperFace.TEXT.value, width)]
        for side in item.sides:
            lines = set_text(side, PaperFace.TEXT.value, width, rtl=self._rtl)
            right += [(line, 0.0 if place else 3.0) for place, line in enumerate(lines)]
        yield from self._two_columns(item.date_text, "", right)

    def _guide(self, line: DateGuideLine) -> Iterator[Box]:
        right = [(set_line, 0.0) for set_line in self._set(line.meaning, PaperFace.TEXT, WIDTH - COLUMN)]
        yield from self._two_columns(line.example, "", right, after=3)

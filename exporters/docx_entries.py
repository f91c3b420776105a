"""Entries as paragraphs of two columns: a hanging indent of 38 mm and a tab, so the text reflows and can be edited.

The date stands before the tab of the first line, what is left of it and the hint before the tabs of the next
paragraphs. A date too long for two lines gets a line of its own above the entry.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from exporters.document import DateGuideLine, Disagreement, Entry, NoteKind, Paragraph, ParagraphKind, Relation
from exporters.docx_xml import TAB, Relationships, inline_xml, paragraph, style_run, text_run

COLUMN = 2154  # twentieths of a point: 38 mm
_COLUMN_POINTS = 94.0  # what fits before the tab, with a gap
_DATE_SIZE, _HINT_SIZE = 9.5, 8.5
_LIST_STEP = 284
MAX_LIST_LEVEL = 8


@dataclass(slots=True)
class Numbering:
    """The lists of a document: one definition for bullets, one instance per numbered list for its first number."""

    starts: list[tuple[int, int]] = field(default_factory=list)  # (level, first number) per instance, from number 2
    current: dict[int, tuple[int, int]] = field(default_factory=dict)  # per level: (instance, next number)

    def instance_of(self, item: Paragraph) -> int:
        """The `w:numId` of a list item; a new one where the numbers do not go on."""
        if item.kind is ParagraphKind.BULLET:
            return 1
        level = min(item.level, MAX_LIST_LEVEL)
        instance, expected = self.current.get(level, (0, 0))
        if not instance or item.ordinal != expected:
            self.starts.append((level, item.ordinal))
            instance = len(self.starts) + 1
        self.current[level] = (instance, item.ordinal + 1)
        return instance

    def end_entry(self) -> None:
        """Lists never go on in another entry."""
        self.current.clear()


@dataclass(slots=True)
class EntryWriter:
    """Renders entries; collects the links and lists that other parts of the package must hold."""

    kind: NoteKind
    links: Relationships
    numbering: Numbering
    bookmarked: frozenset[int] = frozenset()
    kept_hint: str = ""

    def write(self, entry: Entry) -> str:
        """All paragraphs of one entry."""
        left = _left_column(entry.date_text, entry.date_hint, keep_hint=entry.date_hint == self.kept_hint)
        head = ""
        if left.long_date:
            head = paragraph("DatelineLongDate", style_run(left.long_date, "DatelineDate"))
        title = style_run(entry.title, "DatelineEntryTitle") + inline_xml(entry.title_marks, self.kind, self.links)
        title = self._bookmark(entry.number, title)
        rows = [*self._rows(entry, left.cells[1:])]
        last = "" if rows else '<w:keepNext w:val="0"/>'
        spacing = "" if rows else '<w:spacing w:after="140"/>'
        self.numbering.end_entry()
        return head + paragraph("DatelineEntry", left.cells[0] + TAB + title, last + spacing) + "".join(rows)

    def write_disagreement(self, item: Disagreement) -> str:
        """The date and title of an incident, then one paragraph per side."""
        left = _left_column(item.date_text, "")
        head = paragraph("DatelineLongDate", style_run(left.long_date, "DatelineDate")) if left.long_date else ""
        title = paragraph("DatelineEntry", left.cells[0] + TAB + style_run(item.title, "DatelineEntryTitle"))
        cells = [*left.cells[1:], *[""] * len(item.sides)]
        sides = [
            paragraph(
                "DatelineSide",
                cells[index] + TAB + inline_xml(side, self.kind, self.links),
                "<w:keepNext/>" if index + 1 < len(item.sides) else '<w:spacing w:after="160"/>',
            )
            for index, side in enumerate(item.sides)
        ]
        return head + title + "".join(sides)

    def write_guide_line(self, line: DateGuideLine) -> str:
        """A date of the document and what it says."""
        left = _left_column(line.example, "")
        head = paragraph("DatelineLongDate", style_run(left.long_date, "DatelineDate")) if left.long_date else ""
        rest = [paragraph("DatelineSide", cell) for cell in left.cells[1:]]
        spacing = '<w:keepNext/><w:spacing w:after="0"/>' if rest else ""
        return head + paragraph("DatelineSide", left.cells[0] + TAB + text_run(line.meaning), spacing) + "".join(rest)

    def _rows(self, entry: Entry, cells: list[str]) -> Iterator[str]:
        """The paragraphs after the title; each takes the next cell of the left column with it."""
        waiting = list(cells)
        last = entry.paragraphs[-1] if entry.paragraphs and entry.relations else None
        for item in entry.paragraphs:
            keep = "<w:keepNext/>" if item is last else ""
            if item.kind is not ParagraphKind.BODY:
                if waiting:
                    yield paragraph("DatelineText", waiting.pop(0), '<w:keepNext/><w:spacing w:after="0"/>')
                yield self._list_item(item, keep)
            elif item.level:
                yield paragraph("DatelineList", self._inline(item), keep + _indent(item.level, 0))
            else:
                cell = waiting.pop(0) if waiting else ""
                yield paragraph("DatelineText", cell + TAB + self._inline(item), keep)
        for relation in entry.relations:
            cell = waiting.pop(0) if waiting else ""
            yield paragraph("DatelineRelation", cell + TAB + self._relation(relation))
        for remark in entry.remarks:
            cell = waiting.pop(0) if waiting else ""
            yield paragraph("DatelineRemark", cell + TAB + self._inline(remark))
        for cell in waiting:
            yield paragraph("DatelineText", cell)

    def _inline(self, item: Paragraph) -> str:
        return inline_xml(item.parts, self.kind, self.links)

    def _list_item(self, item: Paragraph, keep: str) -> str:
        level = min(item.level, MAX_LIST_LEVEL)
        number = self.numbering.instance_of(item)
        properties = (
            keep + f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' + _indent(level, 1)
        )
        return paragraph("DatelineList", self._inline(item), properties)

    def _relation(self, relation: Relation) -> str:
        title = text_run(relation.title, "<w:i/><w:iCs/>")
        link = f'<w:hyperlink w:anchor="entry-{relation.target}" w:history="1">{title}</w:hyperlink>'
        return text_run(f"{relation.label}: ") + link + text_run(f", {relation.date_text}.")

    def _bookmark(self, number: int, content: str) -> str:
        if number not in self.bookmarked:
            return content
        start = f'<w:bookmarkStart w:id="{number}" w:name="entry-{number}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


@dataclass(frozen=True, slots=True)
class _LeftColumn:
    """What stands before the tabs of an entry's paragraphs, and a date that is too long for that."""

    cells: list[str]
    long_date: str = ""


def _left_column(date_text: str, hint: str, *, keep_hint: bool = False) -> _LeftColumn:
    """A date of two lines has room for a short hint only; a longer one is left to the guide unless `keep_hint`."""
    lines = _break_lines(date_text, _DATE_SIZE)
    hints = [style_run(line, "DatelineHint") for line in _break_lines(hint, _HINT_SIZE)] if hint else []
    if len(lines) > 2:
        return _LeftColumn(hints or [""], date_text)
    cells = [style_run(line, "DatelineDate") for line in lines]
    if len(cells) == 1 or not hint:
        return _LeftColumn(cells + hints)
    if text_width(lines[1] + "  ") * _DATE_SIZE + text_width(hint) * _HINT_SIZE <= _COLUMN_POINTS:
        return _LeftColumn([cells[0], style_run(lines[1] + "  ", "DatelineDate") + hints[0]])
    return _LeftColumn(cells + hints if keep_hint else cells)


def _break_lines(text: str, size: float) -> list[str]:
    """The words of `text` on lines that fit before the tab at `size` points."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer) * size <= _COLUMN_POINTS:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def text_width(text: str) -> float:
    """The width of `text` in ems of a bold sans serif, on the safe side of Calibri's substitutes."""
    return sum(_letter_width(letter) for letter in text)


def _letter_width(letter: str) -> float:
    if letter in " .,:;'’|!ijlI()-":
        return 0.3
    if letter in "mwMW—":
        return 0.86
    if letter.isupper():
        return 0.66
    return 0.4 if letter in "frt" else 0.56


def _indent(level: int, hanging: int) -> str:
    return f'<w:ind w:left="{COLUMN + _LIST_STEP * (level + 1)}" w:hanging="{_LIST_STEP * hanging}"/>'

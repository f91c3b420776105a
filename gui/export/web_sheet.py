"""A document as its web page in a wide window: date, text and side notes in three columns, on one long sheet."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from exporters.document import Document, Entry, Inline, Note, Paragraph, ParagraphKind, Run, Section
from exporters.plain_text import is_rtl_language
from gui.export.boxes import Placed, Rule, stack
from gui.export.drawn_picture import DrawnPicture, make_picture
from gui.export.sheet_style import WEB_DATE, WEB_GAP, WEB_MARGIN, WEB_NOTES, WEB_WIDTH, WebFace
from gui.export.text_block import SetLine, plain, set_text
from gui.export.web_strip import WebStrip, make_strip
from gui.glyphs import paint_status
from gui.theme import LIGHT
from models.enums import Status

_WIDTH = WEB_WIDTH - 2 * WEB_MARGIN
_TEXT_X = WEB_DATE + WEB_GAP
_TEXT = _WIDTH - WEB_DATE - WEB_NOTES - 2 * WEB_GAP
_NOTES_X = _WIDTH - WEB_NOTES
_NUMBER = 24
# Longer than anybody scrolls in a preview, and far from the end of what can be painted.
MAX_HEIGHT = 60_000.0


class WebSheet:
    """Paints what `WebSetter` has set."""

    width = float(WEB_WIDTH)

    def __init__(self) -> None:
        self.height = 0.0
        self.lines: list[Placed] = []
        self.rules: list[Rule] = []
        self.glyphs: list[tuple[float, float, Status]] = []
        self.strip: WebStrip | None = None
        self.strip_top = 0.0
        self.picture: DrawnPicture | None = None
        self.picture_top = 0.0

    def paint(self, painter: QPainter) -> None:
        painter.fillRect(QRectF(0, 0, self.width, self.height), LIGHT.bg)
        for rule in self.rules:
            painter.fillRect(rule.rect(WEB_MARGIN), LIGHT.colour(rule.colour))
        for placed in self.lines:
            placed.line.paint(painter, WEB_MARGIN + placed.x, placed.y)
        for x, y, status in self.glyphs:
            paint_status(painter, QRectF(WEB_MARGIN + x, y, 15, 15), status, LIGHT)
        if self.strip is not None:
            self.strip.paint(painter, WEB_MARGIN, self.strip_top)
        if self.picture is not None:
            self.picture.paint(painter, WEB_MARGIN, self.picture_top)


class WebSetter:
    """Sets a document from top to bottom; `is_cut` says that it went on."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._rtl = is_rtl_language(document.language)
        self._y = 48.0
        self.sheet = WebSheet()
        self.is_cut = False

    def set(self) -> WebSheet:
        document = self._document
        self._set_head()
        for section in document.sections:
            self._set_section(section)
        if not self.is_cut:
            self._set_back()
        self.sheet.height = self._y + 64
        return self.sheet

    def _stack(self, lines: list[SetLine], x: float, width: float) -> None:
        """Set lines below what is there."""
        left = _WIDTH - x - width if self._rtl else x
        placed, self._y = stack(lines, left, self._y)
        self.sheet.lines += placed

    def _column(self, lines: list[SetLine], x: float, width: float, y: float) -> float:
        """Set lines of a column from `y`; where they end."""
        placed, end = stack(lines, _WIDTH - x - width if self._rtl else x, y)
        self.sheet.lines += placed
        return end

    def _plain(self, text: str, face: WebFace, width: float) -> list[SetLine]:
        return plain(text, face.value, width, rtl=self._rtl)

    def _set_head(self) -> None:
        document = self._document
        for text, face, gap in (
            (document.title, WebFace.TITLE, 0),
            (document.subtitle, WebFace.SUBTITLE, 8),
            (document.counts, WebFace.COUNTS, 10),
        ):
            self._y += gap
            self._stack(self._plain(text, face, _WIDTH * 0.9), 0, _WIDTH * 0.9)
        self.sheet.strip = make_strip(document, _WIDTH)
        if self.sheet.strip is not None:
            self._y += 24
            self.sheet.strip_top = self._y
            self._y += self.sheet.strip.height
        self._set_picture()

    def _set_picture(self) -> None:
        """The page shows the drawing as wide as its text, whatever its own size."""
        picture = self._document.picture
        if picture is not None:
            self._y += 24
            drawn = make_picture(picture, _WIDTH, MAX_HEIGHT, units_a_px=_WIDTH / picture.width)
            self.sheet.picture, self.sheet.picture_top = drawn, self._y
            self._y += drawn.height

    def _set_heading(self, text: str, before: float) -> None:
        self._y += before
        self._stack(self._plain(text, WebFace.HEADING, _WIDTH), 0, _WIDTH)
        self._y += 14

    def _set_section(self, section: Section) -> None:
        if not self.is_cut:
            self._set_heading(section.heading, 36)
        for place, entry in enumerate(section.entries):
            self.is_cut = self.is_cut or self._y > MAX_HEIGHT
            if self.is_cut:
                return
            self._set_entry(entry, has_rule=place > 0)

    def _set_entry(self, entry: Entry, *, has_rule: bool) -> None:
        if has_rule:
            self.sheet.rules.append(Rule(0, self._y, _WIDTH, "line", 1))
        top = self._y + 16
        date = self._plain(entry.date_text, WebFace.DATE, WEB_DATE)
        date += self._plain(entry.date_hint, WebFace.COUNTS, WEB_DATE)
        end = self._column(date, 0, WEB_DATE, top + 3)
        end = max(end, self._set_notes(entry.notes, top + 3))
        self._y = top
        self._set_text(entry)
        self._set_facts(entry)
        self._y = max(self._y, end) + 18

    def _set_text(self, entry: Entry) -> None:
        head: tuple[Inline, ...] = (Run(entry.title, bold=True), *entry.title_marks)
        paragraphs = list(entry.paragraphs)
        if paragraphs and paragraphs[0].kind is ParagraphKind.BODY:
            head = (*head, Run(" "), *paragraphs.pop(0).parts)
        self._stack(set_text(head, WebFace.TEXT.value, _TEXT, rtl=self._rtl), _TEXT_X, _TEXT)
        for paragraph in paragraphs:
            self._set_paragraph(paragraph, WebFace.TEXT, 4)
        for paragraph in entry.remarks:
            self._set_paragraph(paragraph, WebFace.FACTS, 6)
        for relation in entry.relations:
            runs = (Run(f"{relation.label}: "), Run(relation.title, italic=True), Run(f", {relation.date_text}."))
            self._y += 6
            self._stack(set_text(runs, WebFace.RELATION.value, _TEXT, rtl=self._rtl), _TEXT_X, _TEXT)

    def _set_paragraph(self, paragraph: Paragraph, face: WebFace, before: float) -> None:
        parts: tuple[Inline, ...] = paragraph.parts
        if paragraph.kind is not ParagraphKind.BODY:
            mark = "•" if paragraph.kind is ParagraphKind.BULLET else f"{paragraph.ordinal}."
            parts = (Run("\u2003" * paragraph.level + mark + "\u2002"), *parts)
        self._y += before
        self._stack(set_text(parts, face.value, _TEXT, rtl=self._rtl), _TEXT_X, _TEXT)

    def _set_facts(self, entry: Entry) -> None:
        self._y += 8
        words = self._document.labels.status[entry.status] + (f"    {entry.place}" if entry.place else "")
        if not self._rtl:
            self.sheet.glyphs.append((_TEXT_X, self._y + 2.5, entry.status))
        self._stack(self._plain(words, WebFace.FACTS, _TEXT - 22), _TEXT_X + 22, _TEXT - 22)

    def _set_notes(self, notes: tuple[Note, ...], y: float) -> float:
        for note in notes:
            self._column(self._plain(str(note.number), WebFace.NOTE_NUMBER, _NUMBER), _NOTES_X, _NUMBER, y)
            lines = set_text(note.runs, WebFace.NOTE.value, WEB_NOTES - _NUMBER, rtl=self._rtl)
            y = self._column(lines, _NOTES_X + _NUMBER, WEB_NOTES - _NUMBER, y) + 3
        return y

    def _set_back(self) -> None:
        document = self._document
        labels = document.labels
        if document.disagreements:
            self._set_back_heading(labels.where_sources_differ)
            for item in document.disagreements:
                rows = [(Run(item.title, bold=True),), *item.sides]
                self._set_row(item.date_text, rows)
        if document.bibliography:
            self._set_back_heading(labels.bibliography)
            for listed in document.bibliography:
                self._stack(set_text(listed.runs, WebFace.TEXT.value, _WIDTH, rtl=self._rtl), 0, _WIDTH)
                self._y += 8
        if document.date_guide:
            self._set_back_heading(labels.how_to_read_the_dates)
            for line in document.date_guide:
                self._set_row(line.example, [(Run(line.meaning),)])

    def _set_back_heading(self, text: str) -> None:
        self._y += 48
        self.sheet.rules.append(Rule(0, self._y, _WIDTH, "ink", 1))
        self._set_heading(text, 20)

    def _set_row(self, date_text: str, rows: list[tuple[Run, ...]]) -> None:
        width = _WIDTH - _TEXT_X
        end = self._column(self._plain(date_text, WebFace.DATE, WEB_DATE), 0, WEB_DATE, self._y + 3)
        for runs in rows:
            self._stack(set_text(runs, WebFace.TEXT.value, width, rtl=self._rtl), _TEXT_X, width)
            self._y += 4
        self._y = max(self._y, end) + 8

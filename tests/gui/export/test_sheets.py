"""Documents as sheets: every word set once, at its note, and any text painted."""

import pytest
from PySide6.QtGui import QImage, QPainter

from dates import UncertainDate
from exporters.document import Document, Entry, Note, NoteKind, NoteMark, Paragraph, ParagraphKind, Run, Section
from exporters.labels import Labels
from gui.export.sheet_maker import MAX_PAGES, PaperSheet, set_pages
from gui.export.sheet_style import PaperFace
from gui.export.text_block import MAX_CHARACTERS, SetLine, plain, set_text
from gui.export.web_sheet import MAX_HEIGHT, WebSetter, WebSheet
from models.drafts import IncidentDraft
from services.exporting import Audience, ExportFormat, ExportOptions
from services.incidents import add_incident
from services.project import Project
from tests.gui.export.conftest import Press

pytestmark = pytest.mark.usefixtures("qapp")

HOSTILE = (
    "A" * 100_000,
    "مرحبا بالعالم " * 5_000,
    "😀" * 20_000,
    "".join(map(chr, range(1, 32))) * 99,
    "\ufeff\u202e x",
)


def _text(lines: list[SetLine]) -> str:
    return "".join(
        line.layout.text()[line.line.textStart() : line.line.textStart() + line.line.textLength()] for line in lines
    )


def _sheet_text(sheet: PaperSheet) -> str:
    boxes = [box for _, box in sheet._page.boxes] + sheet._page.notes
    return " ".join(_text([placed.line]) for box in boxes for placed in box.lines)


def _document(*entries: Entry, kind: NoteKind = NoteKind.FOOTNOTES, language: str = "en") -> Document:
    sections = (Section("2024", entries),)
    return Document(language, "Title", "Subtitle", "Counts", Labels(), sections, note_kind=kind)


def _entry(text: str, number: int = 1) -> Entry:
    return Entry(
        number,
        "23 January",
        "Tuesday",
        text[:2_000] or "t",
        paragraphs=(Paragraph((Run(text, href="https://example.org/"), NoteMark(number))),),
        notes=(Note(number, (Run(text[:5_000], italic=True),)),),
        remarks=(Paragraph((Run(text[:500]),), ParagraphKind.NUMBERED, level=3, ordinal=7),),
    )


def _paint(sheet: PaperSheet | WebSheet) -> None:
    image = QImage(300, 420, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(300 / sheet.width, 300 / sheet.width)
    sheet.paint(painter)
    painter.end()


def test_lines_hold_every_word_and_know_their_notes() -> None:
    parts = (
        Run("One two three four five "),
        Run("six", bold=True),
        NoteMark(3),
        NoteMark(4),
        Run(" seven 😀"),
        NoteMark(5),
    )
    lines = set_text(parts, PaperFace.TEXT.value, 60)
    assert len(lines) > 2
    assert "".join(_text(lines).split()) == "Onetwothreefourfivesix3,4seven😀5"
    assert [number for line in lines for number in line.notes] == [3, 4, 5]


def test_line_feed_breaks_the_line() -> None:
    assert len(plain("one\ntwo", PaperFace.TEXT.value, 400)) == 2
    assert plain("", PaperFace.TEXT.value, 400) == []


def test_long_paragraph_is_cut_in_the_preview_only() -> None:
    assert len(_text(plain("x" * 100_000, PaperFace.TEXT.value, 400))) <= MAX_CHARACTERS + 1


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_hostile_text_is_set_and_painted(text: str, language: str) -> None:
    document = _document(*(_entry(text, number) for number in range(1, 4)), language=language)
    pages, _ = set_pages(document)
    assert 1 <= len(pages) <= MAX_PAGES
    for page in pages:
        _paint(page)
    _paint(WebSetter(document).set())


def test_footnotes_stand_on_the_page_and_endnotes_at_the_end() -> None:
    entries = [_entry(f"Sentence number {number}. " * 30, number) for number in range(1, 12)]
    feet, _ = set_pages(_document(*entries))
    assert len(feet) > 1
    assert feet[0]._page.notes
    ends, _ = set_pages(_document(*entries, kind=NoteKind.ENDNOTES))
    assert not any(page._page.notes for page in ends)
    assert "Sentence number 11." in _sheet_text(ends[-1])


def test_endless_document_is_cut_and_says_so() -> None:
    entries = [_entry("Words and more words. " * 200, number) for number in range(1, 400)]
    pages, is_cut = set_pages(_document(*entries))
    assert (len(pages), is_cut) == (MAX_PAGES, True)
    setter = WebSetter(_document(*entries))
    assert setter.set().height < MAX_HEIGHT + 5_000
    assert setter.is_cut


def test_preview_of_a_project_names_no_protected_source(press: Press, project: Project) -> None:
    add_incident(project, IncidentDraft(title="Undated one", date=UncertainDate("")))
    document = press.build(ExportOptions(audience=Audience.CHECKER))
    pages, is_cut = set_pages(document)
    text = " ".join(_sheet_text(page) for page in pages)
    assert "The dam is closed" in text
    assert "Where sources differ" in text
    assert "a neighbour" in text
    assert "Letter from the miller" not in text
    assert not is_cut


def test_web_page_of_a_project_has_its_time_line(press: Press) -> None:
    sheet = WebSetter(press.build(ExportOptions(format=ExportFormat.HTML))).set()
    assert sheet.strip is not None
    words = " ".join(_text([placed.line]) for placed in sheet.lines)
    for expected in ("The dam is closed", "The mill stands still", "Bibliography"):
        assert expected in words
    _paint(sheet)

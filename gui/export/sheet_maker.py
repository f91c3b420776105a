"""From a document to sheets that can be painted: pages for Word, one long page for the web."""

from typing import Protocol

from PySide6.QtGui import QPainter

from exporters.document import Document
from gui.export.boxes import Rule
from gui.export.paginator import NOTE_RULE, Page, Paginator
from gui.export.paper_boxes import PaperSetter
from gui.export.sheet_style import (
    BODY_HEIGHT,
    FOOTER_TOP,
    HEADER_TOP,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    WIDTH,
    PaperFace,
)
from gui.export.text_block import plain
from gui.theme import LIGHT

MAX_PAGES = 40


class Sheet(Protocol):
    """Something to be painted on white, in points or in the web page's own pixels."""

    width: float
    height: float

    def paint(self, painter: QPainter) -> None:
        """Paint on a painter scaled to the sheet's units."""


class PaperSheet:
    """One page of the printed document, with its running title and number."""

    width = PAGE_WIDTH
    height = PAGE_HEIGHT

    def __init__(self, page: Page, number: int, title: str) -> None:
        self._page = page
        self._number = number
        self._title = title

    def paint(self, painter: QPainter) -> None:
        for top, box in self._page.boxes:
            box.paint(painter, MARGIN, MARGIN + top)
        self._paint_notes(painter)
        self._paint_running(painter, FOOTER_TOP, str(self._number))
        if self._number > 1:
            self._paint_running(painter, HEADER_TOP, self._page.period)

    def _paint_notes(self, painter: QPainter) -> None:
        if not self._page.notes:
            return
        top = MARGIN + BODY_HEIGHT - self._page.notes_height
        painter.fillRect(Rule(MARGIN, top + NOTE_RULE - 5, WIDTH / 4).rect(), LIGHT.ink)
        top += NOTE_RULE
        for box in self._page.notes:
            box.paint(painter, MARGIN, top)
            top += box.height

    def _paint_running(self, painter: QPainter, top: float, right: str) -> None:
        face = PaperFace.RUNNING.value
        for line in plain(self._title, face, WIDTH * 0.7)[:1]:
            line.paint(painter, MARGIN, top)
        for line in plain(right, face, WIDTH * 0.28)[:1]:
            line.paint(painter, MARGIN + WIDTH - line.width(), top)


def set_pages(document: Document) -> tuple[list[PaperSheet], bool]:
    """The pages of a document, at most MAX_PAGES, and whether that cut it."""
    setter = PaperSetter(document)
    paginator = Paginator(BODY_HEIGHT, setter.notes(), limit=MAX_PAGES)
    pages = paginator.fill(setter.boxes())
    sheets = [PaperSheet(page, number, document.title) for number, page in enumerate(pages, start=1)]
    return sheets, paginator.is_cut

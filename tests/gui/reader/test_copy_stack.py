"""The switch between the text of a copy and its pages."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.reader.copy_stack import page_start
from gui.reader.page_loader import PageLoader
from gui.reader.pages_pane import PagesPane
from gui.reader.reader_pane import ReaderPane
from gui.task_runner import TaskRunner
from models.reading import Reading
from services.page_images import PDF_WORKER, PageImages
from tests.gui.reader.readings import make_reading
from tests.pdf_files import Placed, drawn, paged

WAIT = 20_000
PAGE = "\n\n".join(f"Paragraph {number} of this page says something of the harbour." for number in range(20))
TEXT = "\n\n\f".join(f"This is page {number}.\n\n{PAGE}" for number in range(1, 6))


@pytest.fixture
def paged_pane(pane: ReaderPane) -> Iterator[ReaderPane]:
    bugs: list[Exception] = []
    runner = TaskRunner(bugs.append)
    data = paged(*(drawn([Placed(f"This is page {number}.")]) for number in range(1, 6)))
    loader = PageLoader(runner, lambda _capture: PageImages(PDF_WORKER, lambda: data), runner)
    pane.add_pages(PagesPane(loader))
    yield pane
    pane.show_nothing("")
    loader.finish()
    assert not bugs


def reading_of(text: str, media_type: str = "application/pdf") -> Reading:
    made = make_reading(text)
    return replace(made, capture=replace(made.capture, media_type=media_type))


def pages_of(pane: ReaderPane) -> PagesPane:
    pages = pane.stack.pages
    assert pages is not None
    return pages


def is_paged(pane: ReaderPane) -> bool:
    return pane.stack.is_paged


def opened(pane: ReaderPane) -> Callable[[], bool]:
    return lambda: pages_of(pane).view.count == 5


def test_key_goes_to_the_page_that_is_read_and_back_to_its_words(qtbot: QtBot, paged_pane: ReaderPane) -> None:
    pane = paged_pane
    pane.show_reading(reading_of(TEXT))
    assert pane.stack.is_text
    start = page_start(TEXT, 3)
    pane.text.reveal(start, start, always=True)
    pane.text.verticalScrollBar().setValue(pane.text.verticalScrollBar().value() + 300)
    QTest.keyClick(pane.text, Qt.Key.Key_F9)
    assert is_paged(pane)
    assert not pane.header.today.isVisible()
    assert not pane.footer.isVisible()
    qtbot.waitUntil(opened(pane), timeout=WAIT)
    qtbot.waitUntil(lambda: pages_of(pane).view.page == 3, timeout=WAIT)
    pages_of(pane).view.go_to_page(5)
    qtbot.waitUntil(lambda: pages_of(pane).view.page == 5, timeout=WAIT)
    QTest.keyClick(pages_of(pane).view, Qt.Key.Key_F9)
    assert pane.stack.is_text
    assert pane.text.hasFocus()
    at = page_start(TEXT, 5)
    assert pane.text.viewport().rect().intersects(pane.text.words_rect(at, at + 10))


def test_copy_without_words_shows_its_pages_by_itself(paged_pane: ReaderPane) -> None:
    paged_pane.show_reading(reading_of(""))
    assert is_paged(paged_pane)
    paged_pane.show_reading(reading_of("", "text/html"))
    assert not is_paged(paged_pane)
    assert not paged_pane.header.ways.isVisible()


def test_chosen_way_stays_while_the_copy_is_the_same(paged_pane: ReaderPane) -> None:
    paged_pane.show_reading(reading_of(TEXT))
    paged_pane.header.switch_way()
    paged_pane.show_reading(reading_of(TEXT))
    assert is_paged(paged_pane)
    assert paged_pane.selection() is None
    paged_pane.show_reading(reading_of(f"{TEXT} and more"))
    assert paged_pane.stack.is_text

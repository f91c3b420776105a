"""Pages of a PDF file and pictures in the reader, drawn by real workers."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from dates import UncertainDate
from gui.picture_worker import PICTURE_WORKER
from gui.reader.page_column import GAP, MARGIN, PageColumn
from gui.reader.page_loader import PageLoader
from gui.reader.page_shelf import DrawnPage, PageShelf
from gui.reader.pages_pane import PagesPane, has_pages
from gui.task_runner import TaskRunner
from importers.page_channel import PageSize, PageWish
from models.enums import Stance
from models.reading import CitedPassage, PassageState, Reading
from services.page_images import PDF_WORKER, PageImages
from tests.gui.reader.pictures import picture
from tests.gui.reader.readings import make_reading
from tests.pdf_files import Placed, drawn, paged

WAIT = 20_000
TEXT = "\n\n\f".join(f"This is page {number}." for number in range(1, 31))
Show = Callable[..., PagesPane]


@pytest.fixture
def loader_of(qapp: object) -> Iterator[Callable[[str, bytes], PageLoader]]:
    """Makes loaders of one file; what goes wrong behind them fails the test."""
    bugs: list[Exception] = []
    loaders: list[PageLoader] = []

    def make(worker: str, data: bytes) -> PageLoader:
        runner = TaskRunner(bugs.append)
        loaders.append(PageLoader(runner, lambda _id: PageImages(worker, lambda: data), runner))
        return loaders[-1]

    yield make
    for loader in loaders:
        loader.finish()
    assert not bugs


@pytest.fixture
def show(qtbot: QtBot, loader_of: Callable[[str, bytes], PageLoader]) -> Show:
    """Shows a file in a pane, and waits until something of it, or why not, is seen."""

    def show_file(worker: str, data: bytes, reading: Reading) -> PagesPane:
        pane = PagesPane(loader_of(worker, data))
        qtbot.addWidget(pane)
        pane.resize(900, 600)
        pane.show_reading(reading)
        pane.show()
        return pane

    return show_file


def pdf_reading(*passages: CitedPassage) -> Reading:
    return replace(typed(make_reading(TEXT), "application/pdf"), passages=passages)


def typed(reading: Reading, media_type: str, capture_id: int = 1) -> Reading:
    return replace(reading, capture=replace(reading.capture, media_type=media_type, id=capture_id))


def thirty_pages() -> bytes:
    return paged(*(drawn([Placed(f"This is page {number}.", y=700)]) for number in range(1, 31)))


def cited(page: int) -> CitedPassage:
    words = f"page {page}."
    start = TEXT.index(words)
    date = UncertainDate("2024-01-21")
    return CitedPassage(
        page, 1, f"Incident {page}", date, Stance.SUPPORTS, words, start, start + len(words), PassageState.IN_PLACE
    )


def is_drawn(pane: PagesPane, page: int) -> bool:
    return pane.view.drawn(page) is not None


def test_draws_only_the_pages_that_come_into_sight(show: Show, qtbot: QtBot) -> None:
    pane = show(PDF_WORKER, thirty_pages(), pdf_reading())
    qtbot.waitUntil(lambda: is_drawn(pane, 2), timeout=WAIT)
    assert pane.view.count == 30
    assert not is_drawn(pane, 20)
    pane.view.go_to_page(20)
    qtbot.waitUntil(lambda: is_drawn(pane, 20), timeout=WAIT)
    assert not is_drawn(pane, 10)


def test_keys_go_to_pages_and_zoom_and_say_the_page(show: Show, qtbot: QtBot) -> None:
    pane = show(PDF_WORKER, thirty_pages(), pdf_reading())
    qtbot.waitUntil(lambda: pane.view.count == 30, timeout=WAIT)
    view = pane.view
    for key, page in ((Qt.Key.Key_End, 30), (Qt.Key.Key_Left, 29), (Qt.Key.Key_Home, 1), (Qt.Key.Key_Right, 2)):
        QTest.keyClick(view, key)
        assert view.page == page
        assert view.accessibleDescription() == f"Page {page} of 30"
        assert pane.bar.field.text() == str(page)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0
    for key, zoom in ((Qt.Key.Key_Plus, 1.25), (Qt.Key.Key_Plus, 1.5), (Qt.Key.Key_Minus, 1.25), (Qt.Key.Key_0, 1.0)):
        QTest.keyClick(view, key)
        assert view.zoom == zoom


def test_page_that_is_typed_is_gone_to(show: Show, qtbot: QtBot) -> None:
    pane = show(PDF_WORKER, thirty_pages(), pdf_reading())
    qtbot.waitUntil(lambda: pane.view.count == 30, timeout=WAIT)
    pane.bar.field.selectAll()
    QTest.keyClicks(pane.bar.field, "17")
    QTest.keyClick(pane.bar.field, Qt.Key.Key_Return)
    assert pane.view.page == 17


def test_press_on_cited_words_opens_their_citation(show: Show, qtbot: QtBot) -> None:
    pane = show(PDF_WORKER, thirty_pages(), pdf_reading(cited(3)))
    pane.show_span(cited(3).start, cited(3).end)
    qtbot.waitUntil(lambda: is_drawn(pane, 3), timeout=WAIT)
    assert pane.view.page == 3
    opened = QSignalSpy(pane.passage_opened)
    drawn_page = pane.view.drawn(3)
    assert drawn_page is not None
    (left, top, width, height), box = drawn_page.marks[3][0], pane.view.page_box(3)
    spot = QPoint(
        round(box.left() + (left + width / 2) * box.width()), round(box.top() + (top + height / 2) * box.height())
    )
    QTest.mouseMove(pane.view.viewport(), spot)
    assert "Incident 3" in pane.view.viewport().toolTip()
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 2, box.top() + 2))
    assert opened.count() == 0
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert [opened.at(at) for at in range(opened.count())] == [[3]]


def test_cited_passages_are_walked_and_opened_by_keys(show: Show, qtbot: QtBot) -> None:
    pane = show(PDF_WORKER, thirty_pages(), pdf_reading(cited(3), cited(9)))
    opened = QSignalSpy(pane.passage_opened)
    qtbot.waitUntil(lambda: pane.view.count == 30, timeout=WAIT)
    for forward, page in ((True, 3), (True, 9), (True, 9), (False, 3), (False, 3)):
        pane.view.step_passage(forward=forward)
        assert pane.view.page == page
    QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert [opened.at(at) for at in range(opened.count())] == [[3]]


def test_framed_words_at_the_foot_of_a_page_come_into_sight(show: Show, qtbot: QtBot) -> None:
    low = paged(*(drawn([Placed(f"This is page {number}.", y=30)]) for number in range(1, 31)))
    pane = show(PDF_WORKER, low, pdf_reading(cited(5)))
    pane.show_span(cited(5).start, cited(5).end)

    def is_seen() -> bool:
        page = pane.view.drawn(5)
        if page is None or not page.marks:
            return False
        box = pane.view.page_box(5)
        return 0 < box.top() + page.marks[5][0][1] * box.height() < pane.view.viewport().height()

    qtbot.waitUntil(is_seen, timeout=WAIT)


def test_new_citation_is_marked_on_a_page_that_is_drawn_already(show: Show, qtbot: QtBot) -> None:
    pane = show(PDF_WORKER, thirty_pages(), pdf_reading())
    qtbot.waitUntil(lambda: is_drawn(pane, 1), timeout=WAIT)
    pane.show_reading(pdf_reading(cited(1)))
    qtbot.waitUntil(lambda: bool((page := pane.view.drawn(1)) and page.marks), timeout=WAIT)


def test_copy_that_is_seen_again_keeps_its_place(show: Show, qtbot: QtBot) -> None:
    pane = show(PDF_WORKER, thirty_pages(), pdf_reading())
    qtbot.waitUntil(lambda: pane.view.count == 30, timeout=WAIT)
    pane.view.go_to_page(12)
    pane.view.set_zoom(1.5)
    qtbot.waitUntil(lambda: is_drawn(pane, pane.view.page), timeout=WAIT)  # its bars have settled by then
    before = pane.view.verticalScrollBar().value()
    pane.hide()
    pane.show()
    qtbot.waitUntil(lambda: is_drawn(pane, pane.view.page), timeout=WAIT)
    assert (pane.view.zoom, pane.view.verticalScrollBar().value()) == (1.5, before)


def test_damaged_file_ends_in_one_message(show: Show, qtbot: QtBot) -> None:
    pane = show(PDF_WORKER, b"no pdf at all", pdf_reading())
    qtbot.waitUntil(lambda: "damaged" in pane.problem(), timeout=WAIT)
    assert not pane.bar.isVisible()
    pane.show_reading(typed(pdf_reading(), "image/png", 2))
    assert not pane.problem()


def test_page_that_cannot_be_drawn_says_so_and_the_next_is_drawn(show: Show, qtbot: QtBot) -> None:
    pane = show("tests.page_worker", b"open exit", pdf_reading())
    qtbot.waitUntil(lambda: "cannot be drawn" in pane.view.problem_of(1), timeout=WAIT)
    qtbot.waitUntil(lambda: is_drawn(pane, 2), timeout=WAIT)
    assert not is_drawn(pane, 1)


def test_words_typed_beside_a_picture_are_handed_over_once(show: Show, qtbot: QtBot) -> None:
    pane = show(PICTURE_WORKER, picture("PNG"), typed(make_reading(""), "image/png"))
    qtbot.waitUntil(lambda: is_drawn(pane, 1), timeout=WAIT)
    told = QSignalSpy(pane.text_typed)
    assert not pane.words.save.isEnabled()
    QTest.keyClicks(pane.words.field, "NO ENTRY")
    QTest.keyClick(pane.words.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    pane.show_reading(typed(make_reading("NO ENTRY"), "image/png"))
    assert not pane.words.save.isEnabled()
    pane.keep_words()
    assert [told.at(at) for at in range(told.count())] == [[1, "NO ENTRY"]]


def test_words_that_are_being_typed_survive_a_refresh_and_go_with_their_picture(show: Show, qtbot: QtBot) -> None:
    pane = show(PICTURE_WORKER, picture("PNG"), typed(make_reading(""), "image/png"))
    told = QSignalSpy(pane.text_typed)
    QTest.keyClicks(pane.words.field, "half a sen")
    pane.show_reading(typed(make_reading(""), "image/png"))
    assert pane.words.field.toPlainText() == "half a sen"
    pane.show_reading(typed(make_reading("other"), "image/png", 2))
    assert [told.at(at) for at in range(told.count())] == [[1, "half a sen"]]
    assert pane.words.field.toPlainText() == "other"


def test_read_only_project_takes_no_words(show: Show) -> None:
    pane = show(PICTURE_WORKER, picture("PNG"), typed(make_reading(""), "image/png"))
    pane.set_read_only(True)
    QTest.keyClicks(pane.words.field, "words")
    assert pane.words.field.toPlainText() == ""
    assert not pane.words.save.isVisible()


def test_picture_is_shown_whole_and_no_larger_than_it_is(show: Show, qtbot: QtBot) -> None:
    pane = show(PICTURE_WORKER, picture("PNG", width=200, height=100), typed(make_reading(""), "image/png"))
    qtbot.waitUntil(lambda: is_drawn(pane, 1), timeout=WAIT)
    assert pane.view.page_width() <= 200
    assert pane.view.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("media_type", "wanted"),
    [("application/pdf", True), ("image/jpeg", True), ("image/svg+xml", False), ("text/plain", False)],
)
def test_offers_pages_of_pdf_files_and_pictures(media_type: str, wanted: bool) -> None:
    assert has_pages(media_type) is wanted


def test_column_places_five_thousand_pages() -> None:
    column = PageColumn([PageSize(600, 800)] * 5_000, 300)
    assert column.box(5_000).bottom() + 1 + MARGIN == column.height
    assert [column.page_at(y) for y in (0, MARGIN, MARGIN + 400 + GAP - 1, MARGIN + 400 + GAP, 10**9)] == [
        1,
        1,
        1,
        2,
        5_000,
    ]
    assert list(column.between(MARGIN + 399, MARGIN + 401 + GAP)) == [1, 2]
    assert list(PageColumn().between(0, 100)) == []


def test_shelf_lets_go_of_what_was_looked_at_longest_ago() -> None:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    shelf = PageShelf(max_bytes=2 * image.sizeInBytes())
    for page in (1, 2):
        shelf.put(DrawnPage(PageWish(page, 10), image, {}))
    assert shelf.get(1) is not None
    shelf.put(DrawnPage(PageWish(3, 10), image, {}))
    assert [shelf.get(page) is not None for page in (1, 2, 3)] == [True, False, True]
    assert shelf.has(PageWish(3, 10))
    assert not shelf.has(PageWish(3, 20))

"""Pages and pictures in the whole window: a PDF file is dropped, cited and looked at; a photo gets its words typed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from gui.shell.page import Page
from models.drafts import CitationDraft, IncidentDraft
from models.reading import Reading
from services.citations import add_citation
from services.incidents import add_incident
from services.passages import make_passage
from services.project_files import create_project
from services.reading import get_reading, readable_capture
from tests.driver import PATIENCE_MS, Driver
from tests.gui.reader.pictures import picture
from tests.pdf_files import Placed, drawn, paged
from tests.reading_desk import ReadingDesk

OpenWindow = Callable[..., Driver]
QUOTE = "The lock was opened on Sunday."


@pytest.fixture
def desk(open_window: OpenWindow, tmp_path: Path) -> ReadingDesk:
    path = tmp_path / "canal.dateline"
    create_project(path, title="Canal").close()
    return ReadingDesk(open_window(path))


def drop(desk: ReadingDesk, path: Path) -> None:
    """Let a file go over the window, and wait until its pages can be seen."""
    desk.driver.drop(path)
    desk.driver.qtbot.waitUntil(lambda: desk.text.stack.has_pages, timeout=PATIENCE_MS)


def newest(desk: ReadingDesk, title: str) -> Reading:
    """What is read of a source."""
    capture_id = readable_capture(desk.project, desk.source_id(title))
    assert capture_id is not None
    return get_reading(desk.project, capture_id)


def test_cited_words_on_a_pdf_page_lead_to_their_incident(desk: ReadingDesk, tmp_path: Path) -> None:
    report = tmp_path / "report.pdf"
    report.write_bytes(paged(drawn([Placed("Canal report, 2024")]), drawn([Placed(QUOTE)])))
    drop(desk, report)
    driver, pages, reading = desk.driver, desk.text.stack.pages, newest(desk, "Canal report, 2024")
    assert pages is not None
    start = reading.text.index(QUOTE)
    passage = make_passage(reading.text, reading.capture.id, start, start + len(QUOTE))
    incident_id = add_incident(desk.project, IncidentDraft(title="The lock is opened"))
    add_citation(desk.project, incident_id, CitationDraft(source_id=reading.source.id, quote=QUOTE, passage=passage))

    driver.press(Qt.Key.Key_F9)
    driver.press(Qt.Key.Key_End)
    driver.qtbot.waitUntil(lambda: bool((page := pages.view.drawn(2)) and page.marks), timeout=PATIENCE_MS)
    drawn_page = pages.view.drawn(2)
    assert drawn_page is not None
    ((left, top, width, height),) = next(iter(drawn_page.marks.values()))
    box = pages.view.page_box(2)
    spot = QPointF(box.left() + (left + width / 2) * box.width(), box.top() + (top + height / 2) * box.height())
    QTest.mouseClick(pages.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(*map(round, spot.toTuple())))
    assert driver.window.workbench.page is Page.CHRONOLOGY
    assert desk.chronology.current_id() == incident_id


def test_words_typed_beside_a_photo_become_its_text(desk: ReadingDesk, tmp_path: Path) -> None:
    photo = tmp_path / "sign.png"
    photo.write_bytes(picture("PNG"))
    drop(desk, photo)
    driver = desk.driver
    driver.qtbot.waitUntil(lambda: driver.focus().accessibleName() == "Type what the picture says", timeout=PATIENCE_MS)
    driver.qtbot.waitUntil(lambda: any("no words yet" in said.text() for said in desk.proposals.findChildren(QLabel)))
    driver.write("The lock was closed on 4 May 2021.")
    driver.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert newest(desk, "sign").text == "The lock was closed on 4 May 2021."
    assert desk.wait_for_proposals().proposal.date.edtf == "2021-05-04"
    driver.press(Qt.Key.Key_F9)
    assert desk.text.stack.is_paged
    driver.press(Qt.Key.Key_Return)
    assert desk.proposals.current() is None, "Enter accepts on the picture as it does in the text"
    assert len(desk.titles()) == 1

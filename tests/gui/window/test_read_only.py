"""A project that another instance holds: everything can be read, nothing offers a change."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from gui.inspector.citation_editor import CitationEditor
from gui.shell.history_page import HistoryPage
from models.drafts import IncidentPatch
from services.incident_cards import get_incident
from services.incidents import edit_incident
from services.project_files import open_project
from services.sample import create_sample
from tests.driver import Driver

OpenWindow = Callable[..., Driver]


@pytest.fixture
def driver(open_window: OpenWindow, tmp_path: Path) -> Iterator[Driver]:
    path = tmp_path / "sample.dateline"
    create_sample(path).close()
    holder = open_project(path)
    edit_incident(holder, 1, IncidentPatch(title="Changed by the other instance"))
    driver = open_window()
    driver.notices.answers.choices.append("read")
    assert driver.desk.open(path)
    assert not driver.desk.session.is_writable
    driver.notices.told.clear()
    yield driver
    holder.close()


def test_sidebar_offers_no_new_view_and_tag_and_says_why(driver: Driver) -> None:
    sidebar = driver.window.workbench.sidebar
    for section in (sidebar.views, sidebar.tags):
        assert not section.add_button.isEnabled()
        assert "read-only" in section.add_button.toolTip()


def test_history_is_shown_and_not_gone_back_in(driver: Driver) -> None:
    driver.press(Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    page = driver.window.findChild(HistoryPage)
    assert isinstance(page, HistoryPage)
    page.list.select_row(2)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert not page._go.isEnabled()
    assert [told.title for told in driver.notices.told] == []


def test_citation_can_be_read_in_full_and_not_changed(driver: Driver) -> None:
    cited = next(i for i in range(1, 9) if get_incident(driver.desk.session.project, i).citations)
    driver.desk.chronology.select(cited)
    line = get_incident(driver.desk.session.project, cited).citations[0]
    driver.desk.inspector.edit_citation_requested.emit(line.id)
    editor = driver.dialog(CitationEditor)
    assert isinstance(editor, CitationEditor)
    form = editor.form
    assert (form.locator.isReadOnly(), form.quote.isReadOnly(), form.note.isReadOnly()) == (True, True, True)
    assert editor.form.locator.text() == line.locator
    buttons = [button.text() for button in editor.findChildren(QPushButton) if button.isVisible()]
    assert buttons == ["Close"]
    driver.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    driver.press(Qt.Key.Key_Escape)
    driver.wait_for_window()
    assert driver.notices.told == []


def test_timeline_moves_no_date_and_begins_no_incident(driver: Driver) -> None:
    driver.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    page = driver.desk.timeline
    before = get_incident(driver.desk.session.project, 2).date
    page.board.select([2], 2)
    driver.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    page.new_incident_requested.emit(before, None)
    assert get_incident(driver.desk.session.project, 2).date == before
    assert driver.desk.inspector.incident_id() == 2
    assert [told.title for told in driver.notices.told] == []

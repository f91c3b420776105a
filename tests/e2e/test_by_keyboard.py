"""What a newcomer tries by keyboard where there is no mouse: Enter, Escape, letters, and folders that are missing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from dates import UncertainDate
from gui.shell.page import Page
from gui.shell.project_dialogs import NewProjectDialog
from gui.sources.paste_source_dialog import PasteSourceDialog
from models.drafts import IncidentDraft, SourceDraft
from models.enums import Status
from services.incident_cards import get_incident
from services.incidents import add_incident
from services.project_files import create_project
from services.sources import add_source
from tests.counts import count_all
from tests.driver import Driver

OpenWindow = Callable[..., Driver]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def driver(open_window: OpenWindow, tmp_path: Path) -> Driver:
    """A window on a project with one incident and two sources."""
    path = tmp_path / "a.dateline"
    project = create_project(path, title="A")
    add_incident(project, IncidentDraft(title="Smoke above the port"))
    for title in ("First report", "Second report"):
        add_source(project, SourceDraft(title=title))
    project.close()
    return open_window(path)


def test_project_is_offered_at_home_where_there_are_no_documents(open_window: OpenWindow, private_home: Path) -> None:
    driver = open_window()
    driver.press(Qt.Key.Key_N)
    driver.dialog(NewProjectDialog)
    driver.write("Harbour fire")
    driver.press(Qt.Key.Key_Return)
    driver.qtbot.waitUntil(lambda: driver.desk.session.is_open)
    assert driver.desk.session.project.path == private_home / "Harbour fire.dateline"


def test_refused_project_keeps_its_title_and_says_why(open_window: OpenWindow, private_home: Path) -> None:
    driver = open_window()
    driver.press(Qt.Key.Key_N)
    dialog = driver.dialog(NewProjectDialog)
    assert isinstance(dialog, NewProjectDialog)
    driver.write("Harbour fire")
    dialog.use_place(private_home / "gone" / "Harbour fire.dateline")
    driver.press(Qt.Key.Key_Return)
    assert "does not exist" in dialog.problem.text()
    assert dialog.isVisible()
    assert dialog.title_field.text() == "Harbour fire"
    dialog.use_place(private_home / "Harbour fire.dateline")
    driver.press(Qt.Key.Key_Return)
    driver.qtbot.waitUntil(lambda: driver.desk.session.is_open)


def test_enter_on_cancel_cancels(open_window: OpenWindow) -> None:
    driver = open_window()
    driver.press(Qt.Key.Key_N)
    dialog = driver.dialog(NewProjectDialog)
    driver.write("Harbour fire")
    cancel = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Cancel")
    cancel.setFocus()
    driver.press(Qt.Key.Key_Return)
    assert not driver.desk.session.is_open


def test_enter_presses_a_button_of_the_window(driver: Driver) -> None:
    driver.press(Qt.Key.Key_4, CTRL)
    driver.press(Qt.Key.Key_Return)
    add = next(b for b in driver.desk.sources.editor.findChildren(QPushButton) if b.accessibleName() == "Add a name")
    add.setFocus()
    driver.press(Qt.Key.Key_Return)
    focused = driver.focus()
    assert isinstance(focused, QLineEdit)
    assert focused.accessibleName() == "Family name"


def test_letters_choose_in_a_list_of_choices(driver: Driver) -> None:
    driver.press(Qt.Key.Key_J)
    incident_id = driver.desk.chronology.current_id()
    assert incident_id is not None
    boxes = [box for box in driver.desk.inspector.findChildren(QComboBox) if box.isVisible()]
    next(box for box in boxes if box.accessibleName() == "Status").setFocus()
    driver.write("rep")
    driver.press(Qt.Key.Key_Escape)
    card = get_incident(driver.desk.session.project, incident_id)
    assert (card.title, card.status) == ("Smoke above the port", Status.REPORTED)


def test_keys_of_the_list_act_on_sources_too(driver: Driver) -> None:
    driver.press(Qt.Key.Key_4, CTRL)
    shown = driver.desk.sources.source_list
    first = shown.current_id()
    driver.press(Qt.Key.Key_J)
    assert shown.current_id() != first
    driver.press(Qt.Key.Key_E)
    assert driver.focus().accessibleName() == "Title"
    driver.press(Qt.Key.Key_Return, CTRL)
    driver.press(Qt.Key.Key_Delete)
    assert count_all(driver.desk.session.project).sources == 1


def test_escape_leaves_a_source_before_it_leaves_the_page(driver: Driver) -> None:
    driver.press(Qt.Key.Key_4, CTRL)
    driver.press(Qt.Key.Key_E)
    driver.press(Qt.Key.Key_Escape)
    pages = [driver.window.workbench.page]
    driver.press(Qt.Key.Key_Escape)
    pages.append(driver.window.workbench.page)
    assert pages == [Page.SOURCES, Page.CHRONOLOGY]


def test_ctrl_enter_takes_the_panel_and_goes_back_to_the_list(driver: Driver) -> None:
    driver.press(Qt.Key.Key_J)
    driver.press(Qt.Key.Key_E)
    driver.write("!")
    driver.press(Qt.Key.Key_Return, CTRL)
    incident_id = driver.desk.chronology.current_id()
    assert incident_id is not None
    assert "!" in get_incident(driver.desk.session.project, incident_id).title
    driver.press(Qt.Key.Key_M)
    assert get_incident(driver.desk.session.project, incident_id).marked


def test_place_in_the_list_follows_the_date(driver: Driver) -> None:
    add_incident(driver.desk.session.project, IncidentDraft(title="Fire is out", date=UncertainDate("2024-01-21")))
    driver.press(Qt.Key.Key_N)
    driver.write("Fire breaks out")
    driver.press(Qt.Key.Key_Tab)
    driver.write("20 Jan 2024")
    driver.press(Qt.Key.Key_Tab)
    labels = driver.desk.inspector.findChildren(QLabel)
    driver.qtbot.waitUntil(lambda: "Incident 1 of 3" in [label.text() for label in labels])


def test_undo_beside_the_bin_notice_goes_with_the_next_change(driver: Driver) -> None:
    driver.press(Qt.Key.Key_J)
    driver.press(Qt.Key.Key_Delete)
    labels = driver.window.workbench.status_line.findChildren(QLabel)
    notice = next(label for label in labels if label.text() == "Moved to the bin.")
    assert notice.isVisible()
    driver.press(Qt.Key.Key_Z, CTRL)
    assert not notice.isVisible()


def paste_article(driver: Driver, text: str) -> None:
    """Ctrl+V on the list of sources, and Enter in the dialog's title."""
    driver.press(Qt.Key.Key_4, CTRL)
    driver.application.clipboard().setText(text)
    driver.press(Qt.Key.Key_V, CTRL)
    driver.dialog(PasteSourceDialog)
    driver.press(Qt.Key.Key_Return)
    driver.wait_for_window()


def test_article_that_is_kept_already_is_shown_and_not_added_again(driver: Driver) -> None:
    paste_article(driver, "Port closed\n\nAll ferries stay in.")
    assert count_all(driver.desk.session.project).sources == 3
    kept = driver.desk.sources.source_list.current_id()
    driver.press(Qt.Key.Key_Home)
    paste_article(driver, "Port closed\n\nAll ferries stay in.")
    assert count_all(driver.desk.session.project).sources == 3
    assert driver.desk.sources.source_list.current_id() == kept
    assert [told.title for told in driver.notices.told] == ["“Port closed” is in the project already."]


def test_pasted_article_with_a_known_title_names_the_other(driver: Driver) -> None:
    paste_article(driver, "First report\n\nWords that are new here.")
    labels = driver.desk.sources.editor.findChildren(QLabel)
    assert any(label.isVisible() and label.text().startswith("Looks like a source") for label in labels)


def test_file_that_is_no_project_is_named(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "notes.dateline"
    path.write_text("hello")
    driver = open_window(path)
    driver.qtbot.waitUntil(lambda: bool(driver.notices.told))
    assert driver.notices.told[0].title == "“notes.dateline” is not a Dateline project."

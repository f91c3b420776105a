"""The first minutes of a new user, by keyboard alone."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from gui.search.search_panel import SearchPanel
from gui.shell.page import Page
from gui.shell.project_dialogs import NewProjectDialog
from models.snapshots import IncidentFilter
from services.chronology import list_incidents
from services.project_files import create_project, open_project
from services.sample import create_sample
from tests.counts import count_all
from tests.driver import Driver

OpenWindow = Callable[..., Driver]
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def start_project(driver: Driver, title: str) -> None:
    """N on the start page asks for a title; Enter makes the project and shows a blank incident."""
    driver.press(Qt.Key.Key_N)
    driver.dialog(NewProjectDialog)
    driver.write(title)
    driver.press(Qt.Key.Key_Return)
    driver.qtbot.waitUntil(lambda: driver.desk.session.is_open)
    driver.wait_for_window()


def test_start_page_leads_to_the_first_incident(open_window: OpenWindow, private_home: Path) -> None:
    (private_home / "Documents").mkdir()
    driver = open_window()
    start_project(driver, "Harbour fire")
    assert not driver.window.is_at_start
    driver.write("Smoke is seen above warehouse 4")
    driver.press(Qt.Key.Key_Tab)
    driver.qtbot.waitUntil(lambda: count_all(driver.desk.session.project).incidents == 1)
    assert driver.desk.session.project.path.name == "Harbour fire.dateline"


def test_files_of_a_project_that_was_declined_stay_out_of_the_next(
    open_window: OpenWindow, private_home: Path, tmp_path: Path
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("On 3 May 2024 the port was closed.")
    driver = open_window()
    driver.window.files_dropped.emit([article])
    driver.dialog(NewProjectDialog)
    driver.press(Qt.Key.Key_Escape)
    driver.wait_for_window()
    driver.press(Qt.Key.Key_N, CTRL | SHIFT)
    driver.dialog(NewProjectDialog)
    driver.write("Something else")
    driver.press(Qt.Key.Key_Return)
    driver.qtbot.waitUntil(lambda: driver.desk.session.is_open)
    driver.wait_for_window()
    driver.qtbot.waitUntil(lambda: not driver.desk.runner.is_busy)
    assert count_all(driver.desk.session.project).sources == 0


def test_undo_and_redo_take_back_a_new_incident(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.dateline"
    create_project(path, title="A").close()
    driver = open_window(path)
    driver.press(Qt.Key.Key_N)
    driver.write("First")
    driver.press(Qt.Key.Key_Escape)
    project = driver.desk.session.project
    driver.qtbot.waitUntil(lambda: count_all(project).incidents == 1)
    driver.press(Qt.Key.Key_Z, CTRL)
    assert count_all(project).incidents == 0
    driver.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert count_all(project).incidents == 1


def test_work_survives_closing_and_can_be_undone_after(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.dateline"
    create_project(path, title="A").close()
    driver = open_window(path)
    driver.press(Qt.Key.Key_N)
    driver.write("Kept without a pause")
    driver.leave()
    again = open_window(path)
    assert count_all(again.desk.session.project).incidents == 1
    again.press(Qt.Key.Key_Z, CTRL)
    assert count_all(again.desk.session.project).incidents == 0


def test_search_narrows_the_list_and_escape_clears_it(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "sample.dateline"
    create_sample(path).close()
    driver = open_window(path)
    total = count_all(driver.desk.session.project).incidents
    driver.press(Qt.Key.Key_Slash)
    driver.write("thruster")
    driver.qtbot.waitUntil(lambda: driver.desk.chronology.model.rowCount() < total)
    wanted = list_incidents(driver.desk.session.project, IncidentFilter(text="thruster"))
    assert 0 < len(wanted.ids) < total
    panel = driver.window.findChild(SearchPanel)
    assert isinstance(panel, SearchPanel)
    driver.qtbot.waitUntil(panel.isVisible)
    driver.press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    driver.press(Qt.Key.Key_Escape)
    driver.qtbot.waitUntil(lambda: driver.desk.chronology.filter().is_empty)


def test_every_page_is_reached_by_its_key(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "sample.dateline"
    create_sample(path).close()
    driver = open_window(path)
    keys = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_7)
    for key, page in zip(keys, Page, strict=True):
        driver.press(key, CTRL)
        assert driver.window.workbench.page is page
    driver.press(Qt.Key.Key_Escape)
    assert driver.window.workbench.page is Page.CHRONOLOGY


def test_delete_goes_to_the_bin_and_comes_back(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "sample.dateline"
    create_sample(path).close()
    driver = open_window(path)
    project = driver.desk.session.project
    total = count_all(project).incidents
    driver.press(Qt.Key.Key_J)
    driver.press(Qt.Key.Key_Delete)
    assert (count_all(project).incidents, count_all(project).binned) == (total - 1, 1)
    driver.press(Qt.Key.Key_7, CTRL)
    driver.press(Qt.Key.Key_Return)
    assert (count_all(project).incidents, count_all(project).binned) == (total, 0)


def test_locked_project_is_offered_to_read(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.dateline"
    held = create_project(path, title="A")
    driver = open_window()
    driver.notices.answers.choices.append("read")
    assert driver.desk.open(path)
    assert not driver.desk.session.is_writable
    assert driver.notices.told[0].choices == ("read", "copy")
    held.close()


def test_file_that_is_no_project_is_told_and_left_alone(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "letter.dateline"
    path.write_text("Dear desk, this is not a project." * 100)
    driver = open_window(path)
    assert driver.window.is_at_start
    assert "not a Dateline project" in driver.notices.told[0].title
    assert path.read_text().startswith("Dear desk")


def test_copy_is_a_project_of_its_own(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "sample.dateline"
    create_sample(path).close()
    driver = open_window(path)
    driver.notices.answers.paths.append(tmp_path / "copy.dateline")
    driver.press(Qt.Key.Key_S, CTRL | SHIFT)
    copied = open_project(tmp_path / "copy.dateline")
    assert count_all(copied).incidents == count_all(driver.desk.session.project).incidents
    copied.close()

"""Nothing is lost: undo in text first, failures to save, files dropped before there is a project, two windows."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from gui.shell.project_dialogs import NewProjectDialog
from models.drafts import IncidentDraft
from models.enums import ProblemCode
from models.errors import UserFacingError
from models.snapshots import IncidentFilter
from services.chronology import get_rows, list_incidents
from services.incidents import add_incident
from services.project import Project
from services.project_files import create_project
from services.sample import create_sample
from tests.counts import count_all
from tests.driver import Driver

OpenWindow = Callable[..., Driver]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def driver(open_window: OpenWindow, tmp_path: Path) -> Driver:
    path = tmp_path / "a.dateline"
    made = create_project(path, title="A")
    add_incident(made, IncidentDraft(title="Smoke"))
    made.close()
    return open_window(path)


def titles(driver: Driver) -> list[str]:
    project = driver.desk.session.project
    return [row.title for row in get_rows(project, list_incidents(project, IncidentFilter()).ids)]


def test_undo_takes_back_typing_first(driver: Driver) -> None:
    driver.press(Qt.Key.Key_J)
    driver.press(Qt.Key.Key_E)
    driver.write(" and fire")
    driver.press(Qt.Key.Key_Z, CTRL)
    driver.desk.session.flush()
    assert count_all(driver.desk.session.project).incidents == 1
    assert titles(driver) == ["Smoke"]


def test_single_letters_are_text_inside_a_field(driver: Driver) -> None:
    driver.press(Qt.Key.Key_J)
    driver.press(Qt.Key.Key_E)
    driver.press(Qt.Key.Key_End)
    driver.write("jkn?/m")
    driver.desk.session.flush()
    assert titles(driver) == ["Smokejkn?/m"]


def test_failed_save_keeps_the_words_and_saves_them_later(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, private_home: Path
) -> None:
    def refuse(*_args: object, **_named: object) -> None:
        raise UserFacingError(ProblemCode.DISK_FULL)

    driver.press(Qt.Key.Key_J)
    driver.press(Qt.Key.Key_E)
    with monkeypatch.context() as patch:
        patch.setattr(Project, "change", refuse)
        driver.press(Qt.Key.Key_End)
        driver.write(" over the quay")
        driver.desk.session.flush()
        assert driver.desk.session.has_unsaved
        assert driver.notices.told[0].title == "Could not save: the disk is full."
    assert [path.suffix for path in private_home.rglob("rescue/*")] == [".txt"]
    assert titles(driver) == ["Smoke"]
    driver.desk.session.flush()
    assert titles(driver) == ["Smoke over the quay"]
    assert not driver.desk.session.has_unsaved


def test_file_dropped_on_the_start_page_begins_a_project(
    open_window: OpenWindow, tmp_path: Path, private_home: Path
) -> None:
    (private_home / "Documents").mkdir()
    article = tmp_path / "statement.txt"
    article.write_text("The port authority says the fire began at dawn.\n")
    driver = open_window()
    driver.window.files_dropped.emit([article])
    driver.dialog(NewProjectDialog)
    driver.write("Harbour")
    driver.press(Qt.Key.Key_Return)
    driver.qtbot.waitUntil(lambda: driver.desk.session.is_open)
    driver.qtbot.waitUntil(lambda: count_all(driver.desk.session.project).sources == 1, timeout=20_000)


def test_files_chosen_on_the_start_page_begin_a_project(
    open_window: OpenWindow, tmp_path: Path, private_home: Path
) -> None:
    (private_home / "Documents").mkdir()
    article = tmp_path / "statement.txt"
    article.write_text("The port authority says the fire began at dawn.\n")
    driver = open_window()
    driver.notices.answers.files.append([article])
    driver.press(Qt.Key.Key_I, CTRL | Qt.KeyboardModifier.ShiftModifier)
    driver.dialog(NewProjectDialog)
    driver.write("Harbour")
    driver.press(Qt.Key.Key_Return)
    driver.qtbot.waitUntil(lambda: driver.desk.session.is_open)
    driver.qtbot.waitUntil(lambda: count_all(driver.desk.session.project).sources == 1, timeout=20_000)


def test_switching_projects_keeps_what_was_just_typed(driver: Driver, tmp_path: Path) -> None:
    other = tmp_path / "sample.dateline"
    create_sample(other).close()
    first = driver.desk.session.project.path
    driver.press(Qt.Key.Key_N)
    driver.write("Typed a moment ago")
    assert driver.desk.open(other)
    assert "Typed a moment ago" not in titles(driver)
    assert driver.desk.open(first)
    assert "Typed a moment ago" in titles(driver)


def test_read_only_window_changes_nothing(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "sample.dateline"
    held = create_sample(path)
    driver = open_window()
    driver.notices.answers.choices.append("read")
    driver.desk.open(path)
    before = count_all(driver.desk.session.project)
    driver.desk.chronology.focus_list()
    for key in (Qt.Key.Key_J, Qt.Key.Key_N, Qt.Key.Key_M, Qt.Key.Key_Delete, Qt.Key.Key_C):
        driver.press(key)
    assert count_all(driver.desk.session.project) == before
    held.close()


def test_bin_is_emptied_only_after_a_question(driver: Driver) -> None:
    driver.press(Qt.Key.Key_J)
    driver.press(Qt.Key.Key_Delete)
    driver.desk.pages.empty()
    assert count_all(driver.desk.session.project).binned == 1
    driver.notices.answers.choices.append("yes")
    driver.desk.pages.empty()
    assert count_all(driver.desk.session.project).binned == 0
    assert driver.notices.told[-1].title == "Remove “Smoke” for good?"


def test_history_goes_back_to_a_state(driver: Driver) -> None:
    project = driver.desk.session.project
    for title in ("One", "Two", "Three"):
        add_incident(project, IncidentDraft(title=title))
    driver.press(Qt.Key.Key_6, CTRL)
    driver.press(Qt.Key.Key_Down)
    driver.press(Qt.Key.Key_Down)
    driver.press(Qt.Key.Key_Return)
    assert count_all(project).incidents == 2
    driver.press(Qt.Key.Key_Home)
    driver.press(Qt.Key.Key_Return)
    assert count_all(project).incidents == 4

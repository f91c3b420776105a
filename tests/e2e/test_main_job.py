"""The main job by keyboard alone: incidents, a source, citations, a link, a dozen undos, export of both formats."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from gui.export.export_dialog import ExportDialog
from gui.inspector.citation_editor import CitationEditor
from gui.inspector.link_editor import LinkEditor
from gui.shell.page import Page
from models.enums import LinkKind, Stance
from models.snapshots import IncidentFilter
from services.chronology import get_rows, list_incidents
from services.incident_cards import get_incident
from services.project_files import create_project
from tests.counts import count_all
from tests.driver import Driver

OpenWindow = Callable[..., Driver]
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def driver(open_window: OpenWindow, tmp_path: Path) -> Driver:
    path = tmp_path / "harbour.dateline"
    create_project(path, title="Harbour fire").close()
    return open_window(path)


def write_incident(driver: Driver, title: str, date: str) -> int:
    """N, title, Tab, date, Escape; the id of the new incident."""
    before = set(list_incidents(driver.desk.session.project, IncidentFilter()).ids)
    driver.press(Qt.Key.Key_N)
    driver.write(title)
    driver.press(Qt.Key.Key_Tab)
    driver.write(date)
    driver.press(Qt.Key.Key_Escape)
    driver.desk.session.flush()
    (new,) = set(list_incidents(driver.desk.session.project, IncidentFilter()).ids) - before
    return new


def add_source(driver: Driver, title: str) -> int:
    """Shift+N and a title; the id of the new source."""
    driver.press(Qt.Key.Key_N, SHIFT)
    assert driver.window.workbench.page is Page.SOURCES
    driver.write(title)
    driver.desk.session.flush()
    shown = driver.desk.sources.editor.source_id()
    assert shown is not None
    driver.press(Qt.Key.Key_1, CTRL)
    return shown


def finish(driver: Driver, dialog: QDialog) -> None:
    """Ctrl+Enter, then back in the window."""
    driver.press(Qt.Key.Key_Return, CTRL)
    driver.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    driver.wait_for_window()
    driver.desk.chronology.focus_list()


def cite(driver: Driver, incident_id: int, source: str, stance: Stance) -> None:
    """C on the selected incident: choose the source by its title, and the stance by its key."""
    driver.desk.chronology.select(incident_id)
    driver.desk.chronology.focus_list()
    driver.press(Qt.Key.Key_C)
    dialog = driver.dialog(CitationEditor)
    assert isinstance(dialog, CitationEditor)
    driver.write(source)
    driver.qtbot.waitUntil(lambda: dialog.picker.list.count() == 1)
    driver.press(Qt.Key.Key_Return)
    driver.qtbot.waitUntil(lambda: dialog.picker.item() is not None)
    for _ in range(list(Stance).index(stance)):
        driver.press(Qt.Key.Key_Right)
    finish(driver, dialog)


def test_main_job_by_keyboard(driver: Driver, tmp_path: Path) -> None:
    project = driver.desk.session.project
    first = write_incident(driver, "Smoke is seen above warehouse 4", "3 May 2024")
    second = write_incident(driver, "The port is closed", "between 4 and 9 May 2024")
    write_incident(driver, "Crews count their losses", "mid-June 2024")
    add_source(driver, "Harbour log of the night watch")
    cite(driver, first, "Harbour log", Stance.SUPPORTS)
    cite(driver, second, "Harbour log", Stance.CONTRADICTS)
    assert [line.stance for line in get_incident(project, second).citations] == [Stance.CONTRADICTS]
    driver.desk.chronology.select(second)
    driver.press(Qt.Key.Key_L)
    dialog = driver.dialog(LinkEditor)
    assert isinstance(dialog, LinkEditor)
    driver.write("Smoke")
    driver.qtbot.waitUntil(lambda: dialog.picker.list.count() == 1)
    driver.press(Qt.Key.Key_Return)
    finish(driver, dialog)
    (link,) = get_incident(project, second).links
    assert link.other_id == first
    assert link.kind in LinkKind


def test_a_dozen_undos_lead_back_to_nothing_and_forward_again(driver: Driver) -> None:
    project = driver.desk.session.project
    for number in range(6):
        write_incident(driver, f"Incident number {number}", f"{number + 1} May 2024")
    steps = 0
    while project.undo_step() is not None and steps < 40:
        driver.desk.chronology.focus_list()
        driver.press(Qt.Key.Key_Z, CTRL)
        steps += 1
    assert steps >= 6
    assert count_all(project).incidents == 0
    for _ in range(steps):
        driver.press(Qt.Key.Key_Z, CTRL | SHIFT)
    titles = [row.title for row in get_rows(project, list_incidents(project, IncidentFilter()).ids)]
    assert titles == [f"Incident number {number}" for number in range(6)]


@pytest.mark.parametrize("suffix", ["docx", "html"])
def test_export_writes_the_file_and_offers_to_open_it(driver: Driver, tmp_path: Path, suffix: str) -> None:
    write_incident(driver, "Smoke is seen above warehouse 4", "3 May 2024")
    driver.press(Qt.Key.Key_E, CTRL)
    dialog = driver.dialog(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    target = tmp_path / f"out.{suffix}"
    options = dialog.options()
    dialog.close()
    driver.wait_for_window()
    chosen = type(options.format)(suffix)
    with driver.qtbot.waitSignal(driver.desk.exports.export_written, timeout=20_000):
        driver.desk.exports.export(target, type(options)(format=chosen))
    if suffix == "docx":
        assert zipfile.is_zipfile(target)
    else:
        assert "Smoke is seen above warehouse 4" in target.read_text(encoding="utf-8")

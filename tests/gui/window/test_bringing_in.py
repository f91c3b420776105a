"""Files and folders that are brought in by the window: dropped, chosen, pasted; sound, bad, known and cancelled."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QPushButton

from gui.controls import IconButton
from gui.shell.import_summary import ImportSummary
from gui.sources.capture_card import CaptureCard
from models.enums import Operation
from services.capture_texts import type_text
from services.captures import read_capture_text
from services.project import Project
from services.project_files import create_project
from services.source_cards import get_source
from services.sources import list_source_ids
from tests.driver import PATIENCE_MS, Driver
from tests.pages import news_page
from tests.pdf_files import Placed, drawn, extra_number, paged
from tests.puppet_worker import use_puppet_worker
from tests.reliability.bad_bytes import Lures
from tests.reliability.bad_files import CRAFTED, planned_files


@pytest.fixture
def driver(open_window: Callable[..., Driver], tmp_path: Path) -> Driver:
    path = tmp_path / "affair.dateline"
    create_project(path, title="Affair").close()
    return open_window(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pages, a scan, a file with a password, one that is empty, and one that is hidden."""
    made = tmp_path / "articles"
    (made / "deep").mkdir(parents=True)
    (made / "a.html").write_text(news_page(), encoding="utf-8")
    (made / "deep" / "b.txt").write_text("On 4 May 2024 the bridge was closed.")
    (made / "scan.pdf").write_bytes(paged(b""))
    lock = paged(
        drawn([Placed("x")]), extra=[b"<</Filter/No>>"], trailer=b"/Encrypt %d 0 R/ID[<00><00>]" % extra_number(1)
    )
    (made / "locked.pdf").write_bytes(lock)
    (made / "empty.txt").write_bytes(b"")
    (made / ".hidden.txt").write_text("Nobody chose this.")
    return made


def project_of(driver: Driver) -> Project:
    return driver.desk.session.project


def drop(driver: Driver, *paths: Path) -> None:
    """Drop files on the window and wait until they are in, or are told about."""
    driver.window.files_dropped.emit(list(paths))
    driver.qtbot.waitUntil(lambda: not driver.desk.runner.is_busy, timeout=PATIENCE_MS)


def notice(driver: Driver) -> list[str]:
    """The verbs of the notice in the status line."""
    return [link.text() for link in driver.window.workbench.status_line.notice.links()]


def summary(driver: Driver) -> ImportSummary:
    found = driver.dialog(ImportSummary)
    assert isinstance(found, ImportSummary)
    return found


def test_dropped_folder_becomes_sources_and_one_summary(driver: Driver, folder: Path) -> None:
    drop(driver, folder)
    said = summary(driver).text()
    assert len(list_source_ids(project_of(driver))) == 3
    assert "Not added (2)\nempty.txt: There is nothing in the file." in said
    assert "locked.pdf: The file asks for a password." in said
    assert "Added; worth a look (1)\nscan.pdf: No text could be taken from it" in said
    assert summary(driver).windowTitle() == "3 sources were added from 5 files"
    assert not driver.notices.told
    assert [record.operation for record in project_of(driver).history()][-1] is Operation.IMPORT


def test_summary_leads_to_a_source_that_is_worth_a_look(driver: Driver, folder: Path) -> None:
    drop(driver, folder)
    summary(driver)
    driver.press(Qt.Key.Key_End)
    driver.press(Qt.Key.Key_Return)
    driver.wait_for_window()
    shown = driver.desk.sources.editor.source_id()
    assert shown is not None
    assert get_source(project_of(driver), shown).captures[0].original_name == "scan.pdf"


def test_sound_files_end_in_a_notice_that_takes_them_back(driver: Driver, folder: Path) -> None:
    drop(driver, folder / "a.html", folder / "deep")
    assert notice(driver) == ["Undo", "Read proposals"]
    assert len(list_source_ids(project_of(driver))) == 2
    driver.window.workbench.status_line.notice.links()[0].click()
    assert not list_source_ids(project_of(driver))


def test_file_alone_is_shown(driver: Driver, folder: Path) -> None:
    with driver.qtbot.waitSignal(driver.desk.imports.source_imported, timeout=PATIENCE_MS):
        drop(driver, folder / "deep" / "b.txt")
    assert not driver.notices.told


def test_doubts_about_a_file_are_said_in_the_reader_and_at_its_copy(driver: Driver, folder: Path) -> None:
    drop(driver, folder / "scan.pdf")
    driver.qtbot.waitUntil(lambda: driver.desk.text.header.copy.text().endswith(" · 1 doubt"), timeout=PATIENCE_MS)
    assert "No text could be taken from it" in driver.desk.text.header.copy.toolTip()
    assert notice(driver)[-1] == "Show doubts"
    driver.window.workbench.status_line.notice.links()[-1].click()
    editor = driver.desk.sources.editor
    driver.qtbot.waitUntil(lambda: any(card.isVisible() for card in editor.findChildren(CaptureCard)))


def test_project_that_is_open_read_only_takes_no_files(
    open_window: Callable[..., Driver], folder: Path, tmp_path: Path
) -> None:
    held = create_project(tmp_path / "held.dateline", title="Held")
    driver = open_window()
    driver.notices.answers.choices.append("read")
    assert driver.desk.open(held.path)
    driver.notices.told.clear()
    driver.window.files_dropped.emit([folder])
    assert [told.title for told in driver.notices.told] == [
        "“held.dateline” is open read-only, so nothing can be changed."
    ]
    held.close()


def test_bad_file_alone_is_told_with_its_reason(driver: Driver, folder: Path) -> None:
    drop(driver, folder / "locked.pdf")
    assert [told.title for told in driver.notices.told] == [
        "“locked.pdf” asks for a password. Nothing of it was added."
    ]


@pytest.mark.parametrize("name", ["letter.txt", "table.csv"])
def test_nonsense_of_a_worker_that_a_file_took_over_is_told_once(
    driver: Driver, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    use_puppet_worker(folder, monkeypatch)
    (folder / name).write_bytes(b'{"incidents": [[-1, 7]]}\n{"end": 1, "rows": 1}\n')
    drop(driver, folder / name)
    (told,) = driver.notices.told
    assert told.title == f"Reading “{name}” broke off. Nothing of it was added."
    assert "Everything saved so far is safe. It may be damaged." in told.text
    assert not driver.notices.bugs
    assert not project_of(driver).history()
    assert not list_source_ids(project_of(driver))


def test_bytes_that_are_known_are_recognised(driver: Driver, folder: Path, tmp_path: Path) -> None:
    drop(driver, folder / "a.html")
    copy = tmp_path / "copy.html"
    copy.write_bytes((folder / "a.html").read_bytes())
    drop(driver, copy)
    assert [told.title for told in driver.notices.told] == ["“copy.html” is in the project already."]
    drop(driver, copy, folder / "deep" / "b.txt")
    assert "In the project already (1)\ncopy.html" in summary(driver).text()


def test_import_folder_by_its_key(driver: Driver, folder: Path) -> None:
    driver.notices.answers.paths.append(folder / "deep")
    driver.desk.sources.setFocus()
    driver.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    driver.qtbot.waitUntil(lambda: len(list_source_ids(project_of(driver))) == 1, timeout=PATIENCE_MS)


def test_import_files_by_their_key(driver: Driver, folder: Path) -> None:
    driver.notices.answers.files.append([folder / "a.html"])
    driver.desk.sources.setFocus()
    driver.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    driver.qtbot.waitUntil(lambda: len(list_source_ids(project_of(driver))) == 1, timeout=PATIENCE_MS)


@pytest.mark.parametrize("kind", [IconButton, QPushButton])
def test_import_files_by_a_button_of_the_sources(driver: Driver, folder: Path, kind: type[QAbstractButton]) -> None:
    driver.notices.answers.files.append([folder / "a.html"])
    buttons = driver.desk.sources.source_list.findChildren(kind)
    next(button for button in buttons if button.accessibleName() == "Import files").click()
    driver.qtbot.waitUntil(lambda: len(list_source_ids(project_of(driver))) == 1, timeout=PATIENCE_MS)


def test_files_of_a_file_manager_are_pasted_anywhere(driver: Driver, folder: Path) -> None:
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(folder / "a.html"))])
    QGuiApplication.clipboard().setMimeData(copied)
    driver.desk.chronology.focus_list()
    driver.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    driver.qtbot.waitUntil(lambda: len(list_source_ids(project_of(driver))) == 1, timeout=PATIENCE_MS)


def test_pasted_markup_is_kept_as_the_page_that_it_is(driver: Driver) -> None:
    QGuiApplication.clipboard().setText(news_page())
    driver.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    driver.qtbot.waitUntil(lambda: len(list_source_ids(project_of(driver))) == 1, timeout=PATIENCE_MS)
    card = get_source(project_of(driver), 1)
    assert (card.title, card.captures[0].media_type) == ("Bridge closed after flood", "text/html")


def test_text_of_a_copy_is_taken_anew_from_its_card(driver: Driver, folder: Path) -> None:
    drop(driver, folder / "deep" / "b.txt")
    capture = get_source(project_of(driver), 1).captures[0]
    type_text(project_of(driver), capture.id, "Other words.")
    driver.desk.sources.editor.take_text_requested.emit(capture.id)
    driver.qtbot.waitUntil(lambda: not driver.desk.runner.is_busy, timeout=PATIENCE_MS)
    assert read_capture_text(project_of(driver), capture.id) == "On 4 May 2024 the bridge was closed."


def test_fields_are_confirmed_by_their_key(driver: Driver, folder: Path) -> None:
    drop(driver, folder / "a.html")
    driver.qtbot.waitUntil(lambda: driver.desk.sources.editor.source_id() == 1, timeout=PATIENCE_MS)
    assert "title" in get_source(project_of(driver), 1).unconfirmed
    driver.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert not get_source(project_of(driver), 1).unconfirmed


def test_empty_folder_is_told(driver: Driver, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    drop(driver, tmp_path / "nothing")
    assert [told.text for told in driver.notices.told] == ["Nothing was added."]


def test_cancelled_import_adds_nothing(driver: Driver, folder: Path) -> None:
    driver.window.files_dropped.emit([folder])
    driver.desk.runner.cancel()
    driver.qtbot.waitUntil(lambda: not driver.desk.runner.is_busy, timeout=PATIENCE_MS)
    assert not list_source_ids(project_of(driver))
    assert not driver.notices.told


def test_folder_of_bad_files_leaves_the_window_alive(driver: Driver, tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    for file in planned_files(len(CRAFTED) + 16, 5)[len(CRAFTED) :]:
        harm = file.bad.make(random.Random(file.seed), Lures("", ""))
        (bad / file.name).write_bytes(harm)
    beats: list[int] = []
    heart = QTimer(driver.window, interval=5)
    heart.timeout.connect(lambda: beats.append(1))  # a slot of the test itself
    heart.start()
    drop(driver, bad)
    summary(driver)
    assert len(beats) > 16, "the window stood still while files were read"
    assert not driver.notices.bugs
    heart.stop()

"""Changes of thousands of rows: the window answers while they are made, and all or nothing of them is stored."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.controllers import index_keeper, long_work
from gui.shell.page import Page
from models.drafts import IncidentPatch, SourceDraft
from models.enums import ProblemCode, Status
from models.errors import UserFacingError
from models.snapshots import IncidentFilter
from services import backups, incident_index, journal, live_counts
from services.bin import list_bin
from services.checks import check_project
from services.chronology import get_rows, list_incidents
from services.incidents import delete_incidents
from services.project_files import open_project
from services.sources import add_source, delete_sources, list_source_ids, restore_sources
from tests.driver import PATIENCE_MS, Driver
from tests.gui.window.large import COUNT, Gate, dialog_of, gate_before, ids_of, make_large, wait_until_through
from tests.old_files import make_version_one

OpenWindow = Callable[..., Driver]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """In the middle of undo and redo: some rows are written, others are not."""
    made = gate_before(monkeypatch, journal, "_set_state")
    yield made
    made.opened.set()


@pytest.fixture
def backing_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Before the backup of an older file."""
    made = gate_before(monkeypatch, backups, "back_up_file")
    yield made
    made.opened.set()


@pytest.fixture
def driver(open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Driver:
    monkeypatch.setattr(long_work, "QUICK_ROWS", COUNT - 1)
    return open_window(make_large(tmp_path / "harbour.dateline"))


def shown(driver: Driver) -> int:
    return driver.desk._chronology.shown


def test_undo_and_redo_of_a_large_change_leave_the_window_free(driver: Driver, gate: Gate) -> None:
    driver.press(Qt.Key.Key_Z, CTRL)
    driver.qtbot.waitUntil(gate.entered.is_set, timeout=PATIENCE_MS)
    assert "Undo" in dialog_of(driver).windowTitle()
    assert shown(driver) == COUNT  # nothing is committed yet, and the list is as it was
    gate.opened.set()
    wait_until_through(driver)
    driver.qtbot.waitUntil(lambda: shown(driver) == 0, timeout=PATIENCE_MS)
    driver.press(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    wait_until_through(driver)
    driver.qtbot.waitUntil(lambda: shown(driver) == COUNT, timeout=PATIENCE_MS)
    assert not check_project(driver.desk.session.project).damage


def test_cancelled_undo_leaves_everything_as_it_was(driver: Driver, gate: Gate) -> None:
    project = driver.desk.session.project
    before = (project.history(), get_rows(project, ids_of(driver)))
    driver.press(Qt.Key.Key_Z, CTRL)
    driver.qtbot.waitUntil(gate.entered.is_set, timeout=PATIENCE_MS)
    QTest.keyClick(dialog_of(driver), Qt.Key.Key_Escape)
    assert driver.desk._long_work.is_busy  # until everything is put back
    gate.opened.set()
    wait_until_through(driver)
    assert (project.history(), get_rows(project, ids_of(driver))) == before
    assert not check_project(project).damage


def test_window_that_closes_meanwhile_waits_and_keeps_the_old_state(
    driver: Driver, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = driver.desk.session.project.path
    finish = driver.desk._long_work.finish

    def let_go() -> None:
        driver.desk._long_work._runner.cancel()
        gate.opened.set()
        finish()

    driver.press(Qt.Key.Key_Z, CTRL)
    driver.qtbot.waitUntil(gate.entered.is_set, timeout=PATIENCE_MS)
    monkeypatch.setattr(driver.desk._long_work, "finish", let_go)
    assert driver.desk._projects.leave()
    project = open_project(path)
    assert project.undo_step() is not None
    project.close()


def test_many_incidents_are_edited_and_binned_beside_the_window(driver: Driver) -> None:
    incidents, ids = driver.desk._incidents, ids_of(driver)
    incidents.edit_many(ids, IncidentPatch(status=Status.VERIFIED))
    assert driver.desk._long_work.is_busy
    wait_until_through(driver)
    assert {row.status for row in get_rows(driver.desk.session.project, ids)} == {Status.VERIFIED}
    with driver.qtbot.waitSignal(incidents.incidents_deleted, timeout=PATIENCE_MS) as told:
        incidents.delete(ids)
    assert told.args == [COUNT]
    driver.qtbot.waitUntil(lambda: shown(driver) == 0, timeout=PATIENCE_MS)
    driver.desk.pages._restore([("incident", incident_id) for incident_id in ids])
    driver.qtbot.waitUntil(lambda: shown(driver) == COUNT, timeout=PATIENCE_MS)


def test_what_is_typed_is_stored_before_many_are_changed(driver: Driver) -> None:
    desk, ids = driver.desk, ids_of(driver)
    desk.chronology.select(ids[0])
    desk._workbench.show_inspector()
    desk.inspector.focus_field("title")
    driver.write("!")
    desk._incidents.edit_many(ids, IncidentPatch(status=Status.VERIFIED))
    wait_until_through(driver)
    desk.session.flush()
    assert not driver.notices.told
    (row,) = get_rows(desk.session.project, ids[:1])
    assert "!" in row.title
    assert row.status is Status.VERIFIED


def test_bin_of_both_kinds_is_taken_out_whole(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    project, ids, gate = driver.desk.session.project, ids_of(driver), Gate()
    source_id = add_source(project, SourceDraft(title="Log"))
    delete_incidents(project, ids)
    delete_sources(project, [source_id])

    def wait(*given: object, **named: object) -> None:
        gate.wait()
        restore_sources(*given, **named)  # type: ignore[arg-type]  # what it was called with

    monkeypatch.setattr("gui.controllers.pages_controller.restore_sources", wait)
    driver.desk.pages._restore([*(("incident", found) for found in ids), ("source", source_id)])
    driver.qtbot.waitUntil(gate.entered.is_set, timeout=PATIENCE_MS)
    dialog = driver.desk._long_work._dialog  # the incidents are stored already
    assert dialog is not None
    dialog.reject()
    gate.opened.set()
    wait_until_through(driver)
    assert not list_bin(project)


def test_bin_is_emptied_beside_the_window(driver: Driver) -> None:
    pages, ids = driver.desk.pages, ids_of(driver)
    driver.desk._incidents.delete(ids[:3])
    driver.desk._workbench.show_page(Page.BIN)
    driver.notices.answers.choices.append("yes")
    pages.empty()
    dialog = driver.desk._long_work._dialog  # all other words are indexed anew
    assert dialog is not None
    dialog.reject()
    wait_until_through(driver)
    assert not list_bin(driver.desk.session.project)
    assert len(ids_of(driver)) == COUNT - 3
    assert not driver.notices.answers.choices


def test_many_sources_are_binned_beside_the_window(driver: Driver) -> None:
    ids = [add_source(driver.desk.session.project, SourceDraft(title=f"Log {number}")) for number in range(COUNT)]
    with driver.qtbot.waitSignal(driver.desk._sources.sources_deleted, timeout=PATIENCE_MS) as told:
        driver.desk._sources.delete(ids)
        assert driver.desk._long_work.is_busy
    assert told.args == [COUNT]
    assert not list_source_ids(driver.desk.session.project)


def test_few_incidents_are_changed_at_once(driver: Driver) -> None:
    ids = ids_of(driver)[:5]
    driver.desk._incidents.delete(ids)
    assert not driver.desk._long_work.is_busy
    assert len(ids_of(driver)) == COUNT - 5
    driver.press(Qt.Key.Key_Z, CTRL)
    assert len(ids_of(driver)) == COUNT


def test_refused_large_change_is_told_once_the_worker_is_back(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object) -> object:
        raise UserFacingError(ProblemCode.STALE_ROW, record="incident")

    monkeypatch.setattr(journal, "_set_state", refuse)
    driver.press(Qt.Key.Key_Z, CTRL)
    driver.qtbot.waitUntil(lambda: bool(driver.notices.told), timeout=PATIENCE_MS)
    assert not driver.desk._long_work.is_busy
    assert len(ids_of(driver)) == COUNT


def test_older_file_is_brought_up_to_date_beside_the_window(
    open_window: OpenWindow, tmp_path: Path, backing_up: Gate
) -> None:
    path = make_large(tmp_path / "old.dateline")
    make_version_one(path)
    driver = open_window(path)
    driver.qtbot.waitUntil(backing_up.entered.is_set, timeout=PATIENCE_MS)
    dialog = driver.desk._long_work._dialog
    assert dialog is not None
    assert "up to date" in dialog.windowTitle()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert driver.desk._long_work.is_busy  # this cannot be cancelled
    backing_up.opened.set()
    driver.qtbot.waitUntil(lambda: driver.desk.session.is_open, timeout=PATIENCE_MS)
    driver.qtbot.waitUntil(lambda: shown(driver) == COUNT, timeout=PATIENCE_MS)


def test_window_that_is_closed_meanwhile_lets_go_of_an_older_file(
    open_window: OpenWindow, tmp_path: Path, backing_up: Gate
) -> None:
    path = make_large(tmp_path / "old.dateline")
    make_version_one(path)
    driver = open_window(path)
    driver.qtbot.waitUntil(backing_up.entered.is_set, timeout=PATIENCE_MS)
    backing_up.opened.set()
    driver.window.close()
    driver.qtbot.waitUntil(lambda: not driver.desk._long_work.is_busy, timeout=PATIENCE_MS)
    assert not driver.desk.session.is_open
    project = open_project(path)  # nobody has it open
    assert len(list_incidents(project, IncidentFilter()).ids) == COUNT
    project.close()


def test_older_file_that_is_refused_leaves_the_start_page(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = make_large(tmp_path / "old.dateline")
    make_version_one(path)
    before = path.read_bytes()

    def fail(*_given: object) -> None:
        raise UserFacingError(ProblemCode.DISK_FULL)

    monkeypatch.setattr(backups, "back_up_file", fail)
    driver = open_window(path)
    qtbot.waitUntil(lambda: bool(driver.notices.told), timeout=PATIENCE_MS)
    assert not driver.desk.session.is_open
    assert path.read_bytes() == before
    assert driver.window.start_page.isVisible()


@pytest.mark.parametrize(("few", "many"), [(2, 5), (2, 100), (100, 200)])
def test_numbers_are_true_after_a_change_of_many(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, few: int, many: int
) -> None:
    monkeypatch.setattr(index_keeper, "AT_ONCE", 1)
    for module in (incident_index, live_counts):
        monkeypatch.setattr(module, "FEW", few)
    monkeypatch.setattr(incident_index, "MANY", many)
    incidents, ids = driver.desk._incidents, ids_of(driver)
    incidents.edit_many(ids, IncidentPatch(add_tags=("seen",)))
    wait_until_through(driver)

    def told() -> tuple[int, list[int], int]:
        counts = driver.desk._counts.counts
        return counts.incidents, [tag.incident_count for tag in counts.tags], counts.binned

    driver.qtbot.waitUntil(lambda: told() == (COUNT, [COUNT], 0), timeout=PATIENCE_MS)
    incidents.delete(ids[: COUNT - 10])
    driver.qtbot.waitUntil(lambda: told() == (10, [10], COUNT - 10), timeout=PATIENCE_MS)
    driver.press(Qt.Key.Key_Z, CTRL)
    driver.qtbot.waitUntil(lambda: told() == (COUNT, [COUNT], 0), timeout=PATIENCE_MS)

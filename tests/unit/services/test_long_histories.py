"""Undo and redo of changes that wrote many rows: counted before, told while they run, stopped without a trace."""

import threading
from dataclasses import replace

import pytest

from models.drafts import IncidentDraft, IncidentPatch
from models.enums import Status
from models.snapshots import IncidentFilter
from services import journal, progress
from services.checks import check_project
from services.chronology import get_rows, list_incidents
from services.incidents import add_incident, add_incidents, delete_incidents, edit_incidents, restore_incidents
from services.project import Project

COUNT = 30


class StoppedError(Exception):
    """What a person who pressed Cancel raises."""


class Watch:
    """Keeps what it hears; raises at the report or check of this number."""

    def __init__(self, stop_at: int = -1) -> None:
        self.heard: list[tuple[int, int]] = []
        self._left = stop_at

    def report(self, done: int, total: int = 0) -> None:
        self.heard.append((done, total))
        self.check()

    def check(self) -> None:
        self._left -= 1
        if self._left == 0:
            raise StoppedError


@pytest.fixture(autouse=True)
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "_AT_ONCE", 4)
    monkeypatch.setattr(journal, "_TOLD", 10)
    monkeypatch.setattr(progress, "_TOLD", 10)


@pytest.fixture
def ids(project: Project) -> list[int]:
    return add_incidents(project, [IncidentDraft(title=f"Ship {number}", tags=("port",)) for number in range(COUNT)])


def state(project: Project) -> object:
    listed = list_incidents(project, IncidentFilter()).ids
    rows = [replace(row, version=0) for row in get_rows(project, listed)]
    return rows, [(change.id, change.state) for change in project.history()]


def test_many_rows_of_one_change_go_back_and_forth_in_portions(project: Project, ids: list[int]) -> None:
    edit_incidents(project, ids, IncidentPatch(status=Status.VERIFIED, add_tags=("seen",)))
    after = state(project)
    watch = Watch()
    project.undo(progress=watch)
    assert watch.heard == [(done, 2 * COUNT + 1) for done in range(0, 2 * COUNT + 1, 10)]
    assert {row.status for row in get_rows(project, ids)} == {Status.UNVERIFIED}
    project.redo(progress=watch)
    assert state(project) == after
    assert not check_project(project).damage


@pytest.mark.parametrize("stop_at", [1, 2, 3, 8, 9])
def test_undo_that_is_stopped_anywhere_changes_nothing(project: Project, ids: list[int], stop_at: int) -> None:
    edit_incidents(project, ids, IncidentPatch(status=Status.VERIFIED, add_tags=("seen",)))
    before = state(project)
    with pytest.raises(StoppedError):
        project.undo(progress=Watch(stop_at))
    assert state(project) == before
    with pytest.raises(StoppedError):
        project.jump_to(0, progress=Watch(stop_at))
    assert state(project) == before
    project.undo()
    assert not check_project(project).damage


def test_changes_of_many_that_are_stopped_change_nothing(project: Project, ids: list[int]) -> None:
    before = state(project)
    with pytest.raises(StoppedError):
        edit_incidents(project, ids, IncidentPatch(status=Status.VERIFIED), progress=Watch(3))
    with pytest.raises(StoppedError):
        delete_incidents(project, ids, progress=Watch(4))
    assert state(project) == before
    delete_incidents(project, ids)
    binned = state(project)
    with pytest.raises(StoppedError):
        restore_incidents(project, ids, progress=Watch(2))
    assert state(project) == binned


def test_rows_until_counts_what_a_jump_would_write(project: Project, ids: list[int]) -> None:
    delete_incidents(project, ids[:3])
    newest = project.history()[-1].id
    assert project.rows_until(newest, most=100) == 0
    assert project.rows_until(newest - 1, most=100) == 3
    assert project.rows_until(newest - 2, most=1000) == 3 + 2 * COUNT + 1  # incidents, their tags, one tag
    assert project.rows_until(newest - 2, most=2) >= 2
    project.undo()
    assert project.rows_until(newest, most=100) == 3
    assert project.rows_until(newest - 1, most=100) == 0


def test_reading_waits_for_a_change_that_another_thread_makes(project: Project) -> None:
    """SQLite lets nobody read while pages are written that do not fit into memory, and gives up after some seconds."""

    def patience() -> int:
        with project.read() as connection:
            return int(connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one())

    heard: list[int] = []
    reader = threading.Thread(target=lambda: heard.append(patience()))
    with project._write():
        assert patience() == 3_000
        reader.start()
        reader.join()
    assert heard == [600_000]
    assert patience() == 3_000
    assert add_incident(project, IncidentDraft(title="Ship")) == 1

"""A project whose damage shows after it was opened: it is let go of, told once, and its newest backup is offered."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from gui.controllers import index_keeper
from models.drafts import IncidentDraft
from services.incidents import add_incident
from services.project_files import create_project
from tests.driver import PATIENCE_MS, Driver

OpenWindow = Callable[..., Driver]


def make(path: Path) -> Path:
    project = create_project(path, title="Damaged")
    add_incident(project, IncidentDraft(title="Lamps go out"))
    project.close()
    return path


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def wait_until_told(driver: Driver) -> None:
    driver.qtbot.waitUntil(lambda: bool(driver.notices.told), timeout=PATIENCE_MS)
    assert [told.title for told in driver.notices.told] == ["“damaged.dateline” is damaged and was not opened."]
    assert not driver.desk.session.is_open
    assert driver.window.is_at_start


@pytest.mark.parametrize("at_once", [0, 5_000])
def test_a_value_that_cannot_be_is_told_as_damage(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(index_keeper, "AT_ONCE", at_once)
    path = make(tmp_path / "damaged.dateline")
    run(path, "UPDATE incident SET status = 'hearsay'")
    driver = open_window()
    driver.desk.open(path)
    wait_until_told(driver)


def test_damage_that_nobody_reads_is_found(open_window: OpenWindow, tmp_path: Path) -> None:
    path = make(tmp_path / "damaged.dateline")
    run(path, "INSERT INTO tag (uuid, version, digest, name, colour) VALUES ('x', 1, 0, 'Late', 17)")
    driver = open_window()
    driver.desk.open(path)
    wait_until_told(driver)


def test_a_sound_file_is_checked_and_stays_open(open_window: OpenWindow, tmp_path: Path) -> None:
    driver = open_window()
    driver.desk.open(make(tmp_path / "sound.dateline"))
    driver.qtbot.waitUntil(lambda: driver.desk.session.project.pages.is_done, timeout=PATIENCE_MS)
    assert driver.desk.session.is_open
    assert not driver.notices.told

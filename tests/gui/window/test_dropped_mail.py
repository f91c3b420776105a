"""A message that is dropped on the window."""

from collections.abc import Callable
from pathlib import Path

import pytest

from models.enums import Operation
from services.project import Project
from services.project_files import create_project
from services.source_cards import get_source
from services.sources import list_source_ids
from tests.driver import PATIENCE_MS, Driver
from tests.mail_files import attach, message


@pytest.fixture
def driver(open_window: Callable[..., Driver], tmp_path: Path) -> Driver:
    path = tmp_path / "affair.dateline"
    create_project(path, title="Affair").close()
    return open_window(path)


def project_of(driver: Driver) -> Project:
    return driver.desk.session.project


def drop(driver: Driver, path: Path, sources: int) -> None:
    driver.window.files_dropped.emit([path])
    driver.qtbot.waitUntil(lambda: len(list_source_ids(project_of(driver))) == sources, timeout=PATIENCE_MS)


def test_dropped_message_brings_its_attachments_and_is_shown(driver: Driver, tmp_path: Path) -> None:
    letter = tmp_path / "letter.eml"
    letter.write_bytes(attach(message(), "notes.txt", b"Notes of 4 May", "text/plain").as_bytes())
    drop(driver, letter, 2)
    project = project_of(driver)
    assert [record.operation for record in project.history()][-1] is Operation.IMPORT
    driver.qtbot.waitUntil(lambda: driver.desk.sources.editor.source_id() == 1, timeout=PATIENCE_MS)
    assert get_source(project, 2).note == "Attached to “The bridge”"
    project.undo()
    assert not list_source_ids(project)


def test_dropped_message_without_attachments_is_one_source(driver: Driver, tmp_path: Path) -> None:
    letter = tmp_path / "letter.eml"
    letter.write_bytes(message().as_bytes())
    drop(driver, letter, 1)
    driver.qtbot.waitUntil(lambda: driver.desk.sources.editor.source_id() == 1, timeout=PATIENCE_MS)

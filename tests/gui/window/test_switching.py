"""Another project in the same window: nothing of the one before is left in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.enums import ProblemCode
from models.errors import UserFacingError
from services.project import Project
from services.sample import create_sample
from tests.driver import Driver

OpenWindow = Callable[..., Driver]


@pytest.fixture
def driver(open_window: OpenWindow, tmp_path: Path) -> Driver:
    for name in ("first", "second"):
        create_sample(tmp_path / f"{name}.dateline").close()
    return open_window(tmp_path / "first.dateline")


def click_row(driver: Driver, row: int) -> None:
    view = driver.desk.chronology.view
    place = view.row_rect(row).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_same_row_of_the_next_project_is_shown_when_it_is_clicked(driver: Driver, tmp_path: Path) -> None:
    click_row(driver, 1)
    shown = driver.desk.inspector.incident_id()
    assert shown is not None
    assert driver.desk.open(tmp_path / "second.dateline")
    assert driver.desk.chronology.selected_ids() == []
    assert driver.desk.inspector.incident_id() is None
    click_row(driver, 1)
    assert driver.desk.inspector.incident_id() == shown


def test_next_project_begins_at_its_top_with_no_source_chosen(driver: Driver, tmp_path: Path) -> None:
    view = driver.desk.chronology.view
    driver.desk.chronology.select(view.rows.incident_id_at(view.rows.row_map.row_count - 1))
    sources = driver.desk.sources.source_list
    sources.select(3)
    assert driver.desk.open(tmp_path / "second.dateline")
    assert view.verticalScrollBar().value() == 0
    assert sources.selected_ids() == []


def test_refused_deletion_is_not_told_as_done(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_named: object) -> None:
        raise UserFacingError(ProblemCode.DISK_FULL)

    deleted: list[int] = []
    driver.desk._incidents.incidents_deleted.connect(deleted.append)
    driver.desk._sources.sources_deleted.connect(deleted.append)
    with monkeypatch.context() as patch:
        patch.setattr(Project, "change", refuse)
        driver.desk.chronology.delete_requested.emit([1])
        driver.desk.sources.source_list.delete_requested.emit([1])
    assert deleted == []
    driver.desk.chronology.delete_requested.emit([1])
    assert deleted == [1]

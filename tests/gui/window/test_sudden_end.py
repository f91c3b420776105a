"""The project is closed, another one opened or the file replaced while workers still read and write."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dates import UncertainDate
from services.capture_texts import replace_text
from services.checks import check_project
from services.project_files import create_project, open_project
from services.sources import list_source_ids
from tests.driver import PATIENCE_MS, Driver
from tests.pdf_files import Placed, drawn, paged
from tests.reading_desk import ReadingDesk, add_text, make_harbour

LONG = "On 3 May 2023 the ferry to Lindholm was stopped by the office, and nobody said why. " * 4_000
TURNS = (0, 500)
"""Of the event loop, in which the workers get somewhere."""


@pytest.fixture
def driver(open_window: Callable[..., Driver], tmp_path: Path) -> Driver:
    path = make_harbour(tmp_path / "harbour.dateline")
    project = open_project(path)
    add_text(project, "Long log", LONG, UncertainDate("2024-01-01"))
    project.close()
    return open_window(path)


def start_import(driver: Driver, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(20):
        (folder / f"{number}.txt").write_text(f"Number {number}. {LONG[:2000]}")
    (folder / "a.pdf").write_bytes(paged(drawn([Placed("Harbour")])))
    driver.window.files_dropped.emit([folder])


def start_reading(driver: Driver, _tmp_path: Path) -> None:
    desk = ReadingDesk(driver)
    driver.desk.reading.reader.read(desk.source_id("Long log"))


def start_queue(driver: Driver, _tmp_path: Path) -> None:
    driver.desk.reading.read_proposals_of_all()


def start_extracting(driver: Driver, _tmp_path: Path) -> None:
    desk = ReadingDesk(driver)
    desk.read("Cranes stop")
    with desk.project.read() as connection:
        capture_id = connection.exec_driver_sql("SELECT min(id) FROM capture").scalar_one()
    replace_text(desk.project, capture_id, "Other text, on 4 May 2023 it was.", extractor="x")
    driver.desk.text.extract_again_requested.emit(capture_id)


def turn(turns: int) -> None:
    for _ in range(turns):
        QApplication.processEvents()


STARTS = [start_import, start_reading, start_queue, start_extracting]


@pytest.mark.parametrize("turns", TURNS)
@pytest.mark.parametrize("start", STARTS)
def test_another_project_is_opened_while_workers_work(
    driver: Driver, tmp_path: Path, start: Callable[[Driver, Path], None], turns: int
) -> None:
    create_project(tmp_path / "other.dateline", title="Other").close()
    start(driver, tmp_path)
    turn(turns)
    assert driver.desk.open(tmp_path / "other.dateline")
    turn(TURNS[-1])
    assert list(list_source_ids(driver.desk.session.project)) == []
    assert driver.desk.session.project.history() == ()
    before = open_project(tmp_path / "harbour.dateline")
    assert check_project(before).is_healthy
    assert len(list_source_ids(before)) in (4, 25)
    before.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows replaces no open file")
@pytest.mark.parametrize("start", STARTS)
def test_the_file_is_replaced_while_workers_work(
    driver: Driver, tmp_path: Path, start: Callable[[Driver, Path], None]
) -> None:
    create_project(tmp_path / "other.dateline", title="Other").close()
    start(driver, tmp_path)
    turn(TURNS[-1])
    (tmp_path / "other.dateline").replace(tmp_path / "harbour.dateline")
    turn(TURNS[-1])
    driver.qtbot.waitUntil(lambda: not driver.desk.runner.is_busy, timeout=PATIENCE_MS)
    driver.desk.session.close()
    after = open_project(tmp_path / "harbour.dateline")
    assert check_project(after).is_healthy
    assert list(list_source_ids(after)) == []
    after.close()

"""A project with so many incidents that listing and counting them waits until the window has done what it was asked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from gui.controllers import counts_keeper, index_keeper
from gui.shell.page import Page
from models.drafts import IncidentDraft
from services.incidents import add_incident, delete_incidents
from tests.driver import PATIENCE_MS, Driver
from tests.reading_desk import ReadingDesk, make_harbour

OpenWindow = Callable[..., Driver]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReadingDesk:
    monkeypatch.setattr(index_keeper, "AT_ONCE", 1)
    monkeypatch.setattr(counts_keeper, "PAUSE_MS", 0)
    return ReadingDesk(open_window(make_harbour(tmp_path / "harbour.dateline")))


def wait_for_total(desk: ReadingDesk, total: int) -> None:
    def is_counted() -> bool:
        return desk.driver.desk._counts.counts.incidents == total

    desk.driver.qtbot.waitUntil(is_counted, timeout=PATIENCE_MS)


def test_accepted_proposal_is_listed_and_counted_and_undo_takes_it_back(desk: ReadingDesk) -> None:
    desk.read("Cranes stop")
    before = desk.titles()
    desk.driver.press(Qt.Key.Key_Return)
    (title,) = desk.titles() - before
    wait_for_total(desk, 3)
    assert desk.chronology.select(desk.incident_id(title))
    desk.driver.press(Qt.Key.Key_Z, CTRL)
    wait_for_total(desk, 2)
    assert desk.driver.desk._chronology.shown == 2


def test_incident_is_shown_at_once_though_the_list_is_read_later(desk: ReadingDesk) -> None:
    new_id = add_incident(desk.project, IncidentDraft(title="Lamps go out"))
    desk.driver.desk._chronology.reveal(new_id)
    assert desk.chronology.current_id() == new_id


def test_numbers_follow_the_last_of_several_changes(desk: ReadingDesk) -> None:
    added = [add_incident(desk.project, IncidentDraft(title=f"Lamp {number} goes out")) for number in range(3)]
    desk.driver.desk._counts._count_beside()
    delete_incidents(desk.project, added[:1])
    wait_for_total(desk, 4)
    assert not desk.chronology.select(added[0])
    desk.driver.desk._workbench.show_page(Page.CHRONOLOGY)
    assert "4" in desk.chronology.tools._count.text()


def test_project_is_closed_while_it_is_counted(desk: ReadingDesk) -> None:
    add_incident(desk.project, IncidentDraft(title="Lamps go out"))
    desk.driver.desk._counts._count_beside()
    desk.driver.desk.session.close()
    assert not desk.driver.desk.session.is_open

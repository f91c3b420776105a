"""A project whose incidents are too many to be changed at once, where a test says how many those are."""

import threading
from pathlib import Path
from types import ModuleType

import pytest

from gui.shell.work_dialog import WorkDialog
from models.drafts import IncidentDraft
from models.snapshots import IncidentFilter
from services.chronology import list_incidents
from services.incidents import add_incidents
from services.project_files import create_project
from tests.driver import PATIENCE_MS, Driver

COUNT = 40


class Gate:
    """Lets a worker go on only when the test says so; until then `entered` tells that it waits."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self.opened = threading.Event()

    def wait(self) -> None:
        self.entered.set()
        assert self.opened.wait(PATIENCE_MS / 1000)


def gate_before(monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str) -> Gate:
    """A gate before a function of a module."""
    made, function = Gate(), getattr(module, name)

    def wait(*given: object) -> object:
        made.wait()
        return function(*given)

    monkeypatch.setattr(module, name, wait)
    return made


def make_large(path: Path) -> Path:
    project = create_project(path, title="Harbour")
    add_incidents(project, [IncidentDraft(title=f"Ship {number}") for number in range(COUNT)])
    project.close()
    return path


def wait_until_through(driver: Driver) -> None:
    driver.qtbot.waitUntil(lambda: not driver.desk._long_work.is_busy, timeout=PATIENCE_MS)
    driver.wait_for_window()


def dialog_of(driver: Driver) -> WorkDialog:
    found = driver.dialog(WorkDialog)
    assert isinstance(found, WorkDialog)
    return found


def ids_of(driver: Driver) -> list[int]:
    return list(list_incidents(driver.desk.session.project, IncidentFilter()).ids)

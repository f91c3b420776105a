from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.controllers.questions import Questions
from gui.task_runner import Progress, TaskRunner


class Listener(QObject):
    """Asks, and keeps what it is told."""

    def __init__(self, runner: TaskRunner) -> None:
        super().__init__()
        self.told: list[object] = []
        self.questions = Questions(runner, self)
        self.questions.answered.connect(self.told.append)
        self.questions.failed.connect(self.told.append)


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[TaskRunner]:
    """A worker; bugs in what it does fail the test."""
    bugs: list[Exception] = []
    runner = TaskRunner(bugs.append)
    yield runner
    runner.finish()
    assert not bugs
    runner.deleteLater()


def refuse(_progress: Progress) -> str:
    raise OSError("no such file")


def test_ask_twice_tells_the_newest_answer_only(qtbot: QtBot, runner: TaskRunner) -> None:
    listener, may_end = Listener(runner), Event()
    listener.questions.ask(lambda _progress: f"old {may_end.wait()}")
    listener.questions.ask(lambda _progress: "new")
    may_end.set()
    qtbot.waitUntil(lambda: not runner.is_busy)

    assert listener.told == ["new"]
    assert not listener.questions.is_waiting


def test_drop_tells_neither_answer_nor_fault(qtbot: QtBot, runner: TaskRunner) -> None:
    listener = Listener(runner)
    listener.questions.ask(refuse)
    listener.questions.drop()
    qtbot.waitUntil(lambda: not runner.is_busy)

    assert listener.told == []


def test_fail_tells_the_fault_and_waits_no_longer(qtbot: QtBot, runner: TaskRunner) -> None:
    listener = Listener(runner)
    with qtbot.waitSignal(listener.questions.failed):
        listener.questions.ask(refuse)

    assert [str(error) for error in listener.told] == ["no such file"]
    assert not listener.questions.is_waiting

"""GUI tests run offscreen, without motion, in the program's own fonts and style."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["DATELINE_NO_MOTION"] = "1"

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.dateline_style import use_dateline_style
from gui.fields.date_reader import DateReader
from gui.style import dress
from gui.task_runner import TaskRunner
from gui.theme import LIGHT
from tests.weekdays import read_weekdays


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    """The one application, dressed as in the program (light)."""
    dress(qapp, LIGHT)
    use_dateline_style(qapp)
    yield qapp
    qapp.clipboard().clear()  # what was copied is made by Python, and must not outlive it: the process would crash


@pytest.fixture(autouse=True)
def cleared_screen(qapp: QApplication) -> Iterator[None]:
    """What a test leaves open or pressed (a double click does) would have the keys and the pointer of the next one."""
    yield
    for widget in qapp.topLevelWidgets():
        widget.hide()
    while pressed := qapp.mouseButtons():
        QTest.mouseRelease(QWidget(), next(button for button in Qt.MouseButton if button & pressed))


@pytest.fixture
def date_reader(qapp: QApplication) -> Iterator[DateReader]:
    """Reads weekdays only, on a worker; what goes wrong there fails the test."""
    bugs: list[Exception] = []
    runner = TaskRunner(bugs.append)
    yield DateReader(runner, read_weekdays, runner)
    runner.finish()
    qapp.processEvents()
    assert not bugs
    runner.deleteLater()

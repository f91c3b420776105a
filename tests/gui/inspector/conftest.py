"""An inspector in a window of its own."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from gui.inspector.incident_inspector import IncidentInspector


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def inspector(window: QMainWindow, qtbot: QtBot) -> Iterator[IncidentInspector]:
    pane = IncidentInspector(window)
    window.setCentralWidget(pane)
    window.resize(408, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield pane
    pane.flush()

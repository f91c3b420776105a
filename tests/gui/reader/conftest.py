"""A reader in a window of its own."""

import pytest
from pytestqt.qtbot import QtBot

from gui.fields.date_reader import DateReader
from gui.reader.reader_pane import ReaderPane


@pytest.fixture
def pane(qtbot: QtBot, date_reader: DateReader) -> ReaderPane:
    made = ReaderPane(date_reader)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made

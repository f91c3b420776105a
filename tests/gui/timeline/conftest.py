"""A timeline with two undated incidents beside those that every board has."""

import pytest
from pytestqt.qtbot import QtBot

from gui.timeline.timeline_page import TimelinePage
from tests.gui.timeline.boards import make_page


@pytest.fixture
def page(qtbot: QtBot) -> TimelinePage:
    made = make_page(undated=(8, 9))
    qtbot.addWidget(made)
    return made

"""GUI tests run offscreen, without motion, in the program's own fonts and style."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["DATELINE_NO_MOTION"] = "1"

import pytest
from PySide6.QtWidgets import QApplication

from gui.style import dress
from gui.theme import LIGHT


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The one application, dressed as in the program (light)."""
    dress(qapp, LIGHT)
    return qapp

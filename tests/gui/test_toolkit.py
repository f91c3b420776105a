"""What is asked of PySide6 itself before a new version of it is taken."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 200_000


def test_void_calls_keep_the_count_of_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 loses one reference to None with each such call and aborts on Python 3.11."""
    label = QLabel()
    qtbot.addWidget(label)
    for _ in range(CALLS):
        label.setText("x")
    assert label.text() == "x"

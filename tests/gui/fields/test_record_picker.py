"""Looking for a record: one search per pause, and the choice is always among what fits the words."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.fields.record_picker import PickerItem, RecordPicker

TITLES = ("Harbour fire", "Harbour master's log", "Town council minutes")


class Shelf:
    """Records with the words in their titles, and how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def find(self, text: str) -> Sequence[PickerItem]:
        self.asked.append(text)
        return [PickerItem(n, title, "") for n, title in enumerate(TITLES, start=1) if text.lower() in title.lower()]


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def picker(qtbot: QtBot, shelf: Shelf) -> RecordPicker:
    picker = RecordPicker("Source", "Search", shelf.find)
    qtbot.addWidget(picker)
    picker.show()
    shelf.asked.clear()
    return picker


def test_words_are_looked_up_once_they_are_typed(qtbot: QtBot, picker: RecordPicker, shelf: Shelf) -> None:
    QTest.keyClicks(picker.search, "council")
    qtbot.waitUntil(lambda: picker.list.count() == 1)
    assert shelf.asked == ["council"]


def test_enter_right_after_typing_takes_what_fits_the_words(picker: RecordPicker) -> None:
    QTest.keyClicks(picker.search, "council")
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    item = picker.item()
    assert item is not None
    assert item.title == "Town council minutes"


def test_arrow_right_after_typing_moves_among_what_fits(picker: RecordPicker) -> None:
    QTest.keyClicks(picker.search, "harbour")
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    item = picker.item()
    assert item is not None
    assert item.title == "Harbour master's log"

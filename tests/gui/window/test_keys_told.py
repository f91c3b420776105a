"""What the sheet of keys says of timeline and calendar is what they hear: no more, no less."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.actions import ActionId, Actions, Menu
from gui.calendar.calendar_page import CalendarPage
from gui.calendar.modes import Mode
from gui.filters.loaders import FilterLoaders
from gui.shell.pane_keys import CALENDAR, PANE_KEYS, TIMELINE
from gui.timeline.timeline_page import TimelinePage
from services.periods import Unit
from services.timeline_lanes import LaneBy
from tests.gui.calendar.counting import TODAY, day, rhythm_of, rows
from tests.gui.timeline.boards import make_page

_NONE = Qt.KeyboardModifier.NoModifier
_ALT, _CTRL, _SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_HELD = (_NONE, _ALT, _CTRL, _SHIFT, _ALT | _SHIFT, _CTRL | _SHIFT)
_NAMED = ("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Enter", "Space", "Del", "F2", "F7")
_SIGNS = "+-0123456789[]=_/?abcdefghijklmnopqrstuvwxyz"
_SAME = {"=": "+", "_": "-", **{f"Shift+{sign}": sign for sign in "+-[]"}, "Shift+=": "+", "Shift+_": "-"}
"""Keys that carry the same sign on another keyboard."""
_ELSEWHERE = {"Alt+Up", "Alt+Down"}
"""What the sheet says of the names of lanes."""


@pytest.fixture
def timeline(qtbot: QtBot) -> TimelinePage:
    page = make_page()
    qtbot.addWidget(page)
    page.board.select([2], 2)
    return page


@pytest.fixture
def calendar(qtbot: QtBot) -> CalendarPage:
    page = CalendarPage(rows, FilterLoaders())
    qtbot.addWidget(page)
    page.resize(1100, 600)
    page.show()
    return page


def all_keys() -> Iterator[str]:
    for held in _HELD:
        for key in (*_NAMED, *_SIGNS):
            yield QKeySequence(held.value | QKeySequence(key)[0].key().value).toString()


def press(widget: QWidget, keys: str) -> bool:
    """Whether a key means anything there."""
    combination = QKeySequence(keys)[0]
    key, held = combination.key(), combination.keyboardModifiers()
    is_sign = not held & ~_SHIFT and Qt.Key.Key_Space < key < Qt.Key.Key_Escape
    event = QKeyEvent(QEvent.Type.KeyPress, key, held, chr(key) if is_sign else "")
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def told(heading: str) -> set[str]:
    return {QKeySequence(key).toString() for line in PANE_KEYS[heading] for key in line.keys}


def of_actions(page: QWidget) -> set[str]:
    actions = Actions(page)
    local = [*actions.of_menu(Menu.TIMELINE), actions[ActionId.SHOW_WORDS]]
    return {key.toString() for action in local for key in action.shortcuts()}


def test_sheet_tells_every_key_of_the_timeline(timeline: TimelinePage) -> None:
    said = told(TIMELINE) | of_actions(timeline)
    keys = timeline.canvas.keys
    heard = set()
    for text in all_keys():
        combination = QKeySequence(text)[0]
        key, held = combination.key(), combination.keyboardModifiers()
        is_sign = not held & ~_SHIFT and Qt.Key.Key_Space < key < Qt.Key.Key_Escape
        if keys.wants(QKeyEvent(QEvent.Type.KeyPress, key, held, chr(key) if is_sign else "")):
            heard.add(_SAME.get(text, text))
    assert heard == said - _ELSEWHERE


def test_sheet_tells_every_key_of_the_calendar(calendar: CalendarPage) -> None:
    heard = set()
    for text in all_keys():
        calendar.set_view(Mode.CALENDAR, Unit.DAY, LaneBy.STATUS)
        calendar.show_rhythm(rhythm_of(Unit.DAY), TODAY)
        calendar.heat.select(day("2024-01-20"))
        calendar.heat.setFocus()
        if press(calendar.heat, text):
            heard.add(_SAME.get(text, text))
    assert heard == told(CALENDAR)

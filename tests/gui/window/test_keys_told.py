"""What the sheet of keys says of timeline and calendar is what they hear: no more, no less."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
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
_K = Qt.Key
_NAMED = (
    *(_K.Key_Left, _K.Key_Right, _K.Key_Up, _K.Key_Down, _K.Key_Home, _K.Key_End, _K.Key_PageUp, _K.Key_PageDown),
    *(_K.Key_Enter, _K.Key_Space, _K.Key_Delete, _K.Key_F2, _K.Key_F7),
)
_SIGNS = tuple(map(Qt.Key, map(ord, "+-0123456789[]=_/?ABCDEFGHIJKLMNOPQRSTUVWXYZ")))
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


def all_keys() -> Iterator[tuple[str, QKeyEvent]]:
    """Each key with each of the others held, as the sheet writes it and as a press of it."""
    for held in _HELD:
        for key in (*_NAMED, *_SIGNS):
            text = QKeySequence(QKeyCombination(held, key)).toString()
            sign = chr(key.value) if key in _SIGNS and not held & ~_SHIFT else ""
            yield _SAME.get(text, text), QKeyEvent(QEvent.Type.KeyPress, key, held, sign)


def told(heading: str) -> set[str]:
    return {QKeySequence(key).toString() for line in PANE_KEYS[heading] for key in line.keys}


def of_actions(page: QWidget) -> set[str]:
    actions = Actions(page)
    local = [*actions.of_menu(Menu.TIMELINE), actions[ActionId.SHOW_WORDS]]
    return {key.toString() for action in local for key in action.shortcuts()}


def test_sheet_tells_every_key_of_the_timeline(timeline: TimelinePage) -> None:
    said = told(TIMELINE) | of_actions(timeline)
    heard = {text for text, press in all_keys() if timeline.canvas.keys.wants(press)}
    assert heard == said - _ELSEWHERE


def test_sheet_tells_every_key_of_the_calendar(calendar: CalendarPage) -> None:
    heard = set()
    for text, press in all_keys():
        calendar.set_view(Mode.CALENDAR, Unit.DAY, LaneBy.STATUS)
        calendar.show_rhythm(rhythm_of(Unit.DAY), TODAY)
        calendar.heat.select(day("2024-01-20"))
        calendar.heat.setFocus()
        QApplication.sendEvent(calendar.heat, press)
        if press.isAccepted():
            heard.add(text)
    assert heard == told(CALENDAR)

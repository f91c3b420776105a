"""What a screen reader is told of the timeline: what is chosen, when it is chosen and when its words change."""

from array import array
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dates import UncertainDate
from gui.timeline import timeline_page
from gui.timeline.timeline_page import TimelinePage
from services.captions import Caption
from services.incident_flags import Flag
from services.timeline_lanes import LinkColumns
from tests.gui.listener import Listener
from tests.gui.timeline.boards import make_lanes

FIRST = "Incident 1, 5 January 2024. Reported. Base."


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Listener:
    made = Listener()
    monkeypatch.setattr(timeline_page, "QAccessible", made)
    return made


def test_description_follows_the_selection(page: TimelinePage) -> None:
    QTest.keyClick(page.canvas, Qt.Key.Key_BracketRight)
    assert page.canvas.accessibleDescription() == FIRST
    page.board.select([1, 2, 8], 2)
    assert page.canvas.accessibleDescription().startswith("3 incidents selected. Incident 2, 12 January 2024.")
    page.board.select([8], 8)
    assert page.canvas.accessibleDescription() == "Incident 8, undated."
    page.board.select([])
    assert page.canvas.accessibleDescription() == "Nothing selected"


def test_description_follows_the_words(page: TimelinePage, monkeypatch: pytest.MonkeyPatch) -> None:
    page.board.select([1], 1)
    told = Caption("Renamed", UncertainDate("2024-01-06"))
    monkeypatch.setattr(page.source.captions, "_read", lambda ids: dict.fromkeys(ids, told))
    page.forget_captions([2])
    assert page.canvas.accessibleDescription() == FIRST
    page.forget_captions([1, 2])
    assert page.canvas.accessibleDescription() == "Renamed, 6 January 2024. Reported. Base."


def test_description_says_what_signs_and_arrows_say(page: TimelinePage) -> None:
    lanes = make_lanes()
    marks = replace(lanes.lanes[0].marks, flags=bytes([Flag.UNCITED | Flag.MARKED, 0, 0]))
    ids, kinds = array("q", [1, 2]), bytes(2)
    links = LinkColumns(ids, array("q", [1, 4]), array("q", [2, 1]), kinds, array("q", [0, 0]), array("q", [1, 1]))
    shown = (replace(lanes.lanes[0], marks=marks), *lanes.lanes[1:])
    page.show_lanes(replace(lanes, lanes=shown, links=links))
    page.board.select([1], 1)
    assert page.canvas.accessibleDescription() == f"{FIRST} 2 links. No citation. Marked as key."


def test_incident_is_announced_where_the_keyboard_is_on_the_canvas(page: TimelinePage, listener: Listener) -> None:
    page.shelf.setFocus()
    page.board.select([2], 2)
    assert not listener.heard
    page.canvas.setFocus()
    page.board.select([1], 1)
    QTest.keyClick(page.canvas, Qt.Key.Key_BracketRight)
    assert listener.heard == [FIRST, "Incident 4, 8 January 2024. Reported. Capital."]

"""The frame of words of which one is chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.fields.segment_bar import Segment, SegmentBar


@pytest.fixture
def bar(qtbot: QtBot) -> SegmentBar:
    made = SegmentBar("Scale", [Segment("year", "Years", "Alt+1"), Segment("month", "Months"), Segment("day", "Days")])
    qtbot.addWidget(made)
    made.show()
    return made


def test_click_chooses_and_announces_once(qtbot: QtBot, bar: SegmentBar) -> None:
    with qtbot.waitSignal(bar.choice_made) as chosen:
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.segment_rect("day").center().toPoint())
    assert chosen.args == ["day"]
    assert bar.accessibleName() == "Scale: Days"
    with qtbot.assertNotEmitted(bar.choice_made):
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.segment_rect("day").center().toPoint())


def test_arrows_choose_and_stop_at_the_ends(qtbot: QtBot, bar: SegmentBar) -> None:
    with qtbot.waitSignal(bar.choice_made) as chosen:
        QTest.keyClick(bar, Qt.Key.Key_Right)
    assert chosen.args == ["month"]
    bar.choose("day")
    with qtbot.assertNotEmitted(bar.choice_made):
        QTest.keyClick(bar, Qt.Key.Key_Right)


def test_short_segments_keep_their_words_in_tips(bar: SegmentBar) -> None:
    wide = bar.width()
    bar.set_short(True)
    assert bar.width() < wide
    assert bar.tip_of(0) == "Years (Alt+1)"
    assert bar.tip_of(1) == "Months"


def test_choosing_by_program_announces_nothing(qtbot: QtBot, bar: SegmentBar) -> None:
    with qtbot.assertNotEmitted(bar.choice_made):
        bar.choose("month")
    assert bar.value() == "month"

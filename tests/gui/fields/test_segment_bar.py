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


def test_arrows_pass_over_what_cannot_be_chosen(qtbot: QtBot, bar: SegmentBar) -> None:
    bar.set_reason("month", "Nothing to show by month")
    with qtbot.waitSignal(bar.choice_made) as chosen:
        QTest.keyClick(bar, Qt.Key.Key_Right)
    assert chosen.args == ["day"]
    assert "Nothing to show by month" in bar.tip_of(1)
    assert bar.tip_of(0) == "Years (Alt+1)"


def test_choosing_by_program_announces_nothing(qtbot: QtBot, bar: SegmentBar) -> None:
    with qtbot.assertNotEmitted(bar.choice_made):
        bar.choose("month")
    assert bar.value() == "month"

"""Since when a change counts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.filters.changed_popup import ChangedPopup
from gui.filters.choice_list import ChoiceList
from models.enums import ChangedWithin


@pytest.fixture
def anchor(qtbot: QtBot) -> QWidget:
    made = QLabel("anchor")
    qtbot.addWidget(made)
    made.show()
    return made


def _open(anchor: QWidget, since: str = "") -> ChangedPopup:
    popup = ChangedPopup(since, anchor)
    popup.open_under(anchor)
    return popup


@pytest.mark.parametrize(
    ("place", "span"), [(0, ChangedWithin.TODAY), (1, ChangedWithin.WEEK), (2, ChangedWithin.MONTH)]
)
def test_a_span_is_taken_at_once(qtbot: QtBot, anchor: QWidget, place: int, span: ChangedWithin) -> None:
    popup = _open(anchor)
    with qtbot.waitSignal(popup.since_chosen) as chosen:
        popup.findChildren(ChoiceList)[0].step_to(place)
        QTest.keyClick(popup.findChildren(ChoiceList)[0], Qt.Key.Key_Return)
    assert chosen.args == [span.value]


def test_a_day_is_read_as_it_is_typed(qtbot: QtBot, anchor: QWidget) -> None:
    popup = _open(anchor)
    field = popup.findChildren(QLineEdit)[0]
    show = next(button for button in popup.findChildren(QPushButton) if button.text().startswith("Show"))
    for words in ("", "soon", "January 2024", "before 20 Jan 2024"):
        field.setText(words)
        assert not show.isEnabled(), words
    field.setText("20 Jan 2024")
    with qtbot.waitSignal(popup.since_chosen) as chosen:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == ["2024-01-20"]


def test_what_is_chosen_is_shown_and_can_be_cleared(qtbot: QtBot, anchor: QWidget) -> None:
    assert _open(anchor, ChangedWithin.WEEK).findChildren(ChoiceList)[0].currentIndex().row() == 1
    popup = _open(anchor, "2024-01-20")
    assert popup.findChildren(QLineEdit)[0].text() == "20 Jan 2024"
    clear = next(button for button in popup.findChildren(QPushButton) if button.text() == "Clear")
    with qtbot.waitSignal(popup.since_chosen) as chosen:
        clear.click()
    assert chosen.args == [""]

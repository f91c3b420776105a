"""The list to choose from: ticks, words to narrow it, thousands of records, keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.filters.choice_popup import ChoicePopup
from gui.filters.choices import Choice, FixedChoices, RecordChoices
from gui.filters.filter_kinds import FilterKind
from gui.theme import LIGHT
from tests.gui.filters.offers import Offers, click_line, lines_of

FEW = FixedChoices([Choice("a", "Alpha"), Choice("b", "Beta")])


@pytest.fixture
def anchor(qtbot: QtBot) -> QWidget:
    made = QLabel("anchor")
    qtbot.addWidget(made)
    made.show()
    return made


def _many(count: int) -> Offers:
    return Offers(sources={number: f"Report {number:05}" for number in range(1, count + 1)})


def _open(anchor: QWidget, offers: Offers, ticked: frozenset[object] = frozenset()) -> ChoicePopup:
    popup = ChoicePopup(FilterKind.SOURCE, "Find source…", anchor)
    popup.offer(RecordChoices(FilterKind.SOURCE, offers.loaders(), LIGHT), ticked)
    popup.open_under(anchor)
    return popup


def _field(popup: ChoicePopup) -> QLineEdit:
    return popup.findChildren(QLineEdit)[0]


def test_only_lines_on_screen_are_read(anchor: QWidget) -> None:
    offers = _many(20_000)
    popup = _open(anchor, offers)
    popup.grab()
    assert 0 < offers.named <= 80


def test_scrolling_to_the_end_brings_more_lines(qtbot: QtBot, anchor: QWidget) -> None:
    popup = _open(anchor, _many(1_200))
    view = popup.findChildren(QListView)[0]
    bar, model = view.verticalScrollBar(), view.model()
    told = model.rowCount()
    assert told < 1_200
    for _ in range(3):
        bar.setValue(bar.maximum())
        qtbot.waitUntil(lambda: bar.value() < bar.maximum() or model.rowCount() == 1_200)
    assert lines_of(popup)[-1] == "Report 01200"


def test_ticked_ones_stand_first_and_stay_ticked_while_the_list_is_narrowed(qtbot: QtBot, anchor: QWidget) -> None:
    popup = _open(anchor, _many(40), frozenset({30}))
    assert lines_of(popup)[:2] == ["Report 00030", "Report 00001"]
    QTest.keyClicks(_field(popup), "0004")
    assert lines_of(popup) == ["Report 00004", "Report 00040"]
    with qtbot.waitSignal(popup.choices_changed) as changed:
        click_line(popup, "Report 00040")
    assert changed.args == [FilterKind.SOURCE, frozenset({30, 40})]


def test_arrows_and_enter_choose_while_the_field_keeps_the_keyboard(qtbot: QtBot, anchor: QWidget) -> None:
    popup = _open(anchor, _many(20))
    field = _field(popup)
    QTest.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(popup.choices_changed) as changed:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert changed.args[1] == {2}
    with qtbot.waitSignal(popup.choices_changed) as changed:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert changed.args[1] == frozenset()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_words_that_match_nothing_say_so(anchor: QWidget) -> None:
    popup = _open(anchor, _many(20))
    QTest.keyClicks(_field(popup), "zzz")
    assert lines_of(popup) == []
    assert any(label.text() == "Nothing matches." and label.isVisible() for label in popup.findChildren(QLabel))


def test_a_short_list_needs_no_field_and_space_ticks(qtbot: QtBot, anchor: QWidget) -> None:
    popup = ChoicePopup("letters", "Letter", anchor)
    popup.offer(FEW)
    popup.open_under(anchor)
    assert not _field(popup).isVisible()
    view = popup.findChildren(QListView)[0]
    with qtbot.waitSignal(popup.choices_changed) as changed:
        QTest.keyClick(view, Qt.Key.Key_Space)
    assert changed.args == ["letters", frozenset({"a"})]


def test_all_ticks_can_be_taken_away_at_once(qtbot: QtBot, anchor: QWidget) -> None:
    popup = ChoicePopup("letters", "Letter", anchor)
    popup.offer(FEW, {"a", "b"})
    popup.open_under(anchor)
    clear = next(button for button in popup.findChildren(QPushButton) if button.isVisible())
    with qtbot.waitSignal(popup.choices_changed) as changed:
        clear.click()
    assert changed.args == ["letters", frozenset()]


def test_typed_words_can_be_taken_where_they_are_not_listed(qtbot: QtBot, anchor: QWidget) -> None:
    popup = ChoicePopup("letters", "Letter", anchor, single=True, free_text="New letter “{text}”")
    popup.offer(FEW)
    popup.open_under(anchor)
    QTest.keyClicks(_field(popup), "alpha")
    assert lines_of(popup) == ["Alpha"]
    QTest.keyClicks(_field(popup), "bet")
    assert lines_of(popup) == ["New letter “alphabet”"]
    with qtbot.waitSignal(popup.choice_made) as made:
        QTest.keyClick(_field(popup), Qt.Key.Key_Return)
    assert made.args == ["letters", "alphabet"]

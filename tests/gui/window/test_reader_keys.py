"""The keys of the reader in the whole window, where other things have keys too."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.reader.passage_card import PassageCard
from gui.reader.today_popup import TodayPopup
from gui.sources.sources_panel import Mode
from tests.driver import Driver
from tests.reading_desk import ARTICLE, QUOTED, ReadingDesk, make_harbour

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(open_window: Callable[..., Driver], tmp_path: Path, qtbot: QtBot) -> ReadingDesk:
    made = ReadingDesk(open_window(make_harbour(tmp_path / "harbour.dateline")))
    made.read("Cranes stop")
    qtbot.waitUntil(lambda: not made.text.text.is_reading)
    return made


def test_find_is_opened_stepped_through_and_closed(desk: ReadingDesk) -> None:
    driver, bar = desk.driver, desk.text.find_bar
    driver.press(Qt.Key.Key_F, CTRL)
    assert driver.focus() is bar.line
    QTest.keyClicks(bar.line, "on")
    first = desk.text.text.textCursor().position()
    driver.press(Qt.Key.Key_F3)
    second = desk.text.text.textCursor().position()
    driver.press(Qt.Key.Key_F3, SHIFT)
    assert first == desk.text.text.textCursor().position() != second
    driver.press(Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert desk.sources.mode is Mode.READ
    driver.press(Qt.Key.Key_F, CTRL)
    desk.text.focus_text()
    driver.press(Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert desk.text.text.hasFocus()


def test_cards_are_opened_and_closed_before_the_window_goes_back(desk: ReadingDesk) -> None:
    driver, text = desk.driver, desk.text.text
    driver.press(Qt.Key.Key_F8)
    assert text.open_mark() is not None
    driver.press(Qt.Key.Key_Escape)
    assert text.open_mark() is None
    driver.press(Qt.Key.Key_F7)
    assert text.textCursor().position() == ARTICLE.index(QUOTED)
    card = driver.window.findChild(PassageCard)
    assert isinstance(card, PassageCard)
    assert card.isVisible()
    driver.press(Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert not text.walked
    assert desk.sources.mode is Mode.READ
    assert text.hasFocus()


def test_size_and_today_have_keys(desk: ReadingDesk) -> None:
    driver = desk.driver
    driver.press(Qt.Key.Key_Plus, CTRL)
    driver.press(Qt.Key.Key_Plus, CTRL)
    driver.press(Qt.Key.Key_Minus, CTRL)
    assert desk.text.text.text_size == 18
    driver.press(Qt.Key.Key_0, CTRL)
    assert desk.text.text.text_size == 17
    driver.press(Qt.Key.Key_T, CTRL)
    popup = desk.text.findChild(TodayPopup)
    assert isinstance(popup, TodayPopup)
    popup.close()


def test_enter_on_cited_words_shows_their_incident(desk: ReadingDesk, qtbot: QtBot) -> None:
    desk.driver.press(Qt.Key.Key_F7)
    with qtbot.waitSignal(desk.text.passage_opened):
        desk.driver.press(Qt.Key.Key_Return)
    assert desk.chronology.isVisible()
    assert "Pumps are ordered" in desk.titles()

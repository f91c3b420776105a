"""The command palette finds actions by a few letters, and incidents and sources by title."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.actions import Actions
from gui.shell.command_palette import INCIDENT, CommandPalette, Jump
from gui.shell.fuzzy import fuzzy_score
from gui.shell.keys_sheet import KeysSheet


def find_jumps(text: str, limit: int) -> Sequence[Jump]:
    jumps = [Jump(INCIDENT, 7, "Fire in the harbour", "3 May 2024"), Jump("source", 9, "Harbour log", "")]
    return [jump for jump in jumps if text.lower() in jump.title.lower()][:limit]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


@pytest.fixture
def palette(window: QWidget) -> CommandPalette:
    actions = Actions(window)
    actions.update_needs(project=True, writable=True, incident=True)
    opened = CommandPalette(actions.all(), find_jumps, window)
    opened.open_over(window)
    return opened


def test_letters_choose_an_action(palette: CommandPalette, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.field, "expo")
    with qtbot.waitSignal(palette.action_chosen) as chosen:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen.args is not None
    action = chosen.args[0]
    assert isinstance(action, QAction)
    assert action.objectName() == "export"


def test_arrows_move_while_typing_goes_on(palette: CommandPalette) -> None:
    first = palette.list.current()
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    second = palette.list.current()
    assert first != second
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.current() == first


def test_titles_are_reached_too(palette: CommandPalette, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.field, "fire in")
    qtbot.waitUntil(lambda: palette.list.current() is not None)
    with qtbot.waitSignal(palette.jump_chosen) as chosen:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen.args == [INCIDENT, 7]


def test_disabled_actions_are_left_out(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    palette = CommandPalette(Actions(window).all(), find_jumps, window)
    titles = [palette.list.model().index(row, 0).data() for row in range(palette.list.model().rowCount())]
    assert "Open" in titles
    assert "Export" not in titles


@pytest.mark.parametrize(
    ("better", "worse", "wanted"),
    [("New incident", "Continue", "ni"), ("Export", "Next", "ex"), ("Save a copy", "Search", "sac")],
)
def test_word_beginnings_score_higher(better: str, worse: str, wanted: str) -> None:
    best = fuzzy_score(wanted, better)
    assert best is not None
    assert best > (fuzzy_score(wanted, worse) or 0)


def test_scattered_letters_are_no_match() -> None:
    assert fuzzy_score("xyz", "Export") is None
    assert fuzzy_score("", "Export") == 0


def test_sheet_of_keys_names_every_key(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window)
    sheet = KeysSheet(actions, window)
    shown = {child.accessibleName() for child in sheet.findChildren(QWidget)}
    keys = {key.toString(key.SequenceFormat.NativeText) for action in actions.all() for key in action.shortcuts()}
    assert keys <= shown

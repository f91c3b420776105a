"""The table of actions is complete, free of clashes, and follows what is there."""

from collections import Counter

from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from gui.actions import TABLE, ActionId, Actions, is_single_key
from gui.icons import pixmap
from gui.shell.menus import _ORDER
from gui.theme import LIGHT


def test_every_action_has_one_line() -> None:
    assert Counter(spec.id for spec in TABLE) == Counter(ActionId)


def test_keys_do_not_clash() -> None:
    keys = Counter(key for spec in TABLE if not spec.local for key in spec.keys)
    assert [key for key, uses in keys.items() if uses > 1] == []


def test_keys_are_understood() -> None:
    assert all(not QKeySequence(key).isEmpty() for spec in TABLE for key in spec.keys)


def test_icons_exist(qtbot: QtBot) -> None:
    assert all(not pixmap(spec.icon, LIGHT).isNull() for spec in TABLE if spec.icon)


def test_every_action_is_in_one_menu() -> None:
    listed = Counter(action for order in _ORDER.values() for action in order if action is not None)
    assert listed == Counter(set(ActionId) - {ActionId.SHOW_MENU})


def test_facts_enable_and_tooltips_say_why_not(qtbot: QtBot) -> None:
    actions = Actions()
    assert not actions[ActionId.CITE].isEnabled()
    assert "Select an incident" in actions[ActionId.CITE].toolTip()
    actions.update_needs(project=True, incident=True, writable=True)
    assert actions[ActionId.CITE].isEnabled()
    assert actions[ActionId.CITE].toolTip() == "Add citation (C)"
    actions.update_needs(writable=False)
    assert not actions[ActionId.CITE].isEnabled()


def test_new_incident_needs_no_project(qtbot: QtBot) -> None:
    actions = Actions()
    assert actions[ActionId.NEW_INCIDENT].isEnabled()


def test_single_keys_can_be_turned_off(qtbot: QtBot) -> None:
    actions = Actions()
    actions.use_single_keys(False)
    assert actions[ActionId.NEW_INCIDENT].shortcuts() == []
    assert actions[ActionId.EDIT].shortcuts() == [QKeySequence("F2")]
    actions.use_single_keys(True)
    assert actions[ActionId.NEW_INCIDENT].shortcut() == QKeySequence("N")


def test_single_keys_are_letters_with_or_without_shift() -> None:
    assert is_single_key("N")
    assert is_single_key("Shift+N")
    assert not is_single_key("Ctrl+N")
    assert not is_single_key("F6")

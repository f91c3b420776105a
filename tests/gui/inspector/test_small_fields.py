"""Chips, people, the bar of the body, read by keyboard and mouse; and the switch between light and dark."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.fields.suggest_field import LineEdit
from gui.inspector.body_editor import BodyEditor
from gui.inspector.chip_field import Chip, ChipField
from gui.inspector.role_rows import RoleRow, RolesField
from gui.style import dress
from gui.theme import DARK, LIGHT
from models.drafts import RoleDraft
from models.enums import EntityKind
from models.snapshots import EntityCard


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    window.resize(380, 400)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.hide()


@pytest.fixture
def chips(host: QWidget) -> ChipField:
    field = ChipField("tags", "Tags", "Add a tag", host)
    field.resize(300, 120)
    field.box.set_choices({"Roads": 1, "Water": 2})
    field.show()
    return field


def words(field: ChipField) -> list[Chip]:
    return [chip for chip in field.findChildren(Chip) if chip.isVisible()]


def test_known_word_is_taken_in_its_own_spelling_and_once(chips: ChipField) -> None:
    chips.box.edit.setFocus()
    QTest.keyClicks(chips.box.edit, "roads,ROADS,new one,")
    assert chips.value() == ("Roads", "new one")


def test_suggestions_close_when_a_known_word_was_typed(chips: ChipField, qtbot: QtBot) -> None:
    chips.box.edit.setFocus()
    QTest.keyClicks(chips.box.edit, "roads")
    popup = chips.box.edit.completer().popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert chips.value() == ("Roads",)
    assert not popup.isVisible()


def test_chips_are_walked_and_removed_by_key(chips: ChipField, qtbot: QtBot) -> None:
    chips.show_value(("Roads", "Water", "Bridges"))
    chips.box.edit.setFocus()
    QTest.keyClick(chips.box.edit, Qt.Key.Key_Left)
    third = QApplication.focusWidget()
    assert isinstance(third, Chip)
    QTest.keyClick(third, Qt.Key.Key_Left)
    second = QApplication.focusWidget()
    assert isinstance(second, Chip)
    with qtbot.waitSignal(chips.chosen):
        QTest.keyClick(second, Qt.Key.Key_Delete)
    assert chips.value() == ("Roads", "Bridges")
    QTest.keyClick(QApplication.focusWidget() or chips, Qt.Key.Key_Right)
    assert chips.box.edit.hasFocus()


def test_cross_removes_a_chip_by_mouse(chips: ChipField, qtbot: QtBot) -> None:
    chips.show_value(("Roads",))
    (chip,) = words(chips)
    chip.resize(chip.sizeHint())
    with qtbot.waitSignal(chips.chosen):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 8, chip.height() // 2))
    assert chips.value() == ()


@pytest.fixture
def roles(host: QWidget) -> RolesField:
    field = RolesField(host)
    field.resize(360, 200)
    field.set_entities([EntityCard(1, 1, EntityKind.ORGANISATION, "River Board")])
    field.show()
    return field


def rows(field: RolesField) -> list[RoleRow]:
    return [row for row in field.findChildren(RoleRow) if row.isVisible()]


def test_known_name_brings_its_kind(roles: RolesField, qtbot: QtBot) -> None:
    roles.add_row()
    (row,) = rows(roles)
    row.name.setText("River Board")
    with qtbot.waitSignal(roles.chosen):
        row.name.suggestion_taken.emit("River Board")
    assert roles.value() == (RoleDraft(kind=EntityKind.ORGANISATION, name="River Board"),)


def test_row_without_a_name_does_not_count_and_goes_quietly(roles: RolesField, qtbot: QtBot) -> None:
    roles.add_row()
    (row,) = rows(roles)
    assert roles.value() == ()
    with qtbot.assertNotEmitted(roles.chosen):
        row.remove.click()
    assert rows(roles) == []


def test_removed_row_is_a_choice(roles: RolesField, qtbot: QtBot) -> None:
    ada, board = (RoleDraft(kind=EntityKind.PERSON, name=name) for name in ("Ada", "Board"))
    roles.show_value((ada, board))
    with qtbot.waitSignals([roles.chosen, roles.count_changed]):
        rows(roles)[0].remove.click()
    assert roles.value() == (board,)


def test_restore_brings_back_rows_that_could_not_be_stored(roles: RolesField) -> None:
    raw = ((EntityKind.THING, "x" * 5_000, "seen"),)
    roles.restore(raw)
    assert roles.text() == raw


@pytest.fixture
def body(host: QWidget) -> BodyEditor:
    field = BodyEditor(host)
    field.resize(360, 300)
    field.show()
    field.show_value("one two")
    field.focus_in()
    return field


def test_bar_shows_while_writing_and_says_what_is_at_the_cursor(body: BodyEditor, host: QWidget) -> None:
    other = QWidget(host)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    assert body._bar.isVisible()
    body._bar.buttons["numbers"].click()
    assert body.value() == "1. one two"
    assert body._bar.buttons["numbers"].isChecked()
    other.setFocus()
    assert not body._bar.isVisible()


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("example.org/a", "see [two](https://example.org/a)"), ("javascript:x y", "see two"), ("", "see two")],
)
def test_link_is_typed_in_the_bar(body: BodyEditor, typed: str, stored: str) -> None:
    body.show_value("see two")
    body.focus_in()
    body._bar.ask_address()
    QTest.keyClicks(body._bar.address, typed)
    QTest.keyClick(body._bar.address, Qt.Key.Key_Return)
    assert body.value() == stored
    assert body._bar.address.isVisible() == ("javascript" in typed)


def test_theme_switch_recolours_what_is_shown(body: BodyEditor, chips: ChipField, qapp: QApplication) -> None:
    sheet, palette = qapp.styleSheet(), qapp.palette()
    try:
        body.show_value("[a](https://a.b)[^1]")
        for theme in (DARK, LIGHT):
            dress(qapp, theme)
            QApplication.processEvents()
            assert body.text_field.marks.colour == theme.accent
            assert body.value() == "[a](https://a.b)[^1]"
    finally:
        qapp.setStyleSheet(sheet)
        qapp.setPalette(palette)


def test_long_line_shows_its_beginning_once_it_is_left(qtbot: QtBot) -> None:
    field = LineEdit("Web address")
    qtbot.addWidget(field)
    field.setText("https://example.org/" + "long/" * 40)
    assert field.cursorPosition() == len(field.text())
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert field.cursorPosition() == 0

"""History, bin, people and places, and the small dialogs."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.shell.bin_page import BinPage
from gui.shell.entities_page import EntitiesPage
from gui.shell.history_page import HistoryPage
from gui.shell.name_dialogs import NameDialog, TagDialog
from gui.shell.project_dialogs import NewProjectDialog, ProjectDialog, file_name_for
from models.changes import ChangeRecord, RecordKind
from models.enums import ChangeState, EntityKind, Operation
from models.snapshots import BinRow, EntityCard, ProjectCard
from tests.fakes import FakeNotices

AT = "2026-11-22T14:03:00Z"


def record(change_id: int, state: ChangeState) -> ChangeRecord:
    return ChangeRecord(change_id, Operation.EDIT_INCIDENT, "date", RecordKind.INCIDENT, "Fire", 1, AT, state)


def test_history_goes_back_and_forward_but_not_to_now(qtbot: QtBot) -> None:
    page = HistoryPage()
    qtbot.addWidget(page)
    states = (ChangeState.APPLIED, ChangeState.APPLIED, ChangeState.UNDONE, ChangeState.ABANDONED)
    page.show_history([record(number, state) for number, state in enumerate(states, start=1)])
    titles = [page.list.model().index(row, 0).data() for row in range(page.list.model().rowCount())]
    assert titles.count("Edit date of “Fire”") == 3
    jumps: list[int] = []
    page.jump_requested.connect(jumps.append)
    for row in range(4):
        page.list.select_row(row)
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert set(jumps) == {3, 1}


def test_home_goes_to_the_newest_change_and_not_to_its_day(qtbot: QtBot) -> None:
    page = HistoryPage()
    qtbot.addWidget(page)
    page.show_history([record(number, ChangeState.APPLIED) for number in (1, 2, 3)])
    QTest.keyClick(page.list, Qt.Key.Key_End)
    QTest.keyClick(page.list, Qt.Key.Key_Home)
    line = page.list.current()
    assert line is not None
    assert line.key == 3
    assert page.list.selected() == [line]


def test_history_stands_at_a_change_that_cannot_be_undone(qtbot: QtBot) -> None:
    page = HistoryPage()
    qtbot.addWidget(page)
    for states, now in (
        ((ChangeState.APPLIED, ChangeState.FINAL), 2),
        ((ChangeState.APPLIED, ChangeState.UNDONE, ChangeState.FINAL), 1),
    ):
        page.show_history([record(number, state) for number, state in enumerate(states, start=1)])
        lines = [page.list._model.line(row) for row in range(page.list.model().rowCount())]
        assert [line.key for line in lines if line.is_current] == [now]


def test_bin_restores_what_is_selected(qtbot: QtBot) -> None:
    page = BinPage()
    qtbot.addWidget(page)
    page.show_rows([BinRow("incident", 4, "Fire", AT, 2), BinRow("source", 9, "Log", AT, 0)])
    page.list.selectAll()
    with qtbot.waitSignal(page.restore_requested) as restored:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert restored.args == [[("incident", 4), ("source", 9)]]


def test_empty_bin_says_so(qtbot: QtBot) -> None:
    page = BinPage()
    qtbot.addWidget(page)
    page.show()
    page.show_rows([])
    assert not page.list.isVisible()


@pytest.fixture
def entities(qtbot: QtBot) -> EntitiesPage:
    page = EntitiesPage()
    qtbot.addWidget(page)
    cards = [
        EntityCard(1, 1, EntityKind.PERSON, "Ana Lima", incident_count=2),
        EntityCard(2, 1, EntityKind.PERSON, "A. Lima", incident_count=1),
        EntityCard(3, 1, EntityKind.PLACE, "Quay 4"),
    ]
    page.show_entities(cards)
    return page


def test_entities_of_one_kind_can_be_merged(entities: EntitiesPage, qtbot: QtBot) -> None:
    entities.list.select_row(1)
    QTest.keyClick(entities.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(entities.merge_requested) as merged:
        entities._merge.click()
    assert merged.args == [[1, 2]]
    QTest.keyClick(entities.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert not entities._merge.isEnabled()


def test_entity_keys_rename_remove_and_show(entities: EntitiesPage, qtbot: QtBot) -> None:
    entities.list.select_row(1)
    with qtbot.waitSignal(entities.rename_requested):
        QTest.keyClick(entities.list, Qt.Key.Key_F2)
    with qtbot.waitSignal(entities.incidents_requested):
        QTest.keyClick(entities.list, Qt.Key.Key_Return)
    with qtbot.waitSignal(entities.remove_requested):
        QTest.keyClick(entities.list, Qt.Key.Key_Delete)
    entities.set_read_only(True)
    with qtbot.assertNotEmitted(entities.remove_requested):
        QTest.keyClick(entities.list, Qt.Key.Key_Delete)


def test_tag_dialog_hands_over_name_and_colour_and_is_freed(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = TagDialog("New tag", "Add", colour=2, parent=parent)
    dialog.open()
    dialog.colours.button(4).click()
    QTest.keyClicks(dialog.name_field, "Port")
    given: list[tuple[str, int]] = []
    dialog.tag_given.connect(lambda name, colour: given.append((name, colour)))
    QTest.keyClick(dialog.name_field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert given == [("Port", 4)]


def test_name_dialog_refuses_an_empty_name(qtbot: QtBot) -> None:
    dialog = NameDialog("Rename", "Rename", "Old")
    qtbot.addWidget(dialog)
    dialog.name_field.setText("  ")
    assert not dialog.verb_button.isEnabled()
    with qtbot.assertNotEmitted(dialog.name_given):
        dialog.submit()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Harbour fire", "Harbour fire.dateline"),
        ('a/b\\c: "d"?', "a b c d.dateline"),
        ("   ", "Untitled.dateline"),
        ("..", "Untitled.dateline"),
        ("x" * 300, "x" * 80 + ".dateline"),
    ],
)
def test_titles_become_file_names(title: str, name: str) -> None:
    assert file_name_for(title) == name


def test_new_project_never_takes_a_name_that_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "Fire.dateline").write_text("")
    dialog = NewProjectDialog(tmp_path, FakeNotices())
    qtbot.addWidget(dialog)
    dialog.title_field.setText("Fire")
    with qtbot.waitSignal(dialog.project_requested) as wanted:
        dialog.submit()
    assert wanted.args == [tmp_path / "Fire 2.dateline", "Fire"]


def test_long_problem_leaves_the_fields_their_room(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = NewProjectDialog(tmp_path, FakeNotices())
    qtbot.addWidget(dialog)
    dialog.show()
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Change…")
    before = button.height()
    dialog.show_problem("This folder cannot be written, and here is why. " * 8)
    qtbot.waitUntil(lambda: dialog.problem.height() >= dialog.problem.heightForWidth(dialog.problem.width()))
    assert button.height() == before
    assert button.visibleRegion().boundingRect().height() == before


def test_project_dialog_hands_over_what_differs(qtbot: QtBot) -> None:
    dialog = ProjectDialog(ProjectCard("u", "Fire", "", "en", "", AT))
    qtbot.addWidget(dialog)
    dialog.subtitle_field.setText("A first draft")
    with qtbot.waitSignal(dialog.project_edited) as edited:
        dialog.submit()
    assert edited.args is not None
    assert edited.args[0].given() == {"subtitle": "A first draft"}


def test_project_dialog_names_what_is_missing(qtbot: QtBot) -> None:
    dialog = ProjectDialog(ProjectCard("u", "Fire", "", "en", "", AT))
    qtbot.addWidget(dialog)
    dialog.title_field.setText("")
    dialog.submit()
    assert dialog.problem.text() == "Title is missing."

"""What a working day needs besides: tags, views, panes, palette, theme, copies, recent projects."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from gui.actions import ActionId
from gui.inspector.citation_editor import CitationEditor
from gui.shell.command_palette import CommandPalette
from gui.shell.keys_sheet import KeysSheet
from gui.shell.name_dialogs import NameDialog, TagDialog
from gui.shell.page import Page
from gui.shell.project_dialogs import ProjectDialog
from gui.sources.source_dialog import SourceDialog
from models.enums import Status
from models.snapshots import IncidentFilter
from services.chronology import get_rows, list_incidents
from services.entities import list_entities
from services.incident_cards import get_incident
from services.project import Project
from services.properties import get_project_card
from services.sample import create_sample
from services.sources import list_source_ids
from tests.counts import count_all
from tests.driver import Driver

OpenWindow = Callable[..., Driver]
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def project_of(driver: Driver) -> Project:
    return driver.desk.session.project


def choose(driver: Driver, words: str) -> None:
    """Press an entry of the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def answer(driver: Driver, kind: type[NameDialog], name: str) -> None:
    dialog = driver.dialog(kind)
    assert isinstance(dialog, NameDialog)
    dialog.name_field.selectAll()
    driver.write(name)
    driver.press(Qt.Key.Key_Return)
    driver.wait_for_window()


def take_back(driver: Driver, words: str) -> None:
    """Press the notice's Undo."""
    notice = driver.window.workbench.status_line.notice
    assert words in [label.text() for label in notice.findChildren(QLabel)]
    (undo,) = notice.links()
    assert undo.text() == "Undo"
    undo.click()


def test_tags_are_made_renamed_and_removed(driver: Driver) -> None:
    sidebar = driver.window.workbench.sidebar
    sidebar.tags.add_button.click()
    answer(driver, TagDialog, "Follow up")
    tag = next(tag for tag in count_all(project_of(driver)).tags if tag.name == "Follow up")
    row = next(row for row in sidebar.tags.rows() if row.objectName() == f"tag:{tag.id}")
    row.menu_requested.emit(row.mapToGlobal(row.rect().center()))
    choose(driver, "Edit name and colour…")
    answer(driver, TagDialog, "Follow up soon")
    assert row.text() == "Follow up soon"
    row.menu_requested.emit(row.mapToGlobal(row.rect().center()))
    choose(driver, "Remove this tag")
    assert "Follow up soon" not in [tag.name for tag in count_all(project_of(driver)).tags]
    take_back(driver, "“Follow up soon” was removed.")
    assert "Follow up soon" in [tag.name for tag in count_all(project_of(driver)).tags]


def test_filter_is_saved_as_a_view_renamed_and_shown_again(driver: Driver) -> None:
    sidebar = driver.window.workbench.sidebar
    sidebar.spot_requested.emit("unverified")
    assert driver.desk.chronology.filter() == IncidentFilter(statuses=frozenset({Status.UNVERIFIED}))
    driver.press(Qt.Key.Key_B, CTRL | SHIFT)
    answer(driver, NameDialog, "To check first")
    (view,) = count_all(project_of(driver)).views
    row = next(row for row in sidebar.views.rows() if row.objectName() == f"view:{view.id}")
    row.menu_requested.emit(row.mapToGlobal(row.rect().center()))
    choose(driver, "Rename…")
    answer(driver, NameDialog, "Check")
    assert row.text() == "Check"
    driver.press(Qt.Key.Key_F, CTRL | SHIFT)
    assert driver.desk.chronology.filter().is_empty
    row.click()
    assert driver.desk.chronology.filter() == view.filter
    row.menu_requested.emit(row.mapToGlobal(row.rect().center()))
    choose(driver, "Remove this view")
    assert count_all(project_of(driver)).views == ()
    take_back(driver, "“Check” was removed.")
    assert [each.name for each in count_all(project_of(driver)).views] == ["Check"]


def test_uncited_in_the_status_line_shows_them(driver: Driver) -> None:
    driver.window.workbench.status_line.uncited_requested.emit()
    assert driver.desk.chronology.filter() == IncidentFilter(uncited=True)


def test_f6_goes_round_the_panes_and_back(driver: Driver) -> None:
    driver.press(Qt.Key.Key_J)
    start = driver.focus()
    seen = []
    for _ in range(4):
        driver.press(Qt.Key.Key_F6)
        seen.append(driver.focus())
    assert len({id(widget) for widget in seen}) == 4
    assert driver.focus() is start
    driver.press(Qt.Key.Key_F6, SHIFT)
    assert driver.focus() is seen[2]


def test_panes_are_hidden_and_shown_by_keys(driver: Driver) -> None:
    assert driver.desk.inspector.isVisible()
    driver.press(Qt.Key.Key_Backslash, CTRL)
    assert not driver.desk.inspector.isVisible()
    was_rail = driver.window.workbench.sidebar.is_rail
    driver.press(Qt.Key.Key_B, CTRL)
    assert driver.window.workbench.sidebar.is_rail != was_rail
    driver.press(Qt.Key.Key_J)
    driver.press(Qt.Key.Key_E)
    assert driver.desk.inspector.isVisible()


def test_palette_jumps_to_an_incident_and_does_a_command(driver: Driver) -> None:
    row = get_rows(project_of(driver), list_incidents(project_of(driver), IncidentFilter()).ids)[3]
    driver.press(Qt.Key.Key_K, CTRL)
    palette = driver.dialog(CommandPalette)
    assert isinstance(palette, CommandPalette)
    driver.write(row.title)
    driver.qtbot.waitUntil(lambda: row.title in [line.title for line in palette.list.selected()])
    driver.press(Qt.Key.Key_Return)
    driver.wait_for_window()
    assert driver.desk.chronology.current_id() == row.id
    driver.press(Qt.Key.Key_K, CTRL)
    driver.dialog(CommandPalette)
    driver.write("history")
    driver.press(Qt.Key.Key_Return)
    driver.wait_for_window()
    assert driver.window.workbench.page is Page.HISTORY


def test_all_keys_and_about_are_shown(driver: Driver) -> None:
    driver.press(Qt.Key.Key_Question)
    driver.dialog(KeysSheet).close()
    driver.wait_for_window()
    driver.window._actions[ActionId.ABOUT].trigger()
    assert driver.notices.told[-1].title.startswith("Dateline ")


def test_theme_is_chosen_and_remembered(driver: Driver) -> None:
    driver.window._actions[ActionId.THEME_DARK].trigger()
    assert driver.opener._themes.theme.is_dark
    assert driver.opener._state.theme == "dark"
    driver.window._actions[ActionId.THEME_LIGHT].trigger()
    assert not driver.opener._themes.theme.is_dark


def test_arrangement_is_changed_by_keys_and_kept(driver: Driver) -> None:
    driver.press(Qt.Key.Key_Y, CTRL | SHIFT)
    driver.press(Qt.Key.Key_R, CTRL | SHIFT)
    driver.press(Qt.Key.Key_C, CTRL | SHIFT)
    state = driver.opener._state
    assert state.flag("group-by-year")
    assert state.flag("newest-first")
    assert state.flag("compact")
    driver.press(Qt.Key.Key_R, CTRL | SHIFT)
    assert not state.flag("newest-first")


def test_key_marks_order_and_delete_act_on_the_selection(driver: Driver) -> None:
    driver.press(Qt.Key.Key_J)
    shown = driver.desk.chronology.current_id()
    assert shown is not None
    before = get_incident(project_of(driver), shown).marked
    driver.press(Qt.Key.Key_M)
    assert get_incident(project_of(driver), shown).marked is not before
    driver.press(Qt.Key.Key_Down, SHIFT)
    driver.press(Qt.Key.Key_Delete)
    assert count_all(project_of(driver)).binned == 2
    driver.window.workbench.status_line.notice.links()[0].click()
    assert count_all(project_of(driver)).binned == 0


def test_source_that_is_missing_is_made_while_citing(driver: Driver) -> None:
    before = len(list_source_ids(project_of(driver)))
    driver.press(Qt.Key.Key_J)
    driver.press(Qt.Key.Key_C)
    editor = driver.dialog(CitationEditor)
    assert isinstance(editor, CitationEditor)
    editor.new_source.click()
    driver.dialog(SourceDialog)
    driver.write("Statement of the harbour master")
    driver.press(Qt.Key.Key_Return, CTRL)
    driver.qtbot.waitUntil(lambda: editor.picker.item() is not None)
    assert len(list_source_ids(project_of(driver))) == before + 1
    editor.close()


def test_people_are_renamed_and_lead_to_their_incidents(driver: Driver) -> None:
    driver.press(Qt.Key.Key_5, CTRL)
    driver.press(Qt.Key.Key_F2)
    answer(driver, NameDialog, "Somebody else")
    assert "Somebody else" in [card.name for card in list_entities(project_of(driver))]
    driver.desk.session.flush()
    driver.window.workbench.focus_page()
    driver.press(Qt.Key.Key_Return)
    assert driver.window.workbench.page is Page.CHRONOLOGY
    assert driver.desk.chronology.filter().entity_ids


def test_project_details_are_edited(driver: Driver) -> None:
    driver.press(Qt.Key.Key_I, CTRL)
    driver.dialog(ProjectDialog)
    driver.press(Qt.Key.Key_A, CTRL)
    driver.write("Another title")
    driver.press(Qt.Key.Key_Return)
    driver.wait_for_window()
    assert get_project_card(project_of(driver)).title == "Another title"
    assert driver.window.workbench.sidebar.project_button.text() == "Another title"


def test_close_leads_to_the_start_page_with_the_project_in_recent(driver: Driver) -> None:
    path = project_of(driver).path
    driver.press(Qt.Key.Key_W, CTRL)
    assert driver.window.is_at_start
    assert driver.opener._state.recent() == (path,)
    driver.window.start_page.project_requested.emit(path)
    assert project_of(driver).path == path
    driver.window.workbench.sidebar.project_button.click()
    choose(driver, path.stem)
    driver.window._actions[ActionId.CLEAR_RECENT].trigger()
    assert driver.opener._state.recent() == ()


def test_sample_is_a_file_of_ones_own(open_window: OpenWindow, private_home: Path) -> None:
    (private_home / "Documents").mkdir()
    driver = open_window()
    driver.window._actions[ActionId.OPEN_SAMPLE].trigger()
    assert count_all(project_of(driver)).incidents >= 8
    assert project_of(driver).path.parent == private_home / "Documents"


def test_copy_of_a_locked_project_is_opened(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.dateline"
    held = create_sample(path)
    driver = open_window()
    driver.notices.answers.choices.append("copy")
    driver.notices.answers.paths.append(tmp_path / "b.dateline")
    assert driver.desk.open(path)
    assert project_of(driver).path == tmp_path / "b.dateline"
    assert driver.desk.session.is_writable
    held.close()


def test_preserved_copy_is_saved_as_it_came(driver: Driver, tmp_path: Path) -> None:
    article = tmp_path / "statement.txt"
    article.write_text("The port authority says the fire began at dawn.\n")
    driver.window.files_dropped.emit([article])
    editor = driver.desk.sources.editor
    driver.qtbot.waitUntil(lambda: driver.window.workbench.page is Page.SOURCES, timeout=20_000)
    shown = editor.source_id()
    assert shown is not None
    from services.source_cards import get_source

    (capture,) = get_source(project_of(driver), shown).captures
    driver.notices.answers.paths.append(tmp_path / "out.txt")
    editor.save_capture_requested.emit(capture.id)
    assert (tmp_path / "out.txt").read_bytes() == article.read_bytes()
    driver.window.files_dropped.emit([article])
    driver.qtbot.waitUntil(lambda: bool(driver.notices.told), timeout=20_000)
    assert "in the project already" in driver.notices.told[-1].title


def test_damaged_project_is_replaced_by_its_newest_backup(open_window: OpenWindow, tmp_path: Path) -> None:
    path, restored = tmp_path / "Harbour.dateline", tmp_path / "Harbour again.dateline"
    create_sample(path).close()
    driver = open_window(path)
    project_of(driver).undo()
    project_of(driver).redo()
    driver.press(Qt.Key.Key_W, CTRL)
    path.write_bytes(path.read_bytes()[:9000])
    driver.notices.answers.choices.append("backup")
    driver.notices.answers.paths.append(restored)
    driver.window.start_page.project_requested.emit(path)
    assert project_of(driver).path == restored
    assert count_all(project_of(driver)).incidents >= 8
    assert path.stat().st_size == 9000

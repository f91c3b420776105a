"""Wishes that come from context menus, drops and dialogs rather than from keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.inspector.citation_editor import CitationEditor
from gui.inspector.link_editor import LinkEditor
from gui.sources.paste_source_dialog import PasteSourceDialog
from models.drafts import IncidentDraft, IncidentPatch, SourcePatch
from models.enums import Status
from models.snapshots import IncidentFilter
from services.chronology import get_rows, list_incidents
from services.entities import list_entities
from services.incident_cards import get_incident
from services.incidents import add_incident, edit_incident
from services.project import Project
from services.sample import create_sample
from services.source_cards import get_source
from services.sources import list_source_ids
from tests.counts import count_all
from tests.driver import Driver

OpenWindow = Callable[..., Driver]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def driver(open_window: OpenWindow, tmp_path: Path) -> Driver:
    path = tmp_path / "sample.dateline"
    create_sample(path).close()
    return open_window(path)


def project_of(driver: Driver) -> Project:
    return driver.desk.session.project


def all_ids(driver: Driver) -> list[int]:
    return list(list_incidents(project_of(driver), IncidentFilter()).ids)


def test_several_incidents_are_edited_as_one_change(driver: Driver) -> None:
    ids = all_ids(driver)[:4]
    driver.desk.chronology.edit_incidents_requested.emit(ids, IncidentPatch(status=Status.DISPUTED))
    assert {row.status for row in get_rows(project_of(driver), ids)} == {Status.DISPUTED}
    driver.press(Qt.Key.Key_Z, CTRL)
    assert {row.status for row in get_rows(project_of(driver), ids)} != {Status.DISPUTED}


@pytest.mark.parametrize("name", ["title", "place", "body", "note"])
def test_undo_takes_back_typing_first_and_then_the_last_change(driver: Driver, name: str) -> None:
    project = project_of(driver)
    incident_id = add_incident(project, IncidentDraft(title="Fire", body="It began.", place="Port", note="Ask."))
    edit_incident(project, incident_id, IncidentPatch(marked=True))
    driver.desk.chronology.select(incident_id)
    driver.desk.inspector.focus_field(name)
    stored = get_incident(project, incident_id)
    driver.press(Qt.Key.Key_X)
    driver.press(Qt.Key.Key_Z, CTRL)
    driver.desk.session.flush()
    assert get_incident(project, incident_id) == stored
    driver.press(Qt.Key.Key_Z, CTRL)
    assert not get_incident(project, incident_id).marked


def test_duplicate_has_no_citations_and_is_shown(driver: Driver) -> None:
    cited = next(i for i in all_ids(driver) if get_incident(project_of(driver), i).citations)
    driver.desk.inspector.duplicate_requested.emit(cited)
    shown = driver.desk.chronology.current_id()
    assert shown is not None
    card = get_incident(project_of(driver), shown)
    assert card.title == get_incident(project_of(driver), cited).title
    assert (card.citations, "[^" in card.body) == ((), False)


def test_incident_changed_elsewhere_is_told_and_shown_anew(driver: Driver) -> None:
    first = all_ids(driver)[0]
    driver.desk.chronology.select(first)
    stale = get_incident(project_of(driver), first).version
    edit_incident(project_of(driver), first, IncidentPatch(note="Written elsewhere"))
    driver.desk.inspector.incident_patched.emit(first, stale, IncidentPatch(note="Too late"), "")
    assert "changed elsewhere" in driver.notices.told[-1].title
    assert get_incident(project_of(driver), first).note == "Written elsewhere"


def test_citation_is_edited_moved_and_removed(driver: Driver) -> None:
    project = project_of(driver)
    cited = next(i for i in all_ids(driver) if len(get_incident(project, i).citations) > 1)
    driver.desk.chronology.select(cited)
    first, second, *_ = get_incident(project, cited).citations
    driver.desk.inspector.edit_citation_requested.emit(first.id)
    driver.dialog(CitationEditor).close()
    driver.wait_for_window()
    driver.desk.inspector.move_citation_requested.emit(second.id, True)
    driver.desk.inspector.remove_citations_requested.emit([first.id])
    assert first.id not in [line.id for line in get_incident(project, cited).citations]


def test_link_is_opened_and_removed(driver: Driver) -> None:
    project = project_of(driver)
    linked = next(i for i in all_ids(driver) if get_incident(project, i).links)
    driver.desk.chronology.select(linked)
    link = get_incident(project, linked).links[0]
    driver.desk.inspector.edit_link_requested.emit(link.id)
    driver.dialog(LinkEditor).close()
    driver.wait_for_window()
    driver.desk.inspector.remove_links_requested.emit([link.id])
    assert link.id not in [line.id for line in get_incident(project, linked).links]


def test_link_leads_to_the_other_incident_even_when_it_is_filtered_out(driver: Driver) -> None:
    wanted = all_ids(driver)[-1]
    driver.window.tool_bar.search.search_changed.emit("thruster")
    driver.desk.inspector.incident_requested.emit(wanted)
    assert driver.desk.chronology.current_id() == wanted
    assert driver.desk.chronology.filter().is_empty


def test_source_fields_are_saved_and_deleting_can_be_undone(driver: Driver) -> None:
    project = project_of(driver)
    source_id = list_source_ids(project)[0]
    driver.press(Qt.Key.Key_4, CTRL)
    driver.desk.sources.source_list.select(source_id)
    version = get_source(project, source_id).version
    driver.desk.sources.editor.patch_requested.emit(source_id, version, SourcePatch(note="Ask again"), "")
    assert get_source(project, source_id).note == "Ask again"
    before = count_all(project).sources
    driver.desk.sources.source_list.focus_list()
    driver.press(Qt.Key.Key_Delete)
    assert count_all(project).sources == before - 1
    driver.press(Qt.Key.Key_Z, CTRL)
    assert count_all(project).sources == before


def test_pasted_text_becomes_a_source_with_its_copy(driver: Driver) -> None:
    QApplication.clipboard().setText("Statement of the port authority\n\nThe fire began at dawn.")
    driver.press(Qt.Key.Key_V, CTRL | Qt.KeyboardModifier.ShiftModifier)
    driver.dialog(PasteSourceDialog)
    driver.press(Qt.Key.Key_Return, CTRL)
    driver.wait_for_window()
    newest = list_source_ids(project_of(driver))[0]
    card = get_source(project_of(driver), newest)
    assert card.title == "Statement of the port authority"
    assert len(card.captures) == 1


def test_file_is_added_to_a_source_and_removed(driver: Driver, tmp_path: Path) -> None:
    project = project_of(driver)
    source_id = next(i for i in list_source_ids(project) if not get_source(project, i).captures)
    driver.press(Qt.Key.Key_4, CTRL)
    driver.desk.sources.source_list.select(source_id)
    (tmp_path / "page.txt").write_text("Kept words\n")
    driver.notices.answers.files.append([tmp_path / "page.txt"])
    driver.desk.sources.editor.add_file_requested.emit(source_id)
    driver.qtbot.waitUntil(lambda: len(get_source(project, source_id).captures) == 1, timeout=20_000)
    (capture,) = get_source(project, source_id).captures
    driver.desk.sources.editor.remove_capture_requested.emit(capture.id)
    assert get_source(project, source_id).captures == ()


def test_unreadable_file_is_told_and_adds_nothing(driver: Driver, tmp_path: Path) -> None:
    before = count_all(project_of(driver)).sources
    driver.window.files_dropped.emit([tmp_path / "gone.txt"])
    driver.qtbot.waitUntil(lambda: bool(driver.notices.told), timeout=20_000)
    assert "was not found" in driver.notices.told[-1].title
    assert count_all(project_of(driver)).sources == before


def test_people_are_merged_and_removed(driver: Driver) -> None:
    driver.press(Qt.Key.Key_5, CTRL)
    cards = [card for card in list_entities(project_of(driver)) if card.kind.value == "person"]
    page = driver.desk.entities
    page.merge_requested.emit([cards[0].id, cards[1].id])
    page.remove_requested.emit([cards[2].id])
    left = {card.id for card in list_entities(project_of(driver))}
    assert cards[0].id in left
    assert not left & {cards[1].id, cards[2].id}
    page.search.setText("zzz")
    assert page.list.model().rowCount() == 0
    page.list.menu_requested.emit(page.mapToGlobal(page.rect().center()))
    assert QApplication.activePopupWidget() is None


def test_page_fields_are_found_by_ctrl_f(driver: Driver) -> None:
    driver.press(Qt.Key.Key_F, CTRL)
    assert driver.focus() is driver.window.tool_bar.search
    driver.press(Qt.Key.Key_5, CTRL)
    driver.press(Qt.Key.Key_F, CTRL)
    assert driver.focus() is driver.desk.entities.search


def test_recent_projects_are_drawn_on_the_start_page(driver: Driver) -> None:
    driver.press(Qt.Key.Key_W, CTRL)
    before = driver.window.grab().toImage()
    driver.window.start_page.show_recent(())
    assert driver.window.grab().toImage() != before

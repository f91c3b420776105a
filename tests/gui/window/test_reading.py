"""The mode in which sources are read: which copy is shown, the keys, and the way there and back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dates import UncertainDate
from gui.inspector.citation_list import CitationRow
from gui.shell.page import Page
from gui.sources.pasted_text import capture_from_text
from gui.sources.sources_panel import Mode
from gui.style import WIDTH_RAIL, WIDTH_SIDEBAR
from models.drafts import CitationDraft, IncidentPatch
from models.enums import CaptureMethod
from services.capture_texts import replace_text
from services.captures import add_capture, remove_capture
from services.citations import add_citation
from services.incident_cards import get_incident
from services.incidents import edit_incident
from services.project_files import create_project
from services.source_cards import get_source
from services.sources import delete_sources
from tests.driver import Driver
from tests.reading_desk import ARTICLE, PUBLISHED, ReadingDesk, add_text, make_harbour

OpenWindow = Callable[..., Driver]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(open_window: OpenWindow, tmp_path: Path) -> ReadingDesk:
    return ReadingDesk(open_window(make_harbour(tmp_path / "harbour.dateline")))


def shown_text(desk: ReadingDesk) -> str:
    return desk.text.text.capture.stored


def mode_of(desk: ReadingDesk) -> Mode:
    return desk.sources.mode


def page_of(desk: ReadingDesk) -> Page:
    return desk.driver.window.workbench.page


def test_enter_reads_a_source_with_a_copy_and_opens_one_without(desk: ReadingDesk) -> None:
    driver = desk.driver
    driver.press(Qt.Key.Key_4, CTRL)
    desk.sources.source_list.select(desk.source_id("Told on the phone"))
    driver.press(Qt.Key.Key_Return)
    assert mode_of(desk) is Mode.DETAILS
    assert driver.focus().accessibleName() == "Title"
    driver.press(Qt.Key.Key_Escape)
    desk.sources.source_list.select(desk.source_id("Cranes stop"))
    driver.press(Qt.Key.Key_Return)
    assert mode_of(desk) is Mode.READ
    assert desk.text.isAncestorOf(driver.focus())
    assert shown_text(desk) == ARTICLE


def test_e_goes_to_the_details_and_ctrl_r_back_to_the_text(desk: ReadingDesk) -> None:
    driver = desk.driver
    desk.read("Divers inspect")
    desk.sources.source_list.focus_list()
    driver.press(Qt.Key.Key_E)
    assert desk.sources.editor.isVisible()
    assert not desk.text.isVisible()
    driver.press(Qt.Key.Key_Escape)
    driver.press(Qt.Key.Key_R, CTRL)
    assert desk.text.isVisible()
    assert not desk.sources.editor.isVisible()


def test_read_from_the_chronology_goes_to_the_sources(desk: ReadingDesk) -> None:
    desk.driver.press(Qt.Key.Key_R, CTRL)
    assert page_of(desk) is Page.SOURCES
    assert mode_of(desk) is Mode.READ


def test_text_follows_the_list(desk: ReadingDesk) -> None:
    desk.read("Cranes stop")
    desk.sources.source_list.select(desk.source_id("Divers inspect"))
    assert "Divers inspected" in shown_text(desk)
    desk.sources.source_list.select(desk.source_id("Told on the phone"))
    assert shown_text(desk) == ""
    assert desk.proposals.current() is None


def test_new_source_is_written_in_its_details(desk: ReadingDesk) -> None:
    desk.read("Cranes stop")
    desk.driver.press(Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert mode_of(desk) is Mode.DETAILS
    assert desk.driver.focus().accessibleName() == "Title"


def test_sidebar_makes_room_while_a_text_is_read(desk: ReadingDesk) -> None:
    sidebar = desk.driver.window.workbench.sidebar
    desk.driver.window.resize(1440, 900)
    widths = [sidebar.width()]
    desk.read("Cranes stop")
    widths.append(sidebar.width())
    desk.driver.press(Qt.Key.Key_1, CTRL)
    widths.append(sidebar.width())
    assert widths == [WIDTH_SIDEBAR, WIDTH_RAIL, WIDTH_SIDEBAR]


def test_list_hides_in_a_narrow_window_and_comes_back_by_its_button(desk: ReadingDesk) -> None:
    desk.driver.window.resize(1440, 900)
    desk.read("Cranes stop")
    assert desk.sources.source_list.isVisible()
    assert not desk.sources.list_button.isVisible()
    desk.driver.window.resize(1100, 700)
    desk.driver.qtbot.waitUntil(desk.sources.list_button.isVisible)
    assert not desk.sources.source_list.isVisible()
    desk.sources.list_button.click()
    assert desk.sources.source_list.isVisible()
    desk.driver.window.resize(1440, 900)
    desk.driver.qtbot.waitUntil(lambda: not desk.sources.list_button.isVisible())
    assert desk.sources.source_list.isVisible()


def test_mode_and_text_size_are_there_again_in_the_next_run(open_window: OpenWindow, tmp_path: Path) -> None:
    path = make_harbour(tmp_path / "harbour.dateline")
    first = ReadingDesk(open_window(path))
    first.read("Cranes stop")
    first.text.set_text_size(21)
    first.driver.leave()
    second = ReadingDesk(open_window(path))
    assert mode_of(second) is Mode.READ
    assert second.text.text.text_size == 21
    second.driver.press(Qt.Key.Key_4, CTRL)
    assert second.text.isVisible()


def test_space_in_the_chronology_goes_to_the_cited_words_and_escape_back(desk: ReadingDesk) -> None:
    driver = desk.driver
    incident_id = desk.incident_id("Pumps are ordered")
    desk.chronology.select(incident_id)
    desk.chronology.focus_list()
    driver.press(Qt.Key.Key_Space)
    assert page_of(desk) is Page.SOURCES
    assert mode_of(desk) is Mode.READ
    assert desk.text.isAncestorOf(driver.focus())
    assert shown_text(desk) == ARTICLE
    driver.press(Qt.Key.Key_Escape)
    assert page_of(desk) is Page.CHRONOLOGY
    assert desk.chronology.view.hasFocus()
    assert desk.chronology.current_id() == incident_id


def test_space_says_that_nothing_is_cited(desk: ReadingDesk) -> None:
    desk.chronology.select(desk.incident_id("Sea water floods the switch house"))
    desk.chronology.focus_list()
    desk.driver.press(Qt.Key.Key_Space)
    assert page_of(desk) is Page.CHRONOLOGY
    assert "no citation" in desk.notice()


def test_space_on_a_citation_goes_to_its_words_and_escape_back_to_it(desk: ReadingDesk) -> None:
    driver = desk.driver
    desk.chronology.select(desk.incident_id("Pumps are ordered"))
    row = driver.desk.inspector.findChild(CitationRow)
    assert isinstance(row, CitationRow)
    row.setFocus()
    driver.press(Qt.Key.Key_Space)
    assert desk.text.isVisible()
    driver.press(Qt.Key.Key_Escape)
    assert driver.focus() is row


def test_cited_words_lead_to_their_incident_and_escape_back(desk: ReadingDesk) -> None:
    driver = desk.driver
    desk.read("Cranes stop")
    (line,) = get_incident(desk.project, desk.incident_id("Pumps are ordered")).citations
    desk.text.passage_opened.emit(line.id)
    assert page_of(desk) is Page.CHRONOLOGY
    assert desk.chronology.current_id() == line.incident_id
    driver.press(Qt.Key.Key_Escape)
    assert page_of(desk) is Page.SOURCES
    assert desk.text.isVisible()


def test_escape_forgets_the_way_of_whoever_went_elsewhere(desk: ReadingDesk) -> None:
    driver = desk.driver
    desk.chronology.select(desk.incident_id("Pumps are ordered"))
    desk.chronology.focus_list()
    driver.press(Qt.Key.Key_Space)
    driver.press(Qt.Key.Key_5, CTRL)
    driver.press(Qt.Key.Key_1, CTRL)
    driver.press(Qt.Key.Key_Escape)
    assert page_of(desk) is Page.CHRONOLOGY


def test_incident_that_is_renamed_is_renamed_in_the_text(desk: ReadingDesk) -> None:
    desk.read("Cranes stop")
    edit_incident(desk.project, desk.incident_id("Pumps are ordered"), IncidentPatch(title="Pumps arrive"))
    reading = desk.driver.desk.reading.reader.reading
    assert reading is not None
    assert [passage.incident_title for passage in reading.passages] == ["Pumps arrive"]


def test_source_in_the_bin_leaves_the_text(desk: ReadingDesk) -> None:
    desk.read("Cranes stop")
    delete_sources(desk.project, [desk.source_id("Cranes stop")])
    assert shown_text(desk) != ARTICLE
    desk.driver.press(Qt.Key.Key_Z, CTRL)
    desk.read("Cranes stop")
    assert shown_text(desk) == ARTICLE


def test_copy_that_is_removed_makes_room_for_the_next(desk: ReadingDesk) -> None:
    source_id = desk.source_id("Cranes stop")
    desk.read("Cranes stop")
    (line,) = get_source(desk.project, source_id).captures
    second = add_capture(desk.project, source_id, capture_from_text("A later edition.", CaptureMethod.PASTE))
    desk.text.capture_chosen.emit(second)
    assert shown_text(desk) == "A later edition."
    remove_capture(desk.project, second)
    assert shown_text(desk) == ARTICLE
    remove_capture(desk.project, line.id)
    assert shown_text(desk) == ""


def test_day_is_kept_as_day_of_publication(desk: ReadingDesk) -> None:
    desk.read("Divers inspect")
    day = UncertainDate("2024-02-06")
    desk.text.today_changed.emit(day, True)
    assert get_source(desk.project, desk.source_id("Divers inspect")).published == day
    desk.driver.qtbot.waitUntil(
        lambda: desk.wait_for_proposals().proposal.date == UncertainDate("2024-02-05", "Monday")
    )


def test_closing_the_project_while_a_long_text_is_read_is_quiet(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "long.dateline"
    project = create_project(path, title="Long")
    add_text(project, "Long", "The gate broke on Sunday.\n\n" * 2_000, PUBLISHED)
    project.close()
    desk = ReadingDesk(open_window(path))
    desk.driver.desk.reading.reader.read(desk.source_id("Long"))
    desk.driver.press(Qt.Key.Key_W, CTRL)
    assert desk.driver.window.is_at_start
    assert desk.driver.notices.told == []


def test_f6_goes_from_the_list_to_the_text_and_to_the_proposals(desk: ReadingDesk) -> None:
    desk.driver.window.resize(1440, 900)
    desk.read("Cranes stop")
    desk.sources.source_list.focus_list()
    panes = []
    for _ in range(3):
        panes.append(next(p.accessibleName() for p in desk.sources.panes() if p.isAncestorOf(desk.driver.focus())))
        desk.driver.press(Qt.Key.Key_F6)
    assert panes == [desk.sources.source_list.accessibleName(), desk.text.accessibleName(), "Proposed incidents"]


def test_words_of_several_citations_come_one_after_the_other(desk: ReadingDesk) -> None:
    pumps = desk.incident_id("Pumps are ordered")
    add_citation(desk.project, pumps, CitationDraft(source_id=desk.source_id("Told on the phone")))
    desk.chronology.select(pumps)
    desk.chronology.focus_list()
    desk.driver.press(Qt.Key.Key_Space)
    assert desk.notice() == "Citation 1 of 2."
    (link,) = desk.driver.window.workbench.status_line.notice.links()
    link.click()
    assert desk.notice() == "Citation 2 of 2. It marks no words of a preserved copy."
    assert desk.sources.source_list.current_id() == desk.source_id("Told on the phone")
    desk.driver.press(Qt.Key.Key_Escape)
    assert page_of(desk) is Page.CHRONOLOGY


def test_words_that_are_lost_are_told(desk: ReadingDesk) -> None:
    (line,) = get_incident(desk.project, desk.incident_id("Pumps are ordered")).citations
    assert line.passage is not None
    replace_text(desk.project, line.passage.capture_id, "Nothing of it is left here.", extractor="typed")
    desk.chronology.select(line.incident_id)
    desk.chronology.focus_list()
    desk.driver.press(Qt.Key.Key_Space)
    assert desk.notice() == "Its words are no longer in the saved copy."


def test_text_that_is_typed_or_extracted_again_is_told_with_what_became_of_its_quotes(desk: ReadingDesk) -> None:
    desk.read("Cranes stop")
    reading = desk.driver.desk.reading.reader.reading
    assert reading is not None
    desk.text.text_typed.emit(reading.capture.id, "Other words.")
    assert shown_text(desk) == "Other words."
    assert "1 quote is no longer in it." in desk.notice()
    desk.driver.press(Qt.Key.Key_Z, CTRL)
    assert shown_text(desk) == ARTICLE


def test_source_of_a_citation_is_shown_and_escape_goes_back(desk: ReadingDesk) -> None:
    desk.chronology.select(desk.incident_id("Pumps are ordered"))
    row = desk.driver.desk.inspector.findChild(CitationRow)
    assert isinstance(row, CitationRow)
    row.setFocus()
    desk.driver.press(Qt.Key.Key_S)
    assert page_of(desk) is Page.SOURCES
    desk.driver.press(Qt.Key.Key_Escape)
    assert desk.driver.focus() is row

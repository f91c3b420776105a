"""Deciding on proposals, and quoting words by hand, in the real window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dates import UncertainDate
from gui.actions import ActionId
from gui.fields.incident_dialog import IncidentDialog
from gui.proposals.loaders import Scope
from gui.shell.page import Page
from models.enums import Stance
from models.proposals import ProposalState
from services.incident_cards import get_incident
from services.project_files import open_project
from services.source_cards import get_source
from tests.driver import PATIENCE_MS, Driver
from tests.reading_desk import ARTICLE, QUOTED, ReadingDesk, make_harbour

OpenWindow = Callable[..., Driver]
CTRL = Qt.KeyboardModifier.ControlModifier
CRANES = "The harbour authority shut down three cranes on Tuesday after sea water reached the switch house."


@pytest.fixture
def desk(open_window: OpenWindow, tmp_path: Path) -> ReadingDesk:
    return ReadingDesk(open_window(make_harbour(tmp_path / "harbour.dateline")))


def states(desk: ReadingDesk) -> list[ProposalState]:
    return [line.state for line in desk.proposals._agenda.lines]


def test_proposals_come_in_the_order_of_the_text_with_what_is_decided(desk: ReadingDesk) -> None:
    desk.read("Cranes stop")
    lines = desk.proposals._agenda.lines
    assert [line.origin.start for line in lines] == sorted(line.origin.start for line in lines)
    assert all(ARTICLE[line.origin.start : line.origin.end] == line.proposal.quote for line in lines)
    assert set(states(desk)) == {ProposalState.OPEN}


def test_enter_in_the_text_accepts_and_undo_opens_it_again(desk: ReadingDesk) -> None:
    desk.read("Cranes stop")
    first, before = desk.wait_for_proposals(), desk.titles()
    desk.driver.press(Qt.Key.Key_Return)
    (title,) = desk.titles() - before
    card = get_incident(desk.project, desk.incident_id(title))
    assert card.date.edtf == "2024-01-23"
    assert [(line.quote, line.passage is not None) for line in card.citations] == [(CRANES, True)]
    assert states(desk)[0] is ProposalState.TAKEN
    assert desk.proposals.current() != first
    desk.driver.press(Qt.Key.Key_Z, CTRL)
    assert desk.titles() == before
    assert desk.wait_for_proposals().key == first.key


def test_u_takes_back_the_last_decision_and_nothing_else(desk: ReadingDesk) -> None:
    desk.read("Cranes stop")
    first = desk.wait_for_proposals()
    desk.driver.press(Qt.Key.Key_S)
    assert states(desk)[0] is ProposalState.SKIPPED
    desk.driver.press(Qt.Key.Key_U)
    assert desk.wait_for_proposals().key == first.key
    desk.driver.press(Qt.Key.Key_S)
    before = desk.titles()
    desk.choose_words("Four dockers were checked for shock.")
    desk.driver.press(Qt.Key.Key_N)
    assert len(desk.titles() - before) == 1
    desk.proposals.focus_pane()
    desk.driver.press(Qt.Key.Key_U)
    assert len(desk.titles() - before) == 1
    assert "Other changes" in desk.notice()


def test_attaching_with_another_date_contradicts(desk: ReadingDesk) -> None:
    desk.read("Cranes stop")
    flood = desk.incident_id("Sea water floods the switch house")
    sunday = next(line for line in desk.proposals._agenda.lines if line.proposal.date.edtf == "2024-01-21")
    assert desk.proposals.select(sunday.key)
    desk.proposals.attach_requested.emit(sunday, flood, None)
    (line,) = get_incident(desk.project, flood).citations
    assert (line.stance, line.stated.edtf) == (Stance.CONTRADICTS, "2024-01-21")


def test_c_cites_the_selected_words_in_the_incident_used_last(desk: ReadingDesk) -> None:
    flood = desk.incident_id("Sea water floods the switch house")
    desk.chronology.select(flood)
    desk.read("Cranes stop")
    desk.choose_words("Four dockers were checked")
    desk.driver.press(Qt.Key.Key_C)
    (line,) = get_incident(desk.project, flood).citations
    assert line.quote == "Four dockers were checked"
    assert line.passage is not None
    assert ARTICLE[line.passage.start : line.passage.end] == line.quote
    assert desk.notice() == "Cited in “Sea water floods the switch house”."
    links = desk.driver.window.workbench.status_line.notice.links()
    next(link for link in links if link.text() == "Show").click()
    assert desk.driver.window.workbench.page is Page.CHRONOLOGY
    assert desk.chronology.current_id() == flood


def test_c_asks_for_an_incident_where_none_was_used(desk: ReadingDesk) -> None:
    desk.read("Cranes stop")
    desk.choose_words("Four dockers were checked")
    desk.driver.press(Qt.Key.Key_C)
    dialog = desk.driver.dialog(IncidentDialog)
    desk.driver.write("Sea water")
    assert isinstance(dialog, IncidentDialog)
    desk.driver.qtbot.waitUntil(lambda: dialog.picker.list.count() == 1)
    desk.driver.press(Qt.Key.Key_Return)
    desk.driver.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    flood = desk.incident_id("Sea water floods the switch house")
    assert [line.quote for line in get_incident(desk.project, flood).citations] == ["Four dockers were checked"]


def test_c_without_words_says_how(desk: ReadingDesk) -> None:
    desk.read("Cranes stop")
    desk.driver.press(Qt.Key.Key_C)
    assert desk.notice() == "Select words of the text, then press C."


def test_n_makes_an_incident_of_the_words_in_one_change(desk: ReadingDesk) -> None:
    desk.read("Cranes stop")
    before = desk.titles()
    desk.driver.qtbot.waitUntil(lambda: not desk.text.text.is_reading, timeout=PATIENCE_MS)
    desk.choose_words("a storm tore two gates")
    desk.driver.press(Qt.Key.Key_N)
    (title,) = desk.titles() - before
    card = get_incident(desk.project, desk.incident_id(title))
    assert title == "a storm tore two gates"
    assert card.date.edtf == "2021-07-07"
    assert [line.quote for line in card.citations] == ["a storm tore two gates"]
    assert desk.text.isVisible()
    desk.driver.press(Qt.Key.Key_Z, CTRL)
    assert desk.titles() == before


def test_n_without_words_is_a_blank_incident(desk: ReadingDesk) -> None:
    desk.read("Cranes stop")
    desk.driver.press(Qt.Key.Key_N)
    assert desk.driver.window.workbench.page is Page.CHRONOLOGY
    assert desk.driver.focus().accessibleName() == "Title"


def test_accepted_incident_takes_the_words_that_are_cited_next(desk: ReadingDesk) -> None:
    desk.read("Cranes stop")
    before = desk.titles()
    desk.driver.press(Qt.Key.Key_Return)
    (title,) = desk.titles() - before
    desk.choose_words("Four dockers were checked")
    desk.driver.press(Qt.Key.Key_C)
    quotes = [line.quote for line in get_incident(desk.project, desk.incident_id(title)).citations]
    assert quotes == [CRANES, "Four dockers were checked"]


def test_queue_of_all_documents_goes_by_day_and_shows_each_text(desk: ReadingDesk) -> None:
    desk.read("Cranes stop")
    desk.proposals.scope_changed.emit(Scope.ALL)
    desk.driver.qtbot.waitUntil(
        lambda: len({line.origin.source_id for line in desk.proposals._agenda.lines}) == 2, timeout=PATIENCE_MS
    )
    days = [line.proposal.date.sort_at for line in desk.proposals._agenda.lines]
    assert days == sorted(days)
    divers = next(line for line in desk.proposals._agenda.lines if line.origin.source_label == "Divers inspect")
    desk.proposals.select(divers.key)
    assert "Divers inspected" in desk.text.text.capture.stored
    assert desk.proposals.current() == divers


def test_other_text_drops_the_proposals_that_are_still_read(desk: ReadingDesk) -> None:
    reader = desk.driver.desk.reading.reader
    reader.read(desk.source_id("Cranes stop"))
    reader.read(desk.source_id("Divers inspect"))
    assert desk.wait_for_proposals().origin.source_label == "Divers inspect"
    assert {line.origin.source_label for line in desk.proposals._agenda.lines} == {"Divers inspect"}


def test_republishing_is_noted_at_the_source(desk: ReadingDesk) -> None:
    copy, origin = desk.source_id("Divers inspect"), desk.source_id("Cranes stop")
    desk.read("Cranes stop")
    desk.proposals.republishes_requested.emit(copy, origin)
    assert get_source(desk.project, copy).republishes_id == origin
    assert desk.notice() == "Kept as a copy: the two count as one source."
    (undo,) = desk.driver.window.workbench.status_line.notice.links()
    undo.click()
    assert get_source(desk.project, copy).republishes_id is None


def test_read_only_project_is_read_and_not_changed(open_window: OpenWindow, tmp_path: Path) -> None:
    path = make_harbour(tmp_path / "harbour.dateline")
    held = open_project(path)
    driver = open_window()
    driver.notices.answers.choices.append("read")
    assert driver.desk.open(path)
    desk = ReadingDesk(driver)
    desk.read("Cranes stop")
    before = desk.titles()
    desk.driver.press(Qt.Key.Key_Return)
    desk.driver.press(Qt.Key.Key_S)
    desk.choose_words(QUOTED)
    desk.driver.press(Qt.Key.Key_C)
    desk.driver.press(Qt.Key.Key_N)
    assert desk.titles() == before
    assert set(states(desk)) == {ProposalState.OPEN}
    desk.chronology.select(desk.incident_id("Pumps are ordered"))
    driver.press(Qt.Key.Key_1, CTRL)
    driver.press(Qt.Key.Key_Space)
    assert desk.text.isVisible()
    held.close()


def test_day_of_the_words_is_counted_from_the_chosen_today(desk: ReadingDesk) -> None:
    desk.read("Divers inspect")
    day = UncertainDate("2024-02-06")
    desk.text._on_today_chosen(day, keep=False)
    desk.driver.qtbot.waitUntil(lambda: desk.wait_for_proposals().proposal.date.edtf == "2024-02-05")
    assert get_source(desk.project, desk.source_id("Divers inspect")).published.edtf == "2024-01-30"


def test_queue_that_is_cancelled_goes_back_to_the_text(desk: ReadingDesk) -> None:
    desk.read("Cranes stop")
    desk.driver.desk.reading.read_proposals_of_all()
    desk.proposals.cancel_requested.emit()
    first = desk.wait_for_proposals()
    assert {line.origin.source_label for line in desk.proposals._agenda.lines} == {"Cranes stop"}
    assert first.origin.start == min(line.origin.start for line in desk.proposals._agenda.lines)


def test_actions_of_the_card_do_what_its_keys_do(desk: ReadingDesk) -> None:
    actions = desk.driver.desk._actions
    assert not actions[ActionId.SKIP_PROPOSAL].isEnabled()
    desk.read("Cranes stop")
    first = desk.wait_for_proposals()
    actions[ActionId.SKIP_PROPOSAL].trigger()
    assert states(desk)[0] is ProposalState.SKIPPED
    actions[ActionId.UNDO_DECISION].trigger()
    assert desk.wait_for_proposals().key == first.key
    before = desk.titles()
    actions[ActionId.ACCEPT_PROPOSAL].trigger()
    assert len(desk.titles() - before) == 1

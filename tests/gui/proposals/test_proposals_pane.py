"""Deciding on proposals with the keys alone."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from gui.proposals.loaders import ProposalLoaders, Scope
from gui.proposals.proposal_card import CardMode
from gui.proposals.proposals_pane import ProposalsPane
from gui.shell.panes import focus_into
from models.enums import Stance
from models.proposals import IncidentMatch, NearDuplicate, ProposalState, ProposedIncident
from tests.gui.proposals.conftest import ShowMatches, find_incidents
from tests.gui.proposals.making import draft_of, match, propose_all, propose_day

Key = Qt.Key


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def no_matches(_proposed: ProposedIncident) -> Sequence[IncidentMatch]:
    return ()


def words_of(proposed: ProposedIncident | None) -> str:
    return proposed.proposal.mention.text if proposed else ""


def test_enter_accepts_and_goes_on(pane: ProposalsPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.accept_requested) as caught:
        press(Key.Key_Return)
    proposed, draft = caught.args
    assert words_of(proposed) == "Sunday"
    assert draft.title == "Title of Sunday"
    assert words_of(pane.current()) == "Monday"
    assert pane.header.progress.text() == "1 of 3 done"
    assert pane.done_line.isVisible()


def test_a_second_enter_never_accepts_the_same_one_again(pane: ProposalsPane, qtbot: QtBot) -> None:
    with qtbot.waitSignals([pane.accept_requested, pane.accept_requested]):
        press(Key.Key_Return)
        press(Key.Key_Return)
    assert words_of(pane.current()) == "Tuesday"


def test_a_refused_acceptance_comes_back(pane: ProposalsPane) -> None:
    press(Key.Key_Return)
    pane.show_proposals(propose_all(), scope=Scope.DOCUMENT)
    assert words_of(pane.current()) == "Sunday"
    assert not pane.done_line.isVisible()


def test_s_skips(pane: ProposalsPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.skip_requested) as caught:
        press(Key.Key_S)
    assert [words_of(one) for one in caught.args[0]] == ["Sunday"]


def test_j_and_k_walk_without_deciding(pane: ProposalsPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.proposal_shown) as caught:
        press(Key.Key_J)
    assert words_of(caught.args[0]) == "Monday"
    press(Key.Key_K)
    press(Key.Key_K)
    assert words_of(pane.current()) == "Tuesday"
    assert pane.header.progress.text() == "0 of 3 done"


def test_u_asks_for_undo_only_after_a_decision(pane: ProposalsPane, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pane.undo_requested):
        press(Key.Key_U)
    press(Key.Key_S)
    with qtbot.waitSignal(pane.undo_requested):
        press(Key.Key_U)


def test_space_asks_for_the_words_in_the_reader(pane: ProposalsPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.words_requested) as caught:
        press(Key.Key_Space)
    assert words_of(caught.args[0]) == "Sunday"


@pytest.mark.parametrize("letter", ["E", "A", "S", "J", "U"])
def test_letters_on_the_card_are_not_those_of_the_window(
    window: QMainWindow, pane: ProposalsPane, qtbot: QtBot, letter: str
) -> None:
    action = QAction("Other", window)
    action.setShortcut(QKeySequence(letter))
    window.addAction(action)
    with qtbot.assertNotEmitted(action.triggered):
        press(Key(ord(letter)))
    assert pane.isVisible()


def test_attach_goes_to_the_likely_incident(pane_with: ShowMatches, qtbot: QtBot) -> None:
    pane = pane_with([match()])
    assert pane.card.bar.attach.text() == "Attach to existing"
    with qtbot.waitSignal(pane.attach_requested) as caught:
        press(Key.Key_A)
    assert (words_of(caught.args[0]), *caught.args[1:]) == ("Sunday", 5, None)


def test_a_number_chooses_among_several(pane_with: ShowMatches, qtbot: QtBot) -> None:
    pane = pane_with([match(5), match(6, differs=True)])
    press(Key.Key_2)
    assert pane.card.bar.attach.text() == "Attach as contradicting"
    with qtbot.waitSignal(pane.attach_requested) as caught:
        press(Key.Key_A)
    assert caught.args[1] == 6


def test_attach_without_a_likely_incident_looks_for_one(pane: ProposalsPane, qtbot: QtBot) -> None:
    press(Key.Key_A)
    assert pane.card.finder.isVisible()
    with qtbot.assertNotEmitted(pane.accept_requested):
        press(Key.Key_Return)
    assert not pane.card.finder.isVisible()
    assert pane.card.bar.attach.text() == "Attach as contradicting"
    with qtbot.waitSignal(pane.attach_requested) as caught:
        press(Key.Key_A)
    assert caught.args[1] == 8


def test_shift_a_asks_for_the_stance(pane_with: ShowMatches, qtbot: QtBot) -> None:
    pane = pane_with([match()])
    press(Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.activeAction() is menu.actions()[0]
    with qtbot.waitSignal(pane.attach_requested) as caught:
        QTest.keyClick(menu, Key.Key_Q)
    assert caught.args[2] is Stance.QUALIFIES


def test_escape_leaves_the_fields_and_then_the_pane(pane: ProposalsPane) -> None:
    press(Key.Key_E)
    assert pane.card.form.isVisible()
    press(Key.Key_Escape)
    assert not pane.card.form.isVisible()
    assert pane.card.hasFocus()


def test_the_last_decision_leaves_the_list_of_what_is_done(pane: ProposalsPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.proposal_shown, check_params_cb=lambda shown: shown is None):
        for _ in range(3):
            press(Key.Key_S)
    assert pane.current() is None
    assert not pane.area.isVisible()
    with qtbot.waitSignal(pane.unskip_requested) as caught:
        press(Key.Key_Return)
    assert [words_of(one) for one in caught.args[0]] == ["Sunday"]


def test_enter_on_a_taken_one_shows_its_incident(pane: ProposalsPane, qtbot: QtBot) -> None:
    taken = propose_day("Sunday", state=ProposalState.TAKEN)
    pane.show_proposals([taken], scope=Scope.DOCUMENT)
    pane.focus_pane()
    with qtbot.waitSignal(pane.incident_requested) as caught:
        press(Key.Key_Return)
    assert caught.args == [7]


def test_enter_in_the_list_puts_a_proposal_on_the_card(pane: ProposalsPane) -> None:
    pane.list.setFocus()
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert words_of(pane.current()) == "Tuesday"
    assert pane.card.hasFocus()


def test_nothing_is_decided_in_a_project_that_is_read_only(pane: ProposalsPane, qtbot: QtBot) -> None:
    pane.set_read_only(True)
    with qtbot.assertNotEmitted(pane.accept_requested), qtbot.assertNotEmitted(pane.skip_requested):
        for key in (Key.Key_Return, Key.Key_S, Key.Key_A, Key.Key_E):
            press(key)
    assert pane.card.mode is CardMode.READING
    press(Key.Key_J)
    assert words_of(pane.current()) == "Monday"


def test_editing_survives_the_same_proposals_again(pane: ProposalsPane) -> None:
    press(Key.Key_E)
    pane.card.form.title.edit.setPlainText("Barge lost")
    pane.show_proposals(propose_all(), scope=Scope.DOCUMENT)
    assert pane.card.mode is CardMode.EDITING
    assert pane.card.form.title.value() == "Barge lost"


def test_copies_are_asked_about_one_by_one(pane: ProposalsPane, qtbot: QtBot) -> None:
    pane.show_duplicates([NearDuplicate(3, "Wire", 1, "Post", 0.9), NearDuplicate(4, "Gazette", 1, "Post", 0.8)])
    with qtbot.waitSignal(pane.republishes_requested) as caught:
        pane.duplicates.yes.click()
    assert caught.args == [3, 1]
    with qtbot.waitSignal(pane.duplicate_dismissed) as refused:
        pane.duplicates.no.click()
    assert refused.args == [4, 1]
    assert not pane.duplicates.isVisible()


def test_reading_can_be_cancelled_and_ends_with_the_proposals(pane: ProposalsPane, qtbot: QtBot) -> None:
    pane.show_reading(3, 10)
    qtbot.waitUntil(pane.reading.isVisible)
    with qtbot.waitSignal(pane.cancel_requested):
        pane.reading.cancel.click()
    pane.show_nothing("No dates found in this text.")
    assert not pane.reading.isVisible()


def test_all_documents_have_a_heading_for_each_day(pane: ProposalsPane) -> None:
    copy = replace(propose_day("Sunday", capture=2), copies=(propose_day("Sunday", capture=3).origin,))
    pane.show_proposals([propose_day("Sunday"), copy, propose_day("Monday")], scope=Scope.ALL)
    model = pane.list.lines
    assert [row for row in range(model.rowCount()) if model.line_at(row) is None] == [0, 2]
    assert "also in 1 copy" in str(model.data(model.index(1)))


def test_thousands_of_proposals_are_walked_through(pane: ProposalsPane) -> None:
    lines = [replace(line, origin=replace(line.origin, capture_id=n)) for n in range(2000) for line in propose_all()]
    pane.show_proposals(lines, scope=Scope.ALL)
    pane.focus_pane()
    for _ in range(20):
        press(Key.Key_J)
    press(Key.Key_Return)
    assert pane.header.progress.text().startswith("1 of ")
    assert pane.list.lines.row_map.line_count == 5999  # the one on the card is not in the list


def test_tab_walks_through_the_card_in_its_order(pane_with: ShowMatches) -> None:
    pane = pane_with([match(5), match(6)])
    first, second, _ = pane.card.matches.rows
    bar = pane.card.bar
    walked = []
    for _ in range(9):
        press(Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    rows = [first, first.show_button, second.show_button]  # of radio buttons Tab comes to the chosen one
    assert walked == [*rows, pane.card.matches.other, bar.accept, bar.edit, bar.attach, bar.skip, pane.list]


def test_enter_on_a_likely_incident_chooses_it(pane_with: ShowMatches, qtbot: QtBot) -> None:
    pane = pane_with([match(5), match(6)])
    second = pane.card.matches.rows[1]
    second.setFocus()
    with qtbot.assertNotEmitted(pane.accept_requested):
        press(Key.Key_Return)
    assert pane.card.matches.chosen() == second.match


def test_tab_walks_through_the_fields_in_their_order(pane: ProposalsPane) -> None:
    press(Key.Key_E)
    form = pane.card.form
    walked = []
    for _ in range(6):
        press(Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert walked[:2] == [form.date.edit, form.place]
    assert walked[3:] == [form.names.chips[0], form.accept, form.cancel]


def test_keys_stay_with_the_pane_while_other_documents_are_read(pane: ProposalsPane, qtbot: QtBot) -> None:
    pane.header.title.setFocus()
    pane.header.title.click()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    with qtbot.waitSignal(pane.scope_changed) as caught:
        QTest.keyClick(menu, Key.Key_A)
    assert caught.args == [Scope.ALL]
    menu.close()
    pane.show_nothing("")
    pane.show_proposals(propose_all(), scope=Scope.ALL)
    assert pane.card.hasFocus()


def test_the_next_card_knows_what_was_just_accepted(pane_with: ShowMatches) -> None:
    """The project answers while the wish is emitted: only then the next card asks what may be the same."""
    written = [match(4)]
    pane = pane_with(written)

    def answer(_proposed: ProposedIncident, _draft: object) -> None:
        written.insert(0, match(6))

    pane.accept_requested.connect(answer)
    press(Key.Key_Return)
    assert [one.incident_id for one in pane.card.matches.matches()] == [6, 4]


def test_matches_follow_the_project_and_keep_the_choice(pane_with: ShowMatches) -> None:
    written = [match(4), match(6)]
    pane = pane_with(written)
    press(Key.Key_2)
    written.insert(0, match(5))
    pane.show_proposals(propose_all(), scope=Scope.DOCUMENT)
    assert [one.incident_id for one in pane.card.matches.matches()] == [5, 4, 6]
    chosen = pane.card.matches.chosen()
    assert chosen is not None
    assert chosen.incident_id == 6


def test_f6_comes_to_the_card_past_the_header(pane_with: ShowMatches, window: QMainWindow) -> None:
    pane = pane_with(())
    fresh = ProposalsPane(ProposalLoaders(no_matches, find_incidents, draft_of), window)
    fresh.resize(400, 800)
    fresh.show()
    fresh.show_proposals(propose_all(), scope=Scope.DOCUMENT)
    assert pane.card.hasFocus()
    focus_into(fresh)
    assert fresh.card.hasFocus()

"""What the pane says, and what its fields make of a proposal."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from dates import UNDATED, UncertainDate
from gui.proposals.edit_form import EditForm
from gui.proposals.loaders import ProposalLoaders, Scope
from gui.proposals.proposal_card import ProposalCard
from gui.proposals.quoting import quoted
from gui.texts import problem_text
from gui.texts.proposals import REASONS, STATES, day_heading, day_key, duplicate_text, match_reasons, rank_note
from models.drafts import IncidentDraft, RoleDraft
from models.enums import EntityKind, ProblemCode, Status
from models.errors import UserFacingError
from models.proposals import IncidentMatch, MatchReason, NearDuplicate, ProposalState, Rank, Reason
from tests.gui.proposals.making import draft_of, propose_day


@pytest.fixture
def form(qtbot: QtBot) -> EditForm:
    made = EditForm()
    qtbot.addWidget(made)
    made.show()
    return made


def test_reasons_read_as_one_line() -> None:
    why = (
        Reason(MatchReason.SAME_PLACE),
        Reason(MatchReason.DAYS_APART, days=1),
        Reason(MatchReason.SHARED_WORDS, words=("attack", "base")),
    )
    found = IncidentMatch(1, "t", UNDATED, Status.REPORTED, why, dates_differ=True)
    assert match_reasons(found) == "Same place, one day apart, shares “attack” and “base”"


def test_every_reason_and_state_has_words() -> None:
    assert set(REASONS) == set(MatchReason)
    assert set(STATES) == set(ProposalState)
    assert rank_note(Rank.REPORTED)
    assert not rank_note(Rank.STATED)


def test_a_copy_is_named_with_its_share() -> None:
    assert duplicate_text(NearDuplicate(2, "Wire", 1, "Post", 0.917)) == "“Wire” has 92 % of its words from “Post”."


@pytest.mark.parametrize(
    ("edtf", "heading"),
    [
        ("2024-01-21", "Sunday, 21 January 2024"),
        ("2024-01-21T15:30", "Sunday, 21 January 2024"),
        ("2024-01", "January 2024"),
        ("2024-01-04/2024-01-09", "4 to 9 January 2024"),
    ],
)
def test_a_heading_names_the_day_that_proposals_share(edtf: str, heading: str) -> None:
    assert day_heading(day_key(UncertainDate(edtf))) == heading


def test_quoted_words_are_those_of_the_sentence_on_one_line() -> None:
    text = "It  was\nclear.  The\n barge sank \n on  Sunday."
    found = quoted(propose_day("Sunday", text=text).proposal)
    assert found.text.endswith("barge sank on Sunday.")
    assert found.words == "Sunday"


def test_quoted_without_words_in_the_sentence_marks_nothing() -> None:
    proposal = propose_day("Sunday").proposal
    astray = replace(proposal, mention=replace(proposal.mention, start=900, end=906))
    assert quoted(astray).words == ""


def test_enter_in_a_field_takes_what_was_changed(form: EditForm, qtbot: QtBot) -> None:
    proposed = propose_day("Sunday")
    form.show_proposal(proposed, draft_of(proposed))
    form.title.edit.setPlainText("Barge lost")
    form.date.edit.setText("20 Jan 2024")
    with qtbot.waitSignal(form.accepted) as caught:
        QTest.keyClick(form.date.edit, Qt.Key.Key_Return)
    draft = caught.args[0]
    assert (draft.title, draft.date.edtf, draft.status) == ("Barge lost", "2024-01-20", Status.REPORTED)


@pytest.mark.parametrize("field", ["title", "date"])
def test_what_cannot_be_stored_stays_and_is_told(form: EditForm, qtbot: QtBot, field: str) -> None:
    proposed = propose_day("Sunday")
    form.show_proposal(proposed, draft_of(proposed))
    form.title.edit.setPlainText("" if field == "title" else "Barge lost")
    form.date.edit.setText("31 Feb 2024" if field == "date" else "")
    with qtbot.assertNotEmitted(form.accepted):
        form.accept.click()
    told = form.title.edit if field == "title" else form.date.edit
    assert told.hasFocus()


def test_an_offered_place_is_taken_by_its_button(form: EditForm, qtbot: QtBot) -> None:
    proposed = propose_day("Sunday")
    form.show_proposal(proposed, draft_of(proposed))
    offered = [pill for pill in form.findChildren(QPushButton) if pill.text() == "Port Vell"]
    offered[0].click()
    with qtbot.waitSignal(form.accepted) as caught:
        form.accept.click()
    assert caught.args[0].place == "Port Vell"


def test_names_go_in_and_out(form: EditForm, qtbot: QtBot) -> None:
    proposed = propose_day("Sunday")
    known = RoleDraft(kind=EntityKind.ORGANISATION, name="Port Authority")
    form.show_proposal(proposed, IncidentDraft(title="t", roles=(known,)))
    first, offered = form.names.chips
    assert [chip.role() is not None for chip in form.names.chips] == [True, False]
    first.click()
    offered.take_in(EntityKind.PERSON)
    with qtbot.waitSignal(form.accepted) as caught:
        form.accept.click()
    assert [(role.kind, role.name) for role in caught.args[0].roles] == [(EntityKind.PERSON, "Ada Lund")]


def test_what_cannot_be_read_is_told_and_accepts_nothing(qtbot: QtBot) -> None:
    def refuse(_proposed: object) -> IncidentDraft:
        raise UserFacingError(ProblemCode.DAMAGED)

    card = ProposalCard(ProposalLoaders(lambda _: (), lambda _: (), refuse))
    qtbot.addWidget(card)
    card.show()
    card.show_proposal(propose_day("Sunday"), Scope.DOCUMENT)
    told = [
        label.text() for label in card.findChildren(QLabel) if label.isVisible() and label.property("role") == "error"
    ]
    assert told == [problem_text(UserFacingError(ProblemCode.DAMAGED)).title]
    with qtbot.assertNotEmitted(card.accepted):
        card.accept()

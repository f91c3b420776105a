"""Which proposal comes next, and what undo brings back."""

from dataclasses import replace

from gui.proposals.agenda import Agenda, Decision
from models.proposals import ProposalState, ProposedIncident
from tests.gui.proposals.making import propose_all


def agenda_of(lines: list[ProposedIncident]) -> Agenda:
    made = Agenda()
    made.load(lines)
    return made


def test_load_makes_the_first_open_one_current() -> None:
    first, second, third = propose_all()
    agenda = agenda_of([replace(first, state=ProposalState.TAKEN), second, third])
    assert agenda.current == second
    assert agenda.done_count == 1
    assert agenda.waiting() == ([third], [])


def test_decide_goes_on_to_the_next_one_at_once() -> None:
    first, second, third = propose_all()
    agenda = agenda_of([first, second, third])
    agenda.select(second.key)
    agenda.decide(Decision.ACCEPTED, "The lock was shut")
    assert agenda.current == third
    assert agenda.waiting() == ([], [first])
    assert [line.state for line in agenda.done()] == [ProposalState.TAKEN]
    assert agenda.last_decided is not None
    assert agenda.last_decided.title == "The lock was shut"


def test_decide_on_the_last_one_goes_back_to_what_was_passed_over() -> None:
    first, second, third = propose_all()
    agenda = agenda_of([first, second, third])
    agenda.select(third.key)
    agenda.decide(Decision.SKIPPED, "")
    assert agenda.current == first


def test_step_comes_round_at_both_ends() -> None:
    lines = propose_all()
    agenda = agenda_of(lines)
    agenda.step(-1)
    assert agenda.current == lines[2]
    agenda.step(1)
    assert agenda.current == lines[0]


def test_load_after_undo_brings_the_undone_one_back() -> None:
    lines = propose_all()
    agenda = agenda_of(lines)
    agenda.decide(Decision.ACCEPTED, "a")
    agenda.decide(Decision.SKIPPED, "b")
    agenda.load([replace(lines[0], state=ProposalState.TAKEN), *lines[1:]])
    assert agenda.current == lines[1]
    assert agenda.last_decided is not None
    assert agenda.last_decided.title == "a"


def test_load_keeps_the_place_when_the_current_one_is_gone() -> None:
    first, second, third = propose_all()
    agenda = agenda_of([first, second, third])
    agenda.select(second.key)
    agenda.load([first, third])
    assert agenda.current == third


def test_load_keeps_the_sentence_whose_date_was_read_anew() -> None:
    first, second, third = propose_all()
    agenda = agenda_of([first, second, third])
    agenda.select(second.key)
    moved = replace(second, proposal=replace(second.proposal, date=third.proposal.date))
    agenda.load([third, moved, first])
    assert agenda.current == moved


def test_load_of_another_document_begins_at_its_first() -> None:
    agenda = agenda_of(propose_all())
    agenda.step(2)
    agenda.decide(Decision.SKIPPED, "c")
    others = propose_all(capture=2)
    agenda.load(others)
    assert agenda.current == others[0]
    assert agenda.last_decided is None


def test_nothing_is_current_when_all_are_done() -> None:
    agenda = agenda_of(propose_all()[:1])
    agenda.decide(Decision.ACCEPTED, "a")
    agenda.step(1)
    agenda.decide(Decision.ACCEPTED, "again")
    assert agenda.current is None
    assert agenda.done_count == 1

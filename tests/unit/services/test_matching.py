"""Incidents that a proposal may tell too: what is offered, in which order, with which reasons."""

import datetime as dt

import pytest

from dates import read_dates
from models.drafts import RoleDraft
from models.enums import EntityKind
from models.proposals import IncidentMatch, MatchReason, Origin, Proposal, ProposedIncident
from services import incidents
from services.matching import find_matches
from services.project import Project
from services.proposals import propose
from tests.factories import add_capture, add_citation, add_incident, add_source

PUBLISHED = dt.date(2024, 1, 24)


def proposal_of(text: str, published: dt.date = PUBLISHED) -> Proposal:
    """The first proposal of a text."""
    return propose(text, read_dates(text, published), published=published)[0]


def ids(found: tuple[IncidentMatch, ...]) -> list[int]:
    return [one.incident_id for one in found]


def test_find_matches_with_other_words_and_a_day_off_offers_the_incident_with_reasons(project: Project) -> None:
    wanted = add_incident(project, "Ferry Aldona grounds on a reef", "2024-01-21", place="Cape Horrel")
    add_incident(project, "Town council adopts the budget", "2024-01-21")
    proposed = proposal_of("A passenger vessel with 212 people on board struck rocks near Cape Horrel on Monday.")

    found = find_matches(project, proposed)

    assert ids(found) == [wanted]
    by_code = {reason.code: reason for reason in found[0].reasons}
    assert by_code[MatchReason.DAYS_APART].days == 1
    assert by_code[MatchReason.SAME_PLACE].words == ("Cape Horrel",)
    assert "vessel" in by_code[MatchReason.SHARED_WORDS].words
    assert found[0].dates_differ


def test_find_matches_with_an_undated_incident_offers_it_without_a_difference(project: Project) -> None:
    wanted = add_incident(project, "Treasurer Oskar Renn is jailed", "")
    found = find_matches(project, proposal_of("Oskar Renn was sentenced to six years on Monday."))
    assert ids(found) == [wanted]
    assert not found[0].dates_differ
    assert {reason.code for reason in found[0].reasons} == {MatchReason.SHARED_NAMES, MatchReason.SHARED_WORDS}


def test_find_matches_reads_quotes_and_people_of_an_incident(project: Project) -> None:
    quoted = add_incident(project, "What the harbour master saw", "2024-01-22")
    add_citation(project, quoted, add_source(project), quote="the tanker Halcyon leaked fuel into the bay")
    named = add_incident(
        project, "A hearing", "2024-01-22", roles=(RoleDraft(kind=EntityKind.PERSON, name="Mirela Tomsk"),)
    )
    assert ids(find_matches(project, proposal_of("Fuel leaked from the Halcyon on Monday, divers said."))) == [quoted]
    assert ids(find_matches(project, proposal_of("Mirela Tomsk testified on Monday for two hours."))) == [named]


def test_find_matches_where_nothing_is_alike_offers_nothing(project: Project) -> None:
    add_incident(project, "Town council adopts the budget", "2024-01-22")
    add_incident(project, "Seed prices fall", "2019-05")
    assert find_matches(project, proposal_of("A glider landed in a maize field on Monday.")) == ()


def test_find_matches_in_an_empty_project_offers_nothing(project: Project) -> None:
    assert find_matches(project, proposal_of("A glider landed in a maize field on Monday.")) == ()


def test_find_matches_leaves_out_what_lies_in_the_bin(project: Project) -> None:
    wanted = add_incident(project, "Glider lands in a maize field", "2024-01-22")
    incidents.delete_incidents(project, [wanted])
    assert find_matches(project, proposal_of("A glider landed in a maize field on Monday.")) == ()


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_find_matches_offers_no_more_than_the_limit_best_first(project: Project, limit: int) -> None:
    days = ("2024-01-18", "2024-01-22", "2024-01-20", "2024-01-10")
    made = {day: add_incident(project, "Glider lands in a maize field", day) for day in days}
    found = find_matches(project, proposal_of("A glider landed in a maize field on Monday."), limit=limit)
    assert ids(found) == [made[day] for day in ("2024-01-22", "2024-01-20", "2024-01-18")][:limit]


@pytest.mark.parametrize("words", ['"', "NEAR(", "a* OR b*", "ÅNGSTRÖM'S", "x" * 900, "١٢٣", "\u0130stanbul"])
def test_find_matches_takes_any_words_as_words(project: Project, words: str) -> None:
    wanted = add_incident(project, f"Glider lands in a maize field {words}", "2024-01-22")
    found = find_matches(project, proposal_of(f"A glider landed in a maize field on Monday, {words} said."))
    assert ids(found) == [wanted]


def test_find_matches_reads_who_is_meant_from_the_words_before(project: Project) -> None:
    wanted = add_incident(project, "The Halcyon founders", "2024-01-11")
    add_incident(project, "The Berenice founders", "2024-01-11")
    text = "The tanker Halcyon left Skarn without cargo. She sank on 12 January 2024 in a storm, the owners said."
    source = add_source(project)
    capture = add_capture(project, source, text)
    proposed = proposal_of(text)
    origin = Origin(source, "Notes", capture, proposed.start, proposed.end)
    found = find_matches(project, ProposedIncident(proposed, origin))
    assert ids(found)[0] == wanted
    assert all("Halcyon" not in reason.words for reason in found[0].reasons)


@pytest.mark.parametrize("edtf", ["2024-01", "2024", "[2024-01-20..2024-01-23]", "2024-01-22~"])
def test_find_matches_with_a_coarser_date_that_holds_the_day_says_that_they_overlap(
    project: Project, edtf: str
) -> None:
    wanted = add_incident(project, "Glider lands in a maize field", edtf)
    found = find_matches(project, proposal_of("A glider landed in a maize field on Monday."))
    assert ids(found) == [wanted]
    assert found[0].reasons[0].code is MatchReason.DATES_OVERLAP
    assert not found[0].dates_differ


def test_find_matches_with_an_approximate_date_just_beside_does_not_call_them_different(project: Project) -> None:
    wanted = add_incident(project, "Glider lands in a maize field", "2024-01-21~")
    found = find_matches(project, proposal_of("A glider landed in a maize field on Monday."))
    assert [(one.incident_id, one.dates_differ) for one in found] == [(wanted, False)]


def test_find_matches_in_a_small_project_puts_the_same_day_before_more_words_of_another(project: Project) -> None:
    told = "On Tuesday, helicopters shelled the Orvan depot in reply to the mortars that hit Camp Teller on Sunday."
    reply = add_incident(project, "Helicopters shelled three depots of the Orvan brigade", "2024-01-23", place="Orvan")
    add_citation(project, reply, add_source(project), quote=told)
    mortars = add_incident(project, "Reply to mortars that hit Camp Teller", "2024-01-21")
    add_citation(project, mortars, add_source(project), quote=told)

    on_sunday = find_matches(project, proposal_of("On Sunday mortars of the Orvan brigade hit Camp Teller."))
    on_tuesday = find_matches(project, proposal_of("On Tuesday helicopters hit a depot near Camp Teller in reply."))

    assert ids(on_sunday) == [mortars, reply]
    assert ids(on_tuesday)[0] == reply


def test_find_matches_with_a_day_years_off_asks_for_more_than_a_few_common_words(project: Project) -> None:
    add_incident(project, "Fourteen mortars were fired at a base that houses engineers", "2021-07-07", place="Orvan")
    other_day = "The mortars on Sunday were fired from a truck at the largest base in the west of the country."
    assert find_matches(project, proposal_of(other_day)) == ()


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Two rockets of the Al-Kharid brigade hit the air base on Sunday.", "Al-Kharid"),
        ("Police searched the Labour Office on Sunday.", "Labour"),
        ("Police searched Hollow Creek Mills on Sunday.", "Hollow Creek Mills"),
    ],
)
def test_find_matches_says_the_part_of_a_name_that_both_have(project: Project, sentence: str, named: str) -> None:
    add_incident(project, "Rockets of Al-Kharid hit the air base", "2024-01-21")
    add_incident(project, "Police search Labour premises", "2024-01-21")
    add_incident(project, "Police search the Hollow Creek mills", "2024-01-21")
    best = find_matches(project, proposal_of(sentence))[0]
    by_code = {reason.code: reason for reason in best.reasons}
    assert by_code[MatchReason.SHARED_NAMES].words == (named,)

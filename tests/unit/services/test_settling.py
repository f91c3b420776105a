"""A source gives an incident another date than it has: the ways to settle it."""

import pytest

from dates import UNDATED, UncertainDate
from models.drafts import CitationDraft, IncidentDraft, SourceDraft
from models.enums import Stance
from models.errors import UserFacingError
from models.snapshots import IncidentCard
from services.citations import add_citation
from services.incident_cards import get_incident
from services.incidents import add_incident
from services.project import Project
from services.settling import Settling, both_days, is_finer, is_open, settle_date
from services.sources import add_source

SATURDAY, SUNDAY = UncertainDate("2024-01-20"), UncertainDate("2024-01-21", "on Sunday")


@pytest.fixture
def contested(project: Project) -> IncidentCard:
    """Saturday says one source, Sunday the other."""
    source = add_source(project, SourceDraft(title="Wire"))
    incident = add_incident(project, IncidentDraft(title="Base hit", date=SATURDAY))
    add_citation(project, incident, CitationDraft(source_id=source, stated=SATURDAY))
    add_citation(project, incident, CitationDraft(source_id=source, stated=SUNDAY, stance=Stance.CONTRADICTS))
    add_citation(project, incident, CitationDraft(source_id=source))
    return get_incident(project, incident)


def stances(project: Project, card: IncidentCard) -> list[Stance]:
    return [line.stance for line in get_incident(project, card.id).citations]


def test_settle_by_the_stated_date_turns_the_others_round(project: Project, contested: IncidentCard) -> None:
    settle_date(project, contested.citations[1].id, Settling.USE_STATED)
    assert get_incident(project, contested.id).date == SUNDAY
    assert stances(project, contested) == [Stance.QUALIFIES, Stance.SUPPORTS, Stance.SUPPORTS]


def test_settle_by_keeping_leaves_the_date(project: Project, contested: IncidentCard) -> None:
    settle_date(project, contested.citations[1].id, Settling.KEEP)
    assert get_incident(project, contested.id).date == SATURDAY
    assert stances(project, contested) == [Stance.SUPPORTS, Stance.QUALIFIES, Stance.SUPPORTS]


def test_settle_by_both_days_makes_either_of_them_the_date(project: Project, contested: IncidentCard) -> None:
    settle_date(project, contested.citations[1].id, Settling.KEEP_BOTH)
    assert get_incident(project, contested.id).date.edtf == "[2024-01-20,2024-01-21]"
    assert stances(project, contested) == [Stance.SUPPORTS] * 3


def test_settling_is_one_step_of_undo(project: Project, contested: IncidentCard) -> None:
    settle_date(project, contested.citations[1].id, Settling.USE_STATED)
    project.undo()
    assert stances(project, contested) == [line.stance for line in contested.citations]
    assert get_incident(project, contested.id).date == SATURDAY


def test_settle_of_a_citation_that_is_gone_is_refused(project: Project) -> None:
    with pytest.raises(UserFacingError):
        settle_date(project, 99, Settling.KEEP)


def test_only_what_cannot_be_both_is_open(project: Project, contested: IncidentCard) -> None:
    same, other, silent = contested.citations
    assert not is_open(same, SATURDAY)
    assert is_open(other, SATURDAY)
    assert not is_open(silent, SATURDAY)
    assert not is_open(other, UNDATED)


def test_a_finer_date_is_worth_offering(contested: IncidentCard) -> None:
    sunday = contested.citations[1]
    assert is_finer(sunday, UncertainDate("2024-01"))
    assert is_finer(sunday, UNDATED)
    assert not is_finer(sunday, SATURDAY)
    assert not is_finer(contested.citations[2], UNDATED)


def test_both_days_are_offered_for_single_days_only(contested: IncidentCard) -> None:
    sunday = contested.citations[1]
    assert both_days(sunday, SATURDAY) is not None
    assert both_days(sunday, UncertainDate("2023-12")) is None
    assert both_days(sunday, SUNDAY) is None

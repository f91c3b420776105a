"""The list: order, headings, filters, rows and counts."""

import pytest

from models.drafts import IncidentDraft, IncidentPatch, RoleDraft
from models.enums import Confidence, EntityKind, ProblemCode, Stance, Status
from models.errors import InvalidDraftError, UserFacingError
from models.snapshots import IncidentFilter
from services import chronology, incidents, saved_views, sources
from services.chronology import Grouping, list_incidents
from services.entities import list_entities
from services.project import Project
from tests import factories
from tests.counts import count_all


@pytest.fixture
def dated(project: Project) -> dict[str, int]:
    """One incident for each of these dates, added in no order; ids by date."""
    dates = ("2024-01-23", "2023", "2023-10", "2023-10-05", "", "2024-01-04", "-0043", "Y12000", "2024-01-23?")
    return {edtf: factories.add_incident(project, f"On {edtf or 'no day'}", edtf) for edtf in dates}


def test_list_is_in_order_with_headings_by_month(project: Project, dated: dict[str, int]) -> None:
    listing = list_incidents(project, IncidentFilter())
    order = [next(edtf for edtf, i in dated.items() if i == found) for found in listing.ids]
    assert order == ["-0043", "2023-10-05", "2023-10", "2023", "2024-01-04", "2024-01-23", "2024-01-23?", "Y12000", ""]
    assert [(group.key, group.count) for group in listing.groups] == [
        ("-0043", 1),
        ("2023-10", 2),
        ("2023", 1),
        ("2024-01", 3),
        ("Y12000", 1),
        ("", 1),
    ]
    january = listing.groups[3]
    assert january.total == 3
    days = listing.days_of(3)
    assert [day for day, count in enumerate(days, start=1) if count] == [4, 23]
    assert len(days) == 31


def test_list_by_year_and_newest_first(project: Project, dated: dict[str, int]) -> None:
    listing = list_incidents(project, IncidentFilter(), grouping=Grouping.YEAR, newest_first=True)
    assert list(listing.ids) == list(reversed(list_incidents(project, IncidentFilter()).ids))
    assert [group.key for group in listing.groups] == ["", "Y12000", "2024", "2023", "-0043"]
    assert all(listing.days_of(number) == () for number in range(5))


def test_group_counts_tell_shown_and_all(project: Project, dated: dict[str, int]) -> None:
    incidents.edit_incident(project, dated["2024-01-04"], IncidentPatch(marked=True))
    (group,) = list_incidents(project, IncidentFilter(marked=True)).groups
    assert (group.key, group.count, group.total) == ("2024-01", 1, 3)


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        (IncidentFilter(text="dam"), {"The dam is closed"}),
        (IncidentFilter(text="DÁM clos"), {"The dam is closed"}),
        (IncidentFilter(text='"dam is"'), {"The dam is closed"}),
        (IncidentFilter(text='"is dam"'), set()),
        (IncidentFilter(text="bridge shut"), {"The dam is closed"}),
        (IncidentFilter(text="water board"), {"The dam is closed"}),
        (IncidentFilter(text="upper"), {"The dam is closed"}),
        (IncidentFilter(text="nine"), set()),
        (IncidentFilter(text="water"), {"The dam is closed", "The mill stands still"}),
        (IncidentFilter(text='" OR * NEAR( ^'), set()),
        (IncidentFilter(text="   "), {"The dam is closed", "The mill stands still"}),
        (IncidentFilter(since="2024-01-22"), {"The mill stands still"}),
        (IncidentFilter(until="2024-01-20"), {"The dam is closed"}),
        (IncidentFilter(since="2023", until="2024"), {"The dam is closed", "The mill stands still"}),
        (IncidentFilter(statuses=frozenset({Status.VERIFIED})), set()),
        (IncidentFilter(tag_ids=frozenset({2})), {"The dam is closed"}),
        (IncidentFilter(entity_ids=frozenset({1})), {"The dam is closed"}),
        (IncidentFilter(source_ids=frozenset({1})), {"The dam is closed"}),
        (IncidentFilter(uncited=True), {"The mill stands still"}),
        (IncidentFilter(disputed_by_sources=True), {"The dam is closed"}),
        (IncidentFilter(changed_since="2000-01-01T00:00:00Z"), {"The dam is closed", "The mill stands still"}),
        (IncidentFilter(changed_since="2100-01-01T00:00:00Z"), set()),
    ],
)
def test_filter_shows_what_it_says(project: Project, wanted: IncidentFilter, titles: set[str]) -> None:
    factories.fill(project)
    rows = chronology.get_rows(project, list_incidents(project, wanted).ids)
    assert {row.title for row in rows} == titles
    view = saved_views.add_view(project, "Kept", wanted)
    (card,) = count_all(project).views
    assert (card.id, card.filter, card.incident_count) == (view, wanted, len(titles))


def test_place_and_person_together_ask_for_both(project: Project) -> None:
    ida = RoleDraft(kind=EntityKind.PERSON, name="Ida Korn")
    both = factories.add_incident(project, "Both", place="Quay", roles=(ida,))
    factories.add_incident(project, "Place only", place="Quay")
    person = factories.add_incident(project, "Person only", roles=(ida,))
    quay, korn = (next(e.id for e in list_entities(project) if e.name == name) for name in ("Quay", "Ida Korn"))
    assert list(list_incidents(project, IncidentFilter(entity_ids=frozenset({quay, korn}))).ids) == [both]
    assert list(list_incidents(project, IncidentFilter(entity_ids=frozenset({korn}))).ids) == [both, person]
    assert list(list_incidents(project, IncidentFilter(entity_ids=frozenset({99}))).ids) == []


def test_filter_with_a_date_that_is_none_is_refused(project: Project) -> None:
    with pytest.raises(InvalidDraftError) as caught:
        list_incidents(project, IncidentFilter(since="soon"))
    assert caught.value.fields == {"since": "bad_value"}


def test_punctuation_alone_is_searched_as_it_stands(project: Project) -> None:
    factories.add_incident(project, "What? Again")
    factories.add_incident(project, "Nothing")
    rows = chronology.get_rows(project, list_incidents(project, IncidentFilter(text="?")).ids)
    assert [row.title for row in rows] == ["What? Again"]


def test_rows_come_in_the_order_asked_for_and_gone_ones_are_left_out(project: Project) -> None:
    ids = factories.fill(project)
    rows = chronology.get_rows(project, [ids["second"], 99, ids["first"]])
    assert [row.id for row in rows] == [ids["second"], ids["first"]]
    dam = rows[1]
    assert (dam.place, [tag.name for tag in dam.tags]) == ("Upper valley", ["water", "orders"])
    assert (dam.citation_count, dam.contradicting_count) == (2, 1)
    assert chronology.get_rows(project, []) == ()


def test_binned_records_are_not_shown_or_counted(project: Project) -> None:
    ids = factories.fill(project)
    sources.delete_sources(project, [ids["other"]])
    (row,) = chronology.get_rows(project, [ids["first"]])
    assert (row.citation_count, row.contradicting_count) == (1, 0)
    incidents.delete_incidents(project, [ids["first"]])
    counts = count_all(project)
    assert (counts.incidents, counts.sources, counts.uncited, counts.binned) == (1, 1, 1, 2)
    assert {tag.name: tag.incident_count for tag in counts.tags} == {"orders": 0, "water": 1}


def test_counts_of_an_empty_project_have_no_span(project: Project) -> None:
    counts = count_all(project)
    assert (counts.incidents, counts.earliest, counts.latest) == (0, None, None)


def test_counts_know_the_first_and_last_date(project: Project, dated: dict[str, int]) -> None:
    counts = count_all(project)
    assert counts.earliest is not None
    assert counts.latest is not None
    assert (counts.earliest.edtf, counts.latest.edtf) == ("-0043", "Y12000")


def test_card_holds_everything_about_an_incident(project: Project) -> None:
    ids = factories.fill(project)
    roles = (
        RoleDraft(kind=EntityKind.PERSON, name="Ida Korn", role="miller"),
        RoleDraft(kind=EntityKind.ORGANISATION, name="Water board"),
    )
    patch = IncidentPatch(
        roles=roles, body=f"Shut at nine.[^{ids['citation']}]", confidence=Confidence.HIGH, note="ask again"
    )
    incidents.edit_incident(project, ids["first"], patch)
    card = incidents.get_incident(project, ids["first"])
    assert [(role.name, role.role) for role in card.roles] == [("Ida Korn", "miller"), ("Water board", "")]
    assert [(line.source_label, line.number, line.stance, line.mark in card.body) for line in card.citations] == [
        ("Log of the water board", 1, Stance.SUPPORTS, True),
        ("Letter from the miller", 2, Stance.CONTRADICTS, False),
    ]
    assert card.citations[0].mark in card.body
    assert [(line.outgoing, line.other_id) for line in card.links] == [(False, ids["second"])]
    assert (card.independent_sources, card.confidence) == (1, Confidence.HIGH)


def test_place_in_a_day_is_one_change_beside_the_one_that_is_named(project: Project) -> None:
    a, b, c, d = (factories.add_incident(project, name) for name in "abcd")
    other_day = factories.add_incident(project, "e", "2024-01-24")
    assert incidents.place_in_day(project, a, sibling_id=c, after=True)
    assert list(list_incidents(project, IncidentFilter()).ids) == [b, c, a, d, other_day]
    assert incidents.place_in_day(project, d, sibling_id=b, after=False)
    assert list(list_incidents(project, IncidentFilter()).ids) == [d, b, c, a, other_day]
    assert not incidents.place_in_day(project, a, sibling_id=other_day, after=True)
    assert not incidents.place_in_day(project, a, sibling_id=a, after=True)
    project.undo()
    project.undo()
    assert list(list_incidents(project, IncidentFilter()).ids) == [a, b, c, d, other_day]


def test_order_within_a_day_is_kept_and_stays_within_the_day(project: Project) -> None:
    a, b, c = (factories.add_incident(project, name) for name in "abc")
    other_day = factories.add_incident(project, "d", "2024-01-24")
    assert incidents.move_in_day(project, c, up=True)
    assert incidents.move_in_day(project, c, up=True)
    assert not incidents.move_in_day(project, c, up=True)
    assert not incidents.move_in_day(project, other_day, up=True)
    assert list(list_incidents(project, IncidentFilter()).ids) == [c, a, b, other_day]
    project.undo()
    assert list(list_incidents(project, IncidentFilter()).ids) == [a, c, b, other_day]
    with pytest.raises(UserFacingError) as caught:
        incidents.move_in_day(project, 99, up=True)
    assert caught.value.problem is ProblemCode.NOT_FOUND


def test_bulk_edit_is_one_change(project: Project) -> None:
    ids = [factories.add_incident(project, name, tags=("old",)) for name in "abc"]
    patch = IncidentPatch(status=Status.VERIFIED, add_tags=("new",), remove_tags=("old", "unknown"), place="Quay")
    incidents.edit_incidents(project, ids, patch)
    cards = [incidents.get_incident(project, i) for i in ids]
    assert {(card.status, card.place, card.tags[0].name, len(card.tags)) for card in cards} == {
        (Status.VERIFIED, "Quay", "new", 1)
    }
    step = project.undo_step()
    assert step is not None
    assert step.count == 3
    project.undo()
    assert {tag.name for i in ids for tag in incidents.get_incident(project, i).tags} == {"old"}


def test_many_incidents_are_added_as_one_change(project: Project) -> None:
    drafts = [IncidentDraft(title=f"Number {n}", tags=("all", f"t{n % 3}"), place="Quay") for n in range(300)]
    ids = incidents.add_incidents(project, drafts)
    assert len(project.history()) == 1
    assert len(list_incidents(project, IncidentFilter(text="number")).ids) == 300
    project.undo()
    assert len(list_incidents(project, IncidentFilter()).ids) == 0
    project.redo()
    assert list(list_incidents(project, IncidentFilter(text="number")).ids) == ids
    assert incidents.add_incidents(project, []) == []

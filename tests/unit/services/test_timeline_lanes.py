"""The lanes of a timeline: what stands in them, in which colours, with which links and silences."""

import pytest

from dates import UncertainDate
from dates.calendar import DAY_SECONDS, to_days
from models.drafts import IncidentPatch, LinkDraft, RoleDraft
from models.enums import EntityKind, LinkKind, Status
from models.snapshots import IncidentFilter
from services import incidents, links, sources
from services.captions import Caption, read_captions
from services.incident_index import IncidentIndex, read_columns
from services.incident_selection import select_incidents
from services.project import Project
from services.timeline_gathering import gather_lanes
from services.timeline_lanes import NOT_KNOWN, OTHERS, SEVERAL, LaneBy, LaneKey, Lanes
from services.timeline_links import LINK_KINDS
from tests.factories import add_citation, add_incident, add_source


def _gather(
    project: Project, by: LaneBy = LaneBy.NONE, colour_by: LaneBy = LaneBy.NONE, wanted: IncidentFilter | None = None
) -> Lanes:
    index = IncidentIndex(read_columns(project))
    return gather_lanes(project, index, select_incidents(project, index, wanted or IncidentFilter()), by, colour_by)


def _titles(lanes: Lanes) -> list[tuple[str, list[int]]]:
    return [(lane.title, list(lane.marks.ids)) for lane in lanes.lanes]


def _second(year: int, month: int, day: int) -> int:
    return to_days(year, month, day) * DAY_SECONDS


def test_gather_without_lanes_gives_one_lane_sorted_by_the_first_second(project: Project) -> None:
    year = add_incident(project, edtf="2024")
    day = add_incident(project, edtf="2024-01-20")
    earlier = add_incident(project, edtf="2023-12-31")
    undated = add_incident(project, edtf="")

    lanes = _gather(project)

    assert _titles(lanes) == [("", [earlier, year, day])]
    assert lanes.lanes[0].key == LaneKey(LaneBy.NONE, NOT_KNOWN)
    assert list(lanes.undated) == [undated]
    assert lanes.span == (_second(2023, 12, 31), _second(2025, 1, 1) - 1)
    assert lanes.count == 4


@pytest.mark.parametrize("edtf", ["../2023-12-31", "2023-12-31T23:59:59"])
def test_gather_of_a_single_moment_spans_its_day(project: Project, edtf: str) -> None:
    add_incident(project, edtf=edtf)
    add_incident(project, edtf=edtf)
    assert _gather(project).span == (_second(2023, 12, 31), _second(2024, 1, 1) - 1)


def test_gather_by_place_puts_the_largest_first_and_the_unknown_last(project: Project) -> None:
    nowhere = add_incident(project)
    mill = add_incident(project, place="Mill")
    dam = [add_incident(project, place="Dam") for _ in range(2)]

    lanes = _gather(project, LaneBy.PLACE)

    assert _titles(lanes) == [("Dam", dam), ("Mill", [mill]), ("", [nowhere])]
    assert lanes.lanes_of[dam[0]] == (lanes.lanes[0].key.id,)
    assert lanes.lanes_of[nowhere] == (NOT_KNOWN,)


def test_gather_by_place_takes_the_places_with_a_role_where_none_is_given(project: Project) -> None:
    role = [RoleDraft(kind=EntityKind.PLACE, name=name) for name in ("Dam", "Mill")]
    at_both = add_incident(project, roles=tuple(role))
    at_one = add_incident(project, roles=(role[0],))
    at_mill = add_incident(project, place="Mill", roles=(role[0],))

    lanes = _gather(project, LaneBy.PLACE)

    assert dict(_titles(lanes)) == {"Dam": [at_one], "Mill": [at_mill], "": [at_both]}
    assert lanes.lanes[-1].key.id == SEVERAL


def test_gather_by_tag_shows_an_incident_in_each_of_its_lanes(project: Project) -> None:
    both = add_incident(project, tags=("water", "orders"))
    one = add_incident(project, tags=("water",))
    none = add_incident(project)

    lanes = _gather(project, LaneBy.TAG)

    assert _titles(lanes) == [("water", [both, one]), ("orders", [both]), ("", [none])]
    assert set(lanes.lanes_of[both]) == {lanes.lanes[0].key.id, lanes.lanes[1].key.id}
    assert None not in [lane.colour for lane in lanes.lanes[:2]]


@pytest.mark.parametrize(
    ("by", "kind"), [(LaneBy.PERSON, EntityKind.PERSON), (LaneBy.ORGANISATION, EntityKind.ORGANISATION)]
)
def test_gather_by_names_asks_for_their_own_kind(project: Project, by: LaneBy, kind: EntityKind) -> None:
    named = add_incident(project, roles=(RoleDraft(kind=kind, name="Ida"), RoleDraft(kind=EntityKind.THING, name="Ax")))

    assert _titles(_gather(project, by)) == [("Ida", [named])]


def test_gather_by_source_leaves_out_sources_in_the_bin(project: Project) -> None:
    incident = add_incident(project)
    log, letter = add_source(project, "Log"), add_source(project, "Letter")
    for source in (log, log, letter):
        add_citation(project, incident, source)
    sources.delete_sources(project, [letter])

    assert _titles(_gather(project, LaneBy.SOURCE)) == [("Log", [incident])]


def test_gather_by_status_keeps_the_order_of_statuses(project: Project) -> None:
    disputed = add_incident(project, status=Status.DISPUTED)
    unverified = add_incident(project)

    lanes = _gather(project, LaneBy.STATUS)

    assert [lane.key.id - 1 for lane in lanes.lanes] == [
        list(Status).index(Status.UNVERIFIED),
        list(Status).index(Status.DISPUTED),
    ]
    assert [list(lane.marks.ids) for lane in lanes.lanes] == [[unverified], [disputed]]


def test_gather_of_a_filter_keeps_the_order_and_colours_of_the_whole_project(project: Project) -> None:
    for place, status in (("Dam", Status.REPORTED), ("Dam", Status.REPORTED), ("Mill", Status.VERIFIED)):
        add_incident(project, place=place, status=status)
    for title in ("A", "B"):
        add_incident(project, title, place="Mill", status=Status.VERIFIED)
    add_incident(project, "C", place="Dam", status=Status.VERIFIED)
    wanted = IncidentFilter(statuses=frozenset({Status.REPORTED}))

    every, some = (_gather(project, LaneBy.PLACE, LaneBy.PLACE, each) for each in (IncidentFilter(), wanted))

    assert [entry.title for entry in every.legend] == ["Dam", "Mill"]
    assert [(entry.title, entry.role) for entry in some.legend] == [("Dam", every.legend[0].role)]
    assert set(some.lanes[0].marks.colours) == {every.legend[0].code}


def test_colours_beyond_the_six_most_frequent_are_one(project: Project) -> None:
    for number in range(8):
        for _ in range(8 - number):
            add_incident(project, roles=(RoleDraft(kind=EntityKind.PERSON, name=f"Person {number}"),))
    add_incident(project)

    legend = _gather(project, LaneBy.NONE, LaneBy.PERSON).legend

    assert [entry.title for entry in legend] == [*(f"Person {number}" for number in range(6)), "", ""]
    assert [entry.key.id for entry in legend[-2:]] == [OTHERS, NOT_KNOWN]
    assert len({entry.role for entry in legend}) == 8


def test_links_are_those_between_two_shown_and_dated_incidents(project: Project) -> None:
    early, late = add_incident(project, edtf="2024-01-01"), add_incident(project, edtf="2024-03-01")
    undated = add_incident(project, edtf="")
    hidden = add_incident(project, status=Status.WITHDRAWN)
    for end in (early, undated, hidden):
        links.add_link(project, LinkDraft(from_id=late, to_id=end, kind=LinkKind.RESPONSE_TO))
    wanted = IncidentFilter(statuses=frozenset({Status.UNVERIFIED}))

    found = _gather(project, wanted=wanted).links

    assert (list(found.from_ids), list(found.to_ids)) == ([late], [early])
    assert LINK_KINDS[found.kinds[0]] is LinkKind.RESPONSE_TO
    assert (found.starts[0], found.ends[0]) == (_second(2024, 1, 1), _second(2024, 3, 1))


def test_silences_are_the_stretches_that_are_long_for_this_chronology(project: Project) -> None:
    for day in ("2024-01-01", "2024-01-03", "2024-01-05", "2024-01-15", "2024-01-17"):
        add_incident(project, edtf=day)

    assert _gather(project).silences == ((_second(2024, 1, 6), _second(2024, 1, 15) - 1),)


def test_captions_are_titles_and_dates(project: Project) -> None:
    incident = add_incident(project, "A mill burns", "2024-01~")

    found = read_captions(project, [incident, 99])

    assert list(found) == [incident]
    assert found[incident] == Caption("A mill burns", UncertainDate("2024-01~"))


def test_gather_of_nothing_has_no_span(project: Project) -> None:
    undated = add_incident(project, edtf="")
    incidents.edit_incident(project, undated, IncidentPatch(title="Undated"))

    lanes = _gather(project, LaneBy.TAG, LaneBy.STATUS)

    assert (lanes.lanes, lanes.span, lanes.legend, list(lanes.undated)) == ((), None, (), [undated])

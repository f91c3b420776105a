"""The list made of the index: that it says what the list made of the file says."""

import random
from itertools import product

import pytest

from models.drafts import IncidentPatch
from models.enums import Status
from models.snapshots import IncidentFilter
from services.chronology import Grouping, Listing, list_incidents, list_selected
from services.headings import Headings, Runs
from services.incident_index import IncidentIndex, read_columns
from services.incident_selection import select_incidents
from services.incidents import edit_incident
from services.project import Project
from tests.factories import add_incident

DATES = (
    "2024-01-23",
    "2023",
    "2023-10",
    "2023-10-05",
    "",
    "2024-01-04",
    "-0043",
    "Y12000",
    "2024-01-23?",
    "2024-02-29",
)
FILTERS = (
    IncidentFilter(),
    IncidentFilter(marked=True),
    IncidentFilter(statuses=frozenset({Status.VERIFIED})),
    IncidentFilter(since="2024-01"),
    IncidentFilter(until="2023-12"),
    IncidentFilter(text="nothing like it"),
)


@pytest.fixture
def dated(project: Project) -> Project:
    for number, edtf in enumerate(DATES * 3):
        added = add_incident(project, f"Incident {number}", edtf)
        patch = IncidentPatch(marked=number % 4 == 0, status=Status.VERIFIED if number % 3 else Status.DISPUTED)
        edit_incident(project, added, patch)
    return project


def days_of(listing: Listing) -> list[tuple[int, ...]]:
    return [listing.days_of(number) for number in range(len(listing.groups))]


@pytest.mark.parametrize(("wanted", "grouping", "newest_first"), list(product(FILTERS, Grouping, (False, True))))
def test_list_selected_says_what_the_file_says(
    dated: Project, wanted: IncidentFilter, grouping: Grouping, newest_first: bool
) -> None:
    index = IncidentIndex(read_columns(dated))
    selection = select_incidents(dated, index, wanted)
    found = list_selected(index, selection, grouping=grouping, newest_first=newest_first)
    expected = list_incidents(dated, wanted, grouping=grouping, newest_first=newest_first)
    assert found == expected
    assert days_of(found) == days_of(expected)


def test_list_selected_leaves_the_index_alone(dated: Project) -> None:
    index = IncidentIndex(read_columns(dated))
    before = list(index.columns.ids)
    list_selected(index, select_incidents(dated, index, IncidentFilter()), newest_first=True)
    assert list(index.columns.ids) == before


def test_headings_become_one_where_nothing_between_them_is_shown() -> None:
    runs = Runs(["2024-01", "2024", "2024-01", "2024-02"])
    headings = Headings(runs, [0, 1, 2, 3], b"\1\0\1\0")
    assert [(group.key, group.count) for group in headings.groups] == [("2024-01", 2)]
    assert [group.key for group in Headings(runs, [0, 1, 2, 3]).groups] == ["2024-01", "2024", "2024-01", "2024-02"]


def test_headings_of_nothing_are_none() -> None:
    assert Headings(Runs([]), []).groups == []


@pytest.mark.parametrize("seed", range(8))
def test_runs_that_follow_are_those_made_anew(seed: int) -> None:
    pick = random.Random(seed)
    keys: list[str] = []
    runs = Runs(keys)
    for _ in range(200):
        if keys and pick.random() < 0.45:
            place = pick.randrange(len(keys))
            del keys[place]
            runs.remove(place)
        else:
            place = pick.randint(0, len(keys))
            keys.insert(place, pick.choice(("2023", "2024-01", "2024-02")))
            runs.insert(place, keys[place])
        fresh = Runs(keys)
        assert (runs.keys, runs.edges) == (fresh.keys, fresh.edges)

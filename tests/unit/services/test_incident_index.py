"""The index of an open project: what it holds, and that following edits gives what reading it anew gives."""

import random

import pytest

from dates import UncertainDate
from models.changes import ChangeSet
from models.drafts import IncidentDraft, IncidentPatch, SourcePatch
from models.snapshots import IncidentFilter
from services import citations, incidents, sources
from services.chronology import list_incidents
from services.date_shapes import KINDS, DateDoubt
from services.headings import Runs
from services.incident_flags import Flag
from services.incident_index import IncidentColumns, IncidentIndex, read_columns
from services.incident_selection import matching_ids, select_again, select_incidents
from services.project import Project
from tests.factories import add_citation, add_incident, add_source

DATES = (
    "2024-01-20",
    "2024",
    "[2023-05..2023-07]",
    "2023-10~/2024-02",
    "[..2024-01-23]",
    "-0044-03-15",
    "",
    "2024-01-20T07:10+03:00",
)


def rows_of(columns: IncidentColumns) -> list[tuple[object, ...]]:
    return [tuple(columns.at(place)) for place in range(len(columns))]


def follow(project: Project, index: IncidentIndex, changes: ChangeSet) -> None:
    touched = index.touched_by(project, changes)
    assert touched is not None
    index.follow(project, touched)


def test_read_columns_gives_the_order_of_the_list(project: Project) -> None:
    for edtf in DATES:
        add_incident(project, edtf=edtf)
    columns = read_columns(project)
    assert list(columns.ids) == list(list_incidents(project, IncidentFilter()).ids)
    assert KINDS[columns.kinds[-1]] == "undated"
    assert columns.first[-1] == columns.last[-1] == 0


@pytest.mark.parametrize(
    ("edtf", "doubt", "span"),
    [
        ("1970-01-02", DateDoubt.NONE, (86_400, 172_799)),
        ("1970-01-02~", DateDoubt.APPROXIMATE, (86_400, 172_799)),
        ("1970-01-02?", DateDoubt.UNCERTAIN, (86_400, 172_799)),
        ("[..1970-01-02]", DateDoubt.OPEN_START, (172_799, 172_799)),
        ("1970-01-02/..", DateDoubt.OPEN_END, (86_400, 86_400)),
        ("1970-01-02T01:00+03:00", DateDoubt.NONE, (90_000, 90_059)),
    ],
)
def test_read_columns_lays_dates_by_the_clock_of_their_place(
    project: Project, edtf: str, doubt: DateDoubt, span: tuple[int, int]
) -> None:
    add_incident(project, edtf=edtf)
    columns = read_columns(project)
    assert (columns.first[0], columns.last[0]) == span
    assert columns.doubts[0] == doubt


def assert_finds_all(index: IncidentIndex) -> None:
    """Places and headings are those of the columns, also where they were asked for before an edit."""
    columns = index.columns
    assert [index.place_of(found) for found in columns.ids] == list(range(len(columns)))
    assert index.place_of(10_000) is None
    for runs, keys in ((index.month_runs, columns.months), (index.year_runs, columns.years)):
        fresh = Runs(keys)
        assert (runs.keys, runs.edges) == (fresh.keys, fresh.edges)


def test_follow_gives_what_reading_anew_gives(project: Project) -> None:
    pick = random.Random(5)
    ids = [add_incident(project, f"Incident {n}", pick.choice(DATES)) for n in range(30)]
    source = add_source(project)
    index = IncidentIndex(read_columns(project))
    wanted = IncidentFilter(text="moved")
    selection = select_incidents(project, index, wanted)
    updates = []

    def on_change(changes: ChangeSet) -> None:
        touched = index.touched_by(project, changes)
        assert touched is not None
        updates.append(index.follow(project, touched))

    project.subscribe(on_change)
    for step in range(60):
        chosen = pick.sample(ids, 3)
        act = pick.randrange(5)
        if act == 0:
            ids.append(add_incident(project, "Came later", pick.choice(DATES)))
        elif act == 1:
            incidents.delete_incidents(project, chosen)
        elif act == 2:
            incidents.restore_incidents(project, chosen)
        elif act == 3:
            patch = IncidentPatch(date=UncertainDate(pick.choice(DATES)), title=f"Moved at step {step}")
            incidents.edit_incidents(project, chosen, patch)
        else:
            add_citation(project, chosen[0], source)
        for update in updates:
            selection = select_again(project, index, wanted, selection, update)
        updates.clear()
        assert rows_of(index.columns) == rows_of(read_columns(project))
        assert_finds_all(index)
        assert selection == select_incidents(project, index, wanted)
    for _ in range(20):
        project.undo()
    assert rows_of(index.columns) == rows_of(read_columns(project))


def test_follow_notices_that_the_only_source_went_to_the_bin(project: Project) -> None:
    incident, source = add_incident(project), add_source(project)
    citations_of = add_citation(project, incident, source)
    index = IncidentIndex(read_columns(project))
    assert not index.columns.flags[0] & Flag.UNCITED
    project.subscribe(lambda changes: follow(project, index, changes))
    sources.delete_sources(project, [source])
    assert index.columns.flags[0] & Flag.UNCITED
    sources.restore_sources(project, [source])
    citations.remove_citations(project, [citations_of])
    assert index.columns.flags[0] & Flag.UNCITED


def test_many_touched_incidents_are_merged_at_once(project: Project) -> None:
    pick = random.Random(8)
    for number in range(400):
        add_incident(project, f"Row {number}", pick.choice(DATES))
    index = IncidentIndex(read_columns(project))
    project.subscribe(lambda changes: follow(project, index, changes))
    ids = pick.sample(sorted(index.columns.ids), 70)
    incidents.edit_incidents(project, ids, IncidentPatch(date=UncertainDate("2023-12-24")))
    assert rows_of(index.columns) == rows_of(read_columns(project))
    incidents.delete_incidents(project, ids)
    assert rows_of(index.columns) == rows_of(read_columns(project))
    project.undo()
    assert rows_of(index.columns) == rows_of(read_columns(project))


def test_touched_by_gives_none_for_a_great_change(project: Project) -> None:
    index = IncidentIndex(read_columns(project))
    heard: list[ChangeSet] = []
    project.subscribe(heard.append)
    incidents.add_incidents(project, [IncidentDraft(title=f"Row {n}") for n in range(600)])
    assert index.touched_by(project, heard[0]) is None


def test_touched_by_leaves_out_what_cites_a_source_that_was_only_edited(project: Project) -> None:
    incident, source = add_incident(project), add_source(project)
    add_citation(project, incident, source)
    index = IncidentIndex(read_columns(project))
    touched = []
    project.subscribe(lambda changes: touched.append(index.touched_by(project, changes)))
    sources.edit_source(project, source, SourcePatch(title="Another name"))
    sources.delete_sources(project, [source])
    sources.edit_source(project, source, SourcePatch(title="A third name"))
    sources.restore_sources(project, [source])
    assert touched == [frozenset(), {incident}, frozenset(), {incident}]


def test_matching_ids_asks_only_for_the_given_ones(project: Project) -> None:
    first = add_incident(project, "The lock is opened")
    second = add_incident(project, "The lock is shut")
    index = IncidentIndex(read_columns(project))
    assert matching_ids(project, index, IncidentFilter(text="lock"), [second]) == {second}
    assert matching_ids(project, index, IncidentFilter(text="opened"), [second]) == frozenset()
    assert matching_ids(project, index, IncidentFilter(text="opened"), [first, second]) == {first}
    assert matching_ids(project, index, IncidentFilter(), []) == frozenset()

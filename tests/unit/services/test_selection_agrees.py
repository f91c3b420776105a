"""What a filter shows: in memory, over the index, exactly what SQL says, for random chronologies, filters and edits."""

import random
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dates import UncertainDate
from models.changes import ChangeSet
from models.drafts import (
    CitationDraft,
    CitationPatch,
    EntityPatch,
    IncidentDraft,
    IncidentPatch,
    RoleDraft,
    SourceDraft,
    SourcePatch,
    TagDraft,
)
from models.enums import ChangedWithin, Confidence, EntityKind, Stance, Status
from models.snapshots import IncidentFilter
from services import bin as waste
from services import citations, entities, incidents, sources, tags
from services.chronology import list_incidents
from services.clock import now_utc
from services.incident_index import IncidentIndex, read_columns
from services.incident_selection import Selection, names_others, select_again, select_incidents
from services.project import Project
from services.project_files import create_project

DATES = (
    "",
    "-0043-03",
    "19XX",
    "2023",
    "2023-21",
    "2023-12-31T23:30:00+05:00",
    "2023-12-31T23:30:00Z",
    "2024-01",
    "2024-01-01",
    "2024-01-01T00:30:00-08:00",
    "2024-01-20?",
    "2024-01-20~",
    "2024-01-20/2024-02-03",
    "[2024-01-21..2024-01-24]",
    "[..2024-01-10]",
    "[2024-01-10..]",
    "2024-01-15/..",
    "../2024-01-15",
    "/2024-01-15",
    "[2024-01-02,2024-03-04]",
    "Y12000",
)
ZONES = ("", "", "", "Asia/Baghdad", "Pacific/Auckland")
WORDS = ("dam", "Mühle", "quay", "order", "strike")
NAMES = ("Ida Korn", "Rat der Mühle", "Upper quay", "the log")
MOMENTS = ("2024-01-19T23:59:59Z", "2024-01-20T08:59:59Z", "2024-01-20T09:00:00Z", now_utc())
COUNT = 24
SEVERAL = st.sets(st.integers(1, 9), max_size=3).map(frozenset)
FILTERS = st.builds(
    IncidentFilter,
    text=st.sampled_from(("", "", "", "dam", "muhle", '"dam order"', "str", "?", "ida", "wate")),
    since=st.sampled_from(("", "", *(edtf for edtf in DATES if edtf))),
    until=st.sampled_from(("", "", *(edtf for edtf in DATES if edtf))),
    statuses=st.sets(st.sampled_from(Status), max_size=3).map(frozenset),
    confidences=st.sets(st.sampled_from(Confidence), max_size=2).map(frozenset),
    stances=st.sets(st.sampled_from(Stance), max_size=2).map(frozenset),
    tag_ids=SEVERAL,
    entity_ids=st.sets(st.integers(1, 20), max_size=4).map(frozenset),
    source_ids=SEVERAL,
    marked=st.booleans(),
    uncited=st.booleans(),
    disputed_by_sources=st.booleans(),
    changed_since=st.sampled_from(("", "", *ChangedWithin, "2024-01-20", "2100-01-01", "2024-01-20T09:00:00Z")),
)
# All parts together show nothing; a few of them at a time show some.
PARTS = st.sets(st.sampled_from(sorted(IncidentFilter.__slots__)), min_size=1, max_size=3)


def _few(whole: IncidentFilter, names: set[str]) -> IncidentFilter:
    return IncidentFilter(**{name: getattr(whole, name) for name in names})


def _draft(draw: random.Random) -> IncidentDraft:
    edtf = draw.choice(DATES)
    zone = draw.choice(ZONES) if "+" not in edtf and "Z" not in edtf and "-08:00" not in edtf else ""
    kinds = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.THING)
    return IncidentDraft(
        title=" ".join(draw.choices(WORDS, k=2)),
        body=draw.choice(("", "What? dam order", "nothing")),
        date=UncertainDate(edtf, time_zone=zone if edtf else ""),
        status=draw.choice(list(Status)),
        confidence=draw.choice((None, *Confidence)),
        marked=draw.random() < 0.4,
        place=draw.choice(("", "Upper quay", "Mühle")),
        tags=tuple(dict.fromkeys(draw.choice(WORDS) for _ in range(draw.randrange(3)))),
        roles=tuple(RoleDraft(kind=draw.choice(kinds), name=draw.choice(NAMES)) for _ in range(draw.randrange(3))),
    )


def _fill(project: Project, seed: int) -> None:
    draw = random.Random(seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(incidents, "now_utc", lambda: draw.choice(MOMENTS))
        ids = [incidents.add_incident(project, _draft(draw)) for _ in range(COUNT)]
    known = [
        sources.add_source(project, SourceDraft(title=f"The {word} log", publisher="Water board")) for word in WORDS
    ]
    for incident_id in ids:
        for _ in range(draw.randrange(3)):
            _cite(project, incident_id, draw.choice(known), draw)
    sources.delete_sources(project, known[-2:-1])
    incidents.delete_incidents(project, ids[:2])


def _cite(project: Project, incident_id: int, source_id: int, draw: random.Random) -> int:
    stance = draw.choice(list(Stance))
    quote = draw.choice(("", "the dam was shut"))
    return citations.add_citation(project, incident_id, CitationDraft(source_id=source_id, stance=stance, quote=quote))


@contextmanager
def _filled(path: Path, seed: int) -> Iterator[Project]:
    with closing(create_project(path, title="Random")) as project:
        _fill(project, seed)
        yield project


def _agrees(project: Project, index: IncidentIndex, wanted: IncidentFilter) -> None:
    expected = list(list_incidents(project, wanted).ids)
    selection = select_incidents(project, index, wanted)
    assert list(selection.ids(index.columns)) == expected
    assert (selection.count, len(selection.bits)) == (len(expected), len(index.columns))


@pytest.mark.parametrize("seed", range(3))
def test_memory_shows_what_sql_shows(tmp_path: Path, seed: int) -> None:
    with _filled(tmp_path / "random.dateline", seed) as project:
        index = IncidentIndex(read_columns(project))

        @settings(max_examples=120)
        @given(whole=FILTERS, names=PARTS)
        def check(whole: IncidentFilter, names: set[str]) -> None:
            _agrees(project, index, _few(whole, names))
            _agrees(project, index, whole)

        check()


Edits = list[Callable[[], object]]


def _ids(project: Project, table: str) -> list[int]:
    with project.read() as connection:
        return [row[0] for row in connection.exec_driver_sql(f"SELECT id FROM {table}")]


def _edit(project: Project, draw: random.Random) -> None:
    """One random edit of the kinds that alter what a filter shows."""
    draw.choice(
        [*_edits_of_incidents(project, draw), *_edits_of_sources(project, draw), *_edits_of_names(project, draw)]
    )()


def _edits_of_incidents(project: Project, draw: random.Random) -> Edits:
    live = _ids(project, "incident WHERE deleted_at IS NULL")
    gone = _ids(project, "incident WHERE deleted_at IS NOT NULL")
    draft = _draft(draw)
    edits: Edits = [
        lambda: incidents.edit_incident(project, draw.choice(live), IncidentPatch(**draft.given())),
        lambda: incidents.edit_incident(project, draw.choice(live), IncidentPatch(date=draft.date)),
        lambda: incidents.add_incident(project, draft),
        lambda: incidents.delete_incidents(project, draw.sample(live, 2)),
        lambda: incidents.move_in_day(project, draw.choice(live), up=draw.random() < 0.5),
        project.undo,
    ]
    if gone:
        edits += [lambda: incidents.restore_incidents(project, gone[:2]), lambda: waste.empty_bin(project)]
    return edits


def _edits_of_sources(project: Project, draw: random.Random) -> Edits:
    live, cited = _ids(project, "incident WHERE deleted_at IS NULL"), _ids(project, "citation")
    known = _ids(project, "source WHERE deleted_at IS NULL")
    binned = _ids(project, "source WHERE deleted_at IS NOT NULL")
    against = CitationPatch(stance=Stance.CONTRADICTS)
    edits: Edits = [
        lambda: _cite(project, draw.choice(live), draw.choice(known), draw),
        lambda: sources.edit_source(project, draw.choice(known), SourcePatch(title=_name(draw))),
    ]
    if cited:
        edits.append(lambda: citations.remove_citations(project, [draw.choice(cited)]))
        edits.append(lambda: citations.edit_citation(project, draw.choice(cited), against))
    if binned:
        edits.append(lambda: sources.restore_sources(project, binned))
    if len(known) > 2:
        edits.append(lambda: sources.delete_sources(project, known[:1]))
    return edits


def _edits_of_names(project: Project, draw: random.Random) -> Edits:
    named, tagged = _ids(project, "entity"), _ids(project, "tag")
    if len(named) < 4 or not tagged:
        return []
    turned = EntityPatch(name=_name(draw), kind=draw.choice(list(EntityKind)))
    return [
        lambda: entities.edit_entity(project, draw.choice(named), EntityPatch(name=_name(draw))),
        lambda: entities.edit_entity(project, draw.choice(named), turned),
        lambda: entities.merge_entities(project, named[0], named[1:2]),
        lambda: tags.edit_tag(project, draw.choice(tagged), TagDraft(name=_name(draw))),
        lambda: tags.remove_tags(project, tagged[-1:]),
    ]


def _name(draw: random.Random) -> str:
    return f"{draw.choice(WORDS)} {draw.randrange(1_000_000)}"


def _followed(
    project: Project, index: IncidentIndex, before: dict[IncidentFilter, Selection], changes: ChangeSet
) -> list[Selection]:
    """The index and the selections after a change."""
    touched = index.touched_by(project, changes)
    update = index.install(read_columns(project)) if touched is None else index.follow(project, touched)
    return [
        select_incidents(project, index, wanted)
        if names_others(wanted, changes)
        else select_again(project, index, wanted, selection, update)
        for wanted, selection in before.items()
    ]


@pytest.mark.parametrize("seed", range(8))
def test_selection_that_follows_edits_stays_what_sql_shows(tmp_path: Path, seed: int) -> None:
    draw = random.Random(seed)
    kept = [
        IncidentFilter(),
        IncidentFilter(uncited=True),
        IncidentFilter(stances=frozenset({Stance.CONTRADICTS})),
        IncidentFilter(text="dam"),
        IncidentFilter(text="quay order"),
        IncidentFilter(since="2024-01-10", until="2024-02"),
        IncidentFilter(entity_ids=frozenset({1, 2, 3, 4, 5}), statuses=frozenset(Status)),
        IncidentFilter(disputed_by_sources=True, tag_ids=frozenset({1, 2, 3})),
        IncidentFilter(source_ids=frozenset({1, 2}), stances=frozenset({Stance.SUPPORTS})),
    ]
    with _filled(tmp_path / "edited.dateline", seed) as project:
        index = IncidentIndex(read_columns(project))
        selections = [select_incidents(project, index, wanted) for wanted in kept]
        told: list[ChangeSet] = []
        project.subscribe(told.append)
        for _ in range(40):
            _edit(project, draw)
            for changes in told:
                selections = _followed(project, index, dict(zip(kept, selections, strict=True)), changes)
            told.clear()
            fresh = read_columns(project)
            assert [index.columns.at(place) for place in range(len(index.columns))] == [
                fresh.at(place) for place in range(len(fresh))
            ]
            for wanted, selection in zip(kept, selections, strict=True):
                assert list(selection.ids(index.columns)) == list(list_incidents(project, wanted).ids), wanted


def test_entity_that_comes_back_narrows_what_its_change_did_not_touch(tmp_path: Path) -> None:
    ida = RoleDraft(kind=EntityKind.PERSON, name="Ida Korn")
    board = RoleDraft(kind=EntityKind.ORGANISATION, name="Water board")
    with closing(create_project(tmp_path / "kinds.dateline", title="Kinds")) as project:
        alone, both = (
            incidents.add_incident(project, IncidentDraft(title="Seen", roles=roles))
            for roles in ((ida,), (ida, board))
        )
        wanted = IncidentFilter(entity_ids=frozenset(_ids(project, "entity")))
        index = IncidentIndex(read_columns(project))
        selection = select_incidents(project, index, wanted)
        told: list[ChangeSet] = []
        project.subscribe(told.append)

        entities.remove_entities(project, _ids(project, "entity WHERE kind = 'organisation'"))
        (selection,) = _followed(project, index, {wanted: selection}, told.pop())
        assert list(selection.ids(index.columns)) == [alone, both]

        project.undo()
        (selection,) = _followed(project, index, {wanted: selection}, told.pop())
        assert list(selection.ids(index.columns)) == [both] == list(list_incidents(project, wanted).ids)

"""Numbers that follow changes: they say what counting everything says."""

import random
from collections.abc import Callable
from contextlib import suppress

import pytest

from dates import UncertainDate
from models.changes import ChangeSet
from models.drafts import EntityPatch, IncidentPatch, SourcePatch, TagDraft
from models.enums import Status
from models.errors import UserFacingError
from models.snapshots import IncidentFilter
from services import bin as record_bin
from services import citations, entities, incidents, saved_views, sources, tags
from services.incident_index import IncidentIndex, read_columns
from services.incident_selection import select_incidents
from services.live_counts import LiveCounts, count_live, follow_counts, is_recount, read_counts
from services.project import Project
from tests.counts import count_all
from tests.factories import add_citation, add_incident, add_source

BUILT_IN = (IncidentFilter(uncited=True), IncidentFilter(statuses=frozenset({Status.UNVERIFIED})))
DATES = ("2024-01-20", "2023", "[2023-05..2023-07]", "", "-0044-03-15", "2024-01-20T07:10+03:00")
TAGS = ("Port", "Court", "To check")


class Desk:
    """A project with its index and its numbers, as the window holds them."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.index = IncidentIndex(read_columns(project))
        self.live = count_live(project, self.index, BUILT_IN)
        self.counts = read_counts(project, self.index, self.live)
        project.subscribe(self.follow)

    def follow(self, changes: ChangeSet) -> None:
        arrangement = self.index.arrangement
        self._follow_index(changes)
        if is_recount(changes) or self.index.arrangement != arrangement:
            self.counts = read_counts(self.project, self.index, self.live)
        else:
            self.counts = follow_counts(self.counts, self.index, self.live)

    def _follow_index(self, changes: ChangeSet) -> None:
        touched = self.index.touched_by(self.project, changes)
        if touched is None:
            self.index.install(read_columns(self.project))
            self.live = count_live(self.project, self.index, BUILT_IN)
            return
        update = self.index.follow(self.project, touched)
        if update.whole or self.live.follow(self.project, self.index, changes, update):
            self.live = count_live(self.project, self.index, BUILT_IN)

    def check(self) -> None:
        assert self.counts == read_counts(self.project, self.index, self.live) == count_all(self.project)
        for wanted in BUILT_IN:
            assert self.live.count_of(wanted) == select_incidents(self.project, self.index, wanted).count


class Hand:
    """Does one thing after the other, chosen by chance."""

    def __init__(self, project: Project, seed: int) -> None:
        self._project = project
        self._pick = random.Random(seed)
        self._ids = [add_incident(project, f"Incident {n}", self._date()) for n in range(12)]
        self._sources = [add_source(project, f"Source {n}") for n in range(3)]
        self._acts: tuple[Callable[[], object], ...] = (
            self._edit,
            self._tag,
            lambda: self._ids.append(add_incident(project, "Came later", self._date(), tags=self._some_tags())),
            lambda: incidents.delete_incidents(project, self._some()),
            lambda: incidents.restore_incidents(project, self._some()),
            lambda: add_citation(project, self._some()[0], self._pick.choice(self._sources)),
            lambda: sources.delete_sources(project, [self._pick.choice(self._sources)]),
            lambda: sources.restore_sources(project, [self._pick.choice(self._sources)]),
            lambda: sources.edit_source(project, self._sources[0], SourcePatch(title=self._date() or "None")),
            lambda: saved_views.add_view(project, "Text", IncidentFilter(text=self._pick.choice(("incident", "2023")))),
            lambda: saved_views.add_view(project, "Since", IncidentFilter(since="2023-06")),
            lambda: tags.remove_tags(project, [card.id for card in count_all(project).tags][:1]),
            lambda: tags.add_tag(project, TagDraft(name=self._pick.choice(TAGS))),
            self._rename_entity,
            lambda: citations.remove_citations(project, [1]),
            lambda: record_bin.empty_bin(project),
            project.undo,
            project.undo,
            project.redo,
        )

    def act(self) -> None:
        with suppress(UserFacingError):
            self._pick.choice(self._acts)()

    def _edit(self) -> None:
        patch = IncidentPatch(
            date=UncertainDate(self._date()),
            status=self._pick.choice(list(Status)),
            place=self._pick.choice(("Quay", "")),
        )
        incidents.edit_incidents(self._project, self._some(), patch)

    def _tag(self) -> None:
        incidents.edit_incident(self._project, self._some()[0], IncidentPatch(tags=self._some_tags()))

    def _rename_entity(self) -> None:
        for card in entities.list_names(self._project)[:1]:
            entities.edit_entity(
                self._project, card.id, EntityPatch(name=self._pick.choice(("Incident hall", "Quay 2")))
            )

    def _some(self) -> list[int]:
        return self._pick.sample(self._ids, 2)

    def _some_tags(self) -> tuple[str, ...]:
        return tuple(self._pick.sample(TAGS, self._pick.randint(0, 2)))

    def _date(self) -> str:
        return self._pick.choice(DATES)


@pytest.mark.parametrize("seed", range(6))
def test_numbers_that_follow_say_what_counting_says(project: Project, seed: int) -> None:
    hand = Hand(project, seed)
    desk = Desk(project)
    desk.check()
    for _ in range(60):
        hand.act()
        desk.check()


def test_numbers_are_told_before_everything_is_counted(project: Project) -> None:
    add_incident(project, tags=("Port",))
    add_source(project)
    saved_views.add_view(project, "All", IncidentFilter())
    counts = read_counts(project, None, None)
    assert (counts.incidents, counts.sources, counts.binned) == (1, 1, 0)
    assert [(tag.name, tag.incident_count) for tag in counts.tags] == [("Port", 0)]
    assert [(view.name, view.incident_count) for view in counts.views] == [("All", 0)]


def test_a_filter_that_nobody_watches_has_no_number(project: Project) -> None:
    live: LiveCounts = count_live(project, IncidentIndex(read_columns(project)), BUILT_IN)
    assert live.count_of(IncidentFilter(marked=True)) is None

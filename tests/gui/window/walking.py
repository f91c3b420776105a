"""Walks through the whole window: one random act after the other, and what the window holds against what the file says."""

import random
from collections.abc import Callable, Iterable
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from dates import UncertainDate
from gui.controllers.builtin_views import builtin_filters
from gui.desk import Desk
from gui.shell.page import Page
from models.drafts import (
    CitationDraft,
    EntityPatch,
    IncidentDraft,
    IncidentPatch,
    LinkDraft,
    RoleDraft,
    SourcePatch,
    TagDraft,
)
from models.enums import ChangedWithin, Confidence, EntityKind, LinkKind, Stance, Status
from models.errors import InvalidDraftError, UserFacingError
from models.snapshots import IncidentFilter
from services import bin as waste
from services import citations, entities, incidents, links, saved_views, sources, tags
from services.chronology import Grouping, get_rows, list_incidents
from services.incident_index import read_columns
from services.project import Project
from services.rhythm import PeriodPlaces, count_rhythm
from services.timeline_following import parts_of
from services.timeline_gathering import gather_lanes
from services.timeline_lanes import LaneBy, Lanes
from tests.counts import count_all
from tests.driver import PATIENCE_MS, Driver

DATES = (
    *(
        "",
        "-0043-03",
        "19XX",
        "2023",
        "2023-12-31T23:30:00+05:00",
        "2024-01",
        "2024-01-01",
        "2024-01-20?",
        "2024-02-29",
    ),
    *("2024-01-20/2024-02-03", "[2024-01-21..2024-01-24]", "[..2024-01-10]", "2024-01-15/..", "Y-13800000000"),
    *("[2024-01-02,2024-03-04]", "0000-12-31/0001-01-01", "2024-03-31T02:30"),
)
WORDS = ("dam", "Mühle", "quay", "order")
NAMES = ("Ida Korn", "Rat der Mühle", "Upper quay")
SEARCHES = ("dam", "muhle", '"dam order"', "str", "?", "ida", "log")
PAGES = (
    *(
        Page.CHRONOLOGY,
        Page.TIMELINE,
        Page.TIMELINE,
        Page.CALENDAR,
        Page.CALENDAR,
        Page.SOURCES,
        Page.BIN,
        Page.HISTORY,
    ),
)
Act = Callable[[], object]


class Drawn:
    """Records of a project, and values for them, drawn by chance."""

    def __init__(self, project: Project, pick: random.Random) -> None:
        self._project = project
        self.pick = pick

    def ids(self, table: str, where: str = "1", *, most: int = 1) -> list[int]:
        """Up to `most` records; one that never was, where there are none."""
        with self._project.read() as connection:
            found = [row[0] for row in connection.exec_driver_sql(f"SELECT id FROM {table} WHERE {where} ORDER BY id")]
        return self.pick.sample(found, min(len(found), most)) or [1]

    def id(self, table: str) -> int:
        return self.ids(table)[0]

    def fields(self) -> dict[str, object]:
        """All of an incident."""
        pick = self.pick
        kinds, names = list(EntityKind), pick.sample(NAMES, pick.randint(0, 2))
        return {
            "title": " ".join(pick.choices(WORDS, k=2)),
            "date": UncertainDate(pick.choice(DATES)),
            "status": pick.choice(list(Status)),
            "confidence": pick.choice((None, *Confidence)),
            "marked": pick.random() < 0.5,
            "place": pick.choice(("", "Dam", "Mühle")),
            "tags": tuple(pick.sample(WORDS, pick.randint(0, 2))),
            "roles": tuple(RoleDraft(kind=pick.choice(kinds), name=name) for name in names),
        }

    def incident(self) -> IncidentDraft:
        return IncidentDraft(**self.fields())

    def patch(self) -> IncidentPatch:
        fields = self.fields()
        names = self.pick.sample(sorted(fields), self.pick.randint(1, 3))
        return IncidentPatch(**{name: fields[name] for name in names})

    def filter(self) -> IncidentFilter:
        """One part, or two, of everything that a filter can ask for."""
        pick = self.pick
        whole: dict[str, object] = {
            "text": pick.choice(SEARCHES),
            "since": pick.choice(("2024-01-10", "2023", "-0043")),
            "until": pick.choice(("2024-01-10", "2023", "2024-02")),
            "statuses": frozenset(pick.sample(list(Status), 2)),
            "confidences": frozenset(pick.sample(list(Confidence), 1)),
            "stances": frozenset(pick.sample(list(Stance), 1)),
            "tag_ids": frozenset(self.ids("tag")),
            "entity_ids": frozenset(self.ids("entity", most=2)),
            "source_ids": frozenset(self.ids("source")),
            "marked": True,
            "uncited": True,
            "disputed_by_sources": True,
            "changed_since": ChangedWithin.TODAY,
        }
        return IncidentFilter(**{name: whole[name] for name in pick.sample(sorted(whole), pick.randint(1, 2))})  # type: ignore[arg-type]


def edits_of(project: Project, drawn: Drawn) -> tuple[Act, ...]:
    """What can be done to the incidents of a project and what they cite."""
    pick, ids, an_id = drawn.pick, drawn.ids, drawn.id

    def cite() -> None:
        draft = CitationDraft(source_id=an_id("source"), stance=pick.choice(list(Stance)), quote="the dam was shut")
        citations.add_citation(project, an_id("incident"), draft)

    def link() -> None:
        kind = pick.choice(list(LinkKind))
        links.add_link(project, LinkDraft(from_id=an_id("incident"), to_id=an_id("incident"), kind=kind))

    def edit() -> None:
        incidents.edit_incident(project, an_id("incident"), drawn.patch())

    def edit_many() -> None:
        patch = IncidentPatch(status=pick.choice(list(Status)))
        incidents.edit_incidents(project, ids("incident", most=pick.choice((2, 5, 90))), patch)

    def bin_some() -> None:
        incidents.delete_incidents(project, ids("incident", most=pick.choice((1, 3, 70))))

    def restore() -> None:
        incidents.restore_incidents(project, ids("incident", "deleted_at IS NOT NULL", most=pick.choice((1, 80))))

    def add() -> None:
        incidents.add_incidents(project, [drawn.incident() for _ in range(pick.choice((1, 1, 3, 80)))])

    def jump() -> None:
        project.jump_to(pick.choice(project.history()[-15:]).id)

    return (
        *(edit, edit, edit_many, add, bin_some, restore, cite, cite, link, jump),
        *(project.undo, project.undo, project.redo, lambda: waste.empty_bin(project)),
        lambda: citations.remove_citations(project, ids("citation")),
        lambda: sources.delete_sources(project, ids("source")),
        lambda: sources.restore_sources(project, ids("source")),
    )


def renamings_of(project: Project, drawn: Drawn) -> tuple[Act, ...]:
    """What can be done to what incidents name, and to views."""
    pick, ids, an_id = drawn.pick, drawn.ids, drawn.id

    def rename_entity() -> None:
        entities.edit_entity(project, an_id("entity"), EntityPatch(name=pick.choice((*WORDS, *NAMES))))

    def rename_tag() -> None:
        draft = TagDraft(name=pick.choice((*WORDS, "other")), colour=pick.randint(0, 5))
        tags.edit_tag(project, an_id("tag"), draft)

    def rename_source() -> None:
        sources.edit_source(project, an_id("source"), SourcePatch(title=f"The {pick.choice(WORDS)} log"))

    def add_view() -> None:
        saved_views.add_view(project, pick.choice(("One", "Two", "Three", "Four")), drawn.filter())

    return (
        *(rename_entity, rename_tag, rename_source, add_view),
        lambda: entities.merge_entities(project, an_id("entity"), ids("entity")),
        lambda: entities.remove_entities(project, ids("entity")),
        lambda: tags.add_tag(project, TagDraft(name=pick.choice((*WORDS, "new")))),
        lambda: tags.remove_tags(project, ids("tag")),
        lambda: saved_views.remove_views(project, ids("saved_view")),
    )


def looks_of(driver: Driver, drawn: Drawn) -> tuple[Act, ...]:
    """What can be asked of the window."""
    desk, pick = driver.desk, drawn.pick
    chronology, search = desk._chronology, driver.window.tool_bar.search

    def select() -> None:
        some = pick.sample(list(desk.chronology.model.ids), min(3, len(desk.chronology.model.ids)))
        if some:
            desk.chronology.select_many(some, some[0])

    def choose_lanes() -> None:
        desk.timelines.lanes.choose(pick.choice(list(LaneBy)), pick.choice(list(LaneBy)))

    def arrange() -> None:
        chronology._arrangement._arrange(pick.choice(list(Grouping)), pick.random() < 0.5)

    return (
        *(select, choose_lanes, arrange, chronology.clear_filters),
        *(lambda: chronology.show_filter(drawn.filter()),) * 2,
        lambda: search.setText(pick.choice(("da", "dam", "muh", "ord log", "", ""))),
        *(lambda: desk._workbench.show_page(pick.choice(PAGES)),) * 2,
    )


class Walker:
    """Does something at random, by the services or at the window, and compares."""

    def __init__(self, driver: Driver, seed: int) -> None:
        self.driver = driver
        self.pick = random.Random(seed)
        project = driver.desk.session.project
        self.drawn = Drawn(project, self.pick)
        edits, renamings = edits_of(project, self.drawn), renamings_of(project, self.drawn)
        self._acts = (*edits, *renamings, *looks_of(driver, self.drawn))

    def walk(self, steps: int) -> None:
        """Now and then the next act comes before the workers are through with the one before."""
        for _ in range(steps):
            with suppress(UserFacingError, InvalidDraftError):
                self.pick.choice(self._acts)()
            if self.pick.random() < 0.6:
                self._compare()
        self._compare()

    def _compare(self) -> None:
        settle(self.driver)
        compare(self.driver.desk)
        compare_pixels(self.driver)


def settle(driver: Driver) -> None:
    """Until every worker rests and everything was told."""
    desk, calm = driver.desk, 0

    def is_calm() -> bool:
        nonlocal calm
        runners = (desk._counter, desk._searcher, desk._lane_runner, desk.runner)
        is_busy = any(runner.is_busy for runner in runners) or desk._counts._pause.isActive()
        calm = 0 if is_busy else calm + 1
        return calm > 3  # what an answer led to may be asked only when the events of the next round come

    driver.application.processEvents()
    driver.qtbot.waitUntil(is_calm, timeout=PATIENCE_MS)


def compare_pixels(driver: Driver) -> None:
    """What is on screen is what it would be were everything painted anew."""
    window = driver.window
    seen = _on_screen(window)
    for widget in (window, *window.findChildren(QWidget)):
        widget.update()
    assert seen == _on_screen(window)


def _on_screen(window: QWidget) -> QImage:
    """What was painted, as the screen has it: `grab` would paint it once more.

    What is to be painted is, and nothing else is done: between two looks no timer makes a caret blink.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)  # None: of every widget
    return window.screen().grabWindow(window.winId()).toImage()


def compare(desk: Desk) -> None:
    """What is in memory, and what is on screen, is what the file says."""
    project = desk.session.project
    assert desk._index.index is not None
    fresh = read_columns(project)
    assert _plain(desk._index.index.columns.all) == _plain(fresh.all)
    assert desk._index.index.columns.binned == fresh.binned
    _compare_list(desk, project)
    assert desk._counts.counts == count_all(project)
    for wanted in builtin_filters().values():
        assert desk._counts.count_of(wanted) == len(list_incidents(project, wanted).ids)
    if desk._workbench.page is Page.TIMELINE:
        _compare_lanes(desk, project)
    if desk._workbench.page is Page.CALENDAR:
        _compare_calendar(desk)


def _compare_list(desk: Desk, project: Project) -> None:
    chronology, model = desk._chronology, desk.chronology.model
    way = chronology._arrangement
    wanted = list_incidents(project, chronology.filter, grouping=way.grouping, newest_first=way.newest_first)
    assert chronology.selection is not None
    assert chronology.selection.bits.count(1) == chronology.selection.count == chronology.shown == len(wanted.ids)
    assert list(model.ids) == list(wanted.ids)
    for number, (group, expected) in enumerate(zip(model._groups, wanted.groups, strict=True)):
        assert (group.key, group.count, group.total) == (expected.key, expected.count, expected.total)
        assert group.days in ((), wanted.days_of(number))
    rows = {row.id: row for row in get_rows(project, wanted.ids)}
    shown = filter(None, map(model.incident_at, range(model.rowCount())))
    assert all(row == rows[row.id] for row in shown)


def _compare_lanes(desk: Desk, project: Project) -> None:
    index, selection, keeper = desk._index.index, desk._chronology.selection, desk.timelines.lanes
    assert index is not None
    assert selection is not None
    fresh = gather_lanes(project, index, selection, keeper.by, keeper.colour_by)
    assert _said(desk.timeline.board.lanes) == _said(fresh)


def _compare_calendar(desk: Desk) -> None:
    index, selection, counts = desk._index.index, desk._chronology.selection, desk._calendar._counts
    assert index is not None
    assert selection is not None
    for unit, places in counts._places.items():
        fresh = PeriodPlaces(unit, index.columns, counts._week_start)
        assert count_rhythm(places, selection.bits) == count_rhythm(fresh, selection.bits)


def _said(lanes: Lanes) -> dict[str, object]:
    """Everything that is drawn but colours, which go by what was most frequent when all was gathered."""
    return {
        "lanes": {(lane.key.id, lane.title): _plain(parts_of(lane.marks)[:-1]) for lane in lanes.lanes},
        "stream": _plain(parts_of(lanes.stream)[:-1]),
        "undated": list(lanes.undated),
        "links": _plain((lanes.links.ids, lanes.links.kinds, lanes.links.starts, lanes.links.ends)),
        "span": lanes.span,
        "count": lanes.count,
        "of": {incident_id: sorted(of) for incident_id, of in lanes.lanes_of.items()},
    }


def _plain(columns: Iterable[Iterable[object]]) -> list[list[object]]:
    return [list(column) for column in columns]

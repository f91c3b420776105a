"""Following edits says exactly what gathering anew says, for random chronologies and edits."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from dates import UncertainDate
from models.changes import ChangeSet
from models.drafts import CitationDraft, IncidentDraft, IncidentPatch, LinkDraft, RoleDraft, SourceDraft
from models.enums import EntityKind, LinkKind, Status
from models.errors import InvalidDraftError, UserFacingError
from models.snapshots import IncidentFilter
from services import citations, incidents, links, sources
from services.incident_index import IncidentIndex, read_columns
from services.incident_selection import select_again, select_incidents
from services.project import Project
from services.silences import find_stretches
from services.timeline_following import follow_lanes, parts_of
from services.timeline_gathering import Book, gather_lanes
from services.timeline_lanes import LaneBy, Lanes

DATES = (
    *("", "2023", "2024-01", "2024-01-01", "2024-01-02", "2024-01-09", "2024-02-20", "2024-02-20T10:30", "1999"),
    *("2024-01-20/2024-02-03", "[2024-01-21..2024-01-24]", "[..2024-01-10]", "2024-01-15/..", "2025-06-01~"),
)
PLACES = ("", "Dam", "Mill")
TAGS = ("water", "orders", "fire")
WANTED = (IncidentFilter(), IncidentFilter(statuses=frozenset({Status.UNVERIFIED, Status.DISPUTED})))


def _said(lanes: Lanes, *, is_exact: bool = True) -> dict[str, object]:
    """Everything that is drawn; lanes by name, as new ones stand last until all is gathered anew."""
    end = None if is_exact else -1
    return {
        "lanes": {
            (lane.key.id, lane.title): [list(part) for part in parts_of(lane.marks)[:end]] for lane in lanes.lanes
        },
        "stream": [list(part) for part in parts_of(lanes.stream)[:end]],
        "counts": {lane.key.id: lane.count for lane in lanes.lanes},
        "undated": list(lanes.undated),
        "links": lanes.links,
        "span": lanes.span,
        "count": lanes.count,
        "of": {i: sorted(of) for i, of in lanes.lanes_of.items()},
        "legend": lanes.legend if is_exact else (),
        "silences": lanes.silences if is_exact else (),
    }


class _Desk:
    """A project that changes at random, with lanes that follow."""

    def __init__(self, project: Project, by: LaneBy, colour_by: LaneBy, seed: int) -> None:
        self.project = project
        self.pick = random.Random(seed)
        self.wanted = self.pick.choice(WANTED)
        self.sources = [sources.add_source(project, SourceDraft(title=title)) for title in ("Log", "Letter")]
        incidents.add_incidents(project, [self._draft() for _ in range(12)])
        self.index = IncidentIndex(read_columns(project))
        self.selection = select_incidents(project, self.index, self.wanted)
        self.lanes = gather_lanes(project, self.index, self.selection, by, colour_by)
        project.subscribe(self._on_change)

    def _draft(self) -> IncidentDraft:
        return IncidentDraft(title="A mill burns", **self._fields())

    def _fields(self) -> dict[str, object]:
        return {
            "date": UncertainDate(self.pick.choice(DATES)),
            "status": self.pick.choice(list(Status)),
            "place": self.pick.choice(PLACES),
            "tags": tuple(self.pick.sample(TAGS, self.pick.randint(0, 2))),
            "roles": tuple(
                RoleDraft(kind=self.pick.choice(list(EntityKind)), name=name)
                for name in self.pick.sample(["Ida", "Board", "Quay"], self.pick.randint(0, 2))
            ),
        }

    def _on_change(self, changes: ChangeSet) -> None:
        touched = self.index.touched_by(self.project, changes)
        assert touched is not None
        update = self.index.follow(self.project, touched)
        self.selection = select_again(self.project, self.index, self.wanted, self.selection, update)
        self.lanes = follow_lanes(self.project, self.index, self.selection, self.lanes, update)

    def act(self) -> None:
        acts: tuple[Callable[[], object], ...] = (
            *(self._edit, self._edit, self._edit_one_field, self._add, self._bin, self._restore),
            *(self._link, self._cite, self._undo, self._move),
        )
        try:
            self.pick.choice(acts)()
        except (UserFacingError, InvalidDraftError):
            return

    def _any(self) -> int:
        return self.pick.randint(1, 14)

    def _edit(self) -> None:
        incidents.edit_incident(self.project, self._any(), IncidentPatch(**self._fields()))

    def _edit_one_field(self) -> None:
        name, value = self.pick.choice(list(self._fields().items()))
        incidents.edit_incident(self.project, self._any(), IncidentPatch(**{name: value}))

    def _add(self) -> None:
        incidents.add_incidents(self.project, [self._draft() for _ in range(self.pick.randint(1, 3))])

    def _bin(self) -> None:
        incidents.delete_incidents(self.project, [self._any()])

    def _restore(self) -> None:
        incidents.restore_incidents(self.project, [self._any()])

    def _link(self) -> None:
        kind = self.pick.choice(list(LinkKind))
        links.add_link(self.project, LinkDraft(from_id=self._any(), to_id=self._any(), kind=kind))

    def _cite(self) -> None:
        citations.add_citation(self.project, self._any(), CitationDraft(source_id=self.pick.choice(self.sources)))

    def _undo(self) -> None:
        self.project.undo()

    def _move(self) -> None:
        incidents.move_in_day(self.project, self._any(), up=self.pick.random() < 0.5)


def _silences(lanes: Lanes, usual: int) -> tuple[tuple[int, int], ...]:
    """All that are long enough by a length that was found before: it is not measured anew at every edit."""
    found = find_stretches(lanes.stream.first, lanes.stream.last)
    return tuple(stretch for stretch in found if stretch[1] - stretch[0] + 1 >= usual)


@pytest.mark.parametrize("by", LaneBy)
@pytest.mark.parametrize(
    ("colour_by", "seed"), [(LaneBy.NONE, 1), (LaneBy.TAG, 2), (LaneBy.STATUS, 3), (LaneBy.PLACE, 4)]
)
def test_follow_after_any_edit_says_what_gathering_says(
    project: Project, by: LaneBy, colour_by: LaneBy, seed: int
) -> None:
    desk = _Desk(project, by, colour_by, seed)
    for _ in range(60):
        desk.act()
        book = desk.lanes.book
        assert isinstance(book, Book)
        known = (book.members, book.colours.members)
        same = gather_lanes(project, desk.index, desk.selection, by, colour_by, known)
        assert _said(desk.lanes) == _said(replace(same, silences=_silences(same, book.usual)))
        fresh = gather_lanes(project, desk.index, desk.selection, by, colour_by)
        assert _said(desk.lanes, is_exact=False) == _said(fresh, is_exact=False)


def test_follow_after_other_words_of_a_linked_incident_keeps_the_links(project: Project) -> None:
    first, second = incidents.add_incidents(
        project, [IncidentDraft(title=title, date=UncertainDate("2024-01-01")) for title in ("Spark", "Fire")]
    )
    links.add_link(project, LinkDraft(from_id=first, to_id=second, kind=LinkKind.CAUSED_BY))
    index = IncidentIndex(read_columns(project))
    selection = select_incidents(project, index, IncidentFilter())
    lanes = gather_lanes(project, index, selection)
    incidents.edit_incident(project, first, IncidentPatch(status=Status.DISPUTED))
    update = index.follow(project, [first])
    assert follow_lanes(project, index, selection, lanes, update).links is lanes.links

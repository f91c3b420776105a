"""The numbers of sidebar and status line, kept true by what a change touched instead of being counted anew."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from dates import UncertainDate
from models.changes import ChangeSet, RecordKind
from models.enums import Operation
from models.snapshots import IncidentFilter, ProjectCounts
from services.bits import table
from services.date_shapes import UNDATED
from services.incident_flags import Flag
from services.incident_index import FEW, IncidentColumns, IncidentIndex, IndexUpdate, count_incidents
from services.incident_selection import Selection, names_others, select_again, select_incidents
from services.project import Project
from services.saved_views import read_view_filters
from services.stored_dates import read_stored_date
from services.tags import read_tag_names

_TAGGED = "SELECT incident_id, tag_id FROM incident_tag"
# With those in the bin: what is outside of it would be read row by row.
_OTHERS = "SELECT (SELECT count(*) FROM source) AS sources, (SELECT count(*) FROM entity) AS entities"
_INCIDENTS = "SELECT count(*) FROM incident"
_BINNED = "SELECT count(*) FROM source WHERE deleted_at IS NOT NULL"
_ASKED = (RecordKind.SOURCE, RecordKind.ENTITY, RecordKind.TAG, RecordKind.SAVED_VIEW)
_DATE = "SELECT date_edtf, date_as_written, date_time_zone FROM incident WHERE id = ?"
_UNDATED = bytes([UNDATED])
_IS_UNCITED = table(lambda code: bool(code & Flag.UNCITED))


class TagCounts:
    """Which tags each incident of the chronology carries, and how many carry each."""

    def __init__(self, rows: Iterable[tuple[int, int]] = (), shown: Collection[int] = ()) -> None:
        """`rows` are incident and tag, in the order of incidents; those that are not `shown` do not count."""
        self.counts: Counter[int] = Counter()
        self._sets: dict[int, frozenset[int]] = {}
        self._shared: dict[frozenset[int], frozenset[int]] = {}
        for incident_id, run in groupby(rows, itemgetter(0)):
            if incident_id in shown:
                self.put(incident_id, frozenset(map(itemgetter(1), run)))

    def put(self, incident_id: int, tags: frozenset[int]) -> None:
        """Let an incident carry exactly these."""
        before = self._sets.pop(incident_id, frozenset())
        self.counts.subtract(before - tags)
        self.counts.update(tags - before)
        if tags:
            # Few sets of tags are shared by many incidents.
            self._sets[incident_id] = self._shared.setdefault(tags, tags)


class LiveCounts:
    """The numbers that need more than the index: of tags, of the filters of saved views, and of `built_in` ones.

    `incidents` is how many there are with those in the bin.
    """

    def __init__(
        self,
        tags: TagCounts,
        incidents: int,
        selections: Mapping[IncidentFilter, Selection],
        built_in: Collection[IncidentFilter],
    ) -> None:
        self.tags = tags
        self.incidents = incidents
        self._selections = dict(selections)
        self._built_in = frozenset(built_in)

    def count_of(self, wanted: IncidentFilter) -> int | None:
        """How many incidents a filter shows; None where it is none of the counted ones."""
        found = self._selections.get(wanted)
        return None if found is None else found.count

    def follow(self, project: Project, index: IncidentIndex, changes: ChangeSet, update: IndexUpdate) -> bool:
        """Count what an edit touched anew, of which the index has followed `update` (not `whole`).

        Whether a filter was not followed, as the change renamed what it asks for: then all has to be counted anew.
        """
        if RecordKind.INCIDENT in changes.added or RecordKind.INCIDENT in changes.removed:
            self.incidents = _all_incidents(project)
        self._follow_tags(project, index, changes.ids(RecordKind.INCIDENT).union(step.id for step in update.steps))
        stale = {wanted for wanted in self._selections if names_others(wanted, changes)}
        if update.steps:
            for wanted in self._selections.keys() - stale:
                known = self._selections[wanted]
                self._selections[wanted] = select_again(project, index, wanted, known, update)
        if changes.touches(RecordKind.SAVED_VIEW):
            self._follow_views(project, index)
        return bool(stale)

    def _follow_views(self, project: Project, index: IncidentIndex) -> None:
        filters = self._built_in | _own_filters(project)
        for wanted in self._selections.keys() - filters:
            del self._selections[wanted]
        for wanted in filters - self._selections.keys():
            self._selections[wanted] = select_incidents(project, index, wanted)

    def _follow_tags(self, project: Project, index: IncidentIndex, touched: Collection[int]) -> None:
        if not touched:
            return
        marks = ", ".join("?" * len(touched))
        with project.read() as connection:
            rows = connection.exec_driver_sql(f"{_TAGGED} WHERE incident_id IN ({marks})", tuple(touched)).fetchall()
        carried: dict[int, set[int]] = {incident_id: set() for incident_id in touched}
        for incident_id, tag_id in rows:
            carried[incident_id].add(tag_id)
        # Looking for each would go over all of them as often.
        shown = frozenset(index.columns.ids) if len(touched) > FEW else None
        for incident_id, tags in carried.items():
            is_shown = index.place_of(incident_id) is not None if shown is None else incident_id in shown
            self.tags.put(incident_id, frozenset(tags) if is_shown else frozenset())


def count_live(project: Project, index: IncidentIndex, built_in: Collection[IncidentFilter]) -> LiveCounts:
    """Count everything; for large projects on a worker, with an index that stays as it is."""
    with project.read() as connection:
        rows: Any = connection.exec_driver_sql(f"{_TAGGED} ORDER BY incident_id").cursor
        tags = TagCounts(rows, frozenset(index.columns.ids))
    filters = _own_filters(project).union(built_in)
    selections = {wanted: select_incidents(project, index, wanted) for wanted in filters}
    return LiveCounts(tags, _all_incidents(project), selections, built_in)


def _all_incidents(project: Project) -> int:
    with project.read() as connection:
        return int(connection.exec_driver_sql(_INCIDENTS).scalar_one())


def _own_filters(project: Project) -> frozenset[IncidentFilter]:
    with project.read() as connection:
        return frozenset(view.filter for view in read_view_filters(connection))


def read_counts(project: Project, index: IncidentIndex | None, live: LiveCounts | None) -> ProjectCounts:
    """The numbers of sidebar and status line; 0 for what is not counted yet, while there is no index or nothing `live`."""
    columns = IncidentColumns() if index is None else index.columns
    incidents = count_incidents(project) if index is None else len(columns)
    everywhere = _all_incidents(project) if live is None else live.incidents
    with project.read() as connection:
        row = connection.exec_driver_sql(_OTHERS).one()
        binned = len(columns.binned) if index is not None else connection.exec_driver_sql(_BINNED).scalar_one()
        tags, views = read_tag_names(connection), read_view_filters(connection)
        earliest, latest = (_date_of(connection, columns, place) for place in _dated_ends(columns))
    counts = ProjectCounts(
        incidents=incidents,
        sources=row.sources - binned,
        entities=row.entities,
        uncited=columns.flags.translate(_IS_UNCITED).count(1),
        binned=binned + everywhere - incidents,
        earliest=earliest,
        latest=latest,
        tags=tags,
        views=views,
    )
    return counts if live is None else _counted(counts, live)


def is_recount(changes: ChangeSet) -> bool:
    """Whether a change may alter more numbers than those of `LiveCounts` and the index, as long as the order is the same."""
    return changes.operation is not Operation.EDIT_INCIDENT or changes.touches(*_ASKED)


def follow_counts(before: ProjectCounts, index: IncidentIndex, live: LiveCounts | None) -> ProjectCounts:
    """`read_counts` after a change that is none for a recount; the file is not asked."""
    counts = replace(before, uncited=index.columns.flags.translate(_IS_UNCITED).count(1))
    return counts if live is None else _counted(counts, live)


def _counted(counts: ProjectCounts, live: LiveCounts) -> ProjectCounts:
    return replace(
        counts,
        tags=tuple(replace(tag, incident_count=live.tags.counts[tag.id]) for tag in counts.tags),
        views=tuple(replace(view, incident_count=live.count_of(view.filter) or 0) for view in counts.views),
    )


def _dated_ends(columns: IncidentColumns) -> tuple[int, int]:
    """The places of the first and the last dated incident; both -1 where there is none."""
    dated = bytes(columns.kinds).rstrip(_UNDATED)
    return (len(dated) - len(dated.lstrip(_UNDATED)), len(dated) - 1) if dated else (-1, -1)


def _date_of(connection: Connection, columns: IncidentColumns, place: int) -> UncertainDate | None:
    if place < 0:
        return None
    found = connection.exec_driver_sql(_DATE, (columns.ids[place],)).fetchone()
    return None if found is None else read_stored_date(*found)

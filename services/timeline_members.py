"""Which incidents belong in which lane: read once for the whole project, whatever the filter, then followed."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, repeat

from sqlalchemy import Connection

from models.enums import EntityKind
from services.incident_index import STATUSES, IncidentColumns
from services.project import Project
from services.support import BINNED_SOURCES
from services.timeline_lanes import NOT_KNOWN, SEVERAL, LaneBy

Values = tuple[int, ...]
"""The ids of the lanes of one incident, in the order they were given."""
NO_VALUE: Values = (NOT_KNOWN,)

# Roles in the order they were given, read from one end to the other: by their entity they lie all over the file.
_ROLES = """SELECT r.incident_id, r.entity_id FROM role r CROSS JOIN entity e ON e.id = r.entity_id AND e.kind = '{kind}'
 WHERE {{where}} ORDER BY r.id"""
_PAIRS: Mapping[LaneBy, str] = {
    LaneBy.PLACE: _ROLES.format(kind=EntityKind.PLACE),
    LaneBy.PERSON: _ROLES.format(kind=EntityKind.PERSON),
    LaneBy.ORGANISATION: _ROLES.format(kind=EntityKind.ORGANISATION),
    LaneBy.TAG: "SELECT incident_id, tag_id FROM incident_tag WHERE {where} ORDER BY id",
    # In the order of the one index that holds both.
    LaneBy.SOURCE: f"""SELECT incident_id, source_id FROM citation
 WHERE source_id NOT IN ({BINNED_SOURCES}) AND {{where}} ORDER BY source_id, incident_id""",
}
_ENTITIES = "SELECT id, name, NULL FROM entity WHERE kind = '{kind}' AND {{where}}"
_NAMES: Mapping[LaneBy, str] = {
    LaneBy.PLACE: _ENTITIES.format(kind=EntityKind.PLACE),
    LaneBy.PERSON: _ENTITIES.format(kind=EntityKind.PERSON),
    LaneBy.ORGANISATION: _ENTITIES.format(kind=EntityKind.ORGANISATION),
    LaneBy.TAG: "SELECT id, name, colour FROM tag WHERE {where}",
    LaneBy.SOURCE: "SELECT id, title, NULL FROM source WHERE deleted_at IS NULL AND {where}",
}


@dataclass(slots=True)
class Members:
    """The lanes of every incident. `given` holds what the index does not know; `names` title and tag colour by lane id.

    `ranking` names the lanes with the most incidents of the project first, so that a filter moves and recolours nothing.
    """

    by: LaneBy
    names: dict[int, tuple[str, int | None]] = field(default_factory=dict)
    given: dict[int, Values] = field(default_factory=dict)
    ranking: list[int] = field(default_factory=list)

    def of(self, columns: IncidentColumns, place: int) -> Values:
        """The lanes of the incident at a place of the index."""
        return next(iter(self.of_all(columns, [place])))

    def of_all(self, columns: IncidentColumns, places: Sequence[int]) -> Iterator[Values]:
        """The lanes of the incidents at these places, each in turn."""
        if self.by is LaneBy.NONE:
            return repeat(NO_VALUE, len(places))
        if self.by is LaneBy.STATUS:
            table = [(code + 1,) for code in range(len(STATUSES))]
            return map(table.__getitem__, map(columns.statuses.__getitem__, places))
        if self.by is LaneBy.PLACE:
            return self._places_of(columns, places)
        return map(self.given.get, map(columns.ids.__getitem__, places), repeat(NO_VALUE))

    def _places_of(self, columns: IncidentColumns, places: Sequence[int]) -> Iterator[Values]:
        """Where it happened; where that is not said, the one place that has a role in it, or "several"."""
        own = list(map(columns.places.__getitem__, places))
        table = {place: (place,) for place in set(own)}
        values = map(table.__getitem__, own)
        if not self.given:
            return values
        return (
            value if value != NO_VALUE else self._roles_of(columns.ids[place])
            for value, place in zip(values, places, strict=True)
        )

    def _roles_of(self, incident_id: int) -> Values:
        given = self.given.get(incident_id, NO_VALUE)
        return given if len(given) == 1 else (SEVERAL,)

    def follow(self, project: Project, ids: Sequence[int]) -> None:
        """Read the lanes of a few incidents again, and the names of lanes that are new."""
        if self.by not in _PAIRS:
            return
        marks = ", ".join("?" * len(ids))
        with project.read() as connection:
            fresh = _read_pairs(connection, self.by, f"incident_id IN ({marks})", ids)
            for incident_id in ids:
                self.given.pop(incident_id, None)
            self.given |= fresh
            lanes = set(chain.from_iterable(fresh.values()))
            if self.by is LaneBy.PLACE:
                where = f"SELECT place_id FROM incident WHERE id IN ({marks}) AND place_id IS NOT NULL"
                lanes.update(row[0] for row in connection.exec_driver_sql(where, tuple(ids)))
            if new := {lane for lane in lanes if lane not in self.names}:
                self.names |= _read_names(connection, self.by, new)


def read_members(project: Project, columns: IncidentColumns, by: LaneBy) -> Members:
    """The lanes of every incident of the project."""
    members = Members(by)
    if by in _PAIRS:
        with project.read() as connection:
            members.given = _read_pairs(connection, by, "1", ())
            members.names = _read_names(connection, by, None)
    totals = Counter(columns.places) if by is LaneBy.PLACE else Counter(chain.from_iterable(members.given.values()))
    if by is LaneBy.STATUS:
        members.ranking = [code + 1 for code in range(len(STATUSES))]
    else:
        members.ranking = sorted(members.names, key=lambda lane: (-totals[lane], members.names[lane][0].casefold()))
    return members


def _read_names(connection: Connection, by: LaneBy, ids: Collection[int] | None) -> dict[int, tuple[str, int | None]]:
    """Titles and tag colours by lane id, of some lanes or of all."""
    where = "1" if ids is None else f"id IN ({', '.join('?' * len(ids))})"
    rows = connection.exec_driver_sql(_NAMES[by].format(where=where), tuple(ids or ())).cursor.fetchall()
    return {lane_id: (name, colour) for lane_id, name, colour in rows}


def _read_pairs(connection: Connection, by: LaneBy, where: str, values: Iterable[int]) -> dict[int, Values]:
    rows = connection.exec_driver_sql(_PAIRS[by].format(where=where), tuple(values)).cursor.fetchall()
    single = {lane: (lane,) for _, lane in rows}
    found: dict[int, Values] = {}
    for incident_id, lane in rows:
        known = found.get(incident_id)
        if known is None:
            found[incident_id] = single[lane]
        elif lane not in known:
            found[incident_id] = (*known, lane)
    return found

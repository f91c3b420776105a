"""Adding, editing, ordering, binning and reading incidents."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from models.changes import RecordKind, Subject
from models.drafts import IncidentDraft, IncidentPatch, RoleDraft
from models.enums import EntityKind, Operation, ProblemCode
from models.errors import UserFacingError
from services.change import Change
from services.clock import now_utc
from services.incident_cards import get_incident
from services.named_records import Names
from services.progress import Unwatched, WorkProgress, watched
from services.project import MANY, Project
from services.stored_dates import incident_date_values

__all__ = [
    "add_incident",
    "add_incidents",
    "count_moved_in_day",
    "delete_incidents",
    "edit_incident",
    "edit_incidents",
    "get_incident",
    "move_in_day",
    "place_in_day",
    "restore_incidents",
    "write_incidents",
]

_DATES = 50_000  # different ones that are kept while many incidents are written


def add_incident(project: Project, draft: IncidentDraft, *, initiator: object | None = None) -> int:
    """Add one incident and return its id."""
    with project.change(Operation.ADD_INCIDENT, initiator=initiator) as change:
        incident_id = write_incidents(change, [draft])[0]
        change.about(RecordKind.INCIDENT, incident_id)
    return incident_id


def add_incidents(project: Project, drafts: Sequence[IncidentDraft], *, initiator: object | None = None) -> list[int]:
    """Add many incidents as one change and return their ids in order."""
    with project.change(Operation.IMPORT, initiator=initiator) as change:
        ids = write_incidents(change, drafts)
        if ids:
            change.about(RecordKind.INCIDENT, ids[0])
    return list(ids)


def edit_incident(
    project: Project,
    incident_id: int,
    patch: IncidentPatch,
    *,
    version: int | None = None,
    burst: str = "",
    initiator: object | None = None,
) -> int:
    """Write the given fields of one incident; return its new version. Raises STALE_ROW, NOT_FOUND."""
    subject = Subject(RecordKind.INCIDENT, incident_id, patch.sole_field())
    with project.change(Operation.EDIT_INCIDENT, subject=subject, burst=burst, initiator=initiator) as change:
        return patch_incident(change, incident_id, patch.given(), version=version)


def edit_incidents(
    project: Project,
    ids: Sequence[int],
    patch: IncidentPatch,
    *,
    initiator: object | None = None,
    progress: WorkProgress | None = None,
) -> None:
    """Write the given fields of many incidents as one change. Raises what `progress` raises: nothing is written then."""
    given = patch.given()
    with project.change(Operation.EDIT_INCIDENT, initiator=initiator, much=len(ids) > MANY) as change:
        for incident_id in watched(ids, progress or Unwatched()):
            change.about(RecordKind.INCIDENT, incident_id, patch.sole_field())
            patch_incident(change, incident_id, given)


def delete_incidents(
    project: Project, ids: Sequence[int], *, initiator: object | None = None, progress: WorkProgress | None = None
) -> None:
    """Move incidents to the bin; their citations and links wait with them. Raises what `progress` raises."""
    with project.change(Operation.DELETE_INCIDENT, initiator=initiator, much=len(ids) > MANY) as change:
        _set_deleted(change, ids, now_utc(), progress or Unwatched())


def restore_incidents(
    project: Project, ids: Sequence[int], *, initiator: object | None = None, progress: WorkProgress | None = None
) -> None:
    """Take incidents out of the bin. Raises what `progress` raises."""
    with project.change(Operation.RESTORE_INCIDENT, initiator=initiator, much=len(ids) > MANY) as change:
        _set_deleted(change, ids, None, progress or Unwatched())


def count_moved_in_day(project: Project, incident_id: int, sibling_id: int | None = None) -> int:
    """About how many rows are written where an incident is moved by one, or beside a sibling, among those with its date.

    They are those between, and all where nobody has put them in order yet. Raises NOT_FOUND.
    """
    with project.read() as connection:
        places = _places_in_day(connection, incident_id)
    order = list(places)
    between = abs(order.index(sibling_id) - order.index(incident_id)) if sibling_id in places else 1
    return between + 1 + sum(kept != place for place, kept in enumerate(places.values()))


def move_in_day(
    project: Project,
    incident_id: int,
    *,
    up: bool,
    initiator: object | None = None,
    progress: WorkProgress | None = None,
) -> bool:
    """Move an incident before or after its neighbour with the same date; False where there is none on that side.

    Raises what `progress` raises.
    """
    subject = Subject(RecordKind.INCIDENT, incident_id, "day_order")
    with project.change(Operation.MOVE_INCIDENT, subject=subject, initiator=initiator) as change:
        places = _places_in_day(change.connection, incident_id)
        order = list(places)
        here = order.index(incident_id)
        there = here - 1 if up else here + 1
        if not 0 <= there < len(order):
            return False
        order[here], order[there] = order[there], order[here]
        _write_order(change, places, order, progress or Unwatched())
    return True


def place_in_day(
    project: Project,
    incident_id: int,
    *,
    sibling_id: int,
    after: bool,
    initiator: object | None = None,
    progress: WorkProgress | None = None,
) -> bool:
    """Put an incident right before or after another one with the same date; False where the dates differ.

    Raises what `progress` raises.
    """
    subject = Subject(RecordKind.INCIDENT, incident_id, "day_order")
    with project.change(Operation.MOVE_INCIDENT, subject=subject, initiator=initiator) as change:
        places = _places_in_day(change.connection, incident_id)
        order = list(places)
        if sibling_id not in order or sibling_id == incident_id:
            return False
        order.remove(incident_id)
        order.insert(order.index(sibling_id) + after, incident_id)
        _write_order(change, places, order, progress or Unwatched())
    return True


def _places_in_day(connection: Connection, incident_id: int) -> dict[int, int]:
    """The incidents with the same date as this one, which is among them, in their order, with what keeps it. Raises NOT_FOUND."""
    rows = connection.exec_driver_sql(
        "SELECT o.id, o.day_order FROM incident o JOIN incident i ON o.date_sort = i.date_sort AND o.date_rank = i.date_rank"
        " WHERE i.id = ? AND o.deleted_at IS NULL ORDER BY o.day_order, o.id",
        (incident_id,),
    )
    places = {row[0]: row[1] for row in rows}
    if incident_id not in places:
        raise UserFacingError(ProblemCode.NOT_FOUND, record="incident")
    return places


def _write_order(change: Change, before: Mapping[int, int], order: Sequence[int], progress: WorkProgress) -> None:
    moved = [(incident_id, place) for place, incident_id in enumerate(order) if before[incident_id] != place]
    for incident_id, place in watched(moved, progress):
        change.update(RecordKind.INCIDENT, incident_id, {"day_order": place})


def write_incidents(change: Change, drafts: Sequence[IncidentDraft]) -> range:
    """Insert incidents inside a change; the places, tags and entities they name are made where they are missing."""
    return IncidentWriter(change).write(drafts)


class IncidentWriter:
    """Inserts incidents inside a change, portion by portion; what they name is looked up once."""

    def __init__(self, change: Change) -> None:
        self._change = change
        self._names = Names(change)
        self._now = now_utc()
        self._dates = lru_cache(_DATES)(incident_date_values)

    def write(self, drafts: Sequence[IncidentDraft], uuids: Sequence[str] = ()) -> range:
        """Insert incidents and return their ids; a UUID that is "" is made."""
        change, names = self._change, self._names
        names.learn_entities((EntityKind.PLACE, draft.place) for draft in drafts if draft.place)
        rows = [self._values(draft) for draft in drafts]
        for row, given in zip(rows, uuids, strict=False):
            if given:
                row["uuid"] = given
        ids = change.insert_many(RecordKind.INCIDENT, rows)
        names.learn_tags(name for draft in drafts for name in draft.tags)
        tagged = [
            {"incident_id": i, "tag_id": tag_id}
            for i, draft in zip(ids, drafts, strict=True)
            for tag_id in dict.fromkeys(map(names.tag, draft.tags))
        ]
        change.insert_many(RecordKind.INCIDENT_TAG, tagged)
        names.learn_entities((role.kind, role.name) for draft in drafts for role in draft.roles)
        roles = [
            {"incident_id": i, "entity_id": entity_id, "role": role}
            for i, draft in zip(ids, drafts, strict=True)
            for entity_id, role in dict.fromkeys((names.entity(r.kind, r.name), r.role) for r in draft.roles)
        ]
        change.insert_many(RecordKind.ROLE, roles)
        return ids

    def _values(self, draft: IncidentDraft) -> dict[str, Any]:
        return {
            "title": draft.title,
            "body": draft.body,
            "note": draft.note,
            **self._dates(draft.date),
            "day_order": 0,
            "status": draft.status.value,
            "confidence": draft.confidence and draft.confidence.value,
            "marked": int(draft.marked),
            "place_id": self._names.place(draft.place),
            "created_at": self._now,
            "updated_at": self._now,
            "deleted_at": None,
        }


def patch_incident(change: Change, incident_id: int, given: dict[str, Any], *, version: int | None = None) -> int:
    """Write given fields of one incident inside a change and return its version."""
    names = Names(change)
    values: dict[str, Any] = {"updated_at": now_utc()}
    for name in ("title", "body", "note", "status", "confidence"):
        if name in given:
            values[name] = given[name]
    if "marked" in given:
        values["marked"] = int(given["marked"])
    if "place" in given:
        values["place_id"] = names.place(given["place"])
    if "date" in given:
        values |= incident_date_values(given["date"])
    stored = change.update(RecordKind.INCIDENT, incident_id, values, version=version)
    if {"tags", "add_tags", "remove_tags"} & given.keys():
        _patch_tags(change, incident_id, given, names)
    if "roles" in given:
        _replace_roles(change, incident_id, given["roles"], names)
    return stored


def _patch_tags(change: Change, incident_id: int, given: dict[str, Any], names: Names) -> None:
    rows = change.connection.exec_driver_sql(
        "SELECT tag_id, id FROM incident_tag WHERE incident_id = ?", (incident_id,)
    )
    present: dict[int, int] = {row[0]: row[1] for row in rows}
    wanted = {names.tag(name) for name in given["tags"]} if "tags" in given else set(present)
    wanted |= {names.tag(name) for name in given.get("add_tags", ())}
    removed = set(given.get("remove_tags", ()))
    if removed:
        known = change.connection.exec_driver_sql("SELECT id, name FROM tag").fetchall()
        wanted -= {tag_id for tag_id, name in known if name in removed}
    for tag_id in sorted(set(present) - wanted):
        change.delete(RecordKind.INCIDENT_TAG, present[tag_id])
    for tag_id in sorted(wanted - set(present)):
        change.insert(RecordKind.INCIDENT_TAG, {"incident_id": incident_id, "tag_id": tag_id})


def _replace_roles(change: Change, incident_id: int, roles: Sequence[RoleDraft], names: Names) -> None:
    rows = change.connection.exec_driver_sql(
        "SELECT entity_id, role, id FROM role WHERE incident_id = ?", (incident_id,)
    )
    present: dict[tuple[int, str], int] = {(row[0], row[1]): row[2] for row in rows}
    wanted = dict.fromkeys((names.entity(role.kind, role.name), role.role) for role in roles)
    for key, role_id in present.items():
        if key not in wanted:
            change.delete(RecordKind.ROLE, role_id)
    for entity_id, role in wanted:
        if (entity_id, role) not in present:
            change.insert(RecordKind.ROLE, {"incident_id": incident_id, "entity_id": entity_id, "role": role})


def _set_deleted(change: Change, ids: Sequence[int], moment: str | None, progress: WorkProgress) -> None:
    for incident_id in watched(ids, progress):
        change.about(RecordKind.INCIDENT, incident_id)
        change.update(RecordKind.INCIDENT, incident_id, {"deleted_at": moment})

"""People, organisations, places and things: named records that incidents share."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection

from models.changes import RecordKind, Subject
from models.drafts import EntityDraft, EntityPatch
from models.enums import EntityKind, Operation, ProblemCode
from models.errors import InvalidDraftError, UserFacingError
from models.snapshots import EntityCard
from services.change import Change
from services.progress import Unwatched, WorkProgress, watched
from services.project import MANY, Project

# Counted by the index of places, and what is in the bin taken off: a look at every incident takes three times as long.
_CARDS = """WITH binned AS MATERIALIZED (SELECT place_id FROM incident WHERE deleted_at IS NOT NULL AND place_id IS NOT NULL)
 SELECT e.id, e.version, e.kind, e.name, e.note, (SELECT count(*) FROM incident i WHERE i.place_id = e.id)
 - (SELECT count(*) FROM binned b WHERE b.place_id = e.id) + (SELECT count(DISTINCT i.id) FROM role r JOIN incident i
 ON i.id = r.incident_id WHERE r.entity_id = e.id AND i.deleted_at IS NULL AND i.place_id IS NOT e.id) FROM entity e"""
# What is written where entities are merged or removed: who names them, then they themselves.
_ROWS = """SELECT 'incident', i.id FROM json_each(:ids) e JOIN incident i ON i.place_id = e.value
 UNION ALL SELECT 'role', r.id FROM json_each(:ids) e JOIN role r ON r.entity_id = e.value
 UNION ALL SELECT 'entity', e.value FROM json_each(:ids) e"""


def list_entities(project: Project, *, kind: EntityKind | None = None, text: str = "") -> tuple[EntityCard, ...]:
    """Entities by name, those whose name contains `text`."""
    where = " WHERE (? IS NULL OR e.kind = ?) AND (? = '' OR instr(lower(e.name), lower(?)) > 0) ORDER BY e.name COLLATE NOCASE"
    value = kind.value if kind else None
    with project.read() as connection:
        rows = connection.exec_driver_sql(_CARDS + where, (value, value, text, text)).fetchall()
    return tuple(EntityCard(r[0], r[1], EntityKind(r[2]), r[3], r[4], r[5]) for r in rows)


def list_names(project: Project) -> tuple[EntityCard, ...]:
    """Entities by name, not counted: what fields suggest while something is typed."""
    query = "SELECT id, version, kind, name, note FROM entity ORDER BY name COLLATE NOCASE"
    with project.read() as connection:
        rows = connection.exec_driver_sql(query).fetchall()
    return tuple(EntityCard(r[0], r[1], EntityKind(r[2]), r[3], r[4]) for r in rows)


def read_names(connection: Connection) -> tuple[tuple[int, EntityKind, str], ...]:
    """Id, kind and name of every entity by name, for who does not ask how many incidents share it."""
    rows = connection.exec_driver_sql("SELECT id, kind, name FROM entity ORDER BY name COLLATE NOCASE").fetchall()
    return tuple((row[0], EntityKind(row[1]), row[2]) for row in rows)


def add_entity(project: Project, draft: EntityDraft, *, initiator: object | None = None) -> int:
    """Add an entity; one with this kind and name that is already there is returned instead."""
    with project.change(Operation.ADD_ENTITY, initiator=initiator) as change:
        entity_id = ensure_entity(change, draft.kind, draft.name)
        change.update(RecordKind.ENTITY, entity_id, {"note": draft.note} if draft.note else {})
        change.about(RecordKind.ENTITY, entity_id)
    return entity_id


def edit_entity(
    project: Project,
    entity_id: int,
    patch: EntityPatch,
    *,
    version: int | None = None,
    burst: str = "",
    initiator: object | None = None,
) -> int:
    """Change an entity. A name that another entity of its kind has raises InvalidDraftError (`taken`)."""
    subject = Subject(RecordKind.ENTITY, entity_id)
    with project.change(Operation.EDIT_ENTITY, subject=subject, burst=burst, initiator=initiator) as change:
        values = {name: str(value) for name, value in patch.given().items()}
        _refuse_taken_name(change.connection, entity_id, values)
        return change.update(RecordKind.ENTITY, entity_id, values, version=version)


def count_rows_of(project: Project, ids: Sequence[int]) -> int:
    """How many rows are written where these entities are removed or merged: their own, and those that name them."""
    with project.read() as connection:
        rows = connection.exec_driver_sql(f"SELECT count(*) FROM ({_ROWS})", {"ids": json.dumps(list(ids))})
        return int(rows.scalar_one())


def merge_entities(
    project: Project,
    kept_id: int,
    other_ids: Sequence[int],
    *,
    initiator: object | None = None,
    progress: WorkProgress | None = None,
) -> None:
    """Let `kept_id` stand wherever the others stood, and remove the others. Raises what `progress` raises."""
    subject = Subject(RecordKind.ENTITY, kept_id, "merge")
    others = [other_id for other_id in dict.fromkeys(other_ids) if other_id != kept_id]
    much = count_rows_of(project, others) > MANY
    with project.change(Operation.EDIT_ENTITY, subject=subject, initiator=initiator, much=much) as change:
        _take_away(change, others, kept_id, progress or Unwatched())


def remove_entities(
    project: Project, ids: Sequence[int], *, initiator: object | None = None, progress: WorkProgress | None = None
) -> None:
    """Remove entities, and them from every incident. Raises what `progress` raises."""
    much = count_rows_of(project, ids) > MANY
    with project.change(Operation.REMOVE_ENTITY, initiator=initiator, much=much) as change:
        for entity_id in ids:
            change.about(RecordKind.ENTITY, entity_id)
        _take_away(change, ids, None, progress or Unwatched())


def ensure_entity(change: Change, kind: EntityKind, name: str) -> int:
    """The id of the entity with this kind and name, made in this change where it is missing."""
    found = change.connection.exec_driver_sql(
        "SELECT id FROM entity WHERE kind = ? AND name = ?", (kind.value, name)
    ).scalar()
    return found or change.insert(RecordKind.ENTITY, {"kind": kind.value, "name": name, "note": ""})


def _take_away(change: Change, ids: Sequence[int], to_id: int | None, progress: WorkProgress) -> None:
    """Let `to_id`, or none, stand wherever the entities stood, then remove them."""
    rows = change.connection.exec_driver_sql(_ROWS, {"ids": json.dumps(list(ids))}).fetchall()
    for record, row_id in watched(rows, progress):
        kind = RecordKind(record)
        if kind is RecordKind.INCIDENT:
            change.update(kind, row_id, {"place_id": to_id})
            continue
        if kind is RecordKind.ROLE and to_id is not None:
            _add_role_like(change, row_id, to_id)
        change.delete(kind, row_id)


def _add_role_like(change: Change, role_id: int, entity_id: int) -> None:
    """Give an entity the role that another one has, unless it has it in that incident already."""
    query = """SELECT r.incident_id, r.role FROM role r WHERE r.id = ? AND NOT EXISTS
 (SELECT 1 FROM role o WHERE (o.incident_id, o.entity_id, o.role) = (r.incident_id, ?, r.role))"""
    for incident_id, role in change.connection.exec_driver_sql(query, (role_id, entity_id)).fetchall():
        change.insert(RecordKind.ROLE, {"incident_id": incident_id, "entity_id": entity_id, "role": role})


def _refuse_taken_name(connection: Connection, entity_id: int, values: dict[str, str]) -> None:
    present = connection.exec_driver_sql("SELECT kind, name FROM entity WHERE id = ?", (entity_id,)).fetchone()
    if present is None:
        raise UserFacingError(ProblemCode.NOT_FOUND, record="entity")
    wanted = (values.get("kind", present.kind), values.get("name", present.name), entity_id)
    if connection.exec_driver_sql("SELECT 1 FROM entity WHERE kind = ? AND name = ? AND id <> ?", wanted).scalar():
        raise InvalidDraftError({"name": "taken"})

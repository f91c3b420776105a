"""Tags of incidents."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection

from models.changes import RecordKind, Subject
from models.drafts import TagDraft
from models.enums import Operation
from models.errors import InvalidDraftError
from models.snapshots import TagCard
from services.change import Change
from services.progress import Unwatched, WorkProgress, watched
from services.project import MANY, Project

COLOURS = 6


def add_tag(project: Project, draft: TagDraft, *, initiator: object | None = None) -> int:
    """Add a tag; the one with this name where it is already there."""
    with project.change(Operation.ADD_TAG, initiator=initiator) as change:
        tag_id = ensure_tag(change, draft.name, draft.colour if "colour" in draft.model_fields_set else None)
        change.about(RecordKind.TAG, tag_id)
    return tag_id


def edit_tag(project: Project, tag_id: int, draft: TagDraft, *, initiator: object | None = None) -> None:
    """Rename or recolour a tag. A name that another tag has raises InvalidDraftError (`taken`)."""
    with project.change(Operation.EDIT_TAG, subject=Subject(RecordKind.TAG, tag_id), initiator=initiator) as change:
        wanted = (draft.name, tag_id)
        if change.connection.exec_driver_sql("SELECT 1 FROM tag WHERE name = ? AND id <> ?", wanted).scalar():
            raise InvalidDraftError({"name": "taken"})
        change.update(RecordKind.TAG, tag_id, draft.given())


def count_rows_of(project: Project, ids: Sequence[int]) -> int:
    """How many rows are written where these tags are removed: their own, and those that put them on incidents."""
    with project.read() as connection:
        return len(ids) + len(_uses(connection, ids))


def remove_tags(
    project: Project, ids: Sequence[int], *, initiator: object | None = None, progress: WorkProgress | None = None
) -> None:
    """Remove tags, and them from every incident. Raises what `progress` raises."""
    much = count_rows_of(project, ids) > MANY
    with project.change(Operation.REMOVE_TAG, initiator=initiator, much=much) as change:
        for use_id in watched(_uses(change.connection, ids), progress or Unwatched()):
            change.delete(RecordKind.INCIDENT_TAG, use_id)
        for tag_id in ids:
            change.about(RecordKind.TAG, tag_id)
            change.delete(RecordKind.TAG, tag_id)


def ensure_tag(change: Change, name: str, colour: int | None = None) -> int:
    """The id of the tag with this name, made in this change where it is missing (with the next colour in turn)."""
    found = change.connection.exec_driver_sql("SELECT id FROM tag WHERE name = ?", (name,)).scalar()
    if found:
        return int(found)
    if colour is None:
        colour = (change.connection.exec_driver_sql("SELECT count(*) FROM tag").scalar() or 0) % COLOURS
    return change.insert(RecordKind.TAG, {"name": name, "colour": colour})


def _uses(connection: Connection, ids: Sequence[int]) -> list[int]:
    """The rows that put these tags on incidents."""
    query = "SELECT u.id FROM json_each(?) t JOIN incident_tag u ON u.tag_id = t.value"
    return [row[0] for row in connection.exec_driver_sql(query, (json.dumps(list(ids)),))]


def read_tag_names(connection: Connection) -> tuple[TagCard, ...]:
    """Tags by name, not counted."""
    rows = connection.exec_driver_sql("SELECT id, name, colour FROM tag ORDER BY name COLLATE NOCASE")
    return tuple(TagCard(*row) for row in rows)

"""Filters with a name."""

from collections.abc import Iterable

from sqlalchemy import Connection

from models.changes import RecordKind, Subject
from models.drafts import SavedViewDraft
from models.enums import Operation, ProblemCode
from models.errors import UserFacingError
from models.snapshots import IncidentFilter, SavedViewCard
from services.incident_filters import filter_from_json, filter_to_json
from services.project import Project


def add_view(project: Project, name: str, wanted: IncidentFilter, *, initiator: object | None = None) -> int:
    """Keep a filter under a name."""
    with project.change(Operation.ADD_VIEW, initiator=initiator) as change:
        position = change.connection.exec_driver_sql(
            "SELECT coalesce(max(position), 0) + 1 FROM saved_view"
        ).scalar_one()
        values = {"name": SavedViewDraft(name=name).name, "filter": filter_to_json(wanted), "position": position}
        view_id = change.insert(RecordKind.SAVED_VIEW, values)
        change.about(RecordKind.SAVED_VIEW, view_id)
    return view_id


def edit_view(
    project: Project,
    view_id: int,
    *,
    name: str | None = None,
    wanted: IncidentFilter | None = None,
    initiator: object | None = None,
) -> None:
    """Rename a saved view, or give it another filter."""
    values = {"name": SavedViewDraft(name=name).name} if name is not None else {}
    values |= {"filter": filter_to_json(wanted)} if wanted is not None else {}
    with project.change(
        Operation.EDIT_VIEW, subject=Subject(RecordKind.SAVED_VIEW, view_id), initiator=initiator
    ) as change:
        change.update(RecordKind.SAVED_VIEW, view_id, values)


def remove_views(project: Project, ids: Iterable[int], *, initiator: object | None = None) -> None:
    """Remove saved views; the incidents they show stay."""
    with project.change(Operation.REMOVE_VIEW, initiator=initiator) as change:
        for view_id in ids:
            change.about(RecordKind.SAVED_VIEW, view_id)
            change.delete(RecordKind.SAVED_VIEW, view_id)


def move_view(project: Project, view_id: int, step: int, *, initiator: object | None = None) -> bool:
    """Put a saved view `step` places down (negative: up), not beyond either end; whether it moved."""
    with project.read() as connection:
        rows = connection.exec_driver_sql("SELECT id FROM saved_view ORDER BY position, id").fetchall()
    ids = [row[0] for row in rows]
    if view_id not in ids:
        return False
    place = ids.index(view_id)
    target = max(0, min(place + step, len(ids) - 1))
    if target == place:
        return False
    ids.insert(target, ids.pop(place))
    subject = Subject(RecordKind.SAVED_VIEW, view_id)
    with project.change(Operation.EDIT_VIEW, subject=subject, initiator=initiator) as change:
        for position, moved_id in enumerate(ids, start=1):
            change.update(RecordKind.SAVED_VIEW, moved_id, {"position": position})
    return True


def find_view(project: Project, name: str) -> IncidentFilter:
    """The filter of the saved view with this name, the first of several. Raises NOT_FOUND (`view`, and the names there are)."""
    with project.read() as connection:
        rows = connection.exec_driver_sql("SELECT name, filter FROM saved_view ORDER BY position, id").fetchall()
    for row in rows:
        if row[0].casefold() == name.strip().casefold():
            return filter_from_json(row[1])
    raise UserFacingError(
        ProblemCode.NOT_FOUND, record="saved_view", view=name, views=", ".join(row[0] for row in rows)
    )


def read_view_filters(connection: Connection) -> tuple[SavedViewCard, ...]:
    """Saved views in their order, not counted."""
    rows = connection.exec_driver_sql("SELECT id, name, filter FROM saved_view ORDER BY position, id").fetchall()
    return tuple(SavedViewCard(view_id, name, filter_from_json(text)) for view_id, name, text in rows)

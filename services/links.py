"""Links between incidents."""

from collections.abc import Iterable

from models.changes import RecordKind, Subject
from models.drafts import LinkDraft
from models.enums import LinkKind, Operation, ProblemCode
from models.errors import InvalidDraftError, UserFacingError
from services.change import Change
from services.project import Project


def add_link(project: Project, draft: LinkDraft, *, initiator: object | None = None) -> int:
    """Link two incidents. A link to itself, or one that is already there, raises InvalidDraftError."""
    subject = Subject(RecordKind.INCIDENT, draft.from_id)
    with project.change(Operation.ADD_LINK, subject=subject, initiator=initiator) as change:
        return write_link(change, draft)


def edit_link(project: Project, link_id: int, *, kind: LinkKind, note: str, initiator: object | None = None) -> int:
    """Change what a link says; its id."""
    with project.change(Operation.EDIT_LINK, initiator=initiator) as change:
        ends = _ends(change, link_id)
        change.about(RecordKind.INCIDENT, ends[0])
        draft = LinkDraft(from_id=ends[0], to_id=ends[1], kind=kind, note=note)
        _refuse_twin(change, draft, link_id)
        change.update(RecordKind.LINK, link_id, {"kind": draft.kind.value, "note": draft.note})
    return link_id


def remove_links(project: Project, ids: Iterable[int], *, initiator: object | None = None) -> None:
    """Remove links; the incidents stay."""
    with project.change(Operation.REMOVE_LINK, initiator=initiator) as change:
        for link_id in ids:
            change.about(RecordKind.INCIDENT, _ends(change, link_id)[0])
            change.delete(RecordKind.LINK, link_id)


def write_link(change: Change, draft: LinkDraft) -> int:
    """Insert a link inside a change."""
    if draft.from_id == draft.to_id:
        raise InvalidDraftError({"to_id": "same"})
    _refuse_twin(change, draft, 0)
    values = {"from_id": draft.from_id, "to_id": draft.to_id, "kind": draft.kind.value, "note": draft.note}
    return change.insert(RecordKind.LINK, values)


def _ends(change: Change, link_id: int) -> tuple[int, int]:
    row = change.connection.exec_driver_sql("SELECT from_id, to_id FROM link WHERE id = ?", (link_id,)).fetchone()
    if row is None:
        raise UserFacingError(ProblemCode.NOT_FOUND, record="link")
    return row[0], row[1]


def _refuse_twin(change: Change, draft: LinkDraft, link_id: int) -> None:
    known = change.connection.exec_driver_sql(
        "SELECT count(*) FROM incident WHERE id IN (?, ?)", (draft.from_id, draft.to_id)
    ).scalar_one()
    if known != len({draft.from_id, draft.to_id}):
        raise UserFacingError(ProblemCode.NOT_FOUND, record="incident")
    twin = change.connection.exec_driver_sql(
        "SELECT 1 FROM link WHERE from_id = ? AND to_id = ? AND kind = ? AND id <> ?",
        (draft.from_id, draft.to_id, draft.kind.value, link_id),
    ).scalar()
    if twin:
        raise InvalidDraftError({"kind": "taken"})

"""Preserved copies: bytes kept unchanged under their SHA-256, the working text beside them."""

import hashlib

from sqlalchemy import Connection

from models.changes import RecordKind, Subject
from models.doubts import pack_doubts
from models.drafts import CaptureDraft
from models.enums import Operation, ProblemCode
from models.errors import UserFacingError
from services.change import Change
from services.clock import now_utc
from services.progress import Unwatched, WorkProgress, watched
from services.project import Project

_USES = """SELECT (SELECT count(*) FROM citation WHERE capture_id = :id)
 + (SELECT count(*) FROM skipped_proposal WHERE capture_id = :id)"""


def add_capture(project: Project, source_id: int, draft: CaptureDraft, *, initiator: object | None = None) -> int:
    """Preserve a copy for a source and return its id."""
    subject = Subject(RecordKind.SOURCE, source_id)
    with project.change(Operation.ADD_CAPTURE, subject=subject, initiator=initiator) as change:
        return write_capture(change, source_id, draft)


def count_rows_of(project: Project, capture_id: int) -> int:
    """About how many rows are written where a preserved copy is removed: those that cite its words, and what was skipped."""
    with project.read() as connection:
        return int(connection.exec_driver_sql(_USES, {"id": capture_id}).scalar_one()) + 2


def remove_capture(
    project: Project, capture_id: int, *, initiator: object | None = None, progress: WorkProgress | None = None
) -> None:
    """Take a preserved copy from its source. Its bytes stay until the bin is emptied, so this can be undone.

    Raises what `progress` raises.
    """
    with project.change(Operation.REMOVE_CAPTURE, initiator=initiator) as change:
        source_id = change.connection.exec_driver_sql(
            "SELECT source_id FROM capture WHERE id = ?", (capture_id,)
        ).scalar()
        if source_id is None:
            raise UserFacingError(ProblemCode.NOT_FOUND, record="capture")
        change.about(RecordKind.SOURCE, source_id)
        cited = change.connection.exec_driver_sql("SELECT id FROM citation WHERE capture_id = ?", (capture_id,))
        for (citation_id,) in watched(cited.fetchall(), progress or Unwatched()):
            change.update(RecordKind.CITATION, citation_id, {"capture_id": None})
        for kind in (RecordKind.CAPTURE_TEXT, RecordKind.SKIPPED_PROPOSAL):
            change.delete_where(kind, "capture_id", capture_id)
        change.delete(RecordKind.CAPTURE, capture_id)


def read_capture_text(project: Project, capture_id: int) -> str:
    """The working text of a preserved copy, "" where none was extracted."""
    with project.read() as connection:
        text = connection.exec_driver_sql("SELECT text FROM capture_text WHERE capture_id = ?", (capture_id,)).scalar()
    return text or ""


def read_capture_bytes(project: Project, capture_id: int) -> bytes:
    """The preserved bytes. Raises NOT_FOUND, and DAMAGED where they no longer have their SHA-256."""
    with project.read() as connection:
        row = connection.exec_driver_sql(
            "SELECT b.bytes, b.sha256 FROM capture c JOIN capture_blob b ON b.sha256 = c.sha256 WHERE c.id = ?",
            (capture_id,),
        ).fetchone()
    if row is None:
        raise UserFacingError(ProblemCode.NOT_FOUND, record="capture")
    if hashlib.sha256(row.bytes).hexdigest() != row.sha256:
        raise UserFacingError(ProblemCode.DAMAGED, record="capture", id=capture_id)
    return bytes(row.bytes)


def find_capture(project: Project, sha256: str) -> int | None:
    """The source outside the bin that already preserves these bytes."""
    with project.read() as connection:
        return captured_by(connection, sha256)


def captured_by(connection: Connection, sha256: str) -> int | None:
    """The same by a connection: that of a change sees what the change has written."""
    return connection.exec_driver_sql(
        "SELECT c.source_id FROM capture c JOIN source s ON s.id = c.source_id WHERE c.sha256 = ?"
        " AND s.deleted_at IS NULL ORDER BY c.id LIMIT 1",
        (sha256,),
    ).scalar()


def write_capture(change: Change, source_id: int, draft: CaptureDraft) -> int:
    """Preserve a copy inside a change. The same bytes are stored once."""
    if not change.connection.exec_driver_sql("SELECT 1 FROM source WHERE id = ?", (source_id,)).scalar():
        raise UserFacingError(ProblemCode.NOT_FOUND, record="source")
    sha256 = draft.sha256
    change.connection.exec_driver_sql("INSERT OR IGNORE INTO capture_blob VALUES (?, ?)", (sha256, draft.data))
    now = now_utc()
    capture_id = change.insert(
        RecordKind.CAPTURE,
        {
            "source_id": source_id,
            "sha256": sha256,
            "media_type": draft.media_type,
            "original_name": draft.original_name,
            "size": len(draft.data),
            "captured_at": now,
            "method": draft.method.value,
            "doubts": pack_doubts(draft.doubts),
        },
    )
    if draft.text:
        text = {"capture_id": capture_id, "text": draft.text, "extractor": draft.extractor, "extracted_at": now}
        change.insert(RecordKind.CAPTURE_TEXT, text)
    return capture_id

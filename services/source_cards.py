"""Reading one source with everything that belongs to it."""

import json

from sqlalchemy import Connection

from models.doubts import unpack_doubts
from models.enums import CaptureMethod, CreatorRole, LocatorLabel, ProblemCode, SourceType, Stance
from models.errors import UserFacingError
from models.snapshots import CaptureLine, CitedByLine, CreatorLine, SourceCard
from services.project import Project
from services.stored_dates import stored_date

_CITED_BY = """SELECT c.id, i.id AS incident_id, i.title, i.date_edtf, i.date_as_written, i.date_time_zone, c.stance, c.quote,
 c.locator_label, c.locator FROM citation c JOIN incident i ON i.id = c.incident_id
 WHERE c.source_id = ? AND i.deleted_at IS NULL ORDER BY i.date_sort, i.date_rank, i.id, c.position"""
_CAPTURES = """SELECT c.*, coalesce(length(t.text), 0) AS text_length FROM capture c LEFT JOIN capture_text t
 ON t.capture_id = c.id WHERE c.source_id = ? ORDER BY c.id"""


def get_source(project: Project, source_id: int) -> SourceCard:
    """Everything about one source but the bytes of its captures. Raises NOT_FOUND."""
    with project.read() as connection:
        found = connection.exec_driver_sql("SELECT * FROM source WHERE id = ?", (source_id,)).mappings().fetchone()
        if found is None:
            raise UserFacingError(ProblemCode.NOT_FOUND, record="source")
        row = dict(found)
        return SourceCard(
            id=row["id"],
            version=row["version"],
            uuid=row["uuid"],
            type=SourceType(row["type"]),
            title=row["title"],
            creators=_creators(connection, source_id),
            container_title=row["container_title"],
            publisher=row["publisher"],
            published=stored_date("published", row),
            accessed=stored_date("accessed", row),
            archived=stored_date("archived", row),
            url=row["url"],
            archive_url=row["archive_url"],
            language=row["language"],
            fields=json.loads(row["fields"]),
            note=row["note"],
            protected=bool(row["protected"]),
            cover_name=row["cover_name"],
            republishes_id=row["republishes_id"],
            unconfirmed=frozenset(row["unconfirmed"].split()),
            captures=read_captures(connection, source_id),
            cited_by=_cited_by(connection, source_id),
            created_at=row["created_at"],
            updated_at=row["updated_at"],
            deleted_at=row["deleted_at"],
        )


def _creators(connection: Connection, source_id: int) -> tuple[CreatorLine, ...]:
    rows = connection.exec_driver_sql(
        "SELECT role, family, given_name, literal FROM creator WHERE source_id = ? ORDER BY position", (source_id,)
    )
    return tuple(CreatorLine(CreatorRole(row[0]), row[1], row[2], row[3]) for row in rows)


def read_captures(connection: Connection, source_id: int) -> tuple[CaptureLine, ...]:
    """The preserved copies of a source, the oldest first, for who reads something else too."""
    rows = connection.exec_driver_sql(_CAPTURES, (source_id,))
    return tuple(
        CaptureLine(
            id=row.id,
            source_id=row.source_id,
            media_type=row.media_type,
            original_name=row.original_name,
            sha256=row.sha256,
            size=row.size,
            captured_at=row.captured_at,
            method=CaptureMethod(row.method),
            text_length=row.text_length,
            doubts=unpack_doubts(row.doubts),
        )
        for row in rows
    )


def _cited_by(connection: Connection, source_id: int) -> tuple[CitedByLine, ...]:
    rows = connection.exec_driver_sql(_CITED_BY, (source_id,)).mappings()
    return tuple(
        CitedByLine(
            citation_id=row["id"],
            incident_id=row["incident_id"],
            incident_title=row["title"],
            incident_date=stored_date("date", dict(row)),
            stance=Stance(row["stance"]),
            quote=row["quote"],
            locator_label=LocatorLabel(row["locator_label"]),
            locator=row["locator"],
        )
        for row in rows
    )

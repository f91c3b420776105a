"""Reading one incident with everything that belongs to it."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from models.enums import Confidence, EntityKind, LinkKind, LocatorLabel, ProblemCode, Stance, Status
from models.errors import UserFacingError
from models.snapshots import CitationLine, IncidentCard, LinkLine, PassageLine, RoleLine, TagCard
from services.project import Project
from services.stored_dates import read_stored_date, stored_date
from services.support import INDEPENDENT_SOURCES

_CITATIONS = """SELECT c.*, s.title AS source_title FROM citation c JOIN source s ON s.id = c.source_id
 WHERE c.incident_id IN ({marks}) AND s.deleted_at IS NULL ORDER BY c.incident_id, c.position, c.id"""
_LINKS = """SELECT l.id, l.version, l.kind, l.note, l.from_id = :id AS outgoing, o.id AS other_id, o.title, o.date_edtf,
 o.date_as_written, o.date_time_zone FROM link l JOIN incident o ON o.id = CASE l.from_id WHEN :id THEN l.to_id ELSE l.from_id END
 WHERE :id IN (l.from_id, l.to_id) AND o.deleted_at IS NULL ORDER BY o.date_sort, l.id"""
_INCIDENT = f"""SELECT i.*, e.name AS place, {INDEPENDENT_SOURCES} AS independent_sources
 FROM incident i LEFT JOIN entity e ON e.id = i.place_id WHERE i.id = ?"""


def get_incident(project: Project, incident_id: int) -> IncidentCard:
    """Everything about one incident, binned ones included. Raises NOT_FOUND."""
    with project.read() as connection:
        found = connection.exec_driver_sql(_INCIDENT, (incident_id,)).mappings().fetchone()
        if found is None:
            raise UserFacingError(ProblemCode.NOT_FOUND, record="incident")
        row = dict(found)
        return IncidentCard(
            id=row["id"],
            version=row["version"],
            uuid=row["uuid"],
            title=row["title"],
            body=row["body"],
            note=row["note"],
            date=stored_date("date", row),
            status=Status(row["status"]),
            confidence=Confidence(row["confidence"]) if row["confidence"] else None,
            marked=bool(row["marked"]),
            place=row["place"] or "",
            tags=_tags(connection, incident_id),
            roles=_roles(connection, incident_id),
            citations=_citations(connection, [incident_id]).get(incident_id, ()),
            links=_links(connection, incident_id),
            independent_sources=row["independent_sources"],
            created_at=row["created_at"],
            updated_at=row["updated_at"],
            deleted_at=row["deleted_at"],
        )


def get_citations(project: Project, incident_ids: Sequence[int]) -> dict[int, tuple[CitationLine, ...]]:
    """The citations of some incidents by incident id; those that cite nothing are left out."""
    with project.read() as connection:
        return _citations(connection, incident_ids)


def _tags(connection: Connection, incident_id: int) -> tuple[TagCard, ...]:
    rows = connection.exec_driver_sql(
        "SELECT t.id, t.name, t.colour FROM tag t JOIN incident_tag it ON it.tag_id = t.id WHERE it.incident_id = ?"
        " ORDER BY it.id",
        (incident_id,),
    )
    return tuple(TagCard(*row) for row in rows)


def _roles(connection: Connection, incident_id: int) -> tuple[RoleLine, ...]:
    rows = connection.exec_driver_sql(
        "SELECT e.id, e.kind, e.name, r.role FROM role r JOIN entity e ON e.id = r.entity_id WHERE r.incident_id = ?"
        " ORDER BY r.id",
        (incident_id,),
    )
    return tuple(RoleLine(r[0], EntityKind(r[1]), r[2], r[3]) for r in rows)


def _citations(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[CitationLine, ...]]:
    marks = ", ".join("?" * len(ids))
    rows = connection.exec_driver_sql(_CITATIONS.format(marks=marks), tuple(ids)).mappings()
    grouped = groupby(map(dict, rows), key=itemgetter("incident_id"))
    return {i: tuple(_citation(row, n) for n, row in enumerate(cited, start=1)) for i, cited in grouped}


def _citation(row: dict[str, Any], number: int) -> CitationLine:
    passage = None
    if row["capture_id"] is not None:
        passage = PassageLine(
            row["capture_id"], row["passage_start"], row["passage_end"], row["passage_prefix"], row["passage_suffix"]
        )
    return CitationLine(
        id=row["id"],
        version=row["version"],
        incident_id=row["incident_id"],
        source_id=row["source_id"],
        source_label=row["source_title"],
        number=number,
        locator_label=LocatorLabel(row["locator_label"]),
        locator=row["locator"],
        quote=row["quote"],
        stance=Stance(row["stance"]),
        note=row["note"],
        passage=passage,
        stated=stored_date("stated", row),
    )


def _links(connection: Connection, incident_id: int) -> tuple[LinkLine, ...]:
    rows = connection.exec_driver_sql(_LINKS, {"id": incident_id})
    return tuple(
        LinkLine(
            row.id,
            row.version,
            LinkKind(row.kind),
            bool(row.outgoing),
            row.other_id,
            row.title,
            read_stored_date(row.date_edtf, row.date_as_written, row.date_time_zone),
            row.note,
        )
        for row in rows
    )

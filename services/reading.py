"""Reading a preserved copy with everything that is cited of it."""

from sqlalchemy import Connection

from models.enums import ProblemCode, Stance
from models.errors import UserFacingError
from models.reading import CitedPassage, PassageState, Reading
from services.project import Project
from services.source_cards import read_captures
from services.sources import read_source_rows
from services.stored_dates import stored_date

_PASSAGES = """SELECT c.id, c.incident_id, i.title, i.date_edtf, i.date_as_written, i.date_time_zone, c.stance, c.quote,
 c.passage_start, c.passage_end FROM citation c JOIN incident i ON i.id = c.incident_id
 WHERE c.capture_id = ? AND i.deleted_at IS NULL ORDER BY c.passage_start, c.passage_end, c.id"""
_TEXT = """SELECT c.source_id, coalesce(t.text, '') AS text, coalesce(t.extractor, '') AS extractor,
 coalesce(t.extracted_at, '') AS extracted_at FROM capture c LEFT JOIN capture_text t ON t.capture_id = c.id WHERE c.id = ?"""


def get_reading(project: Project, capture_id: int) -> Reading:
    """One preserved copy to be read. Raises NOT_FOUND."""
    with project.read() as connection:
        row = connection.exec_driver_sql(_TEXT, (capture_id,)).fetchone()
        if row is None:
            raise UserFacingError(ProblemCode.NOT_FOUND, record="capture")
        captures = read_captures(connection, row.source_id)
        return Reading(
            source=read_source_rows(connection, (row.source_id,))[0],
            capture=next(line for line in captures if line.id == capture_id),
            captures=captures,
            text=row.text,
            extractor=row.extractor,
            extracted_at=row.extracted_at,
            passages=_passages(connection, capture_id, row.text),
        )


def readable_capture(project: Project, source_id: int) -> int | None:
    """The newest preserved copy of a source that has a text, else the newest of all; None where there is none."""
    with project.read() as connection:
        return connection.exec_driver_sql(
            "SELECT c.id FROM capture c LEFT JOIN capture_text t ON t.capture_id = c.id WHERE c.source_id = ?"
            " ORDER BY coalesce(t.text, '') <> '' DESC, c.id DESC LIMIT 1",
            (source_id,),
        ).scalar()


def _passages(connection: Connection, capture_id: int, text: str) -> tuple[CitedPassage, ...]:
    rows = connection.exec_driver_sql(_PASSAGES, (capture_id,)).mappings()
    return tuple(
        CitedPassage(
            citation_id=row["id"],
            incident_id=row["incident_id"],
            incident_title=row["title"],
            incident_date=stored_date("date", dict(row)),
            stance=Stance(row["stance"]),
            quote=row["quote"],
            start=row["passage_start"],
            end=row["passage_end"],
            state=_state(text, row["passage_start"], row["passage_end"], row["quote"]),
        )
        for row in rows
    )


def _state(text: str, start: int, end: int, quote: str) -> PassageState:
    is_there = end <= len(text) and text[start:end] == quote
    return PassageState.IN_PLACE if is_there else PassageState.LOST

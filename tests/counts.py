"""The numbers of sidebar and status line by plain SQL: what those that the window keeps are held against."""

from dataclasses import replace

from sqlalchemy import Connection

from models.snapshots import ProjectCounts, SavedViewCard, TagCard
from services.incident_filters import where_clause
from services.project import Project
from services.saved_views import read_view_filters
from services.stored_dates import read_stored_date
from services.support import UNCITED

_COUNTS = f"""SELECT (SELECT count(*) FROM incident WHERE deleted_at IS NULL) AS incidents,
 (SELECT count(*) FROM source WHERE deleted_at IS NULL) AS sources, (SELECT count(*) FROM entity) AS entities,
 (SELECT count(*) FROM incident i WHERE i.deleted_at IS NULL AND {UNCITED}) AS uncited,
 (SELECT count(*) FROM incident WHERE deleted_at IS NOT NULL) + (SELECT count(*) FROM source WHERE deleted_at IS NOT NULL)
 AS binned"""
_TAGS = """SELECT t.id, t.name, t.colour, count(i.id) FROM tag t LEFT JOIN incident_tag it ON it.tag_id = t.id
 LEFT JOIN incident i ON i.id = it.incident_id AND i.deleted_at IS NULL GROUP BY t.id ORDER BY t.name COLLATE NOCASE"""


def count_all(project: Project) -> ProjectCounts:
    """All of them, counted anew."""
    with project.read() as connection:
        row = connection.exec_driver_sql(_COUNTS).one()
        first, last = (
            connection.exec_driver_sql(
                "SELECT date_edtf, date_as_written, date_time_zone FROM incident"
                f" WHERE deleted_at IS NULL AND date_edtf <> '' ORDER BY date_sort {way}, date_rank {way} LIMIT 1"
            ).fetchone()
            for way in ("ASC", "DESC")
        )
        tags = tuple(TagCard(*tag) for tag in connection.exec_driver_sql(_TAGS))
        views = tuple(_counted(connection, view) for view in read_view_filters(connection))
    return ProjectCounts(
        incidents=row.incidents,
        sources=row.sources,
        entities=row.entities,
        uncited=row.uncited,
        binned=row.binned,
        earliest=read_stored_date(*first) if first else None,
        latest=read_stored_date(*last) if last else None,
        tags=tags,
        views=views,
    )


def _counted(connection: Connection, view: SavedViewCard) -> SavedViewCard:
    where, values = where_clause(view.filter)
    count = connection.exec_driver_sql(f"SELECT count(*) FROM incident i WHERE {where}", values).scalar_one()
    return replace(view, incident_count=count)

"""Checking a project: can the file be trusted, and what does the desk still have to do."""

import hashlib
from collections.abc import Iterable

from sqlalchemy import Connection

from models.changes import RecordKind
from models.enums import Finding
from models.snapshots import CheckLine, CheckReport
from services.project import Project
from services.records import columns_of, digest_of
from services.search_index import INDEXES
from services.support import CITATIONS, DIFFERING, IN_ORDER, INDEPENDENT_SOURCES, UNCITED

_DIGESTED = (
    RecordKind.PROJECT,
    RecordKind.INCIDENT,
    RecordKind.SOURCE,
    RecordKind.CITATION,
    RecordKind.CAPTURE,
    RecordKind.LINK,
    RecordKind.ENTITY,
    RecordKind.TAG,
    RecordKind.SAVED_VIEW,
)
_WORK = f"""SELECT 'incident', i.id, i.title FROM incident i WHERE i.deleted_at IS NULL AND {{condition}}
 ORDER BY {IN_ORDER}"""
_CONDITIONS = {
    Finding.UNCITED: UNCITED,
    Finding.SINGLE_SOURCE: f"{INDEPENDENT_SOURCES} = 1",
    Finding.SOURCES_DIFFER: DIFFERING,
    Finding.NO_LOCATOR: f"EXISTS (SELECT 1 {CITATIONS} AND c.locator = '')",
    Finding.QUOTE_NOT_IN_CAPTURE: """EXISTS (SELECT 1 FROM citation c JOIN capture_text t ON t.capture_id = c.capture_id
 WHERE c.incident_id = i.id AND c.quote <> ''
 AND substr(t.text, c.passage_start + 1, c.passage_end - c.passage_start) <> c.quote)""",
}


def check_project(project: Project) -> CheckReport:
    """Look at every page, row and preserved copy of the file, and at the evidence of every incident."""
    with project.read() as connection:
        damage = (*_file_damage(connection), *_changed_records(connection), *_changed_captures(connection))
        work = tuple(
            CheckLine(finding, *row)
            for finding, condition in _CONDITIONS.items()
            for row in connection.exec_driver_sql(_WORK.format(condition=condition)).fetchall()
        )
        incidents = connection.exec_driver_sql("SELECT count(*) FROM incident WHERE deleted_at IS NULL").scalar_one()
        sources = connection.exec_driver_sql("SELECT count(*) FROM source WHERE deleted_at IS NULL").scalar_one()
    return CheckReport(damage, work, incidents, sources)


def _file_damage(connection: Connection) -> Iterable[CheckLine]:
    for (message,) in connection.exec_driver_sql("PRAGMA integrity_check(20)").fetchall():
        if message != "ok":
            yield CheckLine(Finding.FILE_DAMAGED, "", 0, "")
            break
    for table, row_id, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
        yield CheckLine(Finding.BROKEN_REFERENCE, str(table), int(row_id or 0), "")
    for kind, index in INDEXES.items():
        stale = connection.exec_driver_sql(index.missing).fetchall()
        for (row_id,) in stale:
            yield CheckLine(Finding.INDEX_STALE, kind.value, row_id, "")


def _changed_records(connection: Connection) -> Iterable[CheckLine]:
    for kind in _DIGESTED:
        names = columns_of(kind)
        for row in connection.exec_driver_sql(f"SELECT {', '.join(names)} FROM {kind.value}"):
            image = dict(zip(names, row, strict=True))
            if image["digest"] != digest_of(kind, image):
                yield CheckLine(Finding.RECORD_CHANGED, kind.value, image["id"], str(image.get("title", "")))


def _changed_captures(connection: Connection) -> Iterable[CheckLine]:
    rows = connection.exec_driver_sql(
        "SELECT c.id, c.sha256, b.bytes, s.title FROM capture c LEFT JOIN capture_blob b ON b.sha256 = c.sha256"
        " JOIN source s ON s.id = c.source_id"
    )
    for capture_id, sha256, data, title in rows:
        if data is None or hashlib.sha256(data).hexdigest() != sha256:
            yield CheckLine(Finding.CAPTURE_CHANGED, "capture", capture_id, title)

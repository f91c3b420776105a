"""Taking records out of a file without a trace: rows, journal images, preserved bytes.

Undo must still work for everything else afterwards, so the journal loses exactly the images of purged records.
"""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from models.changes import RecordKind
from services import records
from services.change import Change
from services.records import Image

# Records that vanish with an owner, children first: column that names the owner, kind of the owner.
_CHILDREN: tuple[tuple[RecordKind, str, RecordKind], ...] = (
    (RecordKind.CITATION, "incident_id", RecordKind.INCIDENT),
    (RecordKind.CITATION, "source_id", RecordKind.SOURCE),
    (RecordKind.LINK, "from_id", RecordKind.INCIDENT),
    (RecordKind.LINK, "to_id", RecordKind.INCIDENT),
    (RecordKind.ROLE, "incident_id", RecordKind.INCIDENT),
    (RecordKind.INCIDENT_TAG, "incident_id", RecordKind.INCIDENT),
    (RecordKind.CREATOR, "source_id", RecordKind.SOURCE),
    (RecordKind.CAPTURE, "source_id", RecordKind.SOURCE),
    (RecordKind.CAPTURE_TEXT, "capture_id", RecordKind.CAPTURE),
)
_DELETION_ORDER = (
    RecordKind.CITATION,
    RecordKind.LINK,
    RecordKind.ROLE,
    RecordKind.INCIDENT_TAG,
    RecordKind.CREATOR,
    RecordKind.CAPTURE_TEXT,
    RecordKind.CAPTURE,
    RecordKind.INCIDENT,
    RecordKind.SOURCE,
)

Doomed = dict[RecordKind, set[int]]


def purge(change: Change) -> int:
    """Remove all binned incidents and sources inside a change; return how many there were."""
    connection = change.connection
    doomed: Doomed = {kind: _binned(connection, kind) for kind in (RecordKind.INCIDENT, RecordKind.SOURCE)}
    count = sum(map(len, doomed.values()))
    if not count:
        return 0
    connection.exec_driver_sql(
        "DELETE FROM change_row WHERE change_id IN (SELECT id FROM change WHERE state = 'abandoned')"
    )
    for child, column, owner in _CHILDREN:
        doomed.setdefault(child, set()).update(_live_children(connection, child, column, doomed[owner]))
        doomed[child].update(_remembered_children(connection, child, column, doomed[owner]))
    _strip_marks(connection, doomed[RecordKind.CITATION])
    _forget_origins(connection, doomed[RecordKind.SOURCE])
    for kind in _DELETION_ORDER:
        _clean_journal(connection, kind, doomed[kind])
        connection.exec_driver_sql(
            f"DELETE FROM {kind.value} WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(doomed[kind])),),
        )
        change.touched.note_removed(kind, tuple(sorted(doomed[kind])), ())
    _drop_unused_bytes(connection)
    return count


def _binned(connection: Connection, kind: RecordKind) -> set[int]:
    return {row[0] for row in connection.exec_driver_sql(f"SELECT id FROM {kind.value} WHERE deleted_at IS NOT NULL")}


def _live_children(connection: Connection, child: RecordKind, column: str, owners: set[int]) -> set[int]:
    rows = connection.exec_driver_sql(
        f"SELECT id FROM {child.value} WHERE {column} IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(owners)),),
    )
    return {row[0] for row in rows}


def _remembered_children(connection: Connection, child: RecordKind, column: str, owners: set[int]) -> set[int]:
    """Children that only the journal still knows."""
    found: set[int] = set()
    for _, image in _remembered(connection, child):
        if image.get(column) in owners:
            found.add(image["id"])
    return found


def _remembered(connection: Connection, kind: RecordKind) -> Iterable[tuple[int, Image]]:
    rows = connection.exec_driver_sql(
        "SELECT id, coalesce(before, after) FROM change_row WHERE record = ? AND action <> 'update'"
        " AND coalesce(before, after) IS NOT NULL",
        (kind.value,),
    )
    for row_id, text in rows.fetchall():
        for image in json.loads(text):
            yield row_id, image


def _clean_journal(connection: Connection, kind: RecordKind, ids: set[int]) -> None:
    """Drop the journal images of purged records; a run of inserts keeps those of its other records."""
    rows = connection.exec_driver_sql(
        "SELECT id, action, first_id, last_id, before, after FROM change_row WHERE record = ?", (kind.value,)
    ).fetchall()
    for row in rows:
        if row.first_id == row.last_id:
            if row.first_id in ids:
                connection.exec_driver_sql("DELETE FROM change_row WHERE id = ?", (row.id,))
        elif row.after is not None:
            kept = [image for image in json.loads(row.after) if image["id"] not in ids]
            connection.exec_driver_sql("UPDATE change_row SET after = ? WHERE id = ?", (json.dumps(kept), row.id))


def _strip_marks(connection: Connection, citation_ids: set[int]) -> None:
    """Take the marks of purged citations out of bodies, and out of the bodies that the journal remembers."""
    for citation_id in citation_ids:
        mark = f"[^{citation_id}]"
        rows = connection.exec_driver_sql("SELECT id FROM incident WHERE instr(body, ?) > 0", (mark,)).fetchall()
        for (incident_id,) in rows:
            image = records.fetch_image(connection, RecordKind.INCIDENT, incident_id)
            if image is not None:
                body = {"body": image["body"].replace(mark, "")}
                records.update_image(connection, RecordKind.INCIDENT, image, body)
        for column in ("before", "after"):
            connection.exec_driver_sql(
                f"UPDATE change_row SET {column} = replace({column}, ?, '') WHERE record = 'incident'"
                f" AND instr({column}, ?) > 0",
                (mark, mark),
            )


def _forget_origins(connection: Connection, source_ids: set[int]) -> None:
    """A source that republishes a purged one stands for itself from now on, in the journal too."""
    for row_id in _live_children(connection, RecordKind.SOURCE, "republishes_id", source_ids):
        image = records.fetch_image(connection, RecordKind.SOURCE, row_id)
        if image is not None:
            records.update_image(connection, RecordKind.SOURCE, image, {"republishes_id": None})
    rows = connection.exec_driver_sql(
        "SELECT id, before, after FROM change_row WHERE record = 'source' AND (instr(before, 'republishes_id') > 0"
        " OR instr(after, 'republishes_id') > 0)"
    ).fetchall()
    for row in rows:
        values = tuple(text and json.dumps(_without_origin(json.loads(text), source_ids)) for text in row[1:])
        connection.exec_driver_sql("UPDATE change_row SET before = ?, after = ? WHERE id = ?", (*values, row.id))


def _without_origin(images: Any, source_ids: set[int]) -> Any:
    for image in images if isinstance(images, list) else [images]:
        if image.get("republishes_id") in source_ids:
            image["republishes_id"] = None
    return images


def _drop_unused_bytes(connection: Connection) -> None:
    remembered = {image["sha256"] for _, image in _remembered(connection, RecordKind.CAPTURE)}
    connection.exec_driver_sql(
        "DELETE FROM capture_blob WHERE sha256 NOT IN (SELECT sha256 FROM capture)"
        " AND sha256 NOT IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(remembered)),),
    )

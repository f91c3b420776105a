"""Taking records out of a file without a trace: rows, journal images, preserved bytes.

Undo must still work for everything else afterwards, so the journal loses exactly the images of purged records.
"""

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Connection

from models.changes import RecordKind
from services import records
from services.change import Change
from services.journal import read_images, read_json
from services.purged_citations import Gone, forget_words
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
    (RecordKind.SKIPPED_PROPOSAL, "capture_id", RecordKind.CAPTURE),
)
_DELETION_ORDER = (
    RecordKind.CITATION,
    RecordKind.LINK,
    RecordKind.ROLE,
    RecordKind.INCIDENT_TAG,
    RecordKind.CREATOR,
    RecordKind.CAPTURE_TEXT,
    RecordKind.SKIPPED_PROPOSAL,
    RecordKind.CAPTURE,
    RecordKind.INCIDENT,
    RecordKind.SOURCE,
)

_LAST_ID = 2**63 - 1
_MARK = re.compile(r"\[\^(\d{1,18})\]")

Doomed = dict[RecordKind, set[int]]


def purge(change: Change) -> int:
    """Remove all binned incidents and sources inside a change; return how many there were."""
    connection = change.connection
    doomed: Doomed = {kind: _binned(connection, kind) for kind in (RecordKind.INCIDENT, RecordKind.SOURCE)}
    count = sum(map(len, doomed.values()))
    if not count:
        return 0
    # What was undone can no longer be done again after this change, so its images go as those of abandoned branches do.
    connection.exec_driver_sql(
        "DELETE FROM change_row WHERE change_id IN (SELECT id FROM change WHERE state IN ('abandoned', 'undone'))"
    )
    for child, column, owner in _CHILDREN:
        doomed.setdefault(child, set()).update(_live_children(connection, child, column, doomed[owner]))
        doomed[child].update(_remembered_children(connection, child, column, doomed[owner]))
    _let_go(change, doomed)
    for kind in _DELETION_ORDER:
        _clean_journal(connection, kind, doomed[kind])
        connection.exec_driver_sql(
            f"DELETE FROM {kind.value} WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(doomed[kind])),),
        )
        if doomed[kind]:
            change.touched.note_removed(kind, tuple(sorted(doomed[kind])), ())
    # A change of which nothing is left is no step that undo could take.
    connection.exec_driver_sql(
        "UPDATE change SET state = 'final' WHERE state = 'applied' AND NOT EXISTS"
        " (SELECT 1 FROM change_row WHERE change_id = change.id)"
    )
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
    for row_id, text in rows:  # one at a time: old texts of copies are among them
        for image in read_images(kind, text):
            yield row_id, image


def _clean_journal(connection: Connection, kind: RecordKind, ids: set[int]) -> None:
    """Drop the journal rows of purged records; a run of inserts stays as long as one of its records does."""
    rows = connection.exec_driver_sql(
        "SELECT id, first_id, last_id FROM change_row WHERE record = ?", (kind.value,)
    ).fetchall()
    for row in rows:
        if row.last_id - row.first_id < len(ids) and ids.issuperset(range(row.first_id, row.last_id + 1)):
            connection.exec_driver_sql("DELETE FROM change_row WHERE id = ?", (row.id,))


def _let_go(change: Change, doomed: Doomed) -> None:
    """Take every mention of purged records out of the records that stay, and out of what the journal remembers of them."""
    gone = doomed[RecordKind.CITATION]

    def without_marks(image: Image) -> Image:
        text = _MARK.sub(lambda mark: "" if int(mark[1]) in gone else mark[0], image.get("body") or "")
        return {"body": text} if text != (image.get("body") or "") else {}

    def without(column: str, kind: RecordKind) -> Callable[[Image], Image]:
        return lambda image: {column: None} if image.get(column) in doomed[kind] else {}

    if gone:
        _rewrite(change, RecordKind.INCIDENT, doomed, without_marks)
    if doomed[RecordKind.SOURCE]:
        _rewrite(change, RecordKind.SOURCE, doomed, without("republishes_id", RecordKind.SOURCE))
        forget_words(change, Gone(doomed[RecordKind.SOURCE], doomed[RecordKind.CAPTURE], gone))


def _rewrite(change: Change, kind: RecordKind, doomed: Doomed, correct: Callable[[Image], Image]) -> None:
    """Write what `correct` says of a row, alike into the live rows and the images, so that undo still finds its state."""
    connection = change.connection
    for image in records.fetch_images(connection, kind, 0, _LAST_ID):
        if image["id"] not in doomed[kind] and (values := correct(image)):
            old = dict(image)
            records.update_image(connection, kind, image, values)
            change.touched.note_changed(kind, image["id"], old, image)
    for row in _images(connection, kind):
        before, after = (
            text and records.to_json(_corrected(read_json(text), correct)) for text in (row.before, row.after)
        )
        if (before, after) != (row.before, row.after):
            connection.exec_driver_sql(
                "UPDATE change_row SET before = ?, after = ? WHERE id = ?", (before, after, row.id)
            )


def _corrected(images: Any, correct: Callable[[Image], Image]) -> Any:
    if isinstance(images, list):
        return [image | correct(image) for image in images]
    return images | correct(images)


def _images(connection: Connection, kind: RecordKind) -> Iterable[Any]:
    """The journal's rows of one kind that hold images."""
    return connection.exec_driver_sql(
        "SELECT id, before, after FROM change_row WHERE record = ? AND before IS NOT NULL",
        (kind.value,),
    ).fetchall()


def _drop_unused_bytes(connection: Connection) -> None:
    remembered = {image["sha256"] for _, image in _remembered(connection, RecordKind.CAPTURE)}
    connection.exec_driver_sql(
        "DELETE FROM capture_blob WHERE sha256 NOT IN (SELECT sha256 FROM capture)"
        " AND sha256 NOT IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(remembered)),),
    )

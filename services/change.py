"""The writer inside `project.change(...)`: every row written through it leaves its image in the journal."""

import json
import os
import secrets
import uuid
from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import Connection

from models.changes import RecordKind, Subject
from models.enums import ChangeState, Operation, ProblemCode
from models.errors import BugError, UserFacingError
from services import records
from services.clock import now_utc
from services.records import Image
from services.touched import Touched


class Change:
    """One named act in one transaction. Read through `connection`; write only through the methods."""

    def __init__(self, connection: Connection, operation: Operation, subject: Subject | None, burst: str) -> None:
        self.connection = connection
        self.touched = Touched()
        self.after_commit: Callable[[], None] | None = None
        """What is done between the commit and its announcement: listeners read, and it may lock the file."""
        self._operation = operation
        self._subject = subject
        self._burst = burst
        self._id: int | None = None
        self._folded = False

    @property
    def is_empty(self) -> bool:
        return self._id is None

    def about(self, kind: RecordKind, record_id: int, field: str = "") -> None:
        """Name the record that this change is about, where it was not known when the change began."""
        self._subject = Subject(kind, record_id, field)

    def insert(self, kind: RecordKind, values: Image) -> int:
        """Add one row and return its id."""
        return self.insert_many(kind, [values])[0]

    def insert_many(self, kind: RecordKind, rows: Sequence[Image]) -> range:
        """Add rows and return their ids, one run. Ids, UUIDs, versions and digests are put into the rows here."""
        if not rows:
            return range(0)
        first = self.next_id(kind)
        ids = range(first, first + len(rows))
        for row, record_id in zip(rows, ids, strict=True):
            row["id"] = record_id
        if "uuid" in records.columns_of(kind):
            for row, made in zip(rows, _uuids(len(rows)), strict=True):
                row.setdefault("uuid", made)
                row["version"] = 1
        records.insert_images(self.connection, kind, rows)
        self._write_entry(kind, "insert", ids, None, None)
        self.touched.note_added(kind, ids, rows)
        return ids

    def next_id(self, kind: RecordKind) -> int:
        """What the next row will have: an id that was removed is not given again."""
        query = f"SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0), coalesce(max(id), 0)) FROM {kind.value}"
        return int(self.connection.exec_driver_sql(query, (kind.value,)).scalar_one()) + 1

    def update(self, kind: RecordKind, record_id: int, values: Image, *, version: int | None = None) -> int:
        """Write `values` into one row; return its version (0 where rows have none).

        Raises NOT_FOUND, or STALE_ROW where `version` is given and is not the stored one. Equal values write nothing.
        """
        image = records.fetch_image(self.connection, kind, record_id)
        if image is None:
            raise UserFacingError(ProblemCode.NOT_FOUND, record=kind.value)
        if version is not None and image["version"] != version:
            raise UserFacingError(ProblemCode.STALE_ROW, record=kind.value)
        new = {name: value for name, value in values.items() if image[name] != value}
        if set(new) - {"updated_at"}:
            before = {name: image[name] for name in new}
            old = dict(image)
            records.update_image(self.connection, kind, image, new)
            self._write_update(kind, record_id, before, new)
            self.touched.note_changed(kind, record_id, old, image)
        return int(image.get("version", 0))

    def delete(self, kind: RecordKind, record_id: int) -> None:
        """Remove one row for this change; nothing happens where it is already gone."""
        image = records.fetch_image(self.connection, kind, record_id)
        if image is None:
            return
        records.delete_run(self.connection, kind, record_id, record_id)
        self._write_entry(kind, "delete", range(record_id, record_id + 1), records.to_json([image]), None)
        self.touched.note_removed(kind, (record_id,), [image])

    def delete_where(self, kind: RecordKind, column: str, value: int) -> None:
        """Remove every row of a kind whose `column` equals `value`."""
        rows = self.connection.exec_driver_sql(f"SELECT id FROM {kind.value} WHERE {column} = ?", (value,))
        for (record_id,) in rows.fetchall():
            self.delete(kind, record_id)

    def write_final_entry(self) -> None:
        """Journal an act that cannot be taken back (emptying the bin): undo passes over it."""
        self.connection.exec_driver_sql(
            "UPDATE change SET state = ? WHERE id = ?", (ChangeState.FINAL.value, self._entry_id())
        )

    def finish(self, row_count: int | None = None) -> None:
        """Complete the journal entry: its subject, and how many records it is about."""
        if self._id is None:
            raise BugError("an empty change has nothing to finish")
        subject = self._subject
        self.connection.exec_driver_sql(
            "UPDATE change SET subject_kind = ?, subject_id = ?, field = ?, row_count = ?, at = ? WHERE id = ?",
            (
                subject and subject.kind.value,
                subject and subject.id,
                subject.field if subject else "",
                self._count() if row_count is None else row_count,
                now_utc(),
                self._id,
            ),
        )
        self.connection.exec_driver_sql("UPDATE file_state SET revision = ?", (secrets.token_hex(8),))

    def _count(self) -> int:
        kind = self._subject.kind if self._subject else None
        if kind is None:
            return 0
        added, others = self.touched.runs(kind)
        return sum(map(len, added)) + sum(not any(i in run for run in added) for i in others)

    def _entry_id(self) -> int:
        if self._id is None:
            self._id = self._fold() or self._open_entry()
        return self._id

    def _fold(self) -> int | None:
        """The newest change, where it belongs to the same burst of typing and nothing was undone since."""
        if not self._burst:
            return None
        found = self.connection.exec_driver_sql(
            "SELECT id FROM change WHERE id = (SELECT max(id) FROM change) AND state = 'applied' AND operation = ?"
            " AND burst = ?",
            (self._operation.value, self._burst),
        ).scalar()
        self._folded = found is not None
        return found

    def _open_entry(self) -> int:
        self.connection.exec_driver_sql("UPDATE change SET state = 'abandoned' WHERE state = 'undone'")
        result = self.connection.exec_driver_sql(
            "INSERT INTO change (uuid, operation, field, row_count, burst, at, state) VALUES (?, ?, '', 0, ?, ?, 'applied')",
            (str(uuid.uuid4()), self._operation.value, self._burst, now_utc()),
        )
        return int(result.lastrowid or 0)

    def _write_entry(self, kind: RecordKind, action: str, ids: range, before: str | None, after: str | None) -> None:
        self.connection.exec_driver_sql(
            "INSERT INTO change_row (change_id, record, action, first_id, last_id, before, after) VALUES (?,?,?,?,?,?,?)",
            (self._entry_id(), kind.value, action, ids[0], ids[-1], before, after),
        )

    def _write_update(self, kind: RecordKind, record_id: int, before: Image, after: Image) -> None:
        entry = self._entry_id()
        earlier = (
            self.connection.exec_driver_sql(
                "SELECT id, before, after FROM change_row WHERE change_id = ? AND record = ? AND action = 'update'"
                " AND first_id = ?",
                (entry, kind.value, record_id),
            ).fetchone()
            if self._folded
            else None
        )
        if earlier is None:
            ids = range(record_id, record_id + 1)
            self._write_entry(kind, "update", ids, records.to_json(before), records.to_json(after))
            return
        merged_before = before | json.loads(earlier.before)
        merged_after = json.loads(earlier.after) | after
        self.connection.exec_driver_sql(
            "UPDATE change_row SET before = ?, after = ? WHERE id = ?",
            (records.to_json(merged_before), records.to_json(merged_after), earlier.id),
        )


def _uuids(count: int) -> Iterator[str]:
    """Random UUIDs (version 4) as texts, in a quarter of the time that `uuid.uuid4` takes."""
    digits = os.urandom(16 * count).hex()
    for at in range(0, 32 * count, 32):
        one = digits[at : at + 32]
        yield f"{one[:8]}-{one[8:12]}-4{one[13:16]}-{'89ab'[int(one[16], 16) % 4]}{one[17:20]}-{one[20:]}"

"""Reading the journal and replaying it: undo and redo work on stored row images, so they survive a restart."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row

from models.changes import ChangeRecord, RecordKind
from models.enums import ChangeState, Operation, ProblemCode
from models.errors import UserFacingError
from services import records
from services.progress import WorkProgress
from services.records import Image
from services.touched import Touched

_AT_ONCE = 8
_TOLD = 500
_TITLE_COLUMN = {
    RecordKind.PROJECT: "title",
    RecordKind.INCIDENT: "title",
    RecordKind.SOURCE: "title",
    RecordKind.ENTITY: "name",
    RecordKind.TAG: "name",
    RecordKind.SAVED_VIEW: "name",
}


def newest(connection: Connection, state: ChangeState) -> int | None:
    """The change that undo (applied) or redo (undone) would act on."""
    pick = "max" if state is ChangeState.APPLIED else "min"
    return connection.exec_driver_sql(f"SELECT {pick}(id) FROM change WHERE state = ?", (state.value,)).scalar()


def undo_change(connection: Connection, change_id: int, touched: Touched, progress: WorkProgress) -> Operation:
    """Take one applied change back."""
    for row in _watched(connection, change_id, progress, newest_first=True):
        kind = RecordKind(row.record)
        if row.action == "insert":
            images = records.fetch_images(connection, kind, row.first_id, row.last_id)
            connection.exec_driver_sql(
                "UPDATE change_row SET after = ? WHERE id = ?", (records.to_json(images), row.id)
            )
            records.delete_run(connection, kind, row.first_id, row.last_id)
            touched.note_removed(kind, range(row.first_id, row.last_id + 1), images)
        elif row.action == "delete":
            _put_back(connection, kind, read_images(kind, row.before), touched)
        else:
            _swap(connection, row, expected=row.after, wanted=row.before, touched=touched)
    return _set_state(connection, change_id, ChangeState.UNDONE)


def redo_change(connection: Connection, change_id: int, touched: Touched, progress: WorkProgress) -> Operation:
    """Apply one undone change again."""
    for row in _watched(connection, change_id, progress, newest_first=False):
        kind = RecordKind(row.record)
        if row.action == "insert":
            _put_back(connection, kind, read_images(kind, row.after), touched)
            connection.exec_driver_sql("UPDATE change_row SET after = NULL WHERE id = ?", (row.id,))
        elif row.action == "delete":
            images = records.fetch_images(connection, kind, row.first_id, row.last_id)
            records.delete_run(connection, kind, row.first_id, row.last_id)
            touched.note_removed(kind, (row.first_id,), images)
        else:
            _swap(connection, row, expected=row.before, wanted=row.after, touched=touched)
    return _set_state(connection, change_id, ChangeState.APPLIED)


def rows_until(connection: Connection, change_id: int, *, most: int) -> int:
    """How many rows undoing and redoing writes until `change_id` is the newest applied change; at least `most` if more."""
    steps = "(c.state = 'applied' AND c.id > ?) OR (c.state = 'undone' AND c.id <= ?)"
    runs = (
        f"SELECT r.last_id - r.first_id + 1 AS run FROM change c JOIN change_row r ON r.change_id = c.id WHERE {steps}"
    )
    found = connection.exec_driver_sql(f"SELECT total(run) FROM ({runs} LIMIT ?)", (change_id, change_id, most))
    return int(found.scalar_one())


def read_history(connection: Connection, *, limit: int) -> tuple[ChangeRecord, ...]:
    """The newest `limit` changes, newest last."""
    entries = connection.exec_driver_sql("SELECT * FROM change ORDER BY id DESC LIMIT ?", (limit,)).fetchall()
    return _described(connection, list(reversed(entries)))


def read_change(connection: Connection, change_id: int) -> ChangeRecord:
    """One line of the history."""
    entry = connection.exec_driver_sql("SELECT * FROM change WHERE id = ?", (change_id,)).fetchall()
    if not entry:
        raise UserFacingError(ProblemCode.NOT_FOUND, record="change")
    return _described(connection, entry)[0]


def _watched(
    connection: Connection, change_id: int, progress: WorkProgress, *, newest_first: bool
) -> Iterator[Row[Any]]:
    """The rows of a change in order; `progress` hears now and then how many records they are about."""
    every = "SELECT total(last_id - first_id + 1) FROM change_row WHERE change_id = ?"
    total = int(connection.exec_driver_sql(every, (change_id,)).scalar_one())
    done = told = 0
    for row in _rows(connection, change_id, newest_first=newest_first):
        if done >= told:
            progress.report(done, total)
            told = done + _TOLD
        yield row
        done += row.last_id - row.first_id + 1


def _rows(connection: Connection, change_id: int, *, newest_first: bool) -> Iterator[Row[Any]]:
    """Some at a time: thousands of records may be written out in one of them."""
    beyond, order = ("<", "DESC") if newest_first else (">", "ASC")
    statement = f"SELECT * FROM change_row WHERE change_id = ? AND id {beyond} ? ORDER BY id {order} LIMIT ?"
    last = 2**62 if newest_first else 0
    while rows := connection.exec_driver_sql(statement, (change_id, last, _AT_ONCE)).fetchall():
        yield from rows
        last = rows[-1].id


def read_images(kind: RecordKind, text: str | None) -> list[Image]:
    """Whole rows. Raises DAMAGED where the journal holds anything else: its columns become SQL."""
    images = read_json(text)
    names = set(records.columns_of(kind))
    later = dict.fromkeys(records.LATER.get(kind, ()), "")
    if not isinstance(images, list) or not all(isinstance(image, dict) for image in images):
        raise UserFacingError(ProblemCode.DAMAGED, record="change")
    whole = [later | image for image in images]
    if any(set(image) != names for image in whole):
        raise UserFacingError(ProblemCode.DAMAGED, record="change")
    return whole


def read_values(kind: RecordKind, text: str | None) -> Image:
    """Columns of one row with their values. Raises DAMAGED like `read_images`."""
    values = read_json(text)
    if not isinstance(values, dict) or not set(values) <= set(records.columns_of(kind)) - {"id"}:
        raise UserFacingError(ProblemCode.DAMAGED, record="change")
    return values


def read_json(text: str | None) -> Any:
    """What the journal remembers in one column. Raises DAMAGED where it is no JSON."""
    try:
        return json.loads(text or "")
    except (ValueError, RecursionError):
        raise UserFacingError(ProblemCode.DAMAGED, record="change") from None


def _put_back(connection: Connection, kind: RecordKind, images: list[Image], touched: Touched) -> None:
    if not images:
        return
    for image in images:
        if "version" in image:
            image["version"] += 1
    records.insert_images(connection, kind, images)
    ids = range(images[0]["id"], images[-1]["id"] + 1)
    touched.note_added(kind, ids if len(ids) == len(images) else [image["id"] for image in images], images)


def _swap(connection: Connection, row: Row[Any], *, expected: str, wanted: str, touched: Touched) -> None:
    kind = RecordKind(row.record)
    image = records.fetch_image(connection, kind, row.first_id)
    if image is None or any(image[name] != value for name, value in read_values(kind, expected).items()):
        raise UserFacingError(ProblemCode.STALE_ROW, record=kind.value)
    old = dict(image)
    records.update_image(connection, kind, image, read_values(kind, wanted))
    touched.note_changed(kind, row.first_id, old, image)


def _set_state(connection: Connection, change_id: int, state: ChangeState) -> Operation:
    operation = connection.exec_driver_sql(
        "UPDATE change SET state = ? WHERE id = ? RETURNING operation", (state.value, change_id)
    ).scalar_one()
    return Operation(operation)


def _described(connection: Connection, entries: Sequence[Row[Any]]) -> tuple[ChangeRecord, ...]:
    wanted: dict[RecordKind, set[int]] = {}
    for entry in entries:
        if entry.subject_kind and entry.subject_id is not None:
            wanted.setdefault(RecordKind(entry.subject_kind), set()).add(entry.subject_id)
    titles = {(kind, i): title for kind, ids in wanted.items() for i, title in _titles(connection, kind, ids)}
    return tuple(
        ChangeRecord(
            entry.id,
            Operation(entry.operation),
            entry.field,
            kind := RecordKind(entry.subject_kind) if entry.subject_kind else None,
            titles.get((kind, entry.subject_id), "") if kind else "",
            entry.row_count,
            entry.at,
            ChangeState(entry.state),
        )
        for entry in entries
    )


def _titles(connection: Connection, kind: RecordKind, ids: Iterable[int]) -> Iterable[tuple[int, str]]:
    """Titles of live rows, and of rows that only an undone insert still remembers."""
    column = _TITLE_COLUMN.get(kind)
    missing = set(ids)
    if column is None:
        return
    marks = ", ".join("?" * len(missing))
    statement = f"SELECT id, {column} FROM {kind.value} WHERE id IN ({marks})"
    for record_id, title in connection.exec_driver_sql(statement, tuple(missing)).fetchall():
        missing.discard(record_id)
        yield record_id, title
    for record_id in missing:
        images = connection.exec_driver_sql(
            "SELECT after FROM change_row WHERE record = ? AND action = 'insert' AND after IS NOT NULL"
            " AND ? BETWEEN first_id AND last_id ORDER BY id DESC LIMIT 1",
            (kind.value, record_id),
        ).scalar()
        for image in json.loads(images or "[]"):
            if image["id"] == record_id:
                yield record_id, image[column]

"""Rows as plain values: which table holds a kind of record, who owns it, and its digest."""

import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table

from models import tables
from models.changes import RecordKind

Image = dict[str, Any]

# The records whose look depends on another record: column and kind of the owner.
OWNERS: Mapping[RecordKind, tuple[tuple[str, RecordKind], ...]] = {
    RecordKind.CITATION: (("incident_id", RecordKind.INCIDENT), ("source_id", RecordKind.SOURCE)),
    RecordKind.ROLE: (("incident_id", RecordKind.INCIDENT),),
    RecordKind.INCIDENT_TAG: (("incident_id", RecordKind.INCIDENT),),
    RecordKind.LINK: (("from_id", RecordKind.INCIDENT), ("to_id", RecordKind.INCIDENT)),
    RecordKind.CREATOR: (("source_id", RecordKind.SOURCE),),
    RecordKind.CAPTURE: (("source_id", RecordKind.SOURCE),),
    RecordKind.CAPTURE_TEXT: (("capture_id", RecordKind.CAPTURE),),
    RecordKind.SKIPPED_PROPOSAL: (("capture_id", RecordKind.CAPTURE),),
}
# Columns of later schema steps, all of them empty texts until they are filled. A row or a journal image of an older file has
# the digest and the columns of its time, and neither is written anew when the file is migrated.
LATER: Mapping[RecordKind, frozenset[str]] = {
    RecordKind.CITATION: frozenset({"stated_edtf", "stated_as_written", "stated_time_zone"}),
    RecordKind.SOURCE: frozenset({"unconfirmed"}),
    RecordKind.CAPTURE: frozenset({"doubts"}),
}


def to_json(value: object) -> str:
    """What the journal remembers, as UTF-8: escapes would make three bytes of each letter of a Greek or Russian text six."""
    return json.dumps(value, ensure_ascii=False)


def table_for(kind: RecordKind) -> Table:
    """The table of a kind of record."""
    return tables.tables_by_name()[kind.value]


@cache
def columns_of(kind: RecordKind) -> tuple[str, ...]:
    return tuple(column.name for column in table_for(kind).columns)


def digest_of(kind: RecordKind, image: Image) -> int:
    """CRC-32 over the stored columns of a row: a bit that flipped on the disk is noticed when the file is checked."""
    return _digest_maker(kind)(image)


@cache
def _digest_maker(kind: RecordKind) -> Callable[[Image], int]:
    """`digest_of` for one kind: an import makes hundreds of thousands."""
    later = LATER.get(kind, frozenset())
    names = [name for name in columns_of(kind) if name != "digest"]
    every, early = itemgetter(*names), itemgetter(*(name for name in names if name not in later))
    encode = json.JSONEncoder(ensure_ascii=False).encode

    def digest(image: Image) -> int:
        filled = [name for name in later if image[name]] if later else ()
        if not filled:
            values = early(image)
        elif len(filled) == len(later):
            values = every(image)
        else:
            values = tuple(image[name] for name in names if name in filled or name not in later)
        return zlib.crc32(encode(values).encode())

    return digest


def fetch_image(connection: Connection, kind: RecordKind, record_id: int) -> Image | None:
    """The whole row as a dict, or None where there is no such row."""
    rows = fetch_images(connection, kind, record_id, record_id)
    return rows[0] if rows else None


def fetch_images(connection: Connection, kind: RecordKind, first_id: int, last_id: int) -> list[Image]:
    """The rows of a run of ids, in order."""
    names = columns_of(kind)
    found = connection.exec_driver_sql(
        f"SELECT {', '.join(names)} FROM {kind.value} WHERE id BETWEEN ? AND ? ORDER BY id", (first_id, last_id)
    )
    return [dict(zip(names, row, strict=True)) for row in found.cursor.fetchall()]


def insert_images(connection: Connection, kind: RecordKind, images: Sequence[Image]) -> None:
    """Write whole rows with their own ids, digests made anew."""
    names = columns_of(kind)
    if "digest" in names:
        digest = _digest_maker(kind)
        for image in images:
            image["digest"] = digest(image)
    marks = ", ".join("?" * len(names))
    connection.exec_driver_sql(
        f"INSERT INTO {kind.value} ({', '.join(names)}) VALUES ({marks})", list(map(itemgetter(*names), images))
    )


def update_image(connection: Connection, kind: RecordKind, image: Image, values: Image) -> None:
    """Write `values` into the row whose present state is `image` (changed in place), with version and digest."""
    image.update(values)
    written = dict(values)
    if "version" in image:
        image["version"] += 1
        image["digest"] = digest_of(kind, image)
        written |= {"version": image["version"], "digest": image["digest"]}
    sets = ", ".join(f"{name} = ?" for name in written)
    connection.exec_driver_sql(f"UPDATE {kind.value} SET {sets} WHERE id = ?", (*written.values(), image["id"]))


def delete_run(connection: Connection, kind: RecordKind, first_id: int, last_id: int) -> None:
    """Remove a run of rows."""
    connection.exec_driver_sql(f"DELETE FROM {kind.value} WHERE id BETWEEN ? AND ?", (first_id, last_id))

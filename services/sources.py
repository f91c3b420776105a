"""Adding, editing, binning and finding sources."""

import json
from array import array
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from models.changes import RecordKind, Subject
from models.drafts import CaptureDraft, CreatorDraft, SourceDraft, SourcePatch, clean_text
from models.enums import Operation, SourceType
from models.errors import InvalidDraftError
from models.snapshots import SourceOrder, SourceRow
from services.captures import write_capture
from services.change import Change
from services.clock import now_utc
from services.progress import Unwatched, WorkProgress, watched
from services.project import MANY, Project
from services.search_index import match_terms
from services.source_cards import get_source
from services.stored_dates import date_values, read_stored_date

__all__ = [
    "add_source",
    "delete_sources",
    "edit_source",
    "find_similar_sources",
    "get_source",
    "get_source_rows",
    "list_source_ids",
    "restore_sources",
    "write_source",
]

# Each word where it stands: in what describes the source, or in one of its preserved copies.
_HAS_WORD = """(s.id IN (SELECT rowid FROM source_search WHERE source_search MATCH ?) OR s.id IN (SELECT source_id FROM capture
 WHERE id IN (SELECT rowid FROM capture_search WHERE capture_search MATCH ?)))"""
_ORDERS = {
    SourceOrder.ADDED: "s.id DESC",
    SourceOrder.TITLE: "s.title COLLATE NOCASE, s.id",
    # Undated sources carry the largest number; here they belong at the end all the same.
    SourceOrder.PUBLISHED: "s.published_edtf = '', s.published_sort DESC, s.id DESC",
}
_ROWS = """SELECT s.id, s.version, s.type, s.title, s.container_title, s.publisher, s.published_edtf, s.published_as_written,
 s.published_time_zone, s.protected, s.language, s.unconfirmed <> '' AS is_unconfirmed,
 (SELECT count(*) FROM capture c WHERE c.source_id = s.id) AS captures,
 (SELECT count(*) FROM citation c JOIN incident i ON i.id = c.incident_id WHERE c.source_id = s.id AND i.deleted_at IS NULL)
 AS citations, coalesce((SELECT group_concat(name, ', ') FROM (SELECT CASE n.literal WHEN '' THEN trim(n.given_name || ' ' ||
 n.family) ELSE n.literal END AS name FROM creator n WHERE n.source_id = s.id ORDER BY n.position)), '') AS creators
 FROM source s WHERE s.id IN ({marks})"""
_PLAIN = (
    "type",
    "title",
    "container_title",
    "publisher",
    "url",
    "archive_url",
    "language",
    "note",
    "cover_name",
    "republishes_id",
)


def add_source(
    project: Project, draft: SourceDraft, *, capture: CaptureDraft | None = None, initiator: object | None = None
) -> int:
    """Add a source, with a preserved copy where there is one, and return its id."""
    with project.change(Operation.ADD_SOURCE, initiator=initiator) as change:
        source_id = write_source(change, draft)
        if capture is not None:
            write_capture(change, source_id, capture)
        change.about(RecordKind.SOURCE, source_id)
    return source_id


def edit_source(
    project: Project,
    source_id: int,
    patch: SourcePatch,
    *,
    version: int | None = None,
    burst: str = "",
    initiator: object | None = None,
) -> int:
    """Write the given fields of one source; return its new version. Raises STALE_ROW, NOT_FOUND."""
    given = patch.given()
    subject = Subject(RecordKind.SOURCE, source_id, patch.sole_field())
    with project.change(Operation.EDIT_SOURCE, subject=subject, burst=burst, initiator=initiator) as change:
        _check_origin(change, source_id, given.get("republishes_id"))
        values = _values(given) | {"updated_at": now_utc()} | _still_unconfirmed(change, source_id, given)
        stored = change.update(RecordKind.SOURCE, source_id, values, version=version)
        if "creators" in given and _creators(change, source_id) != given["creators"]:
            change.delete_where(RecordKind.CREATOR, "source_id", source_id)
            change.insert_many(RecordKind.CREATOR, _creator_rows(source_id, given["creators"]))
    return stored


def confirm_source(project: Project, source_id: int, *, initiator: object | None = None) -> int:
    """Somebody looked at what was read out of the source's file, and it is right; return the new version. Raises NOT_FOUND."""
    return edit_source(project, source_id, SourcePatch(unconfirmed=frozenset()), initiator=initiator)


def delete_sources(
    project: Project, ids: Sequence[int], *, initiator: object | None = None, progress: WorkProgress | None = None
) -> None:
    """Move sources to the bin; their citations are hidden until they come back. Raises what `progress` raises."""
    with project.change(Operation.DELETE_SOURCE, initiator=initiator, much=len(ids) > MANY) as change:
        _set_deleted(change, ids, now_utc(), progress or Unwatched())


def restore_sources(
    project: Project, ids: Sequence[int], *, initiator: object | None = None, progress: WorkProgress | None = None
) -> None:
    """Take sources out of the bin. Raises what `progress` raises."""
    with project.change(Operation.RESTORE_SOURCE, initiator=initiator, much=len(ids) > MANY) as change:
        _set_deleted(change, ids, None, progress or Unwatched())


def list_source_ids(
    project: Project, *, text: str = "", order: SourceOrder = SourceOrder.ADDED, limit: int = -1
) -> "array[int]":
    """Ids of the sources that hold every word of `text`, in order; the first `limit` of them."""
    text = clean_text(text)
    terms = match_terms(text)
    where = " AND ".join(["s.deleted_at IS NULL", *[_HAS_WORD] * len(terms)])
    values: tuple[str, ...] = tuple(term for term in terms for _ in range(2))
    if text.strip() and not terms:
        where += " AND instr(s.title, ?) > 0"
        values = (text.strip(),)
    with project.read() as connection:
        query = f"SELECT s.id FROM source s WHERE {where} ORDER BY {_ORDERS[order]} LIMIT ?"
        rows = connection.exec_driver_sql(query, (*values, limit)).cursor.fetchall()
        return array("q", (row[0] for row in rows))


def get_source_rows(project: Project, ids: Sequence[int]) -> tuple[SourceRow, ...]:
    """List rows in the order of `ids`; an id that is gone is left out."""
    if not ids:
        return ()
    with project.read() as connection:
        return read_source_rows(connection, ids)


def find_similar_sources(project: Project, draft: SourceDraft) -> tuple[SourceRow, ...]:
    """Sources outside the bin that have the same address, or the same title."""
    with project.read() as connection:
        found = connection.exec_driver_sql(
            "SELECT id FROM source WHERE deleted_at IS NULL AND ((url <> '' AND url = ?) OR title = ? COLLATE NOCASE)"
            " ORDER BY id LIMIT 10",
            (draft.url, draft.title),
        ).fetchall()
        return read_source_rows(connection, [row[0] for row in found]) if found else ()


def write_source(change: Change, draft: SourceDraft, given_uuid: str = "") -> int:
    """Insert a source and its creators inside a change."""
    return write_sources(change, [draft], [given_uuid])[0]


def write_sources(change: Change, drafts: Sequence[SourceDraft], uuids: Sequence[str] = ()) -> range:
    """Insert sources and their creators inside a change; return their ids. A UUID that is "" is made."""
    now = now_utc()
    rows = []
    for draft in drafts:
        _check_origin(change, 0, draft.republishes_id)
        rows.append(_values(dict(draft)) | {"created_at": now, "updated_at": now, "deleted_at": None})
    for row, given in zip(rows, uuids, strict=False):
        if given:
            row["uuid"] = given
    ids = change.insert_many(RecordKind.SOURCE, rows)
    creators = [row for i, draft in zip(ids, drafts, strict=True) for row in _creator_rows(i, draft.creators)]
    change.insert_many(RecordKind.CREATOR, creators)
    return ids


def _still_unconfirmed(change: Change, source_id: int, given: dict[str, Any]) -> dict[str, Any]:
    """A field that somebody wrote needs no second look."""
    stored = change.connection.exec_driver_sql("SELECT unconfirmed FROM source WHERE id = ?", (source_id,)).scalar()
    if "unconfirmed" in given or not stored:
        return {}
    return {"unconfirmed": " ".join(name for name in stored.split() if name not in given)}


def _check_origin(change: Change, source_id: int, origin_id: int | None) -> None:
    if origin_id is None:
        return
    if origin_id == source_id:
        raise InvalidDraftError({"republishes_id": "same"})
    if not change.connection.exec_driver_sql("SELECT 1 FROM source WHERE id = ?", (origin_id,)).scalar():
        raise InvalidDraftError({"republishes_id": "missing"})


def _values(given: dict[str, Any]) -> dict[str, Any]:
    values = {name: given[name] for name in _PLAIN if name in given}
    if "type" in given:
        values["type"] = given["type"].value
    for name in ("published", "accessed", "archived"):
        if name in given:
            values |= date_values(name, given[name])
    if "published" in given:
        values["published_sort"] = given["published"].sort_at
    if "unconfirmed" in given:
        values["unconfirmed"] = " ".join(sorted(given["unconfirmed"]))
    if "protected" in given:
        values["protected"] = int(given["protected"])
    if "fields" in given:
        values["fields"] = json.dumps({k: v for k, v in sorted(given["fields"].items()) if v}, ensure_ascii=False)
    return values


def _creators(change: Change, source_id: int) -> tuple[CreatorDraft, ...]:
    rows = change.connection.exec_driver_sql(
        "SELECT role, family, given_name, literal FROM creator WHERE source_id = ? ORDER BY position", (source_id,)
    )
    return tuple(CreatorDraft(role=r[0], family=r[1], given_name=r[2], literal=r[3]) for r in rows)


def _creator_rows(source_id: int, creators: Sequence[CreatorDraft]) -> list[dict[str, Any]]:
    return [
        {
            "source_id": source_id,
            "position": position,
            "role": creator.role.value,
            "family": creator.family,
            "given_name": creator.given_name,
            "literal": creator.literal,
        }
        for position, creator in enumerate(creators)
    ]


def read_source_rows(connection: Connection, ids: Sequence[int]) -> tuple[SourceRow, ...]:
    """List rows in the order of `ids`, for who reads something else too."""
    marks = ", ".join("?" * len(ids))
    found = {row["id"]: row for row in connection.exec_driver_sql(_ROWS.format(marks=marks), tuple(ids)).mappings()}
    return tuple(
        SourceRow(
            id=row["id"],
            version=row["version"],
            type=SourceType(row["type"]),
            title=row["title"],
            creators=row["creators"],
            container_title=row["container_title"],
            publisher=row["publisher"],
            published=read_stored_date(row["published_edtf"], row["published_as_written"], row["published_time_zone"]),
            protected=bool(row["protected"]),
            capture_count=row["captures"],
            citation_count=row["citations"],
            language=row["language"],
            is_unconfirmed=bool(row["is_unconfirmed"]),
        )
        for row in (found[i] for i in ids if i in found)
    )


def _set_deleted(change: Change, ids: Sequence[int], moment: str | None, progress: WorkProgress) -> None:
    for source_id in watched(ids, progress):
        change.about(RecordKind.SOURCE, source_id)
        change.update(RecordKind.SOURCE, source_id, {"deleted_at": moment})
        _touch_citing(change, source_id)


def _touch_citing(change: Change, source_id: int) -> None:
    """Incidents show how often they are cited: announce those that cite a source which goes or comes back."""
    rows = change.connection.exec_driver_sql("SELECT incident_id FROM citation WHERE source_id = ?", (source_id,))
    for (incident_id,) in rows.fetchall():
        change.touched.note_changed(RecordKind.INCIDENT, incident_id)

"""The working text of a preserved copy, taken anew or typed by hand: what is cited of it is found again, or flagged.

Passages follow `services.passages.follow_passage`: none is ever moved to other words than its own.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dates import UNDATED
from importers.attachment_names import attachment_kind
from importers.channel import Job
from importers.found import FoundSource
from importers.kinds import ImportKind
from models.changes import RecordKind
from models.doubts import FileDoubt, pack_doubts, unpack_doubts
from models.drafts import MAX_CAPTURE_TEXT, clean_text
from models.enums import CaptureMethod, DoubtCode, LocatorLabel, Operation, ProblemCode
from models.errors import InvalidDraftError, UserFacingError
from services.captures import read_capture_bytes
from services.change import Change
from services.clock import now_utc
from services.import_worker import run_job
from services.passages import (
    Span,
    find_passage,
    follow_passages,
    locator_at,
    locators_at,
    make_passage,
)
from services.progress import Unwatched, WorkProgress
from services.project import Project

TYPED = "typed"
"""The extractor of a text that a person typed."""
_CITATIONS = """SELECT id, quote, passage_start, passage_end, passage_prefix, passage_suffix, locator_label, locator FROM citation
 WHERE capture_id = ? AND passage_start IS NOT NULL"""
_CAPTURE = """SELECT c.source_id, c.media_type, c.original_name, c.method, c.sha256, c.doubts, t.id AS text_id,
 coalesce(t.text, '') AS text FROM capture c LEFT JOIN capture_text t ON t.capture_id = c.id WHERE c.id = ?"""

_CITED = """SELECT c.incident_id, c.capture_id, c.locator_label, c.locator, t.text FROM citation c
 JOIN capture_text t ON t.capture_id = c.capture_id WHERE c.id = ?"""


@dataclass(frozen=True, slots=True)
class Reanchored:
    """How many passages stand where they stood, were found elsewhere, and are flagged because their words are gone."""

    kept: int = 0
    moved: int = 0
    lost: int = 0


def replace_text(
    project: Project,
    capture_id: int,
    text: str,
    *,
    extractor: str,
    doubts: Sequence[FileDoubt] | None = None,
    initiator: object | None = None,
) -> Reanchored:
    """Give a preserved copy another text, and new `doubts` about it; its passages and skipped proposals go along.

    The same text changes nothing. Raises NOT_FOUND, and InvalidDraftError `too_long`.
    """
    if len(text) > MAX_CAPTURE_TEXT:
        raise InvalidDraftError({"text": "too_long"})
    with project.change(Operation.REPLACE_TEXT, initiator=initiator) as change:
        row = _capture(change, capture_id)
        if text == row.text:
            return Reanchored()
        change.about(RecordKind.SOURCE, row.source_id)
        # Not an update: the journal then holds the old text alone, and the new one once more only while it is undone.
        if row.text_id is not None:
            change.delete(RecordKind.CAPTURE_TEXT, row.text_id)
        if text:
            values = {"capture_id": capture_id, "text": text, "extractor": extractor, "extracted_at": now_utc()}
            change.insert(RecordKind.CAPTURE_TEXT, values)
        if doubts is not None:
            change.update(RecordKind.CAPTURE, capture_id, {"doubts": pack_doubts(doubts)})
        _move_skipped(change, capture_id, row.text, text)
        return _move_passages(change, capture_id, row.text, text)


def type_text(project: Project, capture_id: int, text: str, *, initiator: object | None = None) -> Reanchored:
    """Keep the words that a person read off a picture, which has a text then. Raises NOT_FOUND."""
    typed = clean_text(text).strip()
    with project.read() as connection:
        row = _read_capture(connection, capture_id)
    doubts = [doubt for doubt in unpack_doubts(row.doubts) if doubt.code is not DoubtCode.NO_TEXT]
    return replace_text(
        project, capture_id, typed, extractor=TYPED, doubts=doubts if typed else None, initiator=initiator
    )


def extract_again(
    project: Project, capture_id: int, *, progress: WorkProgress | None = None, initiator: object | None = None
) -> Reanchored | None:
    """Take the text of a preserved copy anew from its bytes; None where it is the same as before, or none is in it.

    Raises NOT_FOUND, DAMAGED, what the importer raises (IMPORT_…) and what `progress` raises; nothing is changed then.
    """
    data = read_capture_bytes(project, capture_id)
    with project.read() as connection:
        row = _read_capture(connection, capture_id)
    kind = attachment_kind(row.original_name, row.media_type)
    kind = ImportKind.TEXT if kind is ImportKind.INCIDENT_TABLE else kind
    today = dt.datetime.now().astimezone().date()
    job = Job(kind, row.original_name, CaptureMethod(row.method), row.media_type, today, UNDATED)
    found = run_job(job, data, progress or Unwatched())
    own = _own_source(found.sources, row.sha256)
    if own is None or own.capture.text in ("", row.text):
        return None
    capture = own.capture
    return replace_text(
        project,
        capture_id,
        capture.text,
        extractor=capture.extractor,
        doubts=capture.doubts,
        initiator=initiator,
    )


def repair_passage(project: Project, citation_id: int, start: int, end: int, *, initiator: object | None = None) -> int:
    """Quote the words that stand at two offsets of the cited copy from now on; return the citation's version.

    A locator other than the number of a paragraph, which the program counts, stays as it was written. Raises NOT_FOUND,
    also where the citation marks no words of a copy, and InvalidDraftError where there are no words at that place.
    """
    with project.change(Operation.EDIT_CITATION, initiator=initiator) as change:
        row = change.connection.exec_driver_sql(_CITED, (citation_id,)).fetchone()
        if row is None:
            raise UserFacingError(ProblemCode.NOT_FOUND, record="citation")
        words = row.text[start:end] if start >= 0 else ""
        if not words.strip() or len(words) != end - start:
            raise InvalidDraftError({"passage": "bad_value"})
        change.about(RecordKind.INCIDENT, row.incident_id)
        values = _passage_values(row.text, row.capture_id, (start, end))
        label, locator = locator_at(row.text, start)
        if not row.locator or row.locator_label == label == LocatorLabel.PARAGRAPH:
            values |= {"locator_label": label.value, "locator": locator}
        return change.update(RecordKind.CITATION, citation_id, values)


def _own_source(sources: Sequence[FoundSource], sha256: str) -> FoundSource | None:
    """That of the file itself: a message also holds its attachments."""
    return next((source for source in sources if source.capture.sha256 == sha256), None)


def _capture(change: Change, capture_id: int) -> Any:
    return _read_capture(change.connection, capture_id)


def _read_capture(connection: Connection, capture_id: int) -> Any:
    row = connection.exec_driver_sql(_CAPTURE, (capture_id,)).fetchone()
    if row is None:
        raise UserFacingError(ProblemCode.NOT_FOUND, record="capture")
    return row


def _move_passages(change: Change, capture_id: int, old: str, new: str) -> Reanchored:
    rows = change.connection.exec_driver_sql(_CITATIONS, (capture_id,)).fetchall()
    places = [(row.passage_start, row.passage_end) for row in rows]
    found = [
        _again(row, new) if old[start:end] != row.quote else place
        for row, (start, end), place in zip(rows, places, follow_passages(old, new, places), strict=True)
    ]
    counted = locators_at(old, (start for start, _ in places))
    counted_now = locators_at(new, (place[0] if place else 0 for place in found))
    for row, place, locator, locator_now in zip(rows, found, counted, counted_now, strict=True):
        if place is None:
            continue
        values = _passage_values(new, capture_id, place)
        if (row.locator_label, row.locator) == locator:
            values |= {"locator_label": locator_now[0].value, "locator": locator_now[1]}
        change.update(RecordKind.CITATION, row.id, values)
    kept = sum(place == before for place, before in zip(found, places, strict=True))
    lost = found.count(None)
    return Reanchored(kept, len(found) - kept - lost, lost)


def _again(row: Any, text: str) -> Span | None:
    """The place of a quote that was not in the text before: it may have come back."""
    return find_passage(text, row.quote, row.passage_start, row.passage_prefix, row.passage_suffix)


def _passage_values(text: str, capture_id: int, span: Span) -> dict[str, Any]:
    """The columns of a citation that quotes what stands there; blanks between the words are those of the text."""
    passage = make_passage(text, capture_id, *span)
    return {
        "quote": text[slice(*span)],
        "passage_start": passage.start,
        "passage_end": passage.end,
        "passage_prefix": passage.prefix,
        "passage_suffix": passage.suffix,
    }


def _move_skipped(change: Change, capture_id: int, old: str, new: str) -> None:
    """A sentence that is no longer there is offered again if it comes back in other words."""
    rows = change.connection.exec_driver_sql(
        "SELECT id, sentence_start, sentence_end, date_edtf FROM skipped_proposal WHERE capture_id = ?", (capture_id,)
    ).fetchall()
    places = [(row.sentence_start, row.sentence_end) for row in rows]
    found = list(zip(rows, places, follow_passages(old, new, places), strict=True))
    taken = {(*after, row.date_edtf) for row, before, after in found if after == before}
    moved: list[dict[str, Any]] = []
    for row, before, after in found:
        if after == before:
            continue
        change.delete(RecordKind.SKIPPED_PROPOSAL, row.id)
        if after is not None and (*after, row.date_edtf) not in taken:
            taken.add((*after, row.date_edtf))
            values = {"capture_id": capture_id, "sentence_start": after[0], "sentence_end": after[1]}
            moved.append(values | {"date_edtf": row.date_edtf})
    change.insert_many(RecordKind.SKIPPED_PROPOSAL, moved)

"""The working text of a preserved copy, taken anew or typed by hand: what is cited of it is found again, or flagged.

Passages follow `services.passages.find_passage`: none is ever moved to other words than its own.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dates import UNDATED
from importers.channel import Job
from importers.found import FoundSource
from importers.kinds import ImportKind, kind_of
from models.changes import RecordKind
from models.doubts import FileDoubt, pack_doubts
from models.drafts import CitationPatch, clean_text
from models.enums import CaptureMethod, Operation, ProblemCode
from models.errors import UserFacingError
from services.captures import read_capture_bytes, read_capture_text
from services.change import Change
from services.citations import edit_citation
from services.clock import now_utc
from services.import_worker import ImportProgress, Unwatched, run_job
from services.passages import Span, find_passage, locator_at, make_passage
from services.project import Project

TYPED = "typed"
"""The extractor of a text that a person typed."""
_CITATIONS = """SELECT id, quote, passage_start, passage_end, passage_prefix, passage_suffix, locator_label, locator FROM citation
 WHERE capture_id = ? AND passage_start IS NOT NULL"""
_CAPTURE = """SELECT c.source_id, c.media_type, c.original_name, c.method, c.sha256, t.id AS text_id, t.extractor,
 coalesce(t.text, '') AS text FROM capture c LEFT JOIN capture_text t ON t.capture_id = c.id WHERE c.id = ?"""


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
    """Give a preserved copy another text; its passages and skipped proposals go along. Raises NOT_FOUND."""
    with project.change(Operation.REPLACE_TEXT, initiator=initiator) as change:
        row = _capture(change, capture_id)
        change.about(RecordKind.SOURCE, row.source_id)
        values = {"text": text, "extractor": extractor, "extracted_at": now_utc()}
        if row.text_id is None:
            change.insert(RecordKind.CAPTURE_TEXT, values | {"capture_id": capture_id})
        elif (row.text, row.extractor) != (text, extractor):
            change.update(RecordKind.CAPTURE_TEXT, row.text_id, values)
        if doubts is not None:
            change.update(RecordKind.CAPTURE, capture_id, {"doubts": pack_doubts(tuple(doubts))})
        _move_skipped(change, capture_id, row.text, text)
        return _move_passages(change, capture_id, row.text, text)


def type_text(project: Project, capture_id: int, text: str, *, initiator: object | None = None) -> Reanchored:
    """Keep the words that a person read off a picture. Raises NOT_FOUND."""
    return replace_text(project, capture_id, clean_text(text).strip(), extractor=TYPED, initiator=initiator)


def extract_again(
    project: Project, capture_id: int, *, progress: ImportProgress | None = None, initiator: object | None = None
) -> Reanchored | None:
    """Take the text of a preserved copy anew from its bytes; None where it is the same as before, or none is in it.

    Raises NOT_FOUND, DAMAGED, what the importer raises (IMPORT_…) and what `progress` raises; nothing is changed then.
    """
    data = read_capture_bytes(project, capture_id)
    with project.read() as connection:
        row = connection.exec_driver_sql(_CAPTURE, (capture_id,)).one()
    kind = kind_of(row.original_name)
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

    Raises NOT_FOUND, also where the citation marks no words of a copy.
    """
    with project.read() as connection:
        found = connection.exec_driver_sql("SELECT capture_id FROM citation WHERE id = ?", (citation_id,)).scalar()
    if found is None:
        raise UserFacingError(ProblemCode.NOT_FOUND, record="citation")
    text = read_capture_text(project, found)
    label, locator = locator_at(text, start)
    patch = CitationPatch(
        quote=text[start:end],
        passage=make_passage(text, found, start, end),
        locator_label=label,
        locator=locator,
    )
    return edit_citation(project, citation_id, patch, initiator=initiator)


def _own_source(sources: Sequence[FoundSource], sha256: str) -> FoundSource | None:
    """That of the file itself: a message also holds its attachments."""
    return next((source for source in sources if source.capture.sha256 == sha256), None)


def _capture(change: Change, capture_id: int) -> Any:
    row = change.connection.exec_driver_sql(_CAPTURE, (capture_id,)).fetchone()
    if row is None:
        raise UserFacingError(ProblemCode.NOT_FOUND, record="capture")
    return row


def _move_passages(change: Change, capture_id: int, old: str, new: str) -> Reanchored:
    kept = moved = lost = 0
    for row in change.connection.exec_driver_sql(_CITATIONS, (capture_id,)).fetchall():
        before = (row.passage_start, row.passage_end)
        after = find_passage(new, row.quote, row.passage_start, row.passage_prefix, row.passage_suffix)
        if after is None:
            lost += 1
            continue
        kept, moved = (kept + 1, moved) if after == before else (kept, moved + 1)
        values: dict[str, Any] = _passage_values(new, capture_id, after)
        if (row.locator_label, row.locator) == _locator(old, row.passage_start):
            values["locator_label"], values["locator"] = _locator(new, after[0])
        change.update(RecordKind.CITATION, row.id, values)
    return Reanchored(kept, moved, lost)


def _locator(text: str, offset: int) -> tuple[str, str]:
    label, locator = locator_at(text, offset)
    return label.value, locator


def _passage_values(text: str, capture_id: int, span: Span) -> dict[str, Any]:
    passage = make_passage(text, capture_id, *span)
    return {
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
    for row in rows:
        context = make_passage(old, capture_id, row.sentence_start, row.sentence_end)
        words = old[row.sentence_start : row.sentence_end]
        after = find_passage(new, words, row.sentence_start, context.prefix, context.suffix)
        if after == (row.sentence_start, row.sentence_end):
            continue
        change.delete(RecordKind.SKIPPED_PROPOSAL, row.id)
        if after is not None:
            values = {"capture_id": capture_id, "sentence_start": after[0], "sentence_end": after[1]}
            change.insert(RecordKind.SKIPPED_PROPOSAL, values | {"date_edtf": row.date_edtf})

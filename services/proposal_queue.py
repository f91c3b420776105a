"""Proposed incidents of a project's documents: of one in the order of its text, of many by day. Nothing is written."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row

from dates import UncertainDate
from models.enums import ProblemCode
from models.errors import UserFacingError
from models.proposals import ProposedIncident, Queue
from services.progress import Unwatched, WorkProgress
from services.project import Project
from services.proposal_gathering import Document, Manner, gather, propose_from, told_apart
from services.proposal_states import with_states
from services.stored_dates import read_stored_date

_DOCUMENTS = """SELECT s.id, c.id AS capture_id, s.title, s.language, s.published_edtf, s.published_as_written,
 s.published_time_zone, s.republishes_id, s.container_title, c.original_name FROM capture c JOIN source s
 ON s.id = c.source_id"""
_READABLE = (
    _DOCUMENTS
    + """ WHERE s.deleted_at IS NULL AND c.id = (SELECT max(o.id) FROM capture o JOIN capture_text t
 ON t.capture_id = o.id WHERE o.source_id = s.id AND t.text <> '') ORDER BY s.id"""
)


def read_proposals(
    project: Project,
    capture_id: int,
    *,
    today: UncertainDate | None = None,
    usual: str = "en",
    progress: WorkProgress | None = None,
) -> tuple[ProposedIncident, ...]:
    """The proposals of one preserved copy in the order of its text, with what became of each.

    `today` is what "yesterday" counts from, the source's day of publication where it is not given; `usual` is the table of
    dates (`dates.spelling`) for a source that does not say its place. Raises NOT_FOUND, and what `progress` raises, which
    is asked at every date.
    """
    with project.read() as connection:
        row = connection.exec_driver_sql(f"{_DOCUMENTS} WHERE c.id = ?", (capture_id,)).fetchone()
        if row is None:
            raise UserFacingError(ProblemCode.NOT_FOUND, record="capture")
        document, text = _document(row), _read_text(connection, capture_id)
        manner = Manner(_known_names(connection), usual, progress or Unwatched())
    return refresh_states(project, propose_from(document, text, today or document.published, manner))


def refresh_states(project: Project, proposed: Sequence[ProposedIncident]) -> tuple[ProposedIncident, ...]:
    """The same proposals with what became of each by now; no text is read."""
    with project.read() as connection:
        return with_states(connection, proposed)


def gather_proposals(
    project: Project,
    *,
    source_ids: Collection[int] | None = None,
    usual: str = "en",
    progress: WorkProgress | None = None,
) -> Queue:
    """The proposals of all sources, or of some, by day and then by document, with the documents that copy others.

    Of each source the newest copy with a text is read. Raises what `progress` raises, which counts documents.
    """
    with project.read() as connection:
        documents = [_document(row) for row in connection.exec_driver_sql(_READABLE)]
        manner = Manner(_known_names(connection), usual, progress or Unwatched())
    if source_ids is not None:
        wanted = set(source_ids)
        documents = [document for document in documents if document.source_id in wanted]

    queue = gather(_texts_of(project, told_apart(documents), manner.progress), manner)
    return replace(queue, proposals=refresh_states(project, queue.proposals))


def _texts_of(
    project: Project, documents: Sequence[Document], progress: WorkProgress
) -> Iterator[tuple[Document, str]]:
    """Each with its text, read when it is asked for."""
    for number, document in enumerate(documents):
        progress.report(number, len(documents))
        with project.read() as connection:
            text = _read_text(connection, document.capture_id)
        yield document, text
    progress.report(len(documents), len(documents))


def _document(row: "Row[Any]") -> Document:
    return Document(
        source_id=row.id,
        capture_id=row.capture_id,
        label=row.title,
        language=row.language,
        published=read_stored_date(row.published_edtf, row.published_as_written, row.published_time_zone),
        republishes_id=row.republishes_id,
        site=row.container_title,
        file_name=row.original_name,
    )


def _read_text(connection: Connection, capture_id: int) -> str:
    text = connection.exec_driver_sql("SELECT text FROM capture_text WHERE capture_id = ?", (capture_id,)).scalar()
    return text or ""


def _known_names(connection: Connection) -> tuple[str, ...]:
    return tuple(row[0] for row in connection.exec_driver_sql("SELECT name FROM entity ORDER BY id"))

"""Bringing files in: read by a worker process, shown to a person, then written as one change."""

import datetime as dt
import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from dates import UNDATED, UncertainDate
from importers.channel import Job
from importers.decoding import Decoded, decode
from importers.found import Doubt, Found, FoundIncident, FoundSource
from importers.kinds import ImportKind, kind_of, media_type_of
from models.changes import RecordKind
from models.drafts import MAX_CAPTURE_BYTES, MAX_CAPTURE_TEXT
from models.enums import CaptureMethod, ImportFault, Operation, ProblemCode
from models.errors import UserFacingError
from services.backups import back_up_if_due
from services.captures import find_capture, write_capture
from services.change import Change
from services.import_worker import ImportProgress, Unwatched, run_job
from services.imported_incidents import IncidentTally, write_found_incidents
from services.project import Project
from services.project_files import SUFFIX
from services.sources import write_source

MAX_MAIL_BYTES = 100 * 1024 * 1024
MAX_BYTES = dict.fromkeys(ImportKind, MAX_CAPTURE_BYTES) | {
    ImportKind.INCIDENT_TABLE: 100 * 1024 * 1024,
    ImportKind.TEXT: MAX_CAPTURE_TEXT,
    ImportKind.MAIL: MAX_MAIL_BYTES,
}


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read and not yet written to a project. `name` has no folder."""

    name: str
    sha256: str
    found: Found

    @property
    def source(self) -> FoundSource | None:
        """The source made of the file, None for a table of incidents."""
        return self.found.sources[0] if self.found.sources else None


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What became of one file.

    `source_ids` are the sources that it gave: its own, then those of its attachments. `known_source_id` is the source that
    already preserved the file's bytes, `known_attachment_ids` are those that preserved the bytes of its attachments.
    """

    name: str
    source_ids: tuple[int, ...] = ()
    known_source_id: int | None = None
    known_attachment_ids: tuple[int, ...] = ()
    incidents: IncidentTally = field(default_factory=IncidentTally)
    held_back: tuple[FoundIncident, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def read_file(
    path: Path,
    *,
    project: Project | None = None,
    method: CaptureMethod = CaptureMethod.FILE,
    published: UncertainDate = UNDATED,
    today: dt.date | None = None,
    as_source: bool = False,
    progress: ImportProgress | None = None,
) -> ReadFile:
    """Read a file in a worker process; nothing is written.

    A table gives incidents unless `as_source`; anything else gives one source. `today` is what "yesterday" in a date cell
    counts from. Raises UserFacingError MISSING_FILE, IMPORT_… and what `progress` raises.
    """
    kind = kind_of(path.name)
    if kind is ImportKind.INCIDENT_TABLE and as_source:
        kind = ImportKind.TEXT
    data = _read_bytes(path, MAX_BYTES[kind], project)
    job = Job(kind, path.name, method, media_type_of(path.name), today or _today(), published)
    return ReadFile(path.name, hashlib.sha256(data).hexdigest(), run_job(job, data, progress or Unwatched()))


def read_text(
    text: str, *, published: UncertainDate = UNDATED, method: CaptureMethod = CaptureMethod.PASTE
) -> ReadFile:
    """Read text that was pasted or dropped; nothing is written. Raises IMPORT_UNREADABLE where there is nothing in it."""
    data = text.encode("utf-8", errors="replace")
    job = Job(ImportKind.TEXT, "", method, "text/plain", _today(), published)
    return ReadFile("", hashlib.sha256(data).hexdigest(), run_job(job, data, Unwatched()))


def decode_file(path: Path) -> Decoded:
    """The text of a file as it stands, to be looked at; nothing is kept of it. Raises MISSING_FILE and IMPORT_…"""
    return _decode(_read_bytes(path, MAX_BYTES[ImportKind.TEXT], None), path.name)


def decode_stream(stream: BinaryIO) -> Decoded:
    """The same for standard input."""
    try:
        return _decode(stream.read(MAX_BYTES[ImportKind.TEXT] + 1), "standard input")
    except OSError as error:
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, file="standard input", reason=ImportFault.DISK) from error


def write_files(
    project: Project,
    files: Sequence[ReadFile],
    *,
    accept_all: bool = False,
    initiator: object | None = None,
    progress: ImportProgress | None = None,
) -> tuple[ImportedFile, ...]:
    """Write what was read as one change, so that one undo takes all of it back.

    Bytes that a source already preserves are not taken twice. Doubtful rows are held back unless `accept_all`; rows that
    nothing can be made of always are.
    """
    back_up_if_due(project)
    known = _known_sources(project, files)
    imported: list[ImportedFile] = []
    with project.change(Operation.IMPORT, initiator=initiator) as change:
        for file in files:
            source_id = known.get(file.sha256)
            if file.source and source_id:
                imported.append(ImportedFile(file.name, known_source_id=source_id, doubts=file.found.doubts))
                continue
            ids, known_ids = _write_sources(change, file.found.sources, known)
            taken, held_back = _sorted_out(file.found.incidents, accept_all=accept_all)
            tally = write_found_incidents(change, file.name, taken, progress or Unwatched())
            if tally.touched_ids:
                change.about(RecordKind.INCIDENT, tally.touched_ids[0])
            imported.append(ImportedFile(file.name, ids, None, known_ids, tally, held_back, file.found.doubts))
    return tuple(imported)


def _known_sources(project: Project, files: Iterable[ReadFile]) -> dict[str, int]:
    """The sources that preserve bytes of `files` already, by the SHA-256 of the bytes."""
    digests = {source.capture.sha256 for file in files for source in file.found.sources}
    found = {digest: find_capture(project, digest) for digest in digests}
    return {digest: source_id for digest, source_id in found.items() if source_id}


def _write_sources(
    change: Change, sources: Iterable[FoundSource], known: dict[str, int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Write the sources of one file, a message before its attachments; what is `known` is not written twice.

    Returns the ids of the written and of the known ones. `known` learns what was written.
    """
    written: list[int] = []
    met: list[int] = []
    for source in sources:
        digest = source.capture.sha256
        if digest in known:
            met += [known[digest]] if known[digest] not in {*written, *met} else []
            continue
        written.append(write_source(change, source.draft))
        write_capture(change, written[-1], source.capture)
        known[digest] = written[-1]
    if written:
        change.about(RecordKind.SOURCE, written[0])
    return tuple(written), tuple(met)


def _sorted_out(
    found: Iterable[FoundIncident], *, accept_all: bool
) -> tuple[list[FoundIncident], tuple[FoundIncident, ...]]:
    taken: list[FoundIncident] = []
    held_back: list[FoundIncident] = []
    for incident in found:
        usable = incident.draft is not None and (accept_all or not incident.is_doubtful)
        (taken if usable else held_back).append(incident)
    return taken, tuple(held_back)


def _read_bytes(path: Path, limit: int, project: Project | None) -> bytes:
    """The file's bytes. A project file is refused: reading one that is open would drop SQLite's locks on it."""
    try:
        return _read_checked(path, limit, project)
    except PermissionError as error:
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, file=path.name, reason=ImportFault.PERMISSION) from error
    except OSError as error:  # a name that no file can have, a disk that fails
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, file=path.name, reason=ImportFault.DISK) from error


def _read_checked(path: Path, limit: int, project: Project | None) -> bytes:
    if not path.exists():
        raise UserFacingError(ProblemCode.MISSING_FILE, file=path.name)
    if not path.is_file():
        raise UserFacingError(ProblemCode.IMPORT_UNKNOWN_TYPE, file=path.name, reason=ImportFault.NO_FILE)
    if path.suffix == SUFFIX or (project and path.samefile(project.path)):
        raise UserFacingError(ProblemCode.IMPORT_UNKNOWN_TYPE, file=path.name, reason=ImportFault.PROJECT)
    if path.stat().st_size > limit:
        raise _too_large(path.name, limit)
    if not os.access(path, os.R_OK):
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, file=path.name, reason=ImportFault.PERMISSION)
    data = path.read_bytes()
    if not data:
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, file=path.name, reason=ImportFault.EMPTY)
    return data


def _decode(data: bytes, name: str) -> Decoded:
    limit = MAX_BYTES[ImportKind.TEXT]
    if len(data) > limit:
        raise _too_large(name, limit)
    if not data:
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, file=name, reason=ImportFault.EMPTY)
    return decode(data)


def _too_large(name: str, limit: int) -> UserFacingError:
    megabytes = limit // 1024**2
    return UserFacingError(ProblemCode.IMPORT_TOO_LARGE, file=name, reason=ImportFault.MANY_BYTES, megabytes=megabytes)


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()

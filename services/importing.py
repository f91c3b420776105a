"""Bringing files in: read by a worker process, shown to a person or kept aside, then written as one change."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dates import UNDATED, UncertainDate
from importers.answers import NoAnswerError
from importers.channel import Job, check_answer, unpack_found, unpack_table
from importers.found import Found
from importers.kinds import ImportKind, kind_of, media_type_of
from models.collector import collector_held
from models.enums import CaptureMethod, Operation
from models.errors import UserFacingError
from services.backups import back_up_if_due
from services.captures import find_capture
from services.file_bytes import OF_ONE_FILE, decode_file, decode_stream, read_bytes
from services.import_folders import files_in
from services.import_spool import Spool, Waiting
from services.import_worker import ImportWorker, broken_off, run_job
from services.imported_files import FailedFile, FileWriter, ImportedFile, ReadFile, marked_unconfirmed
from services.progress import Unwatched, WorkProgress
from services.project import Project

__all__ = [
    "FailedFile",
    "ImportedFile",
    "ReadFile",
    "decode_file",
    "decode_stream",
    "files_in",
    "import_files",
    "read_file",
    "read_page",
    "write_files",
]


def read_file(
    path: Path,
    *,
    project: Project | None = None,
    method: CaptureMethod = CaptureMethod.FILE,
    published: UncertainDate = UNDATED,
    today: dt.date | None = None,
    as_source: bool = False,
    progress: WorkProgress | None = None,
    worker: ImportWorker | None = None,
) -> ReadFile:
    """Read a file in a worker process, in `worker` where many are read; nothing is written.

    A table gives incidents unless `as_source`; anything else gives one source. `today` is what "yesterday" in a date cell
    counts from. Raises UserFacingError MISSING_FILE, IMPORT_… and what `progress` raises.
    """
    job = _job(path, method=method, published=published, today=today, as_source=as_source)
    data = read_bytes(path, job.kind, project)
    found = (worker.read if worker else run_job)(job, data, progress or Unwatched())
    return ReadFile(path.name, _digest(data), marked_unconfirmed(found, published))


def read_page(
    markup: str, name: str, *, method: CaptureMethod = CaptureMethod.PASTE, progress: WorkProgress | None = None
) -> ReadFile:
    """Read the markup of a web page that was pasted or dropped as text; nothing is written. Raises as `read_file` does.

    `name` stands for the name that it does not have.
    """
    data = markup.encode("utf-8", errors="replace")
    job = Job(ImportKind.WEB_PAGE, name, method, "text/html", _today(), UNDATED)
    found = run_job(job, data, progress or Unwatched())
    return ReadFile(name, _digest(data), marked_unconfirmed(found, UNDATED))


def write_files(
    project: Project,
    files: Sequence[ReadFile],
    *,
    accept_all: bool = False,
    initiator: object | None = None,
    progress: WorkProgress | None = None,
) -> tuple[ImportedFile, ...]:
    """Write what was read as one change, so that one undo takes all of it back.

    Bytes that a source already preserves are not taken twice. Doubtful rows are held back unless `accept_all`; rows that
    nothing can be made of always are.
    """
    back_up_if_due(project)
    with project.change(Operation.IMPORT, initiator=initiator) as change, collector_held():
        writer = FileWriter(change, accept_all=accept_all, progress=progress or Unwatched())
        return tuple([writer.write(file) for file in files])


def import_files(
    project: Project,
    paths: Sequence[Path],
    *,
    method: CaptureMethod = CaptureMethod.FILE,
    published: UncertainDate = UNDATED,
    today: dt.date | None = None,
    as_source: bool = True,
    accept_all: bool = False,
    initiator: object | None = None,
    progress: WorkProgress | None = None,
) -> tuple[ImportedFile | FailedFile, ...]:
    """Read many files and write them as one change; what became of each, in the order of `paths`.

    A file that cannot be read does not stop the others. Progress counts files that are read. Nothing is written before all
    are read, or after `progress` raised. Memory does not grow with the number or the size of the files. Raises what `progress`
    raises, what a change of the project raises, and IMPORT_UNREADABLE where rows turn out to be none when they are written.
    """
    watched = progress or Unwatched()
    jobs = [_job(path, method=method, published=published, today=today, as_source=as_source) for path in paths]
    with ImportWorker() as worker, Spool(project.path.parent) as spool:
        reading = _Reading(project, worker, spool, watched)
        for number, (path, job) in enumerate(zip(paths, jobs, strict=True)):
            watched.report(number, len(paths))
            reading.take(path, job)
        watched.report(len(paths), len(paths))
        back_up_if_due(project)
        with project.change(Operation.IMPORT, initiator=initiator) as change, collector_held():
            writer = FileWriter(change, accept_all=accept_all, progress=watched)
            return tuple([_written(one, writer, spool, watched, published) for one in reading.outcomes])


@dataclass(frozen=True, slots=True)
class _Again:
    """A file with the bytes of one that waits already."""

    name: str
    sha256: str


_Outcome = Waiting | _Again | ImportedFile | FailedFile


class _Reading:
    """Reads files into a spool. Bytes that the project preserves, or that came before, are not read twice."""

    def __init__(self, project: Project, worker: ImportWorker, spool: Spool, progress: WorkProgress) -> None:
        self.outcomes: list[_Outcome] = []
        self._project = project
        self._worker = worker
        self._spool = spool
        self._progress = progress
        self._waiting: set[str] = set()

    def take(self, path: Path, job: Job) -> None:
        """Read one file; its outcome is appended."""
        try:
            self.outcomes.append(self._read(job, read_bytes(path, job.kind, self._project)))
        except UserFacingError as error:
            if error.problem not in OF_ONE_FILE:
                raise
            self.outcomes.append(FailedFile(path.name, error))

    def _read(self, job: Job, data: bytes) -> _Outcome:
        digest = _digest(data)
        if job.kind is not ImportKind.INCIDENT_TABLE:
            if digest in self._waiting:
                return _Again(job.name, digest)
            if known := find_capture(self._project, digest):
                return ImportedFile(job.name, known_source_id=known)
        # Refusals are told before anything is written; the rows of a table are looked at when they are.
        if job.kind is ImportKind.INCIDENT_TABLE:
            answer, rows = self._worker.ask(job, data, self._progress, check_answer)
            return self._spool.put(job.name, digest, b"", answer, rows=rows)
        answer, _found = self._worker.ask(job, data, self._progress, lambda lines: _source_in(lines, data))
        self._waiting.add(digest)
        return self._spool.put(job.name, digest, data, answer)


def _written(
    outcome: _Outcome, writer: FileWriter, spool: Spool, progress: WorkProgress, published: UncertainDate
) -> ImportedFile | FailedFile:
    progress.check()
    if isinstance(outcome, _Again):
        return ImportedFile(outcome.name, known_source_id=writer.source_of(outcome.sha256))
    if isinstance(outcome, Waiting) and outcome.rows is not None:
        try:
            return writer.write_table(outcome.name, unpack_table(spool.lines(outcome)), outcome.rows)
        except NoAnswerError as error:
            raise broken_off(outcome.name) from error
    if isinstance(outcome, Waiting):
        data, answer = spool.get(outcome)
        found = marked_unconfirmed(_source_in(answer, data), published)
        return writer.write(ReadFile(outcome.name, outcome.sha256, found))
    return outcome


def _source_in(lines: Sequence[str], data: bytes) -> Found:
    return unpack_found(lines, data, is_table=False)


def _job(path: Path, *, method: CaptureMethod, published: UncertainDate, today: dt.date | None, as_source: bool) -> Job:
    kind = kind_of(path.name)
    if kind is ImportKind.INCIDENT_TABLE and as_source:
        kind = ImportKind.TEXT
    return Job(kind, path.name, method, media_type_of(path.name), today or _today(), published)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()

"""The import worker: a process of its own that reads one file and can be killed (`python -m importers.worker`).

The job's heading line and the file's bytes come in on standard input, the answer goes out on standard output.
"""

import pkgutil
import sys
from collections.abc import Mapping
from typing import BinaryIO, Protocol, cast

from dates import UncertainDate
from importers.channel import Job, pack_error, pack_found
from importers.csv_incidents import read_csv_incidents
from importers.found import Found
from importers.kinds import ImportKind
from importers.plain_text import read_any_file, read_plain_text
from models.enums import CaptureMethod
from models.errors import UserFacingError

MEMORY_LIMIT = 1024**3
MEMORY_EXIT = 3
# Imported only for a file of their kind: their libraries take longer to load than a table or a text to read. A kind that
# stands neither here nor in `read_job` is kept as it is.
LATE_READERS: Mapping[ImportKind, str] = {}


class Reader(Protocol):
    """Reads one file as sources."""

    def __call__(
        self, data: bytes, *, name: str, method: CaptureMethod, published: UncertainDate, media_type: str
    ) -> Found: ...


def read_job(job: Job, data: bytes) -> Found:
    """What the importer of the job's kind finds in `data`."""
    if job.kind is ImportKind.INCIDENT_TABLE:
        return read_csv_incidents(data, today=job.today)
    return _reader(job.kind)(data, name=job.name, method=job.method, published=job.published, media_type=job.media_type)


def _reader(kind: ImportKind) -> Reader:
    if kind is ImportKind.TEXT:
        return read_plain_text
    late = LATE_READERS.get(kind)
    return cast("Reader", pkgutil.resolve_name(late)) if late else read_any_file


def answer(incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Read one job and write its answer."""
    job = Job.from_line(incoming.readline().decode("utf-8"))
    data = incoming.read()
    try:
        for line in pack_found(read_job(job, data), data):
            outgoing.write(line.encode("utf-8") + b"\n")
    except UserFacingError as error:
        outgoing.write(pack_error(error).encode("utf-8") + b"\n")


def limit_memory() -> None:
    """Cap this process where the system can: POSIX alone has the call."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - absent on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


if __name__ == "__main__":
    limit_memory()
    try:
        answer(sys.stdin.buffer, sys.stdout.buffer)
    except MemoryError:
        sys.exit(MEMORY_EXIT)

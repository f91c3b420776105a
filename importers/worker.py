"""The import worker: a process of its own that reads one file and can be killed (`python -m importers.worker`).

The job's heading line and the file's bytes come in on standard input, the answer goes out on standard output.
"""

import sys
from typing import BinaryIO

from importers.channel import Job, pack_error, pack_found
from importers.csv_incidents import read_csv_incidents
from importers.found import Found
from importers.kinds import ImportKind
from importers.readers import reader_of
from models.errors import UserFacingError

MEMORY_LIMIT = 1024**3
MEMORY_EXIT = 3


def read_job(job: Job, data: bytes) -> Found:
    """What the importer of the job's kind finds in `data`."""
    if job.kind is ImportKind.INCIDENT_TABLE:
        return read_csv_incidents(data, today=job.today)
    read = reader_of(job.kind)
    return read(data, name=job.name, method=job.method, published=job.published, media_type=job.media_type)


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

"""The import worker: a process that reads files and can be killed (`python -m importers.worker`).

Jobs come in on standard input (`channel.read_heading`), answers go out on standard output: the lines of `channel.pack_found`
and a last one with the exit code of whoever read the file. Where the system can fork, the worker loads the readers once and every
file is read by a child of its own, so nothing of one file can reach the next; elsewhere a worker takes one job and ends.
"""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from importers.channel import Heading, Job, exit_line, pack_error, pack_found, pack_table, read_bytes, read_heading
from importers.csv_incidents import open_table, read_csv_incidents
from importers.found import Found
from importers.kinds import ImportKind
from importers.readers import LATE_READERS, reader_of
from models.collector import collector_held
from models.errors import UserFacingError

MEMORY_LIMIT = 1024**3
MEMORY_EXIT = 3
CRASH_EXIT = 1
_GRACE_SECONDS = 10
"""Processor time beyond what the program waits: it ends a child whose program is gone."""


def takes_many() -> bool:
    """Whether one worker reads many files. macOS can fork, but its libraries do not bear it."""
    return sys.platform not in ("win32", "darwin")


def read_job(job: Job, data: bytes) -> Found:
    """What the importer of the job's kind finds in `data`."""
    if job.kind is ImportKind.INCIDENT_TABLE:
        return read_csv_incidents(data, today=job.today)
    read = reader_of(job.kind)
    return read(data, name=job.name, method=job.method, published=job.published, media_type=job.media_type)


def answer(job: Job, data: bytes, outgoing: BinaryIO) -> int:
    """Read one file and write what was found; returns the exit code."""
    try:
        for line in _answer_lines(job, data):
            outgoing.write(line.encode("utf-8") + b"\n")
    except UserFacingError as error:
        outgoing.write(pack_error(error).encode("utf-8") + b"\n")
    except MemoryError:
        return MEMORY_EXIT
    outgoing.flush()
    return 0


def _answer_lines(job: Job, data: bytes) -> Iterator[str]:
    if job.kind is ImportKind.INCIDENT_TABLE:
        with collector_held():  # a row is forgotten as soon as it is written, and refers to itself nowhere
            yield from pack_table(open_table(data, today=job.today))
    else:
        yield from pack_found(read_job(job, data), data)


def serve(incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Take jobs until there are no more. `incoming` has no buffer: a child goes on reading where its parent stopped."""
    while (heading := read_heading(incoming)) is not None:
        if takes_many():
            _load(heading.job.kind)
            code = _in_child(heading, incoming, outgoing)
        else:
            code = _read_one(heading, incoming, outgoing)
        outgoing.write(exit_line(code))
        outgoing.flush()
        if not takes_many():
            return


def _load(kind: ImportKind) -> None:
    """Import the readers that a file of this kind needs: a message brings attachments of any kind."""
    for needed in LATE_READERS if kind is ImportKind.MAIL else (kind,):
        reader_of(needed)
    gc.freeze()  # children share what is loaded now for as long as nothing walks over it


def _in_child(heading: Heading, incoming: BinaryIO, outgoing: BinaryIO) -> int:
    """Let a child read the file; its exit code, or the negative number of the signal that ended it."""
    child = os.fork()
    if not child:
        code = CRASH_EXIT
        try:
            code = _read_one(heading, incoming, outgoing)
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _read_one(heading: Heading, incoming: BinaryIO, outgoing: BinaryIO) -> int:
    limit_time(heading.seconds + _GRACE_SECONDS)
    return answer(heading.job, read_bytes(incoming, heading.size), outgoing)


def limit_memory() -> None:
    """Cap this process and its children, each by itself, where the system can: POSIX alone has the call."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - absent on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


def limit_time(seconds: int) -> None:
    """Cap the processor time of this process likewise."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - absent on Windows

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def refuse_network() -> None:
    """Keep this process and its children from every socket, for life: a library tries one as soon as it is loaded."""
    sys.addaudithook(_refuse_socket)


def _refuse_socket(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith("socket."):
        raise OSError(event)


def _own_output() -> BinaryIO:
    """Standard output for the answers alone: what a library prints goes nowhere."""
    outgoing = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return outgoing


if __name__ == "__main__":
    limit_memory()
    refuse_network()
    with suppress(BrokenPipeError):  # the program is gone
        serve(open(sys.stdin.fileno(), "rb", buffering=0, closefd=False), _own_output())  # noqa: SIM115 - for life

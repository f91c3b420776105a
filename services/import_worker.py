"""Runs the import worker: a process that is killed when it takes too long, grows too large or is not wanted any more."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import Protocol

from importers.channel import Job, unpack_found
from importers.found import Found
from importers.worker import MEMORY_EXIT
from models.enums import ImportFault, ProblemCode
from models.errors import UserFacingError
from services.file_errors import told_to_people

BASE_SECONDS = 20.0
BYTES_PER_SECOND = 500_000
POLL_SECONDS = 0.05
_ROOT = Path(__file__).resolve().parent.parent


class ImportProgress(Protocol):
    """Hears how far an import is. Either method may raise to stop it; nothing is written then."""

    def report(self, done: int, total: int = 0) -> None:
        """`done` incidents of `total` are written."""

    def check(self) -> None:
        """Called often while a file is read."""


class Unwatched:
    """The progress of an import that nobody watches."""

    def report(self, done: int, total: int = 0) -> None:
        pass

    def check(self) -> None:
        pass


def run_job(job: Job, data: bytes, progress: ImportProgress) -> Found:
    """What a worker finds in `data`.

    Raises UserFacingError IMPORT_TIMED_OUT, IMPORT_TOO_LARGE (out of memory), IMPORT_UNREADABLE (it crashed) and what the
    importer and `progress` raise.
    """
    with told_to_people():
        worker = subprocess.Popen(
            [sys.executable, "-m", "importers.worker"],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    with worker:
        answer = _converse(worker, job, data, progress)
    if worker.returncode == MEMORY_EXIT:
        raise UserFacingError(ProblemCode.IMPORT_TOO_LARGE, file=job.name, reason=ImportFault.MEMORY)
    if worker.returncode != 0:
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, file=job.name, reason=ImportFault.CRASHED)
    return unpack_found(answer.decode("utf-8").split("\n")[:-1], data)


def _converse(worker: "subprocess.Popen[bytes]", job: Job, data: bytes, progress: ImportProgress) -> bytes:
    """Hand over the job and wait for the whole answer.

    A thread waits, not `communicate` with a timeout: called again, that no longer sends what is left of its input.
    """
    question = job.to_line().encode("utf-8") + b"\n" + data
    with ThreadPoolExecutor(max_workers=1) as waiting:
        answer = waiting.submit(worker.communicate, question)
        try:
            for _ in range(int((BASE_SECONDS + len(data) / BYTES_PER_SECOND) / POLL_SECONDS)):
                if wait([answer], timeout=POLL_SECONDS).done:
                    return answer.result()[0]
                progress.check()
        finally:
            worker.kill()
    raise UserFacingError(ProblemCode.IMPORT_TIMED_OUT, file=job.name)

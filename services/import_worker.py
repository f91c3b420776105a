"""Runs the import worker: a process that is killed when it takes too long, grows too large or is not wanted any more."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from importers.answers import NoAnswerError, no_nonsense
from importers.channel import Heading, Job, exit_code_of, pack_heading, unpack_found
from importers.found import Found
from importers.kinds import ImportKind
from importers.worker import CRASH_EXIT, MEMORY_EXIT, MEMORY_LIMIT, takes_many
from models.enums import ImportFault, ProblemCode
from models.errors import UserFacingError
from services.file_errors import told_to_people
from services.progress import WorkProgress

BASE_SECONDS = 14.0
BYTES_PER_SECOND = 1_000_000
POLL_SECONDS = 0.05
MAX_ANSWER = MEMORY_LIMIT
"""Bytes of one answer: a worker that had to hold it would be at its end."""
_ROOT = Path(__file__).resolve().parent.parent

T = TypeVar("T")


class ImportWorker:
    """Reads one file after the other in a process that is started when it is first needed, and again after it was killed.

    Used in a `with` block: whatever runs is killed at its end.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._talking = ThreadPoolExecutor(max_workers=1)

    def __enter__(self) -> "ImportWorker":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()
        self._talking.shutdown()

    def read(self, job: Job, data: bytes, progress: WorkProgress) -> Found:
        """What is found in `data`; raises as `ask` does, and what the importer raises."""
        is_table = job.kind is ImportKind.INCIDENT_TABLE
        return self.ask(job, data, progress, lambda lines: unpack_found(lines, data, is_table=is_table))[1]

    def ask(
        self, job: Job, data: bytes, progress: WorkProgress, look: Callable[[Sequence[str]], T]
    ) -> tuple[Sequence[str], T]:
        """The lines of the answer and what `look` finds in them, which may refuse them by NoAnswerError.

        Raises UserFacingError IMPORT_TIMED_OUT, IMPORT_TOO_LARGE (out of memory), IMPORT_UNREADABLE (it crashed, or this is no
        answer) and what `progress` raises; the process is killed then. What else `look` raises passes.
        """
        code = CRASH_EXIT
        try:
            lines, code = self._converse(job, data, progress)
            if not code:
                return lines, look(lines)
        except NoAnswerError as error:
            code = CRASH_EXIT
            raise broken_off(job.name) from error
        except UserFacingError as error:
            error.details["file"] = job.name
            raise
        finally:
            if code or not takes_many():
                self._stop()
        if code == MEMORY_EXIT:
            raise UserFacingError(ProblemCode.IMPORT_TOO_LARGE, file=job.name, reason=ImportFault.MEMORY)
        raise broken_off(job.name)

    def _converse(self, job: Job, data: bytes, progress: WorkProgress) -> tuple[Sequence[str], int]:
        """Hand over the job and wait for the whole answer and the exit code; a thread talks meanwhile."""
        seconds = BASE_SECONDS + len(data) / BYTES_PER_SECOND
        heading = pack_heading(Heading(job, len(data), int(seconds)))
        answer = self._talking.submit(_talk, self._started(), heading, data)
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if wait([answer], timeout=POLL_SECONDS).done:
                return answer.result()
            progress.check()
        raise UserFacingError(ProblemCode.IMPORT_TIMED_OUT, file=job.name)

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            with told_to_people():
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "importers.worker"],
                    cwd=_ROOT,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,  # its children die with it, and Ctrl+C is ours to answer
                )
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if sys.platform == "win32":
            process.kill()
        else:
            with suppress(ProcessLookupError, PermissionError):  # it is dead: macOS says it may not be killed
                os.killpg(process.pid, signal.SIGKILL)
        self._talking.submit(process.communicate).result()  # behind whoever still talks: nobody does to the dead
        process.wait()


def broken_off(name: str) -> UserFacingError:
    """What is told of a file whose reader crashed, or was taken over and talks nonsense."""
    return UserFacingError(ProblemCode.IMPORT_UNREADABLE, file=name, reason=ImportFault.CRASHED)


def run_job(job: Job, data: bytes, progress: WorkProgress) -> Found:
    """What a worker of its own finds in `data`; raises as `ImportWorker.read` does."""
    with ImportWorker() as worker:
        return worker.read(job, data, progress)


def _talk(process: "subprocess.Popen[bytes]", heading: bytes, data: bytes) -> tuple[Sequence[str], int]:
    """Send one job and hear the answer, as lines and exit code; a process that dies meanwhile has crashed.

    Raises NoAnswerError where the lines are no text or do not end.
    """
    lines: list[str] = []
    left = MAX_ANSWER
    if process.stdin is not None and process.stdout is not None:
        with suppress(OSError), no_nonsense():
            for part in (heading, data):
                process.stdin.write(part)
            process.stdin.flush()
            while line := process.stdout.readline(left):
                code = exit_code_of(line)
                if code is not None:
                    return lines, code
                if line != b"\n":
                    lines.append(line.decode("utf-8"))
                left -= len(line)
    return (), CRASH_EXIT

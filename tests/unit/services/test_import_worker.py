"""The process that reads files: killed, crashed or stalled, it costs one file."""

import datetime as dt
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from importers.channel import Job
from importers.kinds import ImportKind
from importers.worker import takes_many
from models.enums import CaptureMethod, ImportFault, ProblemCode
from models.errors import UserFacingError
from services import import_worker
from services.import_worker import ImportWorker
from services.progress import Unwatched
from tests.odd_worker import use_odd_worker

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and caps of POSIX")
many = pytest.mark.skipif(not takes_many(), reason="one worker reads one file here")


class StoppedError(Exception):
    """What a person's Cancel raises."""


class StopWhenAsked(Unwatched):
    """Progress that was cancelled."""

    def check(self) -> None:
        raise StoppedError


@pytest.fixture
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ImportWorker]:
    """A worker whose files are read as their names say."""
    use_odd_worker(tmp_path, monkeypatch)
    with ImportWorker() as started:
        yield started


def job(name: str) -> Job:
    return Job(ImportKind.TEXT, name, CaptureMethod.FILE, "text/plain", dt.date(2024, 2, 1))


def told(worker: ImportWorker, name: str, data: bytes = b"Words") -> list[str]:
    """What the odd worker says of a file, word by word."""
    (source,) = worker.read(job(name), data, Unwatched()).sources
    return source.capture.text.split()


def fault(worker: ImportWorker, name: str) -> tuple[ProblemCode, object]:
    with pytest.raises(UserFacingError) as caught:
        worker.read(job(name), b"Words", Unwatched())
    assert caught.value.details["file"] == name
    return caught.value.problem, caught.value.details.get("reason")


@many
def test_worker_stays_and_nothing_of_one_file_reaches_the_next(worker: ImportWorker) -> None:
    first, second = told(worker, "state.txt"), told(worker, "state.txt")
    assert first[0] == second[0] != str(os.getpid())  # the process that was started
    assert first[1] != second[1]  # the child that reads
    assert first[2] == second[2] == "1"  # files that were read where this one was


@many
def test_worker_does_not_grow_with_what_it_reads(worker: ImportWorker) -> None:
    resident = [int(told(worker, "size.txt", b"x" * 50_000_000)[0]) for _ in range(3)]
    assert max(resident) - min(resident) < 20_000_000


@pytest.mark.parametrize(
    ("name", "problem", "reason"),
    [
        ("abort.txt", ProblemCode.IMPORT_UNREADABLE, ImportFault.CRASHED),
        ("raise.txt", ProblemCode.IMPORT_UNREADABLE, ImportFault.CRASHED),
        ("half.txt", ProblemCode.IMPORT_UNREADABLE, ImportFault.CRASHED),
        ("kill.txt", ProblemCode.IMPORT_UNREADABLE, ImportFault.CRASHED),
        ("grow.txt", ProblemCode.IMPORT_TOO_LARGE, ImportFault.MEMORY),
        ("refuse.txt", ProblemCode.IMPORT_UNREADABLE, ImportFault.EMPTY),
    ],
)
def test_worker_that_gives_up_costs_one_file(
    worker: ImportWorker, name: str, problem: ProblemCode, reason: ImportFault
) -> None:
    before = told(worker, "a.txt")[0]
    assert fault(worker, name) == (problem, reason)
    after = told(worker, "a.txt")[0]
    assert (before == after) == (name == "refuse.txt" and takes_many())


def test_worker_that_takes_too_long_is_killed_and_started_again(
    worker: ImportWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = told(worker, "a.txt")[0]
    with monkeypatch.context() as short:
        short.setattr(import_worker, "BASE_SECONDS", 0.2)
        assert fault(worker, "stall.txt") == (ProblemCode.IMPORT_TIMED_OUT, None)
    assert told(worker, "a.txt")[0] != before


def test_worker_is_killed_with_its_child_when_it_is_cancelled(worker: ImportWorker, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "alive")
    with pytest.raises(StoppedError):
        worker.read(job("stall.txt"), b"Words", watched := _StopWhenReading(tmp_path / "alive"))
    with watched.opened as pipe:  # the child holds the other end for as long as it lives
        assert pipe.read() == b""


class _StopWhenReading(Unwatched):
    """Progress that is cancelled once the child reads, which opens a pipe then."""

    def __init__(self, pipe: Path) -> None:
        self._pipe = pipe

    def check(self) -> None:
        self.opened = self._pipe.open("rb", buffering=0)
        assert self.opened.read(1) == b"r"
        raise StoppedError


def test_worker_that_is_not_wanted_any_more_is_killed_at_once(worker: ImportWorker) -> None:
    with pytest.raises(StoppedError):
        worker.read(job("stall.txt"), b"Words", StopWhenAsked())
    assert told(worker, "a.txt")


def test_worker_is_gone_after_its_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_odd_worker(tmp_path, monkeypatch)
    with ImportWorker() as started:
        process = int(told(started, "a.txt")[0])
    with pytest.raises(ProcessLookupError):
        os.kill(process, signal.SIG_DFL)


def test_what_a_reader_prints_does_not_reach_the_answer(worker: ImportWorker) -> None:
    assert told(worker, "print.txt")


def test_caps_of_memory_and_time_hold_for_every_file(worker: ImportWorker) -> None:
    memory, seconds = told(worker, "caps.txt")
    assert (int(memory), int(seconds)) == (1024**3, int(import_worker.BASE_SECONDS) + 10)

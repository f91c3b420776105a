"""Long work on worker threads, with progress and cancel, answered on the window's thread."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from gui.overriding import override

T = TypeVar("T")


class CancelledError(Exception):
    """Raised inside the work when the person pressed Cancel."""


class Progress(QObject):
    """Handed to the work: it reports how far it is and asks whether to stop."""

    progressed = Signal(int, int)
    """Payload: steps done and steps in all (0 = not known)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._stoppers: list[Callable[[], None]] = []

    def report(self, done: int, total: int = 0) -> None:
        """Say how far the work is. Raises CancelledError after Cancel."""
        self.check()
        self.progressed.emit(done, total)

    def check(self) -> None:
        """Raises CancelledError after Cancel."""
        if self._stop.is_set():
            raise CancelledError

    def stop_by(self, stop: Callable[[], None]) -> None:
        """Called by the work: `stop` ends what it begins now. Raises CancelledError after Cancel."""
        self._stoppers.append(stop)
        self.check()

    def cancel(self) -> None:
        """Ask the work to stop at its next report, or where it said how."""
        self._stop.set()
        for stop in tuple(self._stoppers):
            stop()


@dataclass(eq=False)
class _Job:
    label: str
    on_done: Callable[[object], None]
    on_error: Callable[[Exception], None] | None
    progress: Progress
    result: object = None
    error: Exception | None = field(default=None)


class _Runnable(QRunnable):
    def __init__(self, work: Callable[[Progress], object], job: _Job, ended: "_Ended") -> None:
        super().__init__()
        self._work = work
        self._job = job
        self._ended = ended

    @override
    def run(self) -> None:
        try:
            self._job.result = self._work(self._job.progress)
        except Exception as error:  # noqa: BLE001 - the one place where work of every kind ends; handed on below
            self._job.error = error
        self._ended.job_ended.emit(self._job)


class _Ended(QObject):
    job_ended = Signal(object)


class TaskRunner(QObject):
    """Runs one piece of work after the other on a worker thread and calls back on the window's thread."""

    work_started = Signal(str)
    """Payload: what is being done, in words."""
    work_progressed = Signal(int, int)
    work_ended = Signal()

    def __init__(self, report_bug: Callable[[Exception], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report_bug = report_bug
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._ended = _Ended(self)
        self._ended.job_ended.connect(self._on_job_ended)
        self._jobs: list[_Job] = []

    @property
    def is_busy(self) -> bool:
        return bool(self._jobs)

    def run(
        self,
        work: Callable[[Progress], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None] | None = None,
        *,
        label: str = "",
    ) -> None:
        """Do `work` on the worker; then call `on_done` with its result or `on_error` with its exception."""
        progress = Progress(self)
        progress.progressed.connect(self.work_progressed)
        job = _Job(label, on_done, on_error, progress)  # type: ignore[arg-type]  # T is what this work returns
        self._jobs.append(job)
        self.work_started.emit(label)
        self._pool.start(_Runnable(work, job, self._ended))

    @Slot()
    def cancel(self) -> None:
        """Ask everything that runs to stop."""
        for job in self._jobs:
            job.progress.cancel()

    def finish(self) -> None:
        """Cancel and wait; called when the window closes."""
        self.cancel()
        self._pool.waitForDone()

    def _on_job_ended(self, job: _Job) -> None:
        self._jobs.remove(job)
        job.progress.deleteLater()
        self.work_ended.emit()
        if job.error is None:
            job.on_done(job.result)
        elif isinstance(job.error, CancelledError):
            return
        elif job.on_error is not None:
            job.on_error(job.error)
        else:
            self._report_bug(job.error)

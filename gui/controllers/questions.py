"""Questions to a worker: whoever asks anew waits for the newest answer only."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gui.task_runner import Progress, TaskRunner


class Questions(QObject):
    """What became of a question that was dropped, or followed by another one, is not told: whoever asks anew will meet
    the same fault again."""

    answered = Signal(object)
    """Payload: the result of the work."""
    failed = Signal(object)
    """Payload: the exception that ended it."""

    def __init__(self, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._newest: _Question | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._newest is not None

    def ask(self, work: Callable[[Progress], object]) -> None:
        """Do `work` on the worker, after what it does already."""
        self._newest = _Question(self)
        self._runner.run(work, self._newest.on_done, self._newest.on_failed)

    def drop(self) -> None:
        """Nobody waits for the answer any more."""
        self._newest = None

    def finish(self) -> None:
        """Drop the question, and come back when the worker has ended."""
        self.drop()
        self._runner.finish()

    def close(self, question: "_Question") -> bool:
        """The worker is done with a question: whether its answer is waited for."""
        is_newest = question is self._newest
        if is_newest:
            self._newest = None
        return is_newest


class _Question:
    """Known by itself: two are never the same."""

    def __init__(self, asked: Questions) -> None:
        self._asked = asked

    def on_done(self, result: object) -> None:
        if self._asked.close(self):
            self._asked.answered.emit(result)

    def on_failed(self, error: Exception) -> None:
        if self._asked.close(self):
            self._asked.failed.emit(error)

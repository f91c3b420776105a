"""Keeps the project's numbers fresh: at once while it is small, after a pause and on a worker while it is large."""

from PySide6.QtCore import QObject, QTimer, Signal

from gui.controllers.session import Session
from gui.task_runner import TaskRunner
from models.changes import ChangeSet
from models.snapshots import ProjectCounts
from services.chronology import count_all

PAUSE_MS = 250
# Counting this many takes a few milliseconds; above it, counting waits until typing pauses.
AT_ONCE = 5_000


class CountsKeeper(QObject):
    """`counts` is what was counted last."""

    counts_changed = Signal(object)
    """Payload: the ProjectCounts."""

    def __init__(self, session: Session, runner: TaskRunner) -> None:
        super().__init__(session)
        self._session = session
        self._runner = runner
        self._ticket = 0
        self.counts = ProjectCounts(0, 0, 0, 0, 0, None, None)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._count_beside)
        session.project_opened.connect(self.refresh)
        session.project_closing.connect(self._on_project_closing)
        session.project_changed.connect(self._on_project_changed)

    @property
    def is_large(self) -> bool:
        """Whether what goes over all incidents has to wait until the window has done what it was asked for."""
        return self.counts.incidents >= AT_ONCE

    def refresh(self) -> None:
        """Count now."""
        self._stop()
        counts = self._session.read(count_all) if self._session.is_open else None
        if counts is not None:
            self._tell(counts)

    def answer(self, ticket: int, counts: ProjectCounts) -> None:
        """What a worker counted; told unless something was changed since it was asked."""
        if ticket == self._ticket:
            self._tell(counts)

    def refuse(self, ticket: int, error: Exception) -> None:
        """A worker could not count. Raises what is no fault of the world."""
        if ticket == self._ticket:
            self._session.tell(error)

    def _tell(self, counts: ProjectCounts) -> None:
        self.counts = counts
        self.counts_changed.emit(counts)

    def _count_beside(self) -> None:
        """Count on a worker: large projects take longer than the window may stand still."""
        self._ticket += 1
        project = self._session.project
        question = _Question(self, self._ticket)
        self._runner.run(lambda _progress: count_all(project), question.on_done, question.on_failed)

    def _stop(self) -> None:
        self._pause.stop()
        self._ticket += 1

    def _on_project_closing(self) -> None:
        self._stop()
        self._runner.finish()

    def _on_project_changed(self, _changes: ChangeSet) -> None:
        if self.is_large:
            self._ticket += 1
            self._pause.start()
        else:
            self.refresh()


class _Question:
    """One count, known by its ticket."""

    def __init__(self, keeper: CountsKeeper, ticket: int) -> None:
        self._keeper = keeper
        self._ticket = ticket

    def on_done(self, counts: ProjectCounts) -> None:
        self._keeper.answer(self._ticket, counts)

    def on_failed(self, error: Exception) -> None:
        self._keeper.refuse(self._ticket, error)

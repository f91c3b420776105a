"""Reads proposals on a worker of its own: of one document, or of all of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from dates import UncertainDate
from gui.controllers.questions import Questions
from gui.controllers.session import Session
from gui.fields.date_reader import usual_table
from gui.task_runner import Progress, TaskRunner
from models.proposals import NearDuplicate, ProposedIncident
from services.proposal_queue import gather_proposals, read_proposals

# Most documents are read before anybody would see that they are.
PATIENCE_MS = 400


@dataclass(frozen=True, slots=True)
class Found:
    """Proposals in the order in which they are to be gone through, and documents that are copies of others."""

    proposals: tuple[ProposedIncident, ...]
    duplicates: tuple[NearDuplicate, ...] = ()


class ProposalFinder(QObject):
    """One question at a time: a new one ends the one before, whose answer is dropped if it still comes."""

    proposals_found = Signal(object)
    """Payload: Found. Never emitted from within a question."""
    progressed = Signal(int, int)
    """Documents read and documents in all; (0, 0) where only one is read and it takes longer than a moment."""

    def __init__(self, session: Session, runner: TaskRunner) -> None:
        super().__init__(session)
        self._session = session
        self._runner = runner
        self._questions = Questions(runner, self)
        self._is_gathering = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_ended)
        self._questions.answered.connect(self._on_found)
        self._questions.failed.connect(self._on_failed)
        runner.work_progressed.connect(self._on_work_progressed)
        session.project_closing.connect(self._on_project_closing)

    def find_in(self, capture_id: int, today: UncertainDate) -> None:
        """Ask for the proposals of one preserved copy, its dates counted from `today`."""
        project, usual = self._session.project, usual_table()

        def work(progress: Progress) -> Found:
            return Found(read_proposals(project, capture_id, today=today, usual=usual, progress=progress))

        self._ask(work)
        self._patience.start()

    def find_everywhere(self, source_ids: Sequence[int] | None = None) -> None:
        """Ask for the proposals of all documents, or of those of some sources."""
        project, usual = self._session.project, usual_table()

        def work(progress: Progress) -> Found:
            queue = gather_proposals(project, source_ids=source_ids, usual=usual, progress=progress)
            return Found(queue.proposals, queue.duplicates)

        self._ask(work)
        self._is_gathering = True

    def drop(self) -> None:
        """Nobody waits for the answer any more."""
        self._questions.drop()
        self._is_gathering = False
        self._patience.stop()
        self._runner.cancel()

    def _on_found(self, found: Found) -> None:
        self._patience.stop()
        self._is_gathering = False
        self.proposals_found.emit(found)

    def _on_failed(self, error: Exception) -> None:
        self._on_found(Found(()))
        self._session.tell(error)

    def _ask(self, work: Callable[[Progress], Found]) -> None:
        self.drop()
        self._questions.ask(work)

    def _on_work_progressed(self, done: int, total: int) -> None:
        if self._is_gathering:
            self.progressed.emit(done, total)

    def _on_patience_ended(self) -> None:
        self.progressed.emit(0, 0)

    def _on_project_closing(self) -> None:
        self.drop()
        self._runner.finish()

"""Looks through a project's pages after it is on screen: opening need not wait, and no change is written before."""

from PySide6.QtCore import QObject, QTimer

from gui.controllers.session import Session
from gui.task_runner import Progress, TaskRunner
from services.stopping import Stopper


class FileChecker(QObject):
    """Damage that it finds is told by the session as damage of the file that is open."""

    def __init__(self, session: Session, runner: TaskRunner) -> None:
        super().__init__(session)
        self._session = session
        self._runner = runner
        self._ticket = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._check_beside)
        session.project_opened.connect(self._on_project_opened)
        session.project_closing.connect(self._on_project_closing)

    def refuse(self, ticket: int, error: Exception) -> None:
        """A worker found damage, or could not look. Raises what is no fault of the world."""
        if ticket == self._ticket:
            self._session.tell(error)

    def _on_project_opened(self) -> None:
        if not self._session.project.pages.is_done:
            self._soon.start()

    def _on_project_closing(self) -> None:
        self._soon.stop()
        self._ticket += 1
        self._runner.finish()

    def _check_beside(self) -> None:
        self._ticket += 1
        pages = self._session.project.pages
        question = _Question(self, self._ticket)

        def look(progress: Progress) -> None:
            stopper = Stopper()
            progress.stop_by(stopper.stop)  # seconds for a large file that is closed before
            pages.ensure(stopper)

        self._runner.run(look, question.on_done, question.on_failed)


class _Question:
    """One check, known by its ticket."""

    def __init__(self, checker: FileChecker, ticket: int) -> None:
        self._checker = checker
        self._ticket = ticket

    def on_done(self, _result: None) -> None:
        """Nothing is told of a file that is sound."""

    def on_failed(self, error: Exception) -> None:
        self._checker.refuse(self._ticket, error)

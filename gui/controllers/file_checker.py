"""Looks through a project's pages after it is on screen: opening need not wait, and no change is written before."""

from PySide6.QtCore import QObject, QTimer

from gui.controllers.questions import Questions
from gui.controllers.session import Session
from gui.task_runner import Progress, TaskRunner
from services.stopping import Stopper


class FileChecker(QObject):
    """Damage that it finds is told by the session as damage of the file that is open."""

    def __init__(self, session: Session, runner: TaskRunner) -> None:
        super().__init__(session)
        self._session = session
        self._questions = Questions(runner, self)
        self._questions.failed.connect(session.tell)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._check_beside)
        session.project_opened.connect(self._on_project_opened)
        session.project_closing.connect(self._on_project_closing)

    def _on_project_opened(self) -> None:
        if not self._session.project.pages.is_done:
            self._soon.start()

    def _on_project_closing(self) -> None:
        self._soon.stop()
        self._questions.finish()

    def _check_beside(self) -> None:
        pages = self._session.project.pages

        def look(progress: Progress) -> None:
            stopper = Stopper()
            progress.stop_by(stopper.stop)  # seconds for a large file that is closed before
            pages.ensure(stopper)

        self._questions.ask(look)

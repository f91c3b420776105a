"""Looks for words on a worker, key by key: what somebody waits for is always the newest text."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gui.controllers.questions import Questions
from gui.controllers.session import Session
from gui.task_runner import Progress, TaskRunner
from models.changes import ChangeSet
from services.incident_words import Matches, WordFinder
from services.searching import SearchResults, search
from services.stopping import Stopper

Answer = Matches | SearchResults | None


class WordSearch(QObject):
    """Two answers to each text: first which incidents have its words, then the best finds of every kind.

    A new text ends the reading for the one before, whose answer is dropped if it still comes.
    """

    matches_found = Signal(object)
    """Payload: Matches. Never emitted from within `ask`."""
    results_found = Signal(object)
    """Payload: SearchResults."""

    def __init__(self, session: Session, runner: TaskRunner) -> None:
        super().__init__(session)
        self._session = session
        self._questions = Questions(runner, self)
        self._stopper = Stopper()
        self._finder: WordFinder | None = None
        self._text = ""
        self.is_asking = False
        self._questions.answered.connect(self._on_answered)
        self._questions.failed.connect(self._on_failed)
        session.project_opened.connect(self._on_project_opened)
        session.project_changed.connect(self._on_project_changed)
        session.project_closing.connect(self._on_project_closing)

    def warm(self) -> None:
        """Somebody is about to type."""
        finder = self._finder
        if finder is not None and not self.is_asking:
            self._run(finder.warm)

    def ask(self, text: str) -> None:
        """Look for the words of a text in the open project."""
        finder = self._finder
        if finder is not None:
            self._run(lambda stopper: finder.find(text, stopper))
            self._text = text
            self.is_asking = True

    def ask_results(self, matches: Matches) -> None:
        """Look for the best finds, where the incidents are known already."""
        project = self._session.project
        self._run(lambda stopper: search(project, matches.text, matches=matches, stopper=stopper))

    def drop(self) -> None:
        """Nobody waits any more."""
        self._stopper.stop()
        self._questions.drop()
        self.is_asking = False

    def _on_answered(self, answer: Answer) -> None:
        if isinstance(answer, Matches):
            self.is_asking = False
            self.matches_found.emit(answer)
        elif answer is not None:
            self.results_found.emit(answer)

    def _on_failed(self, error: Exception) -> None:
        self.is_asking = False
        self._session.tell(error)

    def _run(self, work: Callable[[Stopper], Answer]) -> None:
        self.drop()
        stopper = self._stopper = Stopper()

        def look(_progress: Progress) -> Answer:
            stopper.check()
            return work(stopper)

        self._questions.ask(look)

    def _on_project_opened(self) -> None:
        self._finder = WordFinder(self._session.project)

    def _on_project_changed(self, changes: ChangeSet) -> None:
        if self._finder is not None:
            self._finder.follow(changes)
        if self.is_asking:
            self.ask(self._text)  # what is being read may be older than the change

    def _on_project_closing(self) -> None:
        self.drop()
        self._finder = None
        self._questions.finish()

"""Looks for words on a worker, key by key: what somebody waits for is always the newest text."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gui.controllers.session import Session
from gui.task_runner import Progress, TaskRunner
from models.changes import ChangeSet
from services.incident_words import Matches, WordFinder
from services.searching import SearchResults, search
from services.stopping import StoppedError, Stopper

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
        self._runner = runner
        self._stopper = Stopper()
        self._finder: WordFinder | None = None
        self._text = ""
        self.is_asking = False
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
        self.is_asking = False

    def answer(self, stopper: Stopper, answer: Answer) -> None:
        """What the worker found; told where somebody still waits for it."""
        if stopper is not self._stopper or stopper.is_stopped:
            return
        if isinstance(answer, Matches):
            self.is_asking = False
            self.matches_found.emit(answer)
        elif answer is not None:
            self.results_found.emit(answer)

    def refuse(self, stopper: Stopper, error: Exception) -> None:
        """The file could not be read, or there is a bug."""
        if stopper is self._stopper:
            self.is_asking = False
            self._session.tell(error)

    def _run(self, work: Callable[[Stopper], Answer]) -> None:
        self.drop()
        self._stopper = Stopper()
        question = _Question(self, self._stopper, work)
        self._runner.run(question.do, question.on_done, question.on_failed)

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
        self._runner.finish()


class _Question:
    """One piece of work, known by what stops it."""

    def __init__(self, asker: WordSearch, stopper: Stopper, work: Callable[[Stopper], Answer]) -> None:
        self._asker = asker
        self._stopper = stopper
        self._work = work

    def do(self, _progress: Progress) -> Answer:
        self._stopper.check()
        return self._work(self._stopper)

    def on_done(self, answer: Answer) -> None:
        self._asker.answer(self._stopper, answer)

    def on_failed(self, error: Exception) -> None:
        if not isinstance(error, StoppedError):
            self._asker.refuse(self._stopper, error)

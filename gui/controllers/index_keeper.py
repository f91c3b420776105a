"""Holds the index of the open project: read once, on a worker where it is large, and kept true from then on."""

import gc

from PySide6.QtCore import QObject, QTimer, Signal

from gui.controllers.session import Session
from gui.task_runner import TaskRunner
from models.changes import ChangeSet
from services.incident_index import (
    IncidentColumns,
    IncidentIndex,
    IndexUpdate,
    count_incidents,
    read_columns,
    touched_incidents,
)

# So many are read in a few hundredths of a second: no window need wait for them.
AT_ONCE = 5_000


class IndexKeeper(QObject):
    """`index` is None while no project is open, and until a large one was read, which begins after its first paint.

    Hears of changes before everyone else: who answers `project_changed` finds the index true already. Changes made while
    it is being read are followed afterwards.
    """

    index_ready = Signal()
    """The index of a project was read for the first time."""
    index_changed = Signal(object)
    """Payload: the IndexUpdate."""

    def __init__(self, session: Session, runner: TaskRunner) -> None:
        super().__init__(session)
        self._session = session
        self._runner = runner
        self.index: IncidentIndex | None = None
        self.following: ChangeSet | None = None
        """The change that `index_changed` is about; None where everything was read anew."""
        self._ticket = 0
        self._is_reading = False
        self._missed: frozenset[int] | None = frozenset()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read_beside)
        session.project_opened.connect(self._on_project_opened)
        session.project_closing.connect(self._on_project_closing)
        session.project_changed.connect(self._on_project_changed)

    def answer(self, ticket: int, columns: IncidentColumns) -> None:
        """What a worker read; dropped where it is of a project that is closed."""
        if ticket != self._ticket:
            return
        self._is_reading = False
        missed, self._missed = self._missed, frozenset()
        if missed is None:
            self._read_beside()
            return
        update = self._install(columns)
        if missed and self.index is not None:
            index = self.index
            self._session.read(lambda project: index.follow(project, missed))
        self._tell(update)

    def refuse(self, ticket: int, error: Exception) -> None:
        """A worker could not read. Raises what is no fault of the world."""
        if ticket == self._ticket:
            self._is_reading = False
            self._session.tell(error)

    def _on_project_opened(self) -> None:
        count = self._session.read(count_incidents)
        if count is not None and count <= AT_ONCE:
            self._read_now()
        elif count is not None:
            self._soon.start()

    def _on_project_closing(self) -> None:
        self._soon.stop()
        self._ticket += 1
        self._is_reading = False
        self._missed = frozenset()
        self.index = None
        self._runner.finish()

    def _on_project_changed(self, changes: ChangeSet) -> None:
        touched = self._session.read(lambda project: _Touched(touched_incidents(project, changes)))
        if touched is None:
            return
        if self._is_reading:
            self._missed = None if self._missed is None or touched.ids is None else self._missed | touched.ids
        if self.index is None:
            return
        if touched.ids is None:
            self._read_anew()
        elif touched.ids:
            index, ids = self.index, touched.ids
            update = self._session.read(lambda project: index.follow(project, ids))
            if update is not None and not update.is_empty:
                self.following = changes
                self._tell(update)
                self.following = None

    def _read_anew(self) -> None:
        if self.index is not None and len(self.index.columns) <= AT_ONCE:
            self._read_now()
        elif not self._is_reading:
            self._read_beside()

    def _read_now(self) -> None:
        columns = self._session.read(read_columns)
        if columns is not None:
            self._tell(self._install(columns))

    def _read_beside(self) -> None:
        self._ticket += 1
        self._is_reading = True
        project = self._session.project
        question = _Question(self, self._ticket)
        self._runner.run(lambda _progress: read_columns(project), question.on_done, question.on_failed)

    def _install(self, columns: IncidentColumns) -> IndexUpdate | None:
        if len(columns) > AT_ONCE:
            gc.freeze()  # what was read lives long: going over it again and again would stop the window for 0.1 s
        if self.index is not None:
            return self.index.install(columns)
        self.index = IncidentIndex(columns)
        return None

    def _tell(self, update: IndexUpdate | None) -> None:
        if update is None:
            self.index_ready.emit()
        else:
            self.index_changed.emit(update)


class _Touched:
    """The ids that a change touched; None for too many."""

    def __init__(self, ids: frozenset[int] | None) -> None:
        self.ids = ids


class _Question:
    """One reading, known by its ticket."""

    def __init__(self, keeper: IndexKeeper, ticket: int) -> None:
        self._keeper = keeper
        self._ticket = ticket

    def on_done(self, columns: IncidentColumns) -> None:
        self._keeper.answer(self._ticket, columns)

    def on_failed(self, error: Exception) -> None:
        self._keeper.refuse(self._ticket, error)

"""Holds the index of the open project: read once, on a worker where it is large, and kept true from then on."""

import gc

from PySide6.QtCore import QObject, QTimer, Signal

from gui.controllers.questions import Questions
from gui.controllers.session import Session
from gui.task_runner import TaskRunner
from models.changes import ChangeSet
from services.incident_index import IncidentColumns, IncidentIndex, IndexUpdate, count_incidents, read_columns

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
    change_followed = Signal(object, object)
    """Payload: a ChangeSet and the IndexUpdate that it came to, which is empty where no incident was touched. After
    `index_changed`; only while there is an index."""

    def __init__(self, session: Session, runner: TaskRunner) -> None:
        super().__init__(session)
        self._session = session
        self._questions = Questions(runner, self)
        self.index: IncidentIndex | None = None
        self.is_following = False
        """Whether `index_changed` is about a change that `change_followed` will tell of."""
        self._missed: list[ChangeSet] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read_beside)
        self._questions.answered.connect(self._on_columns_read)
        self._questions.failed.connect(session.tell)
        session.project_opened.connect(self._on_project_opened)
        session.project_closing.connect(self._on_project_closing)
        session.project_changed.connect(self._on_project_changed)

    @property
    def is_large(self) -> bool:
        """Whether what goes over all incidents belongs on a worker."""
        return self.index is None or len(self.index.columns) > AT_ONCE

    @property
    def is_reading(self) -> bool:
        """Whether all is read anew on the worker; `index_changed` or `index_ready` tells when it was."""
        return self._questions.is_waiting

    def _on_columns_read(self, columns: IncidentColumns) -> None:
        missed, self._missed = self._missed, []
        is_first = self.index is None
        update = self._install(columns)
        # A full collection would go over the many objects that stay; counting references still frees them.
        gc.freeze()
        for changes in missed:
            self._follow(changes)
        if is_first:
            self.index_ready.emit()
        else:
            self.index_changed.emit(update)

    def _on_project_opened(self) -> None:
        count = self._session.read(count_incidents)
        if count is not None and count <= AT_ONCE:
            self._read_now()
            self.index_ready.emit()
        elif count is not None:
            self._soon.start()

    def _on_project_closing(self) -> None:
        self._soon.stop()
        self._missed.clear()
        self.index = None
        self._questions.finish()

    def _on_project_changed(self, changes: ChangeSet) -> None:
        if self._questions.is_waiting:
            self._missed.append(changes)
        if self.index is None:
            return
        self.is_following = True
        update = self._follow(changes)
        if not update.is_empty:
            self.index_changed.emit(update)
        self.change_followed.emit(changes, update)
        self.is_following = False

    def _follow(self, changes: ChangeSet) -> IndexUpdate:
        """What a change did to the index; nothing yet where a worker has to read everything anew."""
        index = self.index
        if index is None:
            return IndexUpdate()
        touched = self._session.read(lambda project: [index.touched_by(project, changes)])
        if touched is None or touched[0] is None:
            return self._read_anew()
        ids = touched[0]
        update = self._session.read(lambda project: index.follow(project, ids)) if ids else None
        return update or IndexUpdate()

    def _read_anew(self) -> IndexUpdate:
        count = self._session.read(count_incidents)
        if count is not None and count <= AT_ONCE:
            return self._read_now()
        if count is not None and not self._questions.is_waiting:
            self._read_beside()
        return IndexUpdate()

    def _read_now(self) -> IndexUpdate:
        columns = self._session.read(read_columns)
        return IndexUpdate() if columns is None else self._install(columns)

    def _read_beside(self) -> None:
        project = self._session.project
        self._questions.ask(lambda _progress: read_columns(project))

    def _install(self, columns: IncidentColumns) -> IndexUpdate:
        if self.index is not None:
            return self.index.install(columns)
        self.index = IncidentIndex(columns)
        return IndexUpdate(whole=True)

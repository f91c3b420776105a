"""Keeps the project's numbers fresh: what an edit touched is counted at once, all of a large project on a worker."""

import gc

from PySide6.QtCore import QObject, QTimer, Signal

from gui.controllers.builtin_views import builtin_filters
from gui.controllers.index_keeper import IndexKeeper
from gui.controllers.questions import Questions
from gui.controllers.session import Session
from gui.task_runner import TaskRunner
from models.changes import ChangeSet, RecordKind
from models.snapshots import IncidentFilter, ProjectCounts
from services.incident_index import IndexUpdate
from services.live_counts import LiveCounts, count_live, follow_counts, is_recount, read_counts

PAUSE_MS = 250
# What else sidebar and status line show.
_TOLD = (RecordKind.PROJECT, RecordKind.TAG, RecordKind.SAVED_VIEW)


class CountsKeeper(QObject):
    """`counts` is what was counted last. Tags and views have no numbers until a large project was counted."""

    counts_changed = Signal(object)
    """Payload: the ProjectCounts."""

    def __init__(self, session: Session, keeper: IndexKeeper, runner: TaskRunner) -> None:
        super().__init__(session)
        self._session = session
        self._keeper = keeper
        self._questions = Questions(runner, self)
        self._live: LiveCounts | None = None
        self._missed: list[tuple[ChangeSet, IndexUpdate]] = []
        self._arrangement = -1
        self.counts = ProjectCounts(0, 0, 0, 0, 0, None, None)
        # Names that are typed change what filters show at every key: all is counted anew when the typing pauses.
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._count_beside)
        # A large project's list is painted before anything else is.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        self._questions.answered.connect(self._on_counted)
        self._questions.failed.connect(session.tell)
        session.project_opened.connect(self._on_project_opened)
        session.project_closing.connect(self._on_project_closing)
        session.project_changed.connect(self._on_project_changed)
        keeper.index_ready.connect(self._on_index_ready)
        keeper.index_changed.connect(self._on_index_changed)
        keeper.change_followed.connect(self._on_change_followed)

    def count_of(self, wanted: IncidentFilter) -> int:
        """How many incidents the filter of a built-in or saved view shows; 0 while that is not counted."""
        return (self._live.count_of(wanted) if self._live is not None else None) or 0

    def _on_counted(self, live: LiveCounts) -> None:
        missed, self._missed = self._missed, []
        self._live = live
        # As in the index keeper: what stays is not gone over again and again.
        gc.freeze()
        for changes, update in missed:
            self._follow(changes, update)
        self._tell()

    def _on_project_opened(self) -> None:
        if self._keeper.index is None:
            self._soon.start()
        else:
            self._count()

    def _on_project_closing(self) -> None:
        self._soon.stop()
        self._forget()
        self._questions.finish()

    def _on_project_changed(self, _changes: ChangeSet) -> None:
        if self._keeper.index is None:
            self._tell()

    def _on_index_ready(self) -> None:
        if self._session.is_open and self._keeper.is_large:
            self._count()

    def _on_index_changed(self, _update: IndexUpdate) -> None:
        if not self._keeper.is_following:
            self._count()

    def _on_change_followed(self, changes: ChangeSet, update: IndexUpdate) -> None:
        if update.whole:
            self._count()
            return
        if update.is_empty and self._keeper.is_reading:
            return  # too much was touched to follow: all is counted anew with the index
        if self._questions.is_waiting:
            self._missed.append((changes, update))
        before = self.counts, self._builtin_counts()
        self._follow(changes, update)
        counts = self._read_after(changes)
        if counts is not None and ((counts, self._builtin_counts()) != before or changes.touches(*_TOLD)):
            self._take(counts)

    def _follow(self, changes: ChangeSet, update: IndexUpdate) -> None:
        """Count what a change touched; names that it changed ask for all."""
        index, live = self._keeper.index, self._live
        if index is None or live is None:
            return
        stale = self._session.read(lambda project: live.follow(project, index, changes, update))
        if not stale:
            return
        if self._keeper.is_large:
            self._pause.start()
        else:
            self._count_now()

    def _count(self) -> None:
        """Count everything: at once, or on a worker, with what can be told at once told before."""
        self._forget()
        if self._keeper.is_large:
            self._tell()
            self._count_beside()
        else:
            self._count_now()
            self._tell()

    def _builtin_counts(self) -> tuple[int, ...]:
        return tuple(map(self.count_of, builtin_filters().values()))

    def _count_now(self) -> None:
        index = self._keeper.index
        if index is not None:
            self._live = self._session.read(lambda project: count_live(project, index, builtin_filters().values()))

    def _count_beside(self) -> None:
        index, project, filters = self._keeper.index, self._session.project, builtin_filters().values()
        if index is None:
            return
        still = index.still()
        self._missed = []
        self._questions.ask(lambda _progress: count_live(project, still, filters))

    def _forget(self) -> None:
        self._pause.stop()
        self._questions.drop()
        self._live = None

    def _tell(self) -> None:
        counts = self._read()
        if counts is not None:
            self._take(counts)

    def _read(self) -> ProjectCounts | None:
        index = self._keeper.index
        self._arrangement = -1 if index is None else index.arrangement
        return self._session.read(lambda project: read_counts(project, index, self._live))

    def _read_after(self, changes: ChangeSet) -> ProjectCounts | None:
        index = self._keeper.index
        if index is None or index.arrangement != self._arrangement or is_recount(changes):
            return self._read()
        return follow_counts(self.counts, index, self._live)

    def _take(self, counts: ProjectCounts) -> None:
        self.counts = counts
        self.counts_changed.emit(counts)

"""Keeps the project's numbers fresh: at once while it is small, after a pause while it is large."""

from PySide6.QtCore import QObject, QTimer, Signal

from gui.controllers.session import Session
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

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.counts = ProjectCounts(0, 0, 0, 0, 0, None, None)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        session.project_opened.connect(self.refresh)
        session.project_closed.connect(self._pause.stop)
        session.project_changed.connect(self._on_project_changed)

    def refresh(self) -> None:
        """Count now."""
        self._pause.stop()
        counts = self._session.read(count_all) if self._session.is_open else None
        if counts is not None:
            self.counts = counts
            self.counts_changed.emit(counts)

    def _on_project_changed(self, _changes: ChangeSet) -> None:
        if self.counts.incidents < AT_ONCE:
            self.refresh()
        else:
            self._pause.start()

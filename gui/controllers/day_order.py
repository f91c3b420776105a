"""Answers wishes about the order of incidents within a day."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from gui.chronology.panel import ChronologyPanel
from gui.controllers.long_work import LongWork
from gui.controllers.session import Session
from services.incidents import count_moved_in_day, move_in_day, place_in_day
from services.progress import WorkProgress
from services.project import Project


class DayOrder(QObject):
    """Each wish is one change, however far an incident was dragged; thousands may have no date, and so the same."""

    def __init__(self, session: Session, panel: ChronologyPanel, long_work: LongWork) -> None:
        super().__init__(session)
        self._session = session
        self._long_work = long_work
        panel.move_in_day_requested.connect(self._move)
        panel.place_in_day_requested.connect(self._place)

    def _move(self, incident_id: int, up: bool) -> None:
        def move(project: Project, progress: WorkProgress) -> None:
            move_in_day(project, incident_id, up=up, initiator=self, progress=progress)

        self._write(incident_id, None, move)

    def _place(self, incident_id: int, sibling_id: int, after: bool) -> None:
        def place(project: Project, progress: WorkProgress) -> None:
            place_in_day(project, incident_id, sibling_id=sibling_id, after=after, initiator=self, progress=progress)

        self._write(incident_id, sibling_id, place)

    def _write(self, incident_id: int, sibling_id: int | None, work: Callable[[Project, WorkProgress], None]) -> None:
        rows = self._session.read(lambda project: count_moved_in_day(project, incident_id, sibling_id))
        if rows is not None:
            self._long_work.change(rows, work, title=self.tr("Putting incidents in order"))

"""Answers wishes about the order of incidents within a day."""

from PySide6.QtCore import QObject

from gui.chronology.panel import ChronologyPanel
from gui.controllers.session import Session
from services.incidents import move_in_day, place_in_day


class DayOrder(QObject):
    """Each wish is one change, however far an incident was dragged."""

    def __init__(self, session: Session, panel: ChronologyPanel) -> None:
        super().__init__(session)
        self._session = session
        panel.move_in_day_requested.connect(self._move)
        panel.place_in_day_requested.connect(self._place)

    def _move(self, incident_id: int, up: bool) -> None:
        self._session.change(lambda project: move_in_day(project, incident_id, up=up, initiator=self))

    def _place(self, incident_id: int, sibling_id: int, after: bool) -> None:
        self._session.change(
            lambda project: place_in_day(project, incident_id, sibling_id=sibling_id, after=after, initiator=self)
        )

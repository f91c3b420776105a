"""Reads the words that the timeline paints; what goes wrong is told when painting is over."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from gui.controllers.session import Session
from models.errors import UserFacingError
from models.snapshots import IncidentCard
from services.captions import Caption, read_captions
from services.incident_cards import get_incident


class CaptionReader(QObject):
    """Marks without words are drawn until the file can be read again; that it cannot is told once."""

    _read_failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._is_failing = False
        self._read_failed.connect(session.tell, Qt.ConnectionType.QueuedConnection)

    def captions(self, ids: Sequence[int]) -> Mapping[int, Caption]:
        """Captions by id, of those that are there."""
        if not self._session.is_open:
            return {}
        try:
            found = read_captions(self._session.project, ids)
        except UserFacingError as error:
            if not self._is_failing:
                self._is_failing = True
                self._read_failed.emit(error)
            return {}
        self._is_failing = False
        return found

    def card(self, incident_id: int) -> IncidentCard | None:
        """Everything about one incident, None where it is gone."""
        if not self._session.is_open:
            return None
        return self._session.find(lambda project: get_incident(project, incident_id))

"""Stores what was refused while its incident was on screen, as soon as the file can be written again."""

from PySide6.QtCore import QObject

from gui.controllers.session import Session
from gui.inspector.incident_inspector import IncidentInspector
from models.drafts import IncidentPatch
from services.incidents import edit_incident


class RefusedEdits(QObject):
    """Made after the controller of incidents: on closing that one hands over what was typed last."""

    def __init__(self, session: Session, inspector: IncidentInspector) -> None:
        super().__init__(session)
        self._session = session
        self._kept = inspector.kept
        self._is_storing = False
        session.change_saved.connect(self._store)
        session.project_closed.connect(self._kept.forget)

    def _store(self, _at: str) -> None:
        if self._is_storing:
            return  # each of these edits is a saved change too
        self._is_storing = True
        for incident_id, patch in self._kept.refused().items():
            if self._edit(incident_id, patch) is not None or not self._session.has_unsaved:
                self._kept.drop_refused(incident_id)
        self._is_storing = False

    def _edit(self, incident_id: int, patch: IncidentPatch) -> int | None:
        return self._session.change(lambda project: edit_incident(project, incident_id, patch), draft=patch)

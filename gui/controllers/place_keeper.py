"""Keeps "Incident 3 of 8" true while the list changes around the incident that is shown."""

from PySide6.QtCore import QObject

from gui.chronology.panel import ChronologyPanel
from gui.controllers.chronology_controller import ChronologyController
from gui.inspector.incident_inspector import IncidentInspector


class PlaceKeeper(QObject):
    """A place is (131, 148): the 131st of 148 in the list; (0, 148) where the filter hides it."""

    def __init__(self, panel: ChronologyPanel, inspector: IncidentInspector, chronology: ChronologyController) -> None:
        super().__init__(chronology)
        self._panel = panel
        self._inspector = inspector
        self._chronology = chronology
        chronology.incidents_listed.connect(self._on_incidents_listed)

    def of(self, incident_id: int) -> tuple[int, int]:
        """The place of an incident."""
        return self._panel.position_of(incident_id) or 0, self._chronology.shown

    def _on_incidents_listed(self) -> None:
        shown = self._inspector.incident_id()
        if shown is not None:
            self._inspector.pages.show_position(self.of(shown))

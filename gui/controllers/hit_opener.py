"""Opens what was found: an incident, a quote in its incident, a source, the words in a preserved copy."""

from PySide6.QtCore import QObject

from gui.controllers.incident_controller import IncidentController
from gui.controllers.source_controller import SourceController
from gui.controllers.words_controller import WordsController
from gui.inspector.incident_inspector import IncidentInspector
from gui.shell.workbench import Workbench
from services.searching import HitKind, SearchHit


class HitOpener(QObject):
    """Esc leads back from a copy, as from any jump into a text."""

    def __init__(
        self,
        workbench: Workbench,
        incidents: IncidentController,
        inspector: IncidentInspector,
        sources: SourceController,
        words: WordsController,
    ) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._incidents = incidents
        self._inspector = inspector
        self._sources = sources
        self._words = words

    def open(self, hit: SearchHit) -> None:
        """Show what was found, with the keyboard on it."""
        if hit.kind is HitKind.COPY:
            self._words.show_place(hit.owner_id, hit.id, *hit.place)  # which takes the keyboard into the text
            return
        if hit.kind is HitKind.SOURCE:
            self._sources.reveal(hit.id)
        else:
            self._incidents.reveal(hit.owner_id)
        self._workbench.focus_page()
        if hit.kind is HitKind.QUOTE:
            self._inspector.pages.show_citation(hit.id)

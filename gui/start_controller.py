"""Answers "New incident" and "Add source", with or without a project: without one, that is made first."""

from PySide6.QtCore import QObject

from gui.actions import ActionId, Actions
from gui.incident_controller import IncidentController
from gui.project_controller import ProjectController
from gui.session import Session
from gui.source_controller import SourceController


class StartController(QObject):
    """Remembers what was wanted while the new project is named."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        projects: ProjectController,
        incidents: IncidentController,
        sources: SourceController,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._projects = projects
        self._incidents = incidents
        self._sources = sources
        self._wants_source = False
        actions[ActionId.NEW_INCIDENT].triggered.connect(self._on_new_incident)
        actions[ActionId.ADD_SOURCE].triggered.connect(self._on_add_source)
        projects.project_created.connect(self._on_project_created)

    def _on_new_incident(self) -> None:
        self._wants_source = False
        self._go_on()

    def _on_add_source(self) -> None:
        self._wants_source = True
        self._go_on()

    def _go_on(self) -> None:
        if not self._session.is_open:
            self._projects.ask_new()
        elif self._wants_source:
            self._sources.start_new()
        else:
            self._incidents.start_new()

    def _on_project_created(self) -> None:
        """A new project begins with what was asked for, or with its first incident."""
        self._go_on()
        self._wants_source = False

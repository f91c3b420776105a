"""Answers "New incident", "Add source" and files to bring in, with or without a project: without one, that is made first."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from gui.actions import ActionId, Actions
from gui.controllers.import_controller import ImportController
from gui.controllers.incident_controller import IncidentController
from gui.controllers.project_controller import ProjectController
from gui.controllers.quote_controller import QuoteController
from gui.controllers.session import Session
from gui.controllers.source_controller import SourceController
from gui.notices import PROJECT_SUFFIX
from models.enums import CaptureMethod


class StartController(QObject):
    """Remembers what was wanted, or which files were dropped or chosen, while the new project is named."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        projects: ProjectController,
        incidents: IncidentController,
        sources: SourceController,
        imports: ImportController,
        quotes: QuoteController,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._projects = projects
        self._incidents = incidents
        self._sources = sources
        self._imports = imports
        self._quotes = quotes
        self._files: tuple[Path, ...] = ()
        self._method = CaptureMethod.DROP
        self._wants_source = False
        actions[ActionId.NEW_INCIDENT].triggered.connect(self._on_new_incident)
        actions[ActionId.ADD_SOURCE].triggered.connect(self._on_add_source)
        imports.files_chosen.connect(self._on_files_chosen)
        projects.project_created.connect(self._on_project_created)
        projects.project_declined.connect(self._forget)

    def take_files(self, paths: Sequence[Path], method: CaptureMethod = CaptureMethod.DROP) -> None:
        """Open a project among them; make sources of other files, of a new project where none is open."""
        projects = [path for path in paths if path.suffix == PROJECT_SUFFIX]
        if projects:
            self._projects.open(projects[0])
        elif self._session.is_open:
            self._imports.add_files(paths, method)
        elif paths:
            self._files, self._method = tuple(paths), method
            self._projects.ask_new()

    def _on_files_chosen(self, paths: list[Path]) -> None:
        self.take_files(paths, CaptureMethod.FILE)

    def _on_new_incident(self) -> None:
        self._wants_source, self._files = False, ()
        if not self._quotes.take_selected():
            self._go_on()

    def _on_add_source(self) -> None:
        self._wants_source, self._files = True, ()
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
        if self._files:
            self._imports.add_files(self._files, self._method)
        else:
            self._go_on()
        self._forget()

    def _forget(self) -> None:
        """What was wanted of a project that was not made is not wanted of the next one."""
        self._wants_source, self._files = False, ()

"""Joins the search field of the tool bar with the list that is on screen."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.actions import ActionId, Actions
from gui.controllers.chronology_controller import ChronologyController
from gui.controllers.command_controller import CommandController
from gui.controllers.session import Session
from gui.main_window import MainWindow
from gui.reader.reader_pane import ReaderPane
from gui.shell.entities_page import EntitiesPage
from gui.shell.page import Page
from gui.sources.sources_panel import Mode, SourcesPanel
from models.snapshots import IncidentFilter


class SearchController(QObject):
    """Searching shows the chronology, unless a page with a field of its own is on screen (Ctrl+F goes there)."""

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        actions: Actions,
        chronology: ChronologyController,
        commands: CommandController,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._workbench = window.workbench
        self._field = window.tool_bar.search
        self._chronology = chronology
        self._commands = commands
        self._field.search_changed.connect(self._on_search_changed)
        self._field.results_requested.connect(self._workbench.focus_page)
        chronology.filter_changed.connect(self._on_filter_changed)
        actions[ActionId.SEARCH].triggered.connect(self._focus_search)
        actions[ActionId.FIND].triggered.connect(self._find_here)

    def attach(self, sources: SourcesPanel, reader: ReaderPane, entities: EntitiesPage) -> None:
        """Take over the pages that have a field of their own."""
        self._sources = sources
        self._reader = reader
        self._entities = entities

    def _on_search_changed(self, text: str) -> None:
        if not self._session.is_open:
            return
        if text and self._workbench.page is not Page.CHRONOLOGY:
            self._commands.show_page(Page.CHRONOLOGY)
        self._chronology.search(text)

    def _on_filter_changed(self, wanted: IncidentFilter) -> None:
        self._field.show_text(wanted.text)

    def _focus_search(self) -> None:
        self._field.setFocus()
        self._field.selectAll()

    def _find_here(self) -> None:
        if self._workbench.page is Page.SOURCES:
            self._find_in_sources()
        elif self._workbench.page is Page.ENTITIES:
            self._entities.search.setFocus()
        else:
            self._focus_search()

    def _find_in_sources(self) -> None:
        """In the text that is read, unless the keyboard is on the list beside it."""
        focused, sources = QApplication.focusWidget(), self._sources.source_list
        if self._sources.mode is Mode.READ and not (focused is not None and sources.isAncestorOf(focused)):
            self._reader.open_find()
        else:
            sources.focus_search()

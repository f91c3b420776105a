"""Joins the search field of the tool bar with what is on screen: the list narrows key by key, the best finds stand below."""

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QApplication

from gui.actions import ActionId, Actions
from gui.controllers.chronology_controller import ChronologyController
from gui.controllers.command_controller import CommandController
from gui.controllers.session import Session
from gui.controllers.word_search import WordSearch
from gui.main_window import MainWindow
from gui.reader.reader_pane import ReaderPane
from gui.search.search_panel import SearchPanel
from gui.shell.entities_page import EntitiesPage
from gui.shell.page import Page
from gui.sources.sources_panel import Mode, SourcesPanel
from gui.task_runner import TaskRunner
from models.changes import ChangeSet
from models.snapshots import IncidentFilter
from services.incident_words import Matches
from services.searching import SearchResults


class SearchController(QObject):
    """Ctrl+F goes to the field of the page where it has one. Whoever opens a find listens to `panel.hit_opened`."""

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        actions: Actions,
        chronology: ChronologyController,
        commands: CommandController,
        runner: TaskRunner,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._window = window
        self._workbench = window.workbench
        self._field = window.tool_bar.search
        self._chronology = chronology
        self._commands = commands
        self._words = WordSearch(session, runner)
        self._known = ""
        self._results: SearchResults | None = None
        self._is_closed = False
        self.panel = SearchPanel(window)
        self._connect(actions)

    def _connect(self, actions: Actions) -> None:
        self._field.search_changed.connect(self._on_search_changed)
        self._field.step_requested.connect(self._on_step_requested)
        self._field.results_requested.connect(self._on_results_requested)
        self._field.closing_requested.connect(self.close_panel)
        self._field.focus_lost.connect(self._on_focus_lost)
        self._words.matches_found.connect(self._on_matches_found)
        self._words.results_found.connect(self._on_results_found)
        self.panel.hit_opened.connect(self.close_panel)
        self.panel.all_requested.connect(self._show_all)
        self._chronology.filter_changed.connect(self._on_filter_changed)
        self._session.project_changed.connect(self._on_project_changed)
        self._session.project_closed.connect(self._on_project_closed)
        self._workbench.page_shown.connect(self._on_page_shown)
        actions[ActionId.SEARCH].triggered.connect(self._focus_search)
        actions[ActionId.FIND].triggered.connect(self._find_here)

    def attach(self, sources: SourcesPanel, reader: ReaderPane, entities: EntitiesPage) -> None:
        """Take over the pages that have a field of their own."""
        self._sources = sources
        self._reader = reader
        self._entities = entities

    def close_panel(self, _hit: object = None) -> None:
        """Until the next letter, or until somebody asks for it by the arrow keys."""
        self._is_closed = True
        self._hide()

    def _hide(self) -> None:
        self.panel.hide()
        self._field.is_leading = False

    def _on_search_changed(self, text: str) -> None:
        if not self._session.is_open:
            return
        wanted = text.strip()
        self._is_closed = False
        if not wanted:
            self._forget()
            self._chronology.search("")
        elif wanted != self._chronology.filter.text or self._words.is_asking:
            self._words.ask(wanted)

    def _on_matches_found(self, matches: Matches) -> None:
        self._known = matches.text
        if matches.text != self._chronology.filter.text:
            self._chronology.search(matches.text, matches)
        self._words.ask_results(matches)

    def _on_results_found(self, results: SearchResults) -> None:
        self._results = results
        if self._field.hasFocus() and not self._is_closed:
            self._open_panel(results)

    def _open_panel(self, results: SearchResults) -> None:
        self.panel.show_results(results, self._chronology.shown)
        origin = self._field.mapTo(self._window, self._field.rect().topLeft())
        self.panel.show_below(QRect(origin, self._field.size()))
        self._field.is_leading = True

    def _on_step_requested(self, delta: int) -> None:
        if self.panel.isHidden() and self._results is not None and delta > 0 and not self._words.is_asking:
            self._open_panel(self._results)
        if not self.panel.isHidden():
            self.panel.step(delta)
        elif delta > 0 and not self._field.text().strip():
            self._workbench.focus_page()

    def _on_results_requested(self) -> None:
        if self.panel.isHidden() or not self.panel.open_current():
            self._show_all()

    def _show_all(self) -> None:
        self.close_panel()
        if not self._workbench.page.shows_incidents:
            self._commands.show_page(Page.CHRONOLOGY)
        self._workbench.focus_page()

    def _on_filter_changed(self, wanted: IncidentFilter) -> None:
        # Only what was set elsewhere: letters typed meanwhile are never taken back.
        if wanted.text != self._known:
            self._known = wanted.text
            self._forget()
            self._field.show_text(wanted.text)

    def _on_project_changed(self, _changes: ChangeSet) -> None:
        if not self.panel.isHidden():
            self._words.ask(self._known)
        else:
            self._results = None

    def _on_project_closed(self) -> None:
        self._forget()

    def _on_page_shown(self, _page: Page) -> None:
        self.close_panel()

    def _on_focus_lost(self) -> None:
        if QApplication.activePopupWidget() is None:
            self._hide()

    def _forget(self) -> None:
        self._words.drop()
        self._results = None
        self._hide()

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

"""Joins the search field of the tool bar with what is on screen: the list narrows key by key, the best finds stand below."""

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QApplication

from gui.controllers.chronology_controller import ChronologyController
from gui.controllers.command_controller import CommandController
from gui.controllers.session import Session
from gui.controllers.word_search import WordSearch
from gui.main_window import MainWindow
from gui.search.search_panel import SearchPanel
from gui.shell.page import Page
from gui.task_runner import TaskRunner
from models.changes import ChangeSet
from models.snapshots import IncidentFilter
from services.incident_words import Matches
from services.searching import SearchResults

_CALM_MS = 30
"""Ranking waits so long after the rows are found: painting them comes first, and whoever types on needs no ranking."""


class SearchController(QObject):
    """The panel belongs to the field: its finds are told by `panel.hit_opened`."""

    def __init__(
        self,
        session: Session,
        window: MainWindow,
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
        self._matches: Matches | None = None
        self._results: SearchResults | None = None
        self._rank_soon = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._rank_soon.timeout.connect(self._rank)
        self._is_closed = False
        self.panel = SearchPanel(window)
        self._connect()

    def _connect(self) -> None:
        self._field.search_changed.connect(self._on_search_changed)
        self._field.step_requested.connect(self._on_step_requested)
        self._field.results_requested.connect(self._on_results_requested)
        self._field.closing_requested.connect(self.close_panel)
        self._field.focus_gained.connect(self._words.warm)
        self._field.focus_lost.connect(self._on_focus_lost)
        self._words.matches_found.connect(self._on_matches_found)
        self._words.results_found.connect(self._on_results_found)
        self.panel.hit_opened.connect(self.close_panel)
        self.panel.all_requested.connect(self._show_all)
        self._chronology.filter_changed.connect(self._on_filter_changed)
        self._session.project_changed.connect(self._on_project_changed)
        self._session.project_closed.connect(self._on_project_closed)
        self._workbench.page_shown.connect(self._on_page_shown)

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
        self._matches = matches
        self._rank_soon.start()

    def _rank(self) -> None:
        if self._matches is not None and self._session.is_open and not self._words.is_asking:
            self._words.ask_results(self._matches)

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
        """The arrow down opens the finds again, or leads to the list where nothing is looked for."""
        if not self.panel.isHidden():
            self.panel.step(delta)
        elif delta > 0:
            self._step_in()

    def _step_in(self) -> None:
        wanted = self._field.text().strip()
        if not wanted:
            self._workbench.focus_page()
        elif self._results is not None and not self._words.is_asking:
            self._open_panel(self._results)
            self.panel.step(1)
        else:
            self._is_closed = False
            self._words.ask(wanted)

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
        if not self.panel.isHidden() and not self._words.is_asking:
            self._words.ask(self._known)
        elif self.panel.isHidden():
            self._results = None

    def _on_project_closed(self) -> None:
        self._forget()
        self._known = ""
        self._field.show_text("")  # also words that were not looked for yet: the next project shows everything

    def _on_page_shown(self, _page: Page) -> None:
        self.close_panel()

    def _on_focus_lost(self) -> None:
        if QApplication.activePopupWidget() is None:
            self._hide()

    def _forget(self) -> None:
        self._words.drop()
        self._rank_soon.stop()
        self._matches = None
        self._results = None
        self._hide()

"""All that happens around a text that is read: made once, wired here, handed to the desk as one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from gui.actions import ActionId, Actions
from gui.chronology.panel import ChronologyPanel
from gui.controllers.duplicate_controller import DuplicateController
from gui.controllers.incident_controller import IncidentController
from gui.controllers.key_relay import KeyRelay
from gui.controllers.project_reader import ProjectReader
from gui.controllers.proposal_controller import ProposalController
from gui.controllers.proposal_decider import ProposalDecider
from gui.controllers.proposal_finder import ProposalFinder
from gui.controllers.quote_controller import QuoteController
from gui.controllers.reader_actions import ReaderActions
from gui.controllers.reader_controller import ReaderController
from gui.controllers.session import Session
from gui.controllers.source_controller import SourceController
from gui.controllers.text_controller import TextController
from gui.controllers.way_back import WayBack
from gui.controllers.ways_in import WaysIn
from gui.controllers.words_controller import WordsController
from gui.inspector.incident_inspector import IncidentInspector
from gui.proposals.loaders import Scope
from gui.proposals.proposals_pane import ProposalsPane
from gui.reader.reader_pane import ReaderPane
from gui.reader.reader_text import TEXT_SIZE
from gui.shell.page import Page
from gui.shell.workbench import Workbench
from gui.sources.sources_panel import Mode, SourcesPanel
from gui.task_runner import TaskRunner
from gui.window_state import WindowState

_SIZE = "reader-text-size"


@dataclass(frozen=True, slots=True)
class Panes:
    """The panes that a text is read in, and those that lead there."""

    chronology: ChronologyPanel
    inspector: IncidentInspector
    sources: SourcesPanel
    text: ReaderPane
    proposals: ProposalsPane


@dataclass(frozen=True, slots=True)
class Runners:
    """Workers: for files, as everywhere, and for proposals, which wait for nothing else."""

    files: TaskRunner
    proposals: TaskRunner


class ReadingRoom(QObject):
    """Holds the controllers of the reader and connects them with the panes."""

    def __init__(
        self,
        session: Session,
        panes: Panes,
        workbench: Workbench,
        actions: Actions,
        state: WindowState,
        runners: Runners,
    ) -> None:
        super().__init__(session)
        self._panes = panes
        self._status = workbench.status_line
        self._workbench = workbench
        self._state = state
        self._session = session
        self._actions = actions
        self._runners = runners
        self.way = WayBack(session, workbench, panes.chronology, panes.sources)

    def build(self, sources: SourceController, incidents: IncidentController, loaders: ProjectReader) -> None:
        """Make the controllers; those of sources and incidents hear of a change before them."""
        session, panes, bench = self._session, self._panes, self._workbench
        self._sources = sources
        self.reader = ReaderController(session, panes.sources, panes.text, sources, bench, self._actions)
        self.ways_in = WaysIn(panes.sources, panes.text, self.reader, sources, self._actions)
        self.quotes = QuoteController(session, panes.text, self.reader, incidents, loaders, self._status)
        self.words = WordsController(session, panes.text, self.reader, incidents, self.way, bench)
        self.words.attach(panes.chronology, self._actions)
        self._texts = TextController(session, panes.text, panes.sources.editor, self._runners.files, self._status)
        finder = ProposalFinder(session, self._runners.proposals)
        duplicates = DuplicateController(session, panes.proposals, self._status)
        self.proposals = ProposalController(session, panes.proposals, self.reader, panes.text, finder, duplicates)
        self._decider = ProposalDecider(session, panes.proposals)
        self._relay = KeyRelay(panes.text, panes.proposals)
        self._keys = ReaderActions(self._actions, panes.text, panes.proposals)
        self._connect()
        self._restore()

    def _connect(self) -> None:
        panes, words = self._panes, self.words
        panes.inspector.words_requested.connect(words.show_citation)
        panes.sources.editor.words_requested.connect(words.show_citation)
        panes.chronology.incident_selected.connect(self._on_incident_selected)
        panes.proposals.words_requested.connect(words.show_proposal)
        panes.proposals.incident_requested.connect(words.show_incident_of)
        panes.proposals.source_requested.connect(self.reader.read)
        self._decider.incident_decided.connect(self.quotes.use)
        self._decider.decision_refused.connect(self.proposals.refresh)
        self._decider.undo_refused.connect(self._on_undo_refused)
        panes.sources.mode_changed.connect(self._on_mode_changed)
        self._workbench.page_shown.connect(self._on_page_shown)
        self._actions[ActionId.READ_ALL].triggered.connect(self.read_proposals_of_all)
        panes.text.text_size_changed.connect(self._on_text_size_changed)

    def _restore(self) -> None:
        self._panes.text.add_leading(self._panes.sources.list_button)
        self._panes.text.set_text_size(self._state.number(_SIZE, TEXT_SIZE))
        if self._state.flag("reading"):
            self._panes.sources.set_mode(Mode.READ)

    def show_cited_source(self, source_id: int) -> None:
        """Show the source of a citation, so that Esc leads back to it."""
        self.way.remember()
        self._sources.reveal(source_id)
        self._workbench.focus_page()

    def read_proposals_of_all(self) -> None:
        """Go through the proposals of all documents."""
        self.read_proposals_of(None)

    def read_proposals_of(self, source_ids: Sequence[int] | None) -> None:
        """Go through the proposals of the documents of some sources, by day; None for all."""
        if not self._session.is_open:
            return
        self._panes.sources.set_mode(Mode.READ)
        self._workbench.show_page(Page.SOURCES)
        self._panes.proposals.header.show_scope(Scope.ALL)
        self.proposals.show_scope(Scope.ALL, source_ids)
        self._panes.proposals.focus_pane()

    def _on_incident_selected(self, incident_id: object) -> None:
        if isinstance(incident_id, int):
            self.quotes.use(incident_id)

    def _on_mode_changed(self, mode: Mode) -> None:
        self._state.keep_flag("reading", mode is Mode.READ)
        self.proposals.catch_up()

    def _on_page_shown(self, _page: object) -> None:
        self.proposals.catch_up()

    def _on_text_size_changed(self, size: int) -> None:
        self._state.keep_number(_SIZE, size)

    def _on_undo_refused(self) -> None:
        self._status.show_notice(self.tr("Other changes came after it. Ctrl+Z takes them back one by one."))

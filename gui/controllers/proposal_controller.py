"""Has proposals found for what is read, and keeps the pane of proposals true."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from gui.controllers.duplicate_controller import DuplicateController
from gui.controllers.proposal_finder import Found, ProposalFinder
from gui.controllers.reader_controller import ReaderController
from gui.controllers.session import Session
from gui.proposals.loaders import Scope
from gui.proposals.proposals_pane import ProposalsPane
from gui.reader.reader_pane import ReaderPane
from models.changes import ChangeSet, RecordKind
from models.proposals import ProposedIncident
from models.reading import Reading
from services.proposal_queue import refresh_states

_DECIDED = (RecordKind.CITATION, RecordKind.SKIPPED_PROPOSAL, RecordKind.INCIDENT)
_DOCUMENTS = (RecordKind.SOURCE, RecordKind.CAPTURE, RecordKind.CAPTURE_TEXT)


class ProposalController(QObject):
    """Proposals are read for the text on screen, or for all of them; those that are shown follow the project."""

    def __init__(
        self,
        session: Session,
        pane: ProposalsPane,
        reader: ReaderController,
        text: ReaderPane,
        finder: ProposalFinder,
        duplicates: DuplicateController,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._pane = pane
        self._reader = reader
        self._text = text
        self._finder = finder
        self._duplicates = duplicates
        self._scope = Scope.DOCUMENT
        self._shown: tuple[object, ...] | None = None
        self._lines: tuple[ProposedIncident, ...] = ()
        self._source_ids: Sequence[int] | None = None
        self._is_stale = False
        session.project_opened.connect(self._on_project_opened)
        session.project_closed.connect(self._on_project_closed)
        session.project_changed.connect(self._on_project_changed)
        reader.reading_shown.connect(self._on_reading_shown)
        reader.today_changed.connect(self._on_today_changed)
        finder.proposals_found.connect(self._on_proposals_found)
        finder.progressed.connect(pane.show_reading)
        pane.proposal_shown.connect(self._on_proposal_shown)
        pane.scope_changed.connect(self.show_scope)
        pane.cancel_requested.connect(self._on_cancel_requested)

    def show_scope(self, scope: Scope, source_ids: Sequence[int] | None = None) -> None:
        """Go through the proposals of the text on screen, or of all documents (of some sources, where these are given)."""
        self._scope, self._shown, self._source_ids = scope, None, source_ids
        self._finder.drop()
        self._clear("")
        if scope is Scope.ALL:
            self._gather()
        elif self._reader.reading is not None:
            self._find_in(self._reader.reading)

    def catch_up(self) -> None:
        """The pane is on screen again: read all documents anew where they were changed meanwhile."""
        if self._is_stale and self._scope is Scope.ALL and self._reader.is_reading:
            self._gather()

    def _on_project_opened(self) -> None:
        self._pane.set_read_only(not self._session.is_writable)

    def _on_project_closed(self) -> None:
        self._scope, self._shown, self._is_stale = Scope.DOCUMENT, None, False
        self._clear("")

    def _on_reading_shown(self, reading: Reading | None) -> None:
        if self._scope is Scope.DOCUMENT and reading is not None:
            self._find_in(reading)
        elif self._scope is Scope.DOCUMENT:
            self._finder.drop()
            self._shown = None
            self._clear(self.tr("Proposals come from the text of a preserved copy."))
        self._text.point_at(self._pane.current())

    def _on_today_changed(self) -> None:
        if self._scope is Scope.DOCUMENT:
            self._on_reading_shown(self._reader.reading)
        elif self._is_stale:
            self._gather()

    def _find_in(self, reading: Reading) -> None:
        """Ask for the proposals of a text, unless they are known: for this text, its language and this day."""
        today = self._text.today()
        asked = (reading.capture.id, hash(reading.text), reading.source.language, today)
        if asked == self._shown:
            return
        if self._shown is None or self._shown[0] != reading.capture.id:
            self._clear("")
        self._shown = asked
        self._finder.find_in(reading.capture.id, today)

    def _gather(self) -> None:
        self._is_stale = False
        self._pane.show_reading(0, 0)
        self._finder.find_everywhere(self._source_ids)

    def _clear(self, words: str) -> None:
        self._lines = ()
        self._pane.show_nothing(words)
        self._duplicates.show(())

    def _on_proposals_found(self, found: Found) -> None:
        self._duplicates.show(found.duplicates)
        self._lines = found.proposals
        if self._lines:
            self._pane.show_proposals(self._lines, scope=self._scope)
        elif self._scope is Scope.ALL:
            self._pane.show_nothing(self.tr("No dates found in any preserved copy."))
        elif self._reader.reading is not None and not self._reader.reading.text.strip():
            self._pane.show_nothing(self.tr("This copy has no words yet in which dates could be found."))
        else:
            self._pane.show_nothing(self.tr("No dates found in this text. Select words and press N."))

    def _on_project_changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_DOCUMENTS) and changes.initiator is not self._pane:
            self._is_stale = True
        if self._lines and changes.touches(*_DECIDED):
            self.refresh()

    def refresh(self) -> None:
        """Show what became of the proposals in the project."""
        lines = self._session.read(lambda project: refresh_states(project, self._lines))
        if lines is not None:
            self._lines = lines
            self._pane.show_proposals(lines, scope=self._scope)

    def _on_proposal_shown(self, proposed: ProposedIncident | None) -> None:
        if proposed is not None and self._scope is Scope.ALL:
            self._reader.show_source(proposed.origin.source_id, proposed.origin.capture_id)
        self._text.point_at(proposed)

    def _on_cancel_requested(self) -> None:
        """Stop reading; what was asked for all documents goes on with the one on screen."""
        if self._scope is Scope.ALL:
            self._pane.show_proposals((), scope=Scope.DOCUMENT)
            self.show_scope(Scope.DOCUMENT)
        else:
            self._finder.drop()
            self._clear(self.tr("Reading was stopped. Choose the source again to go on."))
            self._shown = None

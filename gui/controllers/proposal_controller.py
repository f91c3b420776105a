"""Decides on proposed incidents as the person wishes, and keeps the pane of proposals true."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from gui.controllers.proposal_finder import Found, ProposalFinder
from gui.controllers.reader_controller import ReaderController
from gui.controllers.session import Session
from gui.proposals.loaders import Scope
from gui.proposals.proposals_pane import ProposalsPane
from gui.reader.reader_pane import ReaderPane
from models.changes import ChangeSet, RecordKind
from models.drafts import IncidentDraft, SourcePatch
from models.enums import Operation, Stance
from models.proposals import NearDuplicate, ProposedIncident
from models.reading import Reading
from services.project import Project
from services.proposal_decisions import accept_proposal, attach_proposal, skip_proposals, unskip_proposals
from services.proposal_queue import refresh_states
from services.sources import edit_source

_DECIDED = (RecordKind.CITATION, RecordKind.SKIPPED_PROPOSAL, RecordKind.INCIDENT)
_DOCUMENTS = (RecordKind.SOURCE, RecordKind.CAPTURE, RecordKind.CAPTURE_TEXT)
_OWN_OPERATIONS = frozenset(
    {
        *(Operation.ACCEPT_PROPOSAL, Operation.ATTACH_PROPOSAL),
        *(Operation.SKIP_PROPOSAL, Operation.UNSKIP_PROPOSAL),
    }
)


class ProposalController(QObject):
    """Proposals are read for the text on screen, or for all of them; what is decided is stored at once."""

    incident_decided = Signal(int)
    """Payload: the incident that was made of a proposal, or that one was attached to."""
    undo_refused = Signal()
    """Other changes came after the last decision: they would have to be undone first."""

    def __init__(
        self,
        session: Session,
        pane: ProposalsPane,
        reader: ReaderController,
        text: ReaderPane,
        finder: ProposalFinder,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._pane = pane
        self._reader = reader
        self._text = text
        self._finder = finder
        self._scope = Scope.DOCUMENT
        self._shown: tuple[object, ...] | None = None
        self._lines: tuple[ProposedIncident, ...] = ()
        self._duplicates: tuple[NearDuplicate, ...] = ()
        self._source_ids: Sequence[int] | None = None
        self._is_stale = False
        self._dismissed: set[tuple[int, int]] = set()
        session.project_opened.connect(self._on_project_opened)
        session.project_closed.connect(self._on_project_closed)
        session.project_changed.connect(self._on_project_changed)
        reader.reading_shown.connect(self._on_reading_shown)
        reader.today_changed.connect(self._on_today_changed)
        finder.proposals_found.connect(self._on_proposals_found)
        finder.progressed.connect(pane.show_reading)
        self._connect_pane()

    def _connect_pane(self) -> None:
        pane = self._pane
        pane.accept_requested.connect(self._on_accept_requested)
        pane.attach_requested.connect(self._on_attach_requested)
        pane.skip_requested.connect(self._on_skip_requested)
        pane.unskip_requested.connect(self._on_unskip_requested)
        pane.undo_requested.connect(self._on_undo_requested)
        pane.proposal_shown.connect(self._on_proposal_shown)
        pane.scope_changed.connect(self.show_scope)
        pane.cancel_requested.connect(self._on_cancel_requested)
        pane.republishes_requested.connect(self._on_republishes_requested)
        pane.duplicate_dismissed.connect(self._on_duplicate_dismissed)

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
        self._dismissed.clear()
        self._clear("")

    def _on_reading_shown(self, reading: Reading | None) -> None:
        if self._scope is Scope.DOCUMENT and reading is not None:
            self._find_in(reading)
        elif self._scope is Scope.DOCUMENT:
            self._finder.drop()
            self._shown = None
            self._clear("")
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
        self._lines, self._duplicates = (), ()
        self._pane.show_nothing(words)
        self._pane.show_duplicates(())

    def _on_proposals_found(self, found: Found) -> None:
        self._duplicates = found.duplicates
        self._show_duplicates()
        self._lines = found.proposals
        if self._lines:
            self._pane.show_proposals(self._lines, scope=self._scope)
        elif self._scope is Scope.ALL:
            self._pane.show_nothing(self.tr("No dates found in any preserved copy."))
        else:
            self._pane.show_nothing(self.tr("No dates found in this text. Select words and press N."))

    def _show_duplicates(self) -> None:
        pairs = [pair for pair in self._duplicates if (pair.source_id, pair.origin_id) not in self._dismissed]
        self._pane.show_duplicates(pairs)

    def _on_project_changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_DOCUMENTS) and changes.initiator is not self:
            self._is_stale = True
        if self._lines and changes.touches(*_DECIDED):
            self._refresh()

    def _refresh(self) -> None:
        lines = self._session.read(lambda project: refresh_states(project, self._lines))
        if lines is not None:
            self._lines = lines
            self._pane.show_proposals(lines, scope=self._scope)

    def _on_proposal_shown(self, proposed: ProposedIncident | None) -> None:
        if proposed is not None and self._scope is Scope.ALL:
            self._reader.show_source(proposed.origin.source_id, proposed.origin.capture_id)
        self._text.point_at(proposed)

    def _on_accept_requested(self, proposed: ProposedIncident, draft: IncidentDraft) -> None:
        def accept(project: Project) -> int:
            return accept_proposal(project, proposed, draft, initiator=self)

        incident_id = self._session.change(accept, draft=draft)
        if incident_id is None:
            self._refresh()
        else:
            self.incident_decided.emit(incident_id)

    def _on_attach_requested(self, proposed: ProposedIncident, incident_id: int, stance: Stance | None) -> None:
        def attach(project: Project) -> int:
            return attach_proposal(project, proposed, incident_id, stance=stance, initiator=self)

        if self._session.change(attach) is None:
            self._refresh()
        else:
            self.incident_decided.emit(incident_id)

    def _on_skip_requested(self, proposed: Sequence[ProposedIncident]) -> None:
        if not self._session.succeeds(lambda project: skip_proposals(project, proposed, initiator=self)):
            self._refresh()

    def _on_unskip_requested(self, proposed: Sequence[ProposedIncident]) -> None:
        self._session.succeeds(lambda project: unskip_proposals(project, proposed, initiator=self))

    def _on_undo_requested(self) -> None:
        self._session.flush()
        step = self._session.read(lambda project: project.undo_step())
        if step is None or step.operation not in _OWN_OPERATIONS:
            self.undo_refused.emit()
        else:
            self._session.change(lambda project: project.undo(initiator=self))

    def _on_cancel_requested(self) -> None:
        """Stop reading; what was asked for all documents goes on with the one on screen."""
        if self._scope is Scope.ALL:
            self._pane.show_proposals((), scope=Scope.DOCUMENT)
            self.show_scope(Scope.DOCUMENT)
        else:
            self._finder.drop()
            self._clear(self.tr("Reading was stopped. Choose the source again to go on."))
            self._shown = None

    def _on_republishes_requested(self, source_id: int, origin_id: int) -> None:
        patch = SourcePatch(republishes_id=origin_id)
        if self._session.change(lambda project: edit_source(project, source_id, patch, initiator=self)) is not None:
            self._on_duplicate_dismissed(source_id, origin_id)

    def _on_duplicate_dismissed(self, source_id: int, origin_id: int) -> None:
        self._dismissed.add((source_id, origin_id))
        self._show_duplicates()

"""Shows which sources are copies of one story, and stores which of them republish the other."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from gui.controllers.session import Session
from gui.proposals.proposals_pane import ProposalsPane
from gui.shell.status_line import StatusLine
from gui.shell.status_notice import UNDO
from models.drafts import SourcePatch
from models.proposals import NearDuplicate
from services.sources import edit_source


class DuplicateController(QObject):
    """Offers near-duplicates above the proposals; a pair that was dismissed stays away until the project is closed."""

    def __init__(self, session: Session, pane: ProposalsPane, status: StatusLine) -> None:
        super().__init__(session)
        self._session = session
        self._pane = pane
        self._status = status
        self._pairs: Sequence[NearDuplicate] = ()
        self._dismissed: set[tuple[int, int]] = set()
        session.project_closed.connect(self._on_project_closed)
        pane.republishes_requested.connect(self._on_republishes_requested)
        pane.duplicate_dismissed.connect(self._on_duplicate_dismissed)

    def show(self, pairs: Sequence[NearDuplicate]) -> None:
        """Offer these pairs in place of those before, but for the dismissed ones."""
        self._pairs = pairs
        offered = [pair for pair in pairs if (pair.source_id, pair.origin_id) not in self._dismissed]
        self._pane.show_duplicates(offered)

    def _on_project_closed(self) -> None:
        self._dismissed.clear()

    def _on_republishes_requested(self, source_id: int, origin_id: int) -> None:
        patch = SourcePatch(republishes_id=origin_id)
        edited = self._session.change(lambda project: edit_source(project, source_id, patch, initiator=self._pane))
        if edited is not None:
            self._on_duplicate_dismissed(source_id, origin_id)
            self._status.show_notice(self.tr("Kept as a copy: the two count as one source."), (UNDO, self.tr("Undo")))

    def _on_duplicate_dismissed(self, source_id: int, origin_id: int) -> None:
        self._dismissed.add((source_id, origin_id))
        self.show(self._pairs)

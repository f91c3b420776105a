"""Stores what a person decides on proposed incidents, each decision at once as one change."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from gui.controllers.session import Session
from gui.proposals.proposals_pane import ProposalsPane
from models.drafts import IncidentDraft
from models.enums import Operation, Stance
from models.proposals import ProposedIncident
from services.project import Project
from services.proposal_decisions import accept_proposal, attach_proposal, skip_proposals, unskip_proposals

_OWN_OPERATIONS = frozenset(
    {
        *(Operation.ACCEPT_PROPOSAL, Operation.ATTACH_PROPOSAL),
        *(Operation.SKIP_PROPOSAL, Operation.UNSKIP_PROPOSAL),
    }
)


class ProposalDecider(QObject):
    """Answers the wishes of the pane of proposals, which initiates the changes."""

    incident_decided = Signal(int)
    """Payload: the incident that was made of a proposal, or that one was attached to."""
    decision_refused = Signal()
    """Nothing was written: the pane, which counts a decision at once, shows too much."""
    undo_refused = Signal()
    """Other changes came after the last decision: they would have to be undone first."""

    def __init__(self, session: Session, pane: ProposalsPane) -> None:
        super().__init__(session)
        self._session = session
        self._pane = pane
        pane.accept_requested.connect(self._on_accept_requested)
        pane.attach_requested.connect(self._on_attach_requested)
        pane.skip_requested.connect(self._on_skip_requested)
        pane.unskip_requested.connect(self._on_unskip_requested)
        pane.undo_requested.connect(self._on_undo_requested)

    def _on_accept_requested(self, proposed: ProposedIncident, draft: IncidentDraft) -> None:
        def accept(project: Project) -> int:
            return accept_proposal(project, proposed, draft, initiator=self._pane)

        self._tell(self._session.change(accept, draft=draft))

    def _on_attach_requested(self, proposed: ProposedIncident, incident_id: int, stance: Stance | None) -> None:
        def attach(project: Project) -> int:
            return attach_proposal(project, proposed, incident_id, stance=stance, initiator=self._pane)

        self._tell(None if self._session.change(attach) is None else incident_id)

    def _tell(self, incident_id: int | None) -> None:
        if incident_id is None:
            self.decision_refused.emit()
        else:
            self.incident_decided.emit(incident_id)

    def _on_skip_requested(self, proposed: Sequence[ProposedIncident]) -> None:
        if not self._session.succeeds(lambda project: skip_proposals(project, proposed, initiator=self._pane)):
            self.decision_refused.emit()

    def _on_unskip_requested(self, proposed: Sequence[ProposedIncident]) -> None:
        self._session.succeeds(lambda project: unskip_proposals(project, proposed, initiator=self._pane))

    def _on_undo_requested(self) -> None:
        self._session.flush()
        step = self._session.read(lambda project: project.undo_step())
        if step is None or step.operation not in _OWN_OPERATIONS:
            self.undo_refused.emit()
        else:
            self._session.change(lambda project: project.undo(initiator=self._pane))

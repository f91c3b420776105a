"""What the pane of proposals reads, and which proposals it shows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from models.drafts import IncidentDraft
from models.proposals import IncidentMatch, ProposedIncident
from models.snapshots import IncidentRow


class Scope(Enum):
    """Whose proposals are shown: those of the document that is read, or of all documents by day."""

    DOCUMENT = "document"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ProposalLoaders:
    """Reading that the pane needs: likely incidents, best first; incidents that match a text; what accepting would write."""

    find_matches: Callable[[ProposedIncident], Sequence[IncidentMatch]]
    find_incidents: Callable[[str], Sequence[IncidentRow]]
    draft_of: Callable[[ProposedIncident], IncidentDraft]

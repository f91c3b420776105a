"""Proposals for the tests of their pane."""

from dates import UncertainDate
from dates.mention import Basis, DateMention, Direction, MentionKind, Reason, TimexType
from models.drafts import IncidentDraft
from models.enums import Status
from models.proposals import IncidentMatch, MatchReason, Origin, Proposal, ProposalState, ProposedIncident, Rank
from models.proposals import Reason as MatchWhy

TEXT = "The barge sank on Sunday. The lock was shut on Monday. The ferry ran aground on Tuesday."
DAYS = {"Sunday": "2024-01-21", "Monday": "2024-01-22", "Tuesday": "2024-01-23"}


def propose_day(
    word: str,
    *,
    capture: int = 1,
    state: ProposalState = ProposalState.OPEN,
    rank: Rank = Rank.STATED,
    text: str = TEXT,
) -> ProposedIncident:
    """The sentence of `text` that ends with a weekday."""
    at = text.index(word)
    start = text.rfind(". ", 0, at) + 2 if ". " in text[:at] else 0
    end = text.index(".", at) + 1
    date = UncertainDate(DAYS[word])
    why = Reason(MentionKind.WEEKDAY, "weekday", Basis.PUBLICATION, Direction.BEFORE)
    mention = DateMention(at, at + len(word), word, TimexType.DATE, date.edtf, date, why)
    proposal = Proposal(
        date, start, end, text[start:end], mention, f"Title of {word}", ("Port Vell",), ("Ada Lund",), rank
    )
    origin = Origin(capture, f"Harbour Post {capture}", capture, start, end)
    return ProposedIncident(proposal, origin, state=state, incident_id=7 if state is ProposalState.TAKEN else None)


def propose_all(capture: int = 1) -> list[ProposedIncident]:
    """One proposal for each day, in the order of the text."""
    return [propose_day(word, capture=capture) for word in DAYS]


def match(incident_id: int = 5, *, differs: bool = False) -> IncidentMatch:
    """An incident that may be the same, one day apart."""
    why = (MatchWhy(MatchReason.SAME_PLACE), MatchWhy(MatchReason.DAYS_APART, days=1))
    return IncidentMatch(
        incident_id, f"Incident {incident_id}", UncertainDate("2024-01-20"), Status.REPORTED, why, dates_differ=differs
    )


def draft_of(proposed: ProposedIncident) -> IncidentDraft:
    """What accepting a proposal would write."""
    return IncidentDraft(title=proposed.proposal.title, date=proposed.proposal.date, status=Status.REPORTED)

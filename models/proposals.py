"""Proposed incidents as values: what a text says happened, where it says so, what became of it, and what may be the same."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from dates import DateMention, UncertainDate
from models.enums import Status


class Rank(IntEnum):
    """How likely it is that a proposal is an incident, the likely ones first."""

    STATED = 1
    """The sentence says that it happened then."""
    CAPTION = 2
    """So does a caption of a picture."""
    REPORTED = 3
    """It says when it was said; what happened may have another date."""
    NAMED = 4
    """The date names something or measures from it."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate incident.

    `start`, `end`: character offsets of its sentence, `text[start:end] == quote`; `mention`: the words that date it; `date`:
    that of the whole stretch where the mention is one end of it; `title`: at most 80 characters of the sentence's words.
    """

    date: UncertainDate
    start: int
    end: int
    quote: str
    mention: DateMention
    title: str
    places: tuple[str, ...]
    names: tuple[str, ...]
    rank: Rank


class ProposalState(StrEnum):
    """What became of a proposal: `TAKEN` as an incident's citation, by accepting or attaching it."""

    OPEN = "open"
    TAKEN = "taken"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the words of a proposal stand: offsets in the text of a capture."""

    source_id: int
    source_label: str
    capture_id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ProposedIncident:
    """A proposal of a project's document. `copies`: the same words in near-duplicates; `incident_id`: what cites them."""

    proposal: Proposal
    origin: Origin
    copies: tuple[Origin, ...] = ()
    state: ProposalState = ProposalState.OPEN
    incident_id: int | None = None

    @property
    def key(self) -> tuple[int, int, int, str]:
        """By which it is known again when its document is read anew."""
        return self.origin.capture_id, self.origin.start, self.origin.end, self.proposal.date.edtf


class MatchReason(StrEnum):
    """Why an incident may be the same as a proposal."""

    SAME_DATE = "same-date"
    DAYS_APART = "days-apart"
    DATES_OVERLAP = "dates-overlap"
    SAME_PLACE = "same-place"
    SHARED_NAMES = "shared-names"
    SHARED_WORDS = "shared-words"


@dataclass(frozen=True, slots=True)
class Reason:
    """`days` belongs to DAYS_APART, `words` to the shared ones, as the proposal writes them."""

    code: MatchReason
    days: int = 0
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IncidentMatch:
    """An incident that may be the same, with the reasons; `dates_differ` where the two cannot both be right."""

    incident_id: int
    title: str
    date: UncertainDate
    status: Status
    reasons: tuple[Reason, ...]
    dates_differ: bool


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """A source whose text is mostly that of another; `overlap` is the share of its words that stand there too (0 to 1)."""

    source_id: int
    source_label: str
    origin_id: int
    origin_label: str
    overlap: float


@dataclass(frozen=True, slots=True)
class Queue:
    """The proposals of many documents by day, the documents that copy others, and how many were read."""

    proposals: tuple[ProposedIncident, ...]
    duplicates: tuple[NearDuplicate, ...]
    documents: int

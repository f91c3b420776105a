"""Which proposal comes next: what is open, what is done, and what the last decisions were."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from dates import UncertainDate
from models.proposals import ProposalState, ProposedIncident

Key = tuple[int, int, int, str]


class Decision(Enum):
    """What was done with a proposal."""

    ACCEPTED = "accepted"
    ATTACHED = "attached"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that can be taken back; `title` is that of the incident, or of what was skipped."""

    key: Key
    decision: Decision
    date: UncertainDate
    title: str


class Agenda:
    """The proposals in their order, one of the open ones current.

    Decisions count at once, before the project has answered, so that a second Enter never accepts the same one again.
    """

    def __init__(self) -> None:
        self.lines: list[ProposedIncident] = []
        self._places: dict[Key, int] = {}
        self._open: list[int] = []
        self._current: int | None = None
        self._decided: list[Decided] = []

    @property
    def current(self) -> ProposedIncident | None:
        """The one that is decided on now."""
        return None if self._current is None else self.lines[self._current]

    @property
    def done_count(self) -> int:
        return len(self.lines) - len(self._open)

    @property
    def last_decided(self) -> Decided | None:
        """The decision that Undo takes back."""
        return self._decided[-1] if self._decided else None

    def load(self, lines: Sequence[ProposedIncident]) -> None:
        """Show these. The current one stays where it is still open, else the next one; one that was undone comes back."""
        kept, place = self.current, self._current
        self.lines = list(lines)
        self._places = {line.key: number for number, line in enumerate(self.lines)}
        self._open = [number for number, line in enumerate(self.lines) if line.state is ProposalState.OPEN]
        undone = [one.key for one in self._decided if self._is_open(one.key)]
        self._decided = [one for one in self._decided if one.key in self._places and one.key not in undone]
        wanted = undone[-1] if undone else kept.key if kept else None
        self._go_from(0 if wanted is None else self._place_like(wanted, place or 0))

    def select(self, key: Key) -> bool:
        """Make an open one current; False where there is none with this key."""
        if not self._is_open(key):
            return False
        self._current = self._places[key]
        return True

    def step(self, by: int) -> None:
        """The open one `by` places on; after the last comes the first again."""
        if self._current is not None:
            number = bisect_left(self._open, self._current) + by
            self._current = self._open[number % len(self._open)]

    def decide(self, decision: Decision, title: str, incident_id: int | None = None) -> None:
        """The current one is done; the next open one becomes current."""
        if self._current is None:
            return
        place, line = self._current, self.lines[self._current]
        state = ProposalState.SKIPPED if decision is Decision.SKIPPED else ProposalState.TAKEN
        self.lines[place] = replace(line, state=state, incident_id=incident_id)
        self._decided.append(Decided(line.key, decision, line.proposal.date, title))
        self._open.remove(place)
        self._go_from(place)

    def waiting(self) -> tuple[list[ProposedIncident], list[ProposedIncident]]:
        """The open ones after the current one, and those before it."""
        if self._current is None:
            return [], []
        number = bisect_left(self._open, self._current)
        after, before = self._open[number + 1 :], self._open[:number]
        return [self.lines[place] for place in after], [self.lines[place] for place in before]

    def done(self) -> list[ProposedIncident]:
        """Those that are decided on, in their order."""
        return [line for line in self.lines if line.state is not ProposalState.OPEN]

    def _is_open(self, key: Key) -> bool:
        place = self._places.get(key)
        return place is not None and self.lines[place].state is ProposalState.OPEN

    def _place_like(self, key: Key, place: int) -> int:
        """Where a proposal stands now: itself, its sentence dated anew, or what is at its place now."""
        if key in self._places:
            return self._places[key]
        sentence = next((number for number, line in enumerate(self.lines) if line.key[:3] == key[:3]), None)
        if sentence is not None:
            return sentence
        return place if any(line.origin.capture_id == key[0] for line in self.lines) else 0

    def _go_from(self, place: int | None) -> None:
        """The first open one at or after a place, else the first of all."""
        if not self._open:
            self._current = None
            return
        number = bisect_left(self._open, place or 0)
        self._current = self._open[number if number < len(self._open) else 0]

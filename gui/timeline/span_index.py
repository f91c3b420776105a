"""One lane's incidents ready to be asked "what lies in this stretch of time": by bisection, whatever their number.

Spans are put in levels by their length, so that what began before a stretch and reaches into it is found near its start.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress
from operator import sub

from dates import DateKind
from services.incident_index import KINDS, Doubt
from services.timeline_lanes import MarkColumns

_SCANNED = 256
"""How far back spans that reach into a stretch are looked for; those beyond are counted, not named."""
_FROM_TO = KINDS.index(DateKind.FROM_TO)
_OPEN_END = int(Doubt.OPEN_END)
_LEVEL_OF_BITS = bytes(bits // 2 for bits in range(256))


@dataclass(frozen=True, slots=True)
class Level:
    """Spans of like length: places in the lane, sorted by `first`; `ends` are their last seconds, sorted."""

    places: "array[int]"
    first: "array[int]"
    ends: "array[int]"

    def begun_before(self, second: int) -> int:
        """How many began before a second and last until it at least."""
        return bisect_left(self.first, second) - bisect_left(self.ends, second)


class LaneIndex:
    """`last` is where a mark ends on the axis: for what is still going on, the second that is now."""

    def __init__(self, marks: MarkColumns, now: int) -> None:
        self.marks = marks
        self.first = marks.first
        self.last = _ends_on_axis(marks, now)
        self.ends = array("q", sorted(self.last))
        self._levels_of = bytes(map(int.bit_length, map(sub, self.last, self.first))).translate(_LEVEL_OF_BITS)
        self._numbers = sorted(set(self._levels_of), reverse=True)
        self._levels: dict[int, Level] = {}
        self._places: dict[int, int | None] = {}

    def begun_before(self, second: int) -> int:
        """How many began before a second and last until it at least."""
        return bisect_left(self.first, second) - bisect_left(self.ends, second)

    def levels_from(self, seconds: float) -> Iterator[Level]:
        """The levels that hold spans of more than so many seconds, longest first."""
        for number in self._numbers:
            if 4 ** (number + 1) <= seconds:
                return
            yield self._level(number)

    def reaching_into(self, level: Level, second: int, most: int) -> list[int]:
        """Places of at most so many spans of a level that began before a second and last until it."""
        missing = min(most, level.begun_before(second))
        found: list[int] = []
        at = bisect_left(level.first, second) - 1
        for place in reversed(level.places[max(0, at - _SCANNED) : at + 1] if missing > 0 else ()):
            if self.last[place] >= second:
                found.append(place)
                if len(found) == missing:
                    break
        return found

    def place_of(self, incident_id: int) -> int | None:
        """The place of an incident in the lane."""
        if incident_id not in self._places:
            try:
                self._places[incident_id] = self.marks.ids.index(incident_id)
            except ValueError:
                self._places[incident_id] = None
        return self._places[incident_id]

    def _level(self, number: int) -> Level:
        if number not in self._levels:
            chosen = self._levels_of.translate(bytes(code == number for code in range(256)))
            places = array("q", compress(range(len(chosen)), chosen))
            ends = array("q", sorted(compress(self.last, chosen)))
            self._levels[number] = Level(places, array("q", compress(self.first, chosen)), ends)
        return self._levels[number]


def _ends_on_axis(marks: MarkColumns, now: int) -> "array[int]":
    going_on = (
        [
            place
            for place in range(len(marks))
            if marks.doubts[place] & _OPEN_END and marks.kinds[place] == _FROM_TO and marks.last[place] < now
        ]
        if any(marks.doubts)
        else []
    )
    if not going_on:
        return marks.last
    last = marks.last[:]
    for place in going_on:
        last[place] = now
    return last

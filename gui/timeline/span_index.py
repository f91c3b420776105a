"""One lane's incidents ready to be asked "what lies in this stretch of time": by bisection, whatever their number.

Spans are put in levels by their length, so that what began before a stretch and reaches into it is found near its start.
"""

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress
from operator import sub

from dates import DateKind
from gui.timeline.calendar_units import CalendarUnit
from services.incident_index import KINDS, Doubt
from services.timeline_lanes import MarkColumns

_SCANNED = 256
"""How far back spans that reach into a stretch are looked for; those beyond are counted, not named."""
_PATCHED = 300
"""Up to so many marks between the first and the last that an edit touched, an index is patched."""
_FROM_TO = KINDS.index(DateKind.FROM_TO)
_HAS_OPEN_END = bytes(bool(doubt & Doubt.OPEN_END) for doubt in range(256))
_LEVEL_OF_BITS = bytes(bits // 2 for bits in range(256))


@dataclass(frozen=True, slots=True)
class Level:
    """Spans of `least` seconds and more, less than four times as long: places in the lane, sorted by `first`.

    `ends` are their last seconds, sorted.
    """

    least: int
    places: "array[int]"
    first: "array[int]"
    ends: "array[int]"

    def begun_before(self, second: int) -> int:
        """How many began before a second and last until it at least."""
        return bisect_left(self.first, second) - bisect_left(self.ends, second)


class LaneIndex:
    """`last` is where a mark ends on the axis: for what is still going on, the second that is now."""

    def __init__(self, marks: MarkColumns, now: int, before: "LaneIndex | None" = None) -> None:
        """`before` is the index of the lane before an edit, which is patched where little has changed."""
        self.marks = marks
        self.first = marks.first
        self.last = _ends_on_axis(marks, now)
        patched = before.patched(marks.ids, self.first, self.last) if before is not None else None
        self.ends, self._levels_of = patched or (array("q", sorted(self.last)), _levels(self.first, self.last))
        self._numbers = sorted(set(self._levels_of), reverse=True)
        self._levels: dict[int, Level] = {}
        self._places: dict[int, int | None] = {}
        self._columns: tuple[CalendarUnit | None, dict[int, int]] = (None, {})

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

    def columns_of(self, unit: CalendarUnit) -> dict[int, int]:
        """What was counted before by this unit: first second → how many begin. Kept for one unit at a time."""
        if self._columns[0] != unit:
            self._columns = (unit, {})
        return self._columns[1]

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
            least = 4**number // 2 if number else 0
            self._levels[number] = Level(least, places, array("q", compress(self.first, chosen)), ends)
        return self._levels[number]

    def patched(self, ids: "array[int]", first: "array[int]", last: "array[int]") -> "tuple[array[int], bytes] | None":
        """Ends and levels of the lane as it is now; None where too much has changed."""
        begin = min(_alike(old, new) for old, new in ((self.marks.ids, ids), (self.first, first), (self.last, last)))
        behind = min(
            _alike_behind(old, new, begin)
            for old, new in ((self.marks.ids, ids), (self.first, first), (self.last, last))
        )
        old_end, new_end = len(self.last) - behind, len(last) - behind
        if old_end - begin > _PATCHED or new_end - begin > _PATCHED:
            return None
        ends = self.ends[:]
        for second in self.last[begin:old_end]:
            del ends[bisect_left(ends, second)]
        for second in last[begin:new_end]:
            insort(ends, second)
        middle = _levels(first[begin:new_end], last[begin:new_end])
        return ends, self._levels_of[:begin] + middle + self._levels_of[old_end:]


def _levels(first: "array[int]", last: "array[int]") -> bytes:
    return bytes(map(int.bit_length, map(sub, last, first))).translate(_LEVEL_OF_BITS)


def _alike(one: "array[int]", other: "array[int]") -> int:
    """How many numbers two columns begin with alike; compared as bytes, whole halves at a time."""
    low, high = 0, min(len(one), len(other))
    mine, theirs = memoryview(one).cast("B"), memoryview(other).cast("B")
    while low < high:
        middle = (low + high + 1) // 2
        if mine[low * 8 : middle * 8] == theirs[low * 8 : middle * 8]:
            low = middle
        else:
            high = middle - 1
    return low


def _alike_behind(one: "array[int]", other: "array[int]", begin: int) -> int:
    """How many numbers two columns end with alike, `begin` of their heads left out."""
    low, high = 0, min(len(one), len(other)) - begin
    mine, theirs = memoryview(one).cast("B"), memoryview(other).cast("B")
    while low < high:
        middle = (low + high + 1) // 2
        if (
            mine[len(mine) - middle * 8 : len(mine) - low * 8]
            == theirs[len(theirs) - middle * 8 : len(theirs) - low * 8]
        ):
            low = middle
        else:
            high = middle - 1
    return low


def _ends_on_axis(marks: MarkColumns, now: int) -> "array[int]":
    open_ended = compress(range(len(marks.ids)), marks.doubts.translate(_HAS_OPEN_END))
    going_on = [place for place in open_ended if marks.kinds[place] == _FROM_TO and marks.last[place] < now]
    if not going_on:
        return marks.last
    last = marks.last[:]
    for place in going_on:
        last[place] = now
    return last

"""One lane's incidents ready to be asked "what lies in this stretch of time": by bisection, whatever their number.

Spans are put in levels by their length, so that what began before a stretch and reaches into it is found near its start.
"""

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import sub
from typing import NamedTuple

from gui.timeline.calendar_units import CalendarUnit
from services.bits import table
from services.date_shapes import FROM_TO
from services.date_windows import HAS_OPEN_END
from services.timeline_lanes import MarkColumns

_SCANNED = 256
"""How far back spans that reach into a stretch are looked for; those beyond are counted, not named."""
_PATCHED = 300
"""Up to so many marks between the first and the last that an edit touched, an index is patched as one piece."""
_NUMBERS = range(32, -1, -1)
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


class Patch(NamedTuple):
    """Marks from `begin` to `old_end` became those from `new_begin` to `new_end`."""

    begin: int
    old_end: int
    new_begin: int
    new_end: int

    @property
    def shift(self) -> int:
        """By how much the places behind have moved."""
        return self.new_end - self.old_end


class LaneIndex:
    """`last` is where a mark ends on the axis: for what is still going on, the second that is now."""

    def __init__(self, marks: MarkColumns, now: int, before: "LaneIndex | None" = None) -> None:
        """`before` is the index of the lane before an edit, which is patched where little has changed."""
        self.marks = marks
        self.first = marks.first
        self.last = _ends_on_axis(marks, now)
        self.levels: dict[int, Level] = {}
        patches = _patches_of(before, self) if before is not None else ()
        if before is not None and patches:
            self._patch(before, patches)
        else:
            self.ends = array("q", sorted(self.last))
            self.level_numbers = _levels(self.first, self.last)
        self._numbers = [number for number in _NUMBERS if number in self.level_numbers]
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
        if number not in self.levels:
            chosen = self.level_numbers.translate(table(number.__eq__))
            places = array("q", compress(range(len(chosen)), chosen))
            first = array("q", map(self.first.__getitem__, places))
            ends = array("q", sorted(map(self.last.__getitem__, places)))
            self.levels[number] = Level(4**number // 2 if number else 0, places, first, ends)
        return self.levels[number]

    def _patch(self, before: "LaneIndex", patches: Sequence[Patch]) -> None:
        """Take over what an edit left alone."""
        self.ends, at = before.ends[:], 0
        numbers, touched = [], bytearray()
        for patch in patches:
            old, new = slice(patch.begin, patch.old_end), slice(patch.new_begin, patch.new_end)
            _exchange(self.ends, before.last[old], self.last[new])
            middle = _levels(self.first[new], self.last[new])
            numbers += [before.level_numbers[at : patch.begin], middle]
            touched += before.level_numbers[old] + middle
            at = patch.old_end
        self.level_numbers = b"".join((*numbers, before.level_numbers[at:]))
        is_shifted = any(patch.shift for patch in patches)
        for number, level in before.levels.items():
            is_touched = is_shifted or number in touched
            self.levels[number] = self._patched(level, number, before, patches) if is_touched else level

    def _patched(self, level: Level, number: int, before: "LaneIndex", patches: Sequence[Patch]) -> Level:
        places, first, ends, at, shift = array("q"), array("q"), level.ends[:], 0, 0
        for patch in patches:
            low, high = (bisect_left(level.places, place) for place in (patch.begin, patch.old_end))
            now = [place for place in range(patch.new_begin, patch.new_end) if self.level_numbers[place] == number]
            places += _shifted(level.places[at:low], shift) + array("q", now)
            first += level.first[at:low] + array("q", (self.first[place] for place in now))
            gone = (before.last[place] for place in level.places[low:high])
            _exchange(ends, gone, (self.last[place] for place in now))
            at, shift = high, patch.shift
        return Level(level.least, places + _shifted(level.places[at:], shift), first + level.first[at:], ends)


def _patches_of(before: LaneIndex, now: LaneIndex) -> tuple[Patch, ...]:
    """What differs between two states of a lane; nothing where it is too much."""
    pairs = ((before.marks.ids, now.marks.ids), (before.first, now.first), (before.last, now.last))
    begin = min(_alike(old, new) for old, new in pairs)
    behind = min(_alike_behind(old, new, begin) for old, new in pairs)
    old_end, new_end = len(before.last) - behind, len(now.last) - behind
    if max(old_end, new_end) - begin <= _PATCHED:
        return (Patch(begin, old_end, begin, new_end),)
    # One that is dated anew goes far; those between its places only make room.
    if all(_is_alike(old[begin + 1 : old_end], new[begin : new_end - 1]) for old, new in pairs):
        return Patch(begin, begin + 1, begin, begin), Patch(old_end, old_end, new_end - 1, new_end)
    if all(_is_alike(old[begin : old_end - 1], new[begin + 1 : new_end]) for old, new in pairs):
        return Patch(begin, begin, begin, begin + 1), Patch(old_end - 1, old_end, new_end, new_end)
    return ()


def _is_alike(one: "array[int]", other: "array[int]") -> bool:
    return one.tobytes() == other.tobytes()


def _shifted(places: "array[int]", by: int) -> "array[int]":
    return array("q", map(by.__add__, places)) if by else places


def _exchange(ends: "array[int]", gone: Iterable[int], come: Iterable[int]) -> None:
    """Take some of sorted seconds out, and put others in."""
    for second in gone:
        del ends[bisect_left(ends, second)]
    for second in come:
        insort(ends, second)


def _levels(first: "array[int]", last: "array[int]") -> bytes:
    return bytes(map(int.bit_length, map(sub, last, first))).translate(_LEVEL_OF_BITS)


def _alike(one: "array[int]", other: "array[int]") -> int:
    """How many numbers two columns begin with alike; compared as bytes, whole halves at a time."""
    low, high = 0, min(len(one), len(other))
    mine, theirs = one.tobytes(), other.tobytes()
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
    mine, theirs = one.tobytes(), other.tobytes()
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
    open_ended = compress(range(len(marks.ids)), marks.doubts.translate(HAS_OPEN_END))
    going_on = [place for place in open_ended if marks.kinds[place] == FROM_TO and marks.last[place] < now]
    if not going_on:
        return marks.last
    last = marks.last[:]
    for place in going_on:
        last[place] = now
    return last

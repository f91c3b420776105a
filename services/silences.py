"""Silent stretches: where a chronology has nothing. Pure: works on columns of seconds."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, count, islice
from operator import sub
from statistics import median_low

from dates.calendar import DAY_SECONDS

Stretch = tuple[int, int]
"""The first and the last second of a stretch, both inside."""
_UNUSUAL = 3
_RECENT = 200


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing is recorded from `first` to `last` (seconds, both inside), between the incidents `before` and `after` (ids)."""

    first: int
    last: int
    before: int
    after: int

    @property
    def seconds(self) -> int:
        return self.last - self.first + 1


def find_silences(
    ids: Sequence[int], first: Sequence[int], last: Sequence[int], *, least: int = DAY_SECONDS
) -> tuple[Silence, ...]:
    """Every stretch of at least `least` seconds without an incident, in order. The columns are sorted by `first`."""
    reach = list(accumulate(last, max))
    found = []
    for place in _openings(first, reach, least):
        before = place - 1
        while last[before] != reach[place - 1]:
            before -= 1
        found.append(Silence(reach[place - 1] + 1, first[place] - 1, ids[before], ids[place]))
    return tuple(found)


def find_stretches(first: Sequence[int], last: Sequence[int], *, least: int = DAY_SECONDS) -> list[Stretch]:
    """The same stretches without their incidents."""
    reach = list(accumulate(last, max))
    return [(reach[place - 1] + 1, first[place] - 1) for place in _openings(first, reach, least)]


def find_stretches_near(
    first: Sequence[int], last: Sequence[int], near: Stretch, *, least: int = DAY_SECONDS
) -> list[Stretch]:
    """Those of the stretches that touch `near`: what an edit in it can have changed."""
    start = bisect_left(first, near[0])
    # Where the incidents just before leave no gap, those long before, which may reach far, need no look.
    recent = max(last[max(0, start - _RECENT) : start], default=None)
    if not (found := _openings_from(first, last, start, near[1], recent, least)):
        return found
    return _openings_from(first, last, start, near[1], max(last[:start], default=None), least)


def _openings_from(
    first: Sequence[int], last: Sequence[int], start: int, until: int, reach: int | None, least: int
) -> list[Stretch]:
    found = []
    for place in range(start, len(first)):
        if reach is not None and first[place] - reach > least:
            found.append((reach + 1, first[place] - 1))
        if first[place] > until + 1:
            break
        reach = last[place] if reach is None else max(reach, last[place])
    return found


def unusual_length(stretches: Iterable[Stretch]) -> int:
    """From how many seconds on a stretch is worth a mark: well above what is usual in this chronology."""
    lengths = [last - first + 1 for first, last in stretches]
    return _UNUSUAL * median_low(lengths) if lengths else _UNUSUAL * DAY_SECONDS


def _openings(first: Sequence[int], reach: Sequence[int], least: int) -> list[int]:
    """The places of the incidents that end a silence."""
    silent = map(sub, islice(first, 1, None), reach)
    return list(compress(count(1), map(least.__lt__, silent)))

"""The headings of a list: where each begins, how much stands under it, and how that falls on the days of its month."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import compress, islice, pairwise
from operator import ne

from dates.calendar import DAY_SECONDS
from models.snapshots import PeriodGroup
from services.stored_dates import read_stored_date

_USUAL = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


class Runs:
    """Stretches of equal keys: `keys[n]` holds from `edges[n]` to before `edges[n + 1]`."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.edges = array("q", [0] if keys else [])
        self.edges.extend(compress(range(1, len(keys)), map(ne, keys, islice(keys, 1, None))))
        self.keys = [keys[first] for first in self.edges]
        self.edges.append(len(keys))

    def insert(self, place: int, key: str) -> None:
        """Let a key stand at a place; those from there on move up."""
        run = bisect_right(self.edges, place) - 1
        is_first = self.edges[run] == place
        if run < len(self.keys) and self.keys[run] == key:
            self._move(run + 1, 1)
        elif is_first and run and self.keys[run - 1] == key:
            self._move(run, 1)
        elif is_first:
            self._add(run, key, place)
            self._move(run + 1, 1)
        else:
            self._add(run + 1, key, place)
            self._add(run + 2, self.keys[run], place)
            self._move(run + 2, 1)

    def remove(self, place: int) -> None:
        """Take out the key at a place; those after it move down."""
        run = bisect_right(self.edges, place) - 1
        self._move(run + 1, -1)
        if self.edges[run] == self.edges[run + 1]:
            self._drop(run)
            if 0 < run < len(self.keys) and self.keys[run - 1] == self.keys[run]:
                self._drop(run)

    def _add(self, run: int, key: str, start: int) -> None:
        self.keys.insert(run, key)
        self.edges.insert(run, start)

    def _drop(self, run: int) -> None:
        del self.keys[run], self.edges[run]

    def _move(self, first: int, by: int) -> None:
        for run in range(first, len(self.edges)):
            self.edges[run] += by


class Headings:
    """The headings of incidents in order, `sorts` their first sort keys (seconds).

    `bits` says which of them are shown, one byte each (None: all); headings without any are left out. `totals` has how many
    stand under a key in the whole project, where these incidents are not all there are.
    """

    def __init__(
        self, runs: Runs, sorts: Sequence[int], bits: bytes | None = None, totals: Mapping[str, int] | None = None
    ) -> None:
        self._sorts = sorts
        self._bits = bits
        self._spans: list[tuple[int, int]] = []
        self.groups: list[PeriodGroup] = []
        for key, (start, end) in zip(runs.keys, pairwise(runs.edges), strict=True):
            count = self._count(start, end)
            if count:
                self._add(key, start, end, count)
        if totals is not None:
            self.groups = [PeriodGroup(group.key, group.count, totals[group.key]) for group in self.groups]

    def _add(self, key: str, start: int, end: int, count: int) -> None:
        total = end - start
        if self.groups and self.groups[-1].key == key:  # nothing of what lies between is shown
            known = self.groups.pop()
            count, total = count + known.count, total + known.total
            start = self._spans.pop()[0]
        self.groups.append(PeriodGroup(key, count, total))
        self._spans.append((start, end))

    def reverse(self) -> None:
        """Put the last heading first."""
        self.groups.reverse()
        self._spans.reverse()

    def days_of(self, number: int) -> tuple[int, ...]:
        """How many incidents under a heading fall on each day of its month; nothing where it is no month."""
        first, length = month_span(self.groups[number].key)
        span = self._spans[number]
        edges = [bisect_left(self._sorts, first + day * DAY_SECONDS, *span) for day in range(length + 1)]
        return tuple(self._count(low, high) for low, high in pairwise(edges))

    def _count(self, start: int, end: int) -> int:
        return end - start if self._bits is None else self._bits.count(1, start, end)


def check_key(key: str) -> None:
    """Raises DAMAGED where a heading is no date: here, not while it is painted."""
    if not _USUAL.fullmatch(key):
        month_span(key)


@lru_cache(maxsize=4_096)
def month_span(key: str) -> tuple[int, int]:
    """The first second of the month `key` ("2023-10") and its days; -1 days where it is no month. Raises DAMAGED."""
    date = read_stored_date(key)
    if len(key) < 7 or key[-3] != "-" or not "01" <= key[-2:] <= "12":
        return 0, -1
    return date.earliest, (date.latest - date.earliest) // DAY_SECONDS + 1

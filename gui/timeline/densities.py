"""The rhythm of crowded lanes: columns on their ground that say how many incidents begin when."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import compress, pairwise, repeat
from operator import sub

from gui.timeline.calendar_units import CalendarUnit, cell_for, cell_starts
from gui.timeline.scene import Density, LaneBox
from gui.timeline.span_index import LaneIndex
from gui.timeline.time_scale import TimeScale

_LEAST_PX = 7.0
_CROWD = 5
"""Incidents of one column from which on a lane counts as crowded."""
_LEAST_SEEN = 120
"""Incidents in view from which on columns say more than the marks themselves."""
_TOLD = 8
"""Columns that a span may be long and still be counted where it begins."""
_FLAT = 0.7
_SHARE, _LEAST_HEIGHT = 0.42, 70


def densities(lanes: Sequence[tuple[LaneBox, LaneIndex]], scale: TimeScale) -> tuple[Density, ...]:
    """Columns for all open lanes where one of them is crowded, on one scale for all."""
    unit = cell_for(_LEAST_PX * scale.seconds_per_px)
    starts = cell_starts(unit, *scale.span)
    counted = []
    for box, index in lanes:
        if not box.collapsed and box.height >= _LEAST_HEIGHT:
            counted.append((box, _counts(index, unit, starts)))
    most = max((max(counts) for _, counts in counted), default=0)
    if most < _CROWD or sum(sum(counts) for _, counts in counted) < _LEAST_SEEN:
        return ()
    xs = [round(scale.x_of(start)) for start in starts]
    widths = [max(1, right - left - 1) for left, right in pairwise(xs)]
    # Steps of two, so that the columns seldom change their height while panning.
    largest = 1 << most.bit_length()
    return tuple(_density(box, counts, xs, widths, largest) for box, counts in counted)


def _counts(index: LaneIndex, unit: CalendarUnit, starts: Sequence[int]) -> list[int]:
    """How many begin in each column; a year or a long span does not count as its first day."""
    known = index.columns_of(unit)
    counts = list(map(known.get, starts[:-1]))
    for first, last in _gaps(counts):
        wanted = starts[first : last + 1]
        found = _beginning(index.first, wanted)
        for level in index.levels_from(_TOLD * unit.seconds):
            found = list(map(sub, found, _beginning(level.first, wanted)))
        known.update(zip(wanted, found, strict=False))
    return list(map(known.__getitem__, starts[:-1]))


def _gaps(counts: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    """Stretches that were not counted before: what comes into view, at one end or at both."""
    last = 0
    while None in counts[last:]:
        first = counts.index(None, last)
        last = next((place for place in range(first, len(counts)) if counts[place] is not None), len(counts))
        yield first, last


def _beginning(first: Sequence[int], starts: Sequence[int]) -> list[int]:
    """How many lie between each two of `starts`; asked of the fewer, the seconds in view or the edges of columns."""
    low, high = bisect_left(first, starts[0]), bisect_left(first, starts[-1])
    if high - low < len(starts):
        counts = [0] * (len(starts) - 1)
        for second in first[low:high]:
            counts[bisect_right(starts, second) - 1] += 1
        return counts
    bounds = list(map(bisect_left, repeat(first), starts, repeat(low), repeat(high)))
    return list(map(sub, bounds[1:], bounds))


def _density(box: LaneBox, counts: Sequence[int], lefts: Sequence[int], widths: Sequence[int], largest: int) -> Density:
    most = (box.height - 2) * _SHARE
    heights = {count: max(1, round(most * (count / largest) ** _FLAT)) for count in set(counts)}
    columns = zip(lefts, widths, map(heights.__getitem__, counts), strict=False)
    return Density(box.place, box.bottom - 1, tuple(compress(columns, counts)))

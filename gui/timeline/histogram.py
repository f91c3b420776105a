"""How many incidents begin where: the bars of the minimap."""

from bisect import bisect_left
from collections.abc import Sequence

from gui.timeline.time_scale import TimeScale


def count_bars(first: Sequence[int], scale: TimeScale, bar: int) -> list[int]:
    """How many of the sorted seconds `first` lie under each bar of `bar` px; the cost is that of the bars."""
    counts = []
    begin = bisect_left(first, scale.t_at(0))
    for x in range(bar, scale.width + bar, bar):
        end = bisect_left(first, scale.t_at(x), begin)
        counts.append(end - begin)
        begin = end
    return counts

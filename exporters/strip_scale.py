"""The scale of a time line: long silences are broken out, so that what happened gets the room.

Positions are per cent of the width. Times are seconds since 1970-01-01T00:00Z.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dates import format_group

DAY = 86_400
LEFT, RIGHT = 0.0, 89.0  # the last part of the width holds the names of the rows
_GAP_WIDTH = 5.0
_LEAST_CLUSTER = 13.0
_PADDING = 2.2
_MOST_GAPS = 4
_LEAST_TICK = 7.5
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_FIRST_DAY, _LAST_DAY = -62_135_596_800, 253_402_300_799  # what datetime can name: the years 1 to 9999


@dataclass(frozen=True, slots=True)
class Cluster:
    """A stretch of time drawn to scale, from `start` to `end`, between `left` and `right` per cent."""

    start: int
    end: int
    left: float
    right: float

    def at(self, moment: float) -> float:
        """The position of a moment, held inside the stretch."""
        inner = self.right - self.left - 2 * _PADDING
        share = (moment - self.start) / (self.end - self.start) if self.end > self.start else 0.5
        return self.left + _PADDING + inner * min(max(share, 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Gap:
    """A silence that is not drawn to scale."""

    seconds: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on the scale; a main one names the period that a cluster starts in."""

    at: float
    text: str
    short: str
    is_main: bool


@dataclass(frozen=True, slots=True)
class Scale:
    clusters: tuple[Cluster, ...]
    gaps: tuple[Gap, ...]

    def at(self, moment: float) -> float:
        """The position of a moment; one inside a gap lies at the nearer cluster's edge."""
        index = max(bisect_right([cluster.start for cluster in self.clusters], moment) - 1, 0)
        cluster = self.clusters[index]
        if moment > cluster.end and index + 1 < len(self.clusters):
            following = self.clusters[index + 1]
            if following.start - moment < moment - cluster.end:
                return following.at(moment)
        return cluster.at(moment)


def make_scale(moments: Sequence[int]) -> Scale:
    """A scale over at least one moment; a stretch gets room for its length and for how much happened in it."""
    ordered = sorted(set(moments))
    breaks = _find_breaks([after - before for before, after in pairwise(ordered)])
    bounds = [0, *(index + 1 for index in breaks), len(ordered)]
    spans = [(ordered[start], ordered[end - 1]) for start, end in pairwise(bounds)]
    room = RIGHT - LEFT - _GAP_WIDTH * len(breaks) - _LEAST_CLUSTER * len(spans)
    total = sum(end - start for start, end in spans)
    counts = [end - start for start, end in pairwise(bounds)]
    clusters: list[Cluster] = []
    gaps: list[Gap] = []
    left = LEFT
    for (start, end), count in zip(spans, counts, strict=True):
        if clusters:
            gaps.append(Gap(start - clusters[-1].end, left, left + _GAP_WIDTH))
            left += _GAP_WIDTH
        share = count / len(ordered)
        share = (share + (end - start) / total) / 2 if total else share
        right = left + _LEAST_CLUSTER + room * share
        clusters.append(Cluster(start, end, left, right))
        left = right
    return Scale(tuple(clusters), tuple(gaps))


def read_ticks(cluster: Cluster) -> tuple[Tick, ...]:
    """Labels for one stretch: the period it starts in, then years, months or days, as many as have room."""
    if cluster.start < _FIRST_DAY or cluster.end > _LAST_DAY:
        return ()
    first = _EPOCH + dt.timedelta(seconds=cluster.start)
    spread = cluster.end - cluster.start
    by_year = spread > 3 * 366 * DAY
    key = f"{first.year:04}" if by_year else f"{first.year:04}-{first.month:02}"
    name = format_group(key)
    ticks = [Tick(cluster.left + 0.3, name, name if by_year else _short(first), is_main=True)]
    least = cluster.left + 4.0 + 0.85 * len(name)
    for moment, text in _steps(cluster):
        at = cluster.at(moment)
        if at >= least and at < cluster.right - 1.5:
            ticks.append(Tick(at, text, "", is_main=False))
            least = at + _LEAST_TICK
    return tuple(ticks)


def _find_breaks(gaps: list[int]) -> list[int]:
    """The indexes of the gaps to break out: the longest, while each outweighs a third of all that stays."""
    breaks: list[int] = []
    for index in sorted(range(len(gaps)), key=lambda i: -gaps[i])[:_MOST_GAPS]:
        rest = sum(gaps) - sum(gaps[i] for i in breaks) - gaps[index]
        if gaps[index] < 21 * DAY or gaps[index] * 3 < rest:
            break
        breaks.append(index)
    return sorted(breaks)


def _steps(cluster: Cluster) -> Iterator[tuple[int, str]]:
    """Beginnings of years, months, weeks or days inside a stretch, by its length."""
    spread = cluster.end - cluster.start
    day = (_EPOCH + dt.timedelta(seconds=cluster.start)).date()
    if spread > 400 * DAY:
        step = 1 + spread // (366 * DAY * 12)
        for year in range(day.year + 1, day.year + spread // (365 * DAY) + 2, step):
            if year <= dt.MAXYEAR:
                yield _seconds(dt.date(year, 1, 1)), str(year)
        return
    every = spread > 75 * DAY
    for _ in range(spread // DAY + 1):
        day += dt.timedelta(days=1)
        if day.day == 1:
            yield _seconds(day), _short_month(day)
        elif not every and (spread < 12 * DAY or day.day in (8, 15, 22)):
            yield _seconds(day), str(day.day)


def _seconds(day: dt.date) -> int:
    return (day.toordinal() - dt.date(1970, 1, 1).toordinal()) * DAY


def _short(moment: dt.datetime) -> str:
    return f"{_short_month(moment.date())} {moment.year}"


def _short_month(day: dt.date) -> str:
    return format_group(f"{day.year:04}-{day.month:02}").split()[0][:3]

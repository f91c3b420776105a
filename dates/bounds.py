"""The seconds a date can lie in."""

from dates.calendar import DAY_SECONDS, LIMIT, add_months, clamp, to_days
from dates.edtf import DateSet, Interval, Point, Run, Tree, find_day
from dates.zones import offset_seconds, offsets_at

# Code: (first month, months). Winter is the one that begins in December of its year; 21-24 are read as northern.
SEASON_MONTHS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip


def wall_span(point: Point) -> tuple[int, int]:
    """First and last second by the clock of the place, counted as if it were UTC; not clamped."""
    if point.season and not point.day:
        return _season_span(point)
    if not point.month:
        return to_days(point.year.low, 1, 1) * DAY_SECONDS, to_days(point.year.high + 1, 1, 1) * DAY_SECONDS - 1
    if point.is_plain_day:
        first = last = point.year.low, int(point.month), int(point.day)
    else:
        first, last = find_day(point), find_day(point, last=True)
    start, end = _time_span(point.time)
    return to_days(*first) * DAY_SECONDS + start, to_days(*last) * DAY_SECONDS + end


def utc_span(point: Point, zone: str) -> tuple[int, int]:
    """First and last second since 1970-01-01T00:00Z; the date's own offset goes before `zone`."""
    first, last = wall_span(point)
    if point.offset:
        shift = offset_seconds(point.offset)
        return first - shift, last - shift
    if not zone:
        return first, last
    return first - max(offsets_at(zone, first)), last - min(offsets_at(zone, last))


def tree_span(tree: Tree, zone: str) -> tuple[int, int]:
    """Earliest and latest second, clamped; open and unknown ends are the clamps."""
    pairs = [
        (
            utc_span(start, zone)[0] if start is not None else -LIMIT,
            utc_span(end, zone)[1] if end is not None else LIMIT,
        )
        for start, end in _pairs(tree)
    ]
    earliest = clamp(min(first for first, _ in pairs))
    return earliest, max(earliest, clamp(max(last for _, last in pairs)))


def tree_wall_span(tree: Tree) -> tuple[int | None, int | None]:
    """First and last second by the clock of the place, clamped; None for an end that is open or not known."""
    pairs = _pairs(tree)
    starts = [clamp(wall_span(start)[0]) for start, _ in pairs if start is not None]
    ends = [clamp(wall_span(end)[1]) for _, end in pairs if end is not None]
    return (
        min(starts) if len(starts) == len(pairs) else None,
        max(ends) if len(ends) == len(pairs) else None,
    )


def points_of(tree: Tree) -> tuple[Point, ...]:
    """Every date named in a tree, in written order."""
    return tuple(
        side for start, end in _pairs(tree) for side in ((start,) if start is end else (start, end)) if side is not None
    )


def has_backward_run(tree: Tree) -> bool:
    """Whether an interval, or a run in a set, ends before it starts."""
    return any(
        start is not None and end is not None and start is not end and utc_span(start, "")[0] > utc_span(end, "")[1]
        for start, end in _pairs(tree)
    )


def _pairs(tree: Tree) -> list[tuple[Point | None, Point | None]]:
    if isinstance(tree, Point):
        return [(tree, tree)]
    if isinstance(tree, Interval):
        start, end = (side if isinstance(side, Point) else None for side in (tree.start, tree.end))
        return [(start, end)]
    assert_set: DateSet = tree
    return [
        (member.start, member.end) if isinstance(member, Run) else (member, member) for member in assert_set.members
    ]


def _season_span(point: Point) -> tuple[int, int]:
    month, months = SEASON_MONTHS[point.season]
    year, ends = add_months(point.year.high, month, months)
    first, last = to_days(point.year.low, month, 1), to_days(year, ends, 1)
    return first * DAY_SECONDS, last * DAY_SECONDS - 1


def _time_span(time: str) -> tuple[int, int]:
    """First and last second of the day. A leap second counts as the second before it."""
    if not time:
        return 0, DAY_SECONDS - 1
    hour, minute, second = (int(part) if part else 0 for part in (time[:2], time[3:5], time[6:]))
    start = hour * 3600 + minute * 60 + min(second, 59)
    return start, start + {2: 3599, 5: 59, 8: 0}[len(time)]

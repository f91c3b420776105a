"""What follows from an EDTF text: kind, precision, span, place in the list. Worked out once per text."""

from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import NamedTuple

from dates.bounds import has_backward_run, points_of, tree_span, wall_span
from dates.calendar import DAY_SECONDS, LIMIT, to_days
from dates.edtf import Edge, Interval, Mark, Point, Run, Tree, read_edtf, write_edtf
from dates.errors import DateError, DateProblem

UNDATED_RANK = 1000
FAR_FUTURE, FAR_PAST = "Y3E11", "Y-3E11"
"""Headings for years whose seconds are beyond the clamps."""


class DateKind(StrEnum):
    ON = "on"
    AROUND = "around"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"
    FROM_TO = "from_to"
    UNDATED = "undated"


class Precision(IntEnum):
    NONE = 0
    MILLENNIUM = 1
    CENTURY = 2
    DECADE = 3
    YEAR = 4
    SEASON = 5
    MONTH = 6
    DAY = 7
    HOUR = 8
    MINUTE = 9
    SECOND = 10


_MINOR = {
    DateKind.BEFORE: 1,
    DateKind.ON: 2,
    DateKind.AROUND: 3,
    DateKind.BETWEEN: 4,
    DateKind.FROM_TO: 5,
    DateKind.AFTER: 6,
}
_TIME_PRECISION = {2: Precision.HOUR, 5: Precision.MINUTE, 8: Precision.SECOND}
_OPEN_DIGITS = {1: Precision.DECADE, 2: Precision.CENTURY}


class Reading(NamedTuple):
    """Everything derived from one (EDTF, time zone). `anchor` is the date that gives the place in the list."""

    tree: Tree | None
    anchor: Point | None
    kind: DateKind
    precision: Precision
    marks: int
    earliest: int
    latest: int
    sort_at: int
    sort_rank: int
    month_group: str
    year_group: str


_NOTHING = Reading(None, None, DateKind.UNDATED, Precision.NONE, Mark.NONE, -LIMIT, LIMIT, LIMIT, UNDATED_RANK, "", "")


@lru_cache(maxsize=16_384)
def read_tree(edtf: str) -> tuple[Tree, str]:
    """The tree and its canonical text. Raises DateError."""
    tree = read_edtf(edtf)
    if has_backward_run(tree):
        raise DateError(DateProblem.ENDS_BEFORE_START, edtf)
    return tree, write_edtf(tree)


@lru_cache(maxsize=16_384)
def read_date(edtf: str, zone: str) -> Reading:
    """Everything that follows from a text and a time zone ("" for none). Raises DateError."""
    if not edtf:
        return _NOTHING
    tree, _ = read_tree(edtf)
    kind = _kind_of(tree)
    anchor = _anchor_of(tree, kind)
    marks = 0
    for point in points_of(tree):
        marks |= point.all_marks | (Mark.APPROXIMATE if point.year.is_estimate else 0)
    earliest, latest = tree_span(tree, zone)
    sort_at, rank, month_group, year_group = _place(anchor, _MINOR[kind])
    return Reading(
        tree,
        anchor,
        kind,
        precision_of(anchor),
        marks,
        earliest,
        latest,
        sort_at,
        rank,
        month_group,
        year_group,
    )


def precision_of(point: Point) -> Precision:
    """How fine a date is. A day with an open digit is no finer than its month."""
    if point.year.is_open:
        return _OPEN_DIGITS.get(len(point.year.text) - point.year.text.index("X"), Precision.MILLENNIUM)
    if point.season:
        return Precision.SEASON
    if "X" in point.month or not point.month:
        return Precision.YEAR
    if "X" in point.day or not point.day:
        return Precision.MONTH
    return _TIME_PRECISION[len(point.time)] if point.time else Precision.DAY


def year_key(year: int) -> str:
    """The EDTF text of a plain year."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def _kind_of(tree: Tree) -> DateKind:
    if isinstance(tree, Point):
        around = tree.all_marks & Mark.APPROXIMATE or tree.year.is_estimate
        return DateKind.AROUND if around else DateKind.ON
    if isinstance(tree, Interval):
        return DateKind.FROM_TO
    if tree.every:
        return DateKind.ON
    open_start = any(isinstance(member, Run) and member.start is None for member in tree.members)
    open_end = any(isinstance(member, Run) and member.end is None for member in tree.members)
    if open_start == open_end:
        return DateKind.BETWEEN
    return DateKind.BEFORE if open_start else DateKind.AFTER


def _anchor_of(tree: Tree, kind: DateKind) -> Point:
    if isinstance(tree, Point):
        return tree
    if isinstance(tree, Interval):
        for side in (tree.start, tree.end):
            if not isinstance(side, Edge):
                return side
    points = points_of(tree)
    if kind is DateKind.BEFORE:
        return max(points, key=lambda point: wall_span(point)[1])
    return min(points, key=lambda point: wall_span(point)[0])


def _place(anchor: Point, minor: int) -> tuple[int, int, str, str]:
    """(sort_at, sort_rank, month_group, year_group), by the clock of the place.

    Every heading is one unbroken run in the order of (sort_at, sort_rank): what is coarser than a year stands before
    its first year, a season before its first month, a month after its days, a year after its months.
    """
    year = anchor.year
    if year.is_open:
        shown = year.text[: year.text.index("X")]
        hidden = len(year.text) - len(shown)
        low = int(shown + "0" * hidden) if year.text[0] != "-" else int(shown + "9" * hidden)
        key = shown + "X" * hidden
        return to_days(low, 1, 1) * DAY_SECONDS, -1000 * hidden + minor, key, key
    first, last = to_days(year.best, 1, 1) * DAY_SECONDS, to_days(year.best + 1, 1, 1) * DAY_SECONDS - 1
    if last >= LIMIT:
        return LIMIT, minor, FAR_FUTURE, FAR_FUTURE
    if first <= -LIMIT:
        return -LIMIT, minor, FAR_PAST, FAR_PAST
    in_year = year_key(year.best)
    if anchor.season:
        # Two kinds of season can begin on one day: the code keeps their headings apart.
        return wall_span(anchor)[0], 10 * (anchor.season - 41) + minor, f"{in_year}-{anchor.month}", in_year
    if not anchor.month or "X" in anchor.month:
        return last, 60 + minor, in_year, in_year
    in_month = f"{in_year}-{anchor.month}"
    if anchor.day in ("", "XX"):
        return wall_span(Point(year, anchor.month))[1], 30 + minor, in_month, in_year
    return wall_span(anchor)[0], 10 + minor, in_month, in_year

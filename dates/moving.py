"""Dates moved along the time axis, by the clock of the place: whole units of their own precision, nothing else changes.

A date keeps its kind, precision, marks, zone and wording. What cannot be written in EDTF (a day after the year 9999) is
not reached: the date stays as it is.
"""

from collections.abc import Iterable

from dates.bounds import points_of, wall_span
from dates.calendar import LIMIT
from dates.edtf import DateSet, Edge, Interval, Point, Run, Tree, read_point, write_edtf, write_point
from dates.errors import DateError
from dates.moving_units import add_months_to, add_seconds_to, months_of, seconds_of, unit_at, unit_index, with_index
from dates.reading import Precision, precision_of
from dates.value import UNDATED, UncertainDate

_FARTHEST = LIMIT - 2_000 * 366 * 86_400  # years count from the year 0, seconds from 1970
_SAMPLES = {
    Precision.MILLENNIUM: "1XXX",
    Precision.CENTURY: "19XX",
    Precision.DECADE: "197X",
    Precision.YEAR: "1970",
    Precision.SEASON: "1970-33",
    Precision.MONTH: "1970-01",
    Precision.DAY: "1970-01-01",
    Precision.HOUR: "1970-01-01T00",
    Precision.MINUTE: "1970-01-01T00:00",
    Precision.SECOND: "1970-01-01T00:00:00",
}


def date_at(second: int, precision: Precision) -> UncertainDate:
    """The date of that precision which holds a second by the clock of the place; seasons are quarters.

    Years of more than four digits have no months and no decades in EDTF: there it is the year.
    """
    if precision is Precision.NONE:
        return UNDATED
    second = max(-_FARTHEST, min(_FARTHEST, second))
    try:
        return _value(_point_at(second, read_point(_SAMPLES[precision])))
    except DateError:
        return _value(_point_at(second, read_point(_SAMPLES[Precision.YEAR])))


def moved(date: UncertainDate, by_seconds: int) -> UncertainDate:
    """The whole date moved by about so many seconds: to where the middle of its coarsest part comes to lie."""
    tree = date.reading.tree
    if tree is None:
        return date
    lead = min(points_of(tree), key=precision_of)
    try:
        target = unit_at(lead, _middle(lead) + by_seconds)
    except DateError:
        return date
    return _shifted(date, tree, lead, target - unit_index(lead))


def stepped(date: UncertainDate, units: int) -> UncertainDate:
    """The whole date moved by so many units of its coarsest part: days, months, years…"""
    tree = date.reading.tree
    if tree is None:
        return date
    return _shifted(date, tree, min(points_of(tree), key=precision_of), units)


def ends_of(date: UncertainDate) -> tuple[int | None, int | None]:
    """The middle second of the first and of the last part of a date; None where that end is open, or nothing is dated."""
    tree = date.reading.tree
    if tree is None:
        return None, None
    start, end = _sides(tree)
    return (None if start is None else _middle(start)), (None if end is None else _middle(end))


def with_start(date: UncertainDate, second: int) -> UncertainDate:
    """The date with its start moved to the unit that holds `second`, at the latest to its end.

    A single date becomes a stretch from–to, an open start is closed, a stretch of one unit becomes a single date.
    """
    return _with_side(date, second, at_end=False)


def with_end(date: UncertainDate, second: int) -> UncertainDate:
    """The date with its end moved to the unit that holds `second`, at the earliest to its start; see `with_start`."""
    return _with_side(date, second, at_end=True)


def end_stepped(date: UncertainDate, units: int) -> UncertainDate:
    """The date with its end moved by so many units of it; an open end is left open."""
    tree = date.reading.tree
    end = None if tree is None else _sides(tree)[1]
    if end is None:
        return date
    try:
        stop = with_index(end, unit_index(end) + units)
    except DateError:
        return date
    return with_end(date, _middle(stop))


def _shifted(date: UncertainDate, tree: Tree, lead: Point, units: int) -> UncertainDate:
    """All dates of a tree moved by `units` of `lead`, the coarsest of them, so that their order stays."""
    if not units:
        return date
    points = points_of(tree)
    try:
        if len({(precision_of(point), months_of(point), len(point.time)) for point in points}) == 1:
            found = {point: with_index(point, unit_index(point) + units) for point in points}
        elif months := months_of(lead):
            # Seasons of different lengths have only years in common.
            step = months if all(not (each := months_of(point)) or months % each == 0 for point in points) else 12
            total = units * months // step * step
            found = {point: add_months_to(point, total) for point in points}
        else:
            found = {point: add_seconds_to(point, units * seconds_of(lead)) for point in points}
        return _valued(date, _mapped(tree, found))
    except DateError:
        return date


def _with_side(date: UncertainDate, second: int, *, at_end: bool) -> UncertainDate:
    tree = date.reading.tree
    if tree is None:
        return date
    start, end = _sides(tree)
    old, other = (end, start) if at_end else (start, end)
    like = old or other
    if like is None:
        return date
    try:
        new = _point_at(second, like)
        if old is not None and unit_index(new) == unit_index(old):
            return date
        if other is not None and _is_past(new, other, at_end=at_end):
            new = _point_at(wall_span(other)[0 if at_end else 1], like)
        return _valued(date, _with_point(tree, old, new, at_end=at_end))
    except DateError:
        return date


def _is_past(new: Point, other: Point, *, at_end: bool) -> bool:
    """Whether a moved end lies beyond the end that stays."""
    if at_end:
        return wall_span(new)[0] < wall_span(other)[0]
    return wall_span(new)[1] > wall_span(other)[1]


def _with_point(tree: Tree, old: Point | None, new: Point, *, at_end: bool) -> Tree:
    if isinstance(tree, Point):
        return tree if new == tree else Interval(tree, new) if at_end else Interval(new, tree)
    if isinstance(tree, Interval):
        start, end = (tree.start, new) if at_end else (new, tree.end)
        return new if start == end else Interval(start, end)
    if old is not None:
        return _folded(DateSet(tuple(_replaced(each, old, new) for each in tree.members), every=tree.every))
    place = -1 if at_end else 0
    member = tree.members[place]
    if not isinstance(member, Run):
        return tree
    run = Run(member.start, new) if at_end else Run(new, member.end)
    members = (*tree.members[:-1], run) if at_end else (run, *tree.members[1:])
    return _folded(DateSet(members, every=tree.every))


def _replaced(member: Point | Run, old: Point, new: Point) -> Point | Run:
    if isinstance(member, Point):
        return new if member == old else member
    return Run(*(new if side == old else side for side in member))


def _folded(dates: DateSet) -> Tree:
    """A set without its twins; one that holds one date only is that date."""
    members = [each.start if isinstance(each, Run) and each.start == each.end else each for each in dates.members]
    left = tuple(member for member in dict.fromkeys(members) if member is not None)
    only = left[0]
    return only if len(left) == 1 and isinstance(only, Point) else DateSet(left, every=dates.every)


def _sides(tree: Tree) -> tuple[Point | None, Point | None]:
    """The first and the last date of a tree; None where that end is open."""
    if isinstance(tree, Point):
        return tree, tree
    if isinstance(tree, Interval):
        start, end = (None if isinstance(side, Edge) else side for side in tree)
        return start, end
    runs = [member for member in tree.members if isinstance(member, Run)]
    points = points_of(tree)
    first = None if any(run.start is None for run in runs) else min(points, key=_first)
    return first, None if any(run.end is None for run in runs) else max(points, key=_last)


def _first(point: Point) -> int:
    return wall_span(point)[0]


def _last(point: Point) -> int:
    return wall_span(point)[1]


def _mapped(tree: Tree, found: dict[Point, Point]) -> Tree:
    if isinstance(tree, Point):
        return found[tree]
    if isinstance(tree, Interval):
        return Interval(*(side if isinstance(side, Edge) else found[side] for side in tree))
    return DateSet(tuple(_mapped_member(member, found) for member in tree.members), every=tree.every)


def _mapped_member(member: Point | Run, found: dict[Point, Point]) -> Point | Run:
    if isinstance(member, Point):
        return found[member]
    return Run(*(None if side is None else found[side] for side in _ends(member)))


def _ends(run: Run) -> Iterable[Point | None]:
    return run.start, run.end


def _point_at(second: int, like: Point) -> Point:
    """The date like `like` whose unit holds a second; open digits of a day close to its month. Raises DateError."""
    plain = like if like.day.isdecimal() else like._replace(day="")
    if plain.month and not plain.month.isdecimal():
        plain = plain._replace(month="", day="")
    return with_index(plain, unit_at(plain, max(-LIMIT, min(LIMIT, second))))


def _middle(point: Point) -> int:
    """Of an estimated year its own middle, not that of all the years it can be."""
    best = point.year.best
    own = point._replace(year=point.year._replace(low=best, high=best)) if point.year.is_estimate else point
    first, last = wall_span(own)
    return (first + last + 1) // 2


def _value(point: Point) -> UncertainDate:
    return UncertainDate(write_point(point))


def _valued(date: UncertainDate, tree: Tree) -> UncertainDate:
    return UncertainDate(write_edtf(tree), date.as_written, date.time_zone)

"""The second line under a date: what is not known about it, else its weekday."""

from dates.bounds import wall_span
from dates.calendar import DAY_SECONDS, from_days
from dates.edtf import PLAIN, DateSet, Edge, Interval, Mark, Point, Run
from dates.reading import DateKind, Precision, precision_of
from dates.value import UncertainDate
from dates.words import WEEKDAYS, count_words, part_of, zone_words

_GREGORIAN = 1583  # weekdays before the reform would be invented
_UNITS = {
    Precision.MILLENNIUM: "millennium", Precision.CENTURY: "century", Precision.DECADE: "decade",
    Precision.YEAR: "year", Precision.SEASON: "season", Precision.MONTH: "month", Precision.DAY: "day",
    Precision.HOUR: "hour", Precision.MINUTE: "minute", Precision.SECOND: "second",
}  # fmt: skip


def describe_precision(date: UncertainDate) -> str:
    """ "day", "month", "hour" … for "Understood as: 20 January 2024 (day)"."""
    anchor = date.reading.anchor
    if anchor is None:
        return "no date"
    return "year not known" if anchor.year.is_unknown else _unit(anchor)


def format_hint(date: UncertainDate) -> str:
    """ "Wednesday", "over two days", "approximate start", "day not known", "latest possible day"; "" for undated."""
    tree, anchor = date.reading.tree, date.reading.anchor
    if tree is None or anchor is None:
        return ""
    if isinstance(tree, Point):
        return _point_hint(tree, date.time_zone)
    if isinstance(tree, Interval):
        return _interval_hint(tree)
    if date.kind in (DateKind.BEFORE, DateKind.AFTER):
        side = "latest" if date.kind is DateKind.BEFORE else "earliest"
        return f"{side} possible {_unit(anchor)}" + (", uncertain" if date.uncertain else "")
    return _set_hint(tree)


def _unit(point: Point) -> str:
    precision = precision_of(point)
    if precision is Precision.SEASON and point.season >= 33:
        return (
            "quarter"
            if point.season <= 36
            else "part of a year"
            if part_of(point) or point.season < 40
            else "half-year"
        )
    if precision is Precision.MONTH and point.day not in ("", "XX"):
        return "part of a month"
    return _UNITS[precision]


def _point_hint(point: Point, zone: str) -> str:
    doubts = _doubts(point)
    if doubts:
        return doubts
    precision = precision_of(point)
    if precision < Precision.YEAR:
        return "year not known"
    if precision < Precision.DAY:
        return "day not known"
    days = wall_span(point)[0] // DAY_SECONDS
    names = [WEEKDAYS[(days + 3) % 7]] if from_days(days)[0] >= _GREGORIAN else []
    where = zone_words(point, zone)
    return ", ".join([*names, where] if where else names)


def _doubts(point: Point) -> str:
    """ "day uncertain", "approximate month", "year and month uncertain", ""."""
    if point.marks == PLAIN and not point.year.is_estimate:
        return ""
    uncertain = _marked(point, Mark.UNCERTAIN)
    if part_of(point):
        return "approximate, uncertain" if uncertain else "approximate"
    approximate = _marked(point, Mark.APPROXIMATE) or (_unit(point) if point.year.is_estimate else "")
    if approximate and uncertain:
        return (
            f"{uncertain} uncertain, approximate"
            if approximate == uncertain
            else f"{uncertain} uncertain, {approximate} approximate"
        )
    if uncertain:
        return f"{uncertain} uncertain"
    return f"approximate {approximate}" if approximate else ""


def _marked(point: Point, mark: Mark) -> str:
    """The marked components in words; one for the whole where all are marked."""
    names = [name for name, part in (("year", "y"), ("month", point.month), ("day", point.day)) if part]
    if point.season:
        names[1:] = ["season"]
    marked = [name for name, found in zip(names, point.marks, strict=False) if found & mark]
    if len(marked) == len(names):
        return "time" if point.time else _unit(point)
    return " and ".join(marked)


def _interval_hint(interval: Interval) -> str:
    start, end = interval.start, interval.end
    for mark, pattern in ((Mark.UNCERTAIN, "uncertain {}"), (Mark.APPROXIMATE, "approximate {}")):
        sides = [
            name
            for name, side in (("start", start), ("end", end))
            if isinstance(side, Point)
            and (side.all_marks & mark or (mark & Mark.APPROXIMATE and side.year.is_estimate))
        ]
        if sides:
            return pattern.format(" and ".join(sides))
    if isinstance(start, Edge):
        return "no start given" if start is Edge.OPEN else "start not known"
    if isinstance(end, Edge):
        return "no end given" if end is Edge.OPEN else "end not known"
    return _length(start, end)


def _length(start: Point, end: Point) -> str:
    """ "over two days" where both ends are equally fine, else ""."""
    unit = precision_of(start)
    if unit is not precision_of(end) or unit not in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        return ""
    if unit is Precision.DAY:
        count = (wall_span(end)[1] - wall_span(start)[0]) // DAY_SECONDS + 1
    elif "X" in start.month + end.month + start.day + end.day:
        return ""
    else:
        years = end.year.best - start.year.best
        count = years * 12 + int(end.month) - int(start.month) + 1 if unit is Precision.MONTH else years + 1
    return f"over {count_words(count)} {_UNITS[unit]}{'s' if count != 1 else ''}"


def _set_hint(dates: DateSet) -> str:
    only = dates.members[0]
    ends = [side for member in dates.members for side in _sides(member) if side is not None]
    units = {_unit(point) for point in ends}
    unit = units.pop() if len(units) == 1 else "date"
    if any(point.all_marks & Mark.UNCERTAIN for point in ends):
        return f"{unit} uncertain"
    if any(point.all_marks & Mark.APPROXIMATE for point in ends):
        return f"approximate {unit}"
    if dates.every:
        return "" if isinstance(only, Run) else f"each of {count_words(len(dates.members))} {unit}s"
    if len(dates.members) > 1 and not any(isinstance(member, Run) for member in dates.members):
        return f"one of {count_words(len(dates.members))} {unit}s"
    return f"one {unit}, not known which"


def _sides(member: Point | Run) -> tuple[Point | None, Point | None]:
    return (member, None) if isinstance(member, Point) else (member.start, member.end)

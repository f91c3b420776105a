"""EDTF text to a small tree and back: ISO 8601-2:2019 levels 0, 1 and 2 as profiled by the Library of Congress.

Beyond the profile, and only here: times of hours or minutes (`T08`, `T08:30`, as ISO 8601-1 has them), times in
intervals and sets, and a qualifier after a time. Written form: `read_edtf` and `write_edtf` are inverse to each other.
"""

import re
from collections.abc import Iterator
from enum import IntEnum, StrEnum
from functools import cache
from typing import NamedTuple

from dates.calendar import days_in_month
from dates.errors import DateError, DateProblem

MAX_LENGTH = 1000


class Mark(IntEnum):
    """Added up as plain numbers: flags of `enum` cost more than all the rest of reading a date."""

    NONE = 0
    UNCERTAIN = 1
    APPROXIMATE = 2
    BOTH = 3


class Edge(StrEnum):
    """An end of an interval that has no date."""

    OPEN = ".."
    UNKNOWN = ""


Marks = tuple[int, int, int]
PLAIN: Marks = (0, 0, 0)
_SIGNS = {0: "", 1: "?", 2: "~", 3: "%"}
_MARKS = {sign: mark for mark, sign in _SIGNS.items()}


class Year(NamedTuple):
    """`low` and `high` are the first and last year it can be; `best` is the estimate, or `low` where digits are open."""

    text: str
    low: int
    high: int
    best: int

    @property
    def is_open(self) -> bool:
        return "X" in self.text

    @property
    def is_unknown(self) -> bool:
        """Whether no digit of it is known."""
        return not any(character.isdigit() for character in self.text)

    @property
    def is_estimate(self) -> bool:
        return "S" in self.text


class Point(NamedTuple):
    """One date: `month` and `day` are two characters or ""; `time` is hh, hh:mm or hh:mm:ss; `offset` Z or ±hh:mm."""

    year: Year
    month: str = ""
    day: str = ""
    time: str = ""
    offset: str = ""
    marks: Marks = PLAIN

    @property
    def is_plain_day(self) -> bool:
        return self.day.isdecimal() and self.month.isdecimal() and not self.year.is_open

    @property
    def all_marks(self) -> int:
        return self.marks[0] | self.marks[1] | self.marks[2]

    @property
    def season(self) -> int:
        """21 to 41, or 0 where this is no season, quarter or the like."""
        return int(self.month) if "21" <= self.month <= "41" and self.month.isdecimal() else 0


class Interval(NamedTuple):
    start: Point | Edge
    end: Point | Edge


class Run(NamedTuple):
    """`a..b`, `..b` or `a..` within a set."""

    start: Point | None
    end: Point | None


class DateSet(NamedTuple):
    """One of the members, or each of them where `every` is set."""

    members: tuple[Point | Run, ...]
    every: bool = False


Tree = Point | Interval | DateSet

# Compiled with the first date, not at start.
_POINT = (
    r"(?P<yp>[?~%]?)(?P<year>Y-?[1-9]\d*(?:E\d+)?|-?[\dX]{4})(?P<sig>S\d+)?(?P<ys>[?~%]?)"
    r"(?:-(?P<mp>[?~%]?)(?P<month>[\dX]{2})(?P<ms>[?~%]?)"
    r"(?:-(?P<dp>[?~%]?)(?P<day>[\dX]{2})(?P<ds>[?~%]?)"
    r"(?:T(?P<time>\d\d(?::\d\d(?::\d\d)?)?)(?P<offset>Z|[+-]\d\d(?::?\d\d)?)?(?P<ts>[?~%]?))?)?)?"
)


def read_edtf(text: str) -> Tree:
    """Parse one EDTF text. Raises DateError; the empty text is none, undated is for the caller to know."""
    if len(text) > MAX_LENGTH:
        raise DateError(DateProblem.TOO_LONG, text)
    if text[:1] in ("[", "{"):
        return _read_set(text)
    if "/" in text:
        return _read_interval(text)
    return read_point(text)


def write_edtf(tree: Tree) -> str:
    """The canonical text of a tree."""
    if isinstance(tree, Point):
        return write_point(tree)
    if isinstance(tree, Interval):
        sides = (side.value if isinstance(side, Edge) else write_point(side) for side in (tree.start, tree.end))
        return "/".join(sides)
    inner = ",".join(_write_member(member) for member in tree.members)
    return f"{{{inner}}}" if tree.every else f"[{inner}]"


@cache
def _point_pattern() -> re.Pattern[str]:
    return re.compile(_POINT, re.ASCII)


def read_point(text: str) -> Point:
    """Parse one date without intervals and sets. Raises DateError."""
    match = _point_pattern().fullmatch(text)
    if match is None:
        raise DateError(DateProblem.NOT_UNDERSTOOD, text)
    part = match.groupdict(default="")
    year = _read_year(part["year"], part["sig"], text)
    if part["month"] and (year.text[0] == "Y" or year.is_estimate):
        raise DateError(DateProblem.NOT_UNDERSTOOD, text)
    point = Point(
        year, part["month"], part["day"], _checked_time(part["time"], text), _offset(part["offset"]), _marks(part)
    )
    _check_calendar(point, text)
    return point


def _marks(part: dict[str, str]) -> Marks:
    """A sign after a component speaks for it and all before it, a sign before a component for that one only."""
    if not any(part[name] for name in ("yp", "ys", "mp", "ms", "dp", "ds", "ts")):
        return PLAIN
    of_day = _MARKS[part["ds"]] | _MARKS[part["ts"]]
    of_month = _MARKS[part["ms"]] | of_day
    of_year = _MARKS[part["ys"]] | of_month
    return (of_year | _MARKS[part["yp"]], of_month | _MARKS[part["mp"]], of_day | _MARKS[part["dp"]])


def write_point(point: Point) -> str:
    parts = [part for part in (point.year.text, point.month, point.day) if part]
    marks = point.marks[: len(parts)]
    tail = f"T{point.time}{point.offset}" if point.time else ""
    if len(set(marks)) == 1:
        return "-".join(parts) + tail + _SIGNS[marks[0]]
    # One sign over year and month says it shorter than two.
    if len(parts) == 3 and marks[0] == marks[1] and not marks[2]:
        return f"{parts[0]}-{parts[1]}{_SIGNS[marks[0]]}-{parts[2]}{tail}"
    if marks[0] and not any(marks[1:]):
        return parts[0] + _SIGNS[marks[0]] + "".join(f"-{part}" for part in parts[1:]) + tail
    return "-".join(_SIGNS[mark] + part for mark, part in zip(marks, parts, strict=True)) + tail


def candidates(pattern: str, first: int, last: int) -> Iterator[int]:
    """The numbers first..last (upwards or downwards) whose two digits fit a pattern such as 1X."""
    if pattern.isdecimal():
        if min(first, last) <= int(pattern) <= max(first, last):
            yield int(pattern)
        return
    for number in range(first, last + 1) if first <= last else range(first, last - 1, -1):
        if all(digit in ("X", wanted) for digit, wanted in zip(pattern, f"{number:02}", strict=True)):
            yield number


def year_fits(year: Year, number: int) -> bool:
    if not year.is_open:
        return True
    digits = f"{abs(number):04}"
    return all(digit in ("X", wanted) for digit, wanted in zip(year.text.lstrip("-"), digits, strict=True))


def find_day(point: Point, *, last: bool = False) -> tuple[int, int, int]:
    """The first or last calendar day a date other than a season can mean. Raises DateError where there is none."""
    years = (point.year.high, point.year.low) if last else (point.year.low, point.year.high)
    months, step = ((12, 1), -1) if last else ((1, 12), 1)
    for year in range(years[0], years[1] + step, step):
        if not year_fits(point.year, year):
            continue
        for month in candidates(point.month or "XX", *months):
            length = days_in_month(year, month)
            days = (length, 1) if last else (1, length)
            day = next(candidates(point.day or "XX", *days), None)
            if day is not None:
                return year, month, day
        if point.day != "29":  # only the leap day depends on the year
            break
    raise DateError(DateProblem.NOT_A_DAY, write_point(point))


def _check_calendar(point: Point, text: str) -> None:
    if point.season and not point.day:
        return
    if point.month and next(candidates(point.month, 1, 12), None) is None:
        raise DateError(DateProblem.NOT_A_MONTH, text)
    if point.day:
        find_day(point)


def _read_year(body: str, significant: str, text: str) -> Year:
    if body[0] == "Y":
        return _read_long_year(body, significant, text)
    if body == "-0000":
        raise DateError(DateProblem.NOT_UNDERSTOOD, text)
    if "X" in body:
        if significant:
            raise DateError(DateProblem.NOT_UNDERSTOOD, text)
        ends = [int(body.replace("X", digit)) for digit in "09"]
        if body[0] == "-":
            ends.reverse()
            # There is no year -0000: the latest year is the one nearest to it.
            ends[1] = ends[1] or int("1".join(body.rsplit("X", 1)).replace("X", "0"))
        return Year(body, ends[0], ends[1], ends[0])
    return _with_significance(body, int(body), 4, significant, text)


def _read_long_year(body: str, significant: str, text: str) -> Year:
    mantissa, _, exponent = body[1:].partition("E")
    digits = mantissa.lstrip("-")
    if not exponent and len(digits) < 5:
        raise DateError(DateProblem.NOT_UNDERSTOOD, text)
    power = exponent.lstrip("0") or "0"
    # All of these are far beyond the clamp of every instant: a larger exponent would change nothing but the cost.
    zeros = int(power) if len(power) <= 3 else 999
    canonical = f"Y{mantissa}E{power}" if exponent else f"Y{mantissa}"
    return _with_significance(canonical, int(mantissa) * 10**zeros, len(digits) + zeros, significant, text)


def _with_significance(canonical: str, number: int, digits: int, significant: str, text: str) -> Year:
    if not significant:
        return Year(canonical, number, number, number)
    sure = int(significant[1:4])
    if not 1 <= sure <= digits or len(significant) > 4:
        raise DateError(DateProblem.NOT_UNDERSTOOD, text)
    step = 10 ** (digits - sure)
    near = abs(number) // step * step
    ends = sorted((near, near + step - 1)) if number >= 0 else sorted((-near, -near - step + 1))
    return Year(f"{canonical}S{sure}", ends[0], ends[1], number)


def _checked_time(time: str, text: str) -> str:
    limits = (23, 59, 60)
    if any(int(part) > limit for part, limit in zip(time.split(":"), limits, strict=False) if part):
        raise DateError(DateProblem.NOT_A_TIME, text)
    if time[6:] == "60" and time[3:5] != "59":  # a leap second ends an hour
        raise DateError(DateProblem.NOT_A_TIME, text)
    return time


def _offset(offset: str) -> str:
    if offset in ("", "Z"):
        return offset
    digits = offset[1:].replace(":", "").ljust(4, "0")
    if int(digits[:2]) > 18 or int(digits[2:]) > 59:
        raise DateError(DateProblem.UNKNOWN_TIME_ZONE, offset)
    return "Z" if digits == "0000" and offset[0] == "-" else f"{offset[0]}{digits[:2]}:{digits[2:]}"


def _read_interval(text: str) -> Interval:
    sides = text.split("/")
    if len(sides) != 2 or not any(side.strip(".") for side in sides):
        raise DateError(DateProblem.NOT_UNDERSTOOD, text)
    start, end = (Edge(side) if side in ("", "..") else read_point(side) for side in sides)
    return Interval(start, end)


def _read_set(text: str) -> Tree:
    every = text[0] == "{"
    if text[-1] != ("}" if every else "]"):
        raise DateError(DateProblem.NOT_UNDERSTOOD, text)
    members = tuple(_read_member(part.strip(" "), text) for part in text[1:-1].split(","))
    for position, member in enumerate(members):
        if isinstance(member, Run) and (
            (member.start is None and position > 0) or (member.end is None and position < len(members) - 1)
        ):
            raise DateError(DateProblem.NOT_UNDERSTOOD, text)
    if len(members) == 1 and isinstance(members[0], Point):
        return members[0]
    return DateSet(members, every=every)


def _read_member(part: str, text: str) -> Point | Run:
    if ".." not in part:
        return read_point(part)
    start, _, end = part.partition("..")
    if not start and not end:
        raise DateError(DateProblem.NOT_UNDERSTOOD, text)
    return Run(read_point(start) if start else None, read_point(end) if end else None)


def _write_member(member: Point | Run) -> str:
    if isinstance(member, Point):
        return write_point(member)
    sides = (write_point(side) if side is not None else "" for side in (member.start, member.end))
    return "..".join(sides)

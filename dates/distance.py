"""How far one date lies from another, counted in the unit that a TIMEX3 value is as fine as."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import cache

from dates.calendar import to_days
from dates.edtf import DateSet, Point, Run
from dates.value import UncertainDate

Ymd = tuple[int, int, int]
"""Year, month, day; 0 for what is not known."""

_YEAR = r"(?P<year>(?:BC)?\d{4})"
_FORMS = (
    ("day", _YEAR + r"-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?:T.*)?"),
    ("weekend", _YEAR + r"-W(?P<week>\d\d)-WE"),
    ("week", _YEAR + r"-W(?P<week>\d\d)"),
    ("quarter", _YEAR + r"-Q(?P<quarter>[1-4])"),
    ("half-year", _YEAR + r"-H(?P<half>[12])"),
    ("season", _YEAR + r"-(?:SP|SU|FA|WI)"),
    ("month", _YEAR + r"-(?P<month>0[1-9]|1[0-2])"),
    ("month", _YEAR + r"-(?P<month>0[1-9]|1[0-2])-XX(?:T.*)?"),
    ("year", _YEAR + r"(?:-XX.*|-WXX.*|-[QH]X)?"),
    ("decade", r"(?P<decade>\d{3})"),
    ("century", r"(?P<century>\d\d)"),
)
_COUNTS: Mapping[str, Callable[[int, int, int], int]] = {
    "day": to_days,
    "weekend": lambda *ymd: (to_days(*ymd) + 3) // 7,
    "week": lambda *ymd: (to_days(*ymd) + 3) // 7,
    "month": lambda year, month, _: year * 12 + month,
    "quarter": lambda year, month, _: year * 4 + (month - 1) // 3,
    "half-year": lambda year, month, _: year * 2 + (month > 6),
    "year": lambda year, *_: year,
    "decade": lambda year, *_: year // 10,
    "century": lambda year, *_: year // 100,
}
_FINE = {"day": 3, "weekend": 3, "week": 3, "month": 2, "quarter": 2, "half-year": 2}
"""How many parts of a date such a count needs; one for the rest."""


def unit_of(timex_value: str) -> str:
    """ "day", "week", "month" … "century"; "" for a value that is no place in the calendar."""
    return _read(timex_value)[0]


def day_of(timex_value: str) -> Ymd | None:
    """The first day of the stretch that a value names, None where it names none."""
    _, parts = _read(timex_value)
    if not parts:
        return None
    if "week" in parts:
        return _monday(parts["year"], parts["week"])
    first_month = parts.get("quarter", 0) * 3 - 2 if "quarter" in parts else parts.get("half", 0) * 6 - 5
    year = parts.get("year", parts.get("decade", 0) * 10 + parts.get("century", 0) * 100)
    return year, parts.get("month", max(first_month, 1)), parts.get("day", 1)


def steps_between(origin: UncertainDate | None, timex_value: str, unit: str) -> int | None:
    """How many days, months, years… the start of a value lies after `origin`; negative before.

    None where either of them is not as fine as the unit, or no place in the calendar.
    """
    start, end = point_of(origin) or (None if unit == "day" else _start_of(origin)), day_of(timex_value)
    if start is None or end is None or unit not in _COUNTS:
        return None
    known, needed = _parts_of(start), _FINE.get(unit, 1)
    if 0 in known[1:needed] or _FINE.get(unit_of(timex_value), 1) < needed:
        return None
    count = _COUNTS[unit]
    return count(*end) - count(known[0], known[1] or 1, known[2] or 1)


def point_of(date: UncertainDate | None) -> Point | None:
    """The single date that a value is, None for intervals, sets and years with open digits."""
    tree = date.reading.tree if date is not None else None
    return tree if isinstance(tree, Point) and not tree.year.is_open else None


def run_of(date: UncertainDate | None) -> tuple[Point, Point] | None:
    """The two ends of a value such as a week, which is one day between them."""
    tree = date.reading.tree if date is not None else None
    only = tree.members[0] if isinstance(tree, DateSet) and len(tree.members) == 1 else None
    return (only.start, only.end) if isinstance(only, Run) and only.start and only.end else None


def _start_of(date: UncertainDate | None) -> Point | None:
    run = run_of(date)
    return run[0] if run and not run[0].year.is_open else None


def _parts_of(point: Point) -> Ymd:
    month = int(point.month) if point.month.isdigit() and not point.season else 0
    return point.year.best, month, int(point.day) if month and point.day.isdigit() else 0


def _monday(year: int, week: int) -> Ymd | None:
    try:
        first = dt.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return first.year, first.month, first.day


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Compiled with the first value, not at start."""
    return tuple((unit, re.compile(form)) for unit, form in _FORMS)


def _read(timex_value: str) -> tuple[str, dict[str, int]]:
    for unit, pattern in _patterns():
        if found := pattern.fullmatch(timex_value):
            return unit, {name: _number(digits) for name, digits in found.groupdict().items() if digits}
    return "", {}


def _number(digits: str) -> int:
    """Year 0 is 1 BC."""
    return 1 - int(digits[2:]) if digits.startswith("BC") else int(digits)

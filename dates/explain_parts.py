"""The parts of an explanation: what was counted from, how far, and what a value is called without its year."""

import re
from collections.abc import Mapping

from dates.calendar import to_days, weekday_of
from dates.distance import day_of, point_of, run_of, steps_between, unit_of
from dates.edtf import Interval, Point, write_edtf
from dates.mention import Basis, DateMention, Direction, MentionKind
from dates.reading import Precision
from dates.text import format_date
from dates.value import UncertainDate
from dates.words import MONTHS, WEEKDAYS, count_words

_UNCOUNTED: Mapping[Direction, str] = {
    Direction.NONE: "reckoned from",
    Direction.BEFORE: "reckoned back from",
    Direction.SAME: "the same time as",
    Direction.AFTER: "reckoned ahead from",
}
_STAND_INS: Mapping[Basis, str] = {
    Basis.WORDS: "the date beside it",
    Basis.NOTHING: "a date that is not known",
    Basis.PUBLICATION: "the day of publication",
    Basis.PREVIOUS: "the date mentioned before",
}
_WRITTEN: Mapping[str, str] = {"month": "month and year as written", "year": "year as written"}
_SEASONS: Mapping[str, str] = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_NEXT_DOOR = {(years, side) for side, step in ((Direction.BEFORE, -1), (Direction.AFTER, 1)) for years in (0, step)}
_STRETCHES = ("week", "weekend", "season", "quarter", "half-year", "decade", "century")
_LONG = {"decade": 3, "century": 2}
"""How many digits of a year tell in which one it lies."""
_COUNTED_ON = (MentionKind.OFFSET, MentionKind.THIS_UNIT, MentionKind.RELATIVE_DAY)
_LEFT_OPEN = re.compile(r"(?:BC)?\d{4}-W?XX")
_WHOLLY_OPEN = {MentionKind.RELATIVE_DAY: "day", MentionKind.THIS_UNIT: "date", MentionKind.SAME: "date"}
_OPEN_PARTS = (
    (r"-WXX-|-XX-XX|^T", "day"),
    (r"-WXX", "week"),
    (r"-XX", "month"),
    (r"-QX", "quarter"),
    (r"^X", "year"),
)


def parts_of(mention: DateMention) -> dict[str, str]:
    """What the wordings of all kinds are filled with."""
    value = mention.timex_value
    unit = unit_of(value)
    return {
        "origin": _origin(mention),
        "counted": _counted(mention),
        "years": _years(mention),
        "unit": unit or "date",
        "written": _WRITTEN.get(unit, "written in full"),
        "name": _name(value),
        "season": _season(value),
        "weekday": _weekday(mention),
        "same_weekday": _same_weekday(mention),
    }


def open_part(mention: DateMention) -> str:
    """What a value leaves open: "year", "quarter", "month", "week" or "day"."""
    value, kind = mention.timex_value, mention.reason.kind
    if value == "XXXX" and kind in _WHOLLY_OPEN:
        return _WHOLLY_OPEN[kind]
    return next((name for form, name in _OPEN_PARTS if re.search(form, value)), "date")


def apart(mention: DateMention, unit: str) -> int | None:
    """How many units the value lies after what it was counted from, None where that cannot be counted."""
    return steps_between(mention.reason.reckoned_from, mention.timex_value, unit)


def _origin(mention: DateMention, unit: str = "") -> str:
    """What was counted from: "23 January 2024", "4 January 2024, the date mentioned before"; cut to a month or year."""
    reason = mention.reason
    stand_in = _STAND_INS[reason.basis]
    if reason.reckoned_from is None:
        return stand_in
    text = format_date(_shown(reason.reckoned_from, unit, with_time=_is_by_the_clock(mention)))
    return f"{text}, {stand_in}" if reason.basis is Basis.PREVIOUS else text


def _shown(date: UncertainDate, unit: str, *, with_time: bool) -> UncertainDate:
    """As much of a date as a count in this unit starts from; a week as the days it lasts."""
    point, run = point_of(date), run_of(date)
    if run is not None:
        return UncertainDate(write_edtf(Interval(*run)))
    if point is None or with_time or point.year.is_estimate:
        return date
    if _is_named(point, unit):
        return UncertainDate(point.year.text[: _LONG[unit]].ljust(4, "X"))
    if unit == "year":
        return UncertainDate(point.year.text)
    if unit == "month" and point.month.isdigit():
        return UncertainDate(f"{point.year.text}-{point.month}")
    return UncertainDate(f"{point.year.text}-{point.month}-{point.day}") if point.is_plain_day else date


def _is_named(point: Point | None, unit: str) -> bool:
    """Whether a decade or century is called by its own name: "the 2020s"."""
    return unit in _LONG and point is not None and re.fullmatch(r"[\dX]{4}", point.year.text) is not None


def _counted(mention: DateMention) -> str:
    """ "two days after 4 January 2024, the date mentioned before"; the direction alone where nothing can be counted."""
    direction, unit = mention.reason.direction, unit_of(mention.timex_value)
    years = apart(mention, "year") if unit == "season" else None
    if years is not None and (years, direction) in _NEXT_DOOR:
        return f"the {_season(mention.timex_value)} {direction.value} {_origin(mention)}"
    steps, unit = _minutes_apart(mention) if _is_by_the_clock(mention) else (apart(mention, unit), unit)
    if steps is None:
        within = direction is Direction.SAME and 0 in (apart(mention, "month"), apart(mention, "year"))
        return f"{'within' if within else _UNCOUNTED[direction]} {_origin(mention)}"
    return _distance(steps, unit, _named_origin(mention, unit)) if steps else _no_distance(mention, unit)


def _named_origin(mention: DateMention, unit: str) -> str:
    """ "4 January 2024", "that of 4 January 2024" for a week, "the 2020s" for a decade."""
    origin, point = _origin(mention, unit), point_of(mention.reason.reckoned_from)
    if _is_named(point, unit):
        return origin if origin.startswith("the ") else f"the {origin}"
    return f"that of {origin}" if unit in _STRETCHES else origin


def _years(mention: DateMention) -> str:
    """ "three years before 2024": for what takes its year alone from another date."""
    steps = apart(mention, "year")
    return _distance(steps, "year", _origin(mention, "year")) if steps else _counted(mention)


def _distance(steps: int, unit: str, origin: str) -> str:
    """ "the day before 4 January 2024", "two weeks after that of 4 January 2024"."""
    count = f"{count_words(abs(steps))} {_plural(unit)}"
    if abs(steps) == 1:
        count = f"one {unit}" if unit in ("hour", "minute") else f"the {unit}"
    return f"{count} {'before' if steps < 0 else 'after'} {origin}"


def _no_distance(mention: DateMention, unit: str) -> str:
    """ "23 January 2024, the day of publication", "the week of 23 January 2024" """
    reason, origin = mention.reason, _origin(mention)
    if reason.kind in _COUNTED_ON and _LEFT_OPEN.match(mention.timex_value):
        return f"{open_part(mention)} not known: counted from {origin}"
    if unit in ("day", "hour", unit_of(reason.reckoned_from.edtf if reason.reckoned_from else "")):
        return origin if reason.basis is Basis.PREVIOUS else f"{origin}, {_STAND_INS[reason.basis]}"
    return f"the {unit} of {origin}"


def _is_by_the_clock(mention: DateMention) -> bool:
    """Whether hours or minutes were counted: "two hours later"."""
    return mention.reason.kind is MentionKind.OFFSET and ":" in mention.timex_value


def _minutes_apart(mention: DateMention) -> tuple[int | None, str]:
    """Hours, or minutes, by the clock of the place; None where one of the two has no time of day."""
    origin, date = mention.reason.reckoned_from, mention.date
    if origin is None or date is None or min(origin.precision, date.precision) < Precision.HOUR:
        return None, ""
    minutes = (date.sort_at - origin.sort_at) // 60
    return (minutes, "minute") if minutes % 60 else (minutes // 60, "hour")


def _plural(unit: str) -> str:
    return "centuries" if unit == "century" else f"{unit}s"


def _name(timex_value: str) -> str:
    """ "21 January", "May": a day or month without its year."""
    unit, day = unit_of(timex_value), day_of(timex_value)
    if day is None or unit not in ("day", "month"):
        return "one"
    month = MONTHS[day[1] - 1]
    return f"{day[2]} {month}" if unit == "day" else month


def _season(timex_value: str) -> str:
    return _SEASONS.get(timex_value[-2:], "such season")


def _weekday(mention: DateMention) -> str:
    day = day_of(mention.timex_value) if unit_of(mention.timex_value) == "day" else None
    return WEEKDAYS[weekday_of(to_days(*day))] if day else "such day"


def _same_weekday(mention: DateMention) -> str:
    """ "23 January 2024, itself a Tuesday", or the week where another day of it is meant."""
    if apart(mention, "day") == 0:
        is_published = mention.reason.basis is Basis.PUBLICATION
        return f"{_STAND_INS[Basis.PUBLICATION] if is_published else _origin(mention)}, itself a {_weekday(mention)}"
    return f"same week as {_origin(mention)}"

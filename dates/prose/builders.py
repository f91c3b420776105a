"""From the words a rule kept to a meaning. Each builder is named in the tables as `make`."""

import re
from collections.abc import Callable, Mapping

from dates.mention import MentionKind, TimexType
from dates.prose.calendar_builders import (
    Built,
    Values,
    build_ancient,
    build_calendar,
    build_century,
    build_decade,
    build_iso,
    build_last_day,
    build_no_day,
    build_numeric,
    build_unit_of,
)
from dates.prose.meaning import (
    AtTheTime,
    Calendar,
    Clock,
    DayOfMonth,
    DayShift,
    Fixed,
    Holiday,
    Origin,
    SamePart,
    Shift,
    TheDay,
    Unit,
    Weekday,
)
from dates.prose.points import Point, TimeOfDay, is_calendar_day

_MOST_SEASONS = 500
"""More of them are no date, but a way to say long ago."""
_MOST_WEEKS = 4
"""Every month has so many of each weekday."""
_FARTHEST_ZONE = 14
"""Hours from Greenwich."""
_TIMED = {"TS": "S", "TM": "M", "TH": "H"}
"""Units of the clock, and how TIMEX3 writes them behind PT."""
_GATHERED = {"DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "FO": (2, "W"), "HY": (6, "M"), "GE": (None, "GE")}
"""Units that TIMEX3 has no sign for: how many of which make one. Nobody knows how long a generation is."""


def build_day_of_month(values: Values) -> Built | None:
    """ "the 23rd", of a month that is still to be found."""
    return Built(DayOfMonth(values["day"]), MentionKind.DAY_OF_MONTH) if 1 <= values["day"] <= 31 else None


def build_weekday(values: Values) -> Built | None:
    """ "Monday", "last Friday", "that Sunday": `which` counts from publication, `there` from the date told before."""
    which = values.get("which", values.get("there"))
    meaning = Weekday(values["weekday"], which, _origin(values), ahead=values.get("ahead", False))
    return Built(meaning, MentionKind.WEEKDAY)


def _part_of_day(values: Values) -> TimeOfDay | None:
    """ "Monday night"; midday is a time by the clock."""
    part = values.get("part")
    return None if part is None else TimeOfDay(12, 0) if part == "MI" else TimeOfDay(part=part)


def _origin(values: Values) -> Origin:
    if "there" in values:
        return Origin.PREVIOUS
    return Origin(values.get("origin", "publication"))


def build_shift(values: Values) -> Built | None:
    """So many units before or after the origin."""
    count = 1 if "count" not in values and "vague" not in values else values.get("count")
    unit, sign = values["unit"], values["sign"]
    if isinstance(count, float) and not count.is_integer():
        return build_duration(values)
    kind = (
        MentionKind.OFFSET if unit != "D" or count not in (0, 1, 2) or "day" not in values else MentionKind.RELATIVE_DAY
    )
    return Built(Shift(None if count is None else int(count), unit, sign, _origin(values)), kind)


def build_same_part(values: Values) -> Built | None:
    """ "the same period last year" """
    return Built(SamePart(values["unit"], values.get("year")), MentionKind.OFFSET)


def build_season_ago(values: Values) -> Built | None:
    """ "two winters ago" """
    count = values.get("count", 1)
    if count != int(count) or count > _MOST_SEASONS:
        return None
    return Built(Unit("P", -int(count), point=Point(season=values["season"])), MentionKind.SEASON)


def build_day_shift(values: Values) -> Built | None:
    """ "a year ago today", "two weeks from Monday"."""
    count = values.get("count", 1)
    if count != int(count) or values["unit"] not in ("D", "W", "FO", "M", "Y", "DE"):
        return None
    meaning = DayShift(int(count), values["unit"], values["sign"], values.get("days", 0), values.get("weekday"))
    return Built(meaning, MentionKind.OFFSET)


def build_day(values: Values) -> Built | None:
    """ "yesterday" and its kin; `part` makes "tonight"."""
    time = _part_of_day(values)
    origin = _origin(values)
    kind = (
        MentionKind.RELATIVE_DAY
        if origin is Origin.PUBLICATION
        else MentionKind.SAME
        if not values["days"]
        else MentionKind.OFFSET
    )
    return Built(Unit("D", values["days"], origin), kind, time)


def build_unit(values: Values) -> Built | None:
    """ "last month", "the following year", "this summer", "next May"."""
    which = values.get("which", values.get("there", 0))
    names = ("season", "month", "quarter", "half", "day")
    parts = {name: values[name] for name in names if name in values}
    if not parts:
        unit = values["unit"]
        if unit in _TIMED or unit in ("ML", "GE"):
            return None
        kind = MentionKind.SAME if "which" not in values and which == 0 else MentionKind.THIS_UNIT
        by_tense = unit == "Q" and kind is MentionKind.SAME and _origin(values) is Origin.PUBLICATION
        return Built(Unit(unit, which, _origin(values), by_tense=by_tense), kind)
    if not 1 <= parts.get("quarter", 1) <= 4 or not 1 <= parts.get("half", 1) <= 2:
        return None
    point = Point(**parts)
    unit = "Y" if values.get("of_year") else "M" if values.get("of_month") else "P"
    if "day" in parts and not is_calendar_day(None, parts.get("month", 1), parts["day"]):
        return None
    kind = MentionKind.SEASON if "season" in parts else MentionKind.THIS_UNIT
    return Built(Unit(unit, which, _origin(values), point=point), kind)


def build_clock(values: Values) -> Built | None:
    """A time of day by the clock."""
    time = _clock_time(values)
    by_face = values.get("by_face", False) and "half" not in values
    return None if time is None else Built(Clock(time, by_face=by_face), MentionKind.CLOCK)


def _clock_time(values: Values) -> TimeOfDay | None:
    hour: int
    minute: int | None
    second: int | None = None
    if "clock" in values:
        hour, minute, *rest = (int(part) for part in re.split("[:.]", values["clock"]))
        second = rest[0] if rest else None
    elif "military" in values:
        hour, minute = values["military"] // 100, values["military"] % 100
    else:
        hour, minute = values["hour"], values.get("minute")
        if values.get("before"):
            hour, minute = hour - 1, 60 - (minute or 0)
    if "half" in values:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + values["half"]
    if hour > 24 or (minute or 0) > 59 or (hour == 24 and minute):
        return None
    return TimeOfDay(hour, minute, second, _zone(values))


def _zone(values: Values) -> str:
    """The zone's offset, or hours `east` or `west` of Greenwich: "UTC+3"; "" where no place has such a time."""
    if "east" not in values and "west" not in values:
        return values.get("zone") or ""
    hours = values.get("east", 0) - values.get("west", 0)
    if abs(hours) > _FARTHEST_ZONE:
        return ""
    return f"{'-' if hours < 0 else '+'}{abs(hours):02}:00" if hours else "Z"


def build_part_of_day(values: Values) -> Built | None:
    """ "this morning", "that night", "overnight"."""
    which = values.get("which", values.get("there"))
    time = _part_of_day(values)
    if time is None:
        return None
    return Built(Clock(time, which, _origin(values), by_tense="by_tense" in values), MentionKind.CLOCK)


def build_duration(values: Values) -> Built | None:
    """A length of time; `vague` without a number gives PXY."""
    count = values.get("count")
    if "half" in values:
        count = (count or 0) + 0.5
    if count is None and "vague" not in values:
        count = 1
    value = duration_value(count, values["unit"])
    if "lesser" in values and value is not None:
        value = _with_lesser(value, duration_value(values["lesser"], values["lesser_unit"]))
    return None if value is None else Built(Fixed(TimexType.DURATION, value), MentionKind.DURATION)


def duration_value(count: float | None, unit: str) -> str | None:
    """The TIMEX3 value: P3D, PT24H, decades in years, half hours and half years in the next unit."""
    if count is not None and count % 1 == 0.5:
        finer = {
            "TM": (60, "TS"),
            "TH": (60, "TM"),
            "Y": (12, "M"),
            "HY": (6, "M"),
            "DE": (10, "Y"),
            "CE": (100, "Y"),
        }.get(unit)
        if finer and (count == 0.5 or unit not in ("TM", "TH", "Y")):
            count, unit = count * finer[0], finer[1]
    times, unit = (
        _GATHERED.get(unit, (1, unit))
        if count is not None or unit in ("FO", "HY")
        else (1, {"DE": "Y", "CE": "Y", "ML": "Y"}.get(unit, unit))
    )
    if times is None or unit in ("WE", "GE"):
        return None
    text = "X" if count is None else f"{count * times:g}" if count * times < 1_000_000 else None
    if text is None:
        return None
    return f"PT{text}{_TIMED[unit]}" if unit in _TIMED else f"P{text}{unit}"


def _with_lesser(value: str, lesser: str | None) -> str | None:
    """ "three hours and ten minutes": PT3H10M."""
    if lesser is None:
        return None
    return value + (lesser[2:] if "T" in value else lesser[1:])


def build_set(values: Values) -> Built | None:
    """What comes again: "every Monday", "twice a year", "daily"."""
    if "value" in values:
        value = values["value"]
    elif any(name in values for name in ("weekday", "part", "month", "season")):
        value = _coming_again(values).timex()
    else:
        value = duration_value(values.get("count", 1), values["unit"]) or "XXXX-WXX-WE"
    return Built(Fixed(TimexType.SET, value), MentionKind.SET)


def _coming_again(values: Values) -> Point:
    """A date of every year, week or day: no more is said of it."""
    if "month" in values:
        return Point(month=values["month"], day=values.get("day"))
    if "season" in values:
        return Point(season=values["season"])
    time = TimeOfDay(part=values["part"]) if "part" in values else None
    return Point(weekday=values.get("weekday"), time=time)


def build_reference(values: Values) -> Built | None:
    """The present, the past or the future as such."""
    return Built(Fixed(TimexType.DATE, values["value"]), MentionKind.REFERENCE)


def build_holiday(values: Values) -> Built | None:
    """A named day; `name_of` says when it falls (`holidays.holiday_day`)."""
    return Built(Holiday(values["name_of"], values.get("year"), values.get("which")), MentionKind.HOLIDAY)


def build_weekday_of_month(values: Values) -> Built | None:
    """ "the first Tuesday in November", "the last Monday of May 2023": named like a holiday that is fixed so."""
    number = values.get("number", -1)
    if number != -1 and not 1 <= number <= _MOST_WEEKS:
        return None
    name = f"{values['month']}-{number}-{values['weekday']}"
    return Built(Holiday(name, values.get("year")), MentionKind.CALENDAR)


def build_year_end(values: Values) -> Built | None:
    """ "year-end", with or without its year."""
    if "year" in values:
        return Built(Calendar(Point(year=values["year"])), MentionKind.CALENDAR)
    return Built(Unit("Y", 0), MentionKind.THIS_UNIT)


def build_weekend(values: Values) -> Built | None:
    """ "over the weekend": the one before or after, by the tense."""
    return Built(Unit(values["unit"], 0, by_tense=True), MentionKind.THIS_UNIT)


def build_weekday_of_week(values: Values) -> Built | None:
    """ "Friday of last week"."""
    return Built(Weekday(values["weekday"], 0, weeks=values["which"]), MentionKind.WEEKDAY)


def build_at_the_time(values: Values) -> Built | None:
    """The date told last."""
    return Built(AtTheTime(values.get("that", False)), MentionKind.SAME)


def build_the_day(_values: Values) -> Built | None:
    """The day the text is about: the one told last, or that of publication."""
    return Built(TheDay(), MentionKind.SAME)


def build_nothing(_values: Values) -> Built | None:
    """Words that look like a date and are none."""
    return None


BUILDERS: Mapping[str, Callable[[Values], Built | None]] = {
    "calendar": build_calendar,
    "last day": build_last_day,
    "year": build_calendar,
    "unit of": build_unit_of,
    "ancient": build_ancient,
    "numeric": build_numeric,
    "iso": build_iso,
    "decade": build_decade,
    "century": build_century,
    "day of month": build_day_of_month,
    "weekday": build_weekday,
    "shift": build_shift,
    "day shift": build_day_shift,
    "season ago": build_season_ago,
    "same part": build_same_part,
    "day": build_day,
    "unit": build_unit,
    "clock": build_clock,
    "part of day": build_part_of_day,
    "duration": build_duration,
    "set": build_set,
    "reference": build_reference,
    "holiday": build_holiday,
    "weekday of month": build_weekday_of_month,
    "year end": build_year_end,
    "weekend": build_weekend,
    "weekday of week": build_weekday_of_week,
    "at the time": build_at_the_time,
    "the day": build_the_day,
    "no such day": build_no_day,
    "not a date": build_nothing,
}

NEEDED: Mapping[str, tuple[str, ...]] = {
    "last day": ("month",),
    "unit of": ("unit",),
    "ancient": ("year",),
    "numeric": ("date",),
    "iso": ("date",),
    "century": ("century",),
    "day of month": ("day",),
    "weekday": ("weekday",),
    "shift": ("unit", "sign"),
    "day shift": ("unit", "sign"),
    "season ago": ("season",),
    "same part": ("unit",),
    "day": ("days",),
    "part of day": ("part",),
    "duration": ("unit",),
    "reference": ("value",),
    "holiday": ("name_of",),
    "weekend": ("unit",),
    "weekday of week": ("weekday", "which"),
}
"""What a rule must keep or fix for its builder."""

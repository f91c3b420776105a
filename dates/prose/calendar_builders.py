"""From the words a rule kept to days, months, years, decades and centuries of the calendar."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from dates.calendar import days_in_month
from dates.mention import MentionKind
from dates.prose.meaning import AncientYear, Calendar, Impossible, Meaning
from dates.prose.points import Point, TimeOfDay, is_calendar_day

Values = Mapping[str, Any]
"""What a rule kept, by name, and the fixed values of the rule: whatever TOML can hold, as the rule's author chose it."""
_CENTURY_OF_SHORT_YEARS = 50
"""'49 is 2049, '50 is 1950, until the text tells another century (`short_years.py`)."""
_FEBRUARY = 2
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Built:
    """A meaning, what sort of words it came from, and the time of day that stood with it."""

    meaning: Meaning
    kind: MentionKind
    time: TimeOfDay | None = None


def build_calendar(values: Values) -> Built | None:
    """Any date with its parts written out."""
    year, era = values.get("year"), values.get("era")
    if "short" in values:
        year = _full_year(values["short"])
    if year is not None and era is not None and era < 0:
        year = 1 - year
    month, day = values.get("month"), values.get("day")
    if day is not None and "tens" in values:
        day += values["tens"]
    if day is not None and month is not None and not is_calendar_day(year, month, day):
        return build_no_day(values)
    season, quarter, half = values.get("season", ""), values.get("quarter"), values.get("half")
    if (quarter is not None and not 1 <= quarter <= 4) or (half is not None and not 1 <= half <= 2):
        return None
    point = Point(year=year, month=month, day=day, season=season, quarter=quarter, half=half)
    return Built(Calendar(point, short="short" in values, weekday=values.get("weekday")), _calendar_kind(point))


def build_last_day(values: Values) -> Built | None:
    """ "the last day of April"; None of a February whose year is not said."""
    month, year = values["month"], values.get("year")
    if month == _FEBRUARY and year is None:
        return None
    return build_calendar({**values, "day": days_in_month(year or 1, month)})


def build_unit_of(values: Values) -> Built | None:
    """ "the week of Jan. 8", "the quarter ended Sept. 30": the unit that a day lies in."""
    built = build_calendar(values)
    if built is None or not isinstance(built.meaning, Calendar):
        return None
    return Built(replace(built.meaning, unit=values["unit"]), MentionKind.THIS_UNIT)


def _calendar_kind(point: Point) -> MentionKind:
    if point.season:
        return MentionKind.SEASON
    if point.quarter is not None or point.half is not None:
        return MentionKind.QUARTER
    return MentionKind.PARTIAL if point.year is None else MentionKind.CALENDAR


def _full_year(short: int) -> int:
    return short + (2000 if short < _CENTURY_OF_SHORT_YEARS else 1900)


def build_numeric(values: Values) -> Built | None:
    """1/23/24, 23.1.2024, 2024/1/23, 23.1. `order` of the table: whether day or month comes first where both could:
    then the date is a guess.
    """
    parts = re.split(r"[/.-]", values["date"])
    numbers = [int(part) for part in parts]
    year: int | None = None
    if numbers[0] > 31:
        year, month, day = numbers
    else:
        if len(parts) == 3 and len(parts[2]) not in (2, 4):
            return None
        month, day, *years = numbers if values.get("order") == "month" else (numbers[1], numbers[0], *numbers[2:])
        if month > _MONTHS:
            month, day = day, month
        year = years[0] if years else None
    if year is not None:
        year = _full_year(year) if year < 100 else year
        if not 1000 <= year < 2200:
            return None
    if not 1 <= month <= _MONTHS or not is_calendar_day(year, month, day):
        return build_no_day(values)
    either = numbers[0] <= _MONTHS and numbers[1] <= _MONTHS and numbers[0] != numbers[1] and "." not in values["date"]
    point = Point(year=year, month=month, day=day, guessed=either)
    return Built(Calendar(point), _calendar_kind(point))


_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?")


def build_iso(values: Values) -> Built | None:
    """ISO 8601-1 dates and moments."""
    match = _ISO.fullmatch(values["date"])
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups()[:3])
    if not year or not 1 <= month <= 12 or not is_calendar_day(year, month, day):
        return build_no_day(values)
    time = None
    if match[4]:
        zone = match[7] or ""
        if len(zone) == 5:
            zone = f"{zone[:3]}:{zone[3:]}"
        time = TimeOfDay(int(match[4]), int(match[5]), int(match[6]) if match[6] else None, zone)
        if int(match[4]) > 24 or int(match[5]) > 59 or int(match[6] or 0) > 60:
            return None
    return Built(Calendar(Point(year=year, month=month, day=day)), MentionKind.CALENDAR, time)


def build_decade(values: Values) -> Built | None:
    """ "the 1990s", "'90s", "the nineties"."""
    if "tens" in values:
        number = 190 + values["tens"]
    elif "old" in values:
        number = values["old"] // 10
    elif "year" in values:
        if values["year"] % 10:
            return None
        number = values["year"] // 10
    else:
        years = int(values["short"] if "short" in values else values["decade"])
        if years % 10:
            return None
        is_full = years >= 100 or values.get("era", 1) < 0
        number = years // 10 + (0 if is_full else 190 if years >= 20 else 200)
    if values.get("era", 1) < 0:
        number = -number - 1
    return Built(Calendar(Point(decade=number)), MentionKind.DECADE)


def build_century(values: Values) -> Built | None:
    """ "the 19th century" is 18 in TIMEX3; `tens` of "the twenty-first" stand apart."""
    number = values.get("tens", 0) + values["century"] - 1
    if not 0 <= number <= 29:
        return None
    return Built(Calendar(Point(century=-number - 1 if values.get("era", 1) < 0 else number)), MentionKind.CENTURY)


def build_ancient(values: Values) -> Built | None:
    """ "in 490": a year where the text is about years of that age."""
    return Built(AncientYear(values["year"]), MentionKind.CALENDAR)


def build_no_day(_values: Values) -> Built | None:
    """ "32 January": a day that no calendar has, and that takes the time of day beside it along."""
    return Built(Impossible(), MentionKind.CALENDAR)

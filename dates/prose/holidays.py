"""Days with names: when they fall in a year."""

from dataclasses import replace

from dates.calendar import to_days, weekday_of
from dates.prose.moon_feasts import moon_day, moon_month
from dates.prose.points import NOWHEN, Part, Point, point_of_day


def holiday_point(name: str, year: int) -> Point:
    """The day of a feast in a year; a feast of the moon approximately; a whole month has its year and its days."""
    if not name.startswith("moon"):
        return point_of_day(holiday_day(name, year))
    if name.count("-") == 1:
        return Point(year=year, days=moon_month(int(name[5:]), year))
    return replace(point_of_day(holiday_day(name, year)), part=Part.APPROXIMATE)


def holiday_without_year(name: str) -> Point:
    """What is known of a named day in no certain year: month and day, the month, or nothing."""
    month, _, rest = name.partition("-")
    if not month.isdecimal():
        return NOWHEN
    return Point(month=int(month), day=int(rest) if rest.isdecimal() else None)


def holiday_day(name: str, year: int) -> int:
    """Day number (days since 1970-01-01) of a named day in a year.

    `name` is "12-25", "easter-46" (days from Easter Sunday), "11-4-3" (fourth Thursday of November; "5--1-0" the last
    Monday of May), "11-4-3+1" (the day after that) or "moon-10-1" (the first of the tenth Islamic month; "moon-9" the
    first day of the ninth).
    """
    if name.startswith("moon"):
        month, _, number = name[5:].partition("-")
        return moon_day(int(month), int(number or 1), year)
    if name.startswith("easter"):
        return easter(year) + int(name[6:] or 0)
    name, _, later = name.partition("+")
    month, _, rest = name.partition("-")
    which, _, weekday = rest.rpartition("-")
    day = _nth_weekday(year, int(month), int(which), int(weekday)) if which else to_days(year, int(month), int(rest))
    return day + int(later or 0)


def _nth_weekday(year: int, month: int, which: int, weekday: int) -> int:
    if which < 0:
        end = to_days(year + month // 12, month % 12 + 1, 1) - 1
        return end - (weekday_of(end) - weekday) % 7
    first = to_days(year, month, 1)
    return first + (weekday - weekday_of(first)) % 7 + 7 * (which - 1)


def easter(year: int) -> int:
    """Day number of Easter Sunday of the Gregorian calendar (the computus of Meeus, Jones and Butcher)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    skipped, leaps = century // 4, century % 4
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * leaps + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return to_days(year, month, day + 1)

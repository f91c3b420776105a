"""What the two ends of a stretch share: "4 to 9 January 2024", "8:30 to 10 p.m.", "from March to May 2019"."""

from dataclasses import replace

from dates.mention import MentionKind
from dates.prose.language import Language
from dates.prose.meaning import AncientYear, Calendar, Clock, DayOfMonth, Found, point_of, time_of
from dates.prose.points import Point, TimeOfDay, first_month, in_year, is_calendar_day
from dates.prose.short_ends import half_day_before
from dates.prose.tokens import Words


def share_parts(left: Found, right: Found, joint: str, words: Words, language: Language) -> None:
    """Give, in place, to each of two ends what only the other says: year, month, half of the day, zone.

    `joint` is what stands between them ("to", "and"…): a list gives less than a stretch.
    """
    lists = joint not in ("to", "dash")
    _share_clock(left, right, words, language)
    if isinstance(left.meaning, DayOfMonth) and point_of(right).grain in ("CE", "Q"):
        left.meaning, left.kind = Calendar(_ordinal_before(left.meaning.day, point_of(right))), right.kind
    elif isinstance(left.meaning, DayOfMonth):
        _give(left, _day_before(left.meaning.day, point_of(right)))
    elif isinstance(right.meaning, DayOfMonth):
        _give(right, _day_after(right.meaning.day, point_of(left)))
    elif isinstance(left.meaning, AncientYear):
        year = point_of(right).year
        if year is not None and 1 - left.meaning.number < year <= 0:
            _give(left, Point(1 - left.meaning.number))
    elif _in_year(point_of(left)) and _in_year(point_of(right)):
        _share_year(left, right, lists=lists)


def _share_clock(left: Found, right: Found, words: Words, language: Language) -> None:
    """ "8:30 to 10 p.m.", "0300 to 0500 GMT"."""
    time, end = time_of(left) or _military(left, words, language), time_of(right)
    if time is None or end is None or time.hour is None or end.hour is None:
        return
    time = replace(time, zone=time.zone or end.zone)
    if _has_half(right, words, language) and not _has_half(left, words, language) and 1 <= (time.hour or 0) <= 12:
        time = half_day_before(time, end)
    if isinstance(left.meaning, Clock):
        left.meaning = replace(left.meaning, time=time)
    elif left.time is None:
        left.meaning, left.kind, left.rule = Clock(time), MentionKind.CLOCK, right.rule
    else:
        left.time = time


def _military(mention: Found, words: Words, language: Language) -> TimeOfDay | None:
    """The 1000 of "1000 to 1200 GMT", read as a year until then."""
    number = language.value("MILITARY", words[mention.first])
    if number is None or mention.last - mention.first > 1 or point_of(mention) != Point(year=number):
        return None
    return TimeOfDay(number // 100, number % 100)


def _has_half(mention: Found, words: Words, language: Language) -> bool:
    return any(language.value("AMPM", word) is not None for word in words[mention.first : mention.last])


def _in_year(point: Point) -> bool:
    return point.month is not None or bool(point.season) or point.quarter is not None or point.half is not None


def _give(mention: Found, point: Point | None) -> None:
    if point is not None:
        mention.meaning = Calendar(point)
        if point.has_year and mention.kind in (MentionKind.PARTIAL, MentionKind.DAY_OF_MONTH):
            mention.kind = MentionKind.CALENDAR


def _share_year(left: Found, right: Found, *, lists: bool) -> None:
    one, other = point_of(left), point_of(right)
    falls_back = _place(one) > _place(other)
    if one.year is None and other.year is not None:
        wraps = falls_back and not (lists and (one.season or other.season))
        _give(left, in_year(one, other.year - wraps))
    elif one.year is not None and other.year is None and not lists:
        _give(right, in_year(other, one.year + falls_back))


def _place(point: Point) -> tuple[int, int]:
    return first_month(point), point.day or 0


def _ordinal_before(number: int, end: Point) -> Point:
    """ "the 17th to the 19th century", "the 1st to the 3rd quarter of 2023"."""
    if end.century is None:
        return replace(end, quarter=min(number, 4))
    return Point(century=number - 1 if end.century >= 0 else -number)


def _day_before(day: int, end: Point) -> Point | None:
    """The last such day of the month before `end`."""
    if end.day is None or end.month is None:
        return None
    return _day_in(day, end, -1 if day >= end.day else 0)


def _day_after(day: int, start: Point) -> Point | None:
    if start.day is None or start.month is None:
        return None
    return _day_in(day, start, 1 if day <= start.day else 0)


def _day_in(day: int, near: Point, months: int) -> Point | None:
    month = (near.month or 1) + months
    year = near.year if near.year is None else near.year + (month - 1) // 12
    month = (month - 1) % 12 + 1
    return Point(year, month, day) if is_calendar_day(year, month, day) else None

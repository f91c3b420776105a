"""Ends of a stretch that share a word with the other end: the 4 of "4 to 9 January", the 60 of "60 to 90 days".

A number (or month, or season) beside a mention becomes a mention of its own, with what it shares.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from dates.mention import MentionKind, TimexType
from dates.prose.language import Language
from dates.prose.meaning import Calendar, Clock, DayOfMonth, Fixed, Found, Weekday, point_of, time_of
from dates.prose.numbers import count_of
from dates.prose.points import Point, TimeOfDay, is_calendar_day
from dates.prose.tokens import Tokens

_LONGEST_NUMBER, LONGEST_JOINT, _LONGEST_START = 4, 3, 7
"""Tokens of a short end, of what stands between two ends, of what opens a stretch."""
_MOST = 12
"""Short ends in a row on one side."""
_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([A-Z]+)")
_SCALES = (1, 2, 6, 10, 12, 60, 100, 1000)
"""By what a length may have been multiplied on its way into TIMEX3: fortnights, halves, decades, minutes…"""
_HALF_DAY = 12
"""Hours."""


class Sort(StrEnum):
    """What sort of end a mention is: the name of what a short one beside it looks like."""

    NONE = ""
    DAY = "short day"
    MONTH = "short month"
    SEASON = "short season"
    QUARTER = "short quarter"
    DECADE = "short decade"
    CENTURY = "short century"
    YEAR = "short year"
    LENGTH = "short length"
    CLOCK = "short clock"


_COUNTED_UP = (Sort.LENGTH, Sort.CLOCK)


def start_before(language: Language, symbols: str, position: int, floor: int) -> tuple[int, str] | None:
    """First token of the longest words that open a stretch and stop here ("from", "sometime between"), what they say."""
    for size in range(min(_LONGEST_START, position - floor), 0, -1):
        kind = language.phrase_at("before the first end", symbols, position - size, position)
        if kind is not None:
            return position - size, kind
    return None


def add_short_ends(found: list[Found], tokens: Tokens, language: Language) -> list[Found]:
    """The mentions with the short ends beside them, in order. A year behind the last day of several is theirs."""
    made: list[Found] = []
    for mention in _ShortEnds(tokens, language).all(found):
        if made and _is_weekday_of(made[-1], mention, tokens):
            mention.first = made.pop().first
        made.append(mention)
    return made


def _is_weekday_of(before: Found, mention: Found, tokens: Tokens) -> bool:
    """ "Saturday 4 to Sunday 5 May": the weekday belongs to the short end."""
    if not isinstance(before.meaning, Weekday) or before.meaning.which is not None or before.time is not None:
        return False
    if point_of(mention).day is None or mention.last - mention.first > 1:
        return False
    return mention.first == before.last or (mention.first == before.last + 1 and tokens.words[before.last] == ",")


class _ShortEnds:
    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._words = tokens.words
        self._symbols = tokens.symbols
        self._language = language

    def all(self, found: list[Found]) -> Iterator[Found]:
        floor, taken = 0, False
        for number, mention in enumerate(found):
            if taken:
                taken = False
                continue
            following = found[number + 1] if number + 1 < len(found) else None
            yield from reversed(self._before(mention, floor))
            after = self._after(mention, following)
            if after and following is not None and self._is_year_of(after[-1], following):
                taken = True
                _give_year([mention, *after], following)
            yield mention
            yield from after
            floor = after[-1].last if after else mention.last

    def _before(self, mention: Found, floor: int) -> list[Found]:
        """Nearest first."""
        sort = self._sort_of(mention)
        made: list[Found] = []
        nearest, listed = mention, False
        while sort is not Sort.NONE and len(made) < _MOST:
            hit = self._joint_before(nearest.first, floor)
            if hit is None or (hit[1] == "comma" and not listed):
                break
            start, joint = hit
            first = self._number_before(sort, start, floor)
            if first is None or not self._allows(sort, joint, first, floor):
                break
            one = self._made(sort, first, start, nearest)
            if one is None:
                break
            made.append(one)
            nearest, listed = one, joint in ("and", "or", "comma")
        return made

    def _joint_before(self, position: int, floor: int) -> tuple[int, str] | None:
        for size in range(min(LONGEST_JOINT, position - floor - 1), 0, -1):
            joint = self._language.phrase_at("between two ends", self._symbols, position - size, position)
            if joint is not None:
                return position - size, joint
        return None

    def _number_before(self, sort: Sort, position: int, floor: int) -> int | None:
        for size in range(min(_LONGEST_NUMBER, position - floor), 0, -1):
            first = position - size
            if self._language.phrase_at(sort, self._symbols, first, position) is not None:
                return None if first > floor and self._spoils(first - 1) else first
        return None

    def _spoils(self, position: int) -> bool:
        return self._language.phrase_at("no short end after", self._symbols, position, position + 1) is not None

    def _allows(self, sort: Sort, joint: str, first: int, floor: int) -> bool:
        """Lengths and times of day are ends of a stretch before "and" only behind "between"."""
        if joint == "slash":
            return sort in (Sort.DAY, Sort.MONTH, Sort.SEASON)
        if joint != "and" or sort not in _COUNTED_UP:
            return True
        start = start_before(self._language, self._symbols, first, floor)
        return start is not None and start[1] != "from"

    def _after(self, mention: Found, following: Found | None) -> list[Found]:
        sort = self._sort_of(mention)
        if not self._is_open_behind(mention, sort):
            return []
        ceiling = following.first if following is not None else len(self._symbols)
        tried: list[Found] = []
        sure = 0
        nearest = mention
        while len(tried) < _MOST:
            hit = self._joint_after(nearest.last, ceiling)
            if hit is None:
                break
            start, joint = hit
            one = self._made(sort, start, start + 1, nearest, after=True)
            if one is None or self._is_something_else(sort, joint, one, following):
                break
            tried.append(one)
            nearest = one
            if joint != "comma":
                sure = len(tried)
                break
        return tried[:sure]

    def _joint_after(self, position: int, ceiling: int) -> tuple[int, str] | None:
        for size in range(min(LONGEST_JOINT, ceiling - position - 1), 0, -1):
            joint = self._language.phrase_at("between two ends", self._symbols, position, position + size)
            if joint is not None:
                return position + size, joint
        return None

    def _is_open_behind(self, mention: Found, sort: Sort) -> bool:
        """Whether the mention ends with what a short end can stand for: "January 4", "2014", "July"."""
        last = self._words[mention.last - 1]
        if sort is Sort.DAY:
            day = mention.meaning.day if isinstance(mention.meaning, DayOfMonth) else point_of(mention).day
            return mention.time is None and self._language.value("DAYNUM", last) == day
        if sort is Sort.MONTH:
            return not point_of(mention).has_year
        if sort is Sort.DECADE:
            return True
        return sort is Sort.YEAR and self._language.value("YEAR", last) is not None

    def _is_something_else(self, sort: Sort, joint: str, one: Found, following: Found | None) -> bool:
        """Whether what stands behind a number tells that it counts something."""
        if sort is Sort.MONTH:
            return joint not in ("dash", "slash")
        if sort is Sort.YEAR and joint not in ("dash", "slash"):
            return True
        if following is not None and self._is_year_of(one, following):
            return False
        names = ["no short day before"]
        if joint in ("and", "or", "comma", "slash"):
            names.append("no listed day before")
        return any(self._begins(name, one.last) for name in names)

    def _begins(self, name: str, position: int) -> bool:
        return self._language.phrases[name].match(self._symbols, position) is not None

    def _is_year_of(self, day: Found, year: Found) -> bool:
        if not point_of(year).has_year or point_of(year) != Point(year=point_of(year).year):
            return False
        if point_of(day).day is None or point_of(day).has_year:
            return False
        return year.first == day.last or (year.first == day.last + 1 and self._words[day.last] == ",")

    # --- one short end ----------------------------------------------------------------------------------------------

    def _sort_of(self, mention: Found) -> Sort:
        meaning = mention.meaning
        if isinstance(meaning, Fixed):
            return Sort.LENGTH if meaning.type is TimexType.DURATION else Sort.NONE
        if time_of(mention) is not None:
            return Sort.CLOCK if self._begins("begins with a clock", mention.first) else Sort.NONE
        if isinstance(meaning, DayOfMonth):
            return Sort.DAY
        if isinstance(meaning, Calendar) and meaning.unit:
            return Sort.NONE
        return _sort_of_point(point_of(mention))

    def _made(self, sort: Sort, first: int, last: int, nearest: Found, *, after: bool = False) -> Found | None:
        """The mention that these words make beside the nearest one, None where they do not go together."""
        words = self._words[first:last]
        if sort is Sort.CLOCK:
            return self._clock(first, last, nearest)
        if sort is Sort.LENGTH:
            return self._length(first, last, nearest)
        if sort is Sort.DAY and isinstance(nearest.meaning, DayOfMonth):
            day = self._language.value("DAYTH", words[0])
            in_order = day is not None and (day > nearest.meaning.day) is after
            return replace(nearest, first=first, last=last, meaning=DayOfMonth(day)) if in_order else None
        near = point_of(nearest)
        value = self._value("YY" if sort is Sort.YEAR and after else _CLASSES[sort], words)
        point = None if value is None else _POINTS[sort](near, value, after)
        if point is None:
            return None
        is_bare = sort is Sort.MONTH and not point.has_year
        kind = MentionKind.PARTIAL if is_bare else nearest.kind
        return Found(first, last, Calendar(point), kind, nearest.rule)

    def _value(self, name: str, words: list[str]) -> Any:
        values = (self._language.value(name, word) for word in words)
        return next((value for value in values if value is not None), None)

    def _length(self, first: int, last: int, nearest: Found) -> Found | None:
        match = _LENGTH.fullmatch(nearest.meaning.value) if isinstance(nearest.meaning, Fixed) else None
        most = count_of(self._words[nearest.first : nearest.last], self._language)
        least = count_of(self._words[first:last], self._language)
        if match is None or most is None or least is None or least >= most or float(match[2]) / most not in _SCALES:
            return None
        value = f"P{match[1]}{least * float(match[2]) / most:g}{match[3]}"
        return Found(first, last, Fixed(TimexType.DURATION, value), nearest.kind, nearest.rule)

    def _clock(self, first: int, last: int, nearest: Found) -> Found | None:
        limit = time_of(nearest)
        if limit is None or limit.hour is None:
            return None
        word = self._words[first]
        military = self._language.value("MILITARY", word)
        if military is not None:
            hour: int | None = military // 100
            minute: int | None = military % 100
        else:
            hour, minute = (int(part) if part else None for part in [*word.split(":"), ""][:2])
        time = TimeOfDay(hour, minute, None, limit.zone)
        if military is None:
            time = half_day_before(time, limit)
        return Found(first, last, Clock(time), MentionKind.CLOCK, nearest.rule.rpartition(", ")[2])


def half_day_before(time: TimeOfDay, limit: TimeOfDay) -> TimeOfDay:
    """ "8 to 10 p.m." begins in the evening, "11 to 2 p.m." in the morning: the half of the day nearest before."""
    hour = (time.hour or 0) % _HALF_DAY
    end = ((limit.hour or 0), limit.minute or 0)
    earlier = [one for one in (hour, hour + _HALF_DAY) if (one, time.minute or 0) < end]
    return replace(time, hour=max(earlier, default=hour + _HALF_DAY), zone=time.zone or limit.zone)


def _sort_of_point(point: Point) -> Sort:
    if point.day is not None:
        return Sort.DAY if point.month is not None else Sort.NONE
    if point.month is not None:
        return Sort.MONTH
    if point.season:
        return Sort.SEASON
    if point.quarter is not None:
        return Sort.QUARTER
    if point.century is not None:
        return Sort.CENTURY
    if point.decade is not None:
        return Sort.DECADE
    return Sort.YEAR if point.year is not None and point.half is None else Sort.NONE


def _give_year(days: list[Found], year: Found) -> None:
    """ "Jan. 4-9, 2023": the year is that of both days."""
    number = point_of(year).year
    for day in days:
        day.meaning = Calendar(replace(point_of(day), year=number))
        day.kind = MentionKind.CALENDAR
    days[-1].last = year.last


def _near_day(near: Point, day: int, after: bool) -> Point | None:
    if near.day is None or near.month is None or (day > near.day) is not after or day == near.day:
        return None
    return Point(near.year, near.month, day) if is_calendar_day(near.year, near.month, day) else None


def _near_month(near: Point, month: int, _after: bool) -> Point | None:
    return Point(month=month) if month != near.month else None


def _near_season(near: Point, season: str, _after: bool) -> Point | None:
    return Point(season=season) if season != near.season else None


def _near_quarter(near: Point, quarter: int, _after: bool) -> Point | None:
    return Point(near.year, quarter=quarter) if 1 <= quarter < (near.quarter or 0) else None


def _near_decade(near: Point, tens: int, after: bool) -> Point | None:
    """ "the sixties and seventies" """
    decade = (near.decade or 0) // 10 * 10 + tens
    return Point(decade=decade) if after and 0 <= (near.decade or 0) < decade else None


def _near_century(near: Point, number: int, _after: bool) -> Point | None:
    """Centuries before Christ count down."""
    known = near.century or 0
    century = -number if known < 0 else number - 1
    return Point(century=century) if -100 < century < known else None


def _near_year(near: Point, number: int, after: bool) -> Point | None:
    """ "264 to 241 BC" and "2014-16"."""
    year = near.year or 0
    if after:
        return Point(year - year % 100 + number) if year >= 1000 and year % 100 < number < 100 else None
    return Point(1 - number) if year <= 0 and 1 - year < number < 10_000 else None


_CLASSES: Mapping[Sort, str] = {
    Sort.DAY: "DAYNUM",
    Sort.MONTH: "MONTH",
    Sort.SEASON: "SEASON",
    Sort.QUARTER: "ORDINAL",
    Sort.DECADE: "TENSDECADE",
    Sort.CENTURY: "ORDINAL",
    Sort.YEAR: "INT",
}
_POINTS: Mapping[Sort, Callable[[Point, Any, bool], Point | None]] = {
    Sort.DAY: _near_day,
    Sort.MONTH: _near_month,
    Sort.SEASON: _near_season,
    Sort.QUARTER: _near_quarter,
    Sort.DECADE: _near_decade,
    Sort.CENTURY: _near_century,
    Sort.YEAR: _near_year,
}

"""The ends of a stretch once both are dated: the second comes after the first, and a day said once holds for both."""

from collections.abc import MutableMapping, Sequence
from dataclasses import replace

from dates.calendar import add_months, weekday_of
from dates.mention import Basis, Cue, Direction
from dates.prose.dated import Dated
from dates.prose.holidays import holiday_day
from dates.prose.meaning import Calendar, Clock, DayOfMonth, Found, Holiday, Meaning, Weekday
from dates.prose.points import Point, TimeOfDay, first_month, in_year, is_calendar_day, point_of_day
from dates.prose.stretches import Stretch, StretchKind

_HALF_YEAR = 6
"""Months between two ends that lie in different years."""
_NEAR = 31
"""Days. A stretch without a year that ends so soon after the day of publication is the one that goes on now."""


def put_in_order(
    stretch: Stretch, dated: MutableMapping[int, Dated], found: Sequence[Found], today: Point | None
) -> None:
    """Mend the two ends in place, where the words leave room for it."""
    left, right = dated.get(stretch.left), dated.get(stretch.right)
    if left is None or right is None or left.point is None or right.point is None or left is right:
        return
    meanings = found[stretch.left].meaning, found[stretch.right].meaning
    now = today.day_number() if today is not None else None
    if stretch.kind is StretchKind.LIST:
        first, second = _listed(left.point, right.point, *meanings)
    else:
        first, second = _in_order(left.point, right.point, *meanings, now)
    if first != left.point:
        dated[stretch.left] = Dated(first) if isinstance(meanings[0], Clock) else replace(left, point=first)
    if second != right.point:
        dated[stretch.right] = Dated(second) if isinstance(meanings[1], Clock) else _follows(second, first)


def _follows(point: Point, other: Point) -> Dated:
    return Dated(point, basis=Basis.PREVIOUS, direction=Direction.AFTER, cue=Cue.STORY, base=other)


def _listed(left: Point, right: Point, meaning: Meaning, end: Meaning) -> tuple[Point, Point]:
    """ "in November and January", "in the first and third quarters": one year, or two that follow each other."""
    back = _in_year(left, meaning, (left.year or 0) - 1)
    if back is None or left.day_number() <= right.day_number() or _in_year(right, end, 0) is None:
        return left, right
    follows = first_month(left) - first_month(right) >= _HALF_YEAR
    return (back, right) if follows or left.quarter is not None else (left, right)


def _in_order(left: Point, right: Point, meaning: Meaning, end: Meaning, now: int | None) -> tuple[Point, Point]:
    if isinstance(meaning, Weekday | Clock) or isinstance(end, Weekday | Clock):
        return _days_in_order(left, right, meaning, end, now)
    if not left.has_year or not right.has_year or left.day_number() <= right.day_number():
        return left, right
    if isinstance(end, DayOfMonth):
        is_over = now is not None and right.day_number() <= now < left.day_number()
        return (_months_on(left, -1), right) if is_over else (left, _months_on(right, 1))
    moved = _in_year(right, end, (right.year or 0) + 1)
    back = _in_year(left, meaning, (left.year or 0) - 1)
    if moved is None or (back is not None and now is not None and right.day_number() <= now < moved.day_number()):
        goes_on = moved is not None and moved.day_number() - (now or 0) <= _NEAR
        return (left, moved) if moved is not None and goes_on else (back or left, right)
    return left, moved


def _days_in_order(left: Point, right: Point, meaning: Meaning, end: Meaning, now: int | None) -> tuple[Point, Point]:
    """ "from Thursday to Sunday", "from 8 a.m. to noon Tuesday": the day of one end follows from that of the other."""
    falls_back = _is_later(left.time, right.time)
    if isinstance(meaning, Clock) and not isinstance(end, Clock):
        if meaning.which is not None or not right.is_day:
            return left, right
        return _on(left, right.day_number() - falls_back, guessed=right.guessed), right
    if isinstance(end, Clock):
        if end.which is not None or not left.is_day:
            return left, right
        return left, _on(right, left.day_number() + falls_back, guessed=left.guessed)
    if isinstance(end, Weekday) and end.which is None and left.is_day:
        return _to_weekday(left, right, meaning, end, now)
    if isinstance(meaning, Weekday) and meaning.which is None and right.is_day:
        stop = right.day_number()
        return _on(left, stop - (weekday_of(stop) - meaning.number) % 7, guessed=right.guessed), right
    return left, right


def _to_weekday(left: Point, right: Point, meaning: Meaning, end: Weekday, now: int | None) -> tuple[Point, Point]:
    """The first such day after the other; a week back where both are past."""
    start = left.day_number()
    days = (end.number - weekday_of(start)) % 7
    day = start + (days or (0 if right.time is not None else 7))
    looked_back = now is not None and right.is_day and right.day_number() <= now < day
    if looked_back and isinstance(meaning, Weekday) and meaning.which is None:
        return _on(left, start - 7, guessed=left.guessed), _on(right, day - 7, guessed=left.guessed)
    return left, _on(right, day, guessed=left.guessed)


def _on(point: Point, day_number: int, *, guessed: bool) -> Point:
    """The same on another day, which is a guess where that of the other end is one."""
    return replace(point_of_day(day_number), time=point.time, part=point.part, guessed=guessed)


def _is_later(time: TimeOfDay | None, end: TimeOfDay | None) -> bool:
    if time is None or end is None or time.hour is None or end.hour is None:
        return False
    return (time.hour, time.minute or 0) > (end.hour, end.minute or 0)


def _months_on(point: Point, months: int) -> Point:
    year, month = add_months(point.year or 0, point.month or 1, months)
    return replace(point, year=year, month=month) if is_calendar_day(year, month, point.day or 1) else point


def _in_year(point: Point, meaning: Meaning, year: int) -> Point | None:
    """The same in another year, None where its words name the year."""
    if isinstance(meaning, Holiday):
        return replace(point_of_day(holiday_day(meaning.name, year)), time=point.time) if meaning.year is None else None
    if not isinstance(meaning, Calendar) or meaning.point.has_year or point.year is None:
        return None
    return in_year(point, year)

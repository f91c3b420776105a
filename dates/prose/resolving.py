"""Second pass: the mentions are dated in the order of the text."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dates.calendar import weekday_of
from dates.mention import Basis, DateMention, Direction, Reason, TimexType
from dates.prose.context import Context
from dates.prose.dated import Dated
from dates.prose.dating_days import date_clock, date_day_of_month, date_weekday
from dates.prose.dating_units import date_day_shift, date_same_part, date_same_time, date_shift, date_the_day, date_unit
from dates.prose.dating_years import date_ancient_year, date_calendar, date_holiday
from dates.prose.language import Language
from dates.prose.meaning import (
    AncientYear,
    AtTheTime,
    Calendar,
    Clock,
    DayOfMonth,
    DayShift,
    Fixed,
    Found,
    Holiday,
    Meaning,
    Origin,
    SamePart,
    Shift,
    TheDay,
    Unit,
    Weekday,
)  # fmt: skip
from dates.prose.ordering import put_in_order
from dates.prose.points import MAX_YEAR, MIN_YEAR, Part, Point, is_calendar_day, point_of_day, shift
from dates.prose.ranges import with_ranges
from dates.prose.speech import day_of_speech
from dates.prose.stretches import find_stretches
from dates.prose.tokens import Tokens
from dates.value import UncertainDate


def date_mentions(
    tokens: Tokens, language: Language, found: Sequence[Found], anchor: dt.date | dt.datetime | None
) -> list[DateMention]:
    """The mentions with their values; those that turn out to be no dates are left out."""
    stretches = find_stretches(found, tokens, language)
    context = Context(tokens, language, found, anchor)
    made: dict[int, Dated] = {}
    for context.number, mention in enumerate(found):
        dated = _dated(mention, context)
        if dated is None:
            continue
        made[context.number] = dated
        if context.number in stretches:
            put_in_order(stretches[context.number], made, found, context.today)
            dated = made[context.number]
        if dated.point is not None and context.goes_on_from(dated.point, dated.basis):
            context.tell(dated.point)
    mentions = {number: _mention(found[number], dated, tokens) for number, dated in made.items()}
    return with_ranges(mentions, stretches, tokens)


def _mention(found: Found, dated: Dated, tokens: Tokens) -> DateMention:
    start, end = tokens.starts[found.first], tokens.ends[found.last - 1]
    words = tokens.text[start:end]
    reason = Reason(found.kind, found.rule, dated.basis, dated.direction, dated.cue, _value_of(dated.base, ""))
    point = dated.point
    if point is None:
        fixed = dated.fixed or Fixed(TimexType.DATE, "")
        return DateMention(start, end, words, fixed.type, fixed.value, None, reason)
    kind = TimexType.DATE if point.time is None else TimexType.TIME
    return DateMention(start, end, words, kind, point.timex(), _value_of(point, words), reason)


def _dated(found: Found, context: Context) -> Dated | None:
    if found.only not in ("", context.mode):
        return None
    with context.said_on(day_of_speech(context) if _hangs_on_today(found.meaning) else None):
        dated = _DATED_BY[type(found.meaning)](found.meaning, context)
    if dated is not None and dated.fixed is not None and found.time is not None:
        fixed = Fixed(TimexType.TIME, dated.fixed.value + found.time.timex())
        return replace(dated, fixed=fixed)
    if dated is None or dated.point is None:
        return dated
    point = dated.point
    if not _is_in_calendar(point):
        return None
    if found.later and point.is_day:
        point = shift(point, found.later, "D")
    if found.time is not None:
        point = replace(point, time=found.time)
    if found.part is not Part.NONE:
        point = replace(point, part=found.part)
    return replace(dated, point=point)


def _is_in_calendar(point: Point) -> bool:
    if point.year is not None and not MIN_YEAR <= point.year <= MAX_YEAR:
        return False
    return point.month is None or point.day is None or is_calendar_day(point.year, point.month, point.day)


def _hangs_on_today(meaning: Meaning) -> bool:
    if isinstance(meaning, Unit):
        return meaning.unit == "D" and meaning.origin is Origin.PUBLICATION
    return isinstance(meaning, Clock) and meaning.which is not None and meaning.origin is Origin.PUBLICATION


def _date_fixed(meaning: Fixed, context: Context) -> Dated:
    """As it is; but "a Sunday" right behind a date that is one says that day again."""
    day = context.last
    if day is not None and day.is_day and context.told and context.mention.first - context.last_token <= 1:
        number = day.day_number()
        if meaning.value == Point(weekday=weekday_of(number)).timex() and meaning.type is TimexType.DATE:
            return Dated(point_of_day(number), basis=Basis.PREVIOUS, direction=Direction.SAME, base=day)
    return Dated(fixed=meaning)


def _value_of(point: Point | None, words: str) -> UncertainDate | None:
    if point is None:
        return None
    edtf = point.edtf()
    if not edtf:
        return None
    zone = point.time.zone if point.time is not None and "T" in edtf else ""
    return UncertainDate.stored(edtf, words, zone)


_DATED_BY: Mapping[type[Meaning], Callable[[Any, Context], Dated | None]] = {
    Fixed: _date_fixed,
    Calendar: date_calendar,
    Weekday: date_weekday,
    Unit: date_unit,
    Shift: date_shift,
    DayShift: date_day_shift,
    SamePart: date_same_part,
    Clock: date_clock,
    Holiday: date_holiday,
    DayOfMonth: date_day_of_month,
    AncientYear: date_ancient_year,
    AtTheTime: date_same_time,
    TheDay: date_the_day,
}

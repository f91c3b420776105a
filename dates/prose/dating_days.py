"""Days and times of day that hang on the day of publication or a day told before."""

from dataclasses import replace

from dates.calendar import add_months, days_in_month, weekday_of
from dates.mention import Basis, Cue, Direction
from dates.prose.context import Context
from dates.prose.dated import Dated
from dates.prose.joining import in_part
from dates.prose.meaning import Clock, DayOfMonth, Origin, Unit, Weekday
from dates.prose.mode import Mode
from dates.prose.points import Point, point_of_day

_FEW_WORDS = 4
"""Tokens from a time of day to its day."""
_WEEK = 7
_NIGHT, _NOON = "NI", 12
"""A part of the day, and an hour."""
_BACK = 2
"""So many days back a weekday of a story may lie; else it is the next one."""


def date_day_of_month(meaning: DayOfMonth, context: Context) -> Dated | None:
    """ "the 23rd": of the month told before, else the one gone or, with a future cue, the coming one."""
    last = context.last
    if last is None or last.month is None or last.year is None:
        return Dated(Point(day=meaning.day), basis=Basis.NOTHING) if context.today is None else None
    if context.told and last is not context.today:
        day, cue = _day_in(last.year, last.month, meaning.day), Cue.NONE
        basis = Basis.PREVIOUS
    else:
        cue = context.cues.of(context.mention)
        day, basis = _day_near(last, meaning.day, ahead=cue is Cue.FUTURE_TENSE), Basis.PUBLICATION
    return None if day is None else Dated(day, basis=basis, cue=cue, base=last)


def _day_near(today: Point, day: int, *, ahead: bool) -> Point | None:
    first = today.year or 0, today.month or 1
    steps = (0, 1, 2) if ahead else (0, -1, -2)
    for step in steps:
        found = _day_in(*add_months(*first, step), day)
        if found is not None and (found.day_number() - today.day_number()) * (1 if ahead else -1) >= 0:
            return found
    return None


def _day_in(year: int, month: int, day: int) -> Point | None:
    return Point(year=year, month=month, day=day) if day <= days_in_month(year, month) else None


def date_weekday(meaning: Weekday, context: Context) -> Dated:
    """The day of a weekday: by its own words, else in news by the tense of the sentence, in stories near the day told last."""
    told = context.mode is Mode.STORY or (meaning.origin is Origin.PREVIOUS and context.told)
    base = context.base("D") if told else context.today
    if meaning.origin is Origin.PUBLICATION and (base is None or not base.is_day):
        told, base = False, context.today
    if base is None or not base.is_day:
        return Dated(Point(weekday=meaning.number), basis=Basis.NOTHING)
    basis = Basis.PREVIOUS if told else Basis.PUBLICATION
    now = base.day_number()
    today = weekday_of(now)
    if meaning.which is not None and (meaning.which or told or meaning.origin is not Origin.PREVIOUS):
        days, cue = _steps_to(meaning.number, today, meaning.which) + 7 * meaning.weeks, Cue.WORD
    elif meaning.ahead or _follows_today(context):
        days, cue = (meaning.number - today) % 7, Cue.WORD
    elif told:
        days, cue = (meaning.number - today + _BACK) % 7 - _BACK, Cue.STORY
    else:
        cue = context.cues.of(context.mention)
        days = (meaning.number - today) % 7 if cue is Cue.FUTURE_TENSE else -((today - meaning.number) % 7)
    point = point_of_day(now + days)
    guessed = cue is Cue.NONE and days != 0
    direction = Direction.SAME if not days else Direction.BEFORE if days < 0 else Direction.AFTER
    return Dated(
        replace(point, guessed=guessed),
        basis=basis,
        direction=direction,
        cue=Cue.CUSTOM if cue is Cue.NONE else cue,
        base=base,
    )


def _follows_today(context: Context) -> bool:
    """ "today and Friday", "tonight through Sunday": that weekday is still to come."""
    previous = context.found[context.number - 1] if context.number else None
    if previous is None or not isinstance(previous.meaning, Unit) or previous.meaning.unit != "D":
        return False
    if previous.meaning.origin is not Origin.PUBLICATION or previous.meaning.which < 0:
        return False
    between = context.language.phrase_at("days to come", context.tokens.symbols, previous.last, context.mention.first)
    return between is not None


def date_clock(meaning: Clock, context: Context) -> Dated:
    """A time of day, on the day that its words or the text around it tell; without a day where nothing tells one."""
    base, basis = _day_of_clock(meaning, context)
    if base is None or not base.is_day:
        return Dated(Point(time=meaning.time), basis=Basis.NOTHING)
    away = meaning.which or 0
    if meaning.by_tense and context.cues.of(context.mention) is Cue.FUTURE_TENSE:
        away += 1
    if basis is Basis.PREVIOUS and meaning.which is None and _is_morning_after(meaning, base):
        away += 1
    point = point_of_day(base.day_number() + away)
    told = base.time.part if meaning.by_face and base.time is not None else ""
    return Dated(replace(point, time=in_part(meaning.time, told)), basis=basis, base=base)


def _is_morning_after(meaning: Clock, base: Point) -> bool:
    """ "Shelling went on overnight. At 7 a.m. …": the morning that ends the night told before."""
    is_night = base.time is not None and base.time.part == _NIGHT
    hour = meaning.time.hour
    return is_night and hour is not None and hour < _NOON and not meaning.by_face


def _day_of_clock(meaning: Clock, context: Context) -> tuple[Point | None, Basis]:
    """The day told before in this paragraph, else the day of publication; in a story always the day told before."""
    if meaning.which is None and context.mode is Mode.NEWS and (day := context.headings.day(context.mention)):
        return day, Basis.PREVIOUS
    if meaning.which is None and (day := _day_behind(context)):
        return day, Basis.PUBLICATION
    told = context.told and context.last is not None and context.last.is_day
    here = told and _is_still_told(context)
    from_before = meaning.which is not None and meaning.origin is Origin.PREVIOUS
    if meaning.which is not None and meaning.origin is Origin.PUBLICATION:
        here = False
    if here or context.mode is Mode.STORY or (from_before and told):
        return context.last, Basis.PREVIOUS
    if meaning.time.part and meaning.which is None:
        return None, Basis.NOTHING
    if meaning.which is None and (day := _day_of_lead(context)) is not None:
        return day, Basis.PREVIOUS
    return context.today, Basis.PUBLICATION


def _day_of_lead(context: Context) -> Point | None:
    """The day that opened the news, where a month told beside it came last: "on Tuesday, the first since mid-October"."""
    day, today = context.base("TH"), context.today
    if day is None or today is None or not day.is_day or not context.told or context.last is day:
        return None
    if context.tokens.count_ends(context.last_token, context.mention.first) > 1:
        return None
    is_recent = 0 <= today.day_number() - day.day_number() <= _WEEK
    return day if is_recent and context.cues.told(context.mention) else None


def _is_still_told(context: Context) -> bool:
    """Whether the day told last holds: in its paragraph, and in the next one where that looks back on the last week."""
    last, today = context.last, context.today
    ends = context.tokens.count_ends(context.last_token, context.mention.first)
    if not ends or last is None or today is None:
        return not ends
    if ends > 1 or context.measured or not 0 <= today.day_number() - last.day_number() <= _WEEK:
        return False
    return context.cues.of(context.mention) is not Cue.FUTURE_TENSE


def _day_behind(context: Context) -> Point | None:
    """ "at 6.30 by a tradesman yesterday": the day that follows in a few words, of those counted from publication."""
    number = context.number + 1
    following = context.found[number] if number < len(context.found) else None
    if following is None or context.today is None or not isinstance(following.meaning, Unit):
        return None
    first, last = context.mention.last, following.first
    if last - first > _FEW_WORDS or following.meaning.unit != "D" or following.meaning.origin is Origin.PREVIOUS:
        return None
    if context.language.phrases["between"].search(context.tokens.symbols, first, last):
        return None
    return point_of_day(context.today.day_number() + following.meaning.which)


def _steps_to(weekday: int, today: int, which: int) -> int:
    """Days to last, this or next such weekday."""
    if which < 0:
        return -((today - weekday - 1) % 7 + 1)
    if which > 0:
        return (weekday - today - 1) % 7 + 1
    return weekday - today

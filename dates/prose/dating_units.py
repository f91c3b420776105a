"""Units and offsets counted from the day of publication or a date told before."""

from dataclasses import replace

from dates.calendar import DAY_SECONDS, add_months, weekday_of
from dates.mention import Basis, Cue, Direction, MentionKind, TimexType
from dates.prose.context import Context
from dates.prose.dated import Dated
from dates.prose.meaning import AtTheTime, Calendar, DayShift, Fixed, Origin, SamePart, Shift, TheDay, Unit
from dates.prose.mode import Mode
from dates.prose.points import MAX_YEAR, NOWHEN, Part, Point, TimeOfDay, is_calendar_day, last_day, point_of_day, shift

_SATURDAY = 5
_DAYS_OF_WEEK = 7
_RECENT = 60
"""Days: what ended so lately is no "at the time" of its own."""
_UNITS = frozenset(("D", "W", "WE", "FO", "M", "Q", "HY", "Y", "DE", "CE"))
_OPEN_VALUES = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "HY": "XXXX-HX",
    "DE": "X" * 3, "CE": "XX",
}  # fmt: skip
_DAYS = {"D": 1, "W": 7, "FO": 14}
_MONTHS = {"M": 1, "Y": 12, "DE": 120}
_SECONDS = {"TS": 1, "TM": 60, "TH": 3600}
"""How many days, months or seconds a unit has, by its code."""
_MOST_SECONDS = 10**9
"""Thirty years: nobody counts hours further, and the years stay in reach."""
_LONGEST_LINK = 3
"""Tokens from "two days later" to the date that says which day that was."""


def date_same_time(meaning: AtTheTime, context: Context) -> Dated:
    """The date told last. News that say "at the time" of the last weeks or of what is to come mean the past as such."""
    last, today = context.last, context.today
    of_today = last is None or (today is not None and context.mode is Mode.NEWS and _is_of_today(last, today))
    if not context.told or last is None or (of_today and not meaning.that):
        return Dated(fixed=Fixed(TimexType.DATE, "PAST_REF"))
    return Dated(
        replace(last, part=Part.NONE, guessed=False), basis=Basis.PREVIOUS, direction=Direction.SAME, base=last
    )


def _is_of_today(point: Point, today: Point) -> bool:
    return point.grain not in ("Y", "DE", "CE", "") and last_day(point) > today.day_number() - _RECENT


def date_the_day(_meaning: TheDay, context: Context) -> Dated:
    """The day told last where it is of this week or the text a story, else the day of publication."""
    last, today = context.last, context.today
    if last is None or not last.is_day:
        last = today
    if last is None:
        return Dated(fixed=Fixed(TimexType.DATE, _OPEN_VALUES["D"]), basis=Basis.NOTHING)
    far = today is not None and abs(last.day_number() - today.day_number()) > _DAYS_OF_WEEK
    if far and context.mode is Mode.NEWS:
        last = today
    day = None if last is None else point_of_day(last.day_number())
    return Dated(day, basis=Basis.PREVIOUS, direction=Direction.SAME, base=last)


def date_unit(meaning: Unit, context: Context) -> Dated:
    """ "last month", "this summer", "the next day": as fine as its unit, open where the origin is coarser than that."""
    base, basis = context.origin(meaning.origin, meaning.unit, away=bool(meaning.which))
    direction = (Direction.BEFORE, Direction.SAME, Direction.AFTER)[(meaning.which > 0) - (meaning.which < 0) + 1]
    if base is None or not base.has_year:
        if meaning.unit == "P" or meaning.point != NOWHEN:
            return Dated(meaning.point, basis=Basis.NOTHING, direction=direction)
        open_value = _OPEN_VALUES.get(meaning.unit, "XXXX")
        return Dated(fixed=Fixed(TimexType.DATE, open_value), basis=Basis.NOTHING, direction=direction)
    if (
        context.mode is Mode.STORY
        and context.mention.kind is MentionKind.RELATIVE_DAY
        and not (meaning.which or context.mention.time)
    ):
        return Dated(fixed=Fixed(TimexType.DATE, "PRESENT_REF"))
    if meaning.by_tense:
        return _weekend(base, context) if meaning.unit == "WE" else _the_quarter(base, context)
    if meaning.unit == "P" and base.year is None:
        return Dated(meaning.point, basis=Basis.NOTHING, direction=direction)
    if meaning.unit == "P":
        point = _part_near(meaning, base)
    elif _is_too_coarse(meaning.unit, base):
        point = _opened(base, meaning.unit)
    else:
        point = shift(base, meaning.which, meaning.unit)
        if meaning.unit == "Y" and meaning.point != NOWHEN:
            point = replace(meaning.point, year=point.year)
        elif meaning.unit == "M" and meaning.point.day is not None:
            point = _day_in_month(point, meaning.point.day)
    return Dated(point, basis=basis, direction=direction, cue=Cue.WORD, base=base)


def _day_in_month(month: Point, day: int) -> Point:
    """The month itself where it has no such day."""
    if month.month is None or not is_calendar_day(month.year, month.month, day):
        return month
    return replace(month, day=day)


def _weekend(base: Point, context: Context) -> Dated:
    cue = context.cues.of(context.mention)
    gone = weekday_of(base.day_number()) < _SATURDAY and cue is not Cue.FUTURE_TENSE
    point = shift(base, -1 if gone else 0, "WE")
    direction = Direction.BEFORE if gone else Direction.AFTER
    return Dated(point, basis=Basis.PUBLICATION, direction=direction, cue=cue, base=base)


def _the_quarter(today: Point, context: Context) -> Dated:
    """ "for the quarter": the one told last; else, where nothing looks ahead, the one that is over: firms tell of that."""
    if context.quarter is not None:
        told = context.quarter
        return Dated(shift(told, 0, "Q"), basis=Basis.PREVIOUS, direction=Direction.SAME, cue=Cue.WORD, base=told)
    cue = context.cues.of(context.mention)
    point = shift(today, -(cue is Cue.PAST_TENSE), "Q")
    direction = Direction.BEFORE if cue is Cue.PAST_TENSE else Direction.SAME
    return Dated(point, basis=Basis.PUBLICATION, direction=direction, cue=cue, base=today)


def date_shift(meaning: Shift, context: Context) -> Dated:
    """ "two days later", "years ago": a point as fine as the unit, or the past or future as such."""
    base, basis = context.origin(meaning.origin, meaning.unit, away=True)
    direction = Direction.BEFORE if meaning.sign < 0 else Direction.AFTER
    if meaning.origin is Origin.PREVIOUS and (beside := _date_beside(meaning.unit, context)) is not None:
        return Dated(beside, basis=Basis.PREVIOUS, direction=Direction.SAME, cue=Cue.WORD, base=beside)
    if meaning.count is None or base is None or not base.has_year:
        return _out_of_reach(meaning, base, basis)
    if meaning.unit in _SECONDS:
        return _hours(meaning, base, basis, direction, context)
    if meaning.unit in _UNITS and _is_too_coarse(meaning.unit, base):
        far = Point(year=base.year) if base.year is not None else base
        return Dated(_opened(far, meaning.unit), basis=basis, direction=direction, base=base)
    if meaning.unit not in _UNITS or meaning.count > MAX_YEAR * 366:
        return _out_of_reach(meaning, base, basis)
    point = shift(base, meaning.sign * meaning.count, meaning.unit)
    return Dated(point, basis=basis, direction=direction, cue=Cue.WORD, base=base)


def date_day_shift(meaning: DayShift, context: Context) -> Dated:
    """ "a year ago today", "a week from Monday": always a day."""
    today = context.today
    direction = Direction.BEFORE if meaning.sign < 0 else Direction.AFTER
    if today is None or meaning.count > MAX_YEAR:
        return Dated(fixed=Fixed(TimexType.DATE, _OPEN_VALUES["D"]), basis=Basis.NOTHING, direction=direction)
    start = today.day_number() + meaning.days
    if meaning.weekday is not None:
        start += meaning.sign * ((meaning.sign * (meaning.weekday - weekday_of(start)) - 1) % 7 + 1)
    count = meaning.sign * meaning.count
    if meaning.unit in _DAYS:
        point = point_of_day(start + count * _DAYS[meaning.unit])
    else:
        near = point_of_day(start)
        year, month = add_months(near.first_year(), near.month or 1, count * _MONTHS[meaning.unit])
        point = _day_in_month(Point(year=year, month=month), near.day or 1)
    return Dated(point, basis=Basis.PUBLICATION, direction=direction, cue=Cue.WORD, base=today)


def date_same_part(meaning: SamePart, context: Context) -> Dated:
    """ "the same period last year": of the part of a year told last, or, where none was told, of the quarter that is over."""
    told = context.last if context.told else None
    if told is None or told.year is None or (told.month is None and told.quarter is None and told.half is None):
        told = None if context.today is None else shift(context.today, -1, "Q")
    if told is None or told.year is None:
        return Dated(fixed=Fixed(TimexType.DATE, _OPEN_VALUES.get(meaning.unit, "XXXX")), basis=Basis.NOTHING)
    year = told.year - 1 if meaning.year is None else meaning.year
    unit = meaning.unit
    if unit == "P":
        unit = "HY" if told.half is not None else "M" if told.month is not None and not told.is_day else "Q"
    point = replace(shift(told, 0, unit), year=year)
    return Dated(point, basis=Basis.PREVIOUS, direction=Direction.BEFORE, cue=Cue.WORD, base=told)


def _date_beside(unit: str, context: Context) -> Point | None:
    """ "two days later, on July 5": the date that follows says which day, month or year that was."""
    number = context.number + 1
    following = context.found[number] if number < len(context.found) else None
    if (
        following is None
        or not isinstance(following.meaning, Calendar)
        or following.first - context.mention.last > _LONGEST_LINK
    ):
        return None
    if (
        context.language.phrase_at("in other words", context.tokens.symbols, context.mention.last, following.first)
        is None
    ):
        return None
    point = following.meaning.point
    year = context.years.year(number) if point.year is None and context.years is not None else point.year
    if year is None or unit not in ("D", "M", "Y"):
        return None
    if unit == "Y":
        return Point(year=year)
    if point.month is None or (unit == "D" and point.day is None):
        return None
    return Point(year=year, month=point.month, day=point.day if unit == "D" else None)


def _out_of_reach(meaning: Shift, base: Point | None, basis: Basis) -> Dated:
    """The past or the future as such."""
    value, direction = ("PAST_REF", Direction.BEFORE) if meaning.sign < 0 else ("FUTURE_REF", Direction.AFTER)
    return Dated(fixed=Fixed(TimexType.DATE, value), basis=basis, direction=direction, cue=Cue.WORD, base=base)


def _hours(meaning: Shift, base: Point, basis: Basis, direction: Direction, context: Context) -> Dated:
    size = _SECONDS[meaning.unit]
    moment = None
    if basis is Basis.PUBLICATION and context.moment is not None:
        moment = context.moment.hour * 3600 + context.moment.minute * 60
    elif base.time is not None and base.time.hour is not None:
        moment = base.time.hour * 3600 + (base.time.minute or 0) * 60
    if moment is None and base.is_day and meaning.count and meaning.count * size % DAY_SECONDS == 0:
        day = point_of_day(base.day_number() + meaning.sign * int(meaning.count * size // DAY_SECONDS))
        return Dated(day, basis=basis, direction=direction, cue=Cue.WORD, base=base)
    if moment is None or not base.is_day or meaning.count is None or meaning.count * size > _MOST_SECONDS:
        return Dated(replace(base, time=TimeOfDay()), basis=basis, direction=direction, cue=Cue.WORD, base=base)
    days, seconds = divmod(moment + meaning.sign * meaning.count * size, DAY_SECONDS)
    zone = base.time.zone if base.time is not None else context.zone if basis is Basis.PUBLICATION else ""
    time = TimeOfDay(seconds // 3600, seconds % 3600 // 60, None, zone)
    point = replace(point_of_day(base.day_number() + days), time=time)
    return Dated(point, basis=basis, direction=direction, cue=Cue.WORD, base=base)


def _part_near(meaning: Unit, base: Point) -> Point:
    """ "last summer", "this May", "the following spring": the part of a year nearest on that side."""
    year = base.first_year()
    candidates = [replace(meaning.point, year=year + step) for step in (-1, 0, 1)]
    now = base.day_number()
    if meaning.which == 0:
        return candidates[1]
    if meaning.which > 0 and base.grain == "Y":
        return candidates[2]
    if meaning.which < 0:
        gone = [one for one in candidates if last_day(one) < now]
        return replace(meaning.point, year=(gone[-1] if gone else candidates[0]).first_year() + meaning.which + 1)
    return min(
        (one for one in candidates if one.day_number() > now), key=lambda one: one.day_number(), default=candidates[2]
    )


def _is_too_coarse(unit: str, base: Point) -> bool:
    """Whether nothing so fine can be counted from there: days from a month, months from a year."""
    if unit == "D":
        return not base.is_day
    if unit in ("W", "WE", "FO"):
        return base.grain not in ("D", "W")
    return unit == "M" and base.grain in ("Y", "DE", "CE", "S")


def _opened(base: Point, unit: str) -> Point:
    """The base with a unit in it that is not known."""
    if base.year is None:
        return replace(base, time=None, part=Part.NONE)
    month = base.month if unit == "D" else None
    return Point(year=base.year, month=month, open={"WE": "W", "FO": "W"}.get(unit, unit))

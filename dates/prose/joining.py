"""A time of day and the day beside it become one mention: "8 a.m. Tuesday", "the night of 12 May"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from dates.mention import MentionKind, TimexType
from dates.prose.language import Language
from dates.prose.meaning import (
    Calendar,
    Clock,
    DayOfMonth,
    Fixed,
    Found,
    Holiday,
    Impossible,
    Meaning,
    Shift,
    Unit,
    Weekday,
)
from dates.prose.points import TimeOfDay
from dates.prose.tokens import Tokens

_LONGEST_JOINT = 6
"""Tokens between a day and its time."""
_NIGHT_ENDS = 6
"""The hour from which "at night" is the evening: two at night is 2, eleven is 23."""
_DAYS = re.compile(r"XXXX-(?:XX-XX|WXX-[1-7])")


def join_times(found: Iterable[Found], tokens: Tokens, language: Language) -> list[Found]:
    """The mentions with those joined that belong together."""
    made: list[Found] = []
    for mention in found:
        joined = _joined(made[-1], mention, tokens, language) if made else None
        if joined is None:
            made.append(mention)
        else:
            made[-1] = joined
            if len(made) > 1 and (whole := _joined(made[-2], joined, tokens, language)) is not None:
                made[-2:] = [whole]  # "11:30 p.m. on the night of June 5"
    return made


def _joined(left: Found, right: Found, tokens: Tokens, language: Language) -> Found | None:
    if not 0 <= right.first - left.last <= _LONGEST_JOINT:
        return None
    first, second = left.meaning, right.meaning
    if isinstance(first, Unit):
        return _day_beside(left, first, right)
    if isinstance(first, Clock) and isinstance(second, Fixed):
        return _time_of_set(left, right, second, first, "time then day", tokens, language)
    if isinstance(first, Fixed) and isinstance(second, Clock):
        return _time_of_set(left, right, first, second, "day then time", tokens, language)
    if isinstance(first, Clock):
        if isinstance(second, Clock):
            return _hour_and_part(left, first, right, second)
        if right.time is not None:
            return _hour_and_night(left, first, right, tokens, language)
        return _day_and_time(left, right, right, first, "time then day", tokens, language)
    if isinstance(second, Clock):
        if left.time is not None:
            return _more_of_time(left, right, second)
        return _day_and_time(left, right, left, second, "day then time", tokens, language)
    return None


def _day_beside(left: Found, steps: Unit, right: Found) -> Found | None:
    """ "the day after Labor Day" """
    if not left.loose or right.first > left.last or right.time is not None or not _names_day(right.meaning):
        return None
    return replace(right, first=left.first, rule=f"{left.rule}, {right.rule}", later=steps.which)


def _day_and_time(
    left: Found, right: Found, day: Found, clock: Clock, between: str, tokens: Tokens, language: Language
) -> Found | None:
    if clock.which is not None or day.time is not None or not _names_day(day.meaning):
        return None
    if not language.phrases[between].fullmatch(tokens.symbols, left.last, right.first):
        return None
    return Found(left.first, right.last, day.meaning, day.kind, f"{left.rule}, {right.rule}", clock.time, day.part)


def _time_of_set(
    left: Found, right: Found, again: Fixed, clock: Clock, between: str, tokens: Tokens, language: Language
) -> Found | None:
    """ "6:15 each morning", "Mondays at 8 p.m.": what comes again at its hour."""
    if again.type is not TimexType.SET or clock.which is not None or clock.time.hour is None:
        return None
    if not language.phrases[between].fullmatch(tokens.symbols, left.last, right.first):
        return None
    days, _, part = ("XXXX-XX-XX" if again.value == "P1D" else again.value).partition("T")
    if not _DAYS.fullmatch(days):
        return None
    value = days + in_part(clock.time, part).timex()
    return replace(left, last=right.last, meaning=Fixed(TimexType.SET, value), kind=MentionKind.SET)


def _more_of_time(left: Found, right: Found, clock: Clock) -> Found | None:
    """ "3 o'clock on Monday afternoon": the part of the day says which three o'clock."""
    if right.first > left.last or left.time is None or left.time.hour is None or not clock.time.part:
        return None
    time = in_part(left.time, clock.time.part)
    return replace(left, last=right.last, rule=f"{left.rule}, {right.rule}", time=time)


def _hour_and_part(left: Found, hour: Clock, right: Found, part: Clock) -> Found | None:
    """ "11 p.m. last night": an hour and the part of a known day behind it."""
    if right.first > left.last or hour.time.hour is None or hour.which is not None or not part.time.part:
        return None
    meaning = replace(part, time=in_part(hour.time, part.time.part))
    return replace(right, first=left.first, meaning=meaning, rule=f"{left.rule}, {right.rule}")


def _hour_and_night(left: Found, hour: Clock, right: Found, tokens: Tokens, language: Language) -> Found | None:
    """ "11 p.m. tonight", "11 p.m. on the night of 5 June": the day comes with its part."""
    if hour.time.hour is None or hour.which is not None:
        return None
    if not language.phrases["time then day"].fullmatch(tokens.symbols, left.last, right.first):
        return None
    if right.time is None or not right.time.part or not _names_day(right.meaning):
        return None
    time = in_part(hour.time, right.time.part)
    return replace(right, first=left.first, rule=f"{left.rule}, {right.rule}", time=time)


def in_part(time: TimeOfDay, part: str) -> TimeOfDay:
    """An hour by the clock face, in the part of the day: three in the afternoon is 15."""
    if time.hour is None or not 1 <= time.hour <= 11 or part not in ("AF", "EV", "NI"):
        return time
    return time if part == "NI" and time.hour < _NIGHT_ENDS else replace(time, hour=time.hour + 12)


def _names_day(meaning: Meaning) -> bool:
    if isinstance(meaning, Calendar):
        return meaning.point.day is not None
    if isinstance(meaning, Shift | Unit):
        return meaning.unit == "D"
    return isinstance(meaning, Weekday | DayOfMonth | Holiday | Impossible)

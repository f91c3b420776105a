"""The day on which quoted words were said: "'Tomorrow,' he said on Friday" means Saturday."""

from dates.prose.dating_days import date_weekday
from dates.prose.dating_years import date_calendar
from dates.prose.meaning import Calendar, Found, Weekday
from dates.prose.points import Point
from dates.prose.quotes import enclosing_quote
from dates.prose.telling import Telling

_LONGEST_ATTRIBUTION = 12
"""Tokens."""


def day_of_speech(telling: Telling) -> Point | None:
    """The day named beside the quotation that the present mention stands in; None outside of quotations."""
    tokens, mention = telling.tokens, telling.mention
    quote = enclosing_quote(tokens, mention.first, mention.last)
    if quote is None:
        return None
    opening, closing = quote
    number = telling.number
    for near in range(number + 1, min(number + 4, len(telling.found))):
        found = telling.found[near]
        if closing < found.first <= closing + _LONGEST_ATTRIBUTION and not _ends(telling, closing + 1, found.first):
            return _day_of(found, near, telling)
    for near in range(number - 1, max(number - 4, -1), -1):
        found = telling.found[near]
        if found.last <= opening <= found.last + _LONGEST_ATTRIBUTION and not _ends(telling, found.last, opening):
            return _day_of(found, near, telling)
    return None


def _day_of(found: Found, number: int, telling: Telling) -> Point | None:
    present, telling.number = telling.number, number
    try:
        match found.meaning:
            case Weekday() as weekday:
                return date_weekday(weekday, telling).point
            case Calendar() as calendar if calendar.point.day is not None:
                dated = date_calendar(calendar, telling)
                return None if dated is None else dated.point
        return None
    finally:
        telling.number = present


def _ends(telling: Telling, first: int, last: int) -> bool:
    return telling.cues.ends_sentence(first, last)

"""The day on which quoted words were said: "'Tomorrow,' he said on Friday" means Saturday."""

from dates.prose.context import Context
from dates.prose.dating_days import date_weekday
from dates.prose.dating_years import date_calendar
from dates.prose.meaning import Calendar, Found, Weekday
from dates.prose.points import Point
from dates.prose.quotes import enclosing_quote

_LONGEST_ATTRIBUTION = 12
"""Tokens."""


def day_of_speech(context: Context) -> Point | None:
    """The day named beside the quotation that the present mention stands in; None outside of quotations."""
    tokens, mention = context.tokens, context.mention
    quote = enclosing_quote(tokens, mention.first, mention.last)
    if quote is None:
        return None
    opening, closing = quote
    number = context.number
    for near in range(number + 1, min(number + 4, len(context.found))):
        found = context.found[near]
        if closing < found.first <= closing + _LONGEST_ATTRIBUTION and not _ends(context, closing + 1, found.first):
            return _day_of(found, near, context)
    for near in range(number - 1, max(number - 4, -1), -1):
        found = context.found[near]
        if found.last <= opening <= found.last + _LONGEST_ATTRIBUTION and not _ends(context, found.last, opening):
            return _day_of(found, near, context)
    return None


def _day_of(found: Found, number: int, context: Context) -> Point | None:
    present, context.number = context.number, number
    try:
        match found.meaning:
            case Weekday() as weekday:
                return date_weekday(weekday, context).point
            case Calendar() as calendar if calendar.point.day is not None:
                dated = date_calendar(calendar, context)
                return None if dated is None else dated.point
        return None
    finally:
        context.number = present


def _ends(context: Context, first: int, last: int) -> bool:
    return context.cues.ends_sentence(first, last)

"""The day a text itself says it is from: "LIMA, Jan. 20 —", "Published 22 January 2024"."""

from collections.abc import Sequence
from dataclasses import replace

from dates.prose.language import Language
from dates.prose.meaning import Calendar, Found
from dates.prose.points import Point, is_calendar_day
from dates.prose.tokens import Tokens

_FURTHEST = 12
"""Tokens before a dateline's date."""
_OLDEST = 7
"""Days a dateline may lie before the day of publication."""
_PUBLISHED_WITHIN = 4
"""Tokens from "published" to its date."""


def day_of_dateline(
    found: Sequence[Found], tokens: Tokens, language: Language, published: Point | None
) -> Point | None:
    """The day of the dateline, None where there is none or it is not of the days before publication.

    Without a day of publication a dateline counts only with its year.
    """
    if not found or found[0].first > _FURTHEST or not isinstance(found[0].meaning, Calendar):
        return None
    mention, point = found[0], found[0].meaning.point
    if point.day is None or not _is_dateline(mention, tokens, language):
        return None
    if published is None:
        return point if point.year is not None else None
    for step in (0, -1):
        day = replace(point, year=point.year or (published.year or 0) + step)
        if is_calendar_day(day.year, day.month or 1, point.day) and 0 <= _days_between(day, published) <= _OLDEST:
            return day
    return None


def _is_dateline(mention: Found, tokens: Tokens, language: Language) -> bool:
    if language.phrases["dateline end"].match(tokens.symbols, mention.last):
        return True
    before = max(0, mention.first - _PUBLISHED_WITHIN)
    return language.phrases["published"].search(tokens.symbols, before, mention.first) is not None


def _days_between(day: Point, published: Point) -> int:
    return published.day_number() - day.day_number()

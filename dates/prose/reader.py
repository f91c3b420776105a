"""Reading dates out of prose: find what is said, then date it in the order of the text."""

import datetime as dt

from dates.mention import DateMention
from dates.prose.finding import find_mentions
from dates.prose.language import load_language
from dates.prose.resolving import date_mentions


def read_dates(text: str, anchor: dt.date | dt.datetime | None, *, language: str = "en") -> list[DateMention]:
    """Every date expression of a text, in order, with its offsets, TIMEX3 type and value, date and reason.

    `anchor` is the day or moment of publication, None where it is not known: then nothing is reckoned from it.
    Raises LookupError where there is no table for the language.
    """
    table = load_language(language)
    tokens = table.cut(text)
    found = find_mentions(tokens, table)
    return date_mentions(tokens, table, found, anchor)

"""Reads one date of an entry, "mid-October 2023" or "8 a.m. 23 January 2024", into slots."""

import datetime as dt

from dates.entry_cursor import Cursor
from dates.entry_numbers import NUMBER_READERS
from dates.entry_slots import Slots
from dates.entry_tokens import Token
from dates.entry_words import read_word
from dates.errors import DateError, DateProblem


def read_side(tokens: list[Token], today: dt.date) -> Slots:
    """Read all of `tokens` as one date. Raises DateError when anything is left over or said twice."""
    cursor = Cursor(tokens, today)
    while cursor.at < len(tokens):
        kind, text = tokens[cursor.at]
        cursor.at += 1
        if kind == "doubt":
            cursor.slots.uncertain = True
        elif kind == "circa":
            cursor.slots.approximate = True
        elif kind == "word":
            read_word(cursor, text)
        elif kind in NUMBER_READERS:
            NUMBER_READERS[kind](cursor, text)
        elif kind != "comma":
            raise DateError(DateProblem.NOT_UNDERSTOOD, text)
    if cursor.slots.is_empty:
        raise DateError(DateProblem.NOT_UNDERSTOOD)
    return cursor.slots

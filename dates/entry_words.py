"""The words of a date: months, weekdays, seasons, "last Sunday", "3 days ago"."""

from dates.entry_cursor import Cursor, shift_day
from dates.entry_vocabulary import (
    APPROXIMATE,
    COUNTS,
    FRACTIONS,
    MONTH_NUMBERS,
    NOISE,
    RELATIVE,
    SEASONS,
    UNCERTAIN,
    UNITS,
    WEEKDAY_NUMBERS,
)
from dates.errors import DateError, DateProblem


def read_word(cursor: Cursor, word: str) -> None:
    slots = cursor.slots
    if word in MONTH_NUMBERS:
        cursor.put(month=MONTH_NUMBERS[word])
    elif word in WEEKDAY_NUMBERS and slots.weekday is None:
        slots.weekday = WEEKDAY_NUMBERS[word]
    elif word in ("early", "mid", "late") and not slots.part:
        slots.part = word
    elif word in SEASONS:
        cursor.season(SEASONS[word])
    elif word in APPROXIMATE:
        slots.approximate = True
    elif word in UNCERTAIN:
        slots.uncertain = True
    elif word not in NOISE:
        _rare_word(cursor, word)


def _rare_word(cursor: Cursor, word: str) -> None:
    follows = cursor.next_word()
    if word in RELATIVE:
        cursor.relative_day(RELATIVE[word])
    elif word in ("noon", "midday", "midnight"):
        cursor.put_time("00:00" if word == "midnight" else "12:00")
    elif (word, follows) in FRACTIONS:
        cursor.fraction(word)
    elif word in ("last", "this", "next"):
        _shifted(cursor, {"last": -1, "this": 0, "next": 1}[word])
    elif word in COUNTS and follows in UNITS:
        cursor.ago(COUNTS[word])
    elif word in ("north", "northern", "south", "southern") and 21 <= cursor.slots.season <= 24:
        cursor.slots.season += 4 if word.startswith("north") else 8
        cursor.at += follows == "hemisphere"
    else:
        raise DateError(DateProblem.NOT_UNDERSTOOD, word)


def _shifted(cursor: Cursor, step: int) -> None:
    """ "last Sunday", "this month", "next year", "last week" """
    word = cursor.next_word()
    cursor.at += 1
    if word in WEEKDAY_NUMBERS:
        away = (WEEKDAY_NUMBERS[word] - cursor.today.weekday()) % 7
        if step < 0 or (step == 0 and away):
            away -= 7
        cursor.relative_day(away + 7 if step > 0 and not away else away)
    elif word == "week":
        monday = shift_day(cursor.today, 7 * step - cursor.today.weekday())
        cursor.relative_day((monday - cursor.today).days)
        cursor.slots.last_day = shift_day(monday, 6)
    elif word in ("month", "year"):
        cursor.month_or_year(word, step)
    elif step == -1 and word in SEASONS:
        raise DateError(DateProblem.AMBIGUOUS, suggestion=f"{word} {cursor.today.year}")
    else:
        raise DateError(DateProblem.NOT_UNDERSTOOD)

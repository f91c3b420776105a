"""The parts of a date that are written with digits."""

import re
from collections.abc import Callable

from dates.entry_cursor import Cursor, to_month
from dates.entry_slots import describe_day
from dates.entry_vocabulary import BEFORE_CHRIST, FRACTIONS, MONTH_NUMBERS, UNITS
from dates.errors import DateError, DateProblem
from dates.reading import year_key


def _iso(cursor: Cursor, text: str) -> None:
    date, _, time = text.partition("t")
    before, date = ("-", date[1:]) if date[0] == "-" else ("", date)
    year, month, *day = re.split(r"[-/.]", date)
    if time:
        clock, *offset = re.split(r"(?=[z+-])", time, maxsplit=1)
        cursor.put_time(clock)
        cursor.slots.offset = "".join(offset).upper()
    cursor.put(before + year, to_month(month), day[0].zfill(2) if day else "")


def _numeric(cursor: Cursor, text: str) -> None:
    """Dots: the day is first. Slashes and hyphens: only where one order is possible or both say the same."""
    first, second, year = (int(part) for part in re.split(r"[/.-] ?", text))
    if len(re.split(r"[/.-] ?", text)[2]) == 2:
        year = cursor.full_year(year)
    if "." in text or first > 12 or first == second:
        day, month = first, second
    elif second > 12:
        day, month = second, first
    else:
        choice = f"{describe_day(year, second, first)} or {describe_day(year, first, second)}"
        raise DateError(DateProblem.AMBIGUOUS, text, choice)
    cursor.put(year_key(year), to_month(str(month)), f"{day:02}")


def _day_month(cursor: Cursor, text: str) -> None:
    day, month = text.rstrip(".").split(".")
    cursor.put(month=to_month(month), day=f"{int(day):02}")


def _month_year(cursor: Cursor, text: str) -> None:
    month, year = re.split(r"[/.]", text)
    cursor.put(year, to_month(month))


def _named(cursor: Cursor, text: str) -> None:
    day, name, year = text.split("-")
    if name not in MONTH_NUMBERS:
        raise DateError(DateProblem.NOT_UNDERSTOOD, text)
    number = cursor.full_year(int(year)) if len(year) == 2 else int(year)
    cursor.put(year_key(number), MONTH_NUMBERS[name], f"{int(day):02}")


def _time(cursor: Cursor, text: str) -> None:
    clock = text.rstrip("apm. ")
    half = text[len(clock) :].strip()[:1]
    first, *rest = clock.split(":")
    hour = int(first)
    if half:
        if not 1 <= hour <= 12:
            raise DateError(DateProblem.NOT_A_TIME, text)
        hour = hour % 12 + (12 if half == "p" else 0)
    cursor.put_time(":".join([f"{hour:02}", *rest]))


def _zone(cursor: Cursor, text: str) -> None:
    sign = re.search(r"[+-].*", text)
    if cursor.slots.offset:
        raise DateError(DateProblem.NOT_UNDERSTOOD)
    if sign is None:
        cursor.slots.offset = "Z"
        return
    shift = sign.group()
    hours, _, minutes = shift[1:].partition(":")
    if len(hours) == 4:
        hours, minutes = hours[:2], hours[2:]
    cursor.slots.offset = f"{shift[0]}{int(hours):02}:{minutes or '00'}"


def _decade(cursor: Cursor, text: str) -> None:
    digits = text.strip("'s")
    if digits[-1] != "0" or (len(digits) == 2) != text.startswith("'"):
        raise DateError(DateProblem.NOT_UNDERSTOOD, text)
    year = cursor.full_year(int(digits)) if len(digits) == 2 else int(digits)
    cursor.put(f"{year // 10:03}X")


def _ordinal(cursor: Cursor, text: str) -> None:
    number = int(text[:-2])
    if (text, cursor.next_word()) in FRACTIONS:
        cursor.fraction(text)
    elif cursor.next_word() in ("century", "c", "cent", "millennium"):
        _long_span(cursor, number)
    else:
        cursor.put(day=f"{number:02}"[-2:] if number < 100 else "99")
        cursor.slots.named_day = True


def _long_span(cursor: Cursor, number: int) -> None:
    width = 1 if cursor.next_word() == "millennium" else 2
    cursor.at += 1
    before = cursor.take_era()
    if not 1 <= number <= 10**width:
        raise DateError(DateProblem.NOT_UNDERSTOOD)
    cursor.put(f"{'-' if before else ''}{number - 1:0{width}}{'X' * (4 - width)}")


def _short_year(cursor: Cursor, text: str) -> None:
    cursor.put(year_key(cursor.full_year(int(text[1:]))))


def _number(cursor: Cursor, text: str) -> None:
    number = int(text)
    follows, before = cursor.next_word(), cursor.previous_word()
    if follows in UNITS:
        cursor.ago(number)
    elif follows in BEFORE_CHRIST or follows in ("ad", "ce") or before in ("ad", "ce", "year"):
        cursor.put(year_key(1 - number if cursor.take_era() else number))
    elif len(text) == 8 and _is_compact(text):
        cursor.put(text[:4], int(text[4:6]), text[6:])
    elif len(text) >= 3:
        cursor.put(year_key(number))
    elif not cursor.slots.day:
        cursor.put(day=f"{number:02}")
    else:
        cursor.put(year_key(cursor.full_year(number)))


def _is_compact(text: str) -> bool:
    return 1 <= int(text[4:6]) <= 12 and 1 <= int(text[6:]) <= 31


def _quarter(cursor: Cursor, text: str) -> None:
    cursor.season((32 if text[0] == "q" else 39) + int(text[1]))


NUMBER_READERS: dict[str, Callable[[Cursor, str], None]] = {
    "iso": _iso, "iso_month": _iso, "numeric": _numeric, "day_month": _day_month, "month_year": _month_year,
    "named": _named, "time": _time, "zone": _zone, "decade": _decade, "ordinal": _ordinal,
    "short_year": _short_year, "number": _number, "quarter": _quarter,
}  # fmt: skip

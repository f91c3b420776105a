"""The place in the words of one date, and what they have said so far."""

import datetime as dt

from dates.calendar import add_months
from dates.entry_slots import Slots
from dates.entry_tokens import Token
from dates.entry_vocabulary import BEFORE_CHRIST, FRACTIONS, MAX_AGO, UNITS
from dates.errors import DateError, DateProblem
from dates.reading import year_key


class Cursor:
    """`put…` and `take…` raise DateError where something is said twice."""

    def __init__(self, tokens: list[Token], today: dt.date) -> None:
        self.tokens = tokens
        self.today = today
        self.at = 0
        self.slots = Slots()

    def next_word(self) -> str:
        return self.tokens[self.at].text if self.at < len(self.tokens) else ""

    def previous_word(self) -> str:
        """The word before the one being read."""
        return self.tokens[self.at - 2].text if self.at > 1 else ""

    def put(self, year: str = "", month: int = 0, day: str = "") -> None:
        slots = self.slots
        if (year and slots.year) or (month and slots.month) or (day and slots.day):
            raise DateError(DateProblem.NOT_UNDERSTOOD)
        slots.year, slots.month, slots.day = year or slots.year, month or slots.month, day or slots.day

    def put_time(self, time: str) -> None:
        if self.slots.time:
            raise DateError(DateProblem.NOT_UNDERSTOOD)
        self.slots.time = time

    def season(self, code: int) -> None:
        if self.slots.season:
            raise DateError(DateProblem.NOT_UNDERSTOOD)
        self.slots.season = code

    def fraction(self, word: str) -> None:
        self.season(FRACTIONS[word, self.next_word()])
        self.at += 1

    def take_era(self) -> bool:
        """Take "BC" or "AD" off the front; True for BC."""
        found = self.next_word() in BEFORE_CHRIST
        self.at += found or self.next_word() in ("ad", "ce")
        self.slots.era_said, self.slots.before_christ = True, found
        return found

    def full_year(self, short: int) -> int:
        century = self.today.year // 100 * 100
        return century + short if short <= self.today.year % 100 else century - 100 + short

    def ago(self, count: int) -> None:
        """ "3 days ago", "2 months ago": as fine as its unit."""
        unit = UNITS[self.next_word()]
        self.at += 1
        if self.next_word() != "ago" or count > MAX_AGO:
            raise DateError(DateProblem.NOT_UNDERSTOOD)
        self.at += 1
        if unit in ("day", "week"):
            self.relative_day(-count * (7 if unit == "week" else 1))
        else:
            self.month_or_year(unit, -count)

    def relative_day(self, days: int) -> None:
        if self.slots.year or self.slots.month or self.slots.day:
            raise DateError(DateProblem.NOT_UNDERSTOOD)
        self.slots.put_date(shift_day(self.today, days))

    def month_or_year(self, unit: str, step: int) -> None:
        if unit == "year":
            self.put(year_key(self.today.year + step))
            return
        year, month = add_months(self.today.year, self.today.month, step)
        self.put(year_key(year), month)


def to_month(text: str) -> int:
    """1 to 12. Raises DateError NOT_A_MONTH."""
    if not 1 <= int(text) <= 12:
        raise DateError(DateProblem.NOT_A_MONTH, text)
    return int(text)


def shift_day(day: dt.date, days: int) -> dt.date:
    try:
        return day + dt.timedelta(days=days)
    except OverflowError as error:
        raise DateError(DateProblem.NOT_UNDERSTOOD) from error

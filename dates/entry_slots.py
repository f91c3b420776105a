"""What one date of an entry says, before it is completed from its neighbour and from today."""

import datetime as dt
from dataclasses import dataclass

from dates.bounds import wall_span
from dates.calendar import DAY_SECONDS, days_in_month, weekday_of
from dates.edtf import Point, read_point, year_fits
from dates.errors import DateError, DateProblem
from dates.words import MONTHS

PART_DAYS = {"early": "0X", "mid": "1X", "late": "2X"}
PART_SEASONS = {"early": 37, "mid": 38, "late": 39}


@dataclass(slots=True)
class Slots:
    """`year` is EDTF ("2024", "-0043", "199X"), `day` two characters; "" and 0 are what was not said."""

    year: str = ""
    month: int = 0
    day: str = ""
    season: int = 0
    part: str = ""
    time: str = ""
    offset: str = ""
    approximate: bool = False
    uncertain: bool = False
    weekday: int | None = None
    named_day: bool = False
    """The day stands by itself: "the 4th"."""
    last_day: dt.date | None = None
    """The end of a stretch such as "last week"; its first day is in the other slots."""
    borrowed_year: bool = False
    era_said: bool = False
    before_christ: bool = False

    @property
    def is_empty(self) -> bool:
        said = (self.year, self.month, self.day, self.season, self.time)
        return not any(said) and self.weekday is None

    @property
    def is_decade(self) -> bool:
        plain = not (self.month or self.season or self.day or self.time)
        return plain and self.year[3:] == "X" and self.year[:3].isdigit()

    def put_date(self, day: dt.date) -> None:
        self.year, self.month, self.day = f"{day.year:04}", day.month, f"{day.day:02}"

    def borrow(self, other: "Slots") -> None:
        """Take from a neighbour what it says and this one leaves out: "4 and 9 January 2024"."""
        if self.time and not self.offset:
            self.offset = other.offset if other.time else ""
        if self.time and not (self.day or self.month or self.year or self.weekday is not None):
            self.year, self.month, self.day = other.year, other.month, other.day
            return
        if self.day and not self.month and not self.season:
            self.month = other.month
        if (self.month or self.season) and not self.year and other.year.lstrip("-").isdigit():
            self.year = other.year
            self.borrowed_year = True

    def complete(self, today: dt.date) -> None:
        """Fill the month and year from today. Raises DateError where the day alone says too little."""
        if self.weekday is not None and not (self.day or self.month or self.year):
            self.put_date(today - dt.timedelta(days=(today.weekday() - self.weekday) % 7))
        if self.day and not self.month:
            if not self.named_day or self.year or self.season:
                raise DateError(DateProblem.NOT_UNDERSTOOD)
            self.month = today.month
        if self.time and not self.day:
            if self.month or self.year or self.season:
                raise DateError(DateProblem.NOT_UNDERSTOOD)
            self.put_date(today)
        if (self.month or self.season) and not self.year:
            self.year = f"{today.year:04}"
        if not self.year:
            raise DateError(DateProblem.NOT_UNDERSTOOD)

    def to_point(self) -> Point:
        """The EDTF date of completed slots. Raises DateError, with a day that exists as suggestion."""
        month, day = (f"{self.month:02}" if self.month else ""), self.day
        approximate = self.approximate or bool(self.part)
        if self.part:
            if day or self.season or self.time or "X" in self.year:
                raise DateError(DateProblem.NOT_UNDERSTOOD)
            month, day = (month, PART_DAYS[self.part]) if month else (str(PART_SEASONS[self.part]), "")
        elif self.season:
            if month or day:
                raise DateError(DateProblem.NOT_UNDERSTOOD)
            month = str(self.season)
        text = "-".join(piece for piece in (self.year, month, day) if piece)
        if self.time:
            text += f"T{self.time}{self.offset}"
        sign = {(True, True): "%", (True, False): "~", (False, True): "?"}.get((approximate, self.uncertain), "")
        try:
            point = read_point(text + sign)
        except DateError as error:
            raise DateError(error.problem, error.text, self._nearest(error.problem)) from error
        self._check_weekday(point)
        return point

    def _nearest(self, problem: DateProblem) -> str:
        if problem is DateProblem.NOT_A_DAY and 1 <= self.month <= 12 and self.year.lstrip("-").isdigit():
            return describe_day(int(self.year), self.month, days_in_month(int(self.year), self.month))
        if problem is DateProblem.NOT_UNDERSTOOD and self.year.startswith("Y"):
            year = int(self.year[1:])
            return str(year) if year > 0 else f"{1 - year} BC"  # a year of five digits has no months in EDTF
        return ""

    def _check_weekday(self, point: Point) -> None:
        if self.weekday is None:
            return
        if not point.day.isdigit() or not year_fits(point.year, point.year.best) or point.year.is_open:
            raise DateError(DateProblem.NOT_UNDERSTOOD)
        if weekday_of(wall_span(point)[0] // DAY_SECONDS) != self.weekday:
            day = describe_day(point.year.best, int(point.month), int(point.day))
            raise DateError(DateProblem.WEEKDAY_DIFFERS, suggestion=day)


def describe_day(year: int, month: int, day: int) -> str:
    """ "29 Feb 2024" """
    shown = str(year) if year >= 1000 else f"AD {year}" if year > 0 else f"{1 - year} BC"
    return f"{day} {MONTHS[month - 1][:3]} {shown}"

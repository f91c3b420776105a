"""A date as far as words say it, and its two written forms: TIMEX3 and EDTF."""

from dataclasses import dataclass, replace
from enum import StrEnum

from dates.calendar import add_months, days_in_month, from_days, to_days, weekday_of

SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
"""TIMEX3's seasons and the numbers EDTF has for them."""
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The months that seasons begin in."""
MIN_YEAR, MAX_YEAR = -9999, 9999
_LEAP_YEAR = 2000
_OF_CENTURY = ((0, 33), (34, 66), (67, 99))
_OF_DECADE = ((0, 3), (4, 6), (7, 9))
_OF_WEEK = ((0, 2), (1, 3), (3, 6))
"""First and last year or day, from the first on, of what is early, in the middle and late."""


class Part(StrEnum):
    """How a modifier bends a date."""

    NONE = ""
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    APPROXIMATE = "approximate"


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A clock time, or a part of the day: MO, AF, EV, NI, DT. `zone`: "", "Z" or "+03:00"; `place`: an IANA name."""

    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str = ""
    part: str = ""

    def timex(self) -> str:
        """The part of a TIMEX3 value from its T on; TXX where the time is not known."""
        if self.part:
            return "T" + self.part
        if self.hour is None:
            return "TXX"
        text = f"T{self.hour:02}:{self.minute or 0:02}"
        if self.second is not None:
            text += f":{self.second:02}"
        return text + (self.zone[:3] if self.zone.endswith(":00") else self.zone)


@dataclass(frozen=True, slots=True)
class Point:
    """A date of any grain. What is None or "" is not said. `year` 0 is 1 BC; `decade` 199, `century` 18 as in TIMEX3.

    Decades and centuries before Christ are negative, one lower than TIMEX3 counts them: -1 is BC00, -49 the 480s BC.
    `weekday` (0 = Monday) stands only where the day could not be found; `guessed`: nothing said which way to look.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    weekend: bool = False
    weekday: int | None = None
    season: str = ""
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    time: TimeOfDay | None = None
    part: Part = Part.NONE
    days: tuple[int, int] | None = None
    """First and last day number of a feast that lasts."""
    guessed: bool = False
    open: str = ""
    """D, W or M where such a unit is meant, but not known which."""

    @property
    def grain(self) -> str:
        """The code of the smallest unit said: D, W, M, Q, HY, S (a season), Y, DE, CE or ""."""
        if self.day is not None or self.weekday is not None:
            return "D"
        if self.week is not None:
            return "W"
        if self.month is not None:
            return "M"
        if self.quarter is not None:
            return "Q"
        if self.half is not None:
            return "HY"
        if self.season:
            return "S"
        return (
            "Y"
            if self.year is not None
            else "DE"
            if self.decade is not None
            else "CE"
            if self.century is not None
            else ""
        )

    @property
    def is_day(self) -> bool:
        """Whether it is one certain day."""
        return self.day is not None and self.month is not None and self.year is not None

    def day_number(self) -> int:
        """Days since 1970-01-01 of its first day, as far as it is known."""
        if self.week is not None and self.year is not None:
            return first_day_of_week(self.year, self.week)
        return to_days(self.first_year(), first_month(self), self.day or 1)

    def first_year(self) -> int:
        """The year, or the first one of the decade or century."""
        if self.year is not None:
            return self.year
        if self.decade is not None:
            return self.decade * 10 + (2 if self.decade < 0 else 0)
        century = self.century or 0
        return century * 100 + (2 if century < 0 else 0)

    @property
    def has_year(self) -> bool:
        """Whether a year, a decade or a century is said."""
        return self.year is not None or self.decade is not None or self.century is not None

    @property
    def is_writable(self) -> bool:
        """Whether it lies in the years that four digits can say."""
        return (
            MIN_YEAR <= (self.year or 0) <= MAX_YEAR
            and -1000 <= (self.decade or 0) <= 999
            and -100 <= (self.century or 0) <= 99
        )

    def timex(self) -> str:
        """The TIMEX3 value (TimeML 1.2.1; ISO 8601-1 with X for what is open)."""
        date = self._timex_date()
        return date + self.time.timex() if self.time is not None else date

    def _timex_date(self) -> str:
        year = timex_year(self.year)
        if self.year is None and self.decade is not None:
            return _era(self.decade, 3)
        if self.year is None and self.century is not None:
            return _era(self.century, 2)
        if self.weekday is not None and self.day is None:
            return f"{year}-WXX-{self.weekday + 1}"
        if self.week is not None:
            return f"{year}-W{self.week:02}" + ("-WE" if self.weekend else "")
        if self.weekend:
            return f"{year}-WXX-WE"
        if self.season:
            return f"{year}-{self.season}"
        if self.quarter is not None:
            return f"{year}-Q{self.quarter or 'X'}"
        if self.half is not None:
            return f"{year}-H{self.half}"
        return self._timex_day(year)

    def _timex_day(self, year: str) -> str:
        if self.day is not None:
            return f"{year}-{'XX' if self.month is None else f'{self.month:02}'}-{self.day:02}"
        to_day = self.time is not None or self.open == "D"
        if self.month is not None:
            return f"{year}-{self.month:02}" + ("-XX" if to_day else "")
        if to_day:
            return f"{year}-XX-XX"
        return year + {"W": "-WXX", "M": "-XX"}.get(self.open, "")

    def edtf(self) -> str:
        """The EDTF text (ISO 8601-2, level 2), in canonical form; "" where nothing is known."""
        text = self._edtf_date() if self.is_writable else ""
        if text and self.time is not None and self.time.hour is not None and self.is_day:
            text = self._edtf_moment(self.time) or text
        if text and self.guessed:
            text = qualify(text, "?")
        return qualify(text, "~") if text and self.part is Part.APPROXIMATE else text

    def _edtf_moment(self, time: TimeOfDay) -> str:
        """Midnight at the end of a day is written as the beginning of the next; "" where that is out of reach."""
        number = self.day_number() + (time.hour == 24)
        day = _day_text(number)
        clock = [time.hour or 0 if time.hour != 24 else 0, time.minute, time.second]
        return day and f"{day}T" + ":".join(f"{part:02}" for part in clock if part is not None)

    def _edtf_date(self) -> str:
        if self.year is None and (self.decade is not None or self.century is not None):
            return self._edtf_years()
        year, third = edtf_year(self.year), _THIRDS.get(self.part)
        if self.days is not None:
            first, last = map(_day_text, self.days)
            return f"[{first}~..{last}~]" if first and last else ""
        if self.week is not None and self.year is not None:
            return week_edtf(self.year, self.week, weekend=self.weekend, third=third)
        code = SEASONS.get(self.season) or (32 + self.quarter if self.quarter else 39 + self.half if self.half else 0)
        if code:
            return f"{year}-{code}" + ("" if third is None else "~")
        if self.day is not None:
            return f"{year}-{'XX' if self.month is None else f'{self.month:02}'}-{self.day:02}"
        if self.month is not None:
            return f"{year}-{self.month:02}" + ("-XX" if self.open else "" if third is None else f"-{third}X~")
        if self.year is None:
            return ""
        if self.open in ("D", "M"):
            return f"{year}-XX" + ("-XX" if self.open == "D" else "")
        return year if third is None else f"{year}-{37 + third}~"

    def _edtf_years(self) -> str:
        """A decade or century: "199X", "18XX", its early, middle or late years as a set."""
        third = _THIRDS.get(self.part)
        if self.decade is not None:
            first = self.first_year()
            if third is None and self.decade >= 0:
                return f"{self.decade:03}X"
            low, high = (0, 9) if third is None else _OF_DECADE[third]
        else:
            century = self.century or 0
            # The 5th century BC is 500 to 401 BC, years -499 to -400.
            first = century * 100 + (century < 0)
            if third is None:
                return f"{century:02}XX" if century >= 0 else f"-{-century - 1:02}XX"
            low, high = _OF_CENTURY[third]
        return f"[{edtf_year(first + low)}..{edtf_year(first + high)}]"


NOWHEN = Point()
"""A date of which nothing is said."""
_THIRDS = {Part.EARLY: 0, Part.MID: 1, Part.LATE: 2}


def timex_year(year: int | None) -> str:
    """ "2024", "BC0044" (year -43), "XXXX" for none."""
    return "XXXX" if year is None else f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def edtf_year(year: int | None) -> str:
    """ "2024", "-0043" (44 BC), "XXXX" for none."""
    return "XXXX" if year is None else f"{year:04}" if year >= 0 else f"-{-year:04}"


def _era(number: int, digits: int) -> str:
    return f"{number:0{digits}}" if number >= 0 else f"BC{-number - 1:0{digits}}"


def qualify(edtf: str, mark: str) -> str:
    """The whole date marked "?" or "~": both are "%"."""
    if edtf.endswith("]") or ("~" in edtf and mark == "~"):
        return edtf
    if edtf.endswith("~"):
        return edtf[:-1] + "%"
    if edtf.endswith("?"):
        return edtf[:-1] + "%" if mark == "~" else edtf
    return edtf + mark


def first_day_of_week(year: int, week: int) -> int:
    """Day number of the Monday of an ISO week."""
    fourth = to_days(year, 1, 4)
    return fourth - weekday_of(fourth) + (week - 1) * 7


def week_of(day_number: int) -> tuple[int, int]:
    """(year, week) of ISO 8601."""
    thursday = day_number - weekday_of(day_number) + 3
    year = from_days(thursday)[0]
    return year, (thursday - to_days(year, 1, 1)) // 7 + 1


def week_edtf(year: int, week: int, *, weekend: bool = False, third: int | None = None) -> str:
    """Some day of a week, its weekend, or its early, middle or late days; "" beyond the years of four digits."""
    first, last = (5, 6) if weekend else (0, 6) if third is None else _OF_WEEK[third]
    monday = first_day_of_week(year, week)
    ends = _day_text(monday + first), _day_text(monday + last)
    return f"[{ends[0]}..{ends[1]}]" if all(ends) else ""


def _day_text(day_number: int) -> str:
    year, month, day = from_days(day_number)
    return f"{edtf_year(year)}-{month:02}-{day:02}" if MIN_YEAR <= year <= MAX_YEAR else ""


def point_of_day(day_number: int) -> Point:
    """The day of this number (days since 1970-01-01)."""
    year, month, day = from_days(day_number)
    return Point(year=year, month=month, day=day)


def first_month(point: Point) -> int:
    """The month a date begins in; of a winter, December."""
    if point.month is not None:
        return point.month
    if point.quarter:
        return point.quarter * 3 - 2
    if point.half:
        return point.half * 6 - 5
    return SEASON_MONTHS.get(point.season, 1)


def last_day(point: Point) -> int:
    """Roughly the last day number of a day, month, season, quarter or half."""
    first = point.day_number()
    if point.day is not None:
        return first
    if point.month is not None and point.year is not None:
        return first + days_in_month(point.year, point.month) - 1
    return first + (180 if point.half else 365 if point.grain == "Y" else 90)


def shift(point: Point, count: int, unit: str) -> Point:
    """The date `count` units away, as fine as the unit: three years after 2016-05-03 is 2019.

    Units: D, W, WE (weekend), FO (two weeks), M, Q, HY (half a year), Y, DE (decade), CE (century).
    """
    if unit == "D":
        return point_of_day(point.day_number() + count)
    if unit in ("W", "WE", "FO"):
        year, week = week_of(point.day_number() + 7 * count * (2 if unit == "FO" else 1))
        return Point(year=year, week=week, weekend=unit == "WE")
    first = point.first_year()
    if unit in ("M", "Q", "HY"):
        year, month = add_months(first, first_month(point), count * {"M": 1, "Q": 3, "HY": 6}[unit])
        if unit == "Q":
            return Point(year=year, quarter=(month + 2) // 3)
        return Point(year=year, half=(month + 5) // 6) if unit == "HY" else Point(year=year, month=month)
    if unit == "Y":
        return Point(year=first + count)
    return _far(first, count, unit)


def _far(first: int, count: int, unit: str) -> Point:
    """Decades and centuries, counted away from year 0 on either side as they are named."""
    size = 10 if unit == "DE" else 100
    moved = first + count * size
    number = moved // size if moved > 0 else -((1 - moved) // size) - 1
    return Point(decade=number) if unit == "DE" else Point(century=number)


def in_year(point: Point, year: int) -> Point | None:
    """The same in another year, None where that year has no such day."""
    if point.day is not None and not is_calendar_day(year, point.month or 1, point.day):
        return None
    return replace(point, year=year)


def is_calendar_day(year: int | None, month: int, day: int) -> bool:
    """Whether the month has such a day, in some year where None is given."""
    return 1 <= day <= days_in_month(_LEAP_YEAR if year is None else year, month)

"""The date value: an EDTF text, the wording of the source, a time zone."""

import datetime
import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache

from dates.errors import DateError, DateProblem

LIMIT = 9 * 10**18
MONTHS = "January February March April May June July August September October November December".split()
_SIMPLE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)")


class DateKind(StrEnum):
    ON = "on"
    AROUND = "around"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"
    FROM_TO = "from-to"
    UNDATED = "undated"


class Precision(IntEnum):
    NONE = 0
    MILLENNIUM = 1
    CENTURY = 2
    DECADE = 3
    YEAR = 4
    SEASON = 5
    MONTH = 6
    DAY = 7
    HOUR = 8
    MINUTE = 9
    SECOND = 10


class DateStyle(StrEnum):
    LONG = "long"
    SHORT = "short"
    BARE = "bare"


@lru_cache(maxsize=4096)
def _read(edtf: str) -> tuple[int, int, int, int, str, str]:
    """(earliest, latest, sort_at, rank, mark, month key) of a simple date."""
    if not edtf:
        return -LIMIT, LIMIT, LIMIT, 1000, "", ""
    match = _SIMPLE.fullmatch(edtf)
    if match is None:
        raise DateError(DateProblem.NOT_UNDERSTOOD, edtf)
    year, month, day, mark = int(match[1]), int(match[2] or 0), int(match[3] or 0), match[4]
    try:
        first = datetime.date(year, month or 1, day or 1)
        last = first
        if not day:
            following = datetime.date(year + (not month or month == 12), (month % 12 + 1) if month else 1, 1)
            last = following - datetime.timedelta(days=1)
    except ValueError as error:
        raise DateError(DateProblem.NOT_A_DAY, edtf) from error
    epoch = datetime.date(1970, 1, 1).toordinal()
    earliest, latest = (first.toordinal() - epoch) * 86400, (last.toordinal() - epoch + 1) * 86400 - 1
    rank = 12 if day else 32 if month else 62
    key = edtf[:7] if month else edtf[:4]
    return earliest, latest, earliest if day else latest, rank, mark, key


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """A date as far as it is known. `edtf` "" means undated."""

    edtf: str = ""
    as_written: str = ""
    time_zone: str = ""

    def __post_init__(self) -> None:
        _read(self.edtf)

    @classmethod
    def stored(cls, edtf: str, as_written: str = "", time_zone: str = "") -> "UncertainDate":
        """A value that was validated before it was stored: not looked at until a derived property is asked for."""
        value = object.__new__(cls)
        object.__setattr__(value, "edtf", edtf)
        object.__setattr__(value, "as_written", as_written)
        object.__setattr__(value, "time_zone", time_zone)
        return value

    @property
    def kind(self) -> DateKind:
        return DateKind.UNDATED if not self.edtf else DateKind.AROUND if self.approximate else DateKind.ON

    @property
    def precision(self) -> Precision:
        rank = _read(self.edtf)[3]
        return {12: Precision.DAY, 32: Precision.MONTH, 62: Precision.YEAR}.get(rank, Precision.NONE)

    @property
    def approximate(self) -> bool:
        return _read(self.edtf)[4] in ("~", "%")

    @property
    def uncertain(self) -> bool:
        return _read(self.edtf)[4] in ("?", "%")

    @property
    def earliest(self) -> int:
        return _read(self.edtf)[0]

    @property
    def latest(self) -> int:
        return _read(self.edtf)[1]

    @property
    def sort_at(self) -> int:
        return _read(self.edtf)[2]

    @property
    def sort_rank(self) -> int:
        return _read(self.edtf)[3]

    @property
    def month_group(self) -> str:
        return _read(self.edtf)[5]

    @property
    def year_group(self) -> str:
        return _read(self.edtf)[5][:4]


UNDATED = UncertainDate()


def parse_entry(text: str, *, today: datetime.date) -> UncertainDate:
    """Read an ISO date or "23 Jan 2024", "Jan 2024", "2024"."""
    if text.strip().lower() in ("", "undated", "unknown"):
        return UNDATED
    match = re.fullmatch(r"(?:(?:(\d{1,2}) )?([A-Za-z]{3})[a-z]* )?(\d{4})", text.strip())
    if match is None or not match[2]:
        return UncertainDate(text.strip())
    months = [name[:3].lower() for name in MONTHS]
    if match[2].lower() not in months:
        raise DateError(DateProblem.NOT_UNDERSTOOD, text)
    day = f"-{int(match[1]):02}" if match[1] else ""
    return UncertainDate(f"{match[3]}-{months.index(match[2].lower()) + 1:02}{day}")


def format_date(date: UncertainDate, style: DateStyle = DateStyle.LONG) -> str:
    if not date.edtf:
        return "undated"
    year, month, day = [*date.edtf.rstrip("~?%").split("-"), "", ""][:3]
    name = MONTHS[int(month) - 1] if month else ""
    name = name[:3] if style is DateStyle.SHORT else name
    parts = [str(int(day)) if day else "", name, "" if style is DateStyle.BARE and month else year]
    text = " ".join(part for part in parts if part)
    return f"around {text}" if date.approximate else text


def format_hint(date: UncertainDate) -> str:
    if date.precision is Precision.DAY:
        return datetime.date.fromisoformat(date.edtf[:10]).strftime("%A")
    return "day not known" if date.precision is Precision.MONTH else ""


def format_group(key: str) -> str:
    return format_date(UncertainDate(key)) if key else "Undated"


def format_entry(date: UncertainDate) -> str:
    return date.edtf if date.approximate or date.uncertain else "" if not date.edtf else format_date(date)


def describe_precision(date: UncertainDate) -> str:
    return date.precision.name.lower()

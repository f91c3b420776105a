"""English words for one date: the part of the text that knows no intervals and sets."""

from enum import StrEnum

from dates.bounds import wall_span
from dates.calendar import days_in_month
from dates.edtf import PLAIN, Mark, Point, Year, candidates
from dates.zones import offsets_at

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASON_NAMES = ("spring", "summer", "autumn", "winter")
PARTS = {"0X": "early", "1X": "mid", "2X": "late"}
PARTS_OF_YEAR = {37: "early", 38: "mid", 39: "late"}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_FRACTIONS = {
    37: "first third of", 38: "second third of", 39: "last third of", 40: "first half of", 41: "second half of",
}  # fmt: skip


class DateStyle(StrEnum):
    LONG = "long"
    """Running text: "mid-October 2023"."""
    SHORT = "short"
    """The date column of a list: "mid-Oct 2023"."""
    BARE = "bare"
    """Under the heading of the year: "mid-October"."""


def point_words(point: Point, style: DateStyle, *, year: bool = True) -> str:
    """One date with its qualifiers in words. `year=False` leaves the year out where a month or season remains."""
    text = core_words(point, style, year=year)
    marks = point.all_marks
    if (marks & Mark.APPROXIMATE or point.year.is_estimate) and not part_of(point):
        text = f"c. {text}" if style is DateStyle.SHORT else f"around {text}"
    if marks & Mark.UNCERTAIN and style is not DateStyle.BARE:
        text = f"{text} ?" if style is DateStyle.SHORT else f"perhaps {text}"
    return text


def core_words(point: Point, style: DateStyle, *, year: bool = True) -> str:
    """One date in words, without "around" and "perhaps" and without its time zone."""
    shown_year = year_words(point.year, style)
    if point.season and not point.day:
        return _season_words(point, shown_year, style, year=year)
    if not point.month or (point.month == "XX" and not point.day.isdigit()):
        return shown_year
    if point.month.isdigit():
        text = _day_and_month(point, style)
    elif point.day.isdigit():
        text = f"day {int(point.day)} of a month not known,"
    else:
        text = _choices(point.month, 12, months=True)
    if point.time:
        return f"{_with_year(text, point.year, shown_year) if year else text}, {time_words(point.time)}"
    return _with_year(text, point.year, shown_year) if year else text


def can_drop_year(point: Point) -> bool:
    """Whether something readable remains without the year."""
    if point.year.is_open:
        return False
    return point.month.isdigit() and (not point.season or point.season <= 36)


def part_of(point: Point) -> str:
    """ "early", "mid" or "late" where the whole date is such a part of its month or year, else ""."""
    if point.marks == PLAIN:
        return ""
    parts = [part for part in (point.year.text, point.month, point.day) if part]
    if not all(mark & Mark.APPROXIMATE for mark in point.marks[: len(parts)]) or point.year.is_open:
        return ""
    if point.season and not point.day:
        return PARTS_OF_YEAR.get(point.season, "")
    return PARTS.get(point.day, "") if point.month.isdigit() and not point.time else ""


def year_words(year: Year, style: DateStyle = DateStyle.LONG) -> str:
    if year.is_open:
        return _open_year_words(year, style)
    if len(year.text) > 30 or abs(year.best) >= 10**24:
        return f"year {year.text[1:]}"
    text = plain_year(year.best)
    if year.is_estimate and style is not DateStyle.SHORT:
        first, last = sorted((year.low, year.high))
        text += f" ({plain_year(first)} to {plain_year(last)})"
    return text


def plain_year(year: int) -> str:
    if year <= 0:
        return f"{1 - year} BC"
    return str(year) if year >= 1000 else f"AD {year}"


def time_words(time: str) -> str:
    """ "18:30"; an hour alone says so by its form: "6 p.m."."""
    if len(time) > 2:
        return time
    hour = int(time)
    return f"{hour % 12 or 12} {'a.m.' if hour < 12 else 'p.m.'}"


def zone_words(point: Point, zone: str) -> str:
    """ "UTC+3" where the offset from UTC is known, else ""."""
    if not point.time or not (point.offset or zone):
        return ""
    seconds = offsets_at(point.offset or zone, wall_span(point)[0])[0]
    if not seconds:
        return "UTC"
    hours, minutes = divmod(abs(seconds) // 60, 60)
    return f"UTC{'+' if seconds > 0 else '-'}{hours}" + (f":{minutes:02}" if minutes else "")


def ordinal(number: int) -> str:
    tail = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{tail}"


def count_words(number: int) -> str:
    """ "two", "twelve", "13" """
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def join_part(part: str, name: str) -> str:
    """ "mid-October", "early 2019" """
    return f"mid-{name}" if part == "mid" else f"{part} {name}"


def month_name(month: str, style: DateStyle) -> str:
    name = MONTHS[int(month) - 1]
    return name[:3] if style is DateStyle.SHORT else name


def _day_and_month(point: Point, style: DateStyle) -> str:
    name = month_name(point.month, style)
    part = part_of(point)
    if part:
        return join_part(part, name)
    if point.day in ("", "XX"):
        return name
    if point.day.isdigit():
        return f"{int(point.day)} {name}"
    return f"{_choices(point.day, days_in_month(point.year.best, int(point.month)))} {name}"


def _choices(pattern: str, last: int, *, months: bool = False) -> str:
    """The days or months a pattern such as 1X leaves open: "10–19", "5, 15 or 25"."""
    numbers = list(candidates(pattern, 1, last))
    names = [MONTHS[number - 1] if months else str(number) for number in numbers]
    if len(names) == 1:
        return names[0]
    if numbers[-1] - numbers[0] == len(numbers) - 1 and len(numbers) > 2:
        return f"{names[0]}–{names[-1]}"
    return ", ".join(names[:-1]) + f" or {names[-1]}"


def _with_year(text: str, year: Year, shown: str) -> str:
    if year.is_unknown:
        return f"{text}, {shown}"
    if not year.is_open:
        return f"{text} {shown}"
    return f"{text} of {shown if shown.startswith('the ') else f'the {shown}'}"


def _season_words(point: Point, shown_year: str, style: DateStyle, *, year: bool) -> str:
    code = point.season
    if code >= 37:
        part = part_of(point)
        return join_part(part, shown_year) if part else f"{_FRACTIONS[code]} {shown_year}"
    name = f"Q{code - 32}" if code >= 33 else SEASON_NAMES[(code - 21) % 4]
    text = _with_year(name, point.year, shown_year) if year else name
    if 25 <= code <= 32:
        side = "north" if code <= 28 else "south"
        text += f" ({side})" if style is DateStyle.SHORT else f" ({side}ern hemisphere)"
    return text


def _open_year_words(year: Year, style: DateStyle) -> str:
    digits = year.text.lstrip("-")
    known = digits.rstrip("X")
    hidden = len(digits) - len(known)
    before = year.text[0] == "-"
    if "X" in known:
        return f"year {year.text}"
    if hidden == 4:
        return "year not known"
    if hidden == 1:
        if before or not int(known):
            return f"{1 - year.low}–{plain_year(year.high)}" if before else "1 BC–AD 9"
        return f"{int(known) * 10}s" if style is DateStyle.SHORT else f"the {int(known) * 10}s"
    return f"{ordinal(int(known) + 1)} {'century' if hidden == 2 else 'millennium'}" + (" BC" if before else "")

"""The units of the calendar that a date is made of, numbered: which one a date is, which holds a second, the n-th one."""

from dates.bounds import wall_span
from dates.calendar import DAY_SECONDS, LIMIT, add_months, days_in_month, from_days
from dates.edtf import Point, Year, find_day, read_point
from dates.errors import DateError, DateProblem
from dates.reading import Precision, precision_of, year_key

_YEAR_SECONDS = 31_556_952
_MOST_DIGITS = 4
# Each family in the order of the months, and how many months one of them has. Southern spring begins in September.
_SEASONS = (
    ((21, 22, 23, 24), 3), ((25, 26, 27, 28), 3), ((31, 32, 29, 30), 3), ((33, 34, 35, 36), 3), ((37, 38, 39), 4),
    ((40, 41), 6),
)  # fmt: skip
_SECONDS = {Precision.DAY: DAY_SECONDS, Precision.HOUR: 3600, Precision.MINUTE: 60, Precision.SECOND: 1}
_YEARS = {Precision.YEAR: 1, Precision.DECADE: 10, Precision.CENTURY: 100, Precision.MILLENNIUM: 1000}


def months_of(point: Point) -> int:
    """How many months the unit of a date has; 0 for days and what is finer."""
    precision = precision_of(point)
    if precision is Precision.SEASON:
        return _family(point)[1]
    return 1 if precision is Precision.MONTH else 12 * _YEARS.get(precision, 0)


def seconds_of(point: Point) -> int:
    """How many seconds the unit of a date has, for days and what is finer. Raises KeyError for others."""
    return _SECONDS[precision_of(point)]


def unit_index(point: Point) -> int:
    """The number of the unit of a date among all of its kind. Raises DateError where no digit of its year is known."""
    precision = precision_of(point)
    if precision in _SECONDS:
        return wall_span(point)[0] // _SECONDS[precision]
    if point.year.is_open:
        return _prefix_index(point.year)
    if precision is Precision.SEASON:
        codes, _ = _family(point)
        return point.year.best * len(codes) + codes.index(point.season)
    return point.year.best * 12 + int(point.month) - 1 if precision is Precision.MONTH else point.year.best


def unit_at(point: Point, second: int) -> int:
    """The number of the unit like that of `point` which holds a second. Raises DateError as `unit_index` does."""
    precision = precision_of(point)
    if precision in _SECONDS:
        return second // _SECONDS[precision]
    year, month, _ = from_days(second // DAY_SECONDS)
    if point.year.is_open:
        unit_index(point)
        text = year_key(year)
        if text[0] == "Y":
            raise DateError(DateProblem.NOT_UNDERSTOOD, text)
        return _prefix_index(_masked(text, point.year))
    if precision is not Precision.SEASON:
        return year * 12 + month - 1 if precision is Precision.MONTH else year
    codes, months = _family(point)
    # Winter reaches into the next year, so the unit may be one of the year before.
    start = wall_span(read_point(f"2001-{codes[0]}"))[0]
    offset = from_days(start // DAY_SECONDS)[1] - 1
    return (year * 12 + month - 1 - offset) // months


def with_index(point: Point, index: int) -> Point:
    """The date as it would be in another unit: its marks, open digits and offset stay. Raises DateError."""
    precision = precision_of(point)
    if precision in _SECONDS:
        return _at_second(point, index * _SECONDS[precision])
    if point.year.is_open:
        return _checked(point._replace(year=_with_prefix(point.year, index)))
    if precision is Precision.SEASON:
        codes, _ = _family(point)
        year, place = divmod(index, len(codes))
        return point._replace(year=_year(point.year, year), month=str(codes[place]))
    if precision is Precision.MONTH:
        return _in_month(point, *divmod(index, 12))
    return _checked(point._replace(year=_year(point.year, index)))


def add_seconds_to(point: Point, seconds: int) -> Point:
    """A date of days or finer, so many seconds later. Raises DateError."""
    return _at_second(point, wall_span(point)[0] + seconds)


def add_months_to(point: Point, months: int) -> Point:
    """A date so many months later, a multiple of its own unit; the 31st becomes the last of its month."""
    own = months_of(point)
    if own:
        return with_index(point, unit_index(point) + months // own)
    year, month = add_months(point.year.best, int(point.month), months)
    day = min(int(point.day), days_in_month(year, month))
    return point._replace(year=_year(point.year, year, dated=True), month=f"{month:02}", day=f"{day:02}")


def _family(point: Point) -> tuple[tuple[int, ...], int]:
    return next(family for family in _SEASONS if point.season in family[0])


def _at_second(point: Point, second: int) -> Point:
    days, rest = divmod(second, DAY_SECONDS)
    year, month, day = from_days(days)
    clock = f"{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}"[: len(point.time)]
    known = _year(point.year, year, dated=True)
    return point._replace(year=known, month=f"{month:02}", day=f"{day:02}", time=clock)


def _in_month(point: Point, year: int, month0: int) -> Point:
    made = point._replace(year=_year(point.year, year, dated=True), month=f"{month0 + 1:02}")
    # "On the 3Xth" has no day in February: the nearest is the 2Xth.
    return _checked(made._replace(day="2X") if made.day == "3X" and month0 == 1 else made)


def _checked(point: Point) -> Point:
    """Raises DateError where a date with open digits has no day."""
    if point.day:
        find_day(point)
    return point


def _year(like: Year, number: int, *, dated: bool = False) -> Year:
    """Another year with as many sure digits. Raises DateError where a month cannot follow it, or it is out of reach."""
    text = year_key(number)
    if abs(number) * _YEAR_SECONDS > LIMIT or (dated and text[0] == "Y"):
        raise DateError(DateProblem.NOT_UNDERSTOOD, text)
    if like.is_estimate:
        sure = int(like.text.rpartition("S")[2])
        text += f"S{min(sure, len(text.lstrip('Y-')))}"
    return read_point(text).year


def _prefix_index(year: Year) -> int:
    """The known digits before the first open one as a number; below zero for years BC, which count backwards."""
    digits = year.text.lstrip("-").partition("X")[0]
    if not digits:
        raise DateError(DateProblem.NOT_UNDERSTOOD, year.text)
    return -int(digits) - 1 if year.text[0] == "-" else int(digits)


def _with_prefix(year: Year, index: int) -> Year:
    digits, _, rest = year.text.lstrip("-").partition("X")
    shown = f"{-index - 1 if index < 0 else index:0{len(digits)}}"
    if len(shown) > len(digits):
        raise DateError(DateProblem.NOT_UNDERSTOOD, shown)
    return read_point(f"{'-' if index < 0 else ''}{shown}X{rest}").year


def _masked(text: str, like: Year) -> Year:
    """A plain year with the digits open that are open in `like`."""
    sign, digits = ("-", text[1:]) if text[0] == "-" else ("", text)
    known = len(like.text.lstrip("-").partition("X")[0])
    return read_point(sign + digits[:known] + "X" * (_MOST_DIGITS - known)).year

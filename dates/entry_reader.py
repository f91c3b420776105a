"""What people type for a date, and the text that is put there for them. Loaded with the first entry, not at start."""

import datetime as dt
import re

from dates.calendar import days_in_month
from dates.entry_grammar import read_words
from dates.entry_slots import describe_day
from dates.entry_tokens import clean, tokenize
from dates.errors import DateError, DateProblem
from dates.reading import read_tree
from dates.text import format_date
from dates.value import UNDATED, UncertainDate
from dates.words import MONTHS
from dates.zones import check_zone, find_zone_name

_NO_DATE = frozenset(("", "undated", "unknown", "no date", "not known", "date unknown", "date not known", "n.d.", "nd"))
_EDTF_LIKE = re.compile(r"[\[{?~%./\dXxYy-][^\s]*|[\[{][^\]}]*[\]}]")
_ZONE_TAIL = re.compile(r"(?P<rest>.*\S) \(?(?:(?P<name>[A-Za-z_]+(?:/[A-Za-z0-9_+-]+)+)|zone (?P<said>[^\s()]+))\)?")
_ISO_DAY = re.compile(r"(-?\d{4})-(\d\d)-(\d\d)")
_SHORT_SPAN = re.compile(r"(\d\d)(\d\d)-(\d\d)")
_ANY_DAY = dt.date(2000, 1, 1)


def read_entry(text: str, today: dt.date) -> UncertainDate:
    """The work of `parse_entry`."""
    seen = clean(text)
    if seen.casefold() in _NO_DATE:
        return UNDATED
    try:
        seen, zone = _take_zone(seen)
        edtf = _read_raw(seen)
        if edtf is None:
            edtf, said = read_words(tokenize(seen), today)
            zone = zone or said
        return UncertainDate(edtf, "", zone)
    except DateError as error:
        shown = error.text if error.problem is DateProblem.UNKNOWN_TIME_ZONE else text
        raise DateError(error.problem, shown, error.suggestion) from error


def write_entry(date: UncertainDate) -> str:
    """The work of `format_entry`."""
    if not date.edtf:
        return ""
    text = format_date(UncertainDate.stored(date.edtf))
    for name in MONTHS:
        text = text.replace(name, name[:3])
    tail = _zone_tail(date.time_zone)
    for candidate in (text, text + tail):
        try:
            read = read_entry(candidate, _ANY_DAY)
        except DateError:
            continue
        if (read.edtf, read.time_zone) == (date.edtf, date.time_zone):
            return candidate
    return date.edtf + tail


def _zone_tail(zone: str) -> str:
    return "" if not zone else f" {zone}" if "/" in zone else f" zone {zone}"


def _take_zone(text: str) -> tuple[str, str]:
    """Split "… Asia/Baghdad" or "… zone +03:00" off the end. Raises DateError UNKNOWN_TIME_ZONE."""
    match = _ZONE_TAIL.fullmatch(text)
    if match is None:
        return text, ""
    zone = find_zone_name(match["name"] or match["said"])
    return match["rest"], check_zone(zone)


def _read_raw(text: str) -> str | None:
    """Canonical EDTF when the text is EDTF, None when it is something else. Raises DateError for a day that is none."""
    if _EDTF_LIKE.fullmatch(text) is None:
        return None
    problem: DateError | None = None
    for candidate in (text, text.upper()):
        try:
            return read_tree(candidate)[1]
        except DateError as error:
            problem = error
    if problem is not None and problem.problem is not DateProblem.NOT_UNDERSTOOD:
        raise DateError(problem.problem, text, _suggestion(text, problem.problem)) from problem
    return None


def _suggestion(text: str, problem: DateProblem) -> str:
    span, day = _SHORT_SPAN.fullmatch(text), _ISO_DAY.fullmatch(text)
    if problem is DateProblem.NOT_A_MONTH and span is not None and span[2] < span[3]:
        return f"{span[1]}{span[2]} to {span[1]}{span[3]}"
    if problem is DateProblem.NOT_A_DAY and day is not None and 1 <= int(day[2]) <= 12:
        year, month = int(day[1]), int(day[2])
        return describe_day(year, month, days_in_month(year, month))
    if problem is DateProblem.ENDS_BEFORE_START and text.count("/") == 1:
        return "/".join(reversed(text.split("/")))
    return ""

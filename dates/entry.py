"""The entry field."""

import datetime
import re

from dates.errors import DateError, DateProblem
from dates.value import UNDATED, UncertainDate
from dates.words import MONTHS


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


def format_entry(date: UncertainDate) -> str:
    return date.edtf

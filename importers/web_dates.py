"""The day of publication as pages write it, at the precision that they give."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from dates import UNDATED, DateError, UncertainDate, parse_entry

_MAX = 100
_EARLIEST = "1000"
_ISO = re.compile(
    r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})"
    r"(?:[T ]+(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?)?)?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_LEAD = re.compile(
    r"^(?:(?:first |originally )?(?:published|posted|written|issued|dated|date)(?: on| at)?\s*:?\s+)", re.IGNORECASE
)
_YEAR = re.compile(r"\b[12]\d{3}\b")
_LETTER = re.compile("[^\\W\\d_]{3}")


def read_stamp(stamp: str) -> UncertainDate:
    """A date as programs write it: ISO 8601, RFC 5322, YYYYMMDD; UNDATED where it is none.

    Midnight sharp is what programs write for a day without a time. The epoch stands for no date at all.
    """
    stamp = stamp.strip()
    if len(stamp) > _MAX:
        return UNDATED
    if match := _ISO.fullmatch(stamp) or _COMPACT.fullmatch(stamp):
        return _from_parts([part or "" for part in match.groups()])
    try:
        moment = parsedate_to_datetime(stamp)
    except (ValueError, TypeError, IndexError, OverflowError):
        return UNDATED
    return _from_parts([*moment.strftime("%Y %m %d %H %M %S").split(), moment.strftime("%z")])


def read_wording(wording: str) -> UncertainDate:
    """A date as people write it, with its year; UNDATED where it is none. Figures alone may be turned and are left."""
    wording = " ".join(wording.split())
    words = _LEAD.sub("", wording)
    if len(words) > _MAX or not _YEAR.search(words) or not _LETTER.search(words):
        return UNDATED
    try:
        date = parse_entry(words, today=dt.datetime.now().astimezone().date())
        return UncertainDate(date.edtf, wording, date.time_zone)
    except DateError:
        return UNDATED


def _from_parts(parts: list[str]) -> UncertainDate:
    """Year, month, day, hour, minute, second, zone; "" or missing where not given."""
    year, month, day, hour, minute, second, zone = (*parts, *([""] * 7))[:7]
    edtf = "-".join((year, *(part.zfill(2) for part in (month, day) if part)))
    if year < _EARLIEST or edtf == "1970-01-01":
        return UNDATED
    is_midnight = not f"{hour}{minute}{second}".strip("0")
    if not is_midnight:
        edtf += f"T{hour}:{minute}" + (f":{second}" if second.strip("0") else "")
    try:
        return UncertainDate(edtf, "", "" if is_midnight else _zone(zone))
    except DateError:
        return UNDATED


def _zone(written: str) -> str:
    if written in ("Z", "GMT", "UTC", "+0000", "+00:00", "-0000"):
        return "UTC"
    if not written or ":" in written:
        return written
    return f"{written[:3]}:{written[3:] or '00'}"

"""What an export makes of dates beside their words: its span, the place of an entry on the time line."""

import re
from functools import lru_cache

from dates import DateKind, UncertainDate, format_date, format_group
from exporters.document import Reach, TimeMark

_OPEN = 8 * 10**18
_TWO_DAYS = 2 * 86_400
# The whole days, months and years that an EDTF string names; a day that is not known is left out, never made up.
_NAMED = re.compile(r"(?<![\dYX])-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?=[^\dX]|$)")


def span_words(first: UncertainDate, last: UncertainDate) -> tuple[str, str]:
    """The first and the last date of a chronology in words, each as fine as it is known."""
    return _named_date(first, 0), _named_date(last, -1)


@lru_cache(maxsize=4096)
def mark_on_time_line(date: UncertainDate) -> TimeMark | None:
    """Where a date lies, None for undated; the clamps of open ends stay in `first` and `last`."""
    if not date.edtf:
        return None
    first, last = date.earliest, date.latest
    if first < -_OPEN and last > _OPEN:
        return None
    return TimeMark(first, last, _reach(date, first, last))


def _reach(date: UncertainDate, first: int, last: int) -> Reach:
    if first < -_OPEN:
        return Reach.OPEN_START
    if last > _OPEN:
        return Reach.OPEN_END
    if date.kind is DateKind.FROM_TO:
        return Reach.SPAN
    if date.kind is DateKind.AROUND:
        return Reach.AROUND
    return Reach.POINT if last - first < _TWO_DAYS and date.kind is DateKind.ON else Reach.BETWEEN


def _named_date(date: UncertainDate, which: int) -> str:
    named = _NAMED.findall(date.edtf)
    return format_date(UncertainDate(named[which])) if named else format_group(date.year_group)

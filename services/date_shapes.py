"""How dates lie on a time axis, as plain numbers: what index, timeline and calendar reckon with. Pure."""

from enum import IntFlag
from functools import lru_cache
from typing import NamedTuple

from dates import DateKind
from services.stored_dates import read_stored_date

KINDS: tuple[DateKind, ...] = tuple(DateKind)
"""A code in a column of kinds is the place in these."""
UNDATED, FROM_TO, BETWEEN = (KINDS.index(kind) for kind in (DateKind.UNDATED, DateKind.FROM_TO, DateKind.BETWEEN))


class DateDoubt(IntFlag):
    """What is not known of a date. Where an end is open, `first` and `last` are both at the known one."""

    NONE = 0
    APPROXIMATE = 1
    UNCERTAIN = 2
    OPEN_START = 4
    OPEN_END = 8


class DateShape(NamedTuple):
    """Seconds by the clock of the place, first and last both inside."""

    first: int
    last: int
    kind: int
    precision: int
    doubt: int


@lru_cache(maxsize=65_536)
def shape_of(edtf: str) -> DateShape:
    """How a date lies on the axis. Raises DAMAGED where the text is no date."""
    date = read_stored_date(edtf)
    first, last = date.wall_span
    doubt = DateDoubt.APPROXIMATE * date.approximate | DateDoubt.UNCERTAIN * date.uncertain
    if first is None and last is None:
        return DateShape(0, 0, UNDATED, int(date.precision), int(doubt))
    doubt |= DateDoubt.OPEN_START * (first is None) | DateDoubt.OPEN_END * (last is None)
    known = last if first is None else first
    return DateShape(
        known if first is None else first,  # type: ignore[arg-type]
        known if last is None else last,  # type: ignore[arg-type]
        KINDS.index(date.kind),
        int(date.precision),
        int(doubt),
    )

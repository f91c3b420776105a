"""The longest silences among the incidents that are shown, and what else might lie in them."""

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import compress
from operator import sub

from dates import Precision
from dates.calendar import DAY_SECONDS, LIMIT
from services.bits import all_of, any_of, table
from services.date_shapes import FROM_TO, DateDoubt
from services.date_windows import IS_DATED, lying_between
from services.incident_index import IncidentColumns
from services.silences import Silence, find_silences

_POSSIBLE = 31 * DAY_SECONDS
"""A date that is known no better than this ends no silence among better ones: it would hide years by saying "2019"."""
MOST = 300


@dataclass(frozen=True, slots=True)
class Gap:
    """A silence, and how many incidents may lie in it because their dates are known less exactly."""

    silence: Silence
    maybe: int


def list_gaps(columns: IncidentColumns, bits: bytes, *, most: int = MOST, least: int = DAY_SECONDS) -> tuple[Gap, ...]:
    """The longest first, of more than `least` seconds; among equals the earlier one."""
    sure, vague = _told_apart(columns, bits)
    places = sorted(compress(range(len(columns)), sure), key=columns.first.__getitem__)
    ids, first, last = (
        array("q", map(column.__getitem__, places)) for column in (columns.ids, columns.first, columns.last)
    )
    found = sorted(find_silences(ids, first, last, least=least), key=lambda silence: (-silence.seconds, silence.first))
    dated = list(compress(range(len(columns)), vague))
    starts = sorted(-LIMIT if columns.doubts[place] & DateDoubt.OPEN_START else columns.first[place] for place in dated)
    ends = sorted(LIMIT if columns.doubts[place] & DateDoubt.OPEN_END else columns.last[place] for place in dated)

    def count_in(silence: Silence) -> int:
        """All but those that end before it and those that start after it."""
        return bisect_right(starts, silence.last) - bisect_left(ends, silence.first)

    return tuple(Gap(silence, count_in(silence)) for silence in found[:most])


def ids_in_gap(columns: IncidentColumns, bits: bytes, silence: Silence) -> "array[int]":
    """The shown incidents that may lie in a silence, in the order of the chronology."""
    _, vague = _told_apart(columns, bits)
    touching = all_of((vague, *lying_between(columns, silence.first, silence.last)), len(bits))
    return array("q", compress(columns.ids, touching))


def _told_apart(columns: IncidentColumns, bits: bytes) -> tuple[bytes, bytes]:
    """1 for the shown incidents that are known to have happened about then, and 1 for the other dated ones.

    Before the first and after the last exact date, less exact ones with two ends are the best there is, and count.
    """
    size = len(bits)
    short = bytes(map(_POSSIBLE.__ge__, map(sub, columns.last, columns.first)))
    dated = all_of((columns.kinds.translate(IS_DATED), bits), size)
    closed = all_of((columns.doubts.translate(_CLOSED), dated), size)
    lasted = all_of((columns.kinds.translate(_LASTED), columns.precisions.translate(_BY_MONTH), dated), size)
    exact = any_of(lasted, all_of((closed, short, columns.kinds.translate(_HAPPENED)), size))
    begin = min(compress(columns.first, exact), default=LIMIT)
    end = max(compress(columns.last, exact), default=-LIMIT)
    sure = bytearray(exact)
    for place in compress(range(size), all_of((closed, exact.translate(_OTHER)), size)):
        sure[place] = columns.last[place] < begin or columns.first[place] > end
    return bytes(sure), all_of((dated, sure.translate(_OTHER)), size)


_LASTED = table(FROM_TO.__eq__)
_HAPPENED = table(FROM_TO.__ne__)
_OTHER = table((0).__eq__)
_BY_MONTH = table(int(Precision.MONTH).__le__)
_CLOSED = table(lambda code: not code & (DateDoubt.OPEN_START | DateDoubt.OPEN_END))

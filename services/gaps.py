"""The longest silences among the incidents that are shown, and what else might lie in them."""

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import compress
from operator import sub

from dates import Precision
from dates.calendar import DAY_SECONDS, LIMIT
from services.bits import all_of, table
from services.date_shapes import FROM_TO, DateDoubt
from services.date_windows import IS_DATED, lying_between
from services.incident_index import IncidentColumns
from services.silences import Silence, find_silences

_POSSIBLE = 31 * DAY_SECONDS
"""A date that is known no better than this ends no silence: it would hide years by saying "2019"."""
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
    """1 for the shown incidents that are known to have happened about then, and 1 for the other dated ones."""
    short = bytes(map(_POSSIBLE.__ge__, map(sub, columns.last, columns.first)))
    parts = (
        columns.kinds.translate(_LASTED),
        columns.precisions.translate(_BY_MONTH),
        columns.doubts.translate(_CLOSED),
        short,
        columns.kinds.translate(IS_DATED),
        bits,
    )
    lasted, by_month, closed, narrow, dated, shown = (int.from_bytes(part, "big") for part in parts)
    shown &= dated
    sure = shown & ((lasted & by_month) | (~lasted & closed & narrow))
    return sure.to_bytes(len(bits), "big"), (shown & ~sure).to_bytes(len(bits), "big")


_LASTED = table(FROM_TO.__eq__)
_BY_MONTH = table(int(Precision.MONTH).__le__)
_CLOSED = table(lambda code: not code & (DateDoubt.OPEN_START | DateDoubt.OPEN_END))

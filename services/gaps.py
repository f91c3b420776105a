"""The longest silences among the incidents that are shown, and what else might lie in them."""

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import compress
from operator import sub

from dates import DateKind, Precision
from dates.calendar import DAY_SECONDS, LIMIT
from services.incident_index import KINDS, Doubt, IncidentColumns
from services.rhythm import touching_bits
from services.silences import Silence, find_silences

_UNDATED, _FROM_TO = KINDS.index(DateKind.UNDATED), KINDS.index(DateKind.FROM_TO)
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
    starts = sorted(-LIMIT if columns.doubts[place] & Doubt.OPEN_START else columns.first[place] for place in dated)
    ends = sorted(LIMIT if columns.doubts[place] & Doubt.OPEN_END else columns.last[place] for place in dated)

    def count_in(silence: Silence) -> int:
        """All but those that end before it and those that start after it."""
        return bisect_right(starts, silence.last) - bisect_left(ends, silence.first)

    return tuple(Gap(silence, count_in(silence)) for silence in found[:most])


def ids_in_gap(columns: IncidentColumns, bits: bytes, silence: Silence) -> "array[int]":
    """The shown incidents that may lie in a silence, in the order of the chronology."""
    _, vague = _told_apart(columns, bits)
    touching = touching_bits(columns, vague, silence.first, silence.last)
    return array("q", compress(columns.ids, touching))


def _told_apart(columns: IncidentColumns, bits: bytes) -> tuple[bytes, bytes]:
    """1 for the shown incidents that are known to have happened about then, and 1 for the other dated ones."""
    short = bytes(map(_POSSIBLE.__ge__, map(sub, columns.last, columns.first)))
    parts = (
        columns.kinds.translate(_LASTED),
        columns.precisions.translate(_BY_MONTH),
        columns.doubts.translate(_CLOSED),
        short,
        columns.kinds.translate(_DATED),
        bits,
    )
    lasted, by_month, closed, narrow, dated, shown = (int.from_bytes(part, "big") for part in parts)
    shown &= dated
    sure = shown & ((lasted & by_month) | (~lasted & closed & narrow))
    return sure.to_bytes(len(bits), "big"), (shown & ~sure).to_bytes(len(bits), "big")


_LASTED = bytes(code == _FROM_TO for code in range(256))
_BY_MONTH = bytes(code >= Precision.MONTH for code in range(256))
_CLOSED = bytes(not code & (Doubt.OPEN_START | Doubt.OPEN_END) for code in range(256))
_DATED = bytes(code != _UNDATED for code in range(256))

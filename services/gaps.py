"""The longest silences among the incidents that are shown, and what else might lie in them."""

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import compress

from dates import DateKind, Precision
from dates.calendar import DAY_SECONDS, LIMIT
from services.incident_index import KINDS, Doubt, IncidentColumns
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
    places = sorted(compress(range(len(columns)), bits), key=columns.first.__getitem__)
    sure = [place for place in places if _is_sure(columns, place)]
    ids, first, last = (
        array("q", map(column.__getitem__, sure)) for column in (columns.ids, columns.first, columns.last)
    )
    found = sorted(find_silences(ids, first, last, least=least), key=lambda silence: (-silence.seconds, silence.first))
    others = set(places) - set(sure)
    dated = [place for place in others if columns.kinds[place] != _UNDATED]
    starts = sorted(-LIMIT if columns.doubts[place] & Doubt.OPEN_START else columns.first[place] for place in dated)
    ends = sorted(LIMIT if columns.doubts[place] & Doubt.OPEN_END else columns.last[place] for place in dated)

    def count_in(silence: Silence) -> int:
        """All but those that end before it and those that start after it."""
        return bisect_right(starts, silence.last) - bisect_left(ends, silence.first)

    return tuple(Gap(silence, count_in(silence)) for silence in found[:most])


def _is_sure(columns: IncidentColumns, place: int) -> bool:
    """Whether the incident is known to have happened about then."""
    kind = columns.kinds[place]
    if kind == _UNDATED:
        return False
    if kind == _FROM_TO:
        return columns.precisions[place] >= Precision.MONTH
    is_open = columns.doubts[place] & (Doubt.OPEN_START | Doubt.OPEN_END)
    return not is_open and columns.last[place] - columns.first[place] <= _POSSIBLE

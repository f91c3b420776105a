"""A unit right behind a length says how often: "12 hours a day"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dates.mention import MentionKind, TimexType
from dates.prose.meaning import Fixed, Found

_UNITS = frozenset(("PT1H", "P1D", "P1W", "P1M", "P1Y"))
_WORDS = 2
"""Of "a day"."""


def mark_rates(found: Sequence[Found]) -> None:
    """Make sets, in place, of the units that belong to a length before them."""
    for left, right in pairwise(found):
        length, unit = left.meaning, right.meaning
        if not isinstance(length, Fixed) or not isinstance(unit, Fixed) or right.first != left.last:
            continue
        if (
            length.type is unit.type is TimexType.DURATION
            and unit.value in _UNITS
            and right.last - right.first == _WORDS
        ):
            right.meaning, right.kind = replace(unit, type=TimexType.SET), MentionKind.SET

"""The century of a year in two figures, where the text has told it: "in 1813 ... in '14"."""

from collections.abc import Iterable
from dataclasses import replace

from dates.prose.meaning import Calendar, Found

_NEAR = 30
"""Years at most between the full year told before and the short one."""


def take_centuries(found: Iterable[Found]) -> None:
    """Mend, in place, short years that follow a full year near them."""
    told: int | None = None
    for mention in found:
        meaning = mention.meaning
        if not isinstance(meaning, Calendar) or meaning.point.year is None:
            continue
        year = meaning.point.year
        if meaning.short and told is not None:
            near = year + round((told - year) / 100) * 100
            if abs(near - told) <= _NEAR:
                year = near
                mention.meaning = replace(meaning, point=replace(meaning.point, year=year))
        told = year

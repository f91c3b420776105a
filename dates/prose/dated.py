"""A mention once it is dated, before it is written as TIMEX3 and EDTF."""

from dataclasses import dataclass

from dates.mention import Basis, Cue, Direction
from dates.prose.meaning import Fixed
from dates.prose.points import Point


@dataclass(frozen=True, slots=True)
class Dated:
    """What became of a meaning: a point or a fixed value; how it was reckoned, and from which `base`."""

    point: Point | None = None
    fixed: Fixed | None = None
    basis: Basis = Basis.WORDS
    direction: Direction = Direction.NONE
    cue: Cue = Cue.NONE
    base: Point | None = None

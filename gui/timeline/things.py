"""What stands in a scene as boxes, for what must keep clear of it: arrows and the words of silences."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from gui.timeline.scene import HALF_GLYPH, HALF_SELECTED, Cluster, Label, Mark, Shape

HALF_RING = 17.0


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


def half_of(mark: Mark) -> float:
    """Half of a glyph, with the ring around it where it is selected."""
    return HALF_SELECTED if mark.is_selected else HALF_GLYPH


def boxes_of(marks: Iterable[Mark], labels: Iterable[Label], clusters: Iterable[Cluster]) -> list[Box]:
    """Glyphs, words and rings; bars are left out, as an arrow may cross them."""
    found = [_around(mark.x, mark.y, half_of(mark)) for mark in marks]
    found += [_around(ring.x, ring.y, HALF_RING) for ring in clusters]
    for label in labels:
        half = label.height / 2
        found.append(Box(label.x, label.y - half, label.x + label.width, label.y + half))
    return found


def lines_of(points: Iterable[tuple[float, float]], air: float = 0.0) -> list[tuple[float, float, float, float]]:
    """The lines between corners as the sides of boxes, with so much air around each."""
    return [
        (x - air, y - air, next_x + air, next_y + air)
        if x <= next_x and y <= next_y
        else (min(x, next_x) - air, min(y, next_y) - air, max(x, next_x) + air, max(y, next_y) + air)
        for (x, y), (next_x, next_y) in pairwise(points)
    ]


def bars_of(marks: Iterable[Mark]) -> list[Box]:
    """The stretches of spans."""
    return [
        Box(mark.left, mark.y - HALF_GLYPH, mark.right, mark.y + HALF_GLYPH)
        for mark in marks
        if mark.shape is not Shape.POINT
    ]


def _around(x: float, y: float, half: float) -> Box:
    return Box(x - half, y - half, x + half, y + half)

"""What stands in a scene as boxes, for what must keep clear of it: arrows and the words of silences."""

from collections.abc import Iterable
from typing import NamedTuple

from gui.timeline.scene import HALF_GLYPH, Cluster, Label, Mark, Shape

HALF_RING = 17.0


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


def boxes_of(marks: Iterable[Mark], labels: Iterable[Label], clusters: Iterable[Cluster]) -> list[Box]:
    """Glyphs, words and rings; bars are left out, as an arrow may cross them."""
    found = [Box(mark.x - HALF_GLYPH, mark.y - HALF_GLYPH, mark.x + HALF_GLYPH, mark.y + HALF_GLYPH) for mark in marks]
    half = HALF_RING
    found += [Box(ring.x - half, ring.y - half, ring.x + half, ring.y + half) for ring in clusters]
    for label in labels:
        half = label.height / 2
        found.append(Box(label.x, label.y - half, label.x + label.width, label.y + half))
    return found


def bars_of(marks: Iterable[Mark]) -> list[Box]:
    """The stretches of spans."""
    return [
        Box(mark.left, mark.y - HALF_GLYPH, mark.right, mark.y + HALF_GLYPH)
        for mark in marks
        if mark.shape is not Shape.POINT
    ]

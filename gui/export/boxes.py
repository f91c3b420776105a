"""Pieces that are not broken across pages, in the order they are read."""

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.export.drawn_picture import DrawnPicture
from gui.export.text_block import SetLine
from gui.theme import LIGHT


@dataclass(frozen=True, slots=True)
class Placed:
    """A line at a place inside its box, in points."""

    line: SetLine
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline inside a box, in points."""

    x: float
    y: float
    width: float
    colour: str = "ink"
    thickness: float = 0.75

    def rect(self, x: float = 0.0, y: float = 0.0) -> QRectF:
        """Where it lies when its box stands at (x, y)."""
        return QRectF(x + self.x, y + self.y, self.width, self.thickness)


@dataclass(frozen=True, slots=True)
class Box:
    """`before` is the space above, dropped at the head of a page; `keeps_next` ties it to the box that follows."""

    height: float
    lines: tuple[Placed, ...] = ()
    rules: tuple[Rule, ...] = ()
    notes: tuple[int, ...] = ()
    before: float = 0.0
    keeps_next: bool = False
    period: str = field(default="")
    picture: DrawnPicture | None = None

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint with the box's upper left corner at (x, y), in points."""
        for rule in self.rules:
            painter.fillRect(rule.rect(x, y), LIGHT.colour(rule.colour))
        for placed in self.lines:
            placed.line.paint(painter, x + placed.x, y + placed.y)
        if self.picture is not None:
            self.picture.paint(painter, x, y)


def stack(lines: list[SetLine], x: float, y: float = 0.0) -> tuple[list[Placed], float]:
    """Lines below each other from (x, y); also where the next would stand."""
    placed = []
    for line in lines:
        placed.append(Placed(line, x, y))
        y += line.leading
    return placed, y

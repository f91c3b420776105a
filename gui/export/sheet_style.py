"""Type and measures of the previewed page, in points (1/72 inch), as the Word template sets them."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QColor, QFont

from gui.fonts import SANS, SERIF
from gui.theme import LIGHT

# Text is laid out on a grid four times finer than a point, so that lines break as on paper at any zoom.
FINE = 4
PAGE_WIDTH, PAGE_HEIGHT = 595.3, 841.9
MARGIN = 70.85
HEADER_TOP, FOOTER_TOP = 35.5, PAGE_HEIGHT - 46
COLUMN = 107.7
WIDTH = PAGE_WIDTH - 2 * MARGIN
BODY_HEIGHT = PAGE_HEIGHT - 2 * MARGIN


@dataclass(frozen=True, slots=True)
class Face:
    """A type face at a size, its line height and colour, all in points."""

    family: str
    size: float
    leading: float
    weight: int = 400
    italic: bool = False
    colour: str = "ink"

    def font(self) -> QFont:
        made = QFont()
        made.setFamilies([self.family, "Georgia", "serif"] if self.family == SERIF else [self.family])
        made.setPixelSize(round(self.size * FINE))
        made.setWeight(QFont.Weight(self.weight))
        made.setItalic(self.italic)
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return made

    def ink(self) -> QColor:
        """The colour on paper: paper is white in the dark theme too."""
        return LIGHT.colour(self.colour)


class PaperFace(Enum):
    """The faces of the printed page."""

    TITLE = Face(SERIF, 22, 27.5, 600)
    SUBTITLE = Face(SERIF, 12.5, 17, italic=True)
    COUNTS = Face(SANS, 8, 12, colour="ink3")
    HEADING = Face(SERIF, 12.5, 17, 600)
    DATE = Face(SANS, 8.8, 14.6, 600)
    HINT = Face(SANS, 7.8, 11.5, colour="ink3")
    TEXT = Face(SERIF, 10.5, 15)
    SMALL = Face(SERIF, 9, 13, colour="ink2")
    REMARK = Face(SANS, 8, 12, colour="ink2")
    NOTE = Face(SERIF, 8.5, 11.6)
    RUNNING = Face(SANS, 7.8, 11, colour="ink2")


class WebFace(Enum):
    """The faces of the web page, in its own pixels."""

    TITLE = Face(SERIF, 30, 37, 600)
    SUBTITLE = Face(SERIF, 16, 24, italic=True, colour="ink2")
    HEADING = Face(SERIF, 19, 26, 600)
    DATE = Face(SANS, 13, 19, 600)
    HINT = Face(SANS, 12, 17, colour="ink3")
    TEXT = Face(SERIF, 15.5, 23)
    SMALL = Face(SERIF, 13.5, 20, colour="ink2")
    REMARK = Face(SANS, 12, 18, colour="ink2")
    NOTE = Face(SERIF, 12.8, 18, colour="ink2")
    NOTE_NUMBER = Face(SANS, 10.5, 18, 600, colour="accent")

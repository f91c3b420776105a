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


WEB_WIDTH = 1060
WEB_MARGIN = 56
WEB_DATE, WEB_NOTES, WEB_GAP = 148, 232, 32


class WebFace(Enum):
    """The faces of the web page in its own pixels, as its style sheet sets them."""

    TITLE = Face(SERIF, 36, 44, 600)
    SUBTITLE = Face(SERIF, 19, 28, italic=True, colour="ink2")
    COUNTS = Face(SANS, 13, 20, colour="ink3")
    HEADING = Face(SERIF, 21, 28, 600)
    DATE = Face(SANS, 14, 20, 600)
    TEXT = Face(SERIF, 17, 27)
    RELATION = Face(SERIF, 14.5, 22, colour="ink2")
    FACTS = Face(SANS, 13, 20, colour="ink2")
    NOTE = Face(SERIF, 14, 21, colour="ink2")
    NOTE_NUMBER = Face(SANS, 11, 21, 600, colour="accent")
    PERIOD = Face(SANS, 12, 16, 600)
    TICK = Face(SANS, 12, 16, colour="ink3")

"""What kind of picture a person wants."""

from dataclasses import dataclass
from enum import Enum, StrEnum


class PictureFormat(StrEnum):
    """The value is the suffix of the file."""

    SVG = "svg"
    PDF = "pdf"
    PNG = "png"


class Extent(StrEnum):
    """How much of the timeline: all of it, or the stretch of time that is on screen."""

    WHOLE = "whole"
    SEEN = "seen"


class Paper(Enum):
    """How a PDF is cut: one sheet of the picture's own size, or pages (width and height in mm, landscape)."""

    ONE_SHEET = (0, 0)
    A4 = (297, 210)
    A3 = (420, 297)
    LETTER = (279, 216)


LEAST_WIDTH, MOST_WIDTH = 600, 20_000
RESOLUTIONS = (96, 150, 300, 600)
MOST_PAGES = 60


@dataclass(frozen=True, slots=True)
class PictureWish:
    """`width` in px at 100 % (of one sheet), `dpi` of a PNG, `pages` of a paged PDF side by side in time."""

    format: PictureFormat = PictureFormat.SVG
    extent: Extent = Extent.WHOLE
    width: int = 1600
    dpi: int = 150
    paper: Paper = Paper.ONE_SHEET
    pages: int = 4

    @property
    def is_paged(self) -> bool:
        return self.format is PictureFormat.PDF and self.paper is not Paper.ONE_SHEET

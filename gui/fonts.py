"""The program's fonts (Inter and Source Serif 4, both OFL 1.1) and their type roles."""

import os
from enum import Enum
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

SANS = "Inter"
SERIF = "Source Serif 4"
# os.path and not pathlib: start-up time.
_FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "resources", "fonts")


class Role(Enum):
    """What a text is for: (family, size in px at 100 %, weight, letter spacing in px)."""

    NOTE_MARK = (SANS, 10, 600, 0.0)
    CAPTION = (SANS, 12, 400, 0.0)
    CAPTION_MEDIUM = (SANS, 12, 500, 0.0)
    CAPTION_STRONG = (SANS, 12, 600, 0.0)
    UI = (SANS, 13, 400, 0.0)
    UI_MEDIUM = (SANS, 13, 500, 0.0)
    UI_STRONG = (SANS, 13, 600, 0.0)
    ROW_TITLE = (SANS, 14, 600, -0.07)
    QUOTE = (SERIF, 14, 400, 0.0)
    BODY = (SERIF, 15, 400, 0.0)
    READER = (SERIF, 17, 400, 0.0)
    GROUP = (SERIF, 17, 600, 0.0)
    TITLE = (SERIF, 21, 600, 0.0)
    ARTICLE_TITLE = (SERIF, 29, 600, 0.0)


def load_fonts() -> None:
    """Register the fonts with Qt. Where a file is missing, Qt falls back to a system font."""
    for name in sorted(os.listdir(_FOLDER)):
        if name.endswith(".ttf"):
            QFontDatabase.addApplicationFont(os.path.join(_FOLDER, name))


def font(role: Role, *, tabular: bool = False) -> QFont:
    """The font of a role, the caller's own; `tabular` gives every digit the same width (dates, counts)."""
    # A copy shares what Qt has worked out of it, which a font made anew would have to find again.
    return QFont(_font(role, tabular))


@lru_cache(maxsize=2 * len(Role))
def _font(role: Role, tabular: bool) -> QFont:
    family, size, weight, spacing = role.value
    made = QFont()
    made.setFamilies([family, "Georgia", "serif"] if family == SERIF else [family])
    made.setPixelSize(size)
    made.setWeight(QFont.Weight(weight))
    if spacing:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made

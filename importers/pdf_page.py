"""The lines of a PDF page as PDFium places them.

PDFium gives the letters of a page in an order of its own making, with line breaks where the line changes; places are
points, counted upwards. Functions called here: fpdf_text.h.
"""

import ctypes
import math
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from pypdfium2 import raw

from importers.pdf_layout import HYPHEN, Line
from models.drafts import clean_text

_LINE_ENDS = frozenset({"\r", "\n", HYPHEN})
_UNSURE = "\ufffd"
_LEAST_SIZE = 0.1
# How a line runs: (1, 0) from left to right, (0, 1) upwards.
_Direction = tuple[float, float]


def lines_of(letters: Any, count: int) -> Iterator[Line]:
    """The lines of the first `count` letters of `letters` (a pypdfium2 text page).

    HYPHEN ends the first part of a word that is divided over two lines.
    """
    codes = (raw.FPDFText_GetUnicode(letters.raw, at) for at in range(count))
    characters = [chr(code) if code < 0x110000 else _UNSURE for code in codes]
    start = 0
    for at, character in enumerate([*characters, "\n"]):
        if character in _LINE_ENDS:
            line = _line(letters.raw, characters, start, at + (character == HYPHEN))
            if line:
                yield line
            start = at + 1


def _line(letters: Any, characters: Sequence[str], start: int, end: int) -> Line | None:
    """The letters from `start` to before `end`, None where none of them can be seen."""
    divided = HYPHEN if characters[start:end][-1:] == [HYPHEN] else ""
    # A rare letter is half a pair of surrogates twice where the system's wide characters have two bytes.
    whole = "".join(characters[start:end]).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    shown = " ".join(clean_text(whole).split())
    if not shown:
        return None
    seen = [at for at in range(start, end) if not characters[at].isspace()]
    probed = (seen[0], seen[len(seen) // 2], seen[-1])
    direction, sizes = _direction(letters, probed[1]), [_size(letters, at) for at in probed]
    first, last = _place(letters, seen[0], direction), _place(letters, seen[-1], direction)
    size = median(sizes)
    return Line(shown + divided, min(first[0], last[0]), max(first[0], last[0]) + size / 2, first[1], size)


def _matrix(letters: Any, at: int) -> tuple[float, float, float, float]:
    """How a letter is turned and stretched; as it comes where PDFium does not say or a number is none."""
    found = raw.FS_MATRIX()
    values = (1.0, 0.0, 0.0, 1.0)
    if raw.FPDFText_GetMatrix(letters, at, found):
        values = (found.a, found.b, found.c, found.d)
    return values if all(map(math.isfinite, values)) else (1.0, 0.0, 0.0, 1.0)


def _direction(letters: Any, at: int) -> _Direction:
    a, b, _, _ = _matrix(letters, at)
    length = math.hypot(a, b)
    return (a / length, b / length) if length else (1.0, 0.0)


def _size(letters: Any, at: int) -> float:
    _, _, c, d = _matrix(letters, at)
    size = float(raw.FPDFText_GetFontSize(letters, at)) * math.hypot(c, d)
    return max(size, _LEAST_SIZE) if math.isfinite(size) else _LEAST_SIZE


def _place(letters: Any, at: int, direction: _Direction) -> tuple[float, float]:
    """Where a letter stands: along the line, and above."""
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(letters, at, x, y)
    along, up = direction
    place = (x.value * along + y.value * up, y.value * along - x.value * up)
    return place if all(map(math.isfinite, place)) else (0.0, 0.0)

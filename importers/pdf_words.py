"""Where cited words stand on a page of a PDF file.

The working text has other spaces, hyphens and bullets than the page (importers/pdf_layout.py), but the same letters and
digits in the same order: so only these are compared.
"""

import ctypes
from collections.abc import Sequence
from typing import Any

from pypdfium2 import raw

from importers.page_channel import MAX_RECTANGLES, PageQuote, Rectangle
from importers.page_letters import folded, letters_of

MAX_LETTERS = 1_000_000
# PDFium places points of a page on a screen of whole pixels; this one is fine enough for any page.
_SCREEN = 20_000


class PageWords:
    """The letters of one page, as PDFium orders them. `letters` is a pypdfium2 text page."""

    def __init__(self, letters: Any) -> None:
        self._letters = letters.raw
        count = min(letters.count_chars(), MAX_LETTERS)
        found = [
            (part, at)
            for at in range(count)
            if 0 < (code := raw.FPDFText_GetUnicode(self._letters, at)) < 0x10000
            for part in letters_of(chr(code))
        ]
        self._text = "".join(part for part, _ in found)
        self._places = [at for _, at in found]

    def find(self, quote: PageQuote) -> tuple[int, int] | None:
        """First letter and number of letters of the words, the place nearest to where the text has them; None for none."""
        wanted = folded(quote.words)
        starts = _starts(self._text, wanted) if wanted else []
        if not starts:
            return None
        start = min(starts, key=lambda start: abs(start - quote.before))
        first, last = self._places[start], self._places[start + len(wanted) - 1]
        return first, last - first + 1

    def rectangles(self, page: Any, first: int, count: int) -> tuple[Rectangle, ...]:
        """A rectangle for each line that the letters stand on. `page` is theirs."""
        lines = raw.FPDFText_CountRects(self._letters, first, count)
        found = (self._rectangle(page, at) for at in range(min(lines, MAX_RECTANGLES)))
        return tuple(rectangle for rectangle in found if rectangle is not None)

    def _rectangle(self, page: Any, at: int) -> Rectangle | None:
        left, top, right, bottom = (ctypes.c_double() for _ in range(4))
        if not raw.FPDFText_GetRect(self._letters, at, left, top, right, bottom):
            return None
        corners = [_on_screen(page, left.value, top.value), _on_screen(page, right.value, bottom.value)]
        (x, x_end), (y, y_end) = (sorted(values) for values in zip(*corners, strict=True))
        x, y, x_end, y_end = (min(max(value / _SCREEN, 0.0), 1.0) for value in (x, y, x_end, y_end))
        return (x, y, x_end - x, y_end - y) if x_end > x and y_end > y else None


def _on_screen(page: Any, x: float, y: float) -> tuple[int, int]:
    """A point of the page on the screen, turned and cut as the page says."""
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page.raw, 0, 0, _SCREEN, _SCREEN, 0, x, y, across, down)
    return across.value, down.value


def _starts(text: str, wanted: str) -> Sequence[int]:
    """Where `wanted` stands in `text`, at most a thousand places."""
    starts: list[int] = []
    at = text.find(wanted)
    while at >= 0 and len(starts) < 1_000:
        starts.append(at)
        at = text.find(wanted, at + 1)
    return starts

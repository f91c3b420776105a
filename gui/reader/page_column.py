"""Where the pages of a copy stand one below the other, all of one width."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRect

from importers.page_channel import PageSize

MARGIN = 24
GAP = 16


class PageColumn:
    """Pages count from 1; lengths are logical pixels from the top of the first margin."""

    def __init__(self, sizes: Sequence[PageSize] = (), width: int = 1) -> None:
        self.width = width
        self._heights = [max(round(width * size.shape), 1) for size in sizes]
        self._tops = list(accumulate((height + GAP for height in self._heights[:-1]), initial=MARGIN))

    @property
    def count(self) -> int:
        return len(self._heights)

    @property
    def height(self) -> int:
        """The whole column with the margins above and below it."""
        return self._tops[-1] + self._heights[-1] + MARGIN if self._heights else 0

    def box(self, page: int) -> QRect:
        """The place of a page; its left end is 0."""
        return QRect(0, self._tops[page - 1], self.width, self._heights[page - 1])

    def page_at(self, y: int) -> int:
        """The page at a height, or the one above the gap there; 0 where there is none."""
        return max(bisect_right(self._tops, y), 1) if self._heights else 0

    def between(self, top: int, bottom: int) -> range:
        """The pages of which something is seen."""
        return range(self.page_at(top), self.page_at(bottom) + 1) if self._heights else range(0)

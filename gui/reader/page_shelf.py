"""Drawn pages that are kept for a while: those shown last, as many as fit into the memory they may have."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QImage

from importers.page_channel import PageWish, Rectangle

MAX_BYTES = 128_000_000


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page as it was asked for, and where the words of its citations stand."""

    wish: PageWish
    image: QImage
    marks: Mapping[int, Sequence[Rectangle]]


class PageShelf:
    """The page that was looked at longest ago goes first."""

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._pages: OrderedDict[int, DrawnPage] = OrderedDict()
        self._bytes = 0

    def put(self, drawn: DrawnPage) -> None:
        """Keep a page instead of an earlier drawing of it."""
        self._take(drawn.wish.page)
        self._pages[drawn.wish.page] = drawn
        self._bytes += drawn.image.sizeInBytes()
        while self._bytes > self._max_bytes and len(self._pages) > 1:
            self._take(next(iter(self._pages)))

    def get(self, page: int) -> DrawnPage | None:
        """The last drawing of a page, whatever it was asked for as."""
        if page in self._pages:
            self._pages.move_to_end(page)
        return self._pages.get(page)

    def has(self, wish: PageWish) -> bool:
        """Whether a page was drawn just so."""
        return page.wish == wish if (page := self._pages.get(wish.page)) else False

    def clear(self) -> None:
        """Keep nothing."""
        self._pages.clear()
        self._bytes = 0

    def _take(self, page: int) -> None:
        if (drawn := self._pages.pop(page, None)) is not None:
            self._bytes -= drawn.image.sizeInBytes()

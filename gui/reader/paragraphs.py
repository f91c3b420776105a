"""The paragraphs of a text as its margin numbers them, and its pages."""

import re
from bisect import bisect_right
from collections.abc import Collection

_BLANKS = " \t"
_PAGE_BREAK = re.compile("\f")


class Paragraphs:
    """By blocks (lines) of Qt's document. Paragraphs end with a blank line, else with a line; they count from 1."""

    def __init__(self, text: str, breaks: Collection[int] = ()) -> None:
        """`text`: that of the document, its blocks parted by line feeds; those at `breaks` part no paragraphs."""
        blocks = text.split("\n")
        blank = [not block.strip(_BLANKS) for block in blocks]
        has_gaps = any(blank[1:-1])
        self._starts: list[int] = []
        self._blanks = blank
        is_inside = False
        start = 0
        for number, block in enumerate(blocks):
            goes_on = is_inside and (has_gaps or start - 1 in breaks)
            if blank[number]:
                is_inside = False
            elif not goes_on and block.strip():
                self._starts.append(number)
                is_inside = True
            start += len(block) + 1
        self.first_line = blocks[self._starts[0]] if self._starts else ""
        self._pages = [match.start() for match in _PAGE_BREAK.finditer(text)]

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def first_block(self) -> int:
        """The block that the first paragraph begins with, -1 where there is none."""
        return self._starts[0] if self._starts else -1

    def number(self, block: int) -> int:
        """The number of the paragraph that begins with a block, 0 where none does."""
        index = bisect_right(self._starts, block)
        return index if index and self._starts[index - 1] == block else 0

    def last_block(self, block: int) -> int:
        """The last block of the paragraph that begins with one, the blank ones behind it included."""
        index = bisect_right(self._starts, block)
        return self._starts[index] - 1 if index < len(self._starts) else len(self._blanks) - 1

    def page(self, offset: int) -> int:
        """The page that begins at an offset of the text."""
        return bisect_right(self._pages, offset) + 1

    @property
    def has_pages(self) -> bool:
        return bool(self._pages)

"""A capture's text as it is stored, and where its characters stand in Qt's document."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

from gui.fields.reflow import run_on
from models.drafts import PassageDraft
from services.passages import make_passage, paragraph_at

# A longer text is cut here; its beginning can still be quoted from.
MAX_SHOWN = 2_000_000
# Qt lays out a line of a file as a whole: a tenth of a second for half a million characters.
_LONGEST_LINE = 20_000
# At the beginning of a text Qt swallows them, and every character behind would stand one place before its own.
_BYTE_ORDER_MARKS = ("\ufeff", "\ufffe")
_UNSEEN = "\u2060"


class CaptureText:
    """Offsets count characters of the stored text, positions are Qt's (one line break, UTF-16)."""

    def __init__(self, text: str) -> None:
        self.stored = text
        # A carriage return alone is a line break too, and must not make a pair with what follows it now.
        lines = text[:MAX_SHOWN].replace("\r\n", "\n").replace("\r", "\n")
        if lines.startswith(_BYTE_ORDER_MARKS):
            lines = _UNSEEN + lines[1:]
        self.shown, self.breaks = _broken(run_on(lines))
        """The text, and the places in it where a line ends only because it is too long to be laid out in one piece."""
        # Places in the shown text before which the stored one has a carriage return more.
        self._dropped = [match.start() - at for at, match in enumerate(re.finditer("\r\n", text[:MAX_SHOWN]))]

    def stored_at(self, position: int) -> int:
        """The offset in the stored text of a position in Qt's document."""
        if self.shown.isascii():
            at = min(position, len(self.shown))
        else:
            at = len(self.shown.encode("utf-16-le", "surrogatepass")[: 2 * position].decode("utf-16-le", "ignore"))
        return at + bisect_left(self._dropped, at)

    def shown_at(self, offset: int) -> int:
        """The position in Qt's document of an offset in the stored text."""
        return self.positions((offset,))[0]

    def positions(self, offsets: Iterable[int]) -> list[int]:
        """The positions of many offsets, given in ascending order; those beyond the shown text stand at its end."""
        found: list[int] = []
        at = position = 0
        for offset in offsets:
            end = min(offset, MAX_SHOWN)
            piece = self.stored[at:end]
            units = len(piece) if piece.isascii() else len(piece.encode("utf-16-le", "surrogatepass")) // 2
            position += units - piece.count("\r\n")
            at = end
            found.append(position)
        return found

    def passage(self, capture_id: int, first: int, last: int) -> tuple[str, PassageDraft] | None:
        """The exact words between two positions, without blanks at their ends, and where they stand."""
        start, end = self.stored_at(first), self.stored_at(last)
        while start < end and self.stored[start].isspace():
            start += 1
        while end > start and self.stored[end - 1].isspace():
            end -= 1
        if start >= end:
            return None
        return self.stored[start:end], make_passage(self.stored, capture_id, start, end)

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph at an offset, counted from 1."""
        return paragraph_at(self.stored, offset)


def _broken(text: str) -> tuple[str, frozenset[int]]:
    """A text whose endless lines end at a blank now and then, so that no offset changes; and where they do."""
    lines = text.split("\n")
    breaks: list[int] = []
    if any(len(line) > _LONGEST_LINE for line in lines):
        start = 0
        for line in lines:
            breaks.extend(_breaks(text, start, start + len(line)))
            start += len(line) + 1
        edges = [0, *(at + 1 for at in breaks), len(text) + 1]
        text = "\n".join(text[begin : end - 1] for begin, end in pairwise(edges))
    return text, frozenset(breaks)


def _breaks(text: str, start: int, end: int) -> Iterator[int]:
    while end - start > _LONGEST_LINE:
        at = text.rfind(" ", start + 1, start + _LONGEST_LINE)
        if at >= 0:
            yield at
        start = at + 1 if at >= 0 else start + _LONGEST_LINE

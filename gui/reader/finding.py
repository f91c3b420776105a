"""Finding words in a text as people type them: any case, with or without accents, any quotation mark or dash."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator

MAX_HITS = 5_000
_ALIKE = {
    "‘": "'", "’": "'", "‚": "'", "′": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"',
    "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "…": "…",
}  # fmt: skip
_COMBINING = "\u0301"


def fold(text: str) -> str:
    """A text in which what people take for the same is the same; every character stays where it is."""
    if text.isascii():
        return text.lower()
    for char in set(text):
        if not char.isascii():
            alike = _folded(char)
            if alike != char:
                text = text.replace(char, alike)
    return text.lower()


def _folded(char: str) -> str:
    if char in _ALIKE:
        return _ALIKE[char]
    if unicodedata.combining(char):
        return _COMBINING
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 else char[:1]


class Finder:
    """The places of words in one text, as positions of Qt's document."""

    def __init__(self, text: str) -> None:
        self._folded = fold(text)
        self._has_marks = _COMBINING in self._folded
        # Characters that take two positions in Qt.
        self._wide = [] if text.isascii() else [match.start() for match in re.finditer("[\U00010000-\U0010ffff]", text)]
        self.is_more = False

    def find(self, words: str) -> list[tuple[int, int]]:
        """Every place of some words, at most MAX_HITS; `is_more` tells whether there are others."""
        pattern = self._pattern(words)
        self.is_more = False
        found: list[tuple[int, int]] = []
        for start, end in self._matches(pattern):
            if len(found) == MAX_HITS:
                self.is_more = True
                break
            found.append((self._position(start), self._position(end)))
        return found

    def _matches(self, pattern: str) -> Iterator[tuple[int, int]]:
        if pattern:
            for match in re.finditer(pattern, self._folded):
                yield match.span()

    def _pattern(self, words: str) -> str:
        mark = f"{_COMBINING}*" if self._has_marks else ""
        parts = [part.replace(_COMBINING, "") for part in fold(unicodedata.normalize("NFC", words)).split()]
        return r"\s+".join("".join(re.escape(char) + mark for char in part) for part in parts if part)

    def _position(self, at: int) -> int:
        return at + bisect_left(self._wide, at)

"""Where words that somebody looks for stand in a text, for what is shown of it. Pure.

Says what the full-text index says (tokenizer unicode61, remove_diacritics 2): letters and digits make words, accents and case do
not count. A text is folded letter by letter, so a place in the folded text is the same place in the text.
"""

import re
import unicodedata
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from models.drafts import clean_text
from services.search_index import match_terms

Span = tuple[int, int]

_ACCENTS = "\u0300-\u036f"
_TOKENS = re.compile(rf"(?:[^\W_][{_ACCENTS}]*)+")
_BETWEEN = rf"(?![{_ACCENTS}])[\W_]+"
_NO_WORD_BEFORE = rf"(?<![^\W_])(?<![^\W_][{_ACCENTS}])(?<![^\W_][{_ACCENTS}]{{2}})"
_NO_WORD_AFTER = rf"(?![^\W_])(?![{_ACCENTS}])"
_SLICE = 65_536
_MOST_SPANS = 400
_BREAKS = re.compile(r"\s\s|[^\S ]|^\s")
_ELLIPSIS = "…"


class _Folds(dict[int, str]):
    """One letter for each letter: without accent, in lower case. Made when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        parts = unicodedata.normalize("NFD", letter)
        folded = parts[0] if all("\u0300" <= accent <= "\u036f" for accent in parts[1:]) else letter
        lower = folded.lower()
        self[code] = lower if len(lower) == 1 else folded
        return self[code]


@lru_cache(maxsize=1)
def _folds() -> _Folds:
    return _Folds()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text on one line with the spans of the words in it, and where the first of these begins in the text."""

    text: str
    spans: tuple[Span, ...]
    first: Span


class WordMarks:
    """The words of one search: finds them in texts, and the piece of a text that shows most of them."""

    def __init__(self, text: str) -> None:
        self._folds = _folds()
        patterns = [pattern for pattern in map(self._pattern_of, match_terms(clean_text(text).strip())) if pattern]
        self.count = len(patterns)
        self._pattern = re.compile("|".join(f"({pattern})" for pattern in patterns)) if patterns else None

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where the words stand, in order; the first few hundred."""
        return tuple(match[:2] for match in self._matches(text))

    def count_in(self, text: str) -> int:
        """How many of the words stand in a text."""
        found: set[int] = set()
        for _, _, number in self._matches(text):
            found.add(number)
            if len(found) == self.count:
                break
        return len(found)

    def excerpt(self, text: str, length: int = 160, lead: int = 60) -> Excerpt | None:
        """The piece of about `length` characters with most of the words, the first of equals; None where there is none.

        At most `lead` characters stand before the first word: a narrow line shows it then.
        """
        matches = list(self._matches_needed(text, length))
        best = _densest(matches, length)
        return None if best is None else _cut(text, matches[best[0] : best[1] + 1], length, lead)

    def _matches_needed(self, text: str, length: int) -> Iterator[tuple[int, int, int]]:
        """Up to the first piece that has all the words: what comes after it in a long text can be no better."""
        recent: deque[tuple[int, int, int]] = deque()
        end: int | None = None
        for match in self._matches(text):
            if end is not None and match[0] > end:
                return
            yield match
            recent.append(match)
            while match[1] - recent[0][0] > length and len(recent) > 1:
                recent.popleft()
            if end is None and len({number for _, _, number in recent}) == self.count:
                end = recent[0][0] + length

    def _matches(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Start, end and number of each word, as far as somebody asks: long texts are folded slice by slice."""
        if self._pattern is None:
            return
        found, start = 0, 0
        while start < len(text) and found < _MOST_SPANS:
            end = _end_of_slice(text, start)
            folded = text[start:end].translate(self._folds)
            for match in islice(self._pattern.finditer(folded), _MOST_SPANS - found):
                found += 1
                yield start + match.start(), start + match.end(), match.lastindex or 0
            start = end

    def _pattern_of(self, term: str) -> str:
        tokens = [token.translate(self._folds) for token in _TOKENS.findall(term)]
        spelled = _BETWEEN.join("".join(_letter(letter) for letter in token) for token in tokens)
        after = "" if term.endswith("*") else _NO_WORD_AFTER
        return f"{_NO_WORD_BEFORE}{spelled}{after}" if tokens else ""


def _letter(letter: str) -> str:
    """A letter of a word with the accents behind it, which do not count."""
    return "" if "\u0300" <= letter <= "\u036f" else f"{re.escape(letter)}[{_ACCENTS}]*"


def _end_of_slice(text: str, start: int) -> int:
    """Behind a blank, so that no word is cut in two; a phrase may be."""
    end = start + _SLICE
    if end >= len(text):
        return len(text)
    blank = text.rfind(" ", start, end)
    return blank + 1 if blank > start else end


def _densest(matches: Sequence[tuple[int, int, int]], length: int) -> tuple[int, int] | None:
    """The first and last place in `matches` of the run within `length` that has most different words, then most words."""
    best: tuple[int, int] | None = None
    most = (0, 0)
    first = 0
    for last, (_, end, _) in enumerate(matches):
        while end - matches[first][0] > length and first < last:
            first += 1
        score = (len({number for _, _, number in matches[first : last + 1]}), last - first)
        if score > most or best is None:
            best, most = (first, last), score
    return best


def _cut(text: str, inside: Sequence[tuple[int, int, int]], length: int, lead: int) -> Excerpt:
    """The text around some words, from a word's beginning to a word's end, line breaks as blanks."""
    start, end = inside[0][0], max(inside[-1][1], inside[0][0] + 1)
    spare = max(length - (end - start), 0)
    left = _beginning(text, max(start - min(spare // 3, lead), 0), start)
    right = _ending(text, end, min(end + spare - (start - left), len(text)))
    head = _ELLIPSIS if left else ""
    tail = _ELLIPSIS if right < len(text.rstrip()) else ""
    shown, places = _on_one_line(text[left:right])
    spans = tuple((places[a - left] + len(head), places[b - left] + len(head)) for a, b, _ in inside)
    return Excerpt(f"{head}{shown}{tail}", spans, inside[0][:2])


def _on_one_line(text: str) -> tuple[str, Sequence[int]]:
    """Every run of blanks and line breaks as one blank, and where each place of `text` is then."""
    if not _BREAKS.search(text):
        return text, range(len(text) + 1)
    letters: list[str] = []
    places = []
    for letter in text:
        places.append(len(letters))
        if not letter.isspace():
            letters.append(letter)
        elif letters and letters[-1] != " ":
            letters.append(" ")
    return "".join(letters), [*places, len(letters)]


def _beginning(text: str, earliest: int, start: int) -> int:
    """After a blank at or after `earliest`; at the very beginning where that is near."""
    if earliest == 0:
        return 0
    for place in range(earliest, start):
        if text[place - 1].isspace():
            return place
    return start


def _ending(text: str, end: int, latest: int) -> int:
    if latest >= len(text):
        return len(text)
    for place in range(latest, end, -1):
        if text[place].isspace():
            return place
    return max(end, latest)

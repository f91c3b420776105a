"""A text as tokens, and as one string with one symbol a token, so that rules can be matched at the speed of `re`."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import overload

PARAGRAPH = "\n"
"""The token, and symbol, of a blank line."""
_NOTATION = r"""
    (?=[^\W\d_])(?:
        [^\W\d_](?:\.[^\W\d_]){1,4}\.?(?!\w)                                   # a.m., U.S.
        |[^\W\d_]+(?:\u00ad+[^\W\d_]+)*(?:\d\w*|['\u2019](?!(?:ENDING)\b)[^\W\d_]+)?                # word, A320, didn't
    )
    |(?=\d)(?:
        \d{4}[-\u2010\u2011]\d\d[-\u2010\u2011]\d\d                                # ISO 8601
            (?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?:Z\b|[+-]\d\d:?\d\d\b)?)?(?![\w-])
        |(?<![\w./-])\d{1,4}([/.-])\d{1,2}\1\d{1,4}(?![\w/-]|\.\d)              # 1/23/24, 23.1.2024
        |(?<![\w:])\d{1,2}:\d\d(?::\d\d)?(?![\d:])                            # 8:30, 10:15:20
        |\d{1,3}(?:THOUSANDS\d{3})+(?:POINT\d+)?(?!\d)                        # 1,200,000
        |\d+(?:POINT|\.)\d+                                                 # 2.5
        |\d+(?=(?:GLUED)(?!\w))                                             # 8am
        |\d+[^\W\d_]+\d\w*                                                  # 3G5: a name, never a number
        |\d+[^\W\d_]+                                                       # 23rd, 1990s
        |\d+
    )
    |(?<!\w)['\u2019\u2018`]\d\d(?:(?:DECADE)\b|(?!\w))                     # '82, '90s
    |(?<=[^\W_])['\u2019](?:ENDING)(?!\w)                                  # the possessive
    |\n[^\S\n]*\n\s*                                                      # a blank line
    |[^\w\s]
"""
_NOTHING = "(?!)"
_LINE_END = re.compile(r"[.!?\"'\u201d\u2019][^\S\n]*\n")
"""In a text without blank lines, a line that ends its sentence ends its paragraph."""


def compile_tokens(
    *, endings: Iterable[str] = (), glued: Iterable[str] = (), decade: str = "", thousands: str = "", point: str = ""
) -> re.Pattern[str]:
    """What is one token in a language.

    `endings`: what an apostrophe joins to a word and is a token of its own ("s" of the possessive); `glued`: words
    that stand right behind figures ("8am"); `decade`: what makes a decade of figures ("s" of '90s); `thousands`, `point`:
    the signs within numbers.
    """
    parts = {"ENDING": _any_of(endings), "GLUED": _any_of(glued)}
    parts |= {"DECADE": _sign(decade), "THOUSANDS": _sign(thousands), "POINT": _sign(point)}
    return re.compile(re.sub("|".join(parts), lambda match: parts[match[0]], _NOTATION), re.VERBOSE)


def _sign(text: str) -> str:
    return re.escape(text) or _NOTHING


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    return f"(?i:{'|'.join(longest_first)})" if longest_first else _NOTHING


class Words(Sequence[str]):
    """The words of a text's tokens, cut out of it when asked for: a list of them would take many times its memory."""

    __slots__ = ("_ends", "_starts", "_text")

    def __init__(self, text: str, starts: Sequence[int], ends: Sequence[int]) -> None:
        self._text = text
        self._starts = starts
        self._ends = ends

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> list[str]: ...

    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[position] for position in range(*index.indices(len(self)))]
        word = self._text[self._starts[index] : self._ends[index]]
        return PARAGRAPH if word[0] == PARAGRAPH else word


class Tokens:
    """The tokens of one text: `words[i]` at offsets `starts[i]` to `ends[i]`, `symbols[i]` its symbol."""

    __slots__ = ("_breaks", "ends", "starts", "symbols", "text", "words")

    def __init__(self, text: str, token: re.Pattern[str], symbol_of: Mapping[str, str]) -> None:
        self.text = text
        self.starts = array("q")
        self.ends = array("q")
        symbols: list[str] = []
        add_start, add_end, add_symbol = self.starts.append, self.ends.append, symbols.append
        for match in token.finditer(text):
            add_start(match.start())
            add_end(match.end())
            add_symbol(symbol_of[match[0]])
        self.words = Words(text, self.starts, self.ends)
        self.symbols = "".join(symbols)
        blank = re.escape(symbol_of[PARAGRAPH])
        self._breaks = array("q", [match.start() for match in re.finditer(blank, self.symbols)])
        if not self._breaks:
            self._breaks.extend(bisect_left(self.starts, match.end()) for match in _LINE_END.finditer(text))

    def is_parted(self, first: int, last: int) -> bool:
        """Whether a paragraph ends among these tokens."""
        return self.count_ends(first, last) > 0

    def count_ends(self, first: int, last: int) -> int:
        """How many paragraphs end among these tokens."""
        return bisect_left(self._breaks, last) - bisect_left(self._breaks, first)

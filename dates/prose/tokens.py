"""A text as tokens, and as one string with one symbol a token, so that rules can be matched at the speed of `re`."""

import re
from collections.abc import Mapping

TOKEN = re.compile(
    r"""
    \d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?:Z\b|[+-]\d\d:?\d\d\b)?)?(?![\w-])   # ISO 8601
    |(?<![\w./-])\d{1,4}([/.-])\d{1,2}\1\d{1,4}(?![\w/-]|\.\d)                  # 1/23/24, 23.1.2024
    |(?<![\w:])\d{1,2}:\d\d(?::\d\d)?(?![\d:])                                # 8:30, 10:15:20
    |\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)                                      # 1,200,000
    |\d+\.\d+                                                               # 2.5
    |\d+[^\W\d_]+\d\w*                                                      # 3G5: a name, never a number
    |\d+[^\W\d_]+                                                           # 23rd, 1990s, 8am
    |\d+
    |(?<!\w)['\u2019\u2018`]\d\d(?:s\b|(?!\w))                               # '82, '90s
    |[^\W\d_](?:\.[^\W\d_]){1,4}\.?(?!\w)                                    # a.m., U.S.
    |[^\W\d_]+\d\w*                                                         # A320
    |(?<=[^\W\d_])['\u2019](?:s|S)(?!\w)                                     # the possessive
    |[^\W\d_]+(?:['\u2019](?!s\b)[^\W\d_]+)?
    |\n[^\S\n]*\n\s*
    |[^\w\s]
    """,
    re.VERBOSE,
)
PARAGRAPH = "\n"
"""The token, and symbol, of a blank line."""


class Tokens:
    """The tokens of one text: `words[i]` at offsets `starts[i]` to `ends[i]`, `symbols[i]` its symbol."""

    __slots__ = ("ends", "starts", "symbols", "text", "words")

    def __init__(self, text: str, symbol_of: Mapping[str, str]) -> None:
        self.text = text
        found = list(TOKEN.finditer(text))
        self.words = [match[0] for match in found]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.symbols = "".join([symbol_of[word] for word in self.words])

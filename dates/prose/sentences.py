"""Where the sentence around some tokens begins and ends, and what stands in it."""

import re
from collections.abc import Iterable

from dates.prose.language import Language

REACH = 45
"""Tokens looked at on either side: longer sentences are read no further, so that time stays linear."""


def sentence_bounds(symbols: str, end: re.Pattern[str], first: int, last: int) -> tuple[int, int]:
    """First token and end of the sentence around the tokens, at most REACH tokens away on either side."""
    floor = max(0, first - REACH)
    before = last_end((end,), symbols, floor, first)
    after = end.search(symbols, last, last + REACH)
    return (floor if before < 0 else before), (after.start() if after else min(len(symbols), last + REACH))


def phrase_in_sentence(symbols: str, match: re.Match[str], name: str, language: Language) -> bool:
    """Whether a phrase of the table stands in the sentence of a match."""
    start, stop = sentence_bounds(symbols, language.phrases["sentence end"], match.start(), match.end())
    return language.phrases[name].search(symbols, start, stop) is not None


def last_end(patterns: Iterable[re.Pattern[str]], symbols: str, start: int, stop: int) -> int:
    """Where the last match of any of the patterns ends, -1 where there is none."""
    position = -1
    for pattern in patterns:
        for match in pattern.finditer(symbols, start, stop):
            position = max(position, match.end())
    return position

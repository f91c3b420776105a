"""Which way a sentence looks: back or ahead."""

import re

from dates.mention import Cue
from dates.prose.language import Language
from dates.prose.tokens import Tokens

REACH = 45
"""Tokens looked at on either side: longer sentences are read no further, so that time stays linear."""


class Cues:
    """Finds the verb or word nearest to a mention that tells past from future."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._symbols = tokens.symbols
        self._end = language.phrases["sentence end"]
        self._future = language.phrases["future cue"]
        self._past = language.phrases["past cue"]

    def of(self, first: int, last: int) -> Cue:
        """PAST_TENSE, FUTURE_TENSE or NONE for the mention at these tokens. What stands before it counts first."""
        start = self.sentence_start(first)
        future = _last_start(self._future, self._symbols, start, first)
        past = _last_start(self._past, self._symbols, start, first)
        if future < 0 and past < 0:
            end = self._end.search(self._symbols, last, last + REACH)
            stop = end.start() if end else last + REACH
            future, past = (
                -1 if (found := cue.search(self._symbols, last, stop)) is None else -found.start()
                for cue in (self._future, self._past)
            )
            if future == past == -1:
                return Cue.NONE
            if -1 in (future, past):
                return Cue.PAST_TENSE if future == -1 else Cue.FUTURE_TENSE
        return Cue.FUTURE_TENSE if future > past else Cue.PAST_TENSE

    def has_future(self, first: int, last: int) -> bool:
        """Whether any word of the sentence looks ahead."""
        end = self._end.search(self._symbols, last, last + REACH)
        stop = end.start() if end else last + REACH
        return self._future.search(self._symbols, self.sentence_start(first), stop) is not None

    def sentence_start(self, position: int) -> int:
        """Token after the end of the sentence before, at most REACH tokens back."""
        floor = max(0, position - REACH)
        last = _last_start(self._end, self._symbols, floor, position)
        return floor if last < 0 else last + 1


def _last_start(pattern: re.Pattern[str], symbols: str, start: int, stop: int) -> int:
    position = -1
    for match in pattern.finditer(symbols, start, stop):
        position = match.start()
    return position

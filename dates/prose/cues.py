"""Which way a sentence looks: back or ahead."""

import re
from collections.abc import Iterable
from enum import IntEnum

from dates.mention import Cue
from dates.prose.language import Language
from dates.prose.meaning import Found
from dates.prose.sentences import last_end, sentence_bounds
from dates.prose.tokens import Tokens

_NOWHERE = 1 << 60
"""Behind the end of every text."""
_FEW = 6
"""Tokens between a mention and the verb that reports it."""


class Ahead(IntEnum):
    """How surely a sentence looks ahead."""

    NO = 0
    WEAK = 1
    STRONG = 2


class Cues:
    """Finds the verb or word nearest to a mention that tells past from future."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._symbols = tokens.symbols
        self._end = language.phrases["sentence end"]
        self._future = language.phrases["future cue"]
        self._weak = language.phrases["weak future cue"]
        self._past = language.phrases["past cue"]
        self._plan = language.phrases["past plan"]
        self._saying = language.phrases["saying"]
        self._intent = language.phrases["past intent"]
        self._comparison = language.phrases["comparison"]
        self._away = language.phrases["leading away"]
        self._headline = language.phrases["headline cue"]

    def of(self, mention: Found) -> Cue:
        """PAST_TENSE, FUTURE_TENSE or NONE for a mention. What stands before it counts first."""
        first, last = mention.first, mention.last
        start, stop = sentence_bounds(self._symbols, self._end, first, last)
        if self._past.match(self._symbols, last, stop):
            return Cue.PAST_TENSE
        if self._is_reported(mention, start, stop):
            return Cue.FUTURE_TENSE
        ahead = last_end((self._future, self._weak), self._symbols, start, first)
        back = self._looks_back(start, first, ahead)
        if ahead < 0 and back < 0:
            ahead = -_first_start((self._future, self._weak), self._symbols, last, stop)
            back = -_first_start((self._past,), self._symbols, last, stop)
            if ahead == back:
                heading = last_end((self._headline,), self._symbols, start, first) >= 0
                return Cue.FUTURE_TENSE if heading else Cue.NONE
        return Cue.FUTURE_TENSE if ahead >= back else Cue.PAST_TENSE

    def _looks_back(self, start: int, stop: int, ahead: int) -> int:
        """Where the last past cue ends; what "had been due" is past, though "due" ends there too and looks ahead."""
        back = last_end((self._past,), self._symbols, start, stop)
        return ahead + 1 if 0 <= ahead == last_end((self._plan,), self._symbols, start, stop) else back

    def _is_reported(self, mention: Found, start: int, stop: int) -> bool:
        """Whether it is part of what somebody said of the future: "said its fourth-quarter sales could fall"."""
        first, last = mention.first, mention.last
        if self._saying.search(self._symbols, max(start, first - _FEW), first + 1) is None:
            return False
        ahead = _first_start((self._future,), self._symbols, last, min(stop, last + _FEW))
        return ahead < _first_start((self._past,), self._symbols, last, stop)

    def told(self, mention: Found) -> bool:
        """Whether a verb of the past governs the mention itself: "rejected the bill on", not "promised to pay by"."""
        first, last = mention.first, mention.last
        start, stop = sentence_bounds(self._symbols, self._end, first, last)
        back = last_end((self._past,), self._symbols, start, first)
        if back >= 0:
            return self._away.search(self._symbols, back, first) is None
        return _first_start((self._past,), self._symbols, last, stop) != _NOWHERE

    def ends_sentence(self, first: int, last: int) -> bool:
        """Whether a sentence ends between these tokens."""
        return self._end.search(self._symbols, first, last) is not None

    def compares(self, mention: Found) -> bool:
        """Whether the words before only measure by the date: "the first since June 1987"."""
        start = max(0, mention.first - 3)
        return self._comparison.search(self._symbols, start, mention.first) is not None

    def ahead(self, mention: Found) -> Ahead:
        """STRONG where the verb that governs the mention looks ahead, WEAK where it did so once ("was due on") or any
        word of the sentence does, or where none of them looks back.
        """
        first, last = mention.first, mention.last
        start, stop = sentence_bounds(self._symbols, self._end, first, last)
        if self._past.match(self._symbols, last, stop):
            return Ahead.NO
        if self._is_reported(mention, start, stop):
            return Ahead.WEAK
        strong = last_end((self._future,), self._symbols, start, first)
        back = self._looks_back(start, first, strong)
        if strong >= 0 and strong >= back:
            return Ahead.WEAK if strong == last_end((self._intent,), self._symbols, start, first) else Ahead.STRONG
        if back >= 0:
            return Ahead.WEAK if last_end((self._weak,), self._symbols, start, first) >= back else Ahead.NO
        told = _first_start((self._past,), self._symbols, last, stop)
        if told == _NOWHERE or _first_start((self._future,), self._symbols, last, stop) < told:
            return Ahead.WEAK
        weak = any(cue.search(self._symbols, start, stop) for cue in (self._future, self._weak))
        return Ahead.WEAK if weak else Ahead.NO


def _first_start(patterns: Iterable[re.Pattern[str]], symbols: str, start: int, stop: int) -> int:
    """Where the first match of any of the patterns begins, far behind everything where there is none."""
    found = [match.start() for pattern in patterns if (match := pattern.search(symbols, start, stop))]
    return min(found, default=_NOWHERE)

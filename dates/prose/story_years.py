"""The years of dates that do not say theirs, in a text that tells a story.

A story moves on from year to year. Some of its words name the year it has come to, some only look aside to another
one ("papers opened in 2005 show"). Which is which shows in what follows, so the years are chosen together: each way
to read the text costs something for every year it passes over, leaps to or falls back from, and the cheapest is kept.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dates.prose.language import Language
from dates.prose.meaning import Found
from dates.prose.points import Point
from dates.prose.story_signs import Sign, bound_years, read_signs
from dates.prose.tokens import Tokens

_BREADTH, _TURNING = 12, 4
"""Readings kept at a time, and how many of them may turn to the next year unasked: the time stays linear."""
_LEAPS = ((1, 0.6), (3, 0.8), (10, 1.3), (math.inf, 1.8))
_BACKWARDS = 0.85
"""What it costs to go to another year, by how many years it is away, and what more to go back."""
_FALLS = ((0, 0.0), (2, 0.3), (5, 0.6), (11, 1.2))
"""What it costs when the month falls back within a year, by the number of months."""
_NEXT_YEAR, _LAST_YEAR = 0.9, 2.0
"""What it costs to take a date without a year for one of the next or the last year."""
_LATER = 0.15
"""What it costs to stay where a later year is counted."""
_EARLY = 0.32
"""What it costs to take a year that is said only later."""
_ASIDES_IN_A_ROW = 0.5
"""By how much each aside after the first costs more."""
_BESIDE = 0.4
"""What it costs a date not to take the year that its own sentence says."""
_ENOUGH = 4
"""So many years must be told before a date is given the year of one that comes only later."""


@dataclass(slots=True)
class _Reading:
    """One way to read the text so far: the year it is in, the month told last, what it cost, and what it came from."""

    cost: float
    year: int | None
    month: int | None
    before: "_Reading | None"
    skipped: int = -1
    """The sentence whose year it took for an aside last."""
    asides: int = 0
    """How many it took in a row."""


class StoryYears:
    """The year that a story has come to at each of its mentions."""

    def __init__(self, found: Sequence[Found], tokens: Tokens, language: Language, today: Point | None = None) -> None:
        self._years: dict[int, int | None] = {}
        self._bound = bound_years(found, tokens, language)
        signs = read_signs(found, tokens, language, self._bound, today)
        look_back = sum(sign.year is not None for sign in signs) >= _ENOUGH
        ahead: tuple[int, int | None] | None = None
        for sign, reading in zip(reversed(signs), _back_from(_best_reading(signs)), strict=True):
            year = reading.year
            if year is None and look_back and ahead is not None:
                year = ahead[0] - (sign.month is not None and ahead[1] is not None and sign.month > ahead[1])
            self._years[sign.number] = year
            ahead = ahead if year is None else (year, sign.month)

    def year(self, number: int) -> int | None:
        """The year of the story at a mention that may say none; None where nothing tells."""
        return self._bound.get(number, self._years.get(number))

    def said(self, number: int) -> int | None:
        """The year of a mention whose words say one in short: with the next date, or with the age of the story."""
        return self._bound.get(number)

    def is_aside(self, number: int, year: int | None) -> bool:
        """Whether the story is elsewhere when this mention names a year."""
        return number in self._years and self._years[number] != year


def _best_reading(signs: Sequence[Sign]) -> _Reading:
    readings = [_Reading(0.0, None, None, None)]
    for sign in signs:
        heads: dict[int | None, _Reading] = {}
        for rank, reading in enumerate(readings):
            for following in _steps(reading, sign, may_turn=rank < _TURNING):
                known = heads.get(following.year)
                if known is None or following.cost < known.cost:
                    heads[following.year] = following
        turned = heads.pop(sign.ahead, None) if sign.ahead is not None else None  # kept, whatever it costs so far
        readings = sorted(heads.values(), key=lambda one: one.cost)[:_BREADTH]
        if turned is not None:
            readings.append(turned)
    return min(readings, key=lambda one: one.cost)


def _back_from(reading: _Reading) -> Iterator[_Reading]:
    while reading.before is not None:
        yield reading
        reading = reading.before


def _steps(reading: _Reading, sign: Sign, *, may_turn: bool) -> Iterator[_Reading]:
    """Every way to go on from a reading at one mention."""
    year, month, cost = reading.year, reading.month, reading.cost
    if sign.year is not None:
        if sign.year == year:
            yield _Reading(cost + _fall(month, sign.month), year, sign.month or month, reading)
            return
        yield _Reading(cost + _leap(year, sign.year) * sign.leap, sign.year, sign.month, reading)
        if year is not None:
            price = sign.aside * (1 + _ASIDES_IN_A_ROW * reading.asides)
            yield _Reading(cost + price, year, month, reading, sign.sentence, reading.asides + 1)
        return
    if sign.step and year is not None:
        yield _Reading(cost, year + sign.step, sign.month, reading)
        yield _Reading(cost + _LATER, year, month, reading, reading.skipped, reading.asides)
        return
    yield from _steps_of_month(reading, sign, may_turn=may_turn)


def _steps_of_month(reading: _Reading, sign: Sign, *, may_turn: bool) -> Iterator[_Reading]:
    year, month, cost, rest = reading.year, reading.month, reading.cost, (reading, reading.skipped, reading.asides)
    if sign.ahead not in (None, year) and sign.ahead is not None:
        yield _Reading(cost + _leap(year, sign.ahead) * sign.leap + _EARLY, sign.ahead, sign.month, reading)
    if reading.skipped == sign.sentence and sign.month is not None:
        cost += _BESIDE
    yield _Reading(cost + _fall(month, sign.month), year, sign.month or month, *rest)
    if sign.month is None or year is None or not may_turn:
        return
    if month is None or sign.month <= month:
        yield _Reading(cost + _NEXT_YEAR, year + 1, sign.month, *rest)
    if month is None or sign.month >= month:
        yield _Reading(cost + _LAST_YEAR, year - 1, sign.month, *rest)


def _leap(year: int | None, to: int) -> float:
    if year is None:
        return 0.0
    distance = abs(to - year)
    cost = next(cost for reach, cost in _LEAPS if distance <= reach)
    return cost + (_BACKWARDS if to < year else 0.0)


def _fall(month: int | None, to: int | None) -> float:
    if month is None or to is None or to >= month:
        return 0.0
    return next(cost for reach, cost in _FALLS if month - to <= reach)

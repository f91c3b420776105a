"""The years of dates that do not say theirs, in a text that tells a story.

A story moves on from year to year. Some of its words name the year it has come to, some only look aside to another
one ("papers opened in 2005 show"). Which is which shows in what follows, so the years are chosen together: each way
to read the text costs something for every year it passes over, leaps to or falls back from, and the cheapest is kept.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dates.prose.language import Language
from dates.prose.meaning import AncientYear, Calendar, Found, Holiday, Origin, Shift, Unit
from dates.prose.points import Point
from dates.prose.tokens import PARAGRAPH, Tokens

_BREADTH = 12
"""Readings kept at a time: the time stays linear."""
_ASIDE = {"D": 2.2, "M": 1.6, "S": 1.3, "Q": 1.3, "HY": 1.3, "Y": 0.7, "opening": 1.1}
"""What it costs to take a year said for an aside, by how fine the date is."""
_IN_BRACKETS = 0.5
_NEW_PARAGRAPH = 0.7
"""A leap at the beginning of a paragraph costs only this share."""
_LEAPS = ((1, 0.5), (3, 0.8), (10, 1.3), (math.inf, 2.2))
_BACKWARDS = 0.6
_FALLS = ((0, 0.0), (2, 0.3), (5, 0.6), (11, 1.3))
"""What it costs when the month falls back within a year, by the number of months."""
_NEXT_YEAR = 0.9
_LAST_YEAR = 2.0
_LATER = 0.15
_BESIDE = 0.4
"""What it costs a date not to take the year that its own sentence says."""
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_OPENING, _CLOSING = "([", ")]"
_OPENING_WORDS = 2
_ANCIENT, _AGE = 1000, 300
_LONGEST_LINK = 3
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


@dataclass(frozen=True, slots=True)
class _Sign:
    """What a mention says about the year: the year, or a month only, or how many years on."""

    number: int
    year: int | None
    month: int | None
    sentence: int
    aside: float = 0.0
    leap: float = 1.0
    step: int = 0


class StoryYears:
    """The year that a story has come to at each of its mentions."""

    def __init__(self, found: Sequence[Found], tokens: Tokens, language: Language) -> None:
        self._years: dict[int, int | None] = {}
        self._bound = _bound_years(found, tokens, language)
        signs = list(_signs(found, self._bound, _Place(tokens, language)))
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


def _bound_years(found: Sequence[Found], tokens: Tokens, language: Language) -> dict[int, int]:
    """Years of dates that share the year of the next one: "August and September 1914", "26 June – 4 August 1952"."""
    bound: dict[int, int] = {}
    for number in range(len(found) - 2, -1, -1):
        this, following = found[number].meaning, found[number + 1].meaning
        if not isinstance(this, Calendar) or not isinstance(following, Calendar) or this.point.has_year:
            continue
        year = following.point.year if following.point.has_year else bound.get(number + 1)
        first, last = found[number].last, found[number + 1].first
        if year is None or last - first > _LONGEST_LINK:
            continue
        if language.phrase_at("between two ends", tokens.symbols, first, last) is not None:
            month, end = _month_of(this.point), _month_of(following.point)
            bound[number] = year - (month is not None and end is not None and month > end)
    return bound


class _Place:
    """Where in its text a mention stands: walks through the tokens once."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens = tokens
        self._end = language.phrases["sentence end"]
        self._at = 0
        self.sentence = 0
        self.bracketed = False
        self.fresh = True
        self.opens = True

    def move_to(self, mention: Found) -> None:
        tokens = self._tokens
        since = self._at
        self.opens = self.sentence == 0 and mention.first <= _OPENING_WORDS
        for end in self._end.finditer(tokens.symbols, self._at, mention.first):
            self.sentence += 1
            self.opens = mention.first - end.start() <= _OPENING_WORDS + 1
            if tokens.words[end.start()] == PARAGRAPH:
                self.bracketed, self.fresh, since = False, True, end.start()
        if since < mention.first:
            self._look_for_brackets(tokens.text[tokens.starts[since] : tokens.starts[mention.first]])
        self._at = mention.last

    def _look_for_brackets(self, text: str) -> None:
        opening, closing = (max(map(text.rfind, signs)) for signs in (_OPENING, _CLOSING))
        if opening != closing:
            self.bracketed = opening > closing


def _signs(found: Sequence[Found], bound: dict[int, int], place: _Place) -> Iterator[_Sign]:
    latest: int | None = None
    for number, mention in enumerate(found):
        place.move_to(mention)
        if isinstance(mention.meaning, AncientYear):
            year = _ancient_year(mention.meaning.number, latest)
            sign = None if year is None else _Sign(number, year, None, place.sentence, _ASIDE["Y"])
            if year is not None:
                bound[number] = year
        else:
            sign = _sign_of(number, mention, bound.get(number), place)
        if sign is not None:
            latest = latest if sign.year is None else sign.year
            place.fresh = False
            yield sign


def _ancient_year(number: int, latest: int | None) -> int | None:
    """What three digits mean: a year of the age told of last, before or after Christ; None far from that age."""
    if latest is None or latest >= _ANCIENT:
        return None
    year = 1 - number if latest <= 0 else number
    return year if abs(year - latest) < _AGE else None


def _sign_of(number: int, mention: Found, bound: int | None, place: _Place) -> _Sign | None:
    meaning = mention.meaning
    leap, sentence = _NEW_PARAGRAPH if place.fresh else 1.0, place.sentence
    if isinstance(meaning, Calendar):
        point = meaning.point
        if point.year is None and (point.decade is not None or point.century is not None):
            return None
        weight = _ASIDE["opening"] if place.opens and point.grain == "Y" else _ASIDE.get(point.grain, 1.0)
        weight *= _IN_BRACKETS if place.bracketed else 1.0
        year = bound if bound is not None else point.year
        return _Sign(number, year, _month_of(point), sentence, weight, leap)
    if isinstance(meaning, Unit) and meaning.origin is Origin.PREVIOUS and meaning.unit == "Y":
        return _Sign(number, None, meaning.point.month, sentence, step=meaning.which)
    if isinstance(meaning, Shift) and meaning.origin is Origin.PREVIOUS and meaning.unit == "Y":
        return _Sign(number, None, None, sentence, step=(meaning.count or 0) if meaning.sign > 0 else 0)
    if isinstance(meaning, Holiday) and meaning.year is None:
        return _Sign(number, None, None, sentence)
    return None


def _month_of(point: Point) -> int | None:
    return point.month if point.month is not None else _SEASON_MONTHS.get(point.season)


def _best_reading(signs: Sequence[_Sign]) -> _Reading:
    readings = [_Reading(0.0, None, None, None)]
    for sign in signs:
        heads: dict[int | None, _Reading] = {}
        for reading in readings:
            for following in _steps(reading, sign):
                known = heads.get(following.year)
                if known is None or following.cost < known.cost:
                    heads[following.year] = following
        readings = sorted(heads.values(), key=lambda one: one.cost)[:_BREADTH]
    return readings[0]


def _back_from(reading: _Reading) -> Iterator[_Reading]:
    while reading.before is not None:
        yield reading
        reading = reading.before


def _steps(reading: _Reading, sign: _Sign) -> Iterator[_Reading]:
    """Every way to go on from a reading at one mention."""
    year, month, cost, skipped = reading.year, reading.month, reading.cost, reading.skipped
    if sign.year is not None:
        if sign.year == year:
            yield _Reading(cost + _fall(month, sign.month), year, sign.month or month, reading, skipped)
            return
        yield _Reading(cost + _leap(year, sign.year) * sign.leap, sign.year, sign.month, reading)
        if year is not None:
            yield _Reading(cost + sign.aside, year, month, reading, sign.sentence)
        return
    if sign.step and year is not None:
        yield _Reading(cost, year + sign.step, sign.month, reading)
        yield _Reading(cost + _LATER, year, month, reading, skipped)
        return
    if skipped == sign.sentence and sign.month is not None:
        cost += _BESIDE
    yield _Reading(cost + _fall(month, sign.month), year, sign.month or month, reading, skipped)
    if sign.month is not None and year is not None:
        yield _Reading(cost + _NEXT_YEAR, year + 1, sign.month, reading, skipped)
        yield _Reading(cost + _LAST_YEAR, year - 1, sign.month, reading, skipped)


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

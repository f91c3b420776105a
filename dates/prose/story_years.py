"""The years of dates that do not say theirs, in a text that tells a story.

A story moves on from year to year. Some of its words name the year it has come to, some only look aside to another
one ("papers opened in 2005 show"). Which is which shows in what follows, so the years are chosen together: each way
to read the text costs something for every year it passes over, leaps to or falls back from, and the cheapest is kept.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dates.prose.holidays import holiday_without_year
from dates.prose.language import Language
from dates.prose.meaning import AncientYear, Calendar, Found, Holiday, Origin, Shift, Unit
from dates.prose.points import Point
from dates.prose.tokens import PARAGRAPH, Tokens

_BREADTH, _TURNING = 12, 4
"""Readings kept at a time, and how many of them may turn to the next year unasked: the time stays linear."""
_ASIDE = {"D": 2.0, "M": 1.4, "S": 1.3, "Q": 1.3, "HY": 1.3, "Y": 0.7, "opening": 1.1}
"""What it costs to take a year said for an aside, by how fine the date is."""
_IN_BRACKETS = 0.5
_NEW_PARAGRAPH = 0.8
"""A leap at the beginning of a paragraph costs only this share."""
_LEAPS = ((1, 0.6), (3, 0.8), (10, 1.3), (math.inf, 2.2))
_BACKWARDS = 0.6
_FALLS = ((0, 0.0), (2, 0.3), (5, 0.6), (11, 1.2))
"""What it costs when the month falls back within a year, by the number of months."""
_NEXT_YEAR = 0.9
_LAST_YEAR = 2.0
_LATER = 0.15
_EARLY = 0.4
"""What it costs to take a year that is said only later."""
_ASIDES_IN_A_ROW = 0.5
_LAST_END = 0.1
"""What it costs not to go on to the last year of a stretch: the story begins with its first."""
_COUNTED = 1.2
"""What it costs not to go on to a year counted from the one said before."""
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
    asides: int = 0
    """How many it took in a row."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """What a mention says about the year: the year, or a month only, or how many years on."""

    number: int
    year: int | None
    month: int | None
    sentence: int
    paragraph: int
    aside: float = 0.0
    leap: float = 1.0
    step: int = 0
    counted: bool = False
    """Whether it counts from the year said before: "that spring", "the following year"."""
    ahead: int | None = None
    """The year said next in this paragraph."""


class StoryYears:
    """The year that a story has come to at each of its mentions."""

    def __init__(self, found: Sequence[Found], tokens: Tokens, language: Language) -> None:
        self._years: dict[int, int | None] = {}
        self._bound = _bound_years(found, tokens, language)
        signs = _with_years_ahead(_signs(found, self._bound, _Place(tokens, language)))
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
        self._language = language
        self._end = language.phrases["sentence end"]
        self._at = 0
        self.sentence = 0
        self.paragraph = 0
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
                self.paragraph += 1
        if since < mention.first:
            self._look_for_brackets(tokens.text[tokens.starts[since] : tokens.starts[mention.first]])
        self._at = mention.last

    def is_last_end(self, mention: Found, previous: Found | None) -> bool:
        """Whether it is the second end of a stretch, or the only one: "1942–1943", "until 3 March 1943"."""
        first, symbols, language = mention.first, self._tokens.symbols, self._language
        if previous is not None and 0 < first - previous.last <= _LONGEST_LINK:
            return language.phrase_at("between two ends", symbols, previous.last, first) in ("to", "dash")
        for size in range(min(_LONGEST_LINK, first), 0, -1):
            kind = language.phrase_at("before an only end", symbols, first - size, first)
            if kind is not None:
                return kind == "until"
        return False

    def _look_for_brackets(self, text: str) -> None:
        opening, closing = (max(map(text.rfind, signs)) for signs in (_OPENING, _CLOSING))
        if opening != closing:
            self.bracketed = opening > closing


def _signs(found: Sequence[Found], bound: dict[int, int], place: _Place) -> Iterator[_Sign]:
    latest: int | None = None
    told_in = 0
    for number, mention in enumerate(found):
        place.move_to(mention)
        if isinstance(mention.meaning, AncientYear):
            year = _ancient_year(mention.meaning.number, latest)
            sign = None if year is None else _Sign(number, year, None, place.sentence, place.paragraph, _ASIDE["Y"])
            if year is not None:
                bound[number] = year
        else:
            sign = _sign_of(number, mention, bound.get(number), place)
        if sign is not None:
            if sign.counted and latest is not None and sign.sentence - told_in <= 1:
                sign = replace(sign, year=latest + sign.step, aside=_COUNTED)
            if sign.year is not None:
                latest, told_in = sign.year, sign.sentence
                if place.is_last_end(mention, found[number - 1] if number else None):
                    sign = replace(sign, aside=_LAST_END)
            place.fresh = False
            yield sign


def _with_years_ahead(signs: Iterable[_Sign]) -> list[_Sign]:
    made: list[_Sign] = []
    ahead: _Sign | None = None
    for sign in reversed(list(signs)):
        opens_paragraph = sign.year is None and sign.leap < 1
        if opens_paragraph and ahead is not None and ahead.paragraph == sign.paragraph:
            made.append(replace(sign, ahead=ahead.year))
        else:
            made.append(sign)
        ahead = sign if sign.year is not None else ahead
    made.reverse()
    return made


def _ancient_year(number: int, latest: int | None) -> int | None:
    """What three digits mean: a year of the age told of last, before or after Christ; None far from that age."""
    if latest is None or latest >= _ANCIENT:
        return None
    year = 1 - number if latest <= 0 else number
    return year if abs(year - latest) < _AGE else None


def _sign_of(number: int, mention: Found, bound: int | None, place: _Place) -> _Sign | None:
    meaning = mention.meaning
    leap, where = _NEW_PARAGRAPH if place.fresh else 1.0, (place.sentence, place.paragraph)
    if isinstance(meaning, Calendar):
        point = meaning.point
        if point.year is None and (point.decade is not None or point.century is not None):
            return None
        weight = _ASIDE["opening"] if place.opens and point.grain == "Y" else _ASIDE.get(point.grain, 1.0)
        weight *= _IN_BRACKETS if place.bracketed else 1.0
        year = bound if bound is not None else point.year
        return _Sign(number, year, _month_of(point), *where, weight, leap)
    if isinstance(meaning, Unit) and meaning.origin is Origin.PREVIOUS:
        if meaning.unit == "Y":
            return _Sign(number, None, meaning.point.month, *where, step=meaning.which, counted=True)
        if meaning.unit == "P" and meaning.which == 0:
            return _Sign(number, None, _month_of(meaning.point), *where, counted=True)
        return None
    if isinstance(meaning, Shift) and meaning.origin is Origin.PREVIOUS and meaning.unit == "Y":
        later = (meaning.count or 0) if meaning.sign > 0 else 0
        return _Sign(number, None, None, *where, step=later, counted=bool(later))
    if isinstance(meaning, Holiday):
        return _Sign(number, meaning.year, holiday_without_year(meaning.name).month, *where, _ASIDE["D"], leap)
    return None


def _month_of(point: Point) -> int | None:
    return point.month if point.month is not None else _SEASON_MONTHS.get(point.season)


def _best_reading(signs: Sequence[_Sign]) -> _Reading:
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


def _steps(reading: _Reading, sign: _Sign, *, may_turn: bool) -> Iterator[_Reading]:
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


def _steps_of_month(reading: _Reading, sign: _Sign, *, may_turn: bool) -> Iterator[_Reading]:
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

"""What the mentions of a story say about its years."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dates.prose.holidays import holiday_without_year
from dates.prose.language import Language
from dates.prose.meaning import AncientYear, Calendar, Found, Holiday, Origin, Shift, Unit
from dates.prose.points import SEASON_MONTHS, Point
from dates.prose.quotes import enclosing_quote
from dates.prose.tokens import PARAGRAPH, Tokens

_ASIDE = {"D": 2.0, "M": 1.4, "S": 1.1, "Q": 1.1, "HY": 1.1, "Y": 0.65, "opening": 1.1}
"""What it costs to take a year said for an aside, by how fine the date is."""
_IN_BRACKETS = 0.5
"""An aside in brackets costs only this share."""
_NEW_PARAGRAPH = 0.8
"""A leap at the beginning of a paragraph costs only this share."""
_OPENING, _CLOSING = "([", ")]"
_OPENING_WORDS = 2
"""Tokens before a date that opens its sentence."""
_ANCIENT, _AGE = 1000, 300
"""Before which year three digits can be one, and how many years from the one told last."""
_LONGEST_LINK = 3
"""Tokens between two dates of one year."""
_LAST_END = 0.1
"""What it costs not to go on to the last year of a stretch: the story begins with its first."""
_COUNTED = 1.2
"""What it costs not to go on to a year counted from the one said before."""


@dataclass(frozen=True, slots=True)
class Sign:
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


def read_signs(
    found: Sequence[Found], tokens: Tokens, language: Language, bound: dict[int, int], today: Point | None
) -> list[Sign]:
    """The signs in order; `bound` takes the years that three digits turn out to mean."""
    return _with_years_ahead(_signs(found, bound, _Place(tokens, language, today)))


def bound_years(found: Sequence[Found], tokens: Tokens, language: Language) -> dict[int, int]:
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

    def __init__(self, tokens: Tokens, language: Language, today: Point | None) -> None:
        self._tokens = tokens
        self.today = today
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

    def is_quoted(self, mention: Found) -> bool:
        return enclosing_quote(self._tokens, mention.first, mention.last) is not None

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


def _signs(found: Sequence[Found], bound: dict[int, int], place: _Place) -> Iterator[Sign]:
    latest: int | None = None
    told_in, is_latest = 0, False
    for number, mention in enumerate(found):
        place.move_to(mention)
        if isinstance(mention.meaning, AncientYear):
            year = _ancient_year(mention.meaning.number, latest)
            sign = None if year is None else Sign(number, year, None, place.sentence, place.paragraph, _ASIDE["Y"])
            if year is not None:
                bound[number] = year
        else:
            sign = _sign_of(number, mention, bound.get(number), place)
        if sign is not None:
            if sign.counted and is_latest and latest is not None and sign.sentence - told_in <= 1:
                sign = replace(sign, year=latest + sign.step, aside=_COUNTED)
            is_latest = sign.year is not None or (is_latest and sign.month is None)
            if sign.year is not None:
                latest, told_in = sign.year, sign.sentence
                if place.is_last_end(mention, found[number - 1] if number else None):
                    sign = replace(sign, aside=_LAST_END)
            place.fresh = False
            yield sign


def _with_years_ahead(signs: Iterable[Sign]) -> list[Sign]:
    made: list[Sign] = []
    ahead: Sign | None = None
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


def _sign_of(number: int, mention: Found, bound: int | None, place: _Place) -> Sign | None:
    meaning = mention.meaning
    leap, where = _NEW_PARAGRAPH if place.fresh else 1.0, (place.sentence, place.paragraph)
    if isinstance(meaning, Calendar):
        point = meaning.point
        if point.year is None and (point.decade is not None or point.century is not None):
            return None
        weight = _ASIDE["opening"] if place.opens and point.grain == "Y" else _ASIDE.get(point.grain, 1.0)
        weight *= _IN_BRACKETS if place.bracketed else 1.0
        year = bound if bound is not None else point.year
        return Sign(number, year, _month_of(point), *where, weight, leap)
    if isinstance(meaning, Unit) and meaning.origin is Origin.PREVIOUS:
        if meaning.unit == "Y":
            return Sign(number, None, meaning.point.month, *where, step=meaning.which, counted=True)
        if meaning.unit == "P" and meaning.which == 0:
            return Sign(number, None, _month_of(meaning.point), *where, counted=True)
        return None
    if isinstance(meaning, Unit) and not place.is_quoted(mention):
        year = _year_from_today(meaning, place.today)
        return None if year is None else Sign(number, year, _month_of(meaning.point), *where, _ASIDE["Y"], leap)
    if isinstance(meaning, Shift) and meaning.origin is Origin.PREVIOUS and meaning.unit == "Y":
        later = (meaning.count or 0) if meaning.sign > 0 else 0
        return Sign(number, None, None, *where, step=later, counted=bool(later))
    if isinstance(meaning, Holiday):
        return Sign(number, meaning.year, holiday_without_year(meaning.name).month, *where, _ASIDE["D"], leap)
    return None


def _year_from_today(meaning: Unit, today: Point | None) -> int | None:
    """The year of "last October", "next year", which the teller reckons from the day of writing; None where he does not."""
    if today is None or today.year is None or today.month is None or not meaning.which:
        return None
    if meaning.unit == "Y":
        return today.year + meaning.which
    month = _month_of(meaning.point)
    if meaning.unit != "P" or month is None:
        return None
    return today.year - (meaning.which < 0 and month >= today.month) + (meaning.which > 0 and month <= today.month)


def _month_of(point: Point) -> int | None:
    return point.month if point.month is not None else SEASON_MONTHS.get(point.season)

"""Words of two accounts made comparable: without endings, figures as figures, and what means the same under one name."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from services.concepts import concepts, phrases
from services.sentences import word_set

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*")
_LONGEST = 40
"""Characters of a word; what is longer is data."""
STOP = word_set(
    "the a an he she it they we you i who whom whose which what that this these those his her its their our my your him "
    "them us me himself herself itself themselves in on at by from for to of as with about into over after before under "
    "between through during against among upon near around amid within without along across behind since until than then "
    "when while where why how if but and or nor so yet not no also too very more most less least much many some any all "
    "both each every either neither other another such same own only just even still already again once ever never here "
    "there now is are was were be been being am has have had having do does did done will would shall should can could "
    "may might must up down out off there's told said says say saying according reported reportedly report reports "
    "one two first second last next later earlier ago late early mr mrs ms dr because although though however "
    "der die das den dem des ein eine einer einem einen er sie es wir ihr und oder aber in im an am auf aus bei mit nach "
    "von vom vor zu zum zur für über unter durch um als wie war waren wurde wurden ist sind hat haben hatte hatten nicht "
    "auch sich dass dass ab bis seit dieser diese dieses"
)
"""Words that say nothing about what happened."""
CALENDAR = word_set(
    "january february march april june july august september october november december monday tuesday wednesday thursday "
    "friday saturday sunday today yesterday tomorrow tonight day days week weeks month months year years morning afternoon "
    "evening night noon midnight hour hours time jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs "
    "fri sat sun weekend januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag "
    "samstag sonntag gestern heute tag tage woche wochen monat jahr jahre"
)
"""Words of dates: those are compared as dates."""
COMMON = word_set(
    "able act action area ask away back bad become begin believe best better big bring call came case center central centre "
    "change city clear come company continue country day deal different early end even expect face fact far feel few find "
    "first five follow former four full gave general get give given go good government great group grow half hand happen "
    "hard head hear held help high hold home hope hour house idea include increase issue keep kept kind knew know known "
    "large late later lead leader leave left let level life line list little live local long look lost lot made main major "
    "make man many matter mean meet member minute move much name nation national near need never new news night nine north "
    "number offer office officer official old open order part party past pay people period person place plan play point "
    "possible power present pressure problem process public put question quick rather reach real reason receive result "
    "return right room run saw second see seem seen sent serve service set seven several show side since six small social "
    "south special spokesman spokeswoman stand start state statement stay still stop street support sure system take taken "
    "talk team tell ten term thing think third thought thousand three time today together told took top total town tried "
    "try turn twenty use used want war watch water way weeks well went west white whole wife within without woman word work "
    "worker world write wrote year young hundred million police minister president court law men women children school "
    "family father mother son daughter morning afternoon evening authority council report security force army military "
    "attack kill die injure charge district region capital east meeting decision least dozen scores carry announce confirm "
    "cause involve remain provide require suggest consider appear create allow add learn offer build raise pass sell decide "
    "explain develop agree produce personnel staff source site base section material equipment effect amount type example form "
    "describe mention note record send ask seek check test prepare begin finish complete contain cover serve various recent "
    "responsible likely able full own whole further total current general local national international foreign"
)
"""Words that news are full of: two accounts share them by chance."""
_SMALL = "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_FIGURES = dict(zip(_SMALL.split(), range(3, 20), strict=True)) | dict(
    zip(_TENS.split(), range(20, 100, 10), strict=True)
)
"""Without one and two: every account has them."""
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "m": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 10**9,
}
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DOUBLED = re.compile(r"([bdfgklmnprst])\1\Z")
_ENDINGS = (
    ("izations", "iz"), ("ization", "iz"), ("isations", "is"), ("isation", "is"), ("ations", ""), ("ation", ""),
    ("ments", ""), ("ment", ""), ("nesses", ""), ("ness", ""), ("ities", ""), ("ity", ""), ("ances", ""), ("ance", ""),
    ("ures", ""), ("ure", ""), ("ions", ""), ("ion", ""), ("ings", ""), ("ing", ""), ("ied", "y"), ("ies", "y"),
    ("als", ""), ("al", ""), ("ers", "er"), ("ors", "or"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"),
    ("ed", ""), ("en", ""), ("ly", ""), ("es", ""), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""), ("e", ""),
)  # fmt: skip
_SHORTEST = 3
"""Letters that an ending leaves."""


@cache
def is_common(base: str) -> bool:
    """Whether a stem is one of a word that news are full of."""
    return base in _common_stems()


@cache
def _common_stems() -> frozenset[str]:
    return frozenset(map(stem, COMMON))


class Term(NamedTuple):
    """A word of a text: `stem` without its ending; `concepts` that it may stand for; `written` as it stands there."""

    stem: str
    written: str
    concepts: tuple[int, ...]
    is_capital: bool
    is_number: bool = False


def fold(text: str) -> str:
    """In small letters and without accents, as the search index holds words."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(character for character in plain if not unicodedata.combining(character)).lower()


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A folded word without its endings: "closed", "closing" and "closure" are one."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)] + instead
            break
    word = _DOUBLED.sub(r"\1", word) if len(word) > _SHORTEST else word
    return word[:-1] + "i" if word.endswith("y") and len(word) > _SHORTEST else word


def terms(text: str) -> Iterator[Term]:
    """The words of a text that say something, in order, those of dates left out."""
    tokens = [found.group() for found in _TOKEN.finditer(text) if found.end() - found.start() <= _LONGEST]
    folded = [fold(token) for token in tokens]
    figures = _figures(folded)
    meant = _phrase_concepts(folded)
    for place, (token, word) in enumerate(zip(tokens, folded, strict=True)):
        figure = figures.get(place)
        if figure is not None:
            if figure:
                yield Term(f"#{figure}", token, (), is_capital=False, is_number=True)
            continue
        is_capital = token[0].isupper()
        is_month = word in CALENDAR or (word == "may" and is_capital)
        if is_month or (word in STOP and not (is_capital and len(token) > 1 and token.isupper())):
            if place in meant:
                yield Term("", token, meant[place], is_capital=False)
            continue
        if len(word) < 2:
            continue
        base = stem(word)
        yield Term(base, token, (*_concepts_of().get(base, ()), *meant.get(place, ())), is_capital=is_capital)


def _figures(words: list[str]) -> dict[int, str]:
    """The number that begins at a place, "" at places that belong to the one before or that are years."""
    found: dict[int, str] = {}
    place = 0
    while place < len(words):
        value, taken = _figure_at(words, place)
        if value is not None:
            is_year = taken == 1 and _YEAR.fullmatch(words[place])
            found[place] = "" if is_year else f"{value:.12g}"
            found |= dict.fromkeys(range(place + 1, place + taken), "")
        place += max(taken, 1)
    return found


def _figure_at(words: list[str], place: int) -> tuple[float | None, int]:
    """The number that the words from `place` say, and how many words say it."""
    value: float | None = None
    at = place
    while at < len(words):
        word = words[at]
        if word[0].isdigit() and value is None:
            value = _read_figure(word)
        elif word in _FIGURES and (value is None or (value % 10 == 0 and value >= 20 and _FIGURES[word] < 10)):
            value = (value or 0) + _FIGURES[word]
        elif word in _SCALES and value is not None:
            value *= _SCALES[word]
        else:
            break
        at += 1
    return value, at - place


def _read_figure(word: str) -> float:
    """ "40,000" and "40.000" are forty thousand, "2.5" is no thousand."""
    parts = re.split(r"[.,]", word)
    if len(parts) > 1 and all(len(part) == 3 for part in parts[1:]):
        return float("".join(parts))
    return float(parts[0] + "." + "".join(parts[1:])) if len(parts) > 1 else float(word)


@cache
def _concepts_of() -> dict[str, tuple[int, ...]]:
    """Concepts by stem."""
    found: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(concepts()):
        for word in line.split():
            base = stem(fold(word))
            if number not in found.get(base, ()):
                found[base] = (*found.get(base, ()), number)
    return found


@cache
def _phrases() -> dict[tuple[str, ...], tuple[int, ...]]:
    """Concepts by the stems of phrases of two and three words."""
    found: dict[tuple[str, ...], tuple[int, ...]] = {}
    by_word = _concepts_of()
    for phrase, word in phrases().items():
        found[tuple(stem(part) for part in phrase.split())] = by_word.get(stem(word), ())
    return found


def _phrase_concepts(words: list[str]) -> dict[int, tuple[int, ...]]:
    """What phrases mean, by the place where they begin."""
    table = _phrases()
    stems = [stem(word) for word in words]
    found: dict[int, tuple[int, ...]] = {}
    for place in range(len(stems) - 1):
        for length in (3, 2):
            meant = table.get(tuple(stems[place : place + length]))
            if meant:
                found[place] = meant
                break
    return found


def forms(term: Term) -> tuple[str, ...]:
    """The words that a search for a term asks for: what stands there, and its stem with the usual endings."""
    if term.is_number:
        figure = float(term.stem[1:])
        return (term.written, f"{figure:.12g}", f"{figure:,.0f}") if figure.is_integer() else (term.written,)
    return (fold(term.written), *_inflected(term.stem))


@cache
def concept_forms(concept: int) -> tuple[str, ...]:
    """The words that a search for a concept asks for."""
    found: dict[str, None] = {}
    for word in concepts()[concept].split():
        base = fold(word)
        found |= dict.fromkeys((base, base + "s", *(_inflected(stem(base)) if len(base) > _SHORTEST else ())))
    return tuple(found)


def _inflected(base: str) -> tuple[str, ...]:
    if base.endswith("i"):
        base = base[:-1]
        return base + "y", base + "ies", base + "ied", base + "ying"
    return base, base + "s", base + "e", base + "es", base + "ed", base + "ing"

"""How much speaks for two accounts telling one incident: shared words by their rarity, and how near their dates are.

Pure: knows no project. Evidence is counted in natural logarithms of odds, so that words and dates add up.
"""

import math
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from dates import DateKind, UncertainDate
from models.proposals import MatchReason, Proposal, Reason
from services.alike_words import Term, is_common, terms
from services.proposal_words import PEOPLE_TITLES, PEOPLES

DAY = 86_400
"""Seconds."""
_ZONE_SLACK = 14 * 3600
"""What a clock may be off by where only one of two dates has a time zone."""
_SAME_CONCEPT, _SAME_SOUND, _NUMBER = 0.7, 0.7, 0.8
"""What another word for it, another spelling and a figure count, beside 1 for the same word."""
_NAME, _BESIDE = 1.25, 0.35
"""What a name counts in the sentence, and round it."""
_BODY = 0.6
"""What a word counts that stands in an incident's text alone, not in its title, names or quotes."""
_MOST_BESIDE = 12
"""Names round a sentence that are looked at."""
_PRIOR = 200
"""So many incidents' worth of belief how frequent words and days are in general, beside those of the project."""
_USUAL_DAYS = 3_650
"""Over which those are spread."""
_FREQUENT_COMMON, _FREQUENT_WORD, _FREQUENT_NAME = 0.1, 0.03, 0.004
"""The share of incidents that hold a word of that sort, before anything is known."""
_MOST_SHARED = 4
"""Words that a reason names."""
_MOST_DATE = 6.0
_MANY_WORDS, _MORE_WORDS = 12.0, 0.3
"""Up to so much shared words count in full, what is above it in part: words of one long sentence come together."""
_OTHER_DAY, _FAR = 0.5, 30
"""What a day counts against that is not the same at all; days from which on each doubling counts once more."""


@dataclass(frozen=True, slots=True)
class Account:
    """What an incident's texts hold, and what that counts: stems, also of neighbours as one word; concepts; sounds of names."""

    stems: Mapping[str, float]
    concepts: Mapping[int, float]
    sounds: frozenset[str]
    date: UncertainDate

    @classmethod
    def of(cls, core: str, body: str, date: UncertainDate) -> "Account":
        """The account that the texts of an incident give; a long `body` shares words with everything and counts less."""
        stems: dict[str, float] = {}
        concepts: dict[int, float] = {}
        sounds: set[str] = set()
        for text, weight in ((body, _BODY), (core, 1.0)):
            words = tuple(terms(text))
            stems |= dict.fromkeys((first.stem + second.stem for first, second in pairwise(words)), weight)
            stems |= dict.fromkeys((word.stem for word in words), weight)
            concepts |= dict.fromkeys((concept for word in words for concept in word.concepts), weight)
            sounds |= {_sound(word.stem) for word in words if word.is_capital}
        return cls(stems, concepts, frozenset(sounds), date)


@dataclass(frozen=True, slots=True)
class Asked:
    """A word of a proposal: what it counts where the other account has it too. `is_beside`: it stands round the sentence."""

    term: Term
    weight: float
    is_name: bool
    is_beside: bool = False


@dataclass(slots=True)
class Frequencies:
    """In how many of `total` incidents words stand, by stem; `concepts` by number."""

    total: int
    stems: dict[str, int] = field(default_factory=dict)
    concepts: dict[int, int] = field(default_factory=dict)

    def rarity(self, found: int, usual: float) -> float:
        """The logarithm of one in how many incidents hold a word that `found` of them hold, and a share `usual` in general."""
        return max(math.log((self.total + _PRIOR) / (found + _PRIOR * usual)), 0.0)

    def of_stem(self, one: "Asked") -> float:
        """How rare a word is."""
        base = one.term.stem
        is_frequent = is_common(base) or (one.term.is_capital and not _is_proper(one.term))
        usual = _FREQUENT_NAME if one.is_name else _FREQUENT_COMMON if is_frequent else _FREQUENT_WORD
        return self.rarity(self.stems.get(base, 0), usual)

    def of_concept(self, concept: int) -> float:
        """How rare the words for one thing are, taken together."""
        return self.rarity(self.concepts.get(concept, 0), _FREQUENT_WORD)


def ask(quote: str, names: Iterable[str], beside: str = "") -> tuple[Asked, ...]:
    """The words of a proposal's sentence, each once; those of its names and places count more, names `beside` it less."""
    named = {term.stem for name in names for term in terms(name)}
    found: dict[str, Asked] = {}
    for term in terms(quote):
        is_name = term.stem in named and _is_proper(term)
        weight = _NUMBER if term.is_number else _NAME if is_name else 1.0
        found.setdefault(term.stem or f"={term.concepts}", Asked(term, weight, is_name))
    around = {term.stem: term for term in terms(beside) if _is_proper(term)}
    for base, term in list(around.items())[:_MOST_BESIDE]:
        found.setdefault(base, Asked(term, _BESIDE, is_name=False, is_beside=True))
    return tuple(found.values())


def _is_proper(term: Term) -> bool:
    """Whether it names one thing: no people or rank ("American", "President"), no common word."""
    word = term.written.lower()
    is_rank = word in PEOPLE_TITLES or PEOPLES.match(term.written) is not None
    return term.is_capital and not is_rank and not is_common(term.stem)


def weigh_words(asked: Sequence[Asked], account: Account, frequencies: Frequencies) -> tuple[float, tuple[Asked, ...]]:
    """What the shared words count, and which they are, the weightiest first. A concept counts once."""
    counted: dict[object, tuple[float, Asked]] = {}
    for one in asked:
        value, key = _value(one, account, frequencies)
        if value > counted.get(key, (0.0, one))[0]:
            counted[key] = value, one
    ranked = sorted(counted.values(), key=lambda pair: -pair[0])
    total = sum(value for value, _ in ranked)
    counts = min(total, _MANY_WORDS) + _MORE_WORDS * max(total - _MANY_WORDS, 0.0)
    return counts, tuple(one for _, one in ranked if not one.is_beside)


def _value(one: Asked, account: Account, frequencies: Frequencies) -> tuple[float, object]:
    """What one word counts, and the key under which only the weightiest is taken."""
    term = one.term
    shared = [] if one.is_beside else sorted(at for at in term.concepts if at in account.concepts)
    by_concept = max((_SAME_CONCEPT * account.concepts[at] * frequencies.of_concept(at) for at in shared), default=0.0)
    key: object = shared[0] if shared else term.stem
    if term.stem and term.stem in account.stems:
        return max(one.weight * account.stems[term.stem] * frequencies.of_stem(one), by_concept), key
    sound = _sound(term.stem) if one.is_name else ""
    if len(sound) > 2 and sound in account.sounds:
        return max(_SAME_SOUND * frequencies.rarity(0, _FREQUENT_NAME), by_concept), key
    return by_concept, key


_ALIKE = str.maketrans(
    {"q": "k", "c": "k", "x": "k", "z": "s", "w": "v", "y": "", "j": "", "h": ""} | dict.fromkeys("aeiou", "")
)


def _sound(stem: str) -> str:
    """The consonants of a name, as alphabets are carried over in more than one way: "Qaddafi" and "Gadafi"."""
    plain = stem.replace("ph", "f")
    kept = plain[:1].translate(_ALIKE) + plain[1:].translate(_ALIKE)
    return "".join(letter for place, letter in enumerate(kept) if not place or kept[place - 1] != letter)


def days_between(first: UncertainDate, second: UncertainDate) -> int | None:
    """Whole days that lie between two dates at least, 0 where they can be the same; None where one is undated."""
    if DateKind.UNDATED in (first.kind, second.kind):
        return None
    slack = _ZONE_SLACK if bool(_zone(first)) != bool(_zone(second)) else 0
    gap = max(first.earliest - second.latest, second.earliest - first.latest) - slack
    return 0 if gap <= 0 else (gap - 1) // DAY + 1


def _zone(date: UncertainDate) -> str:
    time = date.edtf.partition("T")[2]
    return date.time_zone or (time if any(sign in time for sign in "Z+-") else "")


def dates_differ(first: UncertainDate, second: UncertainDate) -> bool:
    """Whether two dates cannot both be right. One that is approximate may be off by as much as it is long."""
    gap = days_between(first, second)
    if not gap:
        return False
    slack = max((length_in_days(date) for date in (first, second) if date.approximate or date.uncertain), default=0)
    return gap > slack


def length_in_days(date: UncertainDate) -> int:
    """How many days a date may lie in."""
    return max((date.latest - date.earliest) // DAY + 1, 1)


def weigh_dates(first: UncertainDate, second: UncertainDate, near: float, total: int) -> float:
    """What two dates count. `near`: incidents a day around the first one; `total`: of the project."""
    gap = days_between(first, second)
    return 0.0 if gap is None else weigh_gap(gap, length_in_days(first) + length_in_days(second), near, total)


def weigh_gap(gap: int, length: int, near: float, total: int) -> float:
    """The same for dates of so many days together, and so many days between them."""
    chance = (near + _PRIOR / _USUAL_DAYS) * (length - 1 + 2 * gap)
    rarity = min(max(math.log((total + _PRIOR) / chance), 0.0), _MOST_DATE)
    apart = (_OTHER_DAY + 0.7 * math.log2(1 + gap)) if gap else 0.0
    return rarity - apart - max(math.log2(max(gap, 1) / _FAR), 0.0)


def reasons(
    asked: Sequence[Asked], proposal: Proposal, account: Account, shared: Sequence[Asked]
) -> tuple[Reason, ...]:
    """Why the account may tell the same, as a person would say it."""
    date, places = proposal.date, proposal.places
    whole = _whole_names((*proposal.names, *places), {one.term.stem for one in shared})
    found: list[Reason] = []
    gap = days_between(date, account.date)
    if gap:
        found.append(Reason(MatchReason.DAYS_APART, days=gap))
    elif gap == 0:
        is_same = date.edtf == account.date.edtf
        found.append(Reason(MatchReason.SAME_DATE if is_same else MatchReason.DATES_OVERLAP))
    same_places = [name for name in places if _is_in(name, account.stems)]
    placed = {term.stem for name in same_places for term in terms(name)}
    if same_places:
        found.append(Reason(MatchReason.SAME_PLACE, words=tuple(same_places)))
    names = [one for one in shared if one.is_name and one.term.stem not in placed]
    words = [one for one in shared if not one.is_name and one.term.stem not in placed]
    for code, kept in ((MatchReason.SHARED_NAMES, names), (MatchReason.SHARED_WORDS, words)):
        if kept:
            first = {one.term.stem for one in kept[:_MOST_SHARED]}
            chosen = [one.term for one in asked if one.term.stem in first and one in kept]
            written = [whole.get(term.stem, term.written) if kept is names else term.written for term in chosen]
            found.append(Reason(code, words=tuple(dict.fromkeys(written))))
    return tuple(found)


def _whole_names(names: Iterable[str], shared: Set[str]) -> dict[str, str]:
    """What to say for each part of a name: all of it where all of it is shared, else its word, not the half of one."""
    said: dict[str, str] = {}
    for name in names:
        is_shared = {term.stem for term in terms(name)} <= shared
        for word in name.split():
            said |= dict.fromkeys((term.stem for term in terms(word)), name if is_shared else word)
    return said


def _is_in(name: str, stems: Mapping[str, float]) -> bool:
    """Whether all words of a name stand in an account."""
    parts = {term.stem for term in terms(name)}
    return bool(parts) and parts <= stems.keys()

"""Places and names in a sentence, by capital letters and by the names that are known already."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from services import proposal_words as words
from services.proposal_signs import is_past
from services.sentences import Sentence

_PART = r"(?:(?:[A-Z]\.){2,}|[A-Z]\.(?=\s[A-Z])|[^\W\d_a-zäöüßéèà][\w'’]*(?:-[\w'’]+)*)"
_RUN = re.compile(
    rf"(?<![\w.-])(?:al-|el-)?(?:(?:{words.HONORIFICS})\.\s)*{_PART}"
    rf"(?:\s(?:(?:{words.HONORIFICS})\.\s)?(?:(?:of|of the|de|del|della|van|von|der|bin|ibn|al|el|du|"
    rf"la)\s)?(?:al-|el-)?{_PART}){{0,6}}"
)
_POSSESSIVE = re.compile(r"['’]s?\Z")
_WORD = re.compile(r"\w[\w'’.-]*")
_SMALL_WORD = re.compile(r"(?<![\w'’-])[a-zäöüß]{3,}(?![\w'’-])")
_NEXT_WORD = re.compile(r"\s([a-zäöüß]+)")
_INNER_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Names:
    """What a sentence names, each once, in order."""

    places: tuple[str, ...]
    others: tuple[str, ...]


class NameFinder:
    """Finds names in the sentences of one text; `known` are names that may be taken wherever they stand."""

    def __init__(self, text: str, known: Iterable[str] = ()) -> None:
        self._text = text
        self._small = set(_SMALL_WORD.findall(text))
        self._inner = set(_INNER_NAME.findall(text))
        self._known: dict[str, list[tuple[str, ...]]] = {}
        self._spelling: dict[tuple[str, ...], str] = {}
        for name in known:
            parts = tuple(word.lower() for word in _WORD.findall(name))
            if parts and len(name) <= _LONGEST_NAME:
                self._known.setdefault(parts[0], []).append(parts)
                self._spelling.setdefault(parts, name)

    def find(self, sentence: Sentence, dates: Iterable[tuple[int, int]]) -> Names:
        """The names in a sentence; `dates` are the offsets of its date words."""
        spans = list(dates)
        found = self._find_known(sentence)
        taken = [(start, end) for start, end, _ in found]
        for run in _RUN.finditer(self._text, sentence.start, sentence.end):
            if any(start < run.end() and run.start() < end for start, end in (*spans, *taken)):
                continue
            is_first = self._is_first(sentence, run.start())
            start = run.start() + self._opener(run.group(), is_first=is_first)
            name = _POSSESSIVE.sub("", self._text[start : run.end()])
            is_opener = is_first and start == run.start() and name.isalpha() and name not in self._inner
            if self._is_name(name) and not is_opener and not self._is_people(name, run.end()):
                found.append((start, start + len(name), " ".join(name.split())))
        places: dict[str, None] = {}
        others: dict[str, None] = {}
        last_place = -1
        for start, end, name in sorted(found):
            is_place = self._text[last_place:start].strip() in ("and", ",", ", and") if last_place >= 0 else False
            is_place = is_place or self._is_place(sentence, (start, end), name)
            last_place = end if is_place else -1
            (places if is_place else others)[name] = None
        return Names(tuple(places), tuple(name for name in others if name not in places))

    def _find_known(self, sentence: Sentence) -> list[tuple[int, int, str]]:
        found: list[tuple[int, int, str]] = []
        if not self._known:
            return found
        tokens = [(_POSSESSIVE.sub("", x.group()).rstrip(".").lower(), x) for x in self._words(sentence)]
        for number, (first, match) in enumerate(tokens):
            for parts in self._known.get(first, ()):
                here = tokens[number : number + len(parts)]
                if match.group()[0].isupper() and tuple(word for word, _ in here) == parts:
                    found += [(match.start(), here[-1][1].end(), self._spelling[parts])]
        return found

    def _words(self, sentence: Sentence) -> list["re.Match[str]"]:
        return list(_WORD.finditer(self._text, sentence.start, sentence.end))

    def _is_first(self, sentence: Sentence, at: int) -> bool:
        before = self._text[sentence.start : at].rstrip()
        return not before or before[-1] in "“„\"‘'«([:|"

    def _opener(self, run: str, *, is_first: bool) -> int:
        """How many characters at the beginning of a run of capitals are no name."""
        skipped = 0
        while skipped < len(run):
            word = _WORD.match(run, skipped)
            if word is None:
                break
            small = word.group().rstrip(".").lower()
            is_common = small in words.OPENERS or small in words.MONTHS_AND_DAYS
            if not (is_common or (is_first and not skipped and small in self._small)):
                break
            gap = re.compile(r"[.\s]*").match(run, word.end())
            skipped = gap.end() if gap else word.end()
        return skipped

    @staticmethod
    def _is_name(name: str) -> bool:
        parts = [part.rstrip(".").lower() for part in name.split()]
        has_letters = sum(character.isalpha() for character in name) > 1
        return has_letters and not all(part in words.MONTHS_AND_DAYS or part in words.OPENERS for part in parts)

    def _is_people(self, name: str, end: int) -> bool:
        """Whether it only tells of which people something is ("Iraqi forces")."""
        behind = self._word_behind(end)
        return " " not in name and words.PEOPLES.match(name) is not None and self._is_noun(behind)

    def _is_place(self, sentence: Sentence, span: tuple[int, int], name: str) -> bool:
        parts = name.lower().split()
        if parts[-1] in words.GEOGRAPHIC:
            return True
        before = re.findall(r"\w+", self._text[max(sentence.start, span[0] - 40) : span[0]].lower())
        behind = self._word_behind(span[1])
        if not before or parts[0].rstrip(".") in words.PEOPLE_TITLES:
            return False
        if before[-1] == "the":
            before.pop()
            if self._is_noun(behind) and behind not in words.GEOGRAPHIC:
                return False
        if before[-1:] == ["of"] and before[-2:-1] and before[-2] in words.GEOGRAPHIC:
            return True
        return bool(before) and (before[-1] in words.BEFORE_PLACE or before[-1] in words.REGIONS)

    def _word_behind(self, end: int) -> str:
        found = _NEXT_WORD.match(self._text, end)
        return found.group(1) if found else ""

    @staticmethod
    def _is_noun(word: str) -> bool:
        """Whether a small word may be a noun: no verb of the past, no word that opens a clause."""
        known = word in words.OPENERS or word in words.SEPARATORS or word in words.REPORTING or is_past(word)
        return bool(word) and not known

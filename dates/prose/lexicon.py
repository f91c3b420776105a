"""Words to symbols: every word of a language's table, and every sort of number, belongs to classes.

Words of the same classes share one symbol, a single character, so that a class is a character set.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from dates.prose.tokens import PARAGRAPH

AFTER_ABBREVIATION = "\ue000"
"""Symbol of the full stop behind "Jan": it ends no sentence."""
_FIRST_SYMBOL = 0xE001
_REMEMBERED = 50_000
_NUMBER = re.compile(r"(\d+)(?:([^\W\d_]+)|([.,:/-].*))?")
_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d|60))?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")

Value = Any


class Lexicon(dict[str, str]):
    """Symbol of a token. Looks up the word as written, then in small letters, then what it looks like.

    `classes`: class → word → value. A key with a capital letter is found in that spelling and in capitals only.
    """

    def __init__(
        self, classes: Mapping[str, Mapping[str, Value]], words: Iterable[str], settings: Mapping[str, Any]
    ) -> None:
        super().__init__()
        self._values = {name: dict(members) for name, members in classes.items()}
        self._belongs: dict[str, set[str]] = {}
        for name, members in classes.items():
            for word in members:
                self._belongs.setdefault(word, set()).add(name)
        for word in words:
            self._belongs.setdefault(word, set()).add("=" + word)
        self._symbols: dict[frozenset[str], str] = {}
        self._ordinal = re.compile(settings.get("ordinal", "th") + r"\Z", re.IGNORECASE)
        self._decade_ending = settings.get("decade_ending", "s")
        self._past_endings = tuple(settings.get("past_endings", ()))
        for word in list(self._belongs):
            self[word]

    def __missing__(self, token: str) -> str:
        symbol = self._symbol(frozenset(self._classes_of(token)))
        if len(self) < _REMEMBERED and len(token) < 40:
            self[token] = symbol
        return symbol

    def members(self, name: str) -> frozenset[str]:
        """The symbols of a class, or of a word ("=of")."""
        return frozenset(symbol for classes, symbol in self._symbols.items() if name in classes)

    def value(self, names: Iterable[str], token: str) -> Value:
        """What a token means as a member of the first of these classes it belongs to; None if of none."""
        classes = self._classes_of(token)
        for name in names:
            if name in classes:
                known = self._values.get(name)
                if known is not None:
                    key = self._key(token)
                    return known.get(key)
                return self._number_value(name, token)
        return None

    def reserve(self, samples: Iterable[str]) -> None:
        """Give every sort of token that only looks tell a symbol before the rules are compiled."""
        for token in samples:
            self[token]

    def _symbol(self, classes: frozenset[str]) -> str:
        symbol = self._symbols.get(classes)
        if symbol is None:
            symbol = self._symbols[classes] = chr(_FIRST_SYMBOL + len(self._symbols))
        return symbol

    def _key(self, token: str) -> str:
        if token in self._belongs:
            return token
        lower = token.lower()
        if lower in self._belongs:
            return lower
        return token.title() if token.isupper() else lower.replace("\u2019", "'")

    def _classes_of(self, token: str) -> set[str]:
        key = self._key(token)
        found = set(self._belongs.get(key, ()))
        if token[0].isupper() and key != token and token.title() in self._belongs and token.isupper():
            found |= self._belongs[token.title()]
        if found and not token[0].isdecimal():
            if token[0].isupper():
                found.add("CAPITAL")
            return found
        return found | self._looks(token)

    def _looks(self, token: str) -> set[str]:
        first = token[0]
        if first.isdecimal() and token.isascii():
            return self._number_classes(token)
        if token[-1:].isdecimal() or (len(token) > 2 and token[1:3].isdecimal()):
            return {"SHORTYEAR"} if first in "'`\u2018\u2019" and token[1:].isdecimal() else self._quoted(token)
        if first.isupper():
            return {"NAME", "CAPITAL"}
        if len(token) > 4 and token.endswith(self._past_endings):
            return {"PAST"}
        return {"PARAGRAPH"} if first == PARAGRAPH else {"OTHER"}

    def _quoted(self, token: str) -> set[str]:
        if token[0] in "'`\u2018\u2019" and token[-1] == self._decade_ending and token[2] == "0":
            return {"DECADE"}
        return {"NAME"}

    def _number_classes(self, token: str) -> set[str]:
        match = _NUMBER.fullmatch(token)
        if match is None:
            return {"NUMBER"}
        digits, letters, rest = match.groups()
        if letters:
            return self._lettered(digits, letters)
        if rest:
            return _compound_classes(token)
        return _plain_classes(digits)

    def _lettered(self, digits: str, letters: str) -> set[str]:
        if letters == self._decade_ending and digits[-1] == "0" and len(digits) in (2, 4) and digits != "00":
            return {"DECADE"} if len(digits) == 2 or 1000 <= int(digits) < 2200 else {"NAME"}
        if self._ordinal.match(letters) and len(digits) < 4:
            return {"ORDNUM", "DAYTH"} if 1 <= int(digits) <= 31 else {"ORDNUM"}
        return {"NAME"}

    def _number_value(self, name: str, token: str) -> Value:
        if name in ("CLOCK", "NUMDATE", "ISODATE"):
            return token
        if name == "DECIMAL":
            return float(token)
        if name == "BIG":
            return int(token.replace(",", ""))
        digits = re.sub(r"\D", "", token)
        return int(digits) if name != "DECADE" else digits


def _compound_classes(token: str) -> set[str]:
    if _ISO.match(token):
        return {"ISODATE"}
    if _CLOCK.fullmatch(token):
        return {"CLOCK", "NUMBER"}
    if token.count("/") == 2 or token.count("-") == 2 or token.count(".") == 2:
        return {"NUMDATE"}
    if "," in token:
        return {"BIG", "NUMBER"} if len(token) < 12 and "." not in token else {"NUMBER"}
    if "." in token and len(token) < 9 and ":" not in token:
        return {"DECIMAL", "NUMBER"}
    return {"NUMBER"}


def _plain_classes(digits: str) -> set[str]:
    number, size = int(digits[:9]), len(digits)
    found = {"NUMBER"}
    if size < 6 and digits[0] != "0":
        found.add("INT")
    if size <= 2:
        found |= {name for name, low, high in _SMALL if low <= number <= high}
        if size == 2:
            found |= {"YY"} | ({"MINUTES"} if number < 60 else set())
    elif size == 3 and digits[0] != "0":
        found.add("YEAR3")
    elif size == 4:
        if 1000 <= number < 2200:
            found.add("YEAR")
        if number % 100 < 60 and number <= 2400:
            found.add("MILITARY")
    return found


_SMALL = (("DAY", 1, 31), ("HOUR", 0, 24), ("HOUR12", 1, 12), ("MONTHNUM", 1, 12), ("ONE", 1, 1))
SAMPLES = (
    *map(str, range(100)), *(f"{number:02}" for number in range(10)), "100", "012", "1999", "2024", "1961", "0300", "1075", "2300", "2399",
    "2500", "12345", "0123", "123456", "1,200", "1,200.5", "1,200,000,000", "2.5", "12345.678", "8:30", "25:61", "08:15:20", "1/2/24", "1-2-24",
    "1.2.24", "2024-01-23", "23rd", "1st", "45th", "1990s", "90s", "00s", "9990s", "'82", "'90s", "'12s", "4x", "A3", "3G5", "Zzyx",
    "zzyx", "zzyxed", "\n\n", "§",
)  # fmt: skip
"""One token of every look."""

"""Words to symbols: every word of a language's table, and every sort of number, belongs to classes.

Words of the same classes share one symbol, a single character, so that a class is a character set.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dates.prose.pattern import NEVER
from dates.prose.tokens import PARAGRAPH

AFTER_ABBREVIATION = "\ue000"
"""Symbol of the full stop behind "Jan": it ends no sentence."""
_FIRST_SYMBOL = 0xE001
_LONGEST_BIG, _LONGEST_DECIMAL = 12, 9
_REMEMBERED = 50_000
_LONGEST_REMEMBERED = 40
_OTHER = frozenset({"OTHER"})
_NUMBER = re.compile(r"(\d+)(?:([^\W\d_]+)|([.,:/-].*))?")
_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d|60))?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_NUMERIC_DATE = re.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{1,4}")
_DOTTED = (
    ("DOTCLOCK", re.compile(r"([01]?\d|2[0-4])\.[0-5]\d")),
    ("DAYDOTMONTH", re.compile(r"(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])")),
)
_AS_WRITTEN = {"CLOCK", "DOTCLOCK", "NUMDATE", "DOTDATE", "DAYDOTMONTH", "ISODATE"}

_PLAIN = {0xAD: None, 0x2010: "-", 0x2011: "-"}

Value = Any


def _plain(token: str) -> str:
    """Without soft hyphens (unless it is one), and with plain hyphens for those that keep a line together."""
    return token.translate(_PLAIN) or token


class Lexicon(dict[str, str]):
    """Symbol of a token. Looks up the word as written, then in small letters, then what it looks like.

    `classes`: class → word → value. A key with a capital letter is found in that spelling and in capitals only.
    `uses`: how often the table names a class ("DAY") or a word ("=of").
    """

    def __init__(
        self, classes: Mapping[str, Mapping[str, Value]], uses: Mapping[str, int], settings: Mapping[str, Any]
    ) -> None:
        super().__init__()
        self._values = {name: dict(members) for name, members in classes.items()}
        self._belongs: dict[str, set[str]] = {}
        for name, members in classes.items():
            for word in members:
                self._belongs.setdefault(word, set()).add(name)
        for name in uses:
            if name[0] == "=":
                self._belongs.setdefault(name[1:], set()).add(name)
        self._symbols: dict[frozenset[str], str] = {}
        self._members: dict[str, set[str]] = {}
        self._ordinal_endings = frozenset(settings.get("ordinal_endings", ()))
        self._decade_ending = settings.get("decade_ending", "")
        self._past_endings = tuple(settings.get("past_endings", ()))
        self._thousands, self._point = settings.get("thousands", ""), settings.get("point", "")
        self._big = re.compile(rf"\d{{1,3}}(?:{re.escape(self._thousands)}\d{{3}})+") if self._thousands else NEVER
        self._decimal = re.compile(rf"\d+{re.escape(self._point)}\d+") if self._point else NEVER
        self._name_symbols(uses)
        self._own = dict(self)

    def __missing__(self, token: str) -> str:
        symbol = self._symbol(frozenset(self._classes_of(_plain(token))))
        if len(token) < _LONGEST_REMEMBERED:
            if len(self) >= _REMEMBERED:
                self._forget()
            self[token] = symbol
        return symbol

    def _forget(self) -> None:
        """Back to the table's own words: a flood of strange ones must neither fill memory nor shut out common ones."""
        self.clear()
        self.update(self._own)

    def members(self, name: str) -> frozenset[str]:
        """The symbols of a class, or of a word ("=of")."""
        return frozenset(self._members.get(name, ()))

    def value(self, names: Iterable[str], token: str) -> Value:
        """What a token means as a member of the first of these classes it belongs to; None if of none."""
        token = _plain(token)
        classes = self._classes_of(token)
        for name in names:
            if name in classes:
                known = self._values.get(name)
                if known is not None:
                    value = known.get(self._key(token))
                    return known.get(token.title()) if value is None else value
                return self._number_value(name, token)
        return None

    def _samples(self) -> Iterator[str]:
        """One token of every look that the language's endings make."""
        yield from (f"{number}{ending}" for number in (1, 23, 45) for ending in self._ordinal_endings)
        yield from (f"{number}{self._decade_ending}" for number in ("1990", "90", "00", "460", "9990", "'90", "'12"))
        yield from ("zzyx" + ending for ending in self._past_endings)

    def _name_symbols(self, uses: Mapping[str, int]) -> None:
        """Symbols side by side for what patterns name most: few stretches of characters compile much faster than many."""
        known = list(self._belongs)
        tokens = (*known, *map(str.title, known), *map(str.upper, known), *SAMPLES, *self._samples())
        kinds = {token: frozenset(self._classes_of(token)) for token in tokens}

        def by_use(kind: frozenset[str]) -> tuple[list[tuple[int, str]], list[str]]:
            return sorted((-uses[name], name) for name in kind if name in uses), sorted(kind)

        for number, kind in enumerate(sorted(set(kinds.values()), key=by_use)):
            symbol = self._symbols[kind] = chr(_FIRST_SYMBOL + number)
            for name in kind:
                self._members.setdefault(name, set()).add(symbol)
        self.update((token, self._symbols[kind]) for token, kind in kinds.items())

    def _symbol(self, classes: frozenset[str]) -> str:
        # No rule knows a mixture that has no symbol yet; readers on other threads share the symbols.
        return self._symbols.get(classes) or self._symbols[_OTHER]

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
            elif self._looks_past(token) and all(name[0] == "=" for name in found):
                found.add("PAST")
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
        if self._looks_past(token):
            return {"PAST"}
        return {"PARAGRAPH"} if first == PARAGRAPH else {"OTHER"}

    def _looks_past(self, token: str) -> bool:
        return len(token) > 4 and token.endswith(self._past_endings)

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
            return self._compound_classes(token)
        return _plain_classes(digits)

    def _lettered(self, digits: str, letters: str) -> set[str]:
        if letters == self._decade_ending and digits[-1] == "0" and len(digits) <= 4 and digits != "00":
            if len(digits) == 3:
                return {"OLDDECADE"}
            return {"DECADE"} if len(digits) == 2 or 1000 <= int(digits) < 2200 else {"NAME"}
        if letters.lower() in self._ordinal_endings and len(digits) < 4:
            return {"ORDNUM", "DAYTH"} if 1 <= int(digits) <= 31 else {"ORDNUM", "NODAY"}
        return {"NAME"}

    def _compound_classes(self, token: str) -> set[str]:
        if _ISO.match(token):
            return {"ISODATE"}
        if _CLOCK.fullmatch(token):
            return {"CLOCK", "NUMBER"}
        if self._big.fullmatch(token):
            return {"BIG", "NUMBER"} if len(token) < _LONGEST_BIG else {"NUMBER"}
        if date := _NUMERIC_DATE.fullmatch(token):
            return {"DOTDATE" if date[1] == "." else "NUMDATE"}
        if len(token) >= _LONGEST_DECIMAL:
            return {"NUMBER"}
        found = {name for name, look in _DOTTED if look.fullmatch(token)}
        return found | {"NUMBER", "DECIMAL"} if self._decimal.fullmatch(token) else found | {"NUMBER"}

    def _number_value(self, name: str, token: str) -> Value:
        if name in _AS_WRITTEN:
            return token
        if name == "DECIMAL":
            return float(token.replace(self._point, "."))
        if name == "BIG":
            return int(token.replace(self._thousands, ""))
        digits = re.sub(r"\D", "", token[:_LONGEST_REMEMBERED])
        return int(digits) if name != "DECADE" else digits


def _plain_classes(digits: str) -> set[str]:
    number, size = int(digits[:9]), len(digits)
    found = {"NUMBER"}
    if size < 6 and digits[0] != "0":
        found.add("INT")
    if size <= 2:
        found |= {name for name, low, high in _SMALL if low <= number <= high}
        if "DAY" not in found:
            found.add("NODAY")
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
    *map(str, range(100)), *(f"{number:02}" for number in range(10)), "100", "012", "1999", "2024", "1961", "0300", "1075",
    "2300", "2399", "2500", "12345", "0123", "123456", "1,200", "1.200", "1,200.5", "1.200,5", "1,200,000,000", "1.200.000.000",
    "2.5", "2,5", "2.75", "2.45", "0.30", "2.05", "35.1", "31.12", "31.75", "23.45", "45.05", "12345.678", "8:30", "25:61",
    "08:15:20", "1/2/24", "1-2-24", "1.2.24", "2024-01-23", "'82", "4x", "A3", "3G5", "Zzyx", "zzyx", "\n\n", "§",
)  # fmt: skip
"""One token of every look that languages share."""

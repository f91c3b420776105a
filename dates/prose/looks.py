"""What a token is by its looks: numbers of every sort, names, words with the ending of a past tense."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dates.prose.pattern import NEVER
from dates.prose.tokens import PARAGRAPH

_LONGEST_BIG, _LONGEST_DECIMAL, _LONGEST_NUMBER = 12, 9, 40
"""Characters: longer figures are plain numbers that no rule counts with."""
_QUOTES = "'`\u2018\u2019"
_NUMBER = re.compile(r"(\d+)(?:([^\W\d_]+)|([.,:/-].*))?")
_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d|60))?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_NUMERIC_DATE = re.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{1,4}")
_DOTTED = (
    ("DOTCLOCK", re.compile(r"([01]?\d|2[0-4])\.[0-5]\d")),
    ("DAYDOTMONTH", re.compile(r"(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])")),
)
_AS_WRITTEN = {"CLOCK", "DOTCLOCK", "NUMDATE", "DOTDATE", "DAYDOTMONTH", "ISODATE"}


class Looks:
    """Tells classes by looks, with the signs and endings that a language's settings name."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._ordinal_endings = frozenset(settings.get("ordinal_endings", ()))
        self._decade_ending = settings.get("decade_ending", "")
        self._past_endings = tuple(settings.get("past_endings", ()))
        self._thousands, self._point = settings.get("thousands", ""), settings.get("point", "")
        self._big = re.compile(rf"\d{{1,3}}(?:{re.escape(self._thousands)}\d{{3}})+") if self._thousands else NEVER
        self._decimal = re.compile(rf"\d+{re.escape(self._point)}\d+") if self._point else NEVER

    def samples(self) -> Iterator[str]:
        """One token of every look."""
        yield from _SAMPLES
        yield from (f"{number}{ending}" for number in (1, 23, 45) for ending in self._ordinal_endings)
        yield from (f"{number}{self._decade_ending}" for number in ("1990", "90", "00", "460", "9990", "'90", "'12"))
        yield from ("zzyx" + ending for ending in self._past_endings)

    def classes_of(self, token: str) -> set[str]:
        """The classes of a token that is no word of the table."""
        first = token[0]
        if first.isdecimal() and token.isascii():
            return self._number_classes(token)
        if token[-1:].isdecimal() or (len(token) > 2 and token[1:3].isdecimal()):
            return {"SHORTYEAR"} if first in _QUOTES and token[1:].isdecimal() else self._quoted(token)
        if first.isupper():
            return {"NAME", "CAPITAL"}
        if self.looks_past(token):
            return {"PAST"}
        return {"PARAGRAPH"} if first == PARAGRAPH else {"OTHER"}

    def looks_past(self, token: str) -> bool:
        """Whether a word ends as verbs of the past do."""
        return len(token) > 4 and token.endswith(self._past_endings)

    def _quoted(self, token: str) -> set[str]:
        if token[0] in _QUOTES and token[2] == "0" and token[3:] == self._decade_ending != "":
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
        if letters.lower() == self._decade_ending and digits[-1] == "0" and len(digits) <= 4 and digits != "00":
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

    def value(self, name: str, token: str) -> Any:
        """What a number means as a member of a class: itself where it has parts, else a number."""
        if name in _AS_WRITTEN:
            return token
        if name == "DECIMAL":
            return float(token.replace(self._point, "."))
        if name == "BIG":
            return int(token.replace(self._thousands, ""))
        digits = re.sub(r"\D", "", token[:_LONGEST_NUMBER])
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
_SAMPLES = (
    *map(str, range(100)), *(f"{number:02}" for number in range(10)), "100", "012", "1999", "2024", "1961", "0300", "1075",
    "2300", "2399", "2500", "12345", "0123", "123456", "1,200", "1.200", "1,200.5", "1.200,5", "1,200,000,000", "1.200.000.000",
    "2.5", "2,5", "2.75", "2.45", "0.30", "2.05", "35.1", "31.12", "31.75", "23.45", "45.05", "12345.678", "8:30", "25:61",
    "08:15:20", "1/2/24", "1-2-24", "1.2.24", "2024-01-23", "'82", "4x", "A3", "3G5", "Zzyx", "zzyx", "\n\n", "§",
)  # fmt: skip
"""One token of every look that languages share."""

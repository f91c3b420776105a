"""Words to symbols: every word of a language's table, and every sort of number, belongs to classes.

Words of the same classes share one symbol, a single character, so that a class is a character set.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from dates.prose.looks import Looks

AFTER_ABBREVIATION = "\ue000"
"""Symbol of the full stop behind "Jan": it ends no sentence."""
_FIRST_SYMBOL = 0xE001
_REMEMBERED = 50_000
_LONGEST_REMEMBERED = 40
"""Tokens, and characters of one: hostile text must not fill memory."""
_OTHER = frozenset({"OTHER"})
_PLAIN = {0xAD: None, 0x2010: "-", 0x2011: "-"}

Value = Any
"""What a table says a word means: a number, a code or True."""


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
        self._looks = Looks(settings)
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
                return self._looks.value(name, token)
        return None

    def _name_symbols(self, uses: Mapping[str, int]) -> None:
        """Symbols side by side for what patterns name most: few stretches of characters compile much faster than many."""
        known = list(self._belongs)
        tokens = (*known, *map(str.title, known), *map(str.upper, known), *self._looks.samples())
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
            elif self._looks.looks_past(token) and all(name[0] == "=" for name in found):
                found.add("PAST")
            return found
        return found | self._looks.classes_of(token)

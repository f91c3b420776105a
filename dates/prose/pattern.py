"""The notation of the rules: words and classes of words in a row, made into a regular expression over symbols.

    the? which:WHICH unit:UNIT          a name before a colon keeps what stood there
    (at|by) {hour:HOUR "o'clock"}       braces mark what belongs to the mention; without them all of it does

Small letters and signs are words themselves, capitals a class or a macro of the language's table; ? makes optional,
(a|b) is either. There is no repetition: no rule can take more than a handful of tokens, and matching stays linear.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

NEVER = re.compile("(?!)")
_DEEPEST = 20
"""Brackets in brackets: far more than a rule that can be read, far less than Python's stack."""
_CLASS = re.compile(r"[A-Z][A-Z0-9_]*")
_PIECE = re.compile(r"\s*(?:([(){}|?])|(?:([a-z]\w*):)?([A-Z][A-Z0-9_]*)(?![\w])|([^\s(){}|?]+))")


def names_in(text: str) -> list[str]:
    """The classes ("DAY"), macros and words ("=of") of a pattern."""
    return [match[3] or "=" + match[4] for match in _PIECE.finditer(text) if match[3] or match[4]]


class PatternError(ValueError):
    """A rule of a table that cannot be read."""


class Part(NamedTuple):
    """A piece of a pattern: its expression, and which symbols it can take first and second.

    `empty`: it may take none; `short`: it may take one alone.
    """

    body: str
    first: frozenset[str]
    second: frozenset[str]
    empty: bool
    short: bool

    def then(self, other: "Part") -> "Part":
        """This piece and the other behind it."""
        if not self.body:
            return other
        first, second = self.first, self.second
        if self.short:
            second = second | other.first if second else other.first
        if self.empty:
            first, second = first | other.first, second | other.second
        short = (self.short and other.empty) or (self.empty and other.short)
        return Part(self.body + other.body, first, second, self.empty and other.empty, short)

    def within(self, opening: str, closing: str = ")") -> "Part":
        """The same in brackets."""
        return self._replace(body=f"{opening}{self.body}{closing}")


_NOTHING = Part("", frozenset(), frozenset(), empty=True, short=False)


def _either_of(parts: Sequence[Part]) -> Part:
    return Part(
        "(?:" + "|".join(part.body for part in parts) + ")",
        frozenset().union(*(part.first for part in parts)),
        frozenset().union(*(part.second for part in parts)),
        any(part.empty for part in parts),
        any(part.short for part in parts),
    )


class Pattern:
    """A rule's pattern: an expression over symbols, the symbols it can begin with, the class of each kept name.

    `extents` is 1 where braces mark the mention, else 0. `match(symbols, position)` is that of `re`; the expression is
    compiled when it is first needed: few rules are needed for a short text.
    """

    __slots__ = ("_second", "body", "extents", "first", "kept", "match")

    def __init__(self, part: Part, body: str, kept: Mapping[str, str], extents: int) -> None:
        self.body = body
        self.first = part.first
        self._second = None if part.short else part.second
        self.kept = kept
        self.extents = extents
        self.match: Callable[[str, int], re.Match[str] | None] = self._first_match

    def can_begin(self, pair: str) -> bool:
        """Whether a match can begin with these two symbols, or with this one where the text ends."""
        return pair[:1] in self.first and (self._second is None or pair[1:] in self._second)

    def _first_match(self, symbols: str, position: int) -> re.Match[str] | None:
        self.match = re.compile(self.body).match
        return self.match(symbols, position)


class PatternCompiler:
    """Compiles the notation. `members(name)` gives the symbols of a class ("DAY") or of a word ("=of")."""

    def __init__(
        self, members: Callable[[str], frozenset[str]], macros: Mapping[str, str], after_abbreviation: str
    ) -> None:
        self._abbreviations = members("ABBREVIATION")
        self._members = members
        self._macros = macros
        self._optional_dot = after_abbreviation
        self._known: dict[str, Part] = {}
        self._open: list[str] = []

    def compile(self, text: str, *, not_after: str = "", not_before: str = "") -> Pattern:
        """Raises PatternError."""
        reader = _Reader(text, self)
        part = reader.read_all()
        if part.empty:
            raise PatternError(f"can match nothing: {text}")
        before, after = (self._symbols(names) for names in (not_after, not_before))
        guarded = (f"(?<![{before}])" if before else "") + part.body + (f"(?![{after}])" if after else "")
        return Pattern(part, guarded, reader.kept, reader.extents)

    def one(self, name: str) -> Part:
        """Expression, first symbols and emptiness of a class, a macro or a word."""
        part = self._known.get(name)
        if part is None:
            part = self._known[name] = self._macro(name) if name in self._macros else self._class(name)
        return part

    def _macro(self, name: str) -> Part:
        if name in self._open:
            raise PatternError(f"macro {name} contains itself")
        self._open.append(name)
        reader = _Reader(self._macros[name], self)
        part = reader.read_all()
        self._open.pop()
        if reader.kept or reader.extents:
            raise PatternError(f"macro {name} can neither keep a name nor mark a mention")
        return part.within("(?:")

    def _class(self, name: str) -> Part:
        found = self._members(name)
        if not found:
            raise PatternError(f"nothing is called {name}")
        one = Part(f"[{''.join(sorted(found))}]", found, frozenset(), empty=False, short=True)
        if self._abbreviations.isdisjoint(found):
            return one
        dot = frozenset(self._optional_dot)
        # Possessive: a guard behind "Jan." must not be dodged by giving back the stop.
        return one.then(Part(f"{self._optional_dot}?+", dot, frozenset(), empty=True, short=True))

    def _symbols(self, names: str) -> str:
        """The symbols of classes, words and what macros begin with, in a row: "PAST of $"."""
        parts = [self.one(name if _CLASS.fullmatch(name) else "=" + name) for name in names.split()]
        return "".join(sorted(frozenset().union(*(part.first for part in parts))))


class _Reader:
    def __init__(self, text: str, compiler: PatternCompiler) -> None:
        self._text = text
        self._compiler = compiler
        self._pieces = [match.groups() for match in _PIECE.finditer(text)]
        self._at = 0
        self._depth = 0
        self.kept: dict[str, str] = {}
        self.extents = 0

    def read_all(self) -> Part:
        part = self._either()
        if self._at < len(self._pieces):
            raise PatternError(f"bracket too many: {self._text}")
        return part

    def _sign(self) -> str | None:
        return self._pieces[self._at][0] if self._at < len(self._pieces) else None

    def _either(self) -> Part:
        parts = [self._row()]
        while self._sign() == "|":
            self._at += 1
            parts.append(self._row())
        return parts[0] if len(parts) == 1 else _either_of(parts)

    def _row(self) -> Part:
        row = _NOTHING
        while self._at < len(self._pieces) and self._sign() not in ("|", ")", "}"):
            row = row.then(self._item())
        return row

    def _item(self) -> Part:
        sign, name, group, word = self._pieces[self._at]
        self._at += 1
        if sign == "{":
            if self.extents:
                raise PatternError(f"a second mention marked: {self._text}")
            self.extents = 1
            part = self._close("}").within("(?P<x1>")
        elif sign == "(":
            part = self._close(")")
        elif group:
            part = self._compiler.one(group)
        elif word:
            part = self._compiler.one("=" + word)
        else:
            raise PatternError(f"{sign} out of place: {self._text}")
        if name:
            if name in self.kept:
                raise PatternError(f"{name} kept twice (a name may end in _): {self._text}")
            self.kept[name] = group
            part = part.within(f"(?P<{name}>")
        if self._sign() == "?":
            self._at += 1
            return part.within("(?:", ")?")._replace(empty=True)
        return part

    def _close(self, sign: str) -> Part:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise PatternError(f"too many brackets in brackets: {self._text:.80}")
        part = self._either()
        if self._sign() != sign:
            raise PatternError(f"{sign} missing: {self._text}")
        self._at += 1
        self._depth -= 1
        return part.within("(?:")

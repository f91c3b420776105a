"""A language's table of rules, compiled once."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dates.prose.builders import BUILDERS, NEEDED
from dates.prose.lexicon import AFTER_ABBREVIATION, Lexicon
from dates.prose.pattern import NEVER, Pattern, PatternCompiler, PatternError, names_in
from dates.prose.tables import LANGUAGES, Table, read_table, texts_of
from dates.prose.tokens import Tokens, compile_tokens

_MOST_PAIRS = 20_000
"""Pairs of symbols remembered at most: any text can make new ones."""
_GUARDS = ("not_after", "not_before")


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern of the table, as `text` and compiled; what makes a meaning of it, and the line's fixed values for that.

    `order` is the place of the line in the table.
    """

    name: str
    text: str
    make: str
    pattern: Pattern
    values: Mapping[str, Any]
    order: int


class RulesByPair(dict[str, tuple[Rule, ...]]):
    """The rules that can begin with two symbols, or with one where the text ends; found out when first asked for."""

    def __init__(self, rules: Mapping[str, tuple[Rule, ...]]) -> None:
        super().__init__()
        self._rules = rules

    def __missing__(self, pair: str) -> tuple[Rule, ...]:
        found = tuple(rule for rule in self._rules.get(pair[0], ()) if rule.pattern.can_begin(pair))
        if len(self) >= _MOST_PAIRS:
            self.clear()
        self[pair] = found
        return found


class Phrases(dict[str, re.Pattern[str]]):
    """Patterns between and around mentions, by name, compiled when first asked for. One that is not there never matches."""

    def __init__(self, bodies: Mapping[str, str]) -> None:
        super().__init__()
        self.bodies = bodies

    def __missing__(self, name: str) -> re.Pattern[str]:
        self[name] = pattern = re.compile(self.bodies[name]) if name in self.bodies else NEVER
        return pattern


@dataclass(frozen=True, slots=True)
class Language:
    """A compiled table."""

    token: re.Pattern[str]
    lexicon: Lexicon
    rules: RulesByPair
    triggers: re.Pattern[str]
    abbreviation_stop: re.Pattern[str]
    unions: Mapping[str, tuple[str, ...]]
    numerals: frozenset[str]
    """The names of macros: what stands there, of one word or several, is a number."""
    phrases: Phrases
    phrase_values: Mapping[str, Mapping[str, str]]
    """What a phrase gives, by the name of its group."""

    def value(self, name: str, token: str) -> Any:
        """What a token means as a member of a class or union of classes."""
        return self.lexicon.value(self.unions.get(name, (name,)), token)

    def rules_at(self, symbols: str, position: int) -> tuple[Rule, ...]:
        """The rules that can begin there, in the order of the table."""
        return self.rules[symbols[position : position + 2]]

    def phrase_at(self, name: str, symbols: str, first: int, last: int) -> str | None:
        """What the phrase of this name gives that stands exactly there; None where none does."""
        match = self.phrases[name].fullmatch(symbols, first, last)
        return None if match is None else self.phrase_values[name][match.lastgroup or ""]

    def cut(self, text: str) -> Tokens:
        """The tokens of a text, with the full stops of abbreviations told apart from those that end sentences."""
        tokens = Tokens(text, self.token, self.lexicon)
        tokens.symbols = self.abbreviation_stop.sub(AFTER_ABBREVIATION, tokens.symbols)
        return tokens


@lru_cache(maxsize=8)
def load_language(code: str, folder: Path = LANGUAGES) -> Language:
    """The language with this code ("en"). Raises LookupError where there is no such table, PatternError if it is wrong."""
    return _compile(read_table(code, folder))


def _compile(table: Table) -> Language:
    settings, unions = table["settings"], {name: tuple(text.split()) for name, text in table["unions"].items()}
    classes = {
        name: members if isinstance(members, dict) else dict.fromkeys(members, True)
        for name, members in table["classes"].items()
    }
    lexicon = Lexicon(classes, _uses_of(table), settings)
    members = _members_of(lexicon, unions)
    compiler = PatternCompiler(members, table["macros"], AFTER_ABBREVIATION)
    phrases, values = _phrases_of(table["phrase"], compiler)
    rules = _rules_of(table["rule"], compiler, phrases)
    return Language(
        token=compile_tokens(
            endings=settings.get("apostrophe_endings", ()),
            glued=settings.get("glued", ()),
            decade=settings.get("decade_ending", ""),
            thousands=settings.get("thousands", ""),
            point=settings.get("point", ""),
        ),
        lexicon=lexicon,
        rules=RulesByPair(rules),
        triggers=re.compile(f"[{''.join(sorted(rules))}]"),
        abbreviation_stop=_abbreviation_stop(members("ABBREVIATION"), members("=.")),
        unions=unions,
        numerals=frozenset(table["macros"]),
        phrases=phrases,
        phrase_values=values,
    )


def _members_of(lexicon: Lexicon, unions: Mapping[str, tuple[str, ...]]) -> Callable[[str], frozenset[str]]:
    def members(name: str) -> frozenset[str]:
        return frozenset().union(*map(lexicon.members, unions.get(name, (name,))))

    for name, parts in unions.items():
        if unknown := [part for part in parts if not lexicon.members(part)]:
            raise PatternError(f"union {name}: nothing is called {', '.join(unknown)}")
    return members


def _abbreviation_stop(words: frozenset[str], stops: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"(?<=[{''.join(sorted(words))}])[{''.join(sorted(stops))}]") if words else NEVER


def _rules_of(
    lines: Iterable[Mapping[str, Any]], compiler: PatternCompiler, phrases: Phrases
) -> dict[str, tuple[Rule, ...]]:
    """The rules by the symbol they can begin with, in the order of the table."""
    rules: dict[str, list[Rule]] = defaultdict(list)
    for order, line in enumerate(lines):
        if line["make"] not in BUILDERS:
            raise PatternError(f"{line['name']}: nothing makes a {line['make']}")
        if unknown := {line.get("unless", ""), line.get("needs", "")} - {"", *phrases.bodies}:
            raise PatternError(f"{line['name']}: no phrase is called {', '.join(unknown)}")
        guards = {key: line[key] for key in _GUARDS if key in line}
        fixed = {key: value for key, value in line.items() if key not in ("name", "match", "make", *_GUARDS)}
        for text in texts_of(line):
            try:
                pattern = compiler.compile(text, **guards)
            except PatternError as error:
                raise PatternError(f"{line['name']}: {error}") from error
            given = {*fixed, *(name.rstrip("_") for name in pattern.kept)}
            if missing := [name for name in NEEDED.get(line["make"], ()) if name not in given]:
                raise PatternError(f"{line['name']}: {line['make']} needs {', '.join(missing)}: {text}")
            rule = Rule(line["name"], text, line["make"], pattern, fixed, order)
            for symbol in pattern.first:
                rules[symbol].append(rule)
    return {symbol: tuple(found) for symbol, found in rules.items()}


def _phrases_of(
    lines: Iterable[Mapping[str, Any]], compiler: PatternCompiler
) -> tuple[Phrases, dict[str, dict[str, str]]]:
    """Phrases of one name become one expression; `gives` of the one that matched is the value of its group."""
    bodies: dict[str, list[str]] = defaultdict(list)
    values: dict[str, dict[str, str]] = defaultdict(dict)
    for number, line in enumerate(lines):
        name = line["name"]
        for text in texts_of(line):
            group = f"g{number}_{len(bodies[name])}"
            try:
                body = compiler.compile(text).body if text else ""
            except PatternError as error:
                raise PatternError(f"{name}: {error}") from error
            bodies[name].append(f"(?P<{group}>{body})")
            values[name][group] = line.get("gives", "")
    return Phrases({name: "|".join(parts) for name, parts in bodies.items()}), dict(values)


def _uses_of(table: Table) -> Counter[str]:
    """How often patterns name each class and word, those named by unions and macros among them."""
    uses = Counter(["=."])
    for line in (*table["rule"], *table["phrase"]):
        for text in (*texts_of(line), *(line[key] for key in _GUARDS if key in line)):
            uses.update(names_in(text))
    for name, text in (*table["macros"].items(), *table["unions"].items()):
        for part in names_in(text):
            uses[part] += uses[name]
    return uses

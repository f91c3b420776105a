"""A language's table of rules, read from its folder of TOML files and compiled once."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from dates.prose.lexicon import AFTER_ABBREVIATION, SAMPLES, Lexicon
from dates.prose.pattern import Pattern, PatternCompiler, PatternError, words_in

LANGUAGES = Path(__file__).resolve().parent.parent / "languages"


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the table: a pattern, what makes a meaning of it, and the table's fixed values for that."""

    name: str
    make: str
    pattern: Pattern
    values: Mapping[str, Any]
    order: int


@dataclass(frozen=True, slots=True)
class Language:
    """A compiled table."""

    lexicon: Lexicon
    rules: Mapping[str, tuple[Rule, ...]]
    """By the symbol a rule can begin with."""
    triggers: re.Pattern[str]
    abbreviation_stop: re.Pattern[str]
    unions: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    """Patterns between and around mentions, by name."""
    phrase_values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def value(self, name: str, token: str) -> Any:
        """What a token means as a member of a class or union of classes."""
        return self.lexicon.value(self.unions.get(name, (name,)), token)

    def symbols(self, text: str) -> str:
        """The symbols with the full stops of abbreviations told apart."""
        return self.abbreviation_stop.sub(AFTER_ABBREVIATION, text)


@lru_cache(maxsize=8)
def load_language(code: str) -> Language:
    """The language with this code ("en"). Raises LookupError where there is no such table, PatternError if it is wrong."""
    folder = LANGUAGES / code
    if not code.isalnum() or not folder.is_dir():
        raise LookupError(code)
    table: dict[str, Any] = {}
    for path in sorted(folder.glob("*.toml")):
        _merge(table, tomllib.loads(path.read_text(encoding="utf-8")))
    return _compile(table)


def _merge(table: dict[str, Any], more: Mapping[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, dict):
            _merge(table.setdefault(key, {}), value)
        elif isinstance(value, list):
            table.setdefault(key, []).extend(value)
        else:
            table[key] = value


def _compile(table: Mapping[str, Any]) -> Language:
    unions = {name: tuple(text.split()) for name, text in table.get("unions", {}).items()}
    classes = {
        name: members if isinstance(members, dict) else dict.fromkeys(members, True)
        for name, members in table["classes"].items()
    }
    lexicon = Lexicon(classes, _words_of(table), table.get("settings", {}))
    lexicon.reserve(SAMPLES)
    lexicon.reserve([word.title() for word in list(lexicon)] + [word.upper() for word in list(lexicon)])

    def members(name: str) -> frozenset[str]:
        return frozenset().union(*(lexicon.members(part) for part in unions.get(name, (name,))))

    compiler = PatternCompiler(members, table.get("macros", {}), AFTER_ABBREVIATION)
    rules: dict[str, list[Rule]] = defaultdict(list)
    for order, line in enumerate(table["rule"]):
        for rule in _rules_of(line, order, compiler):
            for symbol in rule.pattern.first:
                rules[symbol].append(rule)
    stops = members("ABBREVIATION")
    stop = f"(?<=[{''.join(sorted(stops))}])[{''.join(members('=.'))}]" if stops else r"(?!)"
    phrases, values = _phrases_of(table.get("phrase", []), compiler)
    return Language(
        lexicon=lexicon,
        rules={symbol: tuple(found) for symbol, found in rules.items()},
        triggers=re.compile(f"[{''.join(sorted(rules))}]"),
        abbreviation_stop=re.compile(stop),
        unions=unions,
        phrases=phrases,
        phrase_values=values,
    )


def _rules_of(line: Mapping[str, Any], order: int, compiler: PatternCompiler) -> list[Rule]:
    wanted = line["match"] if isinstance(line["match"], list) else [line["match"]]
    guards = {key: line[key] for key in ("not_after", "not_before") if key in line}
    fixed = {key: value for key, value in line.items() if key not in ("name", "match", "make", *guards)}
    try:
        return [Rule(line["name"], line["make"], compiler.compile(text, **guards), fixed, order) for text in wanted]
    except PatternError as error:
        raise PatternError(f"{line['name']}: {error}") from error


def _phrases_of(
    lines: list[Mapping[str, Any]], compiler: PatternCompiler
) -> tuple[dict[str, re.Pattern[str]], dict[str, dict[str, str]]]:
    """Phrases of one name become one expression; `gives` of the one that matched is the value of its group."""
    bodies: dict[str, list[str]] = defaultdict(list)
    values: dict[str, dict[str, str]] = defaultdict(dict)
    for number, line in enumerate(lines):
        for text in line["match"] if isinstance(line["match"], list) else [line["match"]]:
            group = f"g{number}_{len(bodies[line['name']])}"
            body = "" if not text else compiler.compile(text).regex.pattern
            bodies[line["name"]].append(f"(?P<{group}>{body})")
            values[line["name"]][group] = line.get("gives", "")
    return {name: re.compile("|".join(parts)) for name, parts in bodies.items()}, dict(values)


def _words_of(table: Mapping[str, Any]) -> set[str]:
    """Every word that a pattern names itself."""
    texts = list(table.get("macros", {}).values())
    for line in [*table["rule"], *table.get("phrase", [])]:
        texts.extend(line["match"] if isinstance(line["match"], list) else [line["match"]])
        texts.extend(line[key] for key in ("not_after", "not_before") if key in line)
    return {".", *(word for text in texts for word in words_in(text))}

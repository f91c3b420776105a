"""Nothing stands idle in the tables: every name is used, every pattern reads a line of the case tables."""

import ast
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import pytest

import dates.prose
from dates.prose import finding
from dates.prose.language import Language, Rule, load_language
from dates.prose.meaning import Found
from dates.prose.pattern import names_in
from dates.prose.tables import Table, read_table, texts_of
from dates.prose.tokens import Tokens
from tests.unit.dates.prose_cases import load_cases
from tests.unit.dates.test_prose_german import german_cases

ENGINE = Path(dates.prose.__file__).parent
UNNAMED = {"KNOWN"}
"""Classes that keep words from passing for strange ones."""


@pytest.mark.parametrize("code", ["en", "de"])
def test_every_class_union_and_macro_is_named_by_a_pattern_or_the_engine(code: str) -> None:
    table = read_table(code)
    parts = {name: names_in(text) for name, text in chain(table["macros"].items(), table["unions"].items())}
    used = _reached_from(chain(_names_in_lines(table), _texts_of_engine()), parts)
    assert not {*table["classes"], *parts} - used - UNNAMED


@pytest.mark.parametrize("code", ["en", "de"])
def test_every_phrase_is_asked_for_by_a_rule_or_the_engine(code: str) -> None:
    table = read_table(code)
    asked = {line[key] for line in table["rule"] for key in ("needs", "unless") if key in line}
    assert not {line["name"] for line in table["phrase"]} - asked - set(_texts_of_engine())


@pytest.mark.parametrize("code", ["en", "de"])
def test_every_pattern_is_the_best_one_in_a_line_of_the_case_tables(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    language = load_language(code)
    made, won = finding._made, set[tuple[int, str]]()

    def note(rule: Rule, match: re.Match[str], tokens: Tokens, language: Language) -> Iterator[Found]:
        won.add((rule.order, rule.text))
        return made(rule, match, tokens, language)

    monkeypatch.setattr(finding, "_made", note)
    for case in load_cases() if code == "en" else german_cases():
        finding.find_mentions(language.cut(case.text), language)
    lines = enumerate(read_table(code)["rule"])
    assert not [(line["name"], text) for order, line in lines for text in texts_of(line) if (order, text) not in won]


def _names_in_lines(table: Table) -> Iterator[str]:
    for line in chain(table["rule"], table["phrase"]):
        for text in (*texts_of(line), line.get("not_after", ""), line.get("not_before", "")):
            yield from names_in(text)


def _reached_from(names: Iterable[str], parts: dict[str, list[str]]) -> set[str]:
    """The names, and those that unions and macros among them are made of."""
    reached: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += parts.get(name, ())
    return reached


def _texts_of_engine() -> set[str]:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in ENGINE.glob("*.py"))
    nodes = chain.from_iterable(map(ast.walk, trees))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}

"""A second language is a table and nothing else: dates/languages/de, read by the same engine."""

import ast
import datetime as dt
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

import dates.prose
from dates import read_dates
from dates.prose.tables import read_table
from tests.unit.dates.prose_cases import Case, find_problem, parse_table

GERMAN = Path(__file__).parent / "prose_de.txt"
ENGINE = Path(dates.prose.__file__).parent
PUBLISHED = dt.date(2024, 1, 23)
WORDS_OF_TIME = {
    "en": ("MONTHNAME", "WEEKDAY", "WEEKDAYS", "SEASON", "TENS", "TENSDECADE", "PARTOFDAY", "AMPM"),
    "de": ("MONTH", "WEEKDAY", "WEEKDAYS", "SEASON", "SMALLNUM", "TENSDECADE", "UNIT1", "UNITS", "PARTOFDAY", "WHICH"),
}


def german_cases() -> tuple[Case, ...]:
    return tuple(parse_table("de", GERMAN.read_text(encoding="utf-8")))


@pytest.mark.parametrize("case", german_cases(), ids=lambda case: case.name)
def test_read_dates_from_a_german_sentence_finds_what_is_marked(case: Case) -> None:
    problem = find_problem(case, read_dates(case.text, case.anchor, language="de"))
    assert not problem, f"{case.name}, published {case.anchor}\n{problem}"


def test_read_dates_in_turns_keeps_the_languages_apart() -> None:
    german, english = "Am 5. Dezember 2021 schloss die Kasse.", "The till closed on December 5, 2021."
    for _ in range(3):
        assert [found.timex_value for found in read_dates(german, PUBLISHED, language="de")] == ["2021-12-05"]
        assert [found.timex_value for found in read_dates(english, PUBLISHED)] == ["2021-12-05"]
        assert [found.timex_value for found in read_dates(german, PUBLISHED)] == ["2021"]


def test_the_engine_holds_no_word_of_a_language() -> None:
    words = {
        word
        for code, names in WORDS_OF_TIME.items()
        for word in chain.from_iterable(read_table(code)["classes"][name] for name in names)
    }
    held = {f"{path.name}: {text}" for path in ENGINE.glob("*.py") for text in _texts(path) if text in words}
    assert not held


def _texts(path: Path) -> Iterator[str]:
    """The pieces of every text in a module, docstrings aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield from node.value.replace("|", " ").split()

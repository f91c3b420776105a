"""Languages as folders of tables: loaded from any folder, refused with the name of what is wrong."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from dates import read_dates
from dates.prose.finding import find_mentions
from dates.prose.language import Language, load_language
from dates.prose.pattern import PatternError
from dates.prose.tables import LANGUAGES

WORDS = """
[classes.MOON]
moona = 1
moonb = 2
[classes]
LEAD = ["sinna"]
[unions]
SPAN = "LEAD MOON"
[macros]
TALLY = "INT"
"""


def write_language(folder: Path, rules: str, words: str = WORDS, code: str = "xx") -> Path:
    (folder / code).mkdir(exist_ok=True)
    (folder / code / "words.toml").write_text(words, encoding="utf-8")
    (folder / code / "rules.toml").write_text(rules, encoding="utf-8")
    return folder


def one_rule(match: str, make: str = "calendar", more: str = "") -> str:
    return f"[[rule]]\nname = 'the rule'\nmatch = '{match}'\nmake = '{make}'\n{more}\n"


def found_in(text: str, language: Language) -> list[str]:
    tokens = language.cut(text)
    return [text[tokens.starts[one.first] : tokens.ends[one.last - 1]] for one in find_mentions(tokens, language)]


def test_load_language_from_another_folder_reads_its_rules(tmp_path: Path) -> None:
    write_language(tmp_path, one_rule("LEAD {month:MOON year:YEAR?}"))
    language = load_language("xx", tmp_path)
    assert found_in("sinna Moona 1999, and sinna moonb; moona", language) == ["Moona 1999", "moonb"]


def test_load_language_without_phrases_reads_all_the_same(tmp_path: Path) -> None:
    write_language(tmp_path, one_rule("year:YEAR"))
    assert found_in("moona 1999 moonb 2001", load_language("xx", tmp_path)) == ["1999", "2001"]


@pytest.mark.parametrize("code", ["", "xx", "EN", "xx-GB", "../en", "en/../en", "e\0n", "."])
def test_read_dates_in_an_unknown_language_names_the_known_ones(code: str) -> None:
    with pytest.raises(LookupError, match=r"no table of dates for the language .*; there are: de, en\b"):
        read_dates("in May", dt.date(2024, 1, 23), language=code)


def test_load_language_from_a_folder_that_is_not_there_says_none(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="'xx'; there are: none"):
        load_language("xx", tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("match", "problem"),
    [
        ("month:MOOON", "the rule: nothing is called MOOON"),
        ("(LEAD month:MOON", r"the rule: \) missing"),
        ("LEAD) month:MOON", "the rule: bracket too many"),
        ("LEAD {month:MOON", "the rule: } missing"),
        ("{LEAD} {month:MOON}", "the rule: a second mention marked"),
        ("month:MOON month:MOON", "the rule: month kept twice"),
        ("LEAD? month:MOON?", "the rule: can match nothing"),
        ("", "the rule: can match nothing"),
        ("? month:MOON", r"the rule: \? out of place"),
        ("(" * 200 + "MOON" + ")" * 200, "the rule: too many brackets in brackets"),
    ],
)
def test_load_language_with_a_broken_pattern_names_the_rule(tmp_path: Path, match: str, problem: str) -> None:
    write_language(tmp_path, one_rule(match))
    with pytest.raises(PatternError, match=problem):
        load_language("xx", tmp_path)


@pytest.mark.parametrize(
    ("rules", "problem"),
    [
        ("[[rule", "rules.toml: "),
        ("\ufffe", "rules.toml: "),
        ("", "there is no rule"),
        ("rule = 3", "rules.toml: rule is one thing here and another elsewhere"),
        ("rule = [3]", "a rule without name or make: 3"),
        ("[[rule]]\nmatch = 'year:YEAR'", "a rule without name or make"),
        ("[[rule]]\nname = 'the rule'\nmake = 'calendar'", "the rule: match is neither"),
        ("[[rule]]\nname = 'the rule'\nmake = 'calendar'\nmatch = [1]", "the rule: match is neither"),
        ("[[rule]]\nname = 'the rule'\nmake = 'calendar'\nmatch = 2", "the rule: match is neither"),
        (one_rule("year:YEAR", make="shift"), "the rule: shift needs unit, sign"),
        (one_rule("year:YEAR", make="horoscope"), "the rule: nothing makes a horoscope"),
        (one_rule("year:YEAR", more="not_after = 'MOOON'"), "the rule: nothing is called MOOON"),
        (one_rule("year:YEAR", more="unless = 'raining'"), "the rule: no phrase is called raining"),
        (one_rule("year:YEAR") + "[[phrase]]\nname = 'between'\nmatch = 'MOOON'", "between: nothing is called MOOON"),
        (one_rule("year:YEAR") + "[[phrase]]\nmatch = 'LEAD'", "a phrase without name"),
        (one_rule("year:YEAR") + "[rules]\n", "no such section: rules"),
        (one_rule("year:YEAR") + "[settings]\nthousand = ','", "no such setting: thousand"),
        (one_rule("year:YEAR") + "[settings]\nglued = 'am'", "no such setting: glued"),
        (one_rule("year:YEAR") + "[unions]\nMANY = 'MOON MOOON'", "union MANY: nothing is called MOOON"),
        (one_rule("year:YEAR") + "[unions]\nMANY = 4", "unions are texts"),
        (one_rule("year:YEAR") + "[classes]\nMANY = 4", "class MANY is neither"),
        (one_rule("year:LOOP") + "[macros]\nLOOP = 'MOON LOOP'", "the rule: macro LOOP contains itself"),
        (one_rule("year:NAMED") + "[macros]\nNAMED = 'year:YEAR'", "the rule: macro NAMED can neither keep"),
    ],
)
def test_load_language_with_a_broken_table_says_what_is_wrong(tmp_path: Path, rules: str, problem: str) -> None:
    write_language(tmp_path, rules)
    with pytest.raises(PatternError, match=problem):
        load_language("xx", tmp_path)


def test_load_language_not_in_utf8_names_the_file(tmp_path: Path) -> None:
    write_language(tmp_path, one_rule("year:YEAR"))
    (tmp_path / "xx" / "words.toml").write_bytes(b"[classes]\nMOON = ['m\xe4rz']\n")
    with pytest.raises(PatternError, match=r"words\.toml: "):
        load_language("xx", tmp_path)


@pytest.mark.parametrize("code", sorted(path.name for path in LANGUAGES.iterdir() if path.is_dir()))
def test_every_rule_of_the_languages_we_ship_compiles(code: str) -> None:
    language = load_language(code)
    for rule in {id(rule): rule for rules in language.rules.values() for rule in rules}.values():
        assert rule.pattern.match("", 0) is None, rule.name


@pytest.mark.parametrize("code", ["en", "de"])
def test_every_look_of_a_number_is_known_to_the_rules(code: str) -> None:
    """A mixture of classes that no sample has would be read as an unknown word."""
    lexicon = load_language(code).lexicon
    endings = ("", "st", "nd", "rd", "th", "s", "er", "am", "x")
    tokens = {f"{number}{ending}" for number in range(2_300) for ending in endings}
    tokens |= {f"{number:04}" for number in range(10_000)}
    tokens |= {f"{first}{sign}{second:02}" for first in range(40) for sign in ".:,/-" for second in range(100)}
    tokens |= {f"'{year:02}{ending}" for year in range(100) for ending in ("", "s", "er")}
    tokens |= {change(word) for word in list(lexicon) for change in (str.title, str.upper, str.lower, str.capitalize)}
    assert not [token for token in tokens if frozenset(lexicon._classes_of(token)) not in lexicon._symbols]


def test_read_dates_from_another_working_folder_finds_the_tables(tmp_path: Path) -> None:
    script = "import datetime, dates; print(dates.read_dates('He left in May 2019.', None)[0].timex_value)"
    root = LANGUAGES.parent.parent
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=False,
        cwd=tmp_path,
        env={"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
    )
    assert (done.stdout.strip(), done.stderr) == ("2019-05", "")


def test_region_reads_figures_its_own_way_and_all_else_as_its_language() -> None:
    text = "It was filed on 1/2/2024 and heard two days later."
    values = {code: [m.timex_value for m in read_dates(text, None, language=code)] for code in ("en", "en-GB", "en-US")}
    assert values == {
        "en": ["2024-01-02", "2024-01-04"],
        "en-GB": ["2024-02-01", "2024-02-03"],
        "en-US": ["2024-01-02", "2024-01-04"],
    }


def test_figures_that_could_be_two_dates_are_marked_as_a_guess() -> None:
    found = read_dates("1/2/2024, 2/2/2024, 13/2/2024", None)
    assert [m.date.edtf for m in found if m.date] == ["2024-01-02?", "2024-02-02", "2024-02-13"]

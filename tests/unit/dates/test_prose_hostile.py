"""What no sane writer would send: the reader of dates must neither crash nor hang, nor invent a date."""

import datetime as dt
import re
import sys
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import dates.prose
from dates import read_dates
from dates.prose.language import load_language
from dates.prose.tables import LANGUAGES

PUBLISHED = dt.date(2024, 1, 23)
MANY = 3_000
"""Characters of a text that repeats itself."""

TRAPS = [
    "a", "A", "7", "2020", "a.", "1/", "1/1 ", "1:", "1-", "1.", "1,", "1,000", ",100", "\n", " ", "\n ", "\t", "'", "'s", "a'",
    "a1", "1a", "'9", "-", ".", "Monday ", "from 1 to ", "the ", "early ", "the early part of ", "1 ", "23 45 ", "2020 ", "May ",
    "May 5 ", "half a ", "2 - ", "hundred ", "twenty-", "8 a.m. ", "8:00 Monday ", "in 490 ", "490 BC ", "two days later ",
    "that night ", "Jan. ", "between May and ", "every ", "(", '"', "“", "“the ", "said ", "\0", "\ud800", "e\u0301", "\u0301",
    "\u202e\u05d0 ", "\U0001f600", "\u0661", "\u00b2", "1\u0661/", "February 30 ", "2024-01-", "1990-", "to 5 or ", "3 , ", "of ",
]  # fmt: skip

IMPOSSIBLE = [
    "February 30", "30 February 2024", "Feb. 30, 2023", "Sunday, February 30", "the 30th of February", "31 June", "June 31, 2020",
    "Sept. 31", "29 February 2023", "Feb. 29, 1900", "February 29 of last year", "32 January", "January 32", "January 32, 2020",
    "0 January 2020", "January 0, 2020", "Monday, January 32", "2/30/2023", "30.2.2023", "2023-02-30", "2023-13-01", "0000-01-01",
    "00/00/0000", "31/9/2021", "25:61", "8:75 a.m.", "13 p.m.", "24:30", "0860 GMT", "2023-01-01T25:00", "99999", "the year 99999",
    "2023-01-01T10:00+99:99", "8 a.m. February 30", "February 30 at 8 a.m.", "12:00 on 31 June 2020", "the 0th century",
    "the 99th century", "99999 BC", "0 BC", "-1", "the fifth quarter of 2020",
]  # fmt: skip


def repeated(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def work_of(text: str) -> int:
    """Calls of functions, Python's and C's, that reading takes: the same on every machine."""
    calls = 0

    def count(_frame: FrameType, event: str, _what: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    read_dates(text, PUBLISHED)  # compiles the rules that it needs
    sys.setprofile(count)
    try:
        read_dates(text, PUBLISHED)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("unit", TRAPS)
def test_read_dates_of_a_text_twice_as_long_takes_twice_the_work(unit: str) -> None:
    once, twice = work_of(repeated(unit, MANY)), work_of(repeated(unit, 2 * MANY))
    assert twice <= 2.1 * once + 200


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("In May 2019 ", "three days, in January "),
        ("On 5 May 2020 it rained. ", "since 8 a.m. and "),
        ("On 5 May 2020 it rained. ", "than that night "),
        ("“On 5 May 2020, ", "he said on Monday "),
        ("(In 1950 ", "it rained in June "),
        ("From 5 May 2020 ", "to the next day "),
        ("In 490 BC, 480 BC, 470 BC and 460 BC ", "in spring "),
    ],
)
def test_read_dates_far_behind_what_they_hang_on_takes_no_more_work(head: str, unit: str) -> None:
    once, twice = work_of(head + repeated(unit, MANY)), work_of(head + repeated(unit, 2 * MANY))
    assert twice <= 2.1 * once + 200


@pytest.mark.parametrize("unit", TRAPS)
@pytest.mark.parametrize("published", [None, PUBLISHED, dt.date.max, dt.date.min])
def test_read_dates_of_one_long_line_gives_mentions_in_order(unit: str, published: dt.date | None) -> None:
    text = repeated(unit, MANY)
    mentions = read_dates(text, published)
    assert [mention.text for mention in mentions] == [text[mention.start : mention.end] for mention in mentions]
    assert all(before.end <= after.start for before, after in pairwise(mentions))


def test_rules_and_phrases_repeat_nothing() -> None:
    """No expression over symbols has a repetition: its time is bounded by its own length, wherever it is tried."""
    repetition = re.compile(r"[*{]|(?<!\?)\+")
    for code in ("en", "de"):
        language = load_language(code)
        bodies = {
            rule.pattern.body
            for rules in (language.rules[symbol] for symbol in map(chr, range(0xE000, 0xF000)))
            for rule in rules
        }
        bodies |= set(language.phrases.bodies.values())
        assert len(bodies) > 20
        assert not [body for body in bodies if repetition.search(body)]


@pytest.mark.parametrize("words", IMPOSSIBLE)
@pytest.mark.parametrize("sentence", ["It happened on {} there.", "(on {})", "On {}\n\nNothing."])
def test_read_dates_finds_nothing_in_what_is_no_day(words: str, sentence: str) -> None:
    assert not [mention.text for mention in read_dates(sentence.format(words), PUBLISHED)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\0",
        "\ufeff",
        "\ud800",
        "\u202e",
        "\u0301",
        "'",
        "1",
        "-1",
        "٢٠٢٤",
        "²",
        "½",
        "Ⅳ",
        "１９９９",
        "a" * 1_000_000,
    ],
)
def test_read_dates_of_next_to_nothing_finds_nothing(text: str) -> None:
    assert read_dates(text, PUBLISHED) == []
    assert read_dates(text, None) == []


@pytest.mark.parametrize(
    "digits", ["9" * 5_000, "1" * 1_000_000, "1." + "0" * 100_000, "1" + ",000" * 50_000, "0" * 100_000]
)
def test_read_dates_beside_huge_figures_finds_the_date_alone(digits: str) -> None:
    for text in (f"It cost {digits} on May 5, 2020.", f"{digits} years ago, on May 5, 2020"):
        assert [mention.timex_value for mention in read_dates(text, PUBLISHED)][-1:] == ["2020-05-05"]


def test_read_dates_of_every_byte_finds_nothing() -> None:
    assert read_dates(bytes(range(256)).decode("latin-1") * 20, PUBLISHED) == []


def test_read_dates_among_strange_characters_keeps_the_offsets() -> None:
    text = "\U0001f600\u202eא\0\ud800e\u0301 — on May 5, 2020\u200b, \U0001f600 and\u00a0Sunday\u0301."
    found = [(mention.text, mention.timex_value) for mention in read_dates(text, PUBLISHED)]
    assert found[0] == ("May 5, 2020", "2020-05-05")
    assert all(text[one.start : one.end] == one.text for one in read_dates(text, PUBLISHED))


def test_read_dates_without_anchor_leaves_open_what_hangs_on_it() -> None:
    text = "On Sunday it rained. Yesterday, last week, in May, three years ago, at 8 a.m., on January 4 it did not."
    values = [mention.timex_value for mention in read_dates(text, None)]
    assert values
    assert not [value for value in values if re.match(r"\d", value)]


def test_read_dates_of_thousands_of_months_without_a_year_dates_each_of_them() -> None:
    mentions = read_dates("It rained in March. " * 3_000, PUBLISHED)
    assert {mention.timex_value for mention in mentions} == {"2023-03"}
    assert len(mentions) == 3_000


def test_the_memory_for_words_is_bounded_and_forgets_strange_ones_first() -> None:
    language = load_language("en")
    flood = " ".join(f"zyx{number:x}q" for number in range(0x10000, 0x10000 + 120_000))
    assert read_dates(flood, PUBLISHED) == []
    assert len(language.lexicon) <= 50_000
    assert "monday" in language.lexicon
    assert [mention.timex_value for mention in read_dates("On Monday it rained.", PUBLISHED)] == ["2024-01-22"]


def test_the_memory_for_pairs_of_words_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "On Monday it rained for two hours, and again at 8 p.m. on 5 May 2020, as in the 1990s."
    whole = _read(text)
    rules = load_language("en").rules
    rules.clear()
    monkeypatch.setattr("dates.prose.language._MOST_PAIRS", 3)
    assert _read(text) == whole
    assert len(rules) <= 3


def test_read_dates_of_a_long_text_takes_little_more_memory_than_its_tokens() -> None:
    text = (
        "The minister said on Tuesday that nobody in the ministry had ever seen the letter of the two engineers. "
        * 2_000
    )
    read_dates(text, PUBLISHED)
    tracemalloc.start()
    try:
        mentions = read_dates(text, PUBLISHED)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(mentions) == 2_000
    assert peak < 30 * len(text)


def test_read_dates_on_many_threads_gives_what_one_gives() -> None:
    texts = [
        f"On {day} January 20{day} it rained; two days later, on Sunday, at {day % 12 + 1} p.m., wordless{day} x{day}y was dry."
        for day in range(10, 29)
    ] * 4
    load_language.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(_read, texts))
    load_language.cache_clear()
    assert together == [_read(text) for text in texts]


def _read(text: str) -> list[str]:
    return [str(mention) for mention in read_dates(text, PUBLISHED)]


def test_reading_leaves_no_trace_in_the_modules_of_the_engine() -> None:
    names = [
        f"dates.prose.{path.stem}" for path in Path(dates.prose.__file__).parent.glob("*.py") if path.stem != "__init__"
    ]
    modules = [import_module(name) for name in names]

    def state() -> list[str]:
        plain = (dict, list, set, bytearray, tuple, frozenset)
        return [
            f"{module.__name__}.{name} {value!r}"
            for module in modules
            for name, value in vars(module).items()
            if _is_ours(name, value, plain)
        ]

    before = state()
    _read("On 5 May 2020, two days before Christmas Eve, he trained every Monday from 4 to 9 p.m. in the 1990s.")
    assert state() == before


def _is_ours(name: str, value: object, plain: tuple[type, ...]) -> bool:
    return not name.startswith("__") and isinstance(value, plain)


def test_tables_lie_beside_the_engine() -> None:
    assert {path.name for path in LANGUAGES.iterdir()} >= {"en", "de"}

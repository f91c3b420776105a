"""The benchmark as it is run: a folder in, figures and an exit code out, with a reader made for the test."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from benchmarks import timex_speed
from benchmarks.dates import OWN, main, score
from benchmarks.timeml import Timex, parse_article, read_anchor, read_folder
from benchmarks.timex_readers import Anchor, make_dateparser_reader, read_ours
from benchmarks.timex_speed import measure_speed, print_growth

Captured = pytest.CaptureFixture[str]
MARKUP = (
    '<TimeML><DCT><TIMEX3 value="2024-01-23" functionInDocument="CREATION_TIME"/></DCT><TEXT>It sank in <TIMEX3'
    ' type="DATE" value="2019">2019</TIMEX3> or <TIMEX3 type="DATE" value="2024-01-23">today</TIMEX3>.</TEXT></TimeML>'
)


def read_numbers(text: str, anchor: Anchor) -> Iterator[Timex]:
    """A reader that knows years and no more."""
    assert anchor is None or isinstance(anchor, date)
    for found in re.finditer(r"\b\d{4}\b", text):
        yield Timex(found.start(), found.end(), found[0], "DATE", "calendar", "year")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ferry.tml").write_text(MARKUP)
    return tmp_path


def test_main_prints_scores_and_writes_errors(folder: Path, capsys: Captured) -> None:
    errors = folder / "errors.tsv"
    assert main([str(folder), "--quick", "--errors", str(errors)], read_numbers) == 0
    told = capsys.readouterr().out
    assert re.search(r"strict span +100\.0 +50\.0 +66\.7", told)
    assert re.search(r"value +66\.7 +100\.0", told)
    assert "missed    today" in told
    assert errors.read_text().splitlines()[1].startswith("ferry\t2024-01-23\tmissed\ttoday\t2024-01-23")


def test_main_without_articles_says_so(tmp_path: Path, capsys: Captured) -> None:
    assert main([str(tmp_path / "nowhere"), "--quick"], read_numbers) == 2
    assert "no .tml file" in capsys.readouterr().err


def test_reader_is_given_the_day_of_publication() -> None:
    seen: list[Anchor] = []

    def read(text: str, anchor: Anchor) -> list[Timex]:
        assert text == "It sank in 2019 or today."
        seen.append(anchor)
        return []

    assert len(score(read, [parse_article("ferry", MARKUP)])) == 2
    assert seen == [date(2024, 1, 23)]


def test_own_articles_are_sound() -> None:
    articles = read_folder(OWN)
    assert len(articles) == 15
    assert sum(len(article.timexes) for article in articles) > 150
    for article in articles:
        assert (read_anchor(article.published) is None) == (article.name == "undated_notice")
        words = [article.text[timex.start : timex.end] for timex in article.timexes]
        assert not [word for word in words if re.match(r"(?:on|in|at|since|until|from|by)\b", word)]
        assert all(timex.value for timex in article.timexes)


def test_our_reader_tells_what_it_finds_and_why() -> None:
    found = list(read_ours("It sank on Sunday.", date(2024, 1, 23)))
    assert [(timex.start, timex.end, timex.value, timex.type) for timex in found] == [(11, 17, "2024-01-21", "DATE")]
    assert found[0].kind == "weekday"
    assert "publication" in found[0].note


def test_our_reader_takes_every_own_article() -> None:
    assert len(score(read_ours, read_folder(OWN))) > 150


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It sank on 4 March 2021 after the vote.", "4 March 2021", "2021-03-04"),
        ("It was built in May 2020.", "May 2020", "2020-05"),
        ("It was built in 2019.", "2019", "2019"),
        ("It sank two days ago.", "two days ago", "2024-01-21"),
    ],
)
def test_peers_dates_get_the_grain_of_their_words(text: str, words: str, value: str) -> None:
    found = list(make_dateparser_reader()(text, date(2024, 1, 23)))
    assert [(text[timex.start : timex.end], timex.value) for timex in found] == [(words, value)]


def test_peer_finds_nothing_in_a_text_without_dates() -> None:
    assert list(make_dateparser_reader()("It sank.", None)) == []


def test_speed_is_measured_against_each_peer() -> None:
    articles = [parse_article("ferry", MARKUP)]
    found = measure_speed({"ours": read_numbers, "peer": read_numbers}, articles)
    assert [measured.name.strip() for measured in found] == ["reading, one core", "against peer"]
    assert all(measured.value > 0 for measured in found)


def test_growth_is_shown_for_every_text(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(timex_speed, "PROSE_SIZES", (1, 2))
    monkeypatch.setattr(timex_speed, "TRAP_SIZES", (1, 2))
    sizes: list[int] = []

    def read(text: str, anchor: Anchor) -> Iterator[Timex]:
        sizes.append(len(text))
        return read_numbers(text, anchor)

    print_growth(read, "It sank in 2019.\n")
    told = capsys.readouterr().out
    assert set(sizes) == {1024, 2048}
    assert all(name in told for name in ("prose in one line", "one sentence", *timex_speed.TRAPS))


def test_growth_stops_where_it_would_never_end(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(timex_speed, "PROSE_SIZES", (1, 2, 4))
    monkeypatch.setattr(timex_speed, "TRAP_SIZES", (1, 2))
    monkeypatch.setattr(timex_speed, "PATIENCE", -1.0)
    assert print_growth(read_numbers, "It sank in 2019.\n") == 1
    assert "not done" in capsys.readouterr().out

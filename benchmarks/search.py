"""Words typed key by key, with preserved copies in the project: what each key costs below the window, and in it.

    python -m benchmarks.search [100000] [PROJECT]

A project with everything in it (`benchmarks.rich`, or the given file). Below the window: the incidents that have the words, the
selection and listing that follow, and the rows of one screen, as one key needs them; against FTS5 alone, which counts its
hits for the same keys. In the window: from the key to the painted rows, and to the end of a word typed without waiting. Most
keys find two thirds of all incidents or more: the words of `benchmarks.synthetic` are few. Milliseconds, slowest but 5 %.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtTest import QTest

from benchmarks.measure import Measurement
from benchmarks.rich import rich_project
from benchmarks.table import median
from benchmarks.window import Bench, Took, main, percentile
from models.snapshots import IncidentFilter
from services.chronology import get_rows, list_selected
from services.incident_index import IncidentIndex, read_columns
from services.incident_selection import select_incidents
from services.incident_words import WordFinder
from services.project import Project
from services.project_files import open_project
from services.search_index import match_expression
from services.searching import search
from services.stopping import Stopper

LIMIT_MS = 50.0
PAGE = 32
_TYPED = (
    *("vessel re", "ca", "inquiry", "harbour t", "zo", "clerk deed", "port", "lalo", "memo ship", "reyes", "14"),
    *("the audit of", "courier", "warehouse fi", "old quay", "testimony", "nowak letter", "b", "s", "m"),
)


def run(size: int = 100_000, path: Path | None = None) -> list[Measurement]:
    """Measure below the window, then in it."""
    with rich_project(size, path) as target:
        project = open_project(target)
        found = [*_below(project, size)]
        project.close()
        return found + _in_window(target, size)


def _keys() -> Iterator[str]:
    """Every state of the field that asks something new."""
    for typed in _TYPED:
        for end in range(1, len(typed) + 1):
            if typed[end - 1] != " ":
                yield typed[:end]


def _below(project: Project, size: int) -> Iterator[Measurement]:
    index = IncidentIndex(read_columns(project))
    finder = WordFinder(project)
    finder.find("warm")

    def rows(text: str) -> None:
        words = finder.find(text)
        selection = select_incidents(project, index, IncidentFilter(text=text), words=words)
        get_rows(project, list_selected(index, selection).ids[:PAGE])

    floor = _each(lambda text: _count(project, text))
    known = {text: finder.find(text) for text in _keys()}
    for name, took in (
        ("key to rows, no window", _each(rows)),
        ("best finds of a key", _each(lambda text: search(project, text, matches=known[text]))),
    ):
        peer = f"FTS5 counting, {percentile(floor):.1f} ms"
        yield Measurement(
            f"{size:,}: {name}, p95", percentile(took), "ms", peer, percentile(took) / max(percentile(floor), 0.01)
        )
        yield Measurement(f"{size:,}: {name}, median", median(took), "ms")


def _count(project: Project, text: str) -> None:
    with Stopper().reading(project) as connection:
        query = "SELECT count(*) FROM incident_search WHERE incident_search MATCH ?"
        connection.execute(query, (match_expression(text),)).fetchone()


def _each(work: Callable[[str], object]) -> list[float]:
    took = []
    for text in _keys():
        start = time.perf_counter()
        work(text)
        took.append((time.perf_counter() - start) * 1_000)
    return took


def _in_window(path: Path, size: int) -> list[Measurement]:
    bench = Bench()
    desk, field = bench.desk, bench.window.tool_bar.search
    bench.time_until(lambda: desk.open(path), lambda: desk.chronology.model.row_map.row_count > 0)
    bench.rest()
    field.setFocus()
    bench.rest()
    keys = [took for typed in _TYPED for took in type_keys(bench, typed)]
    words = [_at_once(bench, typed) for typed in _TYPED]
    return [
        Measurement(
            f"{size:,}: key to painted rows, p95", percentile([t.wall * 1_000 for t in keys]), "ms", target=LIMIT_MS
        ),
        Measurement(f"{size:,}: key to painted rows, median", median([t.wall * 1_000 for t in keys]), "ms"),
        Measurement(
            f"{size:,}: the same, the window's thread, p95", percentile([t.window * 1_000 for t in keys]), "ms"
        ),
        Measurement(
            f"{size:,}: word typed at once to painted rows, p95", percentile([t.wall * 1_000 for t in words]), "ms"
        ),
    ]


def type_keys(bench: Bench, typed: str) -> Iterator[Took]:
    """Key by key, each key's rows awaited; the panel of finds opens meanwhile."""
    desk, field = bench.desk, bench.window.tool_bar.search
    bench.time(field.clear)
    for letter in typed:
        if letter == " ":
            QTest.keyClicks(field, letter)  # asks nothing new
            continue
        wanted = field.text() + letter
        yield bench.time_until(
            lambda: QTest.keyClicks(field, letter),  # noqa: B023 - called at once
            lambda: desk.chronology.filter().text == wanted,  # noqa: B023
        )


def _at_once(bench: Bench, typed: str) -> Took:
    """All letters without waiting: the answers to all but the last are not waited for by anybody."""
    desk, field = bench.desk, bench.window.tool_bar.search
    bench.time(field.clear)
    took = bench.time_until(
        lambda: QTest.keyClicks(field, typed),
        lambda: desk.chronology.filter().text == typed,
    )
    assert field.text() == typed  # noqa: S101 - no letter is ever lost
    return took


if __name__ == "__main__":
    main(run)

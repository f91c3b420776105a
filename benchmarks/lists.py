"""The list of incidents in the whole window: opened, scrolled, filtered, searched, and what it weighs.

    python -m benchmarks.lists [100000] [PROJECT]

Projects of 1,000, 10,000 and as many incidents as named are made with everything in them (`benchmarks.rich`), or the given
file is taken for the largest. Each is measured in a process of its own, offscreen at 1440 × 900. Milliseconds of the clock,
slowest but 5 % of the runs, with the CPU time of the whole program beside it. Opening counts from the wish to the painted
rows. A key counts until its rows are painted. Memory: what the program grows by from the smallest to the largest project.
"""

import json
import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.measure import Measurement
from benchmarks.rich import rich_project
from benchmarks.search import type_keys
from benchmarks.table import median
from benchmarks.window import Bench, Took, main, now, percentile, resident, since
from models.enums import ChangedWithin, Confidence, Stance, Status
from models.snapshots import IncidentFilter

SIZES = (1_000, 10_000)
RUNS = 24
FRAMES = 300
FIRST_PAINT_MS = 300.0
SCROLL_MS = 16.0
CHANGE_MS = 50.0
BYTES = 1_000.0
_STEP = 160  # pixels a turn of the wheel
_WORDS = ("vessel re", "ca", "inquiry", '"the', "harbour t", "zo", "clerk deed", "port", "lalo", "memo ship")


def run(size: int = 100_000, path: Path | None = None) -> list[Measurement]:
    """Measure at every size, each in a process of its own."""
    found = {}
    for count in (*(small for small in SIZES if small < size), size):
        with rich_project(count, path if count == size else None) as target:
            command = [sys.executable, "-m", "benchmarks.lists", "--measure", str(target)]
            found[count] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return [line for count in found for line in _lines(count, found[count], is_last=count == size)] + _growth(found)


def _lines(count: int, found: dict[str, float], *, is_last: bool) -> list[Measurement]:
    limits = {"open": FIRST_PAINT_MS, "scroll": SCROLL_MS, "key": CHANGE_MS, "filter": CHANGE_MS}
    words = {
        "open": "opening to painted rows, median",
        "scroll": "one step of the wheel, p95",
        "jump": "to another place, p95",
        "filter": "another filter to its rows, p95",
        "key": "a key in the search to its rows, p95",
    }
    return [
        Measurement(
            f"{count:,}: {name}{clock}", found[f"{key}{clock}"], "ms", target=limit if is_last and not clock else 0
        )
        for key, name in words.items()
        for limit in (limits.get(key, 0.0),)
        for clock in ("", ", CPU")
    ]


def _growth(found: dict[int, dict[str, float]]) -> list[Measurement]:
    small, large = min(found), max(found)
    grown = (found[large]["memory"] - found[small]["memory"]) / max(large - small, 1)
    return [Measurement("memory an incident, whole program", grown, "bytes", target=BYTES)]


def measure(path: Path) -> dict[str, float]:
    """All figures of one project, in this process."""
    bench = Bench()
    found: dict[str, float] = {}
    _keep(found, "open", [_open(bench, path)], median)
    bench.rest()
    found["memory"] = resident()
    scrolled, jumped = _scroll(bench), _jump(bench)
    _keep(found, "scroll", scrolled, percentile)
    _keep(found, "jump", jumped, percentile)
    _keep(found, "filter", _filter(bench), percentile)
    _keep(found, "key", _type(bench), percentile)
    return found


def _keep(found: dict[str, float], name: str, took: Sequence[Took], pick: Callable[[list[float]], float]) -> None:
    found[name] = pick([each.wall * 1_000 for each in took])
    found[f"{name}, CPU"] = pick([each.cpu * 1_000 for each in took])


def _open(bench: Bench, path: Path) -> Took:
    """From the wish to open to the rows on screen."""
    panel = bench.desk.chronology
    return bench.time_until(lambda: bench.desk.open(path), lambda: panel.model.row_map.row_count > 0)


def _scroll(bench: Bench) -> list[Took]:
    """Turns of the wheel, each painted at once."""
    view = bench.desk.chronology.view
    bar = view.verticalScrollBar()
    return [_frame(bench, bar.value() + _STEP) for _ in range(FRAMES)]


def _jump(bench: Bench) -> list[Took]:
    """To places all over the list, as by its scroll bar."""
    pick = random.Random(1)
    bar = bench.desk.chronology.view.verticalScrollBar()
    return [_frame(bench, pick.randrange(bar.maximum() + 1)) for _ in range(FRAMES // 3)]


def _frame(bench: Bench, value: int) -> Took:
    view = bench.desk.chronology.view
    bench.application.processEvents()
    start = now()
    view.verticalScrollBar().setValue(value)
    view.viewport().repaint()
    return since(start, now())


def _filter(bench: Bench) -> list[Took]:
    """One choice after the other, as the filter bar tells them."""
    panel = bench.desk.chronology
    some = [
        IncidentFilter(statuses=frozenset({Status.VERIFIED})),
        IncidentFilter(marked=True),
        IncidentFilter(tag_ids=frozenset({3})),
        IncidentFilter(entity_ids=frozenset({2})),
        IncidentFilter(source_ids=frozenset({5})),
        IncidentFilter(since="2015", until="2017"),
        IncidentFilter(confidences=frozenset({Confidence.LOW})),
        IncidentFilter(stances=frozenset({Stance.SUPPORTS})),
        IncidentFilter(disputed_by_sources=True),
        IncidentFilter(changed_since=ChangedWithin.WEEK),
        IncidentFilter(),
    ]
    return [
        bench.time(lambda: panel.filter_bar.filter_changed.emit(wanted), panel.view.viewport())  # noqa: B023 - called at once
        for _ in range(RUNS // 6)
        for wanted in some
    ]


def _type(bench: Bench) -> list[Took]:
    """Words typed key by key into the search field of the tool bar, each key's rows awaited."""
    bench.window.tool_bar.search.setFocus()
    bench.rest()
    return [took for words in _WORDS for took in type_keys(bench, words)]


if __name__ == "__main__":
    main(run, measure)

"""What filters offer, in the whole window: each popup opened, and narrowed key by key.

    python -m benchmarks.popups [100000] [PROJECT]

A project of so many incidents is made with everything in it (`benchmarks.rich`): 20,000 sources and thousands of names at
100,000; or the given file is taken. Milliseconds of the clock to the last paint, slowest but 5 % of the runs. The small
popup, five statuses, is what the others are measured against.
"""

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from benchmarks.measure import Measurement
from benchmarks.rich import rich_project
from benchmarks.window import Bench, main, percentile
from gui.filters.choice_popup import ChoicePopup
from gui.filters.filter_kinds import FilterKind

RUNS = 12
OPEN_MS = 100.0
KEY_MS = 50.0
_KINDS = (FilterKind.STATUS, FilterKind.PLACE, FilterKind.TAG, FilterKind.PERSON, FilterKind.SOURCE)
_WORD = "rep"


def run(size: int = 100_000, path: Path | None = None) -> list[Measurement]:
    """Open every popup some times."""
    with rich_project(size, path) as target:
        bench = Bench(target)
        bench.wait_until(lambda: bench.desk.chronology.model.row_map.row_count > 0)
        _measure(bench, FilterKind.STATUS)  # the first one loads what all need
        return [line for kind in _KINDS for line in _measure(bench, kind)]


def _measure(bench: Bench, kind: FilterKind) -> list[Measurement]:
    bar = bench.desk.chronology.filter_bar
    opened, keyed = [], []
    for _ in range(RUNS):
        opened.append(bench.time(lambda: bar.open_choices(kind)).wall * 1_000)
        popup = bar.findChildren(ChoicePopup)[-1]
        keyed += _type(bench, popup)
        popup.close()
    found = [Measurement(f"{kind.value}: opened, p95", percentile(opened), "ms", target=OPEN_MS)]
    if keyed:
        found.append(Measurement(f"{kind.value}: a key to its lines, p95", percentile(keyed), "ms", target=KEY_MS))
    return found


def _type(bench: Bench, popup: ChoicePopup) -> list[float]:
    """Letters into the popup's field, where it has one."""
    field = popup.findChildren(QLineEdit)[0]
    if not field.isVisible():
        return []
    took = [bench.time(lambda: QTest.keyClicks(field, letter)) for letter in _WORD]  # noqa: B023 - called at once
    return [each.wall * 1_000 for each in took]


if __name__ == "__main__":
    main(run)

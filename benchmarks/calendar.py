"""The calendar in the whole window: shown first, other units and forms, frames, a day's incidents, filters, edits.

    python -m benchmarks.calendar [100000] [PROJECT]

Projects of 1,000, 10,000 and as many incidents as named are made (`benchmarks.rich`), or the given file is taken for the
largest. Each is measured in a process of its own, offscreen at 1440 × 900. Milliseconds of the clock to the last paint,
slowest but 5 % of the runs, with the CPU time beside it.
"""

import json
import random
import subprocess
import sys
from pathlib import Path

from benchmarks.measure import Measurement
from benchmarks.rich import rich_project
from benchmarks.window import Bench, Took, main, now, percentile, since
from dates import UncertainDate
from gui.calendar.calendar_page import CalendarPage
from gui.calendar.modes import UNITS, Mode
from gui.calendar.period_canvas import PeriodCanvas
from gui.shell.page import Page
from models.drafts import IncidentPatch
from models.enums import Status
from models.snapshots import IncidentFilter
from services.incidents import edit_incident
from services.periods import Period, Unit
from services.timeline_lanes import LaneBy

SIZES = (1_000, 10_000)
RUNS = 20
FRAMES = 200
FRAME_MS, CHANGE_MS, BLOCK_MS = 16.0, 50.0, 100.0
_WORDS = {
    "first": ("shown for the first time", BLOCK_MS),
    "unit": ("another unit or form", BLOCK_MS),
    "heat": ("one step of the wheel over squares", FRAME_MS),
    "bars": ("one step of the wheel over bars", FRAME_MS),
    "day": ("a day to its incidents", CHANGE_MS),
    "filter": ("another filter to its squares", CHANGE_MS),
    "edit": ("one edit to its squares", CHANGE_MS),
}


def run(size: int = 100_000, path: Path | None = None) -> list[Measurement]:
    """Measure at every size, each in a process of its own."""
    lines = []
    for count in (*(small for small in SIZES if small < size), size):
        with rich_project(count, path if count == size else None) as target:
            command = [sys.executable, "-m", "benchmarks.calendar", "--measure", str(target)]
            found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        lines += [
            Measurement(f"{count:,}: {words}, p95{clock}", found[key][place], "ms", target=0 if clock else limit)
            for key, (words, limit) in _WORDS.items()
            for place, clock in enumerate(("", ", CPU"))
        ]
    return lines


def measure(path: Path) -> dict[str, tuple[float, float]]:
    """All figures of one project, in this process."""
    bench = Bench(path)
    desk = bench.desk
    bench.wait_until(lambda: desk._chronology.selection is not None)  # noqa: SLF001 - when the index was read
    page = desk.calendar
    bench.settle()
    found = {"first": [bench.time(lambda: bench.window.workbench.show_page(Page.CALENDAR), page.heat.viewport())]}
    found["unit"] = _views(bench, page)
    for mode, canvas in ((Mode.CALENDAR, page.heat), (Mode.BARS, page.bars)):
        _show(page, mode, Unit.DAY)
        found["heat" if canvas is page.heat else "bars"] = _frames(bench, canvas)
    _show(page, Mode.CALENDAR, Unit.DAY)
    pick = random.Random(3)
    days = [Period(Unit.DAY, pick.choice(page.heat.rhythm.numbers)) for _ in range(RUNS)]
    found["day"] = [bench.time(lambda: page.heat.select(day), page.pane.list.viewport()) for day in days]  # noqa: B023
    found["edit"] = _edits(bench, page)
    found["filter"] = _filters(bench, page)
    return {
        key: (percentile([took.wall * 1e3 for took in all_]), percentile([took.cpu * 1e3 for took in all_]))
        for key, all_ in found.items()
    }


def _show(page: CalendarPage, mode: Mode, unit: Unit) -> None:
    page.set_view(mode, unit, LaneBy.STATUS)
    page.view_changed.emit()


def _views(bench: Bench, page: CalendarPage) -> list[Took]:
    """Every form by every unit, twice; the first time places are worked out."""
    return [
        bench.time(lambda: _show(page, mode, unit))  # noqa: B023 - called at once
        for _ in range(2)
        for mode in Mode
        for unit in UNITS
    ]


def _frames(bench: Bench, canvas: PeriodCanvas) -> list[Took]:
    """Steps of the wheel, each painted at once."""
    bar = canvas.verticalScrollBar() if canvas.verticalScrollBar().maximum() else canvas.horizontalScrollBar()
    took = []
    for step in range(FRAMES):
        bench.application.processEvents()
        start = now()
        bar.setValue(bar.maximum() * step // FRAMES)
        canvas.viewport().repaint()
        took.append(since(start, now()))
    return took


def _edits(bench: Bench, page: CalendarPage) -> list[Took]:
    """One date after the other, as the inspector stores it."""
    project = bench.desk.session.project
    days = [UncertainDate(f"2015-0{number % 9 + 1}-17") for number in range(RUNS)]
    return [
        bench.time(
            lambda: edit_incident(project, 10 + number, IncidentPatch(date=days[number])),  # noqa: B023 - called at once
            page.heat.viewport(),
        )
        for number in range(RUNS)
    ]


def _filters(bench: Bench, page: CalendarPage) -> list[Took]:
    some = [
        IncidentFilter(statuses=frozenset({Status.VERIFIED})),
        IncidentFilter(marked=True),
        IncidentFilter(tag_ids=frozenset({3})),
        IncidentFilter(since="2015", until="2017"),
        IncidentFilter(),
    ]
    return [
        bench.time(lambda: page.filter_bar.filter_changed.emit(wanted), page.heat.viewport())  # noqa: B023
        for _ in range(RUNS // len(some))
        for wanted in some
    ]


if __name__ == "__main__":
    main(run, measure)

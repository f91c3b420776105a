"""One edit in the whole window, until all that shows it is painted: list or timeline, inspector and numbers.

    python -m benchmarks.edits [100000] [PROJECT]

A project with everything in it (`benchmarks.rich`, or the given file), offscreen at 1440 × 900, an incident selected and shown
beside the list, then beside the timeline. Each edit is one change through the services, as the controllers make it, with
its journal entry and its sync to the disk; the time runs until nothing more is painted for it. Milliseconds of the clock,
slowest but 5 %, with the CPU time of the whole program and of the window's thread beside it; the floor is the same change
without a window.
"""

import itertools
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.measure import Measurement
from benchmarks.rich import rich_project
from benchmarks.table import median, print_table
from benchmarks.window import Bench, Took, now, percentile, since
from dates import UncertainDate
from gui.controllers.index_keeper import AT_ONCE
from gui.shell.page import Page
from models.drafts import CitationDraft, IncidentDraft, IncidentPatch
from models.enums import Status
from services.citations import add_citation
from services.incidents import add_incident, delete_incidents, edit_incident
from services.project import Project
from services.project_files import open_project

LIMIT_MS = 50.0
RUNS = 8
QUIET = 1.2
"""Seconds: numbers that are counted anew beside the window's work count as well, where they are too many to be counted at once."""
_PAGES = tuple(page for page in Page if page.name in ("CHRONOLOGY", "TIMELINE"))

Edit = Callable[[Project, int], object]


def run(size: int = 100_000, path: Path | None = None) -> list[Measurement]:
    """Measure in one project."""
    with rich_project(size, path) as target:
        bare = _bare(target)
        bench = Bench(target, quiet=QUIET if size > AT_ONCE else 0.3)
        bench.wait_until(lambda: bench.desk.session.is_open)
        found = [line for page in _PAGES for line in _on_page(bench, page, bare)]
        bench.desk.session.close()
    return found


def _edits() -> dict[str, Edit]:
    """Everyday edits, each another one every time it is made."""
    turn = itertools.count()

    def words() -> str:
        return f"Edited for the {next(turn)}th time"

    def day() -> UncertainDate:
        return UncertainDate(f"20{12 + next(turn) % 12}-03-{1 + next(turn) % 28:02}")

    return {
        "title": lambda project, i: edit_incident(project, i, IncidentPatch(title=words())),
        "mark": lambda project, i: edit_incident(project, i, IncidentPatch(marked=True)),
        "status": lambda project, i: edit_incident(project, i, IncidentPatch(status=Status.DISPUTED)),
        "date": lambda project, i: edit_incident(project, i, IncidentPatch(date=day())),
        "tag": lambda project, i: edit_incident(project, i, IncidentPatch(add_tags=(words(),))),
        "citation": lambda project, i: add_citation(project, i, CitationDraft(source_id=1, quote=words())),
        "new incident": lambda project, _i: add_incident(project, IncidentDraft(title=words(), date=day())),
        "to the bin": lambda project, i: delete_incidents(project, [i]),
        "undo": lambda project, _i: project.undo(),
    }


def _on_page(bench: Bench, page: Page, bare: Took) -> Iterator[Measurement]:
    bench.window.workbench.show_page(page)
    bench.window.workbench.show_inspector()
    bench.settle()
    listed = bench.desk.chronology.model.ids
    ids = itertools.cycle(listed[min(100, len(listed) // 5) : 8_000 : 379])
    edits = _edits()
    took: dict[str, list[Took]] = {name: [] for name in edits}
    for _ in range(RUNS):
        for name, edit in edits.items():
            took[name].append(_time(bench, edit, next(ids)))
    yield from (_line(f"{page}: {name}, slowest", each, max) for name, each in took.items())
    everything = [one for each in took.values() for one in each]
    wall = percentile([one.wall for one in everything]) * 1_000
    floor = bare.wall * 1_000
    yield Measurement(f"{page}: one edit, p95", wall, "ms", target=LIMIT_MS)
    yield _line(f"{page}: one edit, p95, CPU", everything, percentile, "cpu")
    yield _line(f"{page}: one edit, p95, CPU of the window's thread", everything, percentile, "window")
    middle = median([one.wall for one in everything]) * 1_000
    yield Measurement(f"{page}: one edit, median", middle, "ms", f"no window, {floor:.1f} ms", middle / floor)


def _line(name: str, took: Sequence[Took], pick: Callable[[list[float]], float], clock: str = "wall") -> Measurement:
    return Measurement(name, pick([getattr(one, clock) for one in took]) * 1_000, "ms")


def _time(bench: Bench, edit: Edit, incident_id: int) -> Took:
    bench.desk.chronology.select(incident_id)
    project = bench.desk.session.project
    return bench.time(lambda: edit(project, incident_id))


def _bare(path: Path) -> Took:
    """The same edits in a project that nobody looks at: the middle of all."""
    project = open_project(path)
    took = []
    edits = _edits().values()
    for number in range(RUNS):
        for edit in edits:
            start = now()
            edit(project, 1 + number)
            took.append(since(start, now()))
    project.close()
    return sorted(took, key=lambda one: one.wall)[len(took) // 2]


if __name__ == "__main__":
    size, path = (*sys.argv[1:], "", "")[:2]
    code = print_table(run(int(size or 100_000), Path(path) if path else None))
    sys.stdout.flush()
    os._exit(code)  # a window on a large project is not worth taking apart

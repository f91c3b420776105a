"""The lanes of the timeline: made from the index, and kept true after an edit. CPU time, no window.

    python -m benchmarks.lanes [100000] [PROJECT]

Gathering is what a worker does when the timeline is shown or the filter changes; the floor is one read of the same columns
from the file. Following is what the window does after one edit.
"""

import gc
import itertools
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.measure import Measurement
from benchmarks.rich import rich_project
from benchmarks.table import median, print_table
from dates import UncertainDate
from models.changes import ChangeSet
from models.drafts import IncidentPatch
from models.snapshots import IncidentFilter
from services.incident_index import IncidentIndex, read_columns
from services.incident_selection import select_again, select_all
from services.incidents import edit_incident
from services.project import Project
from services.project_files import open_project
from services.timeline_following import follow_lanes
from services.timeline_gathering import gather_lanes, members_of
from services.timeline_lanes import LaneBy, Lanes

GATHER_MS, FOLLOW_MS = 150.0, 10.0
RUNS, EDITS = 5, 24
_FLOOR = """SELECT id, date_earliest, date_latest, date_rank, status, confidence, marked, place_id, date_sort FROM incident
 WHERE deleted_at IS NULL ORDER BY date_sort, date_rank, day_order, id"""


def run(size: int = 100_000, path: Path | None = None) -> list[Measurement]:
    """Measure in one project."""
    with rich_project(size, path) as target:
        project = open_project(target)
        index = IncidentIndex(read_columns(project))
        gc.freeze()  # as the window does with what lives long
        days = _days()
        found = [line for by in LaneBy for line in _of(project, index, by, days)]
        project.close()
    return found


def _days() -> Iterator[UncertainDate]:
    """Each another one than the last dozen."""
    for turn in itertools.count():
        yield UncertainDate(f"20{12 + turn % 12}-03-{1 + turn % 28:02}")


def _of(project: Project, index: IncidentIndex, by: LaneBy, days: Iterator[UncertainDate]) -> list[Measurement]:
    selection = select_all(index)
    lanes = gather_lanes(project, index, selection, by, LaneBy.STATUS)
    floor = _cpu(lambda: _read(project))
    fresh = _cpu(lambda: gather_lanes(project, index, selection, by, LaneBy.STATUS))
    known = members_of(lanes)
    again = _cpu(lambda: gather_lanes(project, index, selection, by, LaneBy.STATUS, known))
    followed = _follow(project, index, lanes, days)
    name = f"lanes by {by}" if by is not LaneBy.NONE else "without lanes"
    against = f"one read of the columns, {floor:.0f} ms"
    return [
        Measurement(f"{name}: gathered, {len(lanes.lanes):,} lanes", fresh, "ms", against, fresh / floor),
        Measurement(f"{name}: another filter", again, "ms", target=GATHER_MS if len(lanes.lanes) < 5_000 else 0),
        Measurement(f"{name}: followed a moved date, median", median(followed), "ms", target=FOLLOW_MS),
    ]


def _follow(project: Project, index: IncidentIndex, lanes: Lanes, days: Iterator[UncertainDate]) -> list[float]:
    took: list[float] = []
    selection = select_all(index)

    def follow(changes: ChangeSet) -> None:
        nonlocal lanes, selection
        update = index.follow(project, index.touched_by(project, changes) or ())
        selection = select_again(project, index, IncidentFilter(), selection, update)
        start = time.thread_time()
        lanes = follow_lanes(project, index, selection, lanes, update)
        took.append((time.thread_time() - start) * 1_000)

    project.subscribe(follow)
    ids = tuple(index.columns.ids)
    for incident_id in ids[7 :: min(379, len(ids) // EDITS or 1)][:EDITS]:
        edit_incident(project, incident_id, IncidentPatch(date=next(days)))
    project.unsubscribe(follow)
    return took


def _read(project: Project) -> int:
    with project.read() as connection:
        return len(connection.exec_driver_sql(_FLOOR).cursor.fetchall())


def _cpu(work: Callable[[], object]) -> float:
    """Milliseconds of this thread, the best of some runs."""
    took = []
    for _ in range(RUNS):
        start = time.thread_time()
        work()
        took.append(time.thread_time() - start)
    return min(took) * 1_000


if __name__ == "__main__":
    size, path = (*sys.argv[1:], "", "")[:2]
    sys.exit(print_table(run(int(size or 100_000), Path(path) if path else None)))

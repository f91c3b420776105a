"""Opening a project of 100,000 incidents and putting them in order, against one plain sqlite3 select of the same rows.

    python -m benchmarks.opening [100000]

Ours: the checks of `open_project` (header, lock, schema, quick_check), the ids of all incidents in order with their
groups, and the rows of the first page. The floor: `SELECT` of the list's columns of all rows, in order, with nothing
checked. CPU and wall seconds, medians of alternating runs.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from benchmarks.measure import Measurement
from benchmarks.synthetic import invent, store
from benchmarks.table import median, print_table
from models.snapshots import IncidentFilter
from services.chronology import get_rows, list_incidents
from services.project_files import open_project

TARGET = 3.0
RUNS = 5
PAGE = 60
_FLOOR = """SELECT id, version, title, substr(body, 1, 200), date_edtf, date_as_written, date_time_zone, status, marked,
 place_id, date_sort FROM incident WHERE deleted_at IS NULL ORDER BY date_sort, date_rank, day_order, id"""


def run(size: int = 100_000) -> list[Measurement]:
    """Measure opening, and listing alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.dateline"
        store(path, invent(size)).close()
        megabytes = path.stat().st_size / 1024**2
        timed = [(_timed(_open, path), _timed(_select, path)) for _ in range(RUNS)]
        listing = _listing_seconds(path)
    wall, cpu = (median([ours[i] for ours, _ in timed]) for i in (0, 1))
    floor_wall, floor_cpu = (median([floor[i] for _, floor in timed]) for i in (0, 1))
    peer = f"sqlite3 select, {floor_cpu:.2f} s"
    return [
        Measurement(f"open and sort {size:,} ({megabytes:.0f} MB), CPU", cpu, "s", peer, cpu / floor_cpu, TARGET),
        Measurement(
            f"open and sort {size:,}, wall",
            wall,
            "s",
            f"sqlite3 select, {floor_wall:.2f} s",
            wall / floor_wall,
            TARGET,
        ),
        Measurement(f"list {size:,} again, CPU", listing, "s", peer, listing / floor_cpu),
    ]


def _open(path: Path) -> None:
    project = open_project(path)
    listing = list_incidents(project, IncidentFilter())
    get_rows(project, listing.ids[:PAGE])
    project.close()


def _select(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(_FLOOR).fetchall()


def _timed(work: Callable[[Path], None], path: Path) -> tuple[float, float]:
    """Wall and CPU seconds."""
    wall, cpu = time.perf_counter(), time.process_time()
    work(path)
    return time.perf_counter() - wall, time.process_time() - cpu


def _listing_seconds(path: Path) -> float:
    project = open_project(path)
    seconds = []
    for _ in range(RUNS):
        start = time.process_time()
        get_rows(project, list_incidents(project, IncidentFilter()).ids[:PAGE])
        seconds.append(time.process_time() - start)
    project.close()
    return median(seconds)


if __name__ == "__main__":
    sys.exit(print_table(run(*map(int, sys.argv[1:2]))))

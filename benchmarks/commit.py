"""One edit's commit against a bare sqlite3 commit of the same row, with the same pragmas on the same disk.

    python -m benchmarks.commit [1000]

Ours: `edit_incident` of a title: draft, journal entry, digest, search index and announcement, in one transaction. The
floor: BEGIN IMMEDIATE, one UPDATE of the row's title, version and time, COMMIT. Milliseconds, medians of alternating
commits; nearly all of it is the disk.
"""

import shutil
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from benchmarks.measure import Measurement
from benchmarks.synthetic import invent, store
from benchmarks.table import median, print_table
from models.database import connect
from models.drafts import IncidentPatch
from services.incidents import edit_incident
from services.project import Project
from services.project_files import open_project

TARGET = 2.0
COMMITS = 120
_UPDATE = "UPDATE incident SET title = ?, updated_at = ?, version = version + 1 WHERE id = ?"


def run(size: int = 1_000) -> list[Measurement]:
    """Measure in a project of `size` incidents."""
    with tempfile.TemporaryDirectory() as folder:
        path, floor_path = Path(folder) / "bench.dateline", Path(folder) / "floor.dateline"
        store(path, invent(size)).close()
        shutil.copyfile(path, floor_path)
        project = open_project(path)
        with closing(connect(floor_path)) as connection:
            timed = [_pair(project, connection, i % size + 1, i) for i in range(COMMITS)]
        project.close()
    ours, floor = (median([pair[side] for pair in timed]) for side in (0, 1))
    high = sorted(pair[0] for pair in timed)[int(COMMITS * 0.95)]
    return [
        Measurement("one edit's commit, p50", ours, "ms", f"sqlite3 commit, {floor:.1f} ms", ours / floor, TARGET),
        Measurement("one edit's commit, p95", high, "ms"),
    ]


def _pair(project: Project, connection: sqlite3.Connection, incident_id: int, number: int) -> tuple[float, float]:
    start = time.perf_counter()
    edit_incident(project, incident_id, IncidentPatch(title=f"Edit {number}"))
    middle = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    moment = f"2026-01-01T00:00:{number % 60:02}Z"
    connection.execute(_UPDATE, (f"Edit {number}", moment, incident_id))
    connection.execute("COMMIT")
    return (middle - start) * 1000, (time.perf_counter() - middle) * 1000


if __name__ == "__main__":
    sys.exit(print_table(run(*map(int, sys.argv[1:2]))))

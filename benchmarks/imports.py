"""A table of 100,000 incidents imported as one undoable change, against sqlite3's executemany of the same rows.

    python -m benchmarks.imports [100000]

The table (CSV, every row with text, place, status, tags, people and a cited source with page and quote) goes the way of every
file: read by the worker, checked, written as one change with journal, digests and search index. Then it is undone and done
again. The floor writes the rows that came of it into an empty file of the same schema with the same settings: executemany
per table in one transaction, neither search index nor journal; beside it stands one that fills the search index as well.
Seconds of the clock and of the processor (the worker's counted in), one run in a process of its own, and how much memory it
took at most.
"""

import csv
import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from benchmarks.measure import Measurement
from benchmarks.rich import invent_rich
from benchmarks.table import print_table
from models.changes import RecordKind
from models.database import connect
from services import records
from services.importing import import_files
from services.project_files import create_project, open_project
from services.search_index import INDEXES

TARGET = 5.0
_COLUMNS = (
    *("date", "title", "text", "place", "status", "confidence", "tags", "people", "organisations"),
    *("source", "url", "page", "quote"),
)
_KINDS = (
    RecordKind.ENTITY,
    RecordKind.TAG,
    RecordKind.SOURCE,
    RecordKind.INCIDENT,
    RecordKind.CITATION,
    RecordKind.ROLE,
    RecordKind.INCIDENT_TAG,
)
_STATUS = Path("/proc/self/status")

Seconds = tuple[float, float]
"""Of the clock, of the processor."""


def run(size: int = 100_000) -> list[Measurement]:
    """Import, undo, redo; then the floors."""
    with tempfile.TemporaryDirectory() as folder:
        table, path = Path(folder) / "table.csv", Path(folder) / "bench.dateline"
        write_table(table, size)
        command = [sys.executable, "-m", "benchmarks.imports", "--measure", str(table), str(path)]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        floors = _floor(path, Path(folder) / "floor.dateline")
    return list(_lines(size, found, floors))


def write_table(target: Path, size: int) -> None:
    """A table as somebody may have kept it in a spreadsheet."""
    rich = invent_rich(size).made
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(_COLUMNS)
        for draft, cited in zip(rich.incidents, rich.citations, strict=True):
            source, names = rich.sources[cited[0].source], {"person": "", "organisation": ""}
            for kind in names:
                names[kind] = "; ".join(role.name for role in draft.roles if role.kind == kind)
            confidence = draft.confidence.value if draft.confidence else ""
            cells = [draft.date.edtf, draft.title, draft.body, draft.place, draft.status.value, confidence]
            cells += [", ".join(draft.tags), *names.values(), source.title, source.url]
            writer.writerow([*cells, str(cited[0].page), cited[0].quote])


def measure(table: Path, path: Path) -> dict[str, float]:
    """The steps one after the other, in this process."""
    project = create_project(path, title="Imported")
    found: dict[str, float] = {}

    def step(name: str, work: Callable[[], object]) -> None:
        start = _now()
        work()
        end = _now()
        found[name], found[f"{name}, CPU"] = end[0] - start[0], end[1] - start[1]

    step("import", lambda: import_files(project, [table], as_source=False, accept_all=True))
    found["memory"] = _peak()
    step("undo", project.undo)
    step("redo", project.redo)
    found["memory with undo and redo"] = _peak()
    project.close()
    return found


def _now() -> Seconds:
    """This moment; processor time of this process and of workers that ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter(), time.process_time() + ended.ru_utime + ended.ru_stime


def _peak() -> float:
    """Megabytes, at most so far. What the system keeps for a process counts its parent's before it began: asked elsewhere."""
    if _STATUS.exists():
        lines = _STATUS.read_text(encoding="ascii").splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM:")).split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _floor(path: Path, target: Path) -> tuple[Seconds, Seconds]:
    """The same rows by executemany; then those of the search index too."""
    project = open_project(path)
    with project.read() as connection:
        images = {kind: records.fetch_images(connection, kind, 0, 2**62) for kind in _KINDS}
        words = {index.table: _words(connection, index.table) for index in INDEXES.values()}
    project.close()
    tables = {kind.value: [tuple(image.values()) for image in found] for kind, found in images.items()}
    names = {kind.value: records.columns_of(kind) for kind in _KINDS}
    images.clear()
    names |= {index.table: ("rowid", *index.columns.split(", ")) for index in INDEXES.values()}
    create_project(target, title="Floor").close()
    with closing(connect(target)) as bare:
        plain = _fill(bare, tables, names)
        indexed = _fill(bare, words, names)
    return plain, (plain[0] + indexed[0], plain[1] + indexed[1])


def _words(connection: Connection, table: str) -> list[tuple[object, ...]]:
    return list(connection.exec_driver_sql(f"SELECT rowid, * FROM {table}").cursor.fetchall())


def _fill(bare: sqlite3.Connection, rows: Mapping[str, list[Any]], names: Mapping[str, Sequence[str]]) -> Seconds:
    start = _now()
    bare.execute("BEGIN IMMEDIATE")
    for table, values in rows.items():
        marks = ", ".join("?" * len(names[table]))
        bare.executemany(f"INSERT INTO {table} ({', '.join(names[table])}) VALUES ({marks})", values)
    bare.execute("COMMIT")
    end = _now()
    return end[0] - start[0], end[1] - start[1]


def _lines(size: int, found: dict[str, float], floors: tuple[Seconds, Seconds]) -> Iterator[Measurement]:
    plain, indexed = floors
    for name in ("import", "undo", "redo"):
        for clock, seconds in zip(("", ", CPU"), plain, strict=True):
            value = found[f"{name}{clock}"]
            target = TARGET if name == "import" else 0.0
            peer = f"executemany, {seconds:.1f} s"
            yield Measurement(f"{name} {size:,} incidents{clock}", value, "s", peer, value / seconds, target)
    for clock, seconds in zip(("", ", CPU"), indexed, strict=True):
        value = found[f"import{clock}"]
        yield Measurement(f"import{clock}", value, "s", f"with its words, {seconds:.1f} s", value / seconds)
    for name in ("memory", "memory with undo and redo"):
        yield Measurement(f"{name}, at most", found[name], "MB")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measure(*map(Path, sys.argv[2:4]))))
        sys.exit()
    sys.exit(print_table(run(*map(int, sys.argv[1:2]))))

"""A folder of articles brought in and read for proposals: pages a second of one core, memory, time, and how fast Cancel is.

    python -m benchmarks.articles [1000]

Each part runs in a process of its own, so that its peak memory is its own. CPU seconds count the program and its worker.
"""

import json
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from benchmarks.invented_articles import write_articles
from benchmarks.measure import Measurement
from benchmarks.table import median, print_table
from services.importing import FailedFile, files_in, import_files
from services.progress import Unwatched
from services.project_files import create_project, open_project
from services.proposal_queue import gather_proposals

COUNT = 1_000
LEAST_PAGES = 5.0  # a second of one core
MOST_MEMORY = 1_000.0  # MB
MOST_DELAY = 500.0  # ms
CANCELS = 5


class StoppedError(Exception):
    """What Cancel raises."""


class _Cancelled(Unwatched):
    """Progress that is cancelled from another thread, at a moment that nobody chose."""

    def __init__(self) -> None:
        self._wanted = threading.Event()
        self.since = 0.0

    def check(self) -> None:
        if self._wanted.is_set():
            raise StoppedError

    def cancel(self) -> None:
        self.since = time.perf_counter()
        self._wanted.set()


def run(count: int = COUNT) -> list[Measurement]:
    """Bring a folder of `count` files in and gather what it proposes."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "articles"
        folder.mkdir()
        size = write_articles(folder, count)
        read, gathered = _measured("import", made), _measured("gather", made)
        delays = [_measured("cancel", made)["delay"] for _ in range(CANCELS)]
    name = f"{count:,} files, {size / 1e6:.0f} MB"
    return [
        Measurement(f"{name}: read a second of one core", count / read["cpu"], "files", least=LEAST_PAGES),
        Measurement("  from start to end", read["wall"], "s"),
        Measurement("  of it while the project is locked", read["locked"], "s"),
        Measurement("  peak memory of the program", read["memory"], "MB", target=MOST_MEMORY),
        Measurement("  peak memory of the worker", read["worker"], "MB", target=MOST_MEMORY),
        Measurement("Cancel until nothing runs, the slowest", max(delays), "ms", target=MOST_DELAY),
        Measurement("Cancel until nothing runs, p50", median(delays), "ms"),
        Measurement("proposals of all of them, processor time", gathered["cpu"], "s"),
        Measurement("  peak memory", gathered["memory"], "MB", target=MOST_MEMORY),
        Measurement("  proposals", gathered["proposals"], ""),
        Measurement("  documents that copy another", gathered["copies"], ""),
    ]


def _measured(part: str, folder: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.articles", "--child", part, folder]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    found: dict[str, float] = json.loads(answer.stdout)
    return found


def _import(folder: Path) -> dict[str, float]:
    paths = files_in([folder / "articles"])
    project = create_project(folder / "bench.dateline", title="Articles")
    watched, start = _Timed(), time.perf_counter()
    outcomes = import_files(project, paths, progress=watched)
    wall, end = time.perf_counter() - start, time.perf_counter()
    project.close()
    if failed := [one for one in outcomes if isinstance(one, FailedFile)]:
        raise failed[0].error
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime
    memory, worker = own.ru_maxrss / 1024, others.ru_maxrss / 1024
    return {"wall": wall, "cpu": cpu, "memory": memory, "worker": worker, "locked": end - watched.read_at}


class _Timed(Unwatched):
    """Notes when all files are read."""

    read_at = 0.0

    def report(self, done: int, total: int = 0) -> None:
        if done == total:
            self.read_at = time.perf_counter()


def _gather(folder: Path) -> dict[str, float]:
    project = open_project(folder / "bench.dateline", read_only=True)
    start = time.process_time()
    queue = gather_proposals(project)
    cpu = time.process_time() - start
    project.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"cpu": cpu, "memory": memory, "proposals": len(queue.proposals), "copies": len(queue.duplicates)}


def _cancel(folder: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as other:
        project = create_project(Path(other) / "bench.dateline", title="Articles")
        watched = _Cancelled()
        timer = threading.Timer(1.5, watched.cancel)
        timer.start()
        try:
            import_files(project, files_in([folder / "articles"]), progress=watched)
        except StoppedError:
            delay = (time.perf_counter() - watched.since) * 1000
        finally:
            timer.cancel()
            project.close()
    return {"delay": delay}


_PARTS = {"import": _import, "gather": _gather, "cancel": _cancel}

if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        print(json.dumps(_PARTS[sys.argv[2]](Path(sys.argv[3]))))
    else:
        sys.exit(print_table(run(*map(int, sys.argv[1:2]))))

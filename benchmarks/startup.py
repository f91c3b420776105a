"""Cold start to the first painted window, against a bare QMainWindow, each in a process of its own.

    python -m benchmarks.startup

CPU is the process time at the moment after the first paint; wall is counted by the parent from before the process was
made. Medians of alternating runs in a fresh home, offscreen unless QT_QPA_PLATFORM says otherwise. "ready" is when the
data layer is loaded and every control answers.
"""

import compileall
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measure import Measurement
from benchmarks.table import median, print_table

TARGET = 1.6
RUNS = 7
ROOT = Path(__file__).resolve().parent.parent
Times = dict[str, tuple[float, float]]


def run() -> list[Measurement]:
    """Measure the start page."""
    # As after the program's first start, also where PYTHONDONTWRITEBYTECODE keeps that from being cached.
    for room in ("gui", "benchmarks", "resources"):
        compileall.compile_dir(ROOT / room, quiet=2)
    compileall.compile_file(ROOT / "main.py", quiet=2)
    with tempfile.TemporaryDirectory() as home:
        _start("bare", home), _start("dateline", home)  # the first of each fills the disk cache
        pairs = [(_start("bare", home), _start("dateline", home)) for _ in range(RUNS)]
    found = []
    for name, side in (("wall", 0), ("CPU", 1)):
        bare = median([bare["painted"][side] for bare, _ in pairs])
        ours = median([ours["painted"][side] for _, ours in pairs])
        ready = median([ours["ready"][side] for _, ours in pairs])
        peer = f"bare QMainWindow, {bare:.0f} ms"
        found.append(Measurement(f"first paint, {name}", ours, "ms", peer, ours / bare, TARGET))
        found.append(Measurement(f"ready, {name}", ready, "ms", peer, ready / bare))
    return found


def _start(which: str, home: str) -> Times:
    """Wall and CPU milliseconds of each thing that the child tells."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "HOME": home, "XDG_CONFIG_HOME": home}
    begun = time.perf_counter()
    command = [sys.executable, "-m", "benchmarks.startup_child", which]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None  # noqa: S101 - it was asked for
        told: Times = {}
        for line in child.stdout:
            word, cpu = line.split()
            told[word] = (time.perf_counter() - begun) * 1000, float(cpu) * 1000
    if "ready" not in told:
        raise RuntimeError(f"{which} never got ready")
    return told


if __name__ == "__main__":
    sys.exit(print_table(run()))

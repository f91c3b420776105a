"""How fast a date reader reads, how soon it is ready, and whether its time grows with the text alone.

CPU seconds of one core, the best of several passes: the machine's other work does not count. A kB is 1,024 bytes of UTF-8.
"""

import compileall
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from benchmarks.measure import Measurement
from benchmarks.table import median, print_columns
from benchmarks.timeml import Article, read_anchor
from benchmarks.timex_readers import Anchor, Reader

ROOT = Path(__file__).resolve().parent.parent
LEAST_SPEED = 500.0  # kB/s
LONGEST_START = 150.0  # ms
PASSES = 5
STARTS = 7
PASS_BYTES = 200_000  # a small folder is read again and again until a pass has this much
_START = "import datetime, time; begun = time.perf_counter(); {}; print((time.perf_counter() - begun) * 1000)"
_OURS = "from dates import read_dates; read_dates('He left on Sunday.', datetime.date(2024, 1, 23))"
_PEER = "from dateparser.search import search_dates; search_dates('He left on Sunday.', languages=['en'])"

PROSE_SIZES = (128, 256, 512, 1024)  # kB
TRAP_SIZES = (64, 128, 256, 512)  # kB
MOST_GROWTH = 2.5  # a doubling of the text; 4 would be a square
PATIENCE = 30.0  # CPU seconds after which a shape is not doubled any more
_DAY = date(2024, 1, 23)
TRAPS = {
    "one word": "a",
    "a a a a": "a ",
    "digits": "1234567890",
    "numbers": "1 ",
    "slashes": "1/",
    "hyphened numbers": "12-",
    "clock and clock": "12:",
    "points": "1.",
    "commas": "1, ",
    "blanks": " ",
    "lines": "\n",
    "brackets": "(",
    "quotes": "'",
    "weekdays": "Monday ",
    "weekdays and commas": "Monday, ",
    "months": "May ",
    "short months": "Jan. ",
    "years": "2019 ",
    "days of months": "4 May ",
    "number words": "twenty ",
    "hundreds": "hundred and ",
    "units": "days ",
    "offsets": "two days before ",
    "ranges": "from 4 to ",
    "between": "between ",
    "last": "last ",
    "the early": "the early ",
    "of the": "of the ",
    "every": "every ",
    "hyphened words": "mid-",
    "dateline": "PORT VALE, ",
}


def measure_speed(readers: dict[str, Reader], articles: Sequence[Article]) -> list[Measurement]:
    """kB/s of the first reader against each of the others, on the same texts."""
    speeds = {name: _speed(reader, articles) for name, reader in readers.items()}
    (_, ours), *peers = speeds.items()
    found = [Measurement("reading, one core", ours, "kB/s", least=LEAST_SPEED)]
    return found + [
        Measurement(f"  against {name}", ours, "kB/s", f"{peer:.3g} kB/s", ours / peer) for name, peer in peers
    ]


def measure_start() -> list[Measurement]:
    """Milliseconds from before the import to the first date read, each in a process of its own."""
    compileall.compile_dir(ROOT / "dates", quiet=2)
    _start(_OURS), _start(_PEER)  # the first of each fills the disk cache
    pairs = [(_start(_OURS), _start(_PEER)) for _ in range(STARTS)]
    ours, peer = (median([pair[side] for pair in pairs]) for side in (0, 1))
    return [
        Measurement("start to the first date", ours, "ms", target=LONGEST_START),
        Measurement("  against dateparser", ours, "ms", f"{peer:.3g} ms", ours / peer),
    ]


def print_growth(read: Reader, prose: str) -> int:
    """Milliseconds of texts of doubling size, and their growth. The exit code: 1 where one grows faster than its text."""
    line = " ".join(prose.split())
    texts = {"prose": prose, "prose in one line": line, "one sentence": re.sub(r"[.!?;:]", "", line)}
    print_columns(rows := [*_grow(read, texts, PROSE_SIZES)])
    print()
    print_columns(more := [*_grow(read, TRAPS, TRAP_SIZES)])
    return int(any(row[-1] == "FAIL" for row in (*rows, *more)))


def _grow(read: Reader, texts: dict[str, str], sizes: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """The rows of a table, its headings first."""
    yield ("text", *(f"{size} kB" for size in sizes), "growth at each doubling", "mean", "")
    for name, unit in texts.items():
        times = list(_growing(read, unit, sizes))
        factors = [later / earlier for earlier, later in pairwise(times)]
        mean = (times[-1] / times[0]) ** (1 / len(factors)) if factors else float("inf")
        passes = len(times) == len(sizes) and mean <= MOST_GROWTH
        cells = [f"{seconds * 1000:.1f} ms" for seconds in times] + ["not done"] * (len(sizes) - len(times))
        growth = " ".join(f"{factor:.2f}" for factor in factors)
        yield (name, *cells, growth, f"{mean:.2f}", "pass" if passes else "FAIL")


def _growing(read: Reader, unit: str, sizes: Sequence[int]) -> Iterator[float]:
    """CPU seconds of the sizes in turn, the better of two, until one takes too long."""
    for size in sizes:
        text = (unit * (size * 1024 // len(unit) + 1))[: size * 1024]
        seconds = min(_seconds(read, [(text, _DAY)]) for _ in range(2))
        yield seconds
        if seconds > PATIENCE:
            return


def _speed(read: Reader, articles: Sequence[Article]) -> float:
    texts: list[tuple[str, Anchor]] = [(article.text, read_anchor(article.published)) for article in articles]
    size = sum(len(text.encode()) for text, _ in texts)
    texts *= PASS_BYTES // max(size, 1) + 1
    total = sum(len(text.encode()) for text, _ in texts)
    return total / 1024 / min(_passes(read, texts))


def _passes(read: Reader, texts: Sequence[tuple[str, Anchor]]) -> Iterator[float]:
    """The CPU seconds of each pass; one is enough where it takes very long."""
    for _ in range(PASSES):
        seconds = _seconds(read, texts)
        yield seconds
        if seconds > PATIENCE / PASSES:
            return


def _seconds(read: Reader, texts: Iterable[tuple[str, Anchor]]) -> float:
    begun = time.process_time()
    for text, anchor in texts:
        for _ in read(text, anchor):
            pass
    return max(time.process_time() - begun, 1e-6)  # the clock may stand still over a short text


def _start(work: str) -> float:
    command = [sys.executable, "-c", _START.format(work)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return float(done.stdout)

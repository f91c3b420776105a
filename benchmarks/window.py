"""The whole window for benchmarks: opened offscreen on a file, and a clock that runs until nothing is painted any more."""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
os.environ["DATELINE_NO_MOTION"] = "1"

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.measure import Measurement
from benchmarks.table import print_table
from gui.app import Opener, build
from gui.desk import Desk
from gui.overriding import override

QUIET = 0.4
"""Seconds without a paint after which the window is taken to have settled."""
_CALM = 0.2
"""Seconds without a paint before an act whose own act before was waited for."""
PATIENCE = 60.0
_STATM = Path("/proc/self/statm")
# A window is asked to paint what is due in it; one that was just shown paints itself without that.
_PAINTS = frozenset({QEvent.Type.UpdateRequest, QEvent.Type.Paint})


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds: of the clock, of all threads of the program, of the window's own thread."""

    wall: float
    cpu: float
    window: float


def now() -> Took:
    """This moment."""
    return Took(time.perf_counter(), time.process_time(), time.thread_time())


def since(start: Took, end: Took) -> Took:
    """The time between two moments."""
    return Took(end.wall - start.wall, end.cpu - start.cpu, end.window - start.window)


def percentile(values: Sequence[float], share: float = 0.95) -> float:
    """The value below which this share of the values lies."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def resident() -> int:
    """Bytes of this program in memory, what was given back not counted where the system tells."""
    if _STATM.exists():
        return int(_STATM.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    import resource  # noqa: PLC0415 - absent on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


class PaintClock(QObject):
    """Remembers when anything was painted last, and when one widget was.

    Hears the windows and that widget only: a filter over the whole application would have every event come through Python,
    which takes longer than many an edit.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._watched: QWidget | None = None
        self._counts: Callable[[], bool] = lambda: True
        self._is_due = self._watched_is_due = False
        self.anything = self.watched = now()

    def start(self, watched: QWidget | None, counts: Callable[[], bool] = lambda: True) -> None:
        """Begin anew; without a widget every one counts. Only paints that find `counts` true are those of the watched."""
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched, self._counts = watched, counts
        if watched is not None:
            watched.installEventFilter(self)
        self.hear_windows()
        self._is_due = self._watched_is_due = False
        self.anything = self.watched = now()

    def hear_windows(self) -> None:
        """Hear of what is painted in every window that is shown now."""
        for window in self._application.topLevelWidgets():
            if window.isVisible():
                window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Seen before it is painted: the moment is taken when the event loop comes back.
        if event.type() in _PAINTS:
            self._is_due |= isinstance(watched, QWidget) and watched.isWindow()
            is_watched = self._watched is None or (watched is self._watched and event.type() == QEvent.Type.Paint)
            self._watched_is_due |= is_watched and self._counts()
        return False

    def look(self) -> None:
        """The event loop came back: what was painted meanwhile is painted now."""
        if self._is_due:
            self.anything = now()
        if self._watched_is_due:
            self.watched = now()
        self._is_due = self._watched_is_due = False


class Bench:
    """One window in a home of its own, with a project in it where a path is given.

    `quiet` is how long it must not have painted anything to have settled: longer than what is waited for may pause.
    """

    def __init__(self, path: Path | None = None, *, quiet: float = QUIET) -> None:
        self._quiet = quiet
        self._home = tempfile.TemporaryDirectory(prefix="dateline-bench-", ignore_cleanup_errors=True)
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ[name] = self._home.name
        self.application, self.window = build(["dateline", *([str(path)] if path else [])])
        self.application.setCursorFlashTime(0)  # a blinking caret would be painted for ever
        self._clock = PaintClock(self.application)
        # Wakes the wait for events, so that the end of the quiet time is seen.
        self._tick = QTimer(self.application, interval=10)
        self.window.resize(1440, 900)
        self.window.show()
        self.window.activateWindow()
        opener = self.window.findChild(Opener)
        assert isinstance(opener, Opener)  # noqa: S101 - build makes it
        self._opener = opener
        self.wait_until(lambda: opener.desk is not None)
        self.settle()

    @property
    def desk(self) -> Desk:
        assert self._opener.desk is not None  # noqa: S101 - waited for
        return self._opener.desk

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Let the window work until something holds. Raises TimeoutError."""
        end = time.perf_counter() + PATIENCE
        self._tick.start()
        while not holds():
            # Asking all the time would take the interpreter from the program's workers.
            self.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.perf_counter() > end:
                raise TimeoutError
        self._tick.stop()

    def settle(self) -> None:
        """Let the window work, on what it was asked to before as well, until nothing was painted for a while."""
        self._clock.start(None)
        self._until_quiet(self._quiet)

    def _until_quiet(self, quiet: float) -> None:
        while time.perf_counter() - self._clock.anything.wall < quiet:
            self._tick.start()
            self.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            self._tick.stop()
            self._clock.look()

    def rest(self) -> None:
        """Let the window and its workers come to the end of what they began."""
        used = 0.0
        while time.process_time() - used > self._quiet / 10:
            used = time.process_time()
            self.settle()

    def time(self, act: Callable[[], object], shown: QWidget | None = None) -> Took:
        """How long from an act to the last paint that follows from it, waits of the program included.

        With `shown`, to the last paint of this widget.
        """
        self._clock.start(None)
        self._until_quiet(min(_CALM, self._quiet))
        start = now()
        self._clock.start(shown)
        act()
        self._clock.hear_windows()
        self._until_quiet(self._quiet)
        return since(start, self._clock.watched)

    def time_until(self, act: Callable[[], object], holds: Callable[[], bool]) -> Took:
        """How long until the window was painted while something held: all that waits for a paint is painted at once."""
        self.settle()
        start = now()
        self._clock.start(None, holds)
        before = self._clock.watched

        def is_painted() -> bool:
            self._clock.look()
            return self._clock.watched is not before

        act()
        self.wait_until(is_painted)
        return since(start, self._clock.watched)


def main(
    run: Callable[[int, Path | None], Sequence[Measurement]], measure: Callable[[Path], object] | None = None
) -> None:
    """By hand: `[SIZE [PROJECT]]`. With `measure`, also `--measure PROJECT` in a process of its own, which prints JSON."""
    if measure is not None and sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measure(Path(sys.argv[2]))))
        code = 0
    else:
        size, path = (*sys.argv[1:], "", "")[:2]
        code = print_table(run(int(size or 100_000), Path(path) if path else None))
    sys.stdout.flush()
    os._exit(code)  # a window on a large project is not worth closing

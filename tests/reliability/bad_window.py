"""Drops a folder of hostile and damaged files on the real window and measures its longest pause.

    python -m tests.reliability.bad_window [--count 60] [--seed 4]

Ends with exit code 1 where the window stood still for more than a tenth of a second, or did not end in one summary.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, QTimer

from gui.app import Opener, build
from gui.shell.import_summary import ImportSummary
from services.project_files import create_project
from tests.fakes import FakeNotices
from tests.reliability.bad_bytes import Lures
from tests.reliability.bad_files import planned_files, private_home

MAX_PAUSE_MS = 100
BEAT_MS = 2
PATIENCE_SECONDS = 1_800


class Heart(QObject):
    """Beats every other millisecond; the longest time between two beats is how long the window stood still."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.longest_ms = 0
        self.beats = 0
        self._since = QElapsedTimer()
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self._on_beat)

    def start(self) -> None:
        """Forget what was before."""
        self.longest_ms = self.beats = 0
        self._since.start()
        self._timer.start()

    def _on_beat(self) -> None:
        self.beats += 1
        self.longest_ms = max(self.longest_ms, self._since.restart())


def _fill(folder: Path, count: int, seed: int) -> None:
    lures = Lures((folder.parent / "canary.txt").as_uri(), "http://127.0.0.1:9/")
    for file in planned_files(count, seed):
        (folder / file.name).write_bytes(file.bad.make(random.Random(file.seed), lures))


def measure(folder: Path, project: Path) -> tuple[Heart, int]:
    """Drop `folder` on the window of `project`; its heart, and the number of summaries and messages that were told."""
    notices = FakeNotices()
    application, window = build(["dateline", str(project)], notices=notices)
    window.show()
    opener = window.findChild(Opener)
    assert isinstance(opener, Opener)
    until = time.monotonic() + PATIENCE_SECONDS
    while opener.desk is None and time.monotonic() < until:
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
    desk, heart = opener.desk, Heart(window)
    assert desk is not None
    heart.start()
    window.files_dropped.emit([folder])
    while desk.runner.is_busy and time.monotonic() < until:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)
    for _ in range(50):  # the summary is painted
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)
    told = len(window.findChildren(ImportSummary)) + len(notices.told) + len(notices.bugs)
    window.close()
    return heart, told


def main(argv: Sequence[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.bad_window")
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=4)
    wanted = parser.parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with private_home(), tempfile.TemporaryDirectory(prefix="bad-window-") as name:
        folder, project = Path(name) / "dropped", Path(name) / "bad.dateline"
        folder.mkdir()
        _fill(folder, wanted.count, wanted.seed)
        create_project(project, title="Bad files").close()
        start = time.monotonic()
        heart, told = measure(folder, project)
    took = time.monotonic() - start
    sys.stdout.write(
        f"{wanted.count} files in {took:.0f} s: longest pause {heart.longest_ms} ms of {heart.beats:,} beats, "
        f"{told} summary\n"
    )
    return int(heart.longest_ms > MAX_PAUSE_MS or told != 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

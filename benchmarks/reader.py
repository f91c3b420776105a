"""Reading two megabytes in the window, against Qt's QPlainTextEdit with the same text.

    python -m benchmarks.reader

Ours: the reader with 2,000 cited passages. Each figure is the time that the window's thread works at one go, in CPU
milliseconds, the median of alternating runs; nothing may take 100. The floor shows the plain text, with neither lines of
a height of their own nor marks.
"""

import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from benchmarks.measure import Measurement
from benchmarks.table import median, print_table
from dates import UncertainDate
from gui.dateline_style import use_dateline_style
from gui.fields.date_reader import DateReader
from gui.reader.reader_pane import ReaderPane
from gui.style import dress
from gui.task_runner import TaskRunner
from gui.theme import LIGHT
from models.enums import CaptureMethod, SourceType, Stance
from models.reading import CitedPassage, PassageState, Reading
from models.snapshots import CaptureLine, SourceRow

SIZE = 2_000_000
RUNS = 5
PASSAGES = 2_000
LIMIT_MS = 100.0
_SENTENCE = (
    "The gate by the harbour was opened again, and the keeper said that boats had passed before the noon bell rang. "
)


def run() -> list[Measurement]:
    """Measure opening and what people do then."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)  # noqa: S101 - for the type checker
    dress(application, LIGHT)
    use_dateline_style(application)
    bugs: list[Exception] = []
    runner = TaskRunner(bugs.append)
    window = QWidget()
    window.resize(1_400, 800)
    pane, plain = ReaderPane(DateReader(runner), window), QPlainTextEdit(window)
    for left, widget in enumerate((pane, plain)):
        widget.setGeometry(left * 700, 0, 700, 800)
    window.show()
    prose = "\n\n".join(_SENTENCE * (1 + number % 5) for number in range(SIZE // 250))[:SIZE]
    line = (_SENTENCE * (SIZE // len(_SENTENCE) + 1))[:SIZE]
    found = [
        *_opening("open 2 MB of prose", pane, plain, prose),
        *_opening("open 2 MB in one paragraph", pane, plain, line),
        *_working(pane, prose),
    ]
    runner.finish()
    if bugs:
        raise bugs[0]
    return found


def _opening(name: str, pane: ReaderPane, plain: QPlainTextEdit, text: str) -> list[Measurement]:
    ours, floor = [], []
    reading = _reading(text)
    for _run in range(RUNS):
        pane.show_nothing("")
        plain.clear()
        QApplication.processEvents()
        ours.append(_timed(lambda: pane.show_reading(reading)))
        floor.append(_timed(lambda: plain.setPlainText(text)))
    value, peer = median(ours), median(floor)
    return [
        Measurement(name, value, "ms", target=LIMIT_MS),
        Measurement(f"{name}, beside Qt", value, "ms", f"QPlainTextEdit, {peer:.0f} ms", value / max(peer, 1.0)),
    ]


def _working(pane: ReaderPane, text: str) -> list[Measurement]:
    pane.show_reading(_reading(text))
    QApplication.processEvents()
    bar, find = pane.text.verticalScrollBar(), pane.find_bar
    pane.open_find()
    find.line.setText("keeper said")
    steps: dict[str, Callable[[], object]] = {
        "the same copy again": lambda: pane.show_reading(_reading(text)),
        "to the other end": lambda: bar.setValue(bar.maximum() if bar.value() < bar.maximum() // 2 else 0),
        "PageDown": lambda: QTest.keyClick(pane.text, Qt.Key.Key_PageDown),
        "narrower, wider": lambda: pane.resize(560 if pane.width() > 600 else 700, 800),
        "larger, smaller letters": lambda: pane.set_text_size(18 if pane.text.text_size == 17 else 17),
        "find": lambda: find.words_edited.emit("keeper said"),
    }
    return [
        Measurement(name, max(_timed(step) for _run in range(RUNS)), "ms", target=LIMIT_MS)
        for name, step in steps.items()
    ]


def _timed(work: Callable[[], object]) -> float:
    """CPU milliseconds of this thread, the painting after it included."""
    start = time.thread_time()
    work()
    QApplication.processEvents()
    return 1_000 * (time.thread_time() - start)


def _reading(text: str) -> Reading:
    day = UncertainDate("2024-01-23")
    row = SourceRow(1, 1, SourceType.WEBPAGE, "Gates", "", "Quay Post", "", day, False, 1, PASSAGES)  # noqa: FBT003
    kept = "2024-02-01T10:00:00Z"
    line = CaptureLine(1, 1, "text/html", "gates.html", "0" * 64, SIZE, kept, CaptureMethod.FILE, SIZE)
    step = SIZE // PASSAGES
    quoted = [(at * step + 10, at * step + 90) for at in range(PASSAGES)]
    passages = tuple(
        CitedPassage(at, at, "Gates", day, Stance.SUPPORTS, "", start, end, PassageState.IN_PLACE)
        for at, (start, end) in enumerate(quoted)
    )
    return Reading(row, line, (line,), text, "html", kept, passages)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
    sys.exit(print_table(run()))

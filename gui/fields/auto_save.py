"""When typed text is saved: after a pause, at the latest after a while, and at once when asked."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

IDLE_MS = 500
LIMIT_MS = 1_000


class SaveClock:
    """The rule without a timer: given the times of edits, how long may saving still wait.

    All times are milliseconds on one clock that never runs backwards.
    """

    def __init__(self, idle_ms: int = IDLE_MS, limit_ms: int = LIMIT_MS) -> None:
        self._idle = idle_ms
        self._limit = limit_ms
        self._first_edit: int | None = None

    @property
    def is_pending(self) -> bool:
        """True between an edit and its saving."""
        return self._first_edit is not None

    def touch(self, now: int) -> int:
        """Note an edit at `now`; the milliseconds to wait from now, 0 when saving is due."""
        if self._first_edit is None:
            self._first_edit = now
        return max(0, min(now + self._idle, self._first_edit + self._limit) - now)

    def clear(self) -> None:
        """Forget the edits: they have been saved or given up."""
        self._first_edit = None


class AutoSave(QObject):
    """Emits `save_due` 500 ms after the last `touch`, at most 1 s after the first one, or on `flush`."""

    save_due = Signal()

    def __init__(self, parent: QObject | None = None, *, idle_ms: int = IDLE_MS, limit_ms: int = LIMIT_MS) -> None:
        super().__init__(parent)
        self._clock = SaveClock(idle_ms, limit_ms)
        self._elapsed = QElapsedTimer()
        self._elapsed.start()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    @property
    def is_pending(self) -> bool:
        """True while an edit waits to be saved."""
        return self._clock.is_pending

    def touch(self) -> None:
        """An edit happened."""
        self._timer.start(self._clock.touch(self._elapsed.elapsed()))

    def flush(self) -> None:
        """Save now what is waiting; nothing waiting, nothing emitted."""
        if self._clock.is_pending:
            self.cancel()
            self.save_due.emit()

    def cancel(self) -> None:
        """Give up what is waiting."""
        self._timer.stop()
        self._clock.clear()

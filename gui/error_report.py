"""The last stop of an exception that nobody expected: written to a log, told once in one window."""

import logging
import logging.handlers
import sys
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path
from PySide6.QtCore import QObject

from gui.notices import Notices
from models.errors import UserFacingError

MAX_LOG_BYTES = 1_000_000


def log_path() -> Path:
    """The log file of this user."""
    return user_log_path("dateline", appauthor=False) / "dateline.log"


class ErrorReport(QObject):
    """Target of `sys.excepthook`. The log holds types, places and ids, never a message, title, quote or path."""

    def __init__(self, notices: Notices, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._path = path
        self._is_showing = False
        self._logger = logging.getLogger("dateline.errors")
        self._logger.propagate = False
        self._handler: logging.Handler | None = None

    def install(self) -> None:
        """Take over from Python's own hook."""
        sys.excepthook = self.handle

    def report(self, error: Exception) -> None:
        """Report an exception that was caught elsewhere."""
        self.handle(type(error), error, error.__traceback__)

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Show a problem of the world as such; log a bug and offer the log. One window at a time."""
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        is_problem = isinstance(error, UserFacingError)
        if not is_problem:
            self._write(describe(kind, trace))
        if self._is_showing:
            return
        self._is_showing = True
        try:
            if isinstance(error, UserFacingError):
                self._notices.show_problem(None, error)
            else:
                self._notices.show_bug(self._path)
        finally:
            self._is_showing = False

    def _write(self, text: str) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            if self._handler is None:
                handler = logging.handlers.RotatingFileHandler(
                    self._path, maxBytes=MAX_LOG_BYTES, backupCount=1, encoding="utf-8"
                )
                handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
                self._logger.addHandler(handler)
                self._handler = handler
            self._logger.error(text)
        except OSError:
            sys.stderr.write(text + "\n")

    def close(self) -> None:
        """Let go of the log file."""
        if self._handler is not None:
            self._logger.removeHandler(self._handler)
            self._handler.close()
            self._handler = None


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The type of an exception and the places it passed: module, function and line, without any value."""
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return f"{kind.__name__} at {' > '.join(places) or 'an unknown place'}"

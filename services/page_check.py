"""Looking through a file, at once or a little later: it takes a second for each gigabyte."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager

from services.stopping import Stopper

Check = Callable[[sqlite3.Connection], None]


class PageCheck:
    """The check of one open file, made once; nothing is written before it is through."""

    def __init__(self, borrow: Callable[[], AbstractContextManager[sqlite3.Connection]], check: Check | None) -> None:
        """`check` raises UserFacingError; None where the file was looked through when it was opened."""
        self._borrow = borrow
        self._check = check
        self._lock = threading.Lock()

    @property
    def is_done(self) -> bool:
        """Whether the whole file is known to be sound."""
        return self._check is None

    def ensure(self, stopper: Stopper | None = None) -> None:
        """Check now what is not checked yet; on any thread. Raises DAMAGED, each time, and StoppedError."""
        with self._lock:
            if self._check is not None:
                with self._borrow() as connection, (stopper or Stopper()).holding(connection):
                    self._check(connection)
                self._check = None

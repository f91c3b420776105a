"""Looking at every page of a file, at once or a little later: it takes a second for each gigabyte."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager

from models.enums import ProblemCode
from models.errors import UserFacingError


class PageCheck:
    """The check of one open file, made once; nothing is written before it is through."""

    def __init__(self, borrow: Callable[[], AbstractContextManager[sqlite3.Connection]], *, is_done: bool) -> None:
        self._borrow = borrow
        self._is_done = is_done
        self._lock = threading.Lock()

    @property
    def is_done(self) -> bool:
        """Whether every page is known to be sound."""
        return self._is_done

    def ensure(self) -> None:
        """Check now what is not checked yet; on any thread. Raises DAMAGED, each time."""
        with self._lock:
            if not self._is_done:
                with self._borrow() as connection:
                    check_pages(connection)
                self._is_done = True


def check_pages(connection: sqlite3.Connection) -> None:
    """Look at every page, and at every value that a constraint is about. Raises DAMAGED."""
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise UserFacingError(ProblemCode.DAMAGED)

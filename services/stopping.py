"""Reading that another thread may end at any moment: what somebody waits for is always the newest question."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import OperationalError

if TYPE_CHECKING:  # a project has a check of its pages, which can be ended
    from services.project import Project


class StoppedError(Exception):
    """Raised inside a reading that was ended."""


class Stopper:
    """One reading or several after each other; `stop` may be called by any thread, once and for all."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._is_stopped = False

    def stop(self) -> None:
        """End the statement that runs now, and every reading to come."""
        with self._lock:
            self._is_stopped = True
            if self._connection is not None:
                self._connection.interrupt()

    def check(self) -> None:
        """Raises StoppedError after `stop`."""
        if self._is_stopped:
            raise StoppedError

    @contextmanager
    def reading(self, project: "Project") -> Iterator[sqlite3.Connection]:
        """The driver's connection inside one read transaction. Raises StoppedError after `stop`."""
        with project.read() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)  # noqa: S101 - our own factory made it
            with self.holding(raw):
                yield raw

    @contextmanager
    def holding(self, connection: sqlite3.Connection) -> Iterator[None]:
        """What is read by a connection meanwhile can be ended. Raises StoppedError after `stop`."""
        # Let go of before the pool lends the connection to others: `stop` must not end what they read.
        with self._lock:
            self.check()
            self._connection = connection
        try:
            yield
        except (sqlite3.OperationalError, OperationalError):
            self.check()
            raise
        finally:
            with self._lock:
                self._connection = None

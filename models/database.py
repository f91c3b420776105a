"""The one connection factory: every connection to a project file gets the same settings.

Why these and not WAL is measured in docs/decisions. Never open a project file by any other means while SQLite holds
it: closing another descriptor drops SQLite's POSIX locks (sqlite.org/howtocorrupt.html §2.2).
"""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from dates import LIMIT, DateError, UncertainDate

WRITE_OPTION = "dateline_write"
_MARK = re.compile(r"\[\^\d+\]")

PRAGMAS = (
    ("trusted_schema", "OFF"),
    ("cell_size_check", "ON"),
    ("mmap_size", "0"),
    ("busy_timeout", "3000"),
    ("foreign_keys", "ON"),
    ("temp_store", "MEMORY"),
    ("secure_delete", "ON"),
    ("locking_mode", "NORMAL"),
    ("journal_mode", "DELETE"),
    ("synchronous", "EXTRA"),
)


def connect(path: Path, *, read_only: bool = False, create: bool = False) -> sqlite3.Connection:
    """A driver connection in autocommit mode with every pragma set. Raises sqlite3.Error."""
    mode = "ro" if read_only else ("rwc" if create else "rw")
    connection = sqlite3.connect(
        f"{address_of(path)}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
    )
    connection.create_function("wall_first", 1, _wall_first, deterministic=True)
    connection.create_function("wall_last", 1, _wall_last, deterministic=True)
    connection.create_function("unmarked", 1, _unmarked, deterministic=True)
    try:
        for name, value in PRAGMAS:
            if not (read_only and name == "journal_mode"):
                connection.execute(f"PRAGMA {name} = {value}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def address_of(path: Path) -> str:
    """The file's URI; the one form in which SQLite takes names that are no UTF-8."""
    return f"file:{quote(os.fsencode(path.absolute()))}"


@contextmanager
def more_pages(connection: Connection) -> Iterator[None]:
    """64 MB of the file in memory in place of 2 while much is written: its indexes are written all over."""
    bare = connection.connection.cursor()  # not through SQLAlchemy, which would begin a transaction
    bare.execute("PRAGMA cache_size = -65536")
    try:
        yield
    finally:
        bare.execute("PRAGMA cache_size = -2000")
        bare.close()


@contextmanager
def more_patience(connection: Connection) -> Iterator[None]:
    """Wait for a writer of this program until it is through, in place of 3 seconds: it may write for long."""
    bare = connection.connection.cursor()
    bare.execute("PRAGMA busy_timeout = 600000")
    try:
        yield
    finally:
        bare.execute("PRAGMA busy_timeout = 3000")
        bare.close()


def make_engine(path: Path, *, read_only: bool = False) -> Engine:
    """An engine whose transactions begin as BEGIN IMMEDIATE, or plain BEGIN where the file is only read."""

    def creator() -> sqlite3.Connection:
        return connect(path, read_only=read_only)

    # The connection that wrote last is taken first: what others hold in memory is stale after every change.
    engine = create_engine(
        "sqlite://",
        creator=creator,
        poolclass=QueuePool,
        pool_size=2,
        pool_use_lifo=True,
        hide_parameters=True,
        query_cache_size=200,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _wall_first(edtf: str) -> int | None:
    """For SQL: the first second of a date by the clock of the place; NULL where the text is no date."""
    try:
        first, _ = UncertainDate.stored(edtf).wall_span
    except DateError:
        return None
    return -LIMIT if first is None else first


def _wall_last(edtf: str) -> int | None:
    """For SQL: the last second of a date by the clock of the place; NULL where the text is no date."""
    try:
        _, last = UncertainDate.stored(edtf).wall_span
    except DateError:
        return None
    return LIMIT if last is None else last


def _unmarked(body: str) -> str:
    """For SQL: a body without the marks of its citations ("[^12]"), whose numbers nobody looks for."""
    return _MARK.sub("", body) if "[^" in body else body


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get(WRITE_OPTION, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

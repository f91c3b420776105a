"""An open project file: the one door for change, undo and redo, and the history."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from sqlalchemy import Connection, Engine

from models.changes import ChangeRecord, ChangeSet, Subject
from models.database import WRITE_OPTION, make_engine, more_pages, more_patience
from models.enums import ChangeState, Operation, ProblemCode
from models.errors import BugError, UserFacingError
from services import journal, search_index
from services.change import Change
from services.file_errors import contradiction_told, told_to_people
from services.instance_lock import InstanceLock
from services.page_check import Check, PageCheck
from services.progress import Unwatched, WorkProgress
from services.touched import Touched

Listener = Callable[[ChangeSet], None]

MANY = 500
"""Rows from which on a change writes `much`."""
_WAIT_FOR_WRITER = 3.0  # seconds, as long as SQLite waits for another process (busy_timeout)


class Project:
    """One open project file.

    `read_only` files refuse every change with READ_ONLY. Listeners hear of a change after it is committed. Made by
    `services.project_files`, never directly.
    """

    def __init__(
        self, path: Path, *, read_only: bool, lock: InstanceLock | None, newer: bool = False, check: Check | None = None
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.is_newer = newer
        self._lock = lock
        self.pages = PageCheck(self.without_transaction, check)
        self._engine: Engine = make_engine(path, read_only=read_only)
        self._listeners: list[Listener] = []
        self._busy: set[int] = set()  # the threads that may keep others from reading
        with self.read() as connection:
            self._revision = _revision(connection)
        self._changed = False
        self._is_closed = False
        self._writing = threading.RLock()

    @property
    def was_changed(self) -> bool:
        """Whether anything was committed since the file was opened."""
        return self._changed

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection inside one read transaction. Where another thread writes more than fits into memory, it waits."""
        beside = self._busy - {threading.get_ident()}
        with (
            told_to_people(),
            self._engine.connect() as connection,
            more_patience(connection) if beside else nullcontext(),
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def change(
        self,
        operation: Operation,
        *,
        subject: Subject | None = None,
        initiator: object | None = None,
        burst: str = "",
        much: bool = False,
    ) -> Iterator[Change]:
        """One named act: everything written inside is one transaction, one undo step and one announcement.

        Changes with the same `burst` that follow each other directly are one undo step. An error inside rolls all back.
        `much` is for thousands of rows.
        """
        with self._write(much=much or operation is Operation.IMPORT) as connection:
            change = Change(connection, operation, subject, burst)
            yield change
            if change.is_empty:
                return
            search_index.refresh(connection, change.touched)
            change.finish()
        if change.after_commit is not None:
            change.after_commit()
        self._announce(change.touched.change_set(operation, initiator))

    def undo(self, *, initiator: object | None = None, progress: WorkProgress | None = None) -> ChangeSet:
        """Take the newest change back. Raises NOTHING_TO_UNDO and what `progress` raises: nothing is changed then."""
        return self._step(ChangeState.APPLIED, initiator, progress or Unwatched())

    def redo(self, *, initiator: object | None = None, progress: WorkProgress | None = None) -> ChangeSet:
        """Apply the change that was undone last again. Raises like `undo`."""
        return self._step(ChangeState.UNDONE, initiator, progress or Unwatched())

    def undo_step(self) -> ChangeRecord | None:
        """What `undo` would take back."""
        return self.steps()[0]

    def redo_step(self) -> ChangeRecord | None:
        """What `redo` would apply."""
        return self.steps()[1]

    def steps(self) -> tuple[ChangeRecord | None, ChangeRecord | None]:
        """Both, by one look at the file."""
        with self.read() as connection:
            found = [journal.newest(connection, state) for state in (ChangeState.APPLIED, ChangeState.UNDONE)]
            undo, redo = (None if step is None else journal.read_change(connection, step) for step in found)
        return undo, redo

    def history(self, *, limit: int = 500) -> tuple[ChangeRecord, ...]:
        """The newest changes, newest last."""
        with self.read() as connection:
            return journal.read_history(connection, limit=limit)

    def rows_until(self, change_id: int, *, most: int) -> int:
        """How many rows `jump_to` would write, at least `most` where it is more: whether it takes long."""
        with self.read() as connection:
            return journal.rows_until(connection, change_id, most=most)

    def jump_to(
        self, change_id: int, *, initiator: object | None = None, progress: WorkProgress | None = None
    ) -> ChangeSet:
        """Undo or redo, in one transaction, until `change_id` is the newest applied change (0: none is).

        Raises what `progress` raises: nothing is changed then.
        """
        touched = Touched()
        watched = progress or Unwatched()
        operation = Operation.EDIT_PROJECT
        with self._write(replay=True) as connection:
            while (newest := journal.newest(connection, ChangeState.APPLIED)) is not None and newest > change_id:
                operation = journal.undo_change(connection, newest, touched, watched)
            while (undone := journal.newest(connection, ChangeState.UNDONE)) is not None and undone <= change_id:
                operation = journal.redo_change(connection, undone, touched, watched)
            self._finish_replay(connection, touched, watched)
        return self._announce(touched.change_set(operation, initiator))

    def subscribe(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def unsubscribe(self, listener: Listener) -> None:
        self._listeners.remove(listener)

    def close(self) -> None:
        """Let go of the file and of its lock, as soon as a change that a worker makes is through.

        A closed project is not used again: a change raises BugError, the file may be somebody else's by then.
        """
        with self._writing:
            self._is_closed = True
            self._engine.dispose()
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    @contextmanager
    def without_transaction(self) -> Iterator[sqlite3.Connection]:
        """The bare driver connection, for statements that refuse a transaction (VACUUM)."""
        with told_to_people():
            raw = self._engine.raw_connection()
            self._busy.add(threading.get_ident())
            try:
                connection = raw.driver_connection
                assert isinstance(connection, sqlite3.Connection)  # noqa: S101 - our own factory made it
                yield connection
            finally:
                self._busy.discard(threading.get_ident())
                raw.close()

    @contextmanager
    def _write(self, *, replay: bool = False, much: bool = False) -> Iterator[Connection]:
        """A connection inside the one write transaction. Threads take turns: the revision belongs to the one that writes.

        `replay` and `much` write up to hundreds of thousands of rows, with more pages of the file in memory.
        """
        if self.read_only:
            raise UserFacingError(ProblemCode.READ_ONLY)
        self.pages.ensure()
        if not self._writing.acquire(timeout=_WAIT_FOR_WRITER):
            raise UserFacingError(ProblemCode.FILE_IN_USE)
        try:
            if self._is_closed:
                raise BugError("the project is closed")
            self._busy.add(threading.get_ident())
            with told_to_people(), contradiction_told() if replay else nullcontext():
                with (
                    self._engine.connect().execution_options(**{WRITE_OPTION: True}) as connection,
                    more_pages(connection) if replay or much else nullcontext(),
                    connection.begin(),
                ):
                    if _revision(connection) != self._revision:
                        raise UserFacingError(ProblemCode.FILE_CHANGED_UNDERNEATH)
                    if replay:  # folded typing may name a record before the row that adds it
                        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
                    yield connection
                    revision = _revision(connection)
                self._changed = self._changed or revision != self._revision
                self._revision = revision
        finally:
            self._busy.discard(threading.get_ident())
            self._writing.release()

    def _step(self, state: ChangeState, initiator: object | None, progress: WorkProgress) -> ChangeSet:
        touched = Touched()
        with self._write(replay=True) as connection:
            change_id = journal.newest(connection, state)
            if change_id is None:
                raise UserFacingError(ProblemCode.NOTHING_TO_UNDO)
            replay = journal.undo_change if state is ChangeState.APPLIED else journal.redo_change
            operation = replay(connection, change_id, touched, progress)
            self._finish_replay(connection, touched, progress)
        return self._announce(touched.change_set(operation, initiator))

    def _finish_replay(self, connection: Connection, touched: Touched, progress: WorkProgress) -> None:
        progress.check()
        search_index.refresh(connection, touched)
        progress.check()
        connection.exec_driver_sql("UPDATE file_state SET revision = lower(hex(randomblob(8)))")

    def _announce(self, change_set: ChangeSet) -> ChangeSet:
        for listener in tuple(self._listeners):
            listener(change_set)
        return change_set


def _revision(connection: Connection) -> str:
    return str(connection.exec_driver_sql("SELECT revision FROM file_state").scalar())

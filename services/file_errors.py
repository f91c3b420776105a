"""SQLite's and the system's errors as problems that a person can act on."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError

from models.enums import ProblemCode
from models.errors import BugError, UserFacingError

_BY_NAME = {
    "SQLITE_FULL": ProblemCode.DISK_FULL,
    "SQLITE_READONLY_DBMOVED": ProblemCode.FILE_MOVED,
    "SQLITE_BUSY": ProblemCode.FILE_IN_USE,
    "SQLITE_LOCKED": ProblemCode.FILE_IN_USE,
    "SQLITE_CORRUPT": ProblemCode.DAMAGED,
    "SQLITE_NOTADB": ProblemCode.NOT_A_PROJECT,
    "SQLITE_READONLY": ProblemCode.READ_ONLY,
    "SQLITE_CANTOPEN": ProblemCode.READ_ONLY,
    "SQLITE_PERM": ProblemCode.READ_ONLY,
    "SQLITE_IOERR": ProblemCode.WRITE_FAILED,
}


def problem_of(error: sqlite3.Error) -> ProblemCode | None:
    """The problem behind a driver error, or None where the program itself is at fault."""
    name = getattr(error, "sqlite_errorname", "") or ""
    while name.count("_"):
        if name in _BY_NAME:
            return _BY_NAME[name]
        name = name.rpartition("_")[0]
    # SQLite reports text that is no UTF-8 without a code (CPython 3.11).
    return ProblemCode.DAMAGED if "UTF-8" in str(error) else None


@contextmanager
def told_to_people() -> Iterator[None]:
    """Turn database and disk errors inside the block into `UserFacingError`; anything else is a bug and passes."""
    try:
        yield
    except DBAPIError as error:
        raise _translated(error.orig if isinstance(error.orig, sqlite3.Error) else error) from error
    except sqlite3.Error as error:
        raise _translated(error) from error
    except OverflowError as error:  # a number too large for the column: no file of ours holds one to count on from
        raise UserFacingError(ProblemCode.DAMAGED) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise UserFacingError(ProblemCode.DISK_FULL) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise UserFacingError(ProblemCode.READ_ONLY) from error
        raise UserFacingError(ProblemCode.WRITE_FAILED, reason=error.strerror or "") from error


@contextmanager
def contradiction_told() -> Iterator[None]:
    """Where the journal is replayed: what it holds does not go with the rows of the file. Raises DAMAGED."""
    try:
        yield
    except IntegrityError as error:
        raise UserFacingError(ProblemCode.DAMAGED, record="change") from error


def _translated(error: Exception) -> Exception:
    problem = problem_of(error) if isinstance(error, sqlite3.Error) else None
    if problem is None:
        return BugError(type(error).__name__)
    return UserFacingError(problem)

"""Errors of the disk and the database, as people hear of them."""

import errno
import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

from models.enums import ProblemCode
from models.errors import BugError, UserFacingError
from services.file_errors import told_to_people


def sqlite_error(name: str, text: str = "") -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(text)
    if name:
        error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (sqlite_error("SQLITE_FULL"), ProblemCode.DISK_FULL),
        (sqlite_error("SQLITE_READONLY_DIRECTORY"), ProblemCode.READ_ONLY),
        (sqlite_error("SQLITE_READONLY_DBMOVED"), ProblemCode.FILE_MOVED),
        (sqlite_error("SQLITE_IOERR_FSYNC"), ProblemCode.WRITE_FAILED),
        (sqlite_error("SQLITE_CORRUPT_INDEX"), ProblemCode.DAMAGED),
        (sqlite_error("", "Could not decode to UTF-8 column"), ProblemCode.DAMAGED),
        (OperationalError("SELECT 1", {}, sqlite_error("SQLITE_BUSY")), ProblemCode.FILE_IN_USE),
        (OSError(errno.ENOSPC, "full"), ProblemCode.DISK_FULL),
        (OSError(errno.EROFS, "read-only"), ProblemCode.READ_ONLY),
        (OSError(errno.EIO, "broken"), ProblemCode.WRITE_FAILED),
    ],
)
def test_error_of_the_world_becomes_a_problem(error: Exception, problem: ProblemCode) -> None:
    with pytest.raises(UserFacingError) as caught, told_to_people():
        raise error
    assert caught.value.problem is problem


@pytest.mark.parametrize("error", [sqlite_error("SQLITE_ERROR", "no such column"), sqlite_error("")])
def test_error_of_ours_becomes_a_bug(error: sqlite3.Error) -> None:
    with pytest.raises(BugError), told_to_people():
        raise error


def test_other_errors_pass() -> None:
    with pytest.raises(KeyError), told_to_people():
        raise KeyError("x")

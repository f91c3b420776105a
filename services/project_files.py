"""Creating, opening and copying project files. A file that is not trusted or not understood is never written."""

import os
import secrets
import sqlite3
import uuid
from contextlib import closing
from pathlib import Path

from models import migrations
from models.changes import RecordKind
from models.database import connect
from models.drafts import ProjectPatch
from models.enums import ProblemCode
from models.errors import UserFacingError
from models.tables import APPLICATION_ID
from services import backups, files, search_index, trust
from services.clock import now_utc
from services.file_errors import told_to_people
from services.instance_lock import InstanceLock
from services.project import Project
from services.records import digest_of

SUFFIX = ".dateline"
_WORDS_SINCE = 3  # the version of the schema that makes the tables of words as they are
_LONGEST_NAME = 240  # bytes; file systems allow 255, and SQLite adds "-journal"


def create_project(path: Path, *, title: str) -> Project:
    """Make a new, empty project file at `path` and open it. Raises TARGET_EXISTS and what `files.staged` raises."""
    title = ProjectPatch(title=title).title
    if path.name in {"", ".", ".."}:
        raise UserFacingError(ProblemCode.TARGET_NOT_WRITABLE, file=path.name)
    path = path if path.suffix else path.with_suffix(SUFFIX)
    if not _has_room_for_journal(path):
        raise UserFacingError(ProblemCode.TARGET_NOT_WRITABLE, file=path.name)
    if files.is_there(path):
        raise UserFacingError(ProblemCode.TARGET_EXISTS, file=path.name)
    with files.staged(path) as part, closing(connect(part, create=True)) as connection:
        part.chmod(0o600)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("BEGIN IMMEDIATE")
        migrations.run_steps(connection, since=0)
        connection.execute("INSERT INTO file_state VALUES (1, ?)", (secrets.token_hex(8),))
        _insert_project(connection, title)
        connection.execute("COMMIT")
    return open_project(path)


def open_project(path: Path, *, read_only: bool = False, pages_later: bool = False) -> Project:
    """Open a project file after checking it: lock, header, exact schema, integrity; migrate an older one.

    Looking through a file takes a second for each gigabyte. With `pages_later` that is left to `Project.pages`, for which
    the first change waits in any case.

    Raises MISSING_FILE, EMPTY_FILE, NOT_A_PROJECT, FILE_IN_USE (another instance edits it), FOREIGN_SCHEMA, DAMAGED.
    A newer file, one in a place that cannot be written and one with a second name (a hard link) is opened read-only.
    """
    path = _absolute(path)
    _check_exists(path)
    writable = _can_be_written(path)
    read_only = read_only or not writable
    lock = None if read_only else InstanceLock(path)
    try:
        if lock is not None:
            files.sweep_parts(path.parent)
        with told_to_people():
            trust.check_journal(path)
        # Only a connection that may write can take back what a program that was killed left half done.
        settle = writable and path.with_name(f"{path.name}-journal").exists()
        with told_to_people(), closing(connect(path, read_only=read_only and not settle)) as connection:
            version = trust.checked_version(connection, pages=not pages_later)
            if version < migrations.CURRENT_VERSION:
                if read_only:
                    raise UserFacingError(ProblemCode.READ_ONLY)
                _migrate(path, connection, version)
        newer = version > migrations.CURRENT_VERSION
        if newer and lock is not None:
            lock.release()
            lock = None
        check = trust.check_contents if pages_later and version == migrations.CURRENT_VERSION else None
        return Project(path, read_only=read_only or newer, lock=lock, newer=newer, check=check)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def opens_slowly(path: Path) -> bool:
    """Whether opening writes first, seconds for a large file: it is of an older version, or was left half written.

    False where that cannot be told: opening says why.
    """
    try:
        journal = path.with_name(f"{path.name}-journal")
        # One that begins with a zero never came to be needed; it stays until the next change.
        if journal.is_file() and _first_byte(journal) not in (b"", b"\0"):
            return True
        if not path.is_file():
            return False
        with closing(connect(path, read_only=True)) as connection:
            return 0 < int(connection.execute("PRAGMA user_version").fetchone()[0]) < migrations.CURRENT_VERSION
    except (OSError, ValueError, sqlite3.Error):
        return False


def _first_byte(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(1)


def save_copy(project: Project, target: Path) -> None:
    """Write a compact, verified copy of the whole project to `target`, replacing what is there.

    Raises TARGET_EXISTS where that is the project itself, and what `files.staged` raises.
    """
    files.refuse_same(target, project.path)
    with files.staged(target) as part:
        backups.copy_into(project, part)


def _insert_project(connection: sqlite3.Connection, title: str) -> None:
    image = {"id": 1, "uuid": str(uuid.uuid4()), "version": 1, "digest": 0, "title": title, "subtitle": ""}
    image |= {"language": "en", "description": "", "created_at": now_utc()}
    image["digest"] = digest_of(RecordKind.PROJECT, image)
    marks = ", ".join(f":{name}" for name in image)
    connection.execute(f"INSERT INTO project ({', '.join(image)}) VALUES ({marks})", image)


def _check_exists(path: Path) -> None:
    try:
        found = path.exists()
        is_file = path.is_file()
    except PermissionError as error:
        raise UserFacingError(ProblemCode.READ_ONLY, file=path.name) from error
    except OSError:  # a name that no file can have
        found = False
    if not found:
        raise UserFacingError(ProblemCode.MISSING_FILE, file=path.name)
    if not is_file:
        raise UserFacingError(ProblemCode.NOT_A_PROJECT, file=path.name)
    if path.stat().st_size == 0:
        raise UserFacingError(ProblemCode.EMPTY_FILE, file=path.name)


def _can_be_written(path: Path) -> bool:
    """Whether SQLite can keep its journal: beside the file, under its name, and under no second name of the same file."""
    return (
        os.access(path, os.W_OK)
        and os.access(path.parent, os.W_OK)
        and path.stat().st_nlink == 1
        and _has_room_for_journal(path)
    )


def _has_room_for_journal(path: Path) -> bool:
    return len(os.fsencode(path.name)) <= _LONGEST_NAME


def _absolute(path: Path) -> Path:
    try:
        return Path(os.path.realpath(path))
    except OSError:  # the working folder is gone
        raise UserFacingError(ProblemCode.MISSING_FILE, file=path.name) from None


def _migrate(path: Path, connection: sqlite3.Connection, version: int) -> None:
    backups.back_up_file(path, connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        migrations.run_steps(connection, since=version)
        if version < _WORDS_SINCE:
            for statement in search_index.filling_statements():
                connection.execute(statement)
        if migrations.schema_of(connection) != migrations.expected_schema(migrations.CURRENT_VERSION):
            raise UserFacingError(ProblemCode.MIGRATION_FAILED)
        connection.execute("COMMIT")
    except (sqlite3.Error, UserFacingError) as error:
        connection.execute("ROLLBACK")
        raise UserFacingError(ProblemCode.MIGRATION_FAILED) from error

"""May this file be opened? It comes from anywhere, so nothing in it is believed before it was looked at.

What a file holds may be looked at only through a connection that runs nothing of the file's own (models/database.py).
"""

import os
import sqlite3
import uuid
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from models import migrations
from models.changes import RecordKind
from models.enums import CaptureMethod, CreatorRole, LocatorLabel, Operation, ProblemCode, SourceType
from models.errors import UserFacingError
from models.tables import APPLICATION_ID
from services.incident_filters import filter_from_json, where_clause

# The end of a rollback journal that names a super-journal (sqlite.org/fileformat2.html §3, "pager.c" writeSuperJournal).
_SUPER_JOURNAL_MARK = bytes.fromhex("d9d505f920a163d7")
_LARGEST = 2**60
_LONGEST_TEXT = 2**31 - 1  # Qt counts so far
_VOCABULARIES: tuple[tuple[str, str, type[StrEnum]], ...] = (
    ("source", "type", SourceType),
    ("creator", "role", CreatorRole),
    ("capture", "method", CaptureMethod),
    ("citation", "locator_label", LocatorLabel),
    ("change", "operation", Operation),
    ("change", "subject_kind", RecordKind),
    ("change_row", "record", RecordKind),
)
_BAD_FIELDS = """SELECT 1 FROM source WHERE fields <> '{}' AND CASE WHEN json_valid(fields) THEN json_type(fields) <> 'object'
 OR EXISTS (SELECT 1 FROM json_each(fields) WHERE type <> 'text') ELSE 1 END LIMIT 1"""
_DOUBTS_SINCE = 2  # the version of the schema
_BAD_DOUBTS = """SELECT 1 FROM capture WHERE doubts <> '' AND CASE WHEN json_valid(doubts) THEN json_type(doubts) <> 'array'
 OR EXISTS (SELECT 1 FROM json_each(doubts) WHERE CASE type WHEN 'array' THEN json_array_length(value) <> 2
 OR json_type(value, '$[0]') <> 'text' OR json_type(value, '$[1]') <> 'text' ELSE 1 END) ELSE 1 END LIMIT 1"""
_BAD_PASSAGES = f"""SELECT 1 FROM citation WHERE capture_id IS NOT NULL AND (passage_start IS NULL OR passage_end IS NULL
 OR passage_end > {_LONGEST_TEXT}) LIMIT 1"""
_BAD_SEQUENCE = f"SELECT 1 FROM sqlite_sequence WHERE typeof(seq) <> 'integer' OR seq NOT BETWEEN 0 AND {_LARGEST}"


def check_journal(path: Path) -> None:
    """Refuse a rollback journal beside the file that was not left by this program.

    SQLite deletes the file that a journal names as its super-journal; ours, of one file each, never have one.
    """
    journal = path.with_name(f"{path.name}-journal")
    if not os.path.lexists(journal):
        return
    if journal.is_symlink() or not journal.is_file():
        raise UserFacingError(ProblemCode.FOREIGN_SCHEMA, file=path.name)
    with journal.open("rb") as stream:
        stream.seek(-min(journal.stat().st_size, len(_SUPER_JOURNAL_MARK)), 2)
        if stream.read() == _SUPER_JOURNAL_MARK:
            raise UserFacingError(ProblemCode.FOREIGN_SCHEMA, file=path.name)


def checked_version(connection: sqlite3.Connection, *, pages: bool = True) -> int:
    """The schema version of a file that passed every check: application id, schema, pages, what its columns may say.

    Without `pages`, these and what the columns say are left to whoever opens the file (`Project.pages`); an older file is
    looked through in any case.
    Raises NOT_A_PROJECT, FOREIGN_SCHEMA, DAMAGED, and NEWER_VERSION where a newer file has no room for what we read.
    """
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise UserFacingError(ProblemCode.NOT_A_PROJECT)
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    schema = migrations.schema_of(connection)
    if version > migrations.CURRENT_VERSION:
        _check_newer(connection, schema)
    elif schema != migrations.expected_schema(version) or version < 1:
        raise UserFacingError(ProblemCode.FOREIGN_SCHEMA)
    if not all(_needed_to_open(connection)):
        raise UserFacingError(_problem(version))
    if pages or version != migrations.CURRENT_VERSION:
        check_contents(connection)
    return version


def check_contents(connection: sqlite3.Connection) -> None:
    """Look at every page, at every value that a constraint is about, and at all that is read as a name, a number or JSON.

    Raises DAMAGED, and NEWER_VERSION where a newer file says what we do not know.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise UserFacingError(ProblemCode.DAMAGED)
    if not all(_contents(connection, version)):
        raise UserFacingError(_problem(version))


def _problem(version: int) -> ProblemCode:
    return ProblemCode.NEWER_VERSION if version > migrations.CURRENT_VERSION else ProblemCode.DAMAGED


def _check_newer(connection: sqlite3.Connection, schema: frozenset[tuple[str, str, str, str]]) -> None:
    """A newer file may have more, but nothing that runs, and everything that this program reads."""
    # Its CHECK constraints are not ours to run: one could keep this program busy for ever.
    connection.execute("PRAGMA ignore_check_constraints = ON")
    virtual = [sql for _, _, _, sql in schema if sql.upper().startswith("CREATE VIRTUAL")]
    if any(kind not in ("table", "index") for kind, *_ in schema) or any(" USING fts5 " not in sql for sql in virtual):
        raise UserFacingError(ProblemCode.FOREIGN_SCHEMA)
    ours = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrations.run_steps(ours, since=0)
        for kind, name, *_ in migrations.schema_of(ours):
            if kind == "table" and not _columns(ours, name).keys() <= (found := _columns(connection, name)).keys():
                raise UserFacingError(ProblemCode.NEWER_VERSION)
            if kind == "table" and any(hidden > 1 for hidden in found.values()):
                raise UserFacingError(ProblemCode.FOREIGN_SCHEMA)
    finally:
        ours.close()


def _columns(connection: sqlite3.Connection, table: str) -> dict[str, int]:
    """Column names with how hidden they are: 2 and 3 are generated, that is, run (sqlite.org/pragma.html#pragma_table_xinfo)."""
    return {row[1]: row[6] for row in connection.execute(f"PRAGMA table_xinfo({table})")}


def _needed_to_open(connection: sqlite3.Connection) -> Iterator[bool]:
    """Whether what is read before the first paint can be; no table of thousands of rows is gone over."""
    yield _is_one_project(connection)
    yield connection.execute(_BAD_SEQUENCE).fetchone() is None
    yield all(_is_filter(text) for (text,) in connection.execute("SELECT filter FROM saved_view"))
    yield _can_be_searched(connection)


def _contents(connection: sqlite3.Connection, version: int) -> Iterator[bool]:
    """Whether each thing that the program reads as a name, a number or JSON is one; cheapest first.

    That of an older file is looked at before its migration, which backs it up and keeps what it says.
    """
    for table, column, vocabulary in _VOCABULARIES:
        known = ", ".join(f"'{value}'" for value in vocabulary)
        query = f"SELECT 1 FROM {table} WHERE {column} NOT IN ({known}) LIMIT 1"
        yield connection.execute(query).fetchone() is None
    yield connection.execute(_BAD_PASSAGES).fetchone() is None
    yield connection.execute(_BAD_FIELDS).fetchone() is None
    yield version < _DOUBTS_SINCE or connection.execute(_BAD_DOUBTS).fetchone() is None


def _is_one_project(connection: sqlite3.Connection) -> bool:
    """One row each; its UUID names a folder of backups, so it must be nothing else."""
    rows = connection.execute("SELECT uuid FROM project").fetchall()
    revisions = connection.execute("SELECT count(*) FROM file_state").fetchone()[0]
    try:
        return bool(revisions == len(rows) == 1 and str(uuid.UUID(rows[0][0])) == rows[0][0])
    except ValueError:
        return False


def _is_filter(text: str) -> bool:
    try:
        where_clause(filter_from_json(text))
    except UserFacingError:
        return False
    return True


def _can_be_searched(connection: sqlite3.Connection) -> bool:
    try:
        for kind in (RecordKind.INCIDENT, RecordKind.SOURCE):
            index = f"{kind.value}_search"
            connection.execute(f"SELECT rowid FROM {index} WHERE {index} MATCH 'a' LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        return False
    return True

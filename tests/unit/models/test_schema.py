"""The tables as classes and the tables in the file must be the same."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from models import migrations
from models.tables import tables_by_name


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrations.run_steps(connection, since=0)
        yield connection


@pytest.mark.parametrize("name", sorted(tables_by_name()))
def test_table_class_has_the_columns_of_the_file(connection: sqlite3.Connection, name: str) -> None:
    stored = {
        row[1]: (row[2], bool(row[3]) or bool(row[5])) for row in connection.execute(f"PRAGMA table_info({name})")
    }
    table = tables_by_name()[name]
    assert list(stored) == [column.name for column in table.columns]
    for column in table.columns:
        kind = {"INTEGER": "INTEGER", "TEXT": "TEXT", "BLOB": "BLOB"}[str(column.type.compile())]
        assert stored[column.name] == (kind, not column.nullable), column.name


@pytest.mark.parametrize("name", sorted(tables_by_name()))
def test_table_class_has_the_foreign_keys_of_the_file(connection: sqlite3.Connection, name: str) -> None:
    stored = {(row[3], f"{row[2]}.{row[4]}") for row in connection.execute(f"PRAGMA foreign_key_list({name})")}
    declared = {(key.parent.name, key.target_fullname) for key in tables_by_name()[name].foreign_keys}
    assert stored == declared


def test_every_table_of_ours_is_strict(connection: sqlite3.Connection) -> None:
    loose = [
        row[0]
        for row in connection.execute("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0")
        if row[0] in tables_by_name()
    ]
    assert loose == []


def test_steps_leave_the_version_they_count(connection: sqlite3.Connection) -> None:
    assert connection.execute("PRAGMA user_version").fetchone() == (migrations.CURRENT_VERSION,)


def test_later_steps_run_only_what_is_new(connection: sqlite3.Connection) -> None:
    steps = (*migrations.STEPS, ("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT",))
    migrations.run_steps(connection, since=len(migrations.STEPS), steps=steps)
    assert migrations.schema_of(connection) == migrations.expected_schema(len(steps), steps)

"""Project files as older versions wrote them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from models import migrations, schema_v1, schema_v2, schema_v3
from models.database import connect


def make_version_two(path: Path) -> None:
    """Make a file of today one of version 2: with the tables of words of the first step, and what was in them."""
    with closing(connect(path)) as connection:
        _take_back_words(connection)
        connection.execute("PRAGMA user_version = 2")
        assert migrations.schema_of(connection) == migrations.expected_schema(2)


def make_version_one(path: Path) -> None:
    """Make a file of today one of version 1: without the columns and the table of the second step as well."""
    make_version_two(path)
    with closing(connect(path)) as connection:
        for statement in reversed(schema_v2.STATEMENTS):
            words = statement.split()
            if words[0] == "ALTER":
                connection.execute(f"ALTER TABLE {words[2]} DROP COLUMN {words[5]}")
            else:
                connection.execute(f"DROP TABLE {words[2]}")
        connection.execute("PRAGMA user_version = 1")
        assert migrations.schema_of(connection) == migrations.expected_schema(1)


def _take_back_words(connection: sqlite3.Connection) -> None:
    for statement in schema_v3.STATEMENTS:
        if statement.startswith("CREATE"):
            connection.execute(f"DROP TABLE {statement.split()[3]}")
    for statement in schema_v1.TABLES:
        if statement.startswith("CREATE VIRTUAL"):
            connection.execute(statement)
    connection.execute(
        "INSERT INTO incident_search (rowid, title, body, quotes) SELECT id, title, body, '' FROM incident"
    )
    connection.execute(
        "INSERT INTO source_search (rowid, title, details, captures) SELECT id, title, '', '' FROM source"
    )

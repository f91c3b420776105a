"""Numbered steps from an empty database to the present schema; `PRAGMA user_version` counts those that ran.

A step is a tuple of statements. Steps are never edited once released: the exact-schema check replays them.
"""

import sqlite3
from collections.abc import Sequence

from models import schema_v1, schema_v2, schema_v3

Step = tuple[str, ...]

STEPS: tuple[Step, ...] = (schema_v1.STATEMENTS, schema_v2.STATEMENTS, schema_v3.STATEMENTS)
CURRENT_VERSION = len(STEPS)


def run_steps(connection: sqlite3.Connection, *, since: int, steps: Sequence[Step] = STEPS) -> None:
    """Run the steps after version `since` inside the caller's transaction and set the version last."""
    for step in steps[since:]:
        for statement in step:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {len(steps)}")


def schema_of(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str, str]]:
    """Every schema object as (type, name, table, SQL text)."""
    rows = connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema")
    return frozenset((str(a), str(b), str(c), str(d)) for a, b, c, d in rows)


def expected_schema(version: int, steps: Sequence[Step] = STEPS) -> frozenset[tuple[str, str, str, str]]:
    """The schema that a file of `version` must have, object by object."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        run_steps(memory, since=0, steps=steps[:version])
        return schema_of(memory)
    finally:
        memory.close()

"""Project files as older versions wrote them."""

from contextlib import closing
from pathlib import Path

from models import migrations, schema_v2
from models.database import connect


def make_version_one(path: Path) -> None:
    """Make a file of today one of version 1: without the columns and the table of the second step."""
    with closing(connect(path)) as connection:
        for statement in reversed(schema_v2.STATEMENTS):
            words = statement.split()
            if words[0] == "ALTER":
                connection.execute(f"ALTER TABLE {words[2]} DROP COLUMN {words[5]}")
            else:
                connection.execute(f"DROP TABLE {words[2]}")
        connection.execute("PRAGMA user_version = 1")
        assert migrations.schema_of(connection) == migrations.expected_schema(1)

"""Project files made to harm: each is refused at the door, before anything is written, run or deleted."""

import signal
import sqlite3
import struct
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from models.enums import ProblemCode
from models.errors import UserFacingError
from models.snapshots import IncidentFilter
from services import chronology, saved_views
from services.project_files import create_project, open_project
from tests import factories
from tests.old_files import make_version_one

WRITER = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE incident SET body = hex(randomblob(30000))")
os.kill(os.getpid(), signal.SIGKILL)
"""
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="kills the writer")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    project = create_project(tmp_path / "case.dateline", title="The dam")
    factories.fill(project)
    saved_views.add_view(project, "Water", IncidentFilter(text="dam"))
    project.close()
    return project.path


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def problem_of_opening(path: Path) -> ProblemCode:
    with pytest.raises(UserFacingError) as caught:
        open_project(path)
    return caught.value.problem


def leave_hot_journal(path: Path) -> Path:
    """What a program that was killed in the middle of a change leaves."""
    done = subprocess.run([sys.executable, "-c", WRITER, str(path)], check=False)
    assert done.returncode == -signal.SIGKILL
    return path.with_name(f"{path.name}-journal")


TRICKS = [
    "UPDATE project SET uuid = '../../elsewhere'",
    "UPDATE project SET uuid = '/tmp/elsewhere'",
    "DELETE FROM project",
    "DELETE FROM file_state",
    "UPDATE source SET type = 'evil'",
    "INSERT INTO creator (source_id, position, role) VALUES (1, 0, 'evil')",
    "UPDATE capture SET method = 'evil'",
    "UPDATE citation SET locator_label = 'evil'",
    "UPDATE citation SET capture_id = 1",
    "UPDATE citation SET capture_id = 1, passage_start = 0, passage_end = 9223372036854775807",
    "UPDATE source SET fields = '{'",
    "UPDATE source SET fields = '[1]'",
    """UPDATE source SET fields = '{"a": 1}'""",
    "UPDATE source SET fields = replace(hex(zeroblob(20000)), '0', '[')",
    "UPDATE capture SET doubts = 'x'",
    "UPDATE capture SET doubts = '{}'",
    "UPDATE capture SET doubts = '[1]'",
    """UPDATE capture SET doubts = '[["no-text"]]'""",
    """UPDATE capture SET doubts = '[["no-text", 5]]'""",
    """UPDATE capture SET doubts = '[["no-text", "", ""]]'""",
    """UPDATE capture SET doubts = '[[["no-text"], ""]]'""",
    "UPDATE capture SET doubts = replace(hex(zeroblob(20000)), '0', '[')",
    "UPDATE saved_view SET filter = 'nope'",
    "UPDATE saved_view SET filter = '[]'",
    """UPDATE saved_view SET filter = '{"text": 5}'""",
    """UPDATE saved_view SET filter = '{"tag_ids": [1e400]}'""",
    """UPDATE saved_view SET filter = '{"tag_ids": [99999999999999999999]}'""",
    """UPDATE saved_view SET filter = '{"statuses": ["evil"]}'""",
    """UPDATE saved_view SET filter = '{"since": "zz"}'""",
    "UPDATE change SET operation = 'evil'",
    "UPDATE change SET subject_kind = 'sqlite_schema'",
    "UPDATE change_row SET record = 'incident; DROP TABLE tag'",
    "UPDATE sqlite_sequence SET seq = 9223372036854775807",
    "UPDATE sqlite_sequence SET seq = 'abc'",
    "UPDATE incident_search_config SET v = 99",
]


@pytest.mark.parametrize("trick", TRICKS)
def test_file_that_says_what_we_never_write_is_refused_as_damaged(path: Path, trick: str) -> None:
    run(path, trick)
    before = path.read_bytes()
    assert problem_of_opening(path) is ProblemCode.DAMAGED
    assert path.read_bytes() == before


@pytest.mark.parametrize("trick", [trick for trick in TRICKS if "doubts" not in trick])
def test_older_file_is_no_way_around_what_we_never_write(path: Path, private_home: Path, trick: str) -> None:
    make_version_one(path)
    run(path, trick)
    before = path.read_bytes()
    assert problem_of_opening(path) is ProblemCode.DAMAGED
    assert path.read_bytes() == before
    assert not list(private_home.rglob("*.dateline"))


@pytest.mark.parametrize(
    ("trick", "problem"),
    [
        ("ALTER TABLE tag RENAME COLUMN colour TO color", ProblemCode.NEWER_VERSION),
        ("DROP TABLE saved_view", ProblemCode.NEWER_VERSION),
        ("UPDATE source SET type = 'hologram'", ProblemCode.NEWER_VERSION),
        ("ALTER TABLE incident ADD COLUMN g TEXT AS (hex(zeroblob(400000000)))", ProblemCode.FOREIGN_SCHEMA),
        ("CREATE VIRTUAL TABLE extra USING rtree (id, a, b)", ProblemCode.FOREIGN_SCHEMA),
        ("CREATE VIEW extra AS SELECT 1", ProblemCode.FOREIGN_SCHEMA),
    ],
)
def test_newer_version_is_no_way_around_the_schema(path: Path, trick: str, problem: ProblemCode) -> None:
    run(path, "PRAGMA user_version = 99", trick)
    assert problem_of_opening(path) is problem


@pytest.mark.parametrize("column", ["date_edtf", "date_month"])
def test_stored_date_that_is_none_is_told_as_damage(path: Path, column: str) -> None:
    run(path, f"UPDATE incident SET {column} = 'zzzz-10'")
    project = open_project(path)
    with pytest.raises(UserFacingError) as caught:
        chronology.get_rows(project, chronology.list_incidents(project, IncidentFilter()).ids)
    assert caught.value.problem is ProblemCode.DAMAGED
    project.close()


def test_ids_go_on_where_the_count_of_them_was_lost(path: Path) -> None:
    run(path, "DELETE FROM sqlite_sequence")
    project = open_project(path)
    assert factories.add_incident(project) == 3
    project.close()


@posix_only
def test_reading_a_project_takes_back_what_a_killed_writer_left(path: Path) -> None:
    journal = leave_hot_journal(path)
    assert journal.exists()
    project = open_project(path, read_only=True)
    assert len(chronology.list_incidents(project, IncidentFilter()).ids) == 2
    project.close()


@posix_only
@pytest.mark.parametrize("read_only", [False, True])
def test_journal_that_names_another_file_deletes_nothing(path: Path, tmp_path: Path, *, read_only: bool) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("precious")
    name = bytes(victim)
    end = struct.pack(">II", len(name), sum(name)) + bytes.fromhex("d9d505f920a163d7")
    with leave_hot_journal(path).open("ab") as stream:
        stream.write(struct.pack(">I", 0x40000000 // 4096 + 1) + name + end)
    with pytest.raises(UserFacingError) as caught:
        open_project(path, read_only=read_only)
    assert caught.value.problem is ProblemCode.FOREIGN_SCHEMA
    assert victim.read_text() == "precious"


@posix_only
def test_journal_that_is_a_link_is_refused(path: Path, tmp_path: Path) -> None:
    path.with_name(f"{path.name}-journal").symlink_to(tmp_path / "elsewhere")
    assert problem_of_opening(path) is ProblemCode.FOREIGN_SCHEMA

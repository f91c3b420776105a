"""Opening, refusing, locking, migrating, copying and backing up files."""

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from models import migrations
from models.database import PRAGMAS, connect
from models.drafts import IncidentPatch
from models.enums import ProblemCode
from models.errors import InvalidDraftError, UserFacingError
from models.snapshots import IncidentFilter
from services import backups, chronology, files, incidents
from services.project import Project
from services.project_files import create_project, open_project, save_copy
from services.properties import get_project_card
from tests import factories
from tests.counts import count_all


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed project file with a little in it."""
    path = tmp_path / "case.dateline"
    project = create_project(path, title="The dam")
    factories.fill(project)
    project.close()
    return path


def problem_of_opening(path: Path) -> ProblemCode:
    with pytest.raises(UserFacingError) as caught:
        open_project(path)
    return caught.value.problem


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_new_file_is_private_titled_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    project = create_project(tmp_path / "new", title="  A new\nstory ")
    assert project.path.name == "new.dateline"
    assert get_project_card(project).title == "A new story"
    assert project.path.stat().st_mode & 0o777 == 0o600
    project.close()
    assert factories.names_in(tmp_path) == {"new.dateline"}


def test_new_file_over_another_is_refused(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(UserFacingError) as caught:
        create_project(path, title="Again")
    assert caught.value.problem is ProblemCode.TARGET_EXISTS
    assert path.read_bytes() == before


def test_new_file_without_a_title_or_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidDraftError):
        create_project(tmp_path / "a", title=" ")
    with pytest.raises(UserFacingError) as caught:
        create_project(tmp_path / "none" / "a", title="A")
    assert caught.value.problem is ProblemCode.TARGET_FOLDER_MISSING


def test_every_connection_has_every_pragma(path: Path) -> None:
    wanted = {"OFF": 0, "ON": 1, "DELETE": "delete", "EXTRA": 3, "NORMAL": "normal", "MEMORY": 2, "3000": 3000, "0": 0}
    project = open_project(path)
    with project.read() as connection:
        for name, value in PRAGMAS:
            assert connection.exec_driver_sql(f"PRAGMA {name}").scalar() == wanted[value], name
    project.close()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", ProblemCode.EMPTY_FILE),
        (b"\x00" * 8192, ProblemCode.NOT_A_PROJECT),
        (b"Dear desk, this is a letter. " * 400, ProblemCode.NOT_A_PROJECT),
        (b"PK\x03\x04" + random.Random(1).randbytes(5000), ProblemCode.NOT_A_PROJECT),
        (b"SQLite format 3\x00" + b"\xff" * 4000, ProblemCode.NOT_A_PROJECT),
    ],
)
def test_file_that_is_no_project_is_refused_and_left_alone(
    tmp_path: Path, content: bytes, problem: ProblemCode
) -> None:
    path = tmp_path / "odd.dateline"
    path.write_bytes(content)
    assert problem_of_opening(path) is problem
    assert path.read_bytes() == content
    assert factories.names_in(tmp_path) == {"odd.dateline"}


def test_folder_and_missing_file_are_refused(tmp_path: Path) -> None:
    assert problem_of_opening(tmp_path) is ProblemCode.NOT_A_PROJECT
    assert problem_of_opening(tmp_path / "gone.dateline") is ProblemCode.MISSING_FILE


def test_other_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.dateline"
    run(path, "CREATE TABLE t (a)")
    assert problem_of_opening(path) is ProblemCode.NOT_A_PROJECT


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_truncated_file_is_refused_and_left_alone(path: Path, part: float) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * part)])
    assert problem_of_opening(path) in (ProblemCode.DAMAGED, ProblemCode.NOT_A_PROJECT)
    assert path.read_bytes() == whole[: int(len(whole) * part)]


ATTACKS = [
    "CREATE TRIGGER t AFTER UPDATE ON incident BEGIN DELETE FROM citation; END",
    "CREATE VIEW v AS SELECT * FROM incident",
    "CREATE TABLE extra (a)",
    "CREATE INDEX extra ON incident (title)",
    "CREATE VIRTUAL TABLE extra USING fts5 (a)",
    "DROP INDEX incident_order",
    "ALTER TABLE tag ADD COLUMN extra TEXT",
    "ALTER TABLE tag RENAME COLUMN colour TO color",
    "DROP TABLE saved_view",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_file_with_a_schema_we_did_not_write_is_refused_before_any_write(path: Path, attack: str) -> None:
    run(path, attack)
    before = path.read_bytes()
    assert problem_of_opening(path) is ProblemCode.FOREIGN_SCHEMA
    assert path.read_bytes() == before


def test_table_replaced_by_a_view_of_the_same_name_is_refused(path: Path) -> None:
    run(path, "ALTER TABLE tag RENAME TO old_tag", "CREATE VIEW tag AS SELECT * FROM old_tag")
    assert problem_of_opening(path) is ProblemCode.FOREIGN_SCHEMA


def test_newer_file_opens_read_only(path: Path) -> None:
    run(path, "PRAGMA user_version = 99", "CREATE TABLE from_the_future (a TEXT) STRICT")
    project = open_project(path)
    assert project.read_only
    assert project.is_newer
    assert count_all(project).incidents == 2
    with pytest.raises(UserFacingError) as caught:
        factories.add_incident(project)
    assert caught.value.problem is ProblemCode.READ_ONLY
    project.close()


def test_newer_file_with_a_trigger_is_refused(path: Path) -> None:
    run(path, "PRAGMA user_version = 99", ATTACKS[0])
    assert problem_of_opening(path) is ProblemCode.FOREIGN_SCHEMA


def test_second_instance_is_refused_and_may_read(path: Path) -> None:
    first = open_project(path)
    assert problem_of_opening(path) is ProblemCode.FILE_IN_USE
    second = open_project(path, read_only=True)
    assert count_all(second).incidents == 2
    second.close()
    factories.add_incident(first)
    first.close()
    open_project(path).close()


def test_read_only_folder_opens_read_only(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # root may write anywhere, so the system's answer is put in its place
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    project = open_project(path)
    assert project.read_only
    project.close()


def test_file_replaced_underneath_is_noticed_before_writing(path: Path) -> None:
    project = open_project(path)
    run(path, "UPDATE file_state SET revision = 'other'")
    with pytest.raises(UserFacingError) as caught:
        factories.add_incident(project)
    assert caught.value.problem is ProblemCode.FILE_CHANGED_UNDERNEATH
    project.close()


def test_file_moved_away_is_noticed_when_writing(path: Path) -> None:
    project = open_project(path)
    factories.add_incident(project)
    path.rename(path.with_name("elsewhere.dateline"))
    with pytest.raises(UserFacingError) as caught:
        factories.add_incident(project)
    assert caught.value.problem is ProblemCode.FILE_MOVED
    project.close()


def test_file_locked_by_another_program_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.database.PRAGMAS", tuple((n, "50" if n == "busy_timeout" else v) for n, v in PRAGMAS))
    project = open_project(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UserFacingError) as caught:
            factories.add_incident(project)
        assert caught.value.problem is ProblemCode.FILE_IN_USE
    factories.add_incident(project)
    project.close()


def test_full_disk_keeps_everything_acknowledged(path: Path) -> None:
    project = open_project(path)
    with project.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    incident_id = factories.add_incident(project, "Before")
    with project.without_transaction() as raw:
        raw.execute(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(UserFacingError) as caught:
        incidents.edit_incident(project, incident_id, IncidentPatch(body="x" * 400_000))
    assert caught.value.problem is ProblemCode.DISK_FULL
    assert incidents.get_incident(project, incident_id).body == ""
    project.close()


def _one_more_step(monkeypatch: pytest.MonkeyPatch, *second: str) -> None:
    steps = (*migrations.STEPS, second)
    monkeypatch.setattr(migrations, "CURRENT_VERSION", len(steps))
    run_steps, expected = migrations.run_steps, migrations.expected_schema
    monkeypatch.setattr(
        migrations, "run_steps", lambda c, *, since, steps=steps: run_steps(c, since=since, steps=steps)
    )
    monkeypatch.setattr(migrations, "expected_schema", lambda version, steps=steps: expected(version, steps))


def test_older_file_is_backed_up_and_migrated(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _one_more_step(monkeypatch, "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")
    project = open_project(path)
    card = get_project_card(project)
    with project.read() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == len(migrations.STEPS) + 1
    project.close()
    (backup,) = backups.list_backups(backups.backup_folder(card.uuid))
    with closing(connect(backup, read_only=True)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(migrations.STEPS),)
        assert connection.execute("SELECT count(*) FROM incident").fetchone() == (2,)


@pytest.mark.parametrize("second", ["CREATE TABLE incident (id)", "CREATE VIEW half AS SELECT 1"])
def test_migration_that_fails_leaves_the_file_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch, second: str
) -> None:
    before = _schema_of(path)
    now = len(migrations.STEPS)
    as_it_is = migrations.expected_schema(now)
    _one_more_step(monkeypatch, "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT", second)
    monkeypatch.setattr(migrations, "expected_schema", dict.fromkeys((now, now + 1), as_it_is).__getitem__)
    assert problem_of_opening(path) is ProblemCode.MIGRATION_FAILED
    assert _schema_of(path) == before
    with closing(connect(path, read_only=True)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (now,)


def _schema_of(path: Path) -> frozenset[tuple[str, str, str, str]]:
    with closing(connect(path, read_only=True)) as connection:
        return migrations.schema_of(connection)


def test_older_file_that_cannot_be_written_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _one_more_step(monkeypatch, "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")
    with pytest.raises(UserFacingError) as caught:
        open_project(path, read_only=True)
    assert caught.value.problem is ProblemCode.READ_ONLY


def test_copy_holds_everything_and_is_a_project_of_its_own(path: Path, tmp_path: Path) -> None:
    project = open_project(path)
    target = tmp_path / "copy.dateline"
    save_copy(project, target)
    project.close()
    copy = open_project(target)
    assert len(chronology.list_incidents(copy, IncidentFilter()).ids) == 2
    assert copy.undo_step() is not None
    copy.close()
    assert factories.names_in(tmp_path) == {"case.dateline", "copy.dateline"}


def test_copy_that_is_damaged_on_the_way_is_not_kept(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = iter([(1,), (2,)])
    monkeypatch.setattr(backups, "_sizes", lambda _connection: next(sizes))
    with pytest.raises(UserFacingError) as caught:
        save_copy(project, tmp_path / "copy.dateline")
    assert caught.value.problem is ProblemCode.WRITE_FAILED
    assert not (tmp_path / "copy.dateline").exists()


def test_backups_are_thinned_over_time() -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    made = [now - timedelta(hours=7 * n) for n in range(1300)]
    paths = [Path(f"{moment:%Y%m%dT%H%M%S%f}.dateline") for moment in sorted(made)]
    kept = set(paths) - set(backups.stale_backups(paths, now))
    assert len(kept) <= 7 + 14 + 8 + 12
    assert set(paths[-7:]) <= kept
    oldest = min(kept, key=lambda p: p.name)
    assert oldest.name < "20260101"


def test_backup_of_an_open_project_is_verified_and_listed(project: Project) -> None:
    factories.fill(project)
    target = backups.back_up(project)
    assert backups.list_backups(target.parent) == (target,)
    assert target.parent.name == get_project_card(project).uuid


def test_backup_is_due_after_a_change_and_not_twice_in_half_an_hour(project: Project) -> None:
    assert backups.back_up_if_due(project) is None
    factories.add_incident(project)
    target = backups.back_up_if_due(project)
    assert target is not None
    factories.add_incident(project)
    assert backups.back_up_if_due(project) is None
    old = target.with_name(f"20200101T000000000000{target.suffix}")
    target.rename(old)
    newer = backups.back_up_if_due(project)
    assert newer is not None
    assert newer.exists()


def test_stale_backups_go_when_a_new_one_is_made(project: Project) -> None:
    factories.add_incident(project)
    folder = backups.backup_folder(get_project_card(project).uuid)
    folder.mkdir(parents=True)
    (folder / "notes.txt").write_text("not ours")
    crowd = [folder / f"20200101T{hour:02}0000000000.dateline" for hour in range(24)]
    for path in crowd:
        path.write_text("old")
    backups.back_up(project)
    assert [path for path in crowd if path.exists()] == crowd[-1:]
    assert (folder / "notes.txt").exists()


@pytest.mark.parametrize("fail", [False, True])
def test_staged_file_replaces_the_target_only_when_all_went_well(tmp_path: Path, *, fail: bool) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")

    def write(part: Path) -> None:
        part.write_text("new")
        if fail:
            raise OSError(28, "No space left on device")

    write_it: Callable[[], None] = lambda: files.write_whole(target, write)  # noqa: E731 - two ways to call it
    if fail:
        with pytest.raises(UserFacingError) as caught:
            write_it()
        assert caught.value.problem is ProblemCode.DISK_FULL
    else:
        write_it()
    assert target.read_text() == ("old" if fail else "new")
    assert factories.names_in(tmp_path) == {"out.txt"}

"""Backups outside the project's folder, keyed by project id, verified before they count, thinned over time."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from platformdirs import user_data_path

from models.database import address_of, connect
from models.enums import ProblemCode
from models.errors import UserFacingError
from services import files
from services.file_errors import told_to_people
from services.project import Project

_STAMP = "%Y%m%dT%H%M%S%f"
_DUE_AFTER = timedelta(minutes=30)
_KEEP_ALL = timedelta(days=2)
_KEPT_PERIODS = (("%Y-%m-%d", 14), ("%G-%V", 8), ("%Y-%m", 12))


def backup_folder(project_uuid: str) -> Path:
    """Where backups of one project lie on this computer."""
    return user_data_path("Dateline", appauthor=False) / "backups" / project_uuid


def back_up(project: Project) -> Path:
    """Make a verified backup of an open project and thin the old ones; return its path."""
    with project.without_transaction() as connection:
        return back_up_file(project.path, connection)


def back_up_if_due(project: Project) -> Path | None:
    """Back up a project that was changed in this session and has no backup of the last half hour.

    Meant for closing, and for the moment before an import or the emptying of the bin.
    """
    if project.read_only or not project.was_changed:
        return None
    with project.read() as connection:
        project_uuid = str(connection.exec_driver_sql("SELECT uuid FROM project").scalar_one())
    newest = max(filter(None, map(_time_of, list_backups(backup_folder(project_uuid)))), default=None)
    if newest is not None and datetime.now(UTC) - newest < _DUE_AFTER:
        return None
    return back_up(project)


def back_up_file(path: Path, connection: sqlite3.Connection) -> Path:
    """Make a verified backup through a driver connection that has the file open."""
    project_uuid = connection.execute("SELECT uuid FROM project").fetchone()[0]
    folder = backup_folder(str(project_uuid))
    with told_to_people():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = folder / f"{datetime.now(UTC).strftime(_STAMP)}{path.suffix}"
    with files.staged(target) as part:
        _vacuum_into(connection, part)
    for stale in stale_backups(list_backups(folder), datetime.now(UTC)):
        stale.unlink(missing_ok=True)
    return target


def copy_into(project: Project, target: Path) -> None:
    """Write a compact copy of an open project to a new file and check it."""
    with project.without_transaction() as connection:
        _vacuum_into(connection, target)


def list_backups(folder: Path) -> tuple[Path, ...]:
    """Backups in a folder, oldest first."""
    return tuple(sorted(p for p in folder.glob("*") if _time_of(p) is not None))


def stale_backups(backups: Sequence[Path], now: datetime) -> tuple[Path, ...]:
    """Those to remove: all of two days are kept, then the last of 14 days, 8 weeks and 12 months."""
    kept: set[Path] = set()
    dated = [(time, path) for path in backups if (time := _time_of(path)) is not None]
    kept.update(path for time, path in dated if now - time <= _KEEP_ALL)
    for pattern, count in _KEPT_PERIODS:
        newest_of = {time.strftime(pattern): path for time, path in sorted(dated)}
        kept.update(path for _, path in sorted(newest_of.items())[-count:])
    return tuple(path for path in backups if path not in kept)


def _time_of(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.stem, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _vacuum_into(connection: sqlite3.Connection, target: Path) -> None:
    with told_to_people():
        connection.execute("VACUUM INTO ?", (address_of(target),))
        with closing(connect(target, read_only=True)) as copy:
            ok = copy.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            same = _sizes(copy) == _sizes(connection)
    if not (ok and same):
        raise UserFacingError(ProblemCode.WRITE_FAILED)


def _sizes(connection: sqlite3.Connection) -> tuple[int, ...]:
    tables = ("incident", "source", "citation", "capture", "change")
    return tuple(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)

"""Whole files written safely: beside the target, synced, then swapped in."""

import os
import re
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from models.enums import ProblemCode
from models.errors import UserFacingError
from services.file_errors import told_to_people

PART_PREFIX = ".part-"
_PART_NAME = re.compile(r"\.part-(\d+)-[0-9a-f]{12}(?:\..*)?")
_A_DAY = 86_400.0


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """A path beside `target` to write to; it replaces `target` when the block ends well and is removed when not.

    Raises TARGET_FOLDER_MISSING, TARGET_NOT_WRITABLE, DISK_FULL. The file is readable by its owner only.
    """
    try:
        has_folder = target.parent.is_dir()
        can_write = not target.is_dir() and os.access(target.parent, os.W_OK)
    except OSError as error:  # a folder that may not be entered, a name that no file can have
        raise UserFacingError(ProblemCode.TARGET_NOT_WRITABLE, file=target.name) from error
    if not has_folder:
        raise UserFacingError(ProblemCode.TARGET_FOLDER_MISSING, file=target.name, folder=target.parent.name)
    if not can_write:
        raise UserFacingError(ProblemCode.TARGET_NOT_WRITABLE, file=target.name)
    part = target.parent / f"{PART_PREFIX}{os.getpid()}-{secrets.token_hex(6)}{target.suffix}"
    try:
        with told_to_people():
            yield part
            part.chmod(0o600)
            _sync(part)
            part.replace(target)
            _sync(target.parent)
    finally:
        part.unlink(missing_ok=True)


def write_whole(target: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a staged file that then replaces `target`."""
    with staged(target) as part:
        write(part)


def sweep_parts(folder: Path) -> int:
    """Remove what killed writers left in `folder`; return how many files went.

    The name holds the writer's process: the part of one that lives is left alone, unless nobody touched it for a day.
    """
    with told_to_people():
        parts = [path for path in folder.glob(f"{PART_PREFIX}*") if _is_left_over(path)]
        for part in parts:
            part.unlink(missing_ok=True)
    return len(parts)


def is_there(target: Path) -> bool:
    """Whether there is something at `target`. Raises TARGET_NOT_WRITABLE where that cannot be known."""
    try:
        return target.exists()
    except OSError as error:
        raise UserFacingError(ProblemCode.TARGET_NOT_WRITABLE, file=target.name) from error


def refuse_same(target: Path, project: Path) -> None:
    """Raises TARGET_EXISTS where `target` is the open project file, by whatever name: replacing it would lose the project."""
    if is_there(target) and target.samefile(project):
        raise UserFacingError(ProblemCode.TARGET_EXISTS, file=target.name)


def _is_left_over(path: Path) -> bool:
    match = _PART_NAME.fullmatch(path.name)
    if match is None or not path.is_file():
        return False
    return time.time() - path.stat().st_mtime > _A_DAY or not _is_running(int(match[1]))


def _is_running(process: int) -> bool:
    if os.name == "nt":  # signal 0 would end it there, and an open file cannot be removed
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:  # somebody else's
        return True
    return True


def _sync(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return  # Windows cannot sync a folder
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

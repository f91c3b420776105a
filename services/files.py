"""Whole files written safely: beside the target, synced, then swapped in."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from models.enums import ProblemCode
from models.errors import UserFacingError
from services.file_errors import told_to_people

PART_PREFIX = ".part-"


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """A path beside `target` to write to; it replaces `target` when the block ends well and is removed when not.

    Raises TARGET_FOLDER_MISSING, TARGET_NOT_WRITABLE, DISK_FULL. The file is readable by its owner only.
    """
    if not target.parent.is_dir():
        raise UserFacingError(ProblemCode.TARGET_FOLDER_MISSING, folder=target.parent.name)
    if target.is_dir() or not os.access(target.parent, os.W_OK):
        raise UserFacingError(ProblemCode.TARGET_NOT_WRITABLE, file=target.name)
    part = target.parent / f"{PART_PREFIX}{secrets.token_hex(6)}{target.suffix}"
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
    """Remove what a killed writer left in `folder`; return how many files went."""
    parts = [p for p in folder.glob(f"{PART_PREFIX}*") if p.is_file()]
    for part in parts:
        part.unlink(missing_ok=True)
    return len(parts)


def _sync(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return  # Windows cannot sync a folder
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def refuse_same(target: Path, project: Path) -> None:
    """Raises TARGET_EXISTS where `target` is the open project file, by whatever name: replacing it would lose the project."""
    with told_to_people():
        if target.exists() and target.samefile(project):
            raise UserFacingError(ProblemCode.TARGET_EXISTS, file=target.name)

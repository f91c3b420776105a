"""The bytes of a file that is brought in, within the limit for its kind."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from importers.decoding import Decoded, decode
from importers.kinds import ImportKind
from models.drafts import MAX_CAPTURE_BYTES, MAX_CAPTURE_TEXT
from models.enums import ImportFault, ProblemCode
from models.errors import UserFacingError
from services.project import Project
from services.project_files import SUFFIX

MAX_MAIL_BYTES = 100 * 1024 * 1024
MAX_BYTES = dict.fromkeys(ImportKind, MAX_CAPTURE_BYTES) | {
    ImportKind.INCIDENT_TABLE: 100 * 1024 * 1024,
    ImportKind.TEXT: MAX_CAPTURE_TEXT,
    ImportKind.MARKDOWN: MAX_CAPTURE_TEXT,
    ImportKind.MAIL: MAX_MAIL_BYTES,
}


OF_ONE_FILE = frozenset(
    {
        ProblemCode.MISSING_FILE,
        ProblemCode.IMPORT_UNREADABLE,
        ProblemCode.IMPORT_TOO_LARGE,
        ProblemCode.IMPORT_TIMED_OUT,
        ProblemCode.IMPORT_UNKNOWN_TYPE,
    }
)
"""Problems that leave the other files alone."""


def read_bytes(path: Path, kind: ImportKind, project: Project | None) -> bytes:
    """All of a file. A project file is refused: reading one that is open would drop SQLite's locks on it.

    Raises UserFacingError MISSING_FILE, IMPORT_UNKNOWN_TYPE, IMPORT_TOO_LARGE, IMPORT_UNREADABLE.
    """
    try:
        return _read_checked(path, MAX_BYTES[kind], project)
    except PermissionError as error:
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, file=path.name, reason=ImportFault.PERMISSION) from error
    except OSError as error:  # a name that no file can have, a disk that fails
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, file=path.name, reason=ImportFault.DISK) from error


def decode_file(path: Path) -> Decoded:
    """The text of a file as it stands, to be looked at; nothing is kept of it. Raises MISSING_FILE and IMPORT_…"""
    return decode(read_bytes(path, ImportKind.TEXT, None))


def decode_stream(stream: BinaryIO) -> Decoded:
    """The same for standard input."""
    limit, name = MAX_BYTES[ImportKind.TEXT], "standard input"
    try:
        data = stream.read(limit + 1)
    except OSError as error:
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, file=name, reason=ImportFault.DISK) from error
    return decode(_checked(data, name, limit))


def _read_checked(path: Path, limit: int, project: Project | None) -> bytes:
    if not path.exists():
        raise UserFacingError(ProblemCode.MISSING_FILE, file=path.name)
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        if path.is_dir():
            os.listdir(path)  # a folder that may not be listed is told as such
        raise UserFacingError(ProblemCode.IMPORT_UNKNOWN_TYPE, file=path.name, reason=ImportFault.NO_FILE)
    if path.suffix == SUFFIX or (project and path.samefile(project.path)):
        raise UserFacingError(ProblemCode.IMPORT_UNKNOWN_TYPE, file=path.name, reason=ImportFault.PROJECT)
    if found.st_size > limit:
        raise _too_large(path.name, limit)
    if not os.access(path, os.R_OK):
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, file=path.name, reason=ImportFault.PERMISSION)
    with path.open("rb") as file:
        return _checked(file.read(limit + 1), path.name, limit)  # it may have grown meanwhile


def _checked(data: bytes, name: str, limit: int) -> bytes:
    if len(data) > limit:
        raise _too_large(name, limit)
    if not data:
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, file=name, reason=ImportFault.EMPTY)
    return data


def _too_large(name: str, limit: int) -> UserFacingError:
    megabytes = limit // 1024**2
    return UserFacingError(ProblemCode.IMPORT_TOO_LARGE, file=name, reason=ImportFault.MANY_BYTES, megabytes=megabytes)

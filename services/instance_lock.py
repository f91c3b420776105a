"""One instance edits a file: an operating-system lock on a file beside it, gone by itself when the process dies."""

import os
from pathlib import Path

from filelock import FileLock, Timeout

from models.enums import ProblemCode
from models.errors import UserFacingError


class InstanceLock:
    """Held while a project is open for editing. Raises FILE_IN_USE on construction where another instance holds it."""

    def __init__(self, path: Path) -> None:
        self._lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=0, mode=0o600)
        try:
            self._lock.acquire()
        except OSError as error:  # Timeout is one, too
            if not isinstance(error, Timeout):
                raise UserFacingError(ProblemCode.READ_ONLY, file=path.name) from error
            raise UserFacingError(ProblemCode.FILE_IN_USE, file=path.name) from None

    def release(self) -> None:
        """Let the next instance in. The file goes first: removed after the release it could be another's lock."""
        if os.name != "nt":
            Path(self._lock.lock_file).unlink(missing_ok=True)
        self._lock.release()

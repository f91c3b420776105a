"""Files that were read and wait to be written, kept on the disk of the project and not in memory."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from types import TracebackType

from services.file_errors import told_to_people

_IN_MEMORY = 32 * 1024**2
_PART = 1024**2


@dataclass(frozen=True, slots=True)
class Waiting:
    """Where one file lies in the spool: the bytes of the file, then the lines of the worker's answer.

    `rows` is how many lines tell of something in a table, None for any other file.
    """

    name: str
    sha256: str
    start: int
    size: int
    answer_size: int
    rows: int | None = None


class Spool:
    """Has no name on the disk where the system can do that, so that a crash leaves nothing behind; used in a `with` block."""

    def __init__(self, folder: Path) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY, dir=str(folder))  # noqa: SIM115 - closed by __exit__

    def __enter__(self) -> "Spool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def put(self, name: str, sha256: str, data: bytes, answer: Sequence[str], *, rows: int | None = None) -> Waiting:
        """Keep one file and what the worker said about it. Raises UserFacingError DISK_FULL and its kind."""
        with told_to_people():
            start = self._file.tell()
            self._file.write(data)
            for line in answer:  # each ends with its line break
                self._file.write(line.encode("utf-8"))
            size = self._file.tell() - start - len(data)
        return Waiting(name, sha256, start, len(data), size, rows)

    def get(self, waiting: Waiting) -> tuple[bytes, list[str]]:
        """The bytes and the answer."""
        with told_to_people():
            self._file.seek(waiting.start)
            data, packed = self._file.read(waiting.size), self._file.read(waiting.answer_size)
        return data, packed.decode("utf-8").split("\n")[:-1]

    def lines(self, waiting: Waiting) -> Iterator[str]:
        """The answer line by line, never all of it in memory."""
        place, end = waiting.start + waiting.size, waiting.start + waiting.size + waiting.answer_size
        rest = b""
        while place < end:
            with told_to_people():
                self._file.seek(place)
                part = self._file.read(min(_PART, end - place))
            place += len(part)
            *lines, rest = (rest + part).split(b"\n")
            yield from (line.decode("utf-8") for line in lines)

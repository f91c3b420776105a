"""Proposals of files that belong to no project: each is read as an import reads it, nothing is stored."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dates import UncertainDate
from models.enums import CaptureMethod
from models.errors import UserFacingError
from models.proposals import Queue
from services.file_bytes import OF_ONE_FILE
from services.import_worker import ImportWorker
from services.importing import ReadFile, read_file
from services.progress import WorkProgress
from services.proposal_gathering import Document, Manner, gather


@dataclass(frozen=True, slots=True)
class FileQueue:
    """The proposals of files: the numbers of files stand where a project has those of sources.

    `failed` says why files could not be read; `textless` are those without a text, `undated` those that do not say when they
    were published.
    """

    queue: Queue
    failed: dict[int, UserFacingError]
    textless: tuple[int, ...]
    undated: tuple[int, ...]


def propose_files(paths: Sequence[Path], *, published: UncertainDate, usual: str, progress: WorkProgress) -> FileQueue:
    """Read files and gather what they propose. Of a message its own text is taken, not those of its attachments.

    `published` holds for all files where it is given, else each file's own day; `usual` is the table of dates for texts that
    do not say their place. Raises what `progress` raises, which counts files.
    """
    with ImportWorker() as worker:
        files = _Files(paths, published, worker, progress)
        queue = gather(files.documents(), Manner((), usual, progress))
    return FileQueue(queue, files.failed, tuple(files.textless), tuple(files.undated))


class _Files:
    """Reads one file after the other and notes what is to be told."""

    def __init__(
        self, paths: Sequence[Path], published: UncertainDate, worker: ImportWorker, progress: WorkProgress
    ) -> None:
        self.failed: dict[int, UserFacingError] = {}
        self.textless: list[int] = []
        self.undated: list[int] = []
        self._paths = paths
        self._published = published
        self._worker = worker
        self._progress = progress

    def documents(self) -> Iterator[tuple[Document, str]]:
        """Each file that has a text, with it."""
        for number, path in enumerate(self._paths):
            self._progress.report(number, len(self._paths))
            try:
                read = self._read(path)
            except UserFacingError as error:
                if error.problem not in OF_ONE_FILE:
                    raise
                self.failed[number] = error
                continue
            text = read.found.sources[0].capture.text
            if text:
                yield self._document(number, read), text
            else:
                self.textless.append(number)
        self._progress.report(len(self._paths), len(self._paths))

    def _read(self, path: Path) -> ReadFile:
        return read_file(
            path,
            method=CaptureMethod.COMMAND_LINE,
            published=self._published,
            as_source=True,
            progress=self._progress,
            worker=self._worker,
        )

    def _document(self, number: int, read: ReadFile) -> Document:
        draft = read.found.sources[0].draft
        day = self._published if self._published.edtf else draft.published
        if not day.edtf:
            self.undated.append(number)
        return Document(number, number, draft.title, draft.language, day)

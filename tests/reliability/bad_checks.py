"""What must be true after any file, however bad: it is a sound source, or refused with one message and no trace."""

import hashlib
import os
import resource
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from cli.texts import problem_text as command_text
from gui.picture_worker import PICTURE_WORKER
from gui.texts import problem_text as window_text
from importers.page_channel import PageWish
from models.drafts import clean_text
from models.errors import UserFacingError
from services.captures import read_capture_bytes, read_capture_text
from services.checks import check_project
from services.importing import ImportedFile, read_file, write_files
from services.page_images import PDF_WORKER, PageImages
from services.project import Project
from services.project_files import create_project
from services.source_cards import get_source
from services.sources import list_source_ids
from tests.reliability.bad_bytes import Lures

MAX_SECONDS = 20.0
MAX_MEGABYTES = 1_024.0
BARE_MEGABYTES = 100.0
"""What the program takes with nothing open."""
PICTURES = frozenset({".png", ".jpg", ".gif", ".tiff", ".webp", ".svg"})
CANARY = "canary-that-nobody-may-read"
TABLES = (
    "incident", "source", "citation", "capture", "capture_text", "capture_blob", "creator", "entity", "role", "tag",
    "incident_tag", "link",
)  # fmt: skip


@dataclass(slots=True)
class Outcome:
    """What became of one file. `end` is "kept", "rows", "known" or "refused", `said` the message; `faults` what is wrong."""

    name: str
    what: str
    size: int
    seconds: float = 0.0
    megabytes: float = 0.0
    end: str = ""
    said: str = ""
    faults: list[str] = field(default_factory=list)


class MemoryWatch:
    """The largest that a worker became, looked at while an import runs; progress of an import by its shape."""

    def __init__(self) -> None:
        self.megabytes = 0.0

    def report(self, done: int, total: int = 0) -> None:
        self.check()

    def check(self) -> None:
        for worker in _children():
            try:
                status = Path(f"/proc/{worker}/status").read_text()
            except OSError:  # it ended meanwhile
                continue
            peak = next((line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")), "0")
            self.megabytes = max(self.megabytes, int(peak) / 1024)


class OwnMemory:
    """How large this process became, in MB. What tests before in the same process still hold does not count."""

    def __init__(self) -> None:
        self._held = 0.0
        try:
            Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew (proc(5))
        except OSError:
            return
        self._held = max(0.0, _own_status("VmRSS") - BARE_MEGABYTES)

    def peak(self) -> float:
        largest = _own_status("VmHWM") or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return largest - self._held


def _own_status(name: str) -> float:
    """A size from this process's status in MB, 0 where the system does not tell it."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0.0
    return int(next((line.split()[1] for line in lines if line.startswith(name)), "0")) / 1024


def _children(parent: str = str(os.getpid())) -> list[str]:
    """The processes that this one started, and those that they started, where the system tells them."""
    try:
        tasks = list(Path(f"/proc/{parent}/task").iterdir())
        found = [child for task in tasks for child in (task / "children").read_text().split()]
    except OSError:  # another system, or it ended meanwhile
        return []
    return [one for child in found for one in (child, *_children(child))]


def _check_pages(suffix: str, data: bytes) -> Iterator[str]:
    """The first page of a PDF, or a picture, as the reader draws it: an image or one message, in time."""
    worker = PDF_WORKER if suffix == ".pdf" else PICTURE_WORKER if suffix in PICTURES else ""
    if not worker:
        return
    pages, start = PageImages(worker, lambda: data), time.monotonic()
    try:
        pages.sizes()
        pages.draw(PageWish(1, 800))
    except UserFacingError as error:
        if "{" in window_text(error).text:
            yield "an unclear message about its pages"
    finally:
        pages.close()
    if time.monotonic() - start > MAX_SECONDS:
        yield f"its pages took {time.monotonic() - start:.0f} s"


class Checker:
    """A project in `folder`, files that come in beside it, and canaries that must not be touched."""

    def __init__(self, folder: Path) -> None:
        self._memory = OwnMemory()
        self.folder = folder
        self.inbox = folder / "inbox"
        self.inbox.mkdir()
        canary = folder / "canary.txt"
        canary.write_text(CANARY)
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.setblocking(False)
        self.lures = Lures(canary.as_uri(), f"http://127.0.0.1:{self._server.getsockname()[1]}/{CANARY}")
        self._project: Project = create_project(folder / "bad.dateline", title="Bad files")
        self._counts = self._count()
        self._outside = self._listing()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _type: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None) -> None:
        self._project.close()
        self._server.close()

    def try_file(self, path: Path, what: str) -> Outcome:
        """Import one file as the window does (every other table as the command line does), and check everything."""
        outcome = Outcome(path.name, what, path.stat().st_size)
        data, watch, start = path.read_bytes(), MemoryWatch(), time.monotonic()
        as_source = not (path.suffix in {".csv", ".tsv"} and int(path.stem[-1], 16) % 2)
        changes = len(self._project.history())
        try:
            file = read_file(path, project=self._project, as_source=as_source, progress=watch)
            (done,) = write_files(self._project, [file], progress=watch)
        except UserFacingError as error:
            outcome.faults += self._check_refused(outcome, error, changes)
        except Exception as error:  # noqa: BLE001 - the program would have crashed: that is what is looked for
            outcome.end, outcome.said = "crashed", f"{type(error).__name__}: {error}"[:200]
            outcome.faults.append("the program crashed")
        else:
            outcome.faults += self._check_taken(outcome, done, data, changes)
        outcome.seconds, outcome.megabytes = time.monotonic() - start, watch.megabytes
        outcome.faults += self._check_bounds(outcome)
        if outcome.end == "kept":
            outcome.faults += _check_pages(path.suffix, data)
        return outcome

    def _check_refused(self, outcome: Outcome, error: UserFacingError, changes: int) -> Iterator[str]:
        outcome.end, message, told = "refused", window_text(error), command_text(error, outcome.name)
        outcome.said = told
        if not error.problem.name.startswith("IMPORT_"):
            yield f"an unfit message: {error.problem.name}"
        if outcome.name not in message.title or not message.advice or "{" in message.text or "{" in told:
            yield "an unclear message"
        if "\n" in told or ("reading" in told and "Traceback" in told):
            yield "a message of several lines"
        if self._count() != self._counts or len(self._project.history()) != changes:
            yield "rows of a refused file"

    def _check_taken(self, outcome: Outcome, done: ImportedFile, data: bytes, changes: int) -> Iterator[str]:
        added = done.source_ids
        outcome.end = "kept" if added else "known" if done.known_source_id else "rows"
        outcome.said = ", ".join(dict.fromkeys(doubt.code.value for doubt in done.doubts))
        wrote = bool(added or done.incidents.touched_ids)
        if len(self._project.history()) != changes + 1 and wrote:
            yield "not one change"
        for place, source_id in enumerate(added):
            yield from self._check_source(source_id, data if place == 0 else None)
        self._counts = self._count()

    def _check_source(self, source_id: int, data: bytes | None) -> Iterator[str]:
        card = get_source(self._project, source_id)
        for line in card.captures:
            stored, text = read_capture_bytes(self._project, line.id), read_capture_text(self._project, line.id)
            if hashlib.sha256(stored).hexdigest() != line.sha256 or (data is not None and stored != data):
                yield "other bytes than the file's"
            if set(line.original_name) & set("/\\\0"):
                yield f"a path as a name: {line.original_name!r}"
            if clean_text(text) != text or clean_text(card.title) != card.title or not card.title.strip():
                yield "text that cannot be stored"
            if CANARY in text.replace(self.lures.web, "") and CANARY.encode() not in stored:
                yield "a file from outside was read"

    def _check_bounds(self, outcome: Outcome) -> Iterator[str]:
        if outcome.seconds > MAX_SECONDS:
            yield f"{outcome.seconds:.0f} s"
        if outcome.megabytes > MAX_MEGABYTES:
            yield f"{outcome.megabytes:.0f} MB"
        if self._listing() != self._outside:
            yield "files were made"
        try:
            self._server.accept()[0].close()
        except BlockingIOError:
            return
        yield "a server was asked"

    def faults_at_the_end(self) -> Iterator[str]:
        """The project is sound, and undo takes every file back whole."""
        if not check_project(self._project).is_healthy:
            yield "the project is damaged"
        own = self._memory.peak()
        if own > MAX_MEGABYTES:
            yield f"the program itself took {own:.0f} MB"
        while self._project.undo_step() is not None:
            self._project.undo()
        if len(list_source_ids(self._project)) or any(
            self._count().get(name) for name in ("source", "incident", "capture")
        ):
            yield "undo left rows behind"

    def _count(self) -> dict[str, int]:
        with self._project.read() as connection:
            return {
                name: int(connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() or 0) for name in TABLES
            }

    def _listing(self) -> frozenset[str]:
        """Everything round the inbox, without what SQLite keeps beside a project."""
        kept = ("bad.dateline", ".~lock", ".bad")
        names = {str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.parent != self.inbox}
        return frozenset(name for name in names if not name.startswith(kept))

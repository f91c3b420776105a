"""Pages of a preserved copy as images, drawn by a worker process that is killed when it stalls or is not wanted any more."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer
from typing import BinaryIO, TypeVar, cast

from importers import page_channel
from importers.answers import NoAnswerError
from importers.page_channel import PageImage, PageQuote, PageSize, PageWish
from importers.page_letters import folded
from importers.worker import MEMORY_EXIT
from models.enums import ImportFault, ProblemCode
from models.errors import UserFacingError
from models.reading import CitedPassage, PassageState
from services.file_errors import told_to_people

PDF_WORKER = "importers.pdf_images"
"""The module that a process runs for PDF files. Pictures are decoded by Qt: that worker lives above."""
OPEN_SECONDS = 30.0
PAGE_SECONDS = 15.0
# A worker that has closed its answers is about to go: with which code?
_PARTING_SECONDS = 2.0
_ROOT = Path(__file__).resolve().parent.parent

T = TypeVar("T")
Bytes = subprocess.Popen[bytes]


class PageImages:
    """One file in a worker of its own. One thread at a time asks; any thread may stop it.

    `worker` is the module that the process runs; `read_bytes` gives the file whenever a process begins, so that they are
    not held in between.
    """

    def __init__(
        self,
        worker: str,
        read_bytes: Callable[[], bytes],
        *,
        open_seconds: float = OPEN_SECONDS,
        page_seconds: float = PAGE_SECONDS,
    ) -> None:
        self._worker = worker
        self._read_bytes = read_bytes
        self._open_seconds = open_seconds
        self._page_seconds = page_seconds
        self._process: Bytes | None = None
        self._lock = Lock()
        self._is_stopped = False

    def sizes(self) -> tuple[PageSize, ...]:
        """The size of every page. Raises UserFacingError IMPORT_UNREADABLE, IMPORT_TIMED_OUT and what reading the bytes raises."""
        self._end()
        data = self._read_bytes()
        process = self._start()
        sizes = self._ask(process, self._open_seconds, lambda: _open(process, data))
        if not sizes:
            self._end()
            raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, reason=ImportFault.MALFORMED)
        return sizes

    def draw(self, wish: PageWish) -> PageImage:
        """A page. Raises as `sizes` does; a worker that has ended begins anew."""
        if self._process is None:
            self.sizes()
        process = self._process
        if process is None:
            raise _crashed()
        return self._ask(process, self._page_seconds, lambda: _draw(process, wish))

    def stop(self) -> None:
        """Kill the worker, now and for good. Whoever waits for an answer gets an error."""
        with self._lock:
            self._is_stopped = True
            if self._process is not None:
                self._process.kill()

    def close(self) -> None:
        """Stop, and wait for the process to be gone; called by the thread that asks."""
        self.stop()
        self._end()

    def _start(self) -> Bytes:
        with self._lock, told_to_people():
            if self._is_stopped:
                raise _crashed()
            self._process = subprocess.Popen(  # noqa: S603 - a module of ours
                [sys.executable, "-m", self._worker],
                cwd=_ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            return self._process

    def _ask(self, process: Bytes, seconds: float, conversation: Callable[[], T]) -> T:
        """An answer of the worker, which is killed when it takes too long."""
        limit = _Limit(process, seconds)
        try:
            return conversation()
        except (NoAnswerError, EOFError, OSError) as error:
            limit.end()
            raise self._why_gone(limit) from error
        finally:
            limit.end()

    def _why_gone(self, limit: "_Limit") -> UserFacingError:
        code = self._end(_PARTING_SECONDS)
        if limit.is_over:
            return UserFacingError(ProblemCode.IMPORT_TIMED_OUT)
        if code == MEMORY_EXIT:
            return UserFacingError(ProblemCode.IMPORT_TOO_LARGE, reason=ImportFault.MEMORY)
        return _crashed()

    def _end(self, patience: float = 0.0) -> int | None:
        """Let go of the process, which has so many seconds to go by itself; what it exited with."""
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return None
        with suppress(subprocess.TimeoutExpired):
            process.wait(patience)
        process.kill()
        for pipe in _pipes(process):
            with suppress(OSError):  # what was not sent yet goes nowhere
                pipe.close()
        return process.wait()


class _Limit:
    """Kills a process when its time is over."""

    def __init__(self, process: Bytes, seconds: float) -> None:
        self.is_over = False
        self._process = process
        self._timer = Timer(seconds, self._kill)
        self._timer.daemon = True
        self._timer.start()

    def _kill(self) -> None:
        self.is_over = True
        self._process.kill()

    def end(self) -> None:
        self._timer.cancel()


def quotes_by_page(text: str, passages: Sequence[CitedPassage]) -> dict[int, tuple[PageQuote, ...]]:
    """The cited words of each page, counted from 1; words that go over a page end are on both.

    A form feed in `text` begins the next page. `passages` come in the order of the text; those that are lost, or reach
    beyond it, are left out.
    """
    found: dict[int, list[PageQuote]] = {}
    page, begin, end = 1, 0, _page_end(text, 0)
    for passage in passages:
        if passage.state is not PassageState.IN_PLACE or passage.end > len(text):
            continue
        while end < passage.start:
            page, begin, end = page + 1, end + 1, _page_end(text, end + 1)
        number, first, last = page, begin, end
        while first < passage.end:
            start = max(passage.start, first)
            words = text[start : min(passage.end, last)]
            if words.strip():
                quote = PageQuote(passage.citation_id, words, len(folded(text[first:start])))
                found.setdefault(number, []).append(quote)
            number, first, last = number + 1, last + 1, _page_end(text, last + 1)
    return {number: tuple(quotes) for number, quotes in found.items()}


def _page_end(text: str, start: int) -> int:
    at = text.find("\f", start)
    return len(text) if at < 0 else at


def _open(process: Bytes, data: bytes) -> tuple[PageSize, ...]:
    to, answers = _pipes(process)
    to.write(page_channel.opening_of(data))
    to.write(data)
    to.flush()
    return page_channel.read_sizes(answers)


def _draw(process: Bytes, wish: PageWish) -> PageImage:
    to, answers = _pipes(process)
    to.write(page_channel.heading_of(wish))
    to.flush()
    return page_channel.read_image(answers)


def _pipes(process: Bytes) -> tuple[BinaryIO, BinaryIO]:
    """To the worker, and from it."""
    assert process.stdin is not None  # noqa: S101 - it was started with both
    assert process.stdout is not None  # noqa: S101 - see above
    return cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)


def _crashed() -> UserFacingError:
    return UserFacingError(ProblemCode.IMPORT_UNREADABLE, reason=ImportFault.CRASHED)

"""Reads the dates of texts on a worker, for whoever shows the texts."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from PySide6.QtCore import QLocale, QObject, Signal

from dates import UncertainDate
from dates.mention import DateMention
from dates.publication import publication_day
from dates.spelling import table_of
from gui.fields.capture_text import CaptureText
from gui.fields.date_marks import DateMarks, marks_of
from gui.task_runner import Progress, TaskRunner
from models.collector import collector_held

Anchor = dt.date | dt.datetime | None
Answer = tuple[int, tuple[DateMarks, ...]]
ReadDates = Callable[[str, Anchor, str], Iterable[DateMention]]


@dataclass(frozen=True, slots=True)
class DatedText:
    """A text, when it was published, and its language (BCP 47), "" where nobody said."""

    capture: CaptureText
    published: UncertainDate
    language: str = ""


def read_prose(text: str, anchor: Anchor, language: str = "") -> Iterable[DateMention]:
    """The mentions of a text in their order, one after the other; a language without a table is read as English is."""
    # Compiling the tables takes longer than the start may; only who opens a text needs them.
    from dates import read_dates  # noqa: PLC0415

    return read_dates(text, anchor, language=table_of(language, usual_table()))


def usual_table() -> str:
    """The table for texts that do not say where they are from: English as the person's own place writes days."""
    return spelling(QLocale())


def spelling(locale: QLocale) -> str:
    """The table of English for a place: where the day is written first, 1/2/2024 is the first of February."""
    return "en-GB" if locale.dateFormat(QLocale.FormatType.ShortFormat).lower().startswith("d") else "en"


class DateReader(QObject):
    """`dates_read(ticket, found)`: a tuple with the DateMarks of each text of the request that got the ticket.

    Answers come on the window's thread, never from within `read`. Whoever is gone by then misses nothing: connect a
    bound method, compare the ticket. Other work on texts goes to its `runner` as well.
    """

    dates_read = Signal(int, object)

    def __init__(self, runner: TaskRunner, read: ReadDates = read_prose, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = runner
        self._read = read
        self._tickets = count(1)
        self._wanted: set[int] = set()

    def read(self, texts: Sequence[DatedText]) -> int:
        """Ask for the dates of some texts; returns the ticket of the answer."""
        ticket = next(self._tickets)
        self._wanted.add(ticket)
        request = _Request(self, ticket, tuple(texts))
        self.runner.run(request.work, self.answer, request.on_failed)
        return ticket

    def drop(self, ticket: int) -> None:
        """Nobody waits for this answer any more; what was not read yet is left."""
        self._wanted.discard(ticket)

    def marks(self, ticket: int, text: DatedText, progress: Progress) -> DateMarks:
        """The dates of a text, as far as somebody waits for them; runs on the worker."""
        return marks_of(text.capture, self._mentions(ticket, text, progress))

    def _mentions(self, ticket: int, asked: DatedText, progress: Progress) -> Iterator[DateMention]:
        progress.check()
        if ticket in self._wanted:
            for mention in self._read(asked.capture.stored, publication_day(asked.published), asked.language):
                progress.check()
                if ticket not in self._wanted:
                    return
                yield mention

    def answer(self, answer: Answer) -> None:
        """What the worker found; emitted where somebody still waits for it."""
        ticket, found = answer
        if ticket in self._wanted:
            self._wanted.remove(ticket)
            self.dates_read.emit(ticket, found)


class _Request:
    """One piece of work: the texts of one ticket."""

    def __init__(self, reader: DateReader, ticket: int, texts: tuple[DatedText, ...]) -> None:
        self._reader = reader
        self._ticket = ticket
        self._texts = texts

    def work(self, progress: Progress) -> Answer:
        with collector_held():  # it stops every thread, the window's too: 90 ms at a time for 2 MB
            return self._ticket, tuple(self._reader.marks(self._ticket, text, progress) for text in self._texts)

    def on_failed(self, error: Exception) -> None:
        """The reader has a bug, which is reported as any other; nobody goes on waiting for it."""
        self._reader.answer((self._ticket, tuple(DateMarks() for _text in self._texts)))
        raise error

"""Dates are read on a worker, and only for those who still wait for them."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QLocale, QObject
from pytestqt.qtbot import QtBot

from dates import UncertainDate
from dates.mention import DateMention
from gui.fields.capture_text import CaptureText
from gui.fields.date_reader import Anchor, DatedText, DateReader, read_prose, spelling
from gui.task_runner import TaskRunner
from tests.weekdays import read_weekdays

PATIENCE_S = 20


def _text(text: str, published: str = "2024-01-23") -> DatedText:
    return DatedText(CaptureText(text), UncertainDate(published))


class Listener(QObject):
    """Keeps the tickets that were answered."""

    def __init__(self, reader: DateReader) -> None:
        super().__init__(reader)
        self.tickets: list[int] = []
        reader.dates_read.connect(self._on_dates_read)

    def _on_dates_read(self, ticket: int, _found: object) -> None:
        self.tickets.append(ticket)


class Engine:
    """Reads weekdays, counts what it read, and can be interrupted after every mention."""

    def __init__(self) -> None:
        self.gate = Event()
        self.gate.set()
        self.read: list[str] = []
        self.anchors: list[Anchor] = []
        self.after_each: list[tuple[DateReader, int]] = []

    def __call__(self, text: str, anchor: Anchor, _language: str) -> Iterator[DateMention]:
        self.anchors.append(anchor)
        assert self.gate.wait(PATIENCE_S)
        for mention in read_weekdays(text, anchor):
            self.read.append(mention.text)
            yield mention
            for reader, ticket in self.after_each:
                reader.drop(ticket)


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
def reader(qtbot: QtBot, engine: Engine) -> Iterator[DateReader]:
    bugs: list[Exception] = []
    runner = TaskRunner(bugs.append)
    yield DateReader(runner, engine, runner)
    runner.finish()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert not bugs
    runner.deleteLater()


def test_answer_has_the_mentions_of_every_text_in_turn(qtbot: QtBot, reader: DateReader, engine: Engine) -> None:
    texts = [_text(text) for text in ("On Sunday and Monday.", "", "On Friday.")]
    with qtbot.waitSignal(reader.dates_read) as caught:
        ticket = reader.read(texts)
    assert caught.args is not None
    answered, found = caught.args
    assert answered == ticket
    assert [[mark.mention.text for mark in marks] for marks in found] == [["Sunday", "Monday"], [], ["Friday"]]
    assert next(iter(found[0])).mention.date == UncertainDate("2024-01-21")


def test_text_without_a_certain_day_of_publication_has_no_anchor(
    qtbot: QtBot, reader: DateReader, engine: Engine
) -> None:
    with qtbot.waitSignal(reader.dates_read):
        reader.read([_text("On Sunday.", edtf) for edtf in ("", "2024-01", "2024-01-23~")])
    assert engine.anchors == [None, None, None]


def test_dropped_request_is_neither_read_nor_answered(qtbot: QtBot, reader: DateReader, engine: Engine) -> None:
    answers = Listener(reader)
    engine.gate.clear()
    first, second, third = (reader.read([_text(f"On {day}.")]) for day in ("Sunday", "Monday", "Friday"))
    reader.drop(second)
    engine.gate.set()
    qtbot.waitUntil(lambda: third in answers.tickets)
    assert answers.tickets == [first, third]
    assert engine.read == ["Sunday", "Friday"]


def test_request_dropped_while_it_is_read_stops(qtbot: QtBot, reader: DateReader, engine: Engine) -> None:
    answers = Listener(reader)
    engine.after_each = [(reader, 1)]
    assert reader.read([_text("On Sunday, on Monday, on Tuesday.")]) == 1
    second = reader.read([_text("")])
    qtbot.waitUntil(lambda: second in answers.tickets)
    assert answers.tickets == [second]
    assert engine.read == ["Sunday", "Monday"]


def test_bug_in_the_engine_is_raised_and_leaves_nobody_waiting(qtbot: QtBot) -> None:
    def fail(text: str, anchor: Anchor, _language: str) -> Iterator[DateMention]:
        raise ValueError(text)

    bugs: list[Exception] = []
    runner = TaskRunner(bugs.append)
    reader = DateReader(runner, fail, runner)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(reader.dates_read) as caught:
        ticket = reader.read([_text("On Sunday.")])
    assert caught.args is not None
    assert caught.args[0] == ticket
    assert [list(marks) for marks in caught.args[1]] == [[]]
    assert [str(error) for _kind, error, _trace in raised] == ["On Sunday."]
    runner.deleteLater()


@pytest.mark.parametrize(("place", "table"), [("en_US", "en"), ("en_GB", "en-GB"), ("de_DE", "en-GB"), ("sv_SE", "en")])
def test_spelling_of_a_place_that_writes_the_day_first_is_british(place: str, table: str) -> None:
    assert spelling(QLocale(place)) == table


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "4. Mai 2023"),
        ("DE_at", "4. Mai 2023"),
        ("", "2023"),
        ("en", "2023"),
        ("fr", "2023"),
        ("no such code", "2023"),
        ("../de", "2023"),
    ],
)
def test_text_is_read_in_the_language_of_its_source(language: str, words: str) -> None:
    assert [mention.text for mention in read_prose("Der Rat traf sich am 4. Mai 2023.", None, language)] == [words]


@pytest.mark.parametrize(
    ("language", "day"), [("en-US", "2023-03-04"), ("en-GB", "2023-04-03"), ("fr-FR", "2023-04-03")]
)
def test_figures_are_read_in_the_order_of_the_source(language: str, day: str) -> None:
    assert [mention.timex_value for mention in read_prose("On 03/04/2023 it rained.", None, language)] == [day]

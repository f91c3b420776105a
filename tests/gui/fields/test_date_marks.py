"""Places of date words: offsets of the stored text, positions of Qt's document, and looking them up."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextDocument

from gui.fields.capture_text import CaptureText
from gui.fields.date_marks import DateMarks, marks_of
from tests.weekdays import read_weekdays

TEXT = "On Sunday it rained.\r\n\r\n😀 On Monday,\rit did not.\r\nWeekly words: weekly. On Friday"


@pytest.fixture
def marks() -> DateMarks:
    return marks_of(CaptureText(TEXT), read_weekdays(TEXT, None))


def test_marks_stand_where_qt_shows_the_words(marks: DateMarks) -> None:
    document = QTextDocument()
    document.setPlainText(CaptureText(TEXT).shown)
    shown = document.toRawText().encode("utf-16-le")
    words = [shown[2 * mark.start : 2 * mark.end].decode("utf-16-le") for mark in marks]
    assert words == ["Sunday", "Monday", "weekly", "Friday"]
    assert [mark.mention.text for mark in marks] == words


def test_marks_beyond_what_is_shown_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.fields.capture_text.MAX_SHOWN", TEXT.index("weekly"))
    assert len(marks_of(CaptureText(TEXT), read_weekdays(TEXT, None))) == 2


def test_within_finds_marks_that_only_reach_into_the_span(marks: DateMarks) -> None:
    first, second = list(marks)[:2]
    assert list(marks.within(first.start + 1, second.start + 1)) == [first, second]
    assert list(marks.within(first.end, second.start)) == []
    assert list(marks.within(0, first.start)) == []


def test_at_counts_the_end_of_a_word_in(marks: DateMarks) -> None:
    first = next(iter(marks))
    assert marks.at(first.start) is marks.at(first.end) is first
    assert marks.at(first.start - 1) is None
    assert marks.at(first.end + 1) is None


def test_steps_go_round(marks: DateMarks) -> None:
    every = list(marks)
    assert marks.after(-1) is every[0]
    assert marks.after(every[0].start) is every[1]
    assert marks.after(every[-1].start) is every[0]
    assert marks.before(every[1].start) is every[0]
    assert marks.before(every[0].start) is every[-1]
    assert DateMarks().after(0) is DateMarks().before(0) is None


def test_marks_never_overlap() -> None:
    mentions = list(read_weekdays("Sunday Monday", None))
    whole = replace(mentions[0], end=13)
    assert [mark.mention for mark in marks_of(CaptureText("Sunday Monday"), [*mentions, whole])] == mentions

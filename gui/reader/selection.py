"""Words that somebody selected in the reader, with all that a citation or an incident made of them needs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dates import UNDATED, UncertainDate
from gui.fields.capture_text import CaptureText
from gui.fields.date_marks import DateMark, DateMarks
from gui.texts import shorten
from models.drafts import PassageDraft
from models.enums import LocatorLabel
from services.passages import locator_at

_MAX_TITLE = 80
# How far around the selected words their sentence is looked for.
_SENTENCE = 1_000
_STOP = re.compile(r"[.!?…][\"”’»)\]]*\s|\n\s*\n")


@dataclass(frozen=True, slots=True)
class ReaderSelection:
    """`date`: that of a date word among the words, else of one in their sentence; `title`: a suggestion."""

    quote: str
    passage: PassageDraft
    label: LocatorLabel
    locator: str
    date: UncertainDate
    title: str


def selection_of(
    capture: CaptureText, capture_id: int, marks: DateMarks, first: int, last: int
) -> ReaderSelection | None:
    """What is selected between two positions of Qt's document; None for nothing but blanks."""
    found = capture.passage(capture_id, first, last)
    if found is None:
        return None
    quote, passage = found
    label, locator = locator_at(capture.stored, passage.start)
    title = shorten(" ".join(quote.split()), _MAX_TITLE).rstrip(" .,;:")
    return ReaderSelection(quote, passage, label, locator, _date_of(capture, marks, passage), title)


def _date_of(capture: CaptureText, marks: DateMarks, passage: PassageDraft) -> UncertainDate:
    start, end = capture.positions((passage.start, passage.end))
    within = _first_date(marks.within(start, end), start, end)
    if within is not None:
        return within
    before, after = _sentence(capture.stored, passage.start, passage.end)
    start, end = capture.positions((before, after))
    return _first_date(marks.within(start, end), start, end) or UNDATED


def _first_date(marks: Sequence[DateMark], start: int, end: int) -> UncertainDate | None:
    for mark in marks:
        if mark.mention.date is not None and mark.mention.date.edtf and start <= mark.start and mark.end <= end:
            return mark.mention.range.date if mark.mention.range is not None else mark.mention.date
    return None


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    begin = max(0, start - _SENTENCE)
    stops = [match.end() for match in _STOP.finditer(text, begin, start)]
    behind = _STOP.search(text, max(start, end - 1), min(len(text), end + _SENTENCE))
    return (stops[-1] if stops else begin), (behind.end() if behind else min(len(text), end + _SENTENCE))

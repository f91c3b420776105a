"""Answers an inspector that asks which dates the quotes of an incident give."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from dates import UNDATED
from gui.controllers.session import Session
from gui.fields.capture_text import CaptureText
from gui.fields.date_marks import DateMarks
from gui.fields.date_reader import DatedText, DateReader
from gui.inspector.date_choice import QuotedDate, quoted_dates
from gui.inspector.date_suggestions import DateSuggestions
from models.snapshots import CitationLine, IncidentCard, SourceRow
from services.captures import read_capture_text
from services.sources import get_source_rows

MAX_QUOTES = 12
# A date word may hang on one that was mentioned before: so much of the text in front of a quote is read with it.
_BEFORE, _AFTER = 40_000, 400


@dataclass(frozen=True, slots=True)
class _Asked:
    """A quote, and where it stands in the text that is read for it."""

    line: CitationLine
    text: str
    start: int
    end: int

    def dates_among(self, marks: DateMarks) -> Sequence[QuotedDate]:
        mentions = [mark.mention for mark in marks if self.start <= mark.mention.start and mark.mention.end <= self.end]
        return quoted_dates(mentions, self.text, self.line.stance)


def _dated(asked: _Asked, source: SourceRow | None) -> DatedText:
    if source is None:
        return DatedText(CaptureText(asked.text), UNDATED)
    return DatedText(CaptureText(asked.text), source.published, source.language)


class DateSuggester(QObject):
    """Reads quotes in the text that they stand in, against the day their source was published."""

    def __init__(self, session: Session, suggestions: DateSuggestions, dates: DateReader) -> None:
        super().__init__(session)
        self._session = session
        self._suggestions = suggestions
        self._dates = dates
        self._ticket = 0
        self._incident_id = 0
        self._asked: list[_Asked] = []
        suggestions.dates_requested.connect(self._on_dates_requested)
        dates.dates_read.connect(self._on_dates_read)
        session.project_closing.connect(self._forget)

    def _on_dates_requested(self, card: IncidentCard) -> None:
        self._forget()
        if not self._session.is_open:
            return
        lines = [line for line in card.citations if line.quote.strip()][:MAX_QUOTES]
        ids = list({line.source_id for line in lines})
        rows = self._session.read(lambda project: get_source_rows(project, ids)) or ()
        sources = {row.id: row for row in rows}
        self._asked = [self._passage(line) for line in lines]
        self._incident_id = card.id
        self._ticket = self._dates.read([_dated(asked, sources.get(asked.line.source_id)) for asked in self._asked])

    def _passage(self, line: CitationLine) -> _Asked:
        passage = line.passage
        if passage is not None:
            whole = self._session.read(lambda project: read_capture_text(project, passage.capture_id)) or ""
            first = max(0, passage.start - _BEFORE)
            if passage.start < passage.end <= len(whole):
                text = whole[first : passage.end + _AFTER]
                return _Asked(line, text, passage.start - first, passage.end - first)
        return _Asked(line, line.quote, 0, len(line.quote))

    def _on_dates_read(self, ticket: int, found: tuple[DateMarks, ...]) -> None:
        if ticket == self._ticket:
            self._ticket = 0
            pairs = zip(self._asked, found, strict=True)
            self._suggestions.show_found(
                self._incident_id, [d for asked, marks in pairs for d in asked.dates_among(marks)]
            )

    def _forget(self) -> None:
        self._dates.drop(self._ticket)
        self._ticket, self._asked = 0, []

"""What of the incidents on screen shows the words that somebody looks for: marked titles, and the piece that has the words."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from gui.chronology.chronology_item_model import ChronologyItemModel
from gui.texts.summary import plain_summary
from models.errors import UserFacingError
from models.snapshots import IncidentRow
from services.word_excerpts import FoundIn, RowExcerpt
from services.word_marks import Span, WordMarks

FetchExcerpts = Callable[[str, Sequence[int]], Mapping[int, RowExcerpt]]

_BATCH = 16
_KEPT = 512


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """The two lines of a row with the spans of the words in them."""

    title: str
    title_spans: tuple[Span, ...] = ()
    summary: str = ""
    summary_spans: tuple[Span, ...] = ()


def plain_row(row: IncidentRow) -> MarkedRow:
    """The lines of an incident where nothing is looked for."""
    return MarkedRow(_title(row), (), plain_summary(row.summary))


def _title(row: IncidentRow) -> str:
    return plain_summary(row.title) if "\n" in row.title else row.title


class RowExcerpts:
    """Asks for the pieces of a few rows at a time, when they are first painted; "" looks for nothing."""

    def __init__(self, model: ChronologyItemModel) -> None:
        self._model = model
        self._fetch: FetchExcerpts | None = None
        self._text = ""
        self._marks = WordMarks("")
        self._found: OrderedDict[int, RowExcerpt | None] = OrderedDict()
        self._rows: dict[int, IncidentRow] = {}

    def attach(self, fetch: FetchExcerpts) -> None:
        """Where the pieces come from. Raises UserFacingError where the file cannot be read."""
        self._fetch = fetch

    def search(self, text: str) -> bool:
        """Look for other words; True where they are others."""
        if text == self._text:
            return False
        self._text, self._marks = text, WordMarks(text)
        self._found.clear()
        self._rows.clear()
        return True

    def lines(self, row: IncidentRow, place: int, *, with_summary: bool) -> MarkedRow:
        """The lines of the incident in the row `place` of the list."""
        if not self._marks.count:
            return plain_row(row)
        title = _title(row)
        spans = self._marks.spans(title)
        needs_more = with_summary and self._marks.count_in(title) < self._marks.count
        found = self._piece(row, place) if needs_more else None
        if found is None:
            summary = plain_summary(row.summary)
            return MarkedRow(title, spans, summary, self._marks.spans(summary))
        text, summary_spans = found.excerpt.text, found.excerpt.spans
        if found.where is FoundIn.QUOTE:
            text, summary_spans = f"“{text}”", tuple((start + 1, end + 1) for start, end in summary_spans)
        return MarkedRow(title, spans, text, summary_spans)

    def _piece(self, row: IncidentRow, place: int) -> RowExcerpt | None:
        # Another row object: the incident was edited, and read anew.
        if row.id not in self._found or self._rows.setdefault(row.id, row) is not row:
            self._read(row.id, place)
            self._rows[row.id] = row
        return self._found.get(row.id)

    def _read(self, incident_id: int, place: int) -> None:
        last = min(place + _BATCH, self._model.row_map.row_count - 1)
        ids = [i for i in self._model.ids_between(place, last) if i == incident_id or i not in self._found]
        if self._fetch is None or not self._text:
            return
        try:
            found = self._fetch(self._text, ids)
        except UserFacingError as error:
            self._model.fetch_failed.emit(error)
            found = {}
        for i in ids:
            self._found[i] = found.get(i)
            self._rows.pop(i, None)
        while len(self._found) > _KEPT:
            self._rows.pop(self._found.popitem(last=False)[0], None)

"""One row of a table to one incident."""

import datetime as dt
import re
from collections.abc import Mapping

from dates import UNDATED, DateError, UncertainDate, parse_entry
from importers.csv_columns import Column, Columns
from importers.found import Doubt, FoundCitation, FoundIncident
from importers.plain_text import title_of
from models.drafts import CitationDraft, IncidentDraft, RoleDraft, SourceDraft, clean_text
from models.enums import Confidence, DoubtCode, EntityKind, LocatorLabel, SourceType, Status
from models.errors import InvalidDraftError

MAX_SHOWN = 80
_STATUS_WORDS: Mapping[str, Status] = {
    **{status.value: status for status in Status},
    **dict.fromkeys(("confirmed", "yes", "true", "checked", "proven"), Status.VERIFIED),
    **dict.fromkeys(("alleged", "unconfirmed", "unchecked", "no", "false", "open"), Status.UNVERIFIED),
    **dict.fromkeys(("contested", "contradicted", "challenged"), Status.DISPUTED),
    **dict.fromkeys(("retracted", "refuted", "dropped"), Status.WITHDRAWN),
    "claimed": Status.REPORTED,
}
_LOCATOR_WORDS: Mapping[str, LocatorLabel] = {
    **dict.fromkeys(("p", "pp", "page", "pages"), LocatorLabel.PAGE),
    **dict.fromkeys(("para", "paras", "par", "paragraph", "¶"), LocatorLabel.PARAGRAPH),
    **dict.fromkeys(("s", "sec", "section", "§"), LocatorLabel.SECTION),
    **dict.fromkeys(("ch", "chap", "chapter"), LocatorLabel.CHAPTER),
    **dict.fromkeys(("l", "line", "lines"), LocatorLabel.LINE),
    **dict.fromkeys(("n", "note"), LocatorLabel.NOTE),
    **dict.fromkeys(("vol", "volume"), LocatorLabel.VOLUME),
    **dict.fromkeys(("fol", "folio"), LocatorLabel.FOLIO),
}
_LOCATOR = re.compile(r"([^\W\d_]+|[§¶])\.?\s*(\d.*)")
_TIMESTAMP = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d{2}")
_ROLE = re.compile(r"(.+?)\s*\(([^()]+)\)")
_ENTITY_COLUMNS = (
    (Column.PEOPLE, EntityKind.PERSON),
    (Column.ORGANISATIONS, EntityKind.ORGANISATION),
    (Column.THINGS, EntityKind.THING),
)


class RowReader:
    """Turns the cells of one row into an incident and gathers what is doubtful about them."""

    def __init__(self, cells: list[str], columns: Columns, *, row: int, today: dt.date) -> None:
        self._cells = cells
        self._columns = columns
        self._row = row
        self._today = today
        self._doubts: list[Doubt] = []

    def read(self) -> FoundIncident:
        """The incident of this row; without a draft where there is nothing to name it by."""
        if any(clean_text(cell) != cell.replace("\r\n", "\n").replace("\r", "\n") for cell in self._cells):
            self._doubt(DoubtCode.CONTROL_CHARACTERS)
        key = " ".join(self._cell(Column.ID).split())
        title = " ".join(self._cell(Column.TITLE).split())
        if not title:
            title = title_of(clean_text(self._cell(Column.BODY)))
            self._doubt(DoubtCode.MISSING_TITLE, Column.TITLE, title)
        draft = self._draft(title) if title else None
        citation = self._citation() if draft else None
        return FoundIncident(self._row, key, draft, citation, tuple(self._doubts))

    def _draft(self, title: str) -> IncidentDraft | None:
        """Only the fields that the table has columns for are given, so that an update leaves the others alone."""
        read = {
            "body": (Column.BODY, self._cell),
            "date": (Column.DATE, self._date),
            "status": (Column.STATUS, self._status),
            "confidence": (Column.CONFIDENCE, self._confidence),
            "place": (Column.PLACE, self._cell),
            "tags": (Column.TAGS, self._tags),
        }
        values: dict[str, object] = {
            field: reader(column) for field, (column, reader) in read.items() if column in self._columns.known
        }
        if note := self._note():
            values["note"] = note
        try:
            if any(column in self._columns.known for column, _ in _ENTITY_COLUMNS):
                values["roles"] = self._roles()
            return IncidentDraft(title=title, **values)
        except InvalidDraftError as error:
            self._refuse(error)
            return None

    def _citation(self) -> FoundCitation | None:
        title, url = self._cell(Column.SOURCE), self._cell(Column.URL)
        if not title and not url:
            return None
        label, value = read_locator(self._cell(Column.LOCATOR))
        quote = self._cell(Column.QUOTE)
        try:
            CitationDraft(source_id=0, locator_label=label, locator=value, quote=quote)
            source = SourceDraft(
                type=SourceType.WEBPAGE if url and not title else SourceType.ARTICLE_NEWSPAPER,
                title=title or url,
                url=url,
                publisher=self._cell(Column.PUBLISHER),
                published=self._parse(self._cell(Column.PUBLISHED), Column.PUBLISHED),
            )
        except InvalidDraftError as error:
            self._refuse(error)
            return None
        return FoundCitation(source, label, value, quote)

    def _cell(self, column: Column) -> str:
        place = self._columns.known.get(column, -1)
        return plain_cell(clean_text(self._cells[place])) if 0 <= place < len(self._cells) else ""

    def _note(self) -> str:
        """The note column, and every cell that no other field takes, so that nothing of the row is lost."""
        others = [
            f"{self._columns.unknown[place] or place + 1}: {plain_cell(cell)}"
            for place, cell in enumerate(self._cells)
            if place in self._columns.unknown and cell.strip()
        ]
        extra = [plain_cell(cell) for cell in self._cells[self._columns.width :] if cell.strip()]
        if extra:
            self._doubt(DoubtCode.EXTRA_CELLS, value=extra[0])
        return "\n".join(part for part in (self._cell(Column.NOTE), *others, *extra) if part)

    def _date(self, column: Column) -> UncertainDate:
        time, zone = self._cell(Column.TIME), self._cell(Column.ZONE)
        written = " ".join(part for part in (self._cell(column), time) if part)
        start = self._parse(written, column)
        end_written = self._cell(Column.END)
        if end_written:
            start = self._until(start, written, end_written)
        if zone and start.edtf:
            try:
                return UncertainDate(start.edtf, start.as_written, zone)
            except DateError:
                self._doubt(DoubtCode.UNREADABLE_ZONE, Column.ZONE, zone)
        return start

    def _until(self, start: UncertainDate, written: str, end_written: str) -> UncertainDate:
        """From `start` to the end column's date; kept as written where the two make no period."""
        end = self._parse(end_written, Column.END)
        whole = f"{written} – {end_written}"
        if end.edtf in {"", start.edtf}:
            return start if start.edtf else UncertainDate(as_written=whole)
        try:
            return UncertainDate(f"{start.edtf or '..'}/{end.edtf}", whole, start.time_zone)
        except DateError as error:
            self._doubt(DoubtCode.UNREADABLE_DATE, Column.END, whole, error.suggestion)
            return UncertainDate(as_written=whole)

    def _parse(self, written: str, column: Column) -> UncertainDate:
        """The date, undated with the wording kept where it cannot be read."""
        if not written:
            return UNDATED
        wording = " ".join(clean_text(written).split())
        try:
            date = parse_entry(wording, today=self._today)
        except DateError as error:
            self._doubt(DoubtCode.UNREADABLE_DATE, column, written, error.suggestion)
            return UncertainDate(as_written=wording)
        return UncertainDate(date.edtf, "" if wording == date.edtf else wording, date.time_zone)

    def _status(self, column: Column) -> Status:
        written = self._cell(column)
        status = _STATUS_WORDS.get(written.casefold(), Status.UNVERIFIED)
        if written and written.casefold() not in _STATUS_WORDS:
            self._doubt(DoubtCode.UNKNOWN_STATUS, column, written)
        return status

    def _confidence(self, column: Column) -> Confidence | None:
        written = self._cell(column).casefold()
        if not written:
            return None
        try:
            return Confidence(written)
        except ValueError:
            self._doubt(DoubtCode.UNKNOWN_CONFIDENCE, column, written)
            return None

    def _tags(self, column: Column) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._parts(column, ";,|\n")))

    def _roles(self) -> tuple[RoleDraft, ...]:
        """ "Anna Berg (minister); Karl Lund": names with their roles. Commas are part of a name."""
        found: dict[tuple[EntityKind, str], RoleDraft] = {}
        for column, kind in _ENTITY_COLUMNS:
            for part in self._parts(column, ";|\n"):
                match = _ROLE.fullmatch(part)
                name, role = (match[1], match[2]) if match else (part, "")
                found.setdefault((kind, name), RoleDraft(kind=kind, name=name, role=role))
        return tuple(found.values())

    def _parts(self, column: Column, separators: str) -> list[str]:
        return [name for part in re.split(f"[{separators}]", self._cell(column)) if (name := " ".join(part.split()))]

    def _refuse(self, error: InvalidDraftError) -> None:
        for field, code in error.fields.items():
            doubt = DoubtCode.BAD_URL if code == "bad_url" else DoubtCode.TOO_LONG
            self._doubts.append(Doubt(doubt, self._row, field.split(".")[0]))

    def _doubt(self, code: DoubtCode, column: str = "", value: str = "", hint: str = "") -> None:
        self._doubts.append(Doubt(code, self._row, column, " ".join(clean_text(value).split())[:MAX_SHOWN], hint))


def plain_cell(cell: str) -> str:
    """A cell's text. A formula is text too, without the apostrophe by which spreadsheets and our exports keep it so."""
    stripped = cell.strip(" \t\r\n")
    return stripped[1:] if stripped[:1] == "'" and stripped[1:2] in tuple("=+-@") else stripped


def read_locator(written: str) -> tuple[LocatorLabel, str]:
    """ "p. 12", "para 3", "§ 4" and "01:12:30" with their labels; anything else is a page as written."""
    if _TIMESTAMP.fullmatch(written):
        return LocatorLabel.TIMESTAMP, written
    match = _LOCATOR.fullmatch(written)
    label = _LOCATOR_WORDS.get(match[1].casefold()) if match else None
    return (label, match[2].strip()) if match and label else (LocatorLabel.PAGE, written)

"""Each row of a table to one incident."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import repeat

from dates import UNDATED, DateError, UncertainDate, is_plain_day, parse_entry
from importers.csv_columns import Column, Columns
from importers.found import Doubt, FoundCitation, FoundIncident
from importers.plain_text import title_of
from models.drafts import MAX_LINE, CitationDraft, IncidentDraft, RoleDraft, SourceDraft, clean_text
from models.enums import Confidence, DoubtCode, EntityKind, LocatorLabel, SourceType, Status
from models.errors import InvalidDraftError

MAX_SHOWN = 80
_REMEMBERED = 50_000  # different dates, names and sources of one table
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
_TAG_ENDS = re.compile(r"[;,|\n]")
_NAME_ENDS = re.compile(r"[;|\n]")
_KEPT_FORMULAS = ("'=", "'+", "'-", "'@")
_ENTITY_COLUMNS = (
    (Column.PEOPLE, EntityKind.PERSON),
    (Column.ORGANISATIONS, EntityKind.ORGANISATION),
    (Column.THINGS, EntityKind.THING),
)


class RowReader:
    """Turns the rows of one table into incidents, one after the other, and gathers what is doubtful about each.

    Names, dates and sources come again and again in a table: each is read once.
    """

    def __init__(self, columns: Columns, *, today: dt.date) -> None:
        self._columns = columns
        self._today = today
        self._at = {column: columns.known.get(column, -1) for column in Column}
        self._is_dated_in_parts = bool({Column.TIME, Column.ZONE, Column.END} & set(columns.known))
        self._entity_columns = tuple((column, kind) for column, kind in _ENTITY_COLUMNS if column in columns.known)
        self._fields = tuple(each for each in self._readers() if each[1] in columns.known)
        self._cells: list[str] = []
        self._texts: list[str] = []
        self._row = 0
        self._doubts: list[Doubt] = []
        self._read_date = lru_cache(_REMEMBERED)(self._read_date_anew)
        self._locator = lru_cache(_REMEMBERED)(read_locator)
        self._role = lru_cache(_REMEMBERED)(_role)
        self._source = lru_cache(_REMEMBERED)(_source)

    def _readers(self) -> tuple[tuple[str, Column, Callable[[Column], object]], ...]:
        """The fields of an incident that a column of their own fills, and how."""
        return (
            ("body", Column.BODY, self._cell),
            ("date", Column.DATE, self._date),
            ("status", Column.STATUS, self._status),
            ("confidence", Column.CONFIDENCE, self._confidence),
            ("place", Column.PLACE, self._cell),
            ("tags", Column.TAGS, self._tags),
        )

    def read(self, cells: list[str], row: int) -> FoundIncident:
        """The incident of a row; without a draft where there is nothing to name it by."""
        self._cells, self._row, self._doubts = cells, row, []
        if not all(map(str.isprintable, cells)):
            self._clean_cells()
        # The last place is that of columns which the table does not have.
        self._texts = [*map(plain_cell, self._cells), *repeat("", self._columns.width - len(cells) + 1)]
        self._texts.append("")
        key = " ".join(self._cell(Column.ID).split())
        title = " ".join(self._cell(Column.TITLE).split())
        if not title:
            title = title_of(self._cell(Column.BODY))
            self._doubt(DoubtCode.MISSING_TITLE, Column.TITLE, title)
        draft = self._draft(title) if title else None
        citation = self._citation() if draft else None
        return FoundIncident(row, key, draft, citation, tuple(self._doubts))

    def _clean_cells(self) -> None:
        cleaned = [clean_text(cell) for cell in self._cells]
        if any(
            new != old.replace("\r\n", "\n").replace("\r", "\n") for new, old in zip(cleaned, self._cells, strict=True)
        ):
            self._doubt(DoubtCode.CONTROL_CHARACTERS)
        self._cells = cleaned

    def _draft(self, title: str) -> IncidentDraft | None:
        """Only the fields that the table has columns for are given, so that an update leaves the others alone."""
        values: dict[str, object] = {field: reader(column) for field, column, reader in self._fields}
        if note := self._note():
            values["note"] = note
        try:
            if self._entity_columns:
                values["roles"] = self._roles()
            return IncidentDraft(title=title, **values)
        except InvalidDraftError as error:
            self._refuse(error)
            return None

    def _citation(self) -> FoundCitation | None:
        title, url = self._cell(Column.SOURCE), self._cell(Column.URL)
        if not title and not url:
            return None
        label, value = self._locator(self._cell(Column.LOCATOR))
        quote = self._cell(Column.QUOTE)
        published = self._parse(self._cell(Column.PUBLISHED), Column.PUBLISHED)
        try:
            if len(value) + len(quote) > MAX_LINE:  # shorter ones cannot be refused
                CitationDraft(source_id=0, locator_label=label, locator=value, quote=quote)
            source = self._source(title, url, self._cell(Column.PUBLISHER), published)
        except InvalidDraftError as error:
            self._refuse(error)
            return None
        return FoundCitation(source, label, value, quote)

    def _cell(self, column: Column) -> str:
        return self._texts[self._at[column]]

    def _note(self) -> str:
        """The note column, and every cell that no other field takes, so that nothing of the row is lost."""
        if not self._columns.unknown and len(self._cells) <= self._columns.width:
            return self._cell(Column.NOTE)
        others = [
            f"{heading or place + 1}: {plain_cell(self._cells[place])}"
            for place, heading in self._columns.unknown.items()
            if place < len(self._cells) and self._cells[place].strip()
        ]
        extra = [plain_cell(cell) for cell in self._cells[self._columns.width :] if cell.strip()]
        if extra:
            self._doubt(DoubtCode.EXTRA_CELLS, value=extra[0])
        return "\n".join(part for part in (self._cell(Column.NOTE), *others, *extra) if part)

    def _date(self, column: Column) -> UncertainDate:
        if not self._is_dated_in_parts:
            return self._parse(self._cell(column), column)
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
        date, suggestion = self._read_date(written)
        if suggestion is not None:
            self._doubt(DoubtCode.UNREADABLE_DATE, column, written, suggestion)
        return date

    def _read_date_anew(self, written: str) -> tuple[UncertainDate, str | None]:
        """A date, and a suggestion where it cannot be read."""
        wording = " ".join(written.split())
        if is_plain_day(wording):
            return UncertainDate(wording), None
        try:
            date = parse_entry(wording, today=self._today)
        except DateError as error:
            return UncertainDate(as_written=wording), error.suggestion
        return UncertainDate(date.edtf, "" if wording == date.edtf else wording, date.time_zone), None

    def _status(self, column: Column) -> Status:
        written = self._cell(column)
        status = _STATUS_WORDS.get(written.casefold())
        if written and status is None:
            self._doubt(DoubtCode.UNKNOWN_STATUS, column, written)
        return status or Status.UNVERIFIED

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
        return tuple(dict.fromkeys(_parts(self._cell(column), _TAG_ENDS)))

    def _roles(self) -> tuple[RoleDraft, ...]:
        """ "Anna Berg (minister); Karl Lund": names with their roles. Commas are part of a name."""
        found: dict[tuple[EntityKind, str], RoleDraft] = {}
        for column, kind in self._entity_columns:
            for part in _parts(self._cell(column), _NAME_ENDS):
                role = self._role(kind, part)
                found.setdefault((kind, role.name), role)
        return tuple(found.values())

    def _refuse(self, error: InvalidDraftError) -> None:
        for field, code in error.fields.items():
            doubt = DoubtCode.BAD_URL if code == "bad_url" else DoubtCode.TOO_LONG
            self._doubts.append(Doubt(doubt, self._row, field.split(".")[0]))

    def _doubt(self, code: DoubtCode, column: str = "", value: str = "", hint: str = "") -> None:
        self._doubts.append(Doubt(code, self._row, column, " ".join(clean_text(value).split())[:MAX_SHOWN], hint))


def _role(kind: EntityKind, written: str) -> RoleDraft:
    match = _ROLE.fullmatch(written)
    name, role = (match[1], match[2]) if match else (written, "")
    return RoleDraft(kind=kind, name=name, role=role)


def _source(title: str, url: str, publisher: str, published: UncertainDate) -> SourceDraft:
    return SourceDraft(
        type=SourceType.WEBPAGE if url and not title else SourceType.ARTICLE_NEWSPAPER,
        title=title or url,
        url=url,
        publisher=publisher,
        published=published,
    )


def _parts(written: str, ends: re.Pattern[str]) -> list[str]:
    return [name for part in ends.split(written) if (name := " ".join(part.split()))] if written else []


def plain_cell(cell: str) -> str:
    """A cell's text. A formula is text too, without the apostrophe by which spreadsheets and our exports keep it so."""
    stripped = cell.strip(" \t\r\n")
    return stripped[1:] if stripped.startswith(_KEPT_FORMULAS) else stripped


def read_locator(written: str) -> tuple[LocatorLabel, str]:
    """ "p. 12", "para 3", "§ 4" and "01:12:30" with their labels; anything else is a page as written."""
    if _TIMESTAMP.fullmatch(written):
        return LocatorLabel.TIMESTAMP, written
    match = _LOCATOR.fullmatch(written)
    label = _LOCATOR_WORDS.get(match[1].casefold()) if match else None
    return (label, match[2].strip()) if match and label else (LocatorLabel.PAGE, written)

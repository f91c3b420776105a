"""A table of incidents: comma, semicolon, tab or bar separated text with a heading row (RFC 4180 and its relatives)."""

import csv
import datetime as dt
import io
from collections.abc import Iterator

from importers.csv_columns import Column, Columns, map_columns
from importers.csv_rows import RowReader
from importers.decoding import decode
from importers.found import Doubt, Found, FoundIncident, Table
from models.drafts import MAX_TEXT
from models.enums import DoubtCode, ImportFault, ProblemCode
from models.errors import UserFacingError

DELIMITERS = ",;\t|"
MAX_ROWS = 1_000_000


def read_csv_incidents(data: bytes, *, today: dt.date) -> Found:
    """One incident a row, all at once. Raises as `open_table` does, and IMPORT_TOO_LARGE where there are too many rows."""
    table = open_table(data, today=today)
    return Found(incidents=tuple(table.rows), doubts=table.doubts)


def open_table(data: bytes, *, today: dt.date) -> Table:
    """One incident a row, read as it is asked for. `today` is what "yesterday" in a date cell counts from.

    Raises UserFacingError IMPORT_UNREADABLE where the bytes are no text or no heading names a title or a text; the rows
    raise IMPORT_TOO_LARGE where there are too many.
    """
    decoded = decode(data)
    records = _records(decoded.text)
    headings, _ = next(records, ([], None))
    columns = map_columns(headings)
    if not {Column.TITLE, Column.BODY} & set(columns.known):
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, reason=ImportFault.NO_TITLE_COLUMN)
    doubts = [Doubt(DoubtCode.UNKNOWN_COLUMN, column=name) for name in columns.unknown.values() if name]
    if decoded.guessed:
        doubts.append(Doubt(DoubtCode.GUESSED_ENCODING, value=decoded.encoding))
    return Table(tuple(doubts), _without_repeated_keys(_read_rows(records, columns, today)))


def _read_rows(
    records: Iterator[tuple[list[str], Doubt | None]], columns: Columns, today: dt.date
) -> Iterator[FoundIncident]:
    reader = RowReader(columns, today=today)
    for row, (cells, doubt) in enumerate(records, start=2):
        if row > MAX_ROWS:
            raise UserFacingError(ProblemCode.IMPORT_TOO_LARGE, reason=ImportFault.MANY_ROWS, rows=MAX_ROWS)
        if doubt is not None:
            yield FoundIncident(row, "", None, doubts=(Doubt(doubt.code, row),))
        elif any(map(str.strip, cells)):
            yield reader.read(cells, row)


def _without_repeated_keys(incidents: Iterator[FoundIncident]) -> Iterator[FoundIncident]:
    """The same id in two rows would make the second overwrite the first, so it is named and left out."""
    seen: set[str] = set()
    for found in incidents:
        if found.key and found.key in seen:
            doubt = Doubt(DoubtCode.REPEATED_ID, found.row, Column.ID, found.key[:80])
            yield FoundIncident(found.row, found.key, None, doubts=(*found.doubts, doubt))
            continue
        seen.add(found.key)
        yield found


def _records(text: str) -> Iterator[tuple[list[str], Doubt | None]]:
    """The records, a doubt in place of one that cannot be read. A quote that is never closed ends the file."""
    previous = csv.field_size_limit(MAX_TEXT * 4)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter_of(text), strict=True)
        while True:
            try:
                for cells in reader:
                    yield cells, None
            except csv.Error as error:
                code = DoubtCode.TOO_LONG if "limit" in str(error) else DoubtCode.BROKEN_QUOTES
                yield [], Doubt(code)
            else:
                return
    finally:
        csv.field_size_limit(previous)


def _delimiter_of(text: str) -> str:
    """The separator that stands most often in the heading row, outside quotes."""
    heading: list[str] = []
    quoted = False
    for character in text:
        quoted ^= character == '"'
        if character in "\r\n" and not quoted:
            break
        heading.append(" " if quoted else character)
    return max(DELIMITERS, key=heading.count)

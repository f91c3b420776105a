"""Which incidents of the index have a date, and which may lie in a window of time. Pure."""

from services.bits import any_of, table
from services.date_shapes import UNDATED, DateDoubt
from services.incident_index import IncidentColumns

IS_DATED = table(UNDATED.__ne__)
_HAS_OPEN_START = table(lambda code: bool(code & DateDoubt.OPEN_START))
HAS_OPEN_END = table(lambda code: bool(code & DateDoubt.OPEN_END))


def lying_between(columns: IncidentColumns, first: int | None, last: int | None) -> list[bytes]:
    """1 for the dated incidents that may lie at or after a second; 1 for those at or before another. None is no limit."""
    parts = [bytes(columns.kinds.translate(IS_DATED))]
    if first is not None:
        parts.append(any_of(bytes(map(first.__le__, columns.last)), columns.doubts.translate(HAS_OPEN_END)))
    if last is not None:
        parts.append(any_of(bytes(map(last.__ge__, columns.first)), columns.doubts.translate(_HAS_OPEN_START)))
    return parts

"""Small indexes of dates, and what a calendar needs of them."""

from collections.abc import Sequence

from dates import UncertainDate
from dates.calendar import to_days
from models.enums import Status
from models.snapshots import IncidentRow
from services.date_shapes import shape_of
from services.incident_index import IncidentColumns, IncidentNumbers
from services.periods import Period, Unit
from services.rhythm import PeriodPlaces, Rhythm, count_rhythm

DATES = (
    "2011-05-04",
    "2024-01",
    "2024-01-20",
    "2024-01-20",
    "2024-01-20T05:30",
    "2024-01-21",
    "2024-03-02",
    "2024",
    "",
)
TODAY = to_days(2024, 2, 1)


def columns_of(*dates: str) -> IncidentColumns:
    """An index of these dates, whose ids count from 1; every other incident has the next status."""
    return IncidentColumns(
        IncidentNumbers(number, *shape_of(edtf), number % 5, 0, 0, 0, "", "", number, 0, 0)
        for number, edtf in enumerate(dates, 1)
    )


def rhythm_of(unit: Unit, *dates: str, in_parts: bool = False) -> Rhythm:
    """Counts of some dates, by default those above."""
    columns = columns_of(*(dates or DATES))
    codes = bytes(columns.statuses) if in_parts else b""
    return count_rhythm(PeriodPlaces(unit, columns), b"\1" * len(columns), codes, 5)


def day(text: str) -> Period:
    year, month, of_month = (int(part) for part in text.split("-"))
    return Period(Unit.DAY, to_days(year, month, of_month))


def rows(ids: Sequence[int]) -> list[IncidentRow]:
    """List rows of these ids."""
    return [
        IncidentRow(
            i, 1, f"Incident {i}", "", UncertainDate(DATES[(i - 1) % len(DATES)]), Status.REPORTED, False, "", (), 1, 0
        )
        for i in ids
    ]

"""Invented incidents for the list's tests."""

from array import array
from collections.abc import Sequence

from dates import UncertainDate
from models.enums import Status
from models.snapshots import IncidentRow, PeriodGroup, TagCard
from services.chronology import Listing

TAGS = (TagCard(1, "US forces", 0), TagCard(2, "To check", 1))


def make_row(number: int, date: str = "2024-01-20", **given: object) -> IncidentRow:
    """An incident with the id `number`."""
    values: dict[str, object] = {
        "id": number,
        "version": 1,
        "title": f"Incident {number}",
        "summary": "What **happened**.[^3]",
        "date": UncertainDate(date),
        "status": Status.REPORTED,
        "marked": False,
        "place": "Al-Asad",
        "tags": TAGS[:1],
        "citation_count": 2,
        "contradicting_count": 0,
    }
    return IncidentRow(**{**values, **given})  # type: ignore[arg-type]


class Store:
    """Rows by id, and a record of what was asked for."""

    def __init__(self, rows: Sequence[IncidentRow]) -> None:
        self.rows = {row.id: row for row in rows}
        self.asked: list[list[int]] = []

    def fetch(self, ids: Sequence[int]) -> list[IncidentRow]:
        """As `services.chronology.get_rows`."""
        self.asked.append(list(ids))
        return [self.rows[i] for i in ids if i in self.rows]


def make_store(count: int) -> Store:
    """A store of `count` incidents on one day."""
    return Store([make_row(number) for number in range(1, count + 1)])


def make_listing(ids: Sequence[int], *sizes: int) -> Listing:
    """`ids` under one month heading per size (one for all by default)."""
    counts = sizes or (len(ids),)
    groups = [
        PeriodGroup(f"2024-{month:02d}", size, size + 1, (1,) * 31)
        for month, size in enumerate(counts, start=1)
        if size
    ]
    return Listing(array("q", ids), tuple(groups))

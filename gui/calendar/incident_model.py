"""The incidents of a period as a Qt model: headings and rows, read when they are shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from dates import DateStyle, format_date
from gui.grouped_rows import GroupedItemModel, ModelIndex
from gui.overriding import override
from gui.row_map import RowMap
from gui.texts import status_text
from models.errors import UserFacingError
from models.snapshots import IncidentRow

FetchRows = Callable[[Sequence[int]], Sequence[IncidentRow]]
_AT_ONCE = 48
_KEPT = 1_000


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and the incidents under it."""

    heading: str
    ids: Sequence[int]


class RowReader(QObject):
    """Reads rows of incidents and keeps the last ones; a file that cannot be read is told once."""

    fetch_failed = Signal(object)

    def __init__(self, fetch_rows: FetchRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch_rows = fetch_rows
        self._rows: dict[int, IncidentRow] = {}
        self._has_failed = False

    def forget(self) -> None:
        """Something was edited: read again what is shown."""
        self._rows.clear()
        self._has_failed = False

    def row(self, wanted: int, around: Sequence[int]) -> IncidentRow | None:
        """One row, read together with those around it that are missing too."""
        if wanted not in self._rows and not self._has_failed:
            if len(self._rows) > _KEPT:
                self._rows.clear()
            missing = [i for i in dict.fromkeys((wanted, *around)) if i not in self._rows]
            try:
                self._rows.update((row.id, row) for row in self._fetch_rows(missing))
            except UserFacingError as error:
                self._has_failed = True
                self.fetch_failed.emit(error)
        return self._rows.get(wanted)


class IncidentPartsModel(GroupedItemModel):
    """Rows are the headings and the incidents of some parts."""

    def __init__(self, rows: RowReader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._parts: tuple[Part, ...] = ()
        self._ids: list[int] = []

    def show_parts(self, parts: Sequence[Part]) -> bool:
        """Replace all rows; whether they are others."""
        if [(part.heading, list(part.ids)) for part in parts] == [
            (part.heading, list(part.ids)) for part in self._parts
        ]:
            return False
        self.beginResetModel()
        self._parts = tuple(parts)
        self._ids = [i for part in parts for i in part.ids]
        self.row_map = RowMap([len(part.ids) for part in parts])
        self.endResetModel()
        return True

    def part_at(self, row: int) -> Part:
        """The part that a row belongs to."""
        return self._parts[self.row_map.group_of(row)]

    def id_at(self, row: int) -> int | None:
        """The incident of a row, None for a heading."""
        place = self.row_map.place_of(row)
        return None if place is None else self._ids[place]

    def incident_at(self, row: int) -> IncidentRow | None:
        """The incident of a row, read now if need be; None for a heading or where it cannot be read."""
        place = self.row_map.place_of(row)
        if place is None:
            return None
        start = place - place % _AT_ONCE
        return self._rows.row(self._ids[place], self._ids[start : start + _AT_ONCE])

    def row_of(self, incident_id: int) -> int | None:
        """The row of an incident, None where it is not listed."""
        return self.row_map.row_of(self._ids.index(incident_id)) if incident_id in self._ids else None

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        wanted = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
        if role not in wanted or not index.isValid():
            return None
        if self.id_at(index.row()) is None:
            return self.part_at(index.row()).heading
        row = self.incident_at(index.row())
        if row is None:
            return ""
        return row.title if role == Qt.ItemDataRole.DisplayRole else row_sentence(row)


def row_sentence(row: IncidentRow) -> str:
    """A row as a screen reader says it."""
    parts = (row.title, format_date(row.date, DateStyle.LONG), status_text(row.status), row.place)
    return ", ".join(part for part in parts if part)

"""The chronology as a Qt model: headings and incidents, whose rows are fetched by the page when they are shown."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal

from gui.chronology import words
from gui.grouped_rows import GroupedItemModel, ModelIndex
from gui.overriding import override
from gui.row_map import RowMap
from models.errors import UserFacingError
from models.snapshots import IncidentRow, PeriodGroup
from services.id_finder import IdFinder

if TYPE_CHECKING:
    from services.chronology import Listing

PAGE = 32
ROWS_KEPT = 64 * PAGE
MIME_INCIDENT = "application/x-dateline-incident"
FetchRows = Callable[[Sequence[int]], Sequence[IncidentRow]]


class ChronologyItemModel(GroupedItemModel):
    """Rows are period headings (enabled, not selectable) and incidents.

    `fetch_rows` returns the rows of the given ids; it is asked for at most `PAGE` ids at a time, and only for pages
    that a view wants to show. When it fails, `fetch_failed` carries the error and nothing is asked until the next
    listing.
    """

    fetch_failed = Signal(object)

    def __init__(self, fetch_rows: FetchRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch_rows = fetch_rows
        self._ids: array[int] = array("q")
        self._finder = IdFinder(self._ids)
        self._groups: list[PeriodGroup] = []
        self._days_of: Callable[[int], tuple[int, ...]] | None = None
        self._rows: OrderedDict[int, IncidentRow | None] = OrderedDict()
        self._failed = False
        self.row_map = RowMap(())

    def set_listing(self, listing: "Listing", *, keep_rows: bool = False) -> None:
        """Show another listing, and read its rows anew; with `keep_rows`, only those that were not read yet."""
        self._failed = False
        if not keep_rows:
            self._rows.clear()
        self._days_of = listing.days_of
        counts = [group.count for group in listing.groups]
        if listing.ids == self._ids and counts == [group.count for group in self._groups]:
            self._groups = list(listing.groups)
            self._announce(0, self.row_map.row_count - 1)
            return
        self.beginResetModel()
        self._ids = listing.ids
        self._finder = IdFinder(self._ids, self._finder)
        self._groups = list(listing.groups)
        self.row_map = RowMap(counts)
        self.endResetModel()

    def invalidate(self, ids: Collection[int]) -> None:
        """Fetch these incidents anew when they are next shown."""
        self._failed = False
        known = [found for found in ids if found in self._rows]
        for found in known:
            del self._rows[found]
        rows = self.rows_of(known)
        if len(rows) <= 2 * PAGE:
            # A heading shows on which day of its month the current incident is.
            for row in (*rows, *sorted({*map(self.row_map.heading_of, rows)})):
                self._announce(row, row)
        else:
            self._announce(0, self.row_map.row_count - 1)

    @property
    def ids(self) -> "array[int]":
        """All incidents in order; do not change it."""
        return self._ids

    def place_of_id(self, incident_id: int) -> int | None:
        """The 0-based number of an incident in the listing, None when it is not in it."""
        return self._finder.place_of(incident_id)

    def row_of(self, incident_id: int) -> int | None:
        """The row of an incident, None when the listing does not hold it."""
        place = self.place_of_id(incident_id)
        return None if place is None else self.row_map.row_of(place)

    def rows_of(self, ids: Iterable[int]) -> list[int]:
        """The rows of those of `ids` that the listing holds, ascending."""
        wanted = set(ids)
        if len(wanted) <= 8:
            return sorted(row for row in map(self.row_of, wanted) if row is not None)
        return [self.row_map.row_of(place) for place, found in enumerate(self._ids) if found in wanted]

    def incident_id_at(self, row: int) -> int | None:
        """The incident in a row, None for a heading or outside of the list."""
        place = self.row_map.place_of(row)
        return None if place is None else self._ids[place]

    def ids_between(self, top: int, bottom: int) -> "array[int]":
        """The incidents in the rows `top`…`bottom` (inclusive)."""
        first, end = self.row_map.places_between(top, bottom)
        return self._ids[first:end]

    def group_at(self, row: int) -> PeriodGroup:
        """The group that a row belongs to, with its days."""
        number = self.row_map.group_of(row)
        group = self._groups[number]
        if self._days_of is not None and not group.days:
            group = self._groups[number] = replace(group, days=self._days_of(number))
        return group

    def incident_at(self, row: int) -> IncidentRow | None:
        """What the list shows of the incident in `row`; None for a heading, or when it cannot be read."""
        place = self.row_map.place_of(row)
        if place is None:
            return None
        wanted = self._ids[place]
        if wanted not in self._rows:
            self._fetch(place // PAGE)
        else:
            self._rows.move_to_end(wanted)
        return self._rows.get(wanted)

    def _fetch(self, page: int) -> None:
        """Read the rows of a page that were not read yet; what is gone is remembered as None."""
        if self._failed:
            return
        ids = [found for found in self._ids[page * PAGE : (page + 1) * PAGE] if found not in self._rows]
        try:
            rows = self._fetch_rows(ids)
        except UserFacingError as error:
            self._failed = True
            self.fetch_failed.emit(error)
            return
        self._rows.update(dict.fromkeys(ids))
        self._rows.update((row.id, row) for row in rows)
        while len(self._rows) > ROWS_KEPT:
            self._rows.popitem(last=False)

    def _announce(self, top: int, bottom: int) -> None:
        if top <= bottom:
            self.dataChanged.emit(self.index(top), self.index(bottom))

    @override
    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if not self.row_map.is_heading(index.row()):
            flags |= Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return flags

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Only what assistive technology and copying ask for: the delegate reads rows directly."""
        wanted = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
        if role not in wanted or not index.isValid():
            return None
        if self.row_map.is_heading(index.row()):
            group = self.group_at(index.row())
            return words.group_title(group) if role == Qt.ItemDataRole.DisplayRole else words.group_sentence(group)
        row = self.incident_at(index.row())
        if row is None:
            return ""
        return row.title if role == Qt.ItemDataRole.DisplayRole else words.row_sentence(row)

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME_INCIDENT]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The id of the one incident that is dragged; text is left out, so that it never becomes a source."""
        mime = QMimeData()
        ids = [found for found in (self.incident_id_at(index.row()) for index in indexes) if found is not None]
        mime.setData(MIME_INCIDENT, " ".join(map(str, ids)).encode())
        return mime

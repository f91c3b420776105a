"""The sources list for Qt: all ids, but only the rows that are looked at."""

from array import array
from collections import OrderedDict
from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.overriding import override
from gui.sources.loaders import FetchSourceRows
from gui.texts.sources import describe_row
from models.snapshots import SourceRow

PAGE_ROWS = 64
KEPT_PAGES = 24
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
ID_ROLE = Qt.ItemDataRole.UserRole + 2

AnyIndex = QModelIndex | QPersistentModelIndex


class SourceItemModel(QAbstractListModel):
    """Ids in the order of the list; rows come page by page and the pages used last are kept."""

    def __init__(self, fetch_rows: FetchSourceRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch_rows = fetch_rows
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, SourceRow]] = OrderedDict()

    @override
    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        if role not in {
            ROW_ROLE,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }:
            return None
        row = self.row_at(index.row())
        if row is None or role == ROW_ROLE:
            return row
        return row.title if role == Qt.ItemDataRole.DisplayRole else describe_row(row)

    def show_ids(self, ids: Sequence[int]) -> None:
        """Replace the whole list; the same one again only has its rows read anew."""
        if self._ids and self._ids == array("q", ids):
            self._pages.clear()
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
            return
        self.beginResetModel()
        self._ids = array("q", ids)
        self._pages.clear()
        self.endResetModel()

    def refresh_rows(self, ids: Collection[int]) -> None:
        """Fetch these rows anew when they are next looked at."""
        wanted = set(ids)
        self._pages = OrderedDict((n, page) for n, page in self._pages.items() if wanted.isdisjoint(page))
        for row, source_id in enumerate(self._ids):
            if source_id in wanted:
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_at(self, row: int) -> SourceRow | None:
        """The row at a place in the list; None when it has gone from the project since the list was made."""
        number = row // PAGE_ROWS
        page = self._pages.get(number)
        if page is None:
            ids = self._ids[number * PAGE_ROWS : (number + 1) * PAGE_ROWS]
            page = {found.id: found for found in self._fetch_rows(ids)}
            self._pages[number] = page
            if len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(self._ids[row])

    def id_at(self, row: int) -> int:
        return self._ids[row]

    def place_of(self, source_id: int) -> int | None:
        """The place of a source in the list; None when the list does not hold it."""
        try:
            return self._ids.index(source_id)
        except ValueError:
            return None

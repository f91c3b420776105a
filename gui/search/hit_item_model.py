"""The finds of one search as rows under headings."""

from typing import Any

from PySide6.QtCore import QObject, Qt

from gui.grouped_rows import GroupedItemModel, ModelIndex
from gui.overriding import override
from gui.row_map import RowMap
from gui.search import words
from services.searching import HitKind, SearchHit, SearchResults


class HitItemModel(GroupedItemModel):
    """Rows are headings and finds, in the order of the results."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kinds: list[HitKind] = []
        self._hits: list[SearchHit] = []

    @property
    def count(self) -> int:
        """How many finds there are."""
        return len(self._hits)

    def show_results(self, results: SearchResults) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._kinds = [group.kind for group in results.groups]
        self._hits = [hit for group in results.groups for hit in group.hits]
        self.row_map = RowMap([len(group.hits) for group in results.groups])
        self.endResetModel()

    def kind_at(self, row: int) -> HitKind:
        """The kind of the group that a row belongs to."""
        return self._kinds[self.row_map.group_of(row)]

    def hit_at(self, row: int) -> SearchHit | None:
        """The find in a row, None for a heading."""
        place = self.row_map.place_of(row)
        return None if place is None else self._hits[place]

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        hit = self.hit_at(index.row())
        return words.hit_sentence(hit) if hit is not None else words.group_text(self.kind_at(index.row()))

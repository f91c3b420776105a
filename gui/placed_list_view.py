"""A list whose rows have computed places. QListView asks for the size of every row after every change (0.5 s at 100,000
rows); here the size of the list does not matter. It stays a QListView because Qt exposes only that and two others to
assistive technology."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QListView, QWidget

from gui.grouped_rows import GroupedDelegate, GroupedItemModel, ModelIndex, Rows
from gui.overriding import override
from gui.row_map import RowGeometry


class PlacedListView(QListView):
    """Where the rows of a grouped list are. `arrange` it once with its model and delegate."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = GroupedItemModel(self)
        self._painter: GroupedDelegate[Any] = GroupedDelegate(self, self._places)
        self.geometry_of_rows = RowGeometry(self._places.row_map, *self._painter.heights)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)

    def arrange(self, model: Rows, delegate: GroupedDelegate[Rows]) -> None:
        """Show the rows of a model, drawn by a delegate."""
        self._places, self._painter = model, delegate
        self.setItemDelegate(delegate)
        self.setModel(model)
        self.relayout()

    def relayout(self) -> None:
        """Compute the places of all rows again, after a new listing or another density."""
        self.geometry_of_rows = RowGeometry(self._places.row_map, self._painter.heights[0], self._painter.row_height)
        # What Qt has put off after a reset is done now: it would paint everything a second time.
        self.executeDelayedItemsLayout()
        self.updateGeometries()
        self.viewport().update()

    def row_rect(self, row: int) -> QRect:
        """Where a row is on the viewport, also when it is outside of it."""
        geometry = self.geometry_of_rows
        top = geometry.top_of(row) - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), geometry.height_of(row))

    def row_at(self, y: int) -> int | None:
        """The row at a height of the viewport."""
        return self.geometry_of_rows.row_at(y + self.verticalScrollBar().value())

    @override
    def visualRect(self, index: ModelIndex) -> QRect:
        return self.row_rect(index.row()) if 0 <= index.row() < self._places.row_map.row_count else QRect()

    @override
    def indexAt(self, p: QPoint) -> QModelIndex:
        row = self.row_at(p.y())
        return QModelIndex() if row is None else self._places.index(row)

    @override
    def horizontalOffset(self) -> int:
        return 0

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    @override
    def dataChanged(self, topLeft: ModelIndex, bottomRight: ModelIndex, roles: Sequence[int] = ()) -> None:
        # QListView would lay everything out again, and paint it: a row has the height that it had.
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for part in selection.toList():
            region += self.row_rect(part.top()).united(self.row_rect(part.bottom()))
        return region

    @override
    def updateGeometries(self) -> None:
        QAbstractItemView.updateGeometries(self)
        bar = self.verticalScrollBar()
        room = self.viewport().height()
        bar.setRange(0, max(0, self.geometry_of_rows.total - room))
        bar.setPageStep(room)
        bar.setSingleStep(self._painter.row_height // 2)

"""What a grouped list shows: a model of headings and rows, and what draws them."""

from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from gui.overriding import override
from gui.row_ground import paint_row_ground
from gui.row_map import RowMap
from gui.theme import Theme, theme_of

ModelIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LEAST_WIDTH = 200


class GroupedItemModel(QAbstractListModel):
    """Its rows are those of `row_map`; headings can be seen but not selected."""

    row_map = RowMap(())

    @override
    def rowCount(self, parent: ModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else self.row_map.row_count

    @override
    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        if self.row_map.place_of(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


Rows = TypeVar("Rows", bound=GroupedItemModel)


class GroupedDelegate(QStyledItemDelegate, Generic[Rows]):
    """`hovered` is the row under the pointer, -1 for none; `heights` are those of a heading and of any other row, in px."""

    hovered = -1
    heights = (1, 1)

    def __init__(self, view: QAbstractItemView, model: Rows) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    @property
    def row_height(self) -> int:
        """The height of a row that is no heading."""
        return self.heights[1]

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        is_heading = self._model.row_map.is_heading(index.row())
        return QSize(_LEAST_WIDTH, self.heights[0] if is_heading else self.row_height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        theme = theme_of(self._view)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._model.row_map.is_heading(index.row()):
            self.paint_heading(painter, QRectF(option.rect), index.row(), theme)
        else:
            self.paint_ground(painter, option, theme)
            self.paint_row(painter, option, index.row(), theme)
        painter.restore()

    def paint_heading(self, painter: QPainter, box: QRectF, row: int, theme: Theme) -> None:
        """Draw the heading `row` in `box`."""

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        """Draw what lies under a row that is no heading."""
        paint_row_ground(painter, option, theme, has_keyboard=self._view.hasFocus())

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: int, theme: Theme) -> None:
        """Draw a row that is no heading, on its ground."""

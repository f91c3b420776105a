"""A list of headings and rows, each of one height. QListView asks for the size of every row after every change (0.5 s at
100,000 rows); here the place of a row is computed, so that the size of the list does not matter. It stays a QListView
because Qt exposes only that and two others to assistive technology."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.overriding import override
from gui.painting import card_ground, paint_row_ground
from gui.row_map import RowGeometry, RowMap
from gui.theme import Theme, theme_of

Index = QModelIndex | QPersistentModelIndex
_Action = QAbstractItemView.CursorAction
_ROOT = QModelIndex()
_LEAST_WIDTH = 200


class GroupedItemModel(QAbstractListModel):
    """Its rows are those of `row_map`; headings can be seen but not selected."""

    row_map = RowMap(())

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self.row_map.row_count

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
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
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_heading = self._model.row_map.is_heading(index.row())
        return QSize(_LEAST_WIDTH, self.heights[0] if is_heading else self.row_height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
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


class GroupedListView(QListView):
    """The geometry, the drawing and the cursor of a grouped list; headings can be seen but not chosen.

    `arrange` it once with its model and delegate. `pinned` is how much a heading hides at the top while rows pass below it.
    """

    def __init__(self, parent: QWidget | None = None, *, pinned: int = 0) -> None:
        super().__init__(parent)
        self._pinned = pinned
        self.is_on_card = False
        self._places = GroupedItemModel(self)
        self._painter: GroupedDelegate[Any] = GroupedDelegate(self, self._places)
        self.geometry_of_rows = RowGeometry(self._places.row_map, *self._painter.heights)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setProperty("surface", "bg")
        # It fills its whole ground itself: without this, Qt would paint that of every parent below it first.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

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
    def visualRect(self, index: Index) -> QRect:
        return self.row_rect(index.row()) if 0 <= index.row() < self._places.row_map.row_count else QRect()

    @override
    def indexAt(self, p: QPoint) -> QModelIndex:
        row = self.row_at(p.y())
        return QModelIndex() if row is None else self._places.index(row)

    @override
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        rect = self.visualRect(index)
        bar = self.verticalScrollBar()
        room = self.viewport().height()
        if not rect.isValid():
            return
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - room // 2)
        elif rect.top() < self._pinned or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            # Under the pinned heading a row cannot be seen.
            bar.setValue(bar.value() + rect.top() - self._pinned)
        elif rect.bottom() >= room or hint == QAbstractItemView.ScrollHint.PositionAtBottom:
            bar.setValue(bar.value() + rect.bottom() + 1 - room)

    @override
    def moveCursor(self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        row_map = self._places.row_map
        last = row_map.incident_count - 1
        if last < 0:
            return QModelIndex()
        current = self.currentIndex()
        place = row_map.place_of(current.row()) if current.isValid() else None
        page = max(1, self.viewport().height() // self._painter.row_height - 1)
        steps = {
            _Action.MoveUp: -1,
            _Action.MovePrevious: -1,
            _Action.MoveDown: 1,
            _Action.MoveNext: 1,
            _Action.MovePageUp: -page,
            _Action.MovePageDown: page,
            _Action.MoveHome: -last - 1,
            _Action.MoveEnd: last + 1,
        }
        # Until something is selected, the first key selects the current row instead of leaving it.
        step = steps.get(cursorAction, 0)
        if abs(step) == 1 and not self.selectionModel().hasSelection():
            step = 0
        target = 0 if place is None else min(max(place + step, 0), last)
        return self._places.index(row_map.row_of(target))

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
    def dataChanged(
        self,
        topLeft: QModelIndex | QPersistentModelIndex,
        bottomRight: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        # QListView would lay everything out again, and paint it: a row has the height that it had.
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles)

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        rect = rect.normalized()
        offset = self.verticalScrollBar().value()
        geometry = self.geometry_of_rows
        top = geometry.row_at(max(rect.top() + offset, 0))
        bottom = geometry.row_at(min(rect.bottom() + offset, geometry.total - 1))
        selection = QItemSelection()
        if top is not None and bottom is not None:
            selection.select(self._places.index(top), self._places.index(bottom))
        self.selectionModel().select(selection, command)

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

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self.set_hovered(-1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        theme = theme_of(self)
        painter.fillRect(event.rect(), card_ground(theme) if self.is_on_card else theme.bg)
        row = self.row_at(max(event.rect().top(), 0))
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        while row is not None and row < self._places.row_map.row_count:
            index = self._places.index(row)
            option.rect = self.row_rect(row)
            if option.rect.top() > event.rect().bottom():
                break
            option.state = _state_of(self, index, hovered=row == self._painter.hovered)
            self._painter.paint(painter, option, index)
            row += 1
        painter.end()

    def set_hovered(self, row: int) -> None:
        """Set off the row under the pointer; -1 for none."""
        if row != self._painter.hovered:
            self._painter.hovered = row
            self.viewport().update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        row = self.row_at(event.position().toPoint().y())
        self.set_hovered(-1 if row is None else row)
        if row is not None:
            # The row action under the pointer is set off too.
            self.viewport().update(self.row_rect(row))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.set_hovered(-1)
        return super().viewportEvent(event)


def _state_of(view: QListView, index: QModelIndex, *, hovered: bool) -> QStyle.StateFlag:
    state = QStyle.StateFlag.State_Enabled
    if view.selectionModel().isSelected(index):
        state |= QStyle.StateFlag.State_Selected
    if hovered:
        state |= QStyle.StateFlag.State_MouseOver
    if view.hasFocus():
        state |= QStyle.StateFlag.State_Active
        if index == view.currentIndex():
            state |= QStyle.StateFlag.State_HasFocus
    return state

"""A list of headings and rows, each of one height: how it is painted, and how one moves in it."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from gui.grouped_rows import ModelIndex
from gui.overriding import override
from gui.painting import card_ground
from gui.placed_list_view import PlacedListView
from gui.theme import theme_of

_Action = QAbstractItemView.CursorAction


class GroupedListView(PlacedListView):
    """Headings can be seen but not chosen. `pinned` is how much a heading hides at the top while rows pass below it."""

    def __init__(self, parent: QWidget | None = None, *, pinned: int = 0) -> None:
        super().__init__(parent)
        self._pinned = pinned
        self.is_on_card = False
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setProperty("surface", "bg")
        # It fills its whole ground itself: without this, Qt would paint that of every parent below it first.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @override
    def scrollTo(
        self, index: ModelIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
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
        last = row_map.line_count - 1
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

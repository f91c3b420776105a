"""A list of lines with an icon, a title, a caption below and a caption at the right: history, bin, people and places."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.fonts import Role, font
from gui.grouped_rows import ModelIndex
from gui.icons import paint_icon
from gui.overriding import override
from gui.painting import draw_elided
from gui.row_ground import paint_row_ground
from gui.style import GAP_12, ICON, PAD_PANE
from gui.theme import Theme, blend, theme_of

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
HEIGHT_LINE, HEIGHT_PLAIN, HEIGHT_HEADING = 52, 36, 38


@dataclass(frozen=True, slots=True)
class Line:
    """One row. A heading has only a title and cannot be selected."""

    key: int
    title: str
    icon_name: str = ""
    detail: str = ""
    right: str = ""
    kind: str = ""
    is_heading: bool = False
    is_faint: bool = False
    is_current: bool = False
    tip: str = ""

    @property
    def sentence(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (self.title, self.detail, self.right) if part)


class LineItemModel(QAbstractListModel):
    """Lines by row number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> Line:
        return self._lines[row]

    def row_of(self, kind: str, key: int) -> int:
        """The row of a line, -1 where it is not there."""
        for row, line in enumerate(self._lines):
            if line.key == key and line.kind == kind and not line.is_heading:
                return row
        return -1

    @override
    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    @override
    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        if index.isValid() and self._lines[index.row()].is_heading:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def data(self, index: ModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.tip or line.title
        return line.sentence if role == Qt.ItemDataRole.AccessibleTextRole else None


class LineDelegate(QStyledItemDelegate):
    """Paints a line; two lines of text where there is a detail."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        line: Line = index.data(LINE_ROLE)
        if line.is_heading:
            return QSize(200, HEIGHT_HEADING)
        return QSize(200, HEIGHT_LINE if line.detail else HEIGHT_PLAIN)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        line: Line = index.data(LINE_ROLE)
        theme = theme_of(option.widget)
        painter.save()
        if line.is_heading:
            painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line)
            painter.setFont(font(Role.GROUP))
            painter.setPen(theme.ink)
            painter.drawText(option.rect.adjusted(PAD_PANE, 6, -PAD_PANE, 0), _LEFT, line.title)
        else:
            view = option.widget
            has_keyboard = isinstance(view, LineList) and (view.hasFocus() or view.is_led)
            paint_row_ground(painter, option, theme, has_keyboard=has_keyboard)
            self._paint_line(painter, option.rect, theme, line)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, theme: Theme, line: Line) -> None:
        ink, soft = (theme.ink, theme.ink3)
        if line.is_faint:
            ink, soft = theme.ink3, blend(theme.ink3, 0.75)
        left = rect.left() + PAD_PANE
        if line.icon_name:
            top = rect.top() + (rect.height() - ICON) / 2
            place = QRectF(left, top, ICON, ICON)
            paint_icon(painter, place, line.icon_name, theme.accent if line.is_current else theme.ink2)
            left += ICON + GAP_12
        right = rect.right() - PAD_PANE
        if line.right:
            painter.setFont(font(Role.CAPTION, tabular=True))
            painter.setPen(theme.accent if line.is_current else soft)
            width = QFontMetricsF(painter.font()).horizontalAdvance(line.right) + 1
            painter.drawText(QRectF(right - width, rect.top(), width, rect.height()), _RIGHT, line.right)
            right -= round(width) + GAP_12
        width = right - left
        painter.setFont(font(Role.ROW_TITLE if line.detail or line.is_current else Role.UI_MEDIUM))
        painter.setPen(ink)
        if not line.detail:
            draw_elided(painter, QRectF(left, rect.top(), width, rect.height()), line.title)
            return
        draw_elided(painter, QRectF(left, rect.top() + 7, width, 20), line.title)
        painter.setFont(font(Role.CAPTION, tabular=True))
        painter.setPen(soft)
        draw_elided(painter, QRectF(left, rect.top() + 27, width, 18), line.detail)


class LineList(QListView):
    """Enter or a double click opens a line; Delete and F2 are wishes of their own."""

    line_opened = Signal(object)
    """Payload: the Line."""
    selection_changed = Signal()
    delete_requested = Signal()
    rename_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, name: str, parent: QWidget | None = None, *, several: bool = False) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.is_led = False
        """Another field has the keyboard and moves the selection here."""
        self._model = LineItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(LineDelegate(self))
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setBackgroundRole(self.palette().ColorRole.AlternateBase)
        self.viewport().setBackgroundRole(self.palette().ColorRole.AlternateBase)
        if several:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self.doubleClicked.connect(self._open)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the current one is kept where it is still there, else its neighbour is taken."""
        row, line = self.currentIndex().row(), self.current()
        self._model.show(lines)
        found = self._model.row_of(line.kind, line.key) if line else -1
        self.select_row(found if found >= 0 else max(0, min(row, len(lines) - 1)))

    def select_row(self, row: int) -> None:
        """Make a row the current one; a heading passes it on to the line below."""
        while row < self._model.rowCount() and self._model.line(row).is_heading:
            row += 1
        if 0 <= row < self._model.rowCount():
            # Not setCurrentIndex: it heeds Ctrl, which is down when a page is shown by its key.
            choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._model.index(row), choose)
        self.selection_changed.emit()

    def current(self) -> Line | None:
        """The current line."""
        index = self.currentIndex()
        return self._model.line(index.row()) if index.isValid() else None

    def selected(self) -> list[Line]:
        """The selected lines in their order."""
        return [self._model.line(index.row()) for index in sorted(self.selectedIndexes())]

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and not self._model.line(index.row()).is_heading:
            self.line_opened.emit(self._model.line(index.row()))

    def _on_menu_requested(self, place: QPoint) -> None:
        self.menu_requested.emit(self.viewport().mapToGlobal(place))

    @override
    def moveCursor(self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        found = super().moveCursor(cursorAction, modifiers)
        # Home and Page Up may land on a heading, which takes no selection.
        while found.isValid() and self._model.line(found.row()).is_heading:
            found = self._model.index(found.row() + 1)
        return found

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wishes = {Qt.Key.Key_Delete: self.delete_requested, Qt.Key.Key_F2: self.rename_requested}
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif event.key() in wishes:
            wishes[Qt.Key(event.key())].emit()
        else:
            super().keyPressEvent(event)


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight

"""The list widget of sources: keys, selection, and what can be dropped or pasted on it."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPalette,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from gui.mime import dropped_files, is_welcome
from gui.overriding import override
from gui.sources.source_delegate import SourceDelegate
from gui.sources.source_item_model import SourceItemModel

_READ = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_EDIT = {Qt.Key.Key_F2, Qt.Key.Key_E}
_DELETE = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
_NEXT, _PREVIOUS = Qt.Key.Key_J, Qt.Key.Key_K


class SourceView(QListView):
    """Facts: source_selected (the current one or None), source_opened (its details), files_dropped, text_dropped.

    Enter and a double click wish to read a source that has a preserved copy (read_requested), and open any other.
    """

    source_selected = Signal(object)
    source_opened = Signal(int)
    read_requested = Signal(int)
    delete_requested = Signal(list)
    menu_requested = Signal(QPoint)
    files_dropped = Signal(list)
    text_dropped = Signal(str)

    def __init__(self, model: SourceItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._read_only = False
        self.setModel(model)
        self.setItemDelegate(SourceDelegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Sources"))
        self.viewport().setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.doubleClicked.connect(self._on_double_clicked)

    def current_id(self) -> int | None:
        """The source the keyboard is on, None when there is none."""
        index = self.currentIndex()
        return self._model.id_at(index.row()) if index.isValid() else None

    def selected_ids(self) -> list[int]:
        """Every selected source, in the order of the list."""
        return [self._model.id_at(row) for row in sorted(index.row() for index in self.selectedIndexes())]

    def select_id(self, source_id: int | None) -> bool:
        """Select one source and show it; False when the list does not hold it."""
        row = self._model.place_of(source_id) if source_id is not None else None
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return False
        index = self._model.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        return True

    @override
    def dataChanged(
        self,
        topLeft: QModelIndex | QPersistentModelIndex,
        bottomRight: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """All rows are of one height: QListView would lay out every one of them anew."""
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, list(roles))

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.source_selected.emit(self.current_id() if self.selectedIndexes() else None)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._read(index)

    def _read(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row())
        has_copy = row is not None and row.capture_count > 0
        (self.read_requested if has_copy else self.source_opened).emit(self._model.id_at(index.row()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        current = self.current_id()
        if self._read_only and (event.matches(QKeySequence.StandardKey.Paste) or key in _DELETE):
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._take(QGuiApplication.clipboard().mimeData())
        elif plain and key in _READ and current is not None:
            self._read(self.currentIndex())
        elif plain and key in _EDIT and current is not None:
            self.source_opened.emit(current)
        elif plain and key in _DELETE and self.selectedIndexes():
            self.delete_requested.emit(self.selected_ids())
        elif plain and key in {_NEXT, _PREVIOUS}:
            self.step(1 if key == _NEXT else -1)
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here; typing to find belongs to the filter field."""

    def step(self, delta: int) -> None:
        """Select the source `delta` rows on, at most the last or first."""
        row = min(max(self.currentIndex().row() + delta, 0), self._model.rowCount() - 1)
        if row >= 0:
            self.select_id(self._model.id_at(row))

    @override
    def contextMenuEvent(self, arg__1: QContextMenuEvent) -> None:
        by_mouse = arg__1.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(arg__1.pos()) if by_mouse else self.currentIndex()
        if index.isValid() and self.selectedIndexes():
            middle = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_requested.emit(arg__1.globalPos() if by_mouse else middle)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        _welcome(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        _welcome(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if self._take(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def set_read_only(self, read_only: bool) -> None:
        """Refuse drops, pasted texts and the delete key."""
        self._read_only = read_only
        self.setAcceptDrops(not read_only)

    def _take(self, mime: QMimeData) -> bool:
        files, text = dropped_files(mime), mime.text()
        if files:
            self.files_dropped.emit(files)
        elif text.strip():
            self.text_dropped.emit(text)
        return bool(files or text.strip())


def _welcome(event: QDragMoveEvent) -> None:
    if is_welcome(event.mimeData()):
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
    else:
        event.ignore()

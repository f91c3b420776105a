"""The first arrow key in a list where nothing is selected yet."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down}


def select_first(view: QListView, event: QKeyEvent) -> bool:
    """Select the row that the keyboard is on; whether it did. Qt moves on from it and never selects an only row."""
    index = view.currentIndex()
    if event.key() not in _ARROWS or view.selectedIndexes() or not index.isValid():
        return False
    view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    return True

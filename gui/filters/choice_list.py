"""The list in a popup: a click, Enter or the space bar takes a line."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from gui.filters.choice_item_model import ROW
from gui.overriding import override
from gui.style import GAP_4, ICON

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ChoiceList(QListView):
    """`line_taken` carries the index of the line."""

    line_taken = Signal(QModelIndex)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(ICON, ICON))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self.line_taken)

    def fit(self, width: int, rows: int) -> None:
        """Be as high as some rows."""
        self.setFixedSize(width, max(1, rows) * ROW + GAP_4)

    def step_to(self, row: int) -> None:
        """Make a line the current one."""
        self.setCurrentIndex(self.model().index(row, 0))

    def take_current(self) -> None:
        """Take the current line, if there is one."""
        if self.currentIndex().isValid():
            self.line_taken.emit(self.currentIndex())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER | {Qt.Key.Key_Space}:
            self.take_current()
        else:
            super().keyPressEvent(event)

"""The list below the card."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gui.grouped_list_view import GroupedListView
from gui.overriding import override
from gui.proposals.proposal_delegate import ProposalDelegate
from gui.proposals.proposal_item_model import ProposalItemModel

_OPEN = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_MOVES = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}


class ProposalList(GroupedListView):
    """`line_opened(ProposedIncident)` by a click or Enter; letters are left to the pane."""

    line_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = ProposalItemModel(self)
        self.arrange(self.lines, ProposalDelegate(self, self.lines))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Other proposals"))
        self.clicked.connect(self._open)

    def relayout_from_top(self, *, keep_place: bool) -> None:
        """The rows are others now; the list starts anew unless its place is kept."""
        place = self.verticalScrollBar().value()
        self.relayout()
        self.verticalScrollBar().setValue(place if keep_place else 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _OPEN and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif plain and event.key() in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines.row_map.line_count:
            self.setCurrentIndex(self.lines.index(self.lines.row_map.row_of(0)))
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        line = self.lines.line_at(index.row())
        if line is not None:
            self.line_opened.emit(line)

"""What stands in the list's place when it shows nothing: why, and the way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.chronology.words import say
from gui.controls import plain_label
from gui.mime import dropped_files, is_welcome
from gui.overriding import override
from gui.style import GAP_8, GAP_16


class EmptyState(QFrame):
    """Files and text can be dropped here as on the list."""

    new_incident_requested = Signal()
    clear_requested = Signal()
    files_dropped = Signal(list)
    text_dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = False
        self.setProperty("surface", "bg")
        self.setAcceptDrops(True)
        self._title = plain_label("", "heading")
        self._text = plain_label("", "body")
        self._new = QPushButton(say("New incident"))
        self._new.setProperty("kind", "primary")
        self._new.setToolTip(say("New incident (N)"))
        self._new.clicked.connect(self.new_incident_requested)
        self._clear = QPushButton(say("Clear filters"))
        self._clear.setToolTip(say("Clear filters (Ctrl+Shift+F)"))
        self._clear.clicked.connect(self.clear_requested)
        column = QVBoxLayout(self)
        column.setSpacing(GAP_8)
        column.addStretch(3)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(GAP_16 - GAP_8)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._new)
        buttons.addWidget(self._clear)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(4)

    def show_reason(self, hidden: int) -> None:
        """Nothing is there yet (`hidden` 0), or filters hide so many incidents."""
        if hidden:
            self._title.setText(say("Nothing matches these filters."))
            one, many = say("1 incident is hidden."), say("{n} incidents are hidden.")
            self._text.setText(one if hidden == 1 else many.format(n=f"{hidden:,}"))
        elif self._read_only:
            self._title.setText(say("No incidents."))
            self._text.setText(say("This project is open read-only."))
        else:
            self._title.setText(say("No incidents yet. Press N."))
            self._text.setText(say("Write the first one, or drop an article here to add it as a source."))
        self._new.setVisible(not hidden and not self._read_only)
        self._clear.setVisible(bool(hidden))

    def set_read_only(self, *, read_only: bool) -> None:
        """Offer nothing that changes the project."""
        self._read_only = read_only
        self.setAcceptDrops(not read_only)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_welcome(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if files := dropped_files(event.mimeData()):
            self.files_dropped.emit(files)
        elif event.mimeData().text().strip():
            self.text_dropped.emit(event.mimeData().text())

"""What stands in the list's place when it shows nothing: why, and the way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from gui.chronology.words import say
from gui.empty_ground import EmptyGround
from gui.mime import dropped_files, is_welcome
from gui.overriding import override


class EmptyState(EmptyGround):
    """Files and text can be dropped here as on the list."""

    files_dropped = Signal(list)
    text_dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)

    @override
    def show_nothing_yet(self) -> None:
        if self.read_only:
            self.show_words(say("No incidents."), say("This project is open read-only."))
        else:
            text = say("Write the first one, or drop an article here to add it as a source.")
            self.show_words(say("No incidents yet. Press N."), text, can_add=True)

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        super().set_read_only(read_only=read_only)
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

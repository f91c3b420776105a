"""Turns what a project announces into a Qt signal on the window's thread."""

from PySide6.QtCore import QObject, Signal

from models.changes import ChangeSet


class ChangeBridge(QObject):
    """`announce` is subscribed to a project; views connect to `project_changed`."""

    project_changed = Signal(object)
    """Payload: the ChangeSet, after its commit."""

    def announce(self, changes: ChangeSet) -> None:
        """Pass a change on; from a worker thread it arrives queued."""
        self.project_changed.emit(changes)

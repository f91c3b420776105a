"""A frame that has keys of its own while the focus is in it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from gui.controls import claim_key
from gui.overriding import override


class KeyedFrame(QFrame):
    """Takes its keys before the window's shortcuts do, but after a field that is typed in."""

    def owns_key(self, event: QKeyEvent) -> bool:
        """Whether a key is for the frame now."""
        raise AssertionError(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; False where it stands for nothing."""
        raise AssertionError(event)

    @override
    def event(self, event: QEvent) -> bool:
        return claim_key(event, self.owns_key) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

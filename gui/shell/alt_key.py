"""Alt by itself shows and hides the menu bar."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow

from gui.overriding import override

_PRESSES = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}


class AltKey(QObject):
    """A hand may let go of Alt before the other key. What a page keeps for itself the native window has heard before it;
    what is a shortcut never comes that far, but is first offered to the widgets."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._bar = window.menuBar()
        self._is_alone = False
        window.installEventFilter(self)
        window.windowHandle().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _PRESSES and isinstance(event, QKeyEvent):
            self._is_alone = event.key() == Qt.Key.Key_Alt
        elif event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            if self._is_alone and event.key() == Qt.Key.Key_Alt:
                self._bar.setVisible(not self._bar.isVisible())
            self._is_alone = False
        return False

"""Small behaviours that the text fields of the inspector share."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from gui.overriding import override


def _can(widget: QObject, *, undo: bool) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable() if undo else widget.isRedoAvailable()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.document().isUndoAvailable() if undo else widget.document().isRedoAvailable()
    return False


class UndoPassing(QObject):
    """Lets Ctrl+Z reach the project's undo once a text field has nothing of its own left to undo; the same for redo.

    Qt's text fields keep the key for themselves even when their own stack is empty.
    """

    def __init__(self, widget: QLineEdit | QPlainTextEdit | QTextEdit) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress} or not isinstance(event, QKeyEvent):
            return False
        undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
        if (undo or redo) and not _can(watched, undo=undo):
            event.ignore()
            return True
        return False


class FocusWatch(QObject):
    """Tells when the focus comes into a widget or anything in it (popups too), and when it leaves."""

    entered = Signal()
    left = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self.has_focus = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        inside = self._holds(now)
        if inside and not self.has_focus:
            self.has_focus = True
            self.entered.emit()
        elif not inside and self.has_focus:
            self.has_focus = False
            self.left.emit()

    def _holds(self, widget: QWidget | None) -> bool:
        while widget is not None and widget is not self._owner:
            widget = widget.parentWidget()
        return widget is not None

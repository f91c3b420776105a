"""Watches where the keyboard is, for whoever shows something only while it is inside."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget


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

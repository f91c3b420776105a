"""What dialogs have in common: a title in serif, a body, buttons at the foot, and what Enter does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.controls import plain_label, press_by_enter
from gui.overriding import override
from gui.style import GAP_8, GAP_12, PAD_BOARD


class TitledDialog(QDialog):
    """Open it with `open()`; it is gone when it closes. Ctrl+Enter presses the primary button, Enter the focused one."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._primary: QPushButton | None = None
        heading = plain_label(title, "dialog-title", self)
        heading.setWordWrap(True)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP_12)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(GAP_8)
        self._foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD_BOARD, PAD_BOARD - 4, PAD_BOARD, PAD_BOARD - 4)
        column.setSpacing(GAP_12)
        column.addWidget(heading)
        column.addLayout(self.body, 1)
        column.addLayout(self._foot)

    def add_button(self, text: str, tip: str, *, kind: str = "") -> QPushButton:
        """Put a button at the right end of the foot."""
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setAccessibleName(text.rstrip("…"))
        button.setToolTip(tip)
        if kind:
            button.setProperty("kind", kind)
        self._foot.addWidget(button)
        return button

    def add_cancel(self, tip: str) -> QPushButton:
        """The button that does what Esc does."""
        button = self.add_button(self.tr("Cancel"), tip)
        button.clicked.connect(self.reject)
        return button

    def add_primary(self, text: str) -> QPushButton:
        """The button that Ctrl+Enter presses."""
        self._primary = self.add_button(text, f"{text} (Ctrl+Enter)", kind="primary")
        return self._primary

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        is_enter = arg__1.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and arg__1.modifiers() & Qt.KeyboardModifier.ControlModifier and self._primary is not None:
            self._primary.click()
        elif not press_by_enter(arg__1):
            super().keyPressEvent(arg__1)

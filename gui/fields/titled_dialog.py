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
        self._heading = plain_label(title, "dialog-title", self)
        self._heading.setWordWrap(True)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP_12)
        self.foot = QWidget(self)
        self._buttons = QHBoxLayout(self.foot)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.setSpacing(GAP_8)
        self._buttons.addStretch(1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(PAD_BOARD, PAD_BOARD - 4, PAD_BOARD, PAD_BOARD - 4)
        column.setSpacing(GAP_12)
        column.addWidget(self._heading)
        column.addLayout(self.body, 1)
        column.addWidget(self.foot)

    def add_above_foot(self, part: QWidget) -> None:
        """Put something between body and foot."""
        self._column.insertWidget(self._column.indexOf(self.foot), part)

    def add_button(self, text: str, tip: str, *, kind: str = "") -> QPushButton:
        """Put a button at the right end of the foot."""
        button = QPushButton(text, self.foot)
        button.setAutoDefault(False)
        button.setAccessibleName(text.rstrip("…"))
        button.setToolTip(tip)
        if kind:
            button.setProperty("kind", kind)
        self._buttons.addWidget(button)
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
            if self.isVisible():  # a line that takes Enter itself may have pressed it already
                self._primary.click()
        elif not press_by_enter(arg__1) and (not is_enter or self._takes_enter()):
            super().keyPressEvent(arg__1)

    def _takes_enter(self) -> bool:
        """Whether Enter in a field presses the primary button; else Qt would choose some button for it."""
        return self._primary is not None and self._primary.isDefault()

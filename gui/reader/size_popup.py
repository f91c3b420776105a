"""How large the letters of a text are."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gui.controls import IconButton, plain_label
from gui.reader.reader_text import LARGEST, SMALLEST
from gui.style import GAP_8


class SizePopup(QFrame):
    """Smaller, larger, and the size between. Fact: size_chosen(int), in pixels."""

    size_chosen = Signal(int)

    def __init__(self, size: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "popup")
        self.setAccessibleName(self.tr("Size of the text"))
        self._size = size
        self.smaller = IconButton("a-arrow-down", self.tr("Smaller text"), self, key="Ctrl+-")
        self.larger = IconButton("a-arrow-up", self.tr("Larger text"), self, key="Ctrl++")
        self._said = plain_label("", "caption", self)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said.setMinimumWidth(48)
        self.smaller.clicked.connect(self._on_smaller_clicked)
        self.larger.clicked.connect(self._on_larger_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_8, GAP_8, GAP_8, GAP_8)
        row.setSpacing(2)
        for part in (self.smaller, self._said, self.larger):
            row.addWidget(part)
        self._say()
        self.larger.setFocus()

    def open_below(self, button: QWidget) -> None:
        """Show it below the button that it belongs to."""
        self.adjustSize()
        self.move(button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4)))
        self.show()

    def _on_smaller_clicked(self) -> None:
        self._choose(self._size - 1)

    def _on_larger_clicked(self) -> None:
        self._choose(self._size + 1)

    def _choose(self, size: int) -> None:
        self._size = size
        self._say()
        self.size_chosen.emit(size)

    def _say(self) -> None:
        self._said.setText(self.tr("{size} px").replace("{size}", str(self._size)))
        self.smaller.setEnabled(self._size > SMALLEST)
        self.larger.setEnabled(self._size < LARGEST)

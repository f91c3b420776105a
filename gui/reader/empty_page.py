"""What stands in the place of a text while there is none to read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.controls import plain_label, press_by_enter
from gui.overriding import override
from gui.style import GAP_8, GAP_16
from models.reading import Reading


class EmptyPage(QFrame):
    """Words, and for a copy without words the ways on."""

    extract_again_requested = Signal(int)
    """Payload: the id of the capture."""
    details_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "surface")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._reading: Reading | None = None
        self._words = plain_label("", "body", self)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.again = QPushButton(self.tr("Take the text anew"), self)
        self.again.setToolTip(self.tr("Read the preserved copy once more"))
        self.details = QPushButton(self.tr("Details of the source"), self)
        self.details.setToolTip(self.tr("Show what is known of the source (E)"))
        self.again.clicked.connect(self._on_again_clicked)
        self.details.clicked.connect(self.details_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_8)
        buttons.addStretch(1)
        buttons.addWidget(self.again)
        buttons.addWidget(self.details)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_16, GAP_16, GAP_16, GAP_16)
        column.setSpacing(GAP_16)
        column.addStretch(3)
        column.addWidget(self._words)
        column.addLayout(buttons)
        column.addStretch(4)

    def say(self, words: str, reading: Reading | None = None, *, can_extract: bool = False) -> None:
        """Say why there is nothing to read."""
        self._reading = reading
        self._words.setText(words)
        self.setAccessibleName(words)
        self.again.setVisible(can_extract)
        self.details.setVisible(reading is not None)

    def _on_again_clicked(self) -> None:
        if self._reading is not None:
            self.extract_again_requested.emit(self._reading.capture.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(event):
            super().keyPressEvent(event)

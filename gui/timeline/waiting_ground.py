"""What stands in the timeline's place until its lanes are there: nothing at first, words where it takes long."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.controls import plain_label
from gui.overriding import override

_PATIENCE_MS = 500


class WaitingGround(QWidget):
    """Says nothing for half a second: most projects are read by then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = plain_label(self.tr("Reading the incidents…"), "hint", self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.hide()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._words.show)
        QVBoxLayout(self).addWidget(self._words)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._patience.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._patience.stop()
        self._words.hide()

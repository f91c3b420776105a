"""What was done just now, said in the status line for a while, with the ways on from it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.controls import plain_label
from gui.shell.quiet_link import QuietLink
from gui.style import GAP_8

SHOWN_MS = 10_000
UNDO = "undo"
"""The key of the way back, which the desk answers for every notice that offers it."""


class StatusNotice(QWidget):
    """`way_pressed(key)`: a verb was pressed, and the notice is gone."""

    way_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: dict[QuietLink, str] = {}
        self._words = plain_label("", "caption", self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP_8)
        self._row.addWidget(self._words)
        self._end = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._end.timeout.connect(self.clear)
        self.hide()

    def say(self, text: str, *ways: tuple[str, str]) -> None:
        """Say what was done; each way on is its key and its verb."""
        self.clear()
        self._words.setText(text)
        for key, verb in ways:
            link = QuietLink("accent", self)
            link.set_words(verb)
            link.clicked.connect(self._on_link_clicked)
            self._row.addWidget(link)
            self._keys[link] = key
        self.show()
        self._end.start()

    def clear(self) -> None:
        """Take it away."""
        self._end.stop()
        self.hide()
        for link in self._keys:
            link.deleteLater()
        self._keys.clear()

    def offers(self, key: str) -> bool:
        """Whether one of the ways has this key."""
        return key in self._keys.values()

    def links(self) -> list[QuietLink]:
        """The verbs that can be pressed, in their order."""
        return list(self._keys)

    def _on_link_clicked(self) -> None:
        key = next(key for link, key in self._keys.items() if link is self.sender())
        self.clear()
        self.way_pressed.emit(key)

"""Asks somebody to look at the fields that were read out of a file, before anybody relies on them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from gui.controls import plain_label
from gui.sources.tab_order import insert_stops
from gui.style import GAP_8, GAP_12


class ConfirmBox(QFrame):
    """Hidden while nothing waits to be looked at. Wish: confirm_requested."""

    confirm_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._words = plain_label("", "hint", self)
        self._words.setWordWrap(True)
        self._button = QPushButton(self.tr("Looks right"), self)
        self._button.setProperty("kind", "small")
        self._button.setAccessibleName(self.tr("The fields read from the file look right"))
        self._button.setToolTip(self.tr("Confirm every field that was read from the file (Ctrl+Shift+L)"))
        self._button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_12, GAP_8, GAP_8, GAP_8)
        row.setSpacing(GAP_12)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._anchor: QWidget | None = None
        self.show_count(0)

    def set_anchor(self, anchor: QWidget) -> None:
        """What Tab leaves before it comes to the box."""
        self._anchor = anchor

    def show_count(self, count: int) -> None:
        """Say how many fields wait; none hides the box."""
        one = self.tr("1 field was read from the file and nobody has looked at it yet. Editing it confirms it.")
        many = self.tr(
            "{count} fields were read from the file and nobody has looked at them yet. Editing one confirms it."
        )
        self._words.setText(one if count == 1 else many.replace("{count}", str(count)))
        self.setVisible(count > 0)
        if count:
            insert_stops(self._anchor, [self._button])

    def set_read_only(self, read_only: bool) -> None:
        self._button.setEnabled(not read_only)

    def _on_clicked(self) -> None:
        self.confirm_requested.emit()

"""Says that a source looks like others that are there already, and leads to them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gui.controls import plain_label
from gui.sources.elided_button import ElidedButton
from gui.sources.tab_order import insert_stops
from gui.style import GAP_8, GAP_12
from gui.texts.sources import byline, one_line
from models.snapshots import SourceRow

_MAX_SHOWN = 3


class _SourceButton(ElidedButton):
    """A line that leads to one source."""

    source_clicked = Signal(int)

    def __init__(self, row: SourceRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._id = row.id
        self.setProperty("kind", "flat")
        self.set_words(one_line(row.title))
        self.setAccessibleName(one_line(row.title))
        self.setToolTip(byline(row))
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.source_clicked.emit(self._id)


class SimilarBox(QFrame):
    """Hidden while nothing is alike. Wish: source_requested."""

    source_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[_SourceButton] = []
        self._anchor: QWidget | None = None
        self._words = plain_label("", "warning", self)
        self._words.setWordWrap(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(GAP_12, GAP_8, GAP_12, GAP_8)
        self._layout.setSpacing(2)
        self._layout.addWidget(self._words)
        self.setProperty("surface", "warning")
        self.hide()

    def set_anchor(self, anchor: QWidget) -> None:
        """What Tab leaves before it comes to the box."""
        self._anchor = anchor

    def show_similar(self, rows: Sequence[SourceRow]) -> None:
        """Name the sources that look alike (at most three, the rest as a number); none hides the box."""
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [_SourceButton(row, self) for row in rows[:_MAX_SHOWN]]
        for button in self._buttons:
            button.source_clicked.connect(self.source_requested)
            self._layout.addWidget(button)
            button.show()
        insert_stops(self._anchor, self._buttons)
        more = len(rows) - len(self._buttons)
        if len(rows) == 1:
            self._words.setText(self.tr("Looks like a source you already have:"))
        elif more > 0:
            self._words.setText(self.tr("Looks like sources you already have, {more} more:").format(more=more))
        else:
            self._words.setText(self.tr("Looks like sources you already have:"))
        self.setVisible(bool(rows))

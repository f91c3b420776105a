"""What stands in the timeline's place when nothing in it has a date."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.controls import plain_label
from gui.style import GAP_8, GAP_16


class EmptyTimeline(QFrame):
    """Why, and the way on."""

    new_incident_requested = Signal()
    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._read_only = False
        self._title = plain_label("", "heading", self)
        self._text = plain_label("", "body", self)
        self.new_button = QPushButton(self.tr("New incident"), self)
        self.new_button.setProperty("kind", "primary")
        self.new_button.setToolTip(self.tr("New incident (N)"))
        self.new_button.clicked.connect(self.new_incident_requested)
        self.clear_button = QPushButton(self.tr("Clear filters"), self)
        self.clear_button.setToolTip(self.tr("Clear filters (Ctrl+Shift+F)"))
        self.clear_button.clicked.connect(self.clear_requested)
        column = QVBoxLayout(self)
        column.setSpacing(GAP_8)
        column.addStretch(3)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(GAP_16 - GAP_8)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.new_button)
        buttons.addWidget(self.clear_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(4)

    def set_read_only(self, *, read_only: bool) -> None:
        """Offer nothing that changes the project."""
        self._read_only = read_only
        self.new_button.setVisible(not read_only)

    def show_reason(self, undated: int, hidden: int) -> None:
        """`undated` incidents are shown by the filter and have no date; `hidden` ones it does not let through."""
        if undated:
            self._title.setText(self.tr("No dated incidents."))
            one, many = self.tr("1 is undated."), self.tr("{n} are undated.")
            words = one if undated == 1 else many.replace("{n}", f"{undated:,}")
            self._text.setText(words)
        elif hidden:
            self._title.setText(self.tr("Nothing matches these filters."))
            one, many = self.tr("1 incident is hidden."), self.tr("{n} incidents are hidden.")
            self._text.setText(one if hidden == 1 else many.replace("{n}", f"{hidden:,}"))
        else:
            self._title.setText(self.tr("No incidents.") if self._read_only else self.tr("No incidents yet. Press N."))
            self._text.setText("")
        self._text.setVisible(bool(self._text.text()))
        self.setAccessibleName(" ".join(part for part in (self._title.text(), self._text.text()) if part))
        self.new_button.setVisible(not hidden and not undated and not self._read_only)
        self.clear_button.setVisible(bool(hidden))

"""What stands in the place of a page of incidents that has nothing to show: why, and the way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.controls import plain_label
from gui.style import GAP_8


class EmptyGround(QFrame):
    """Wishes: a new incident, or all filters away. Pages say by `show_words` what is missing; it is theirs to know."""

    new_incident_requested = Signal()
    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.read_only = False
        self._title, self._text = plain_label("", "heading", self), plain_label("", "body", self)
        self.new_button = QPushButton(self.tr("New incident"), self)
        self.new_button.setProperty("kind", "primary")
        self.new_button.setToolTip(self.tr("New incident (N)"))
        self.new_button.clicked.connect(self.new_incident_requested)
        self.clear_button = QPushButton(self.tr("Clear filters"), self)
        self.clear_button.setToolTip(self.tr("Clear filters (Ctrl+Shift+F)"))
        self.clear_button.clicked.connect(self.clear_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(GAP_8)
        column.addStretch(3)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(GAP_8)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.new_button)
        buttons.addWidget(self.clear_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(4)

    def set_read_only(self, *, read_only: bool) -> None:
        """Offer nothing that changes the project."""
        self.read_only = read_only
        if read_only:
            self.new_button.hide()

    def show_words(self, title: str, text: str = "", *, can_add: bool = False, can_clear: bool = False) -> None:
        """Why there is nothing, and which of the two ways on there are."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(" ".join(part for part in (title, text) if part))
        self.new_button.setVisible(can_add and not self.read_only)
        self.clear_button.setVisible(can_clear)

    def show_reason(self, hidden: int, *, undated: int = 0) -> None:
        """The filter lets `hidden` incidents not through, and of those that it does `undated` have no date."""
        if undated:
            self._show_undated(undated, hidden)
        elif hidden:
            self._show_hidden(hidden)
        else:
            self.show_nothing_yet()

    def show_nothing_yet(self) -> None:
        """The project has no incident."""
        title = self.tr("No incidents.") if self.read_only else self.tr("No incidents yet. Press N.")
        self.show_words(title, can_add=True)

    def _show_hidden(self, hidden: int) -> None:
        one, many = self.tr("1 incident is hidden."), self.tr("{n} incidents are hidden.")
        text = one if hidden == 1 else many.replace("{n}", f"{hidden:,}")
        self.show_words(self.tr("Nothing matches these filters."), text, can_clear=True)

    def _show_undated(self, undated: int, hidden: int) -> None:
        one, many = self.tr("1 is undated."), self.tr("{n} are undated.")
        text = one if undated == 1 else many.replace("{n}", f"{undated:,}")
        self.show_words(self.tr("No dated incidents."), text, can_clear=bool(hidden))

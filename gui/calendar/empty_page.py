"""What stands in the calendar's place when it has nothing to show: why, and the way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.calendar.words import say
from gui.controls import plain_label
from gui.style import GAP_8


class EmptyPage(QFrame):
    """Wishes: a new incident, or all filters away."""

    new_incident_requested = Signal()
    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._read_only = False
        self._title, self._text = plain_label("", "heading"), plain_label("", "body")
        self._new = QPushButton(say("New incident"))
        self._new.setProperty("kind", "primary")
        self._new.setToolTip(say("New incident (N)"))
        self._new.clicked.connect(self.new_incident_requested)
        self._clear = QPushButton(say("Clear filters"))
        self._clear.setToolTip(say("Clear filters (Ctrl+Shift+F)"))
        self._clear.clicked.connect(self.clear_requested)
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
        buttons.addWidget(self._new)
        buttons.addWidget(self._clear)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(4)

    def set_read_only(self, *, read_only: bool) -> None:
        """Offer nothing that changes the project."""
        self._read_only = read_only

    def show_reading(self) -> None:
        """The incidents are still being read."""
        self._show("", "", can_add=False, can_clear=False)

    def show_nothing(self, *, hidden: int, undated: int) -> None:
        """No incident is shown that has a date: `hidden` are filtered away, `undated` are shown and have none."""
        if undated:
            one, many = say("1 is undated."), say("{n} are undated.")
            text = one if undated == 1 else many.format(n=f"{undated:,}")
            self._show(say("No dated incidents."), text, can_add=False, can_clear=bool(hidden))
        elif hidden:
            one, many = say("1 incident is hidden."), say("{n} incidents are hidden.")
            text = one if hidden == 1 else many.format(n=f"{hidden:,}")
            self._show(say("Nothing matches these filters."), text, can_add=False, can_clear=True)
        else:
            title = say("No incidents.") if self._read_only else say("No incidents yet. Press N.")
            self._show(title, "", can_add=not self._read_only, can_clear=False)

    def show_no_gaps(self) -> None:
        """There is no silence to list."""
        title, text = say("No silence of a whole day."), say("It would lie between two incidents with dates.")
        self._show(title, text, can_add=False, can_clear=False)

    def _show(self, title: str, text: str, *, can_add: bool, can_clear: bool) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(" ".join(part for part in (title, text) if part))
        self._new.setVisible(can_add)
        self._clear.setVisible(can_clear)

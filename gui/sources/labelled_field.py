"""A label, its field, and one line below for what is wrong or how the field was understood."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from gui.controls import plain_label
from gui.style import GAP_4, GAP_8

LABEL_WIDTH = 92
# More than any draft takes, so that what is too long is refused in words and never cut in silence.
_MAX_TYPED = 200_000


class LineField(QLineEdit):
    """A one-line field for text of any length; `problem` marks it red."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_MAX_TYPED)
        self.setAccessibleName(name)

    def show_text(self, text: str) -> None:
        """Set the text without moving the cursor where nothing changed, and show its beginning."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)


class LabelledField(QWidget):
    """Lays out label and widgets in the two columns of the inspector."""

    def __init__(self, label: str, widgets: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = plain_label(label, "caption", self)
        self._label.setFixedWidth(LABEL_WIDTH)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._note = plain_label("", "error", self)
        self._note.setWordWrap(True)
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._note.hide()
        self._main = widgets[0]
        self._label.setBuddy(self._main)
        row = QHBoxLayout()
        row.setSpacing(GAP_4)
        for place, widget in enumerate(widgets):
            row.addWidget(widget, 0 if place else 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_8)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._label, 0, 0)
        grid.addLayout(row, 0, 1)
        grid.addWidget(self._note, 1, 1)

    def set_label(self, text: str) -> None:
        self._label.setText(text)
        self._main.setAccessibleName(text)

    def show_problem(self, text: str) -> None:
        """Say what is wrong; "" takes it back."""
        self._say(text, "error")
        if self._main.property("problem") != bool(text):
            self._main.setProperty("problem", bool(text))
            self._main.style().polish(self._main)
        self._main.setAccessibleDescription(text)

    def show_hint(self, text: str) -> None:
        """Say how the field was understood; "" takes it back."""
        self._say(text, "hint")

    def _say(self, text: str, role: str) -> None:
        if self._note.property("role") != role:
            self._note.setProperty("role", role)
            self._note.style().polish(self._note)
        self._note.setText(text)
        self._note.setVisible(bool(text))

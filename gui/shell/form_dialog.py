"""The small dialogs of the shell: a serif title, labelled fields, and two buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.controls import plain_label, press_by_enter
from gui.overriding import override
from gui.style import GAP_8, GAP_12, GAP_16, GAP_24


class FormDialog(QDialog):
    """Base of a dialog that is opened with `open()`, answers with a signal and is gone when it closes."""

    def __init__(self, title: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        box = QVBoxLayout(self)
        box.setContentsMargins(GAP_24, GAP_24 - 4, GAP_24, GAP_16)
        box.setSpacing(GAP_16)
        box.addWidget(plain_label(title, "dialog-title", self))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP_12)
        self._grid.setVerticalSpacing(GAP_12)
        self._grid.setColumnStretch(1, 1)
        box.addLayout(self._grid)
        self.problem = plain_label("", "error", self)
        self.problem.setWordWrap(True)
        self.problem.hide()
        box.addWidget(self.problem)
        self.verb_button = QPushButton(verb, self)
        self.verb_button.setProperty("kind", "primary")
        self.verb_button.setDefault(True)
        self.verb_button.setAccessibleName(verb)
        self.verb_button.setToolTip(f"{verb} (Ctrl+Enter)")
        self.verb_button.clicked.connect(self.submit)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAccessibleName(self.tr("Cancel"))
        cancel.setToolTip(self.tr("Cancel (Esc)"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(GAP_8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.verb_button)
        box.addLayout(row)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.submit)

    def add_field(self, label: str, field: QWidget) -> None:
        """Add a line: the label is the field's buddy and its accessible name."""
        row = self._grid.rowCount()
        words = QLabel(label, self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setProperty("role", "body")
        words.setBuddy(field)
        field.setAccessibleName(label)
        field.setToolTip(label)
        self._grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop if field.sizeHint().height() > 60 else _MIDDLE)
        self._grid.addWidget(field, row, 1)

    def show_problem(self, text: str) -> None:
        """Say below the fields what is wrong with them."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        # A text of several lines needs more height than Qt gives by itself, and would cut the fields.
        box = self.layout()
        needed = box.totalHeightForWidth(self.width()) if box is not None else 0
        if text and needed > self.height():
            self.resize(self.width(), needed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(event):
            super().keyPressEvent(event)

    def submit(self) -> None:
        """Answer and close; a dialog with something to check overrides this."""
        self.accept()


_MIDDLE = Qt.AlignmentFlag.AlignVCenter

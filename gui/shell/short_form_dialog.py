"""The small dialogs of the shell: few labelled fields, and a button that Enter presses too."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.controls import plain_label
from gui.fields.titled_dialog import TitledDialog
from gui.style import GAP_12


class ShortFormDialog(TitledDialog):
    """Base of a dialog that asks for few values and answers with a signal."""

    def __init__(self, title: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setMinimumWidth(460)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP_12)
        self._grid.setVerticalSpacing(GAP_12)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.problem = plain_label("", "error", self)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.add_cancel(self.tr("Cancel (Esc)"))
        self.verb_button = self.add_primary(verb)
        self.verb_button.setDefault(True)
        self.verb_button.clicked.connect(self.submit)

    def add_field(self, label: str, field: QWidget) -> None:
        """Add a line: the label is the field's buddy and its accessible name."""
        row = self._grid.rowCount()
        words = plain_label(label, "body", self)
        words.setBuddy(field)
        field.setAccessibleName(label)
        field.setToolTip(label)
        is_high = field.sizeHint().height() > 60
        self._grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop if is_high else Qt.AlignmentFlag.AlignVCenter)
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

    def submit(self) -> None:
        """Answer and close; a dialog with something to check overrides this."""
        self.accept()

"""Labels of the source editor."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gui.controls import plain_label
from gui.style import GAP_8, HEIGHT_FIELD

# Wider than in the incident's inspector: fields of a source have longer names.
LABEL_WIDTH = 86


class LabelledField(QWidget):
    """A caption at the left, a field at the right; below the caption a quiet word where the field was read from a file."""

    def __init__(self, caption: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = plain_label(caption, "caption", self)
        self._label.setWordWrap(True)
        self._label.setBuddy(field)
        self._mark = plain_label(self.tr("from the file"), "hint", self)
        self._mark.setToolTip(self.tr("Read from the file; nobody has looked at it yet"))
        self._mark.hide()
        side = QWidget(self)
        side.setFixedWidth(LABEL_WIDTH)
        side.setMinimumHeight(HEIGHT_FIELD)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        for label in (self._label, self._mark):
            column.addWidget(label)
        column.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_8)
        grid.addWidget(side, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(field, 0, 1)
        grid.setColumnStretch(1, 1)

    def set_caption(self, text: str) -> None:
        self._label.setText(text)

    def set_unconfirmed(self, is_unconfirmed: bool) -> None:
        """Say that the field was read from a file, or that somebody has looked at it."""
        self._mark.setVisible(is_unconfirmed)

    def is_unconfirmed(self) -> bool:
        return not self._mark.isHidden()

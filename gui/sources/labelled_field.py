"""Labels of the source editor."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.controls import plain_label
from gui.style import GAP_8, HEIGHT_FIELD

# Wider than in the incident's inspector: fields of a source have longer names.
LABEL_WIDTH = 86


class LabelledField(QWidget):
    """A caption at the left, a field at the right."""

    def __init__(self, caption: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = plain_label(caption, "caption", self)
        self._label.setFixedWidth(LABEL_WIDTH)
        self._label.setMinimumHeight(HEIGHT_FIELD)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._label.setBuddy(field)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_8)
        grid.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(field, 0, 1)
        grid.setColumnStretch(1, 1)

    def set_caption(self, text: str) -> None:
        self._label.setText(text)

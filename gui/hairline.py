"""A line one pixel high in the colour of decorative lines."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget


class Hairline(QWidget):
    """Separates two parts of a pane; follows the theme by its palette role."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Mid)

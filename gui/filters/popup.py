"""A small window under a pill or a button. Closes on Esc and on a click outside."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QWidget

from gui.style import GAP_4


class Popup(QFrame):
    """Deletes itself when it closes; what is made says which part takes the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "popup")

    def open_under(self, anchor: QWidget) -> None:
        """Show it below `anchor`, or above where the screen ends."""
        self.adjustSize()
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + GAP_4))
        room = anchor.screen().availableGeometry()
        if place.y() + self.height() > room.bottom():
            place = anchor.mapToGlobal(QPoint(0, -self.height() - GAP_4))
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place)
        self.show()
        self.first_field().setFocus()

    def first_field(self) -> QWidget:
        """The part that takes the keyboard."""
        return self

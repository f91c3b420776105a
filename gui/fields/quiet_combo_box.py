"""A combo box that keeps the wheel and single-letter commands away."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

from gui.controls import claim_key
from gui.overriding import override


class QuietComboBox(QComboBox):
    """A combo box that the wheel scrolls past; only the keyboard and its list change it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(QStyledItemDelegate(self))  # its own one ignores the style sheet

    @override
    def event(self, event: QEvent) -> bool:
        # Letters choose here: as single-letter commands they would act in the middle of the typed word.
        return claim_key(event, _is_typing) or super().event(event)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()


def _is_typing(event: QKeyEvent) -> bool:
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return not event.modifiers() & commands and event.text().isprintable() and bool(event.text().strip())

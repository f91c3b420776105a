"""The field beside a picture for the words that are on it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.controls import claim_key, plain_label, press_by_enter
from gui.fields.text_area import TextArea
from gui.overriding import override
from gui.style import GAP_8, GAP_12, GAP_16
from models.reading import Reading

SAVE_KEY = "Ctrl+Enter"
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class PictureWords(QFrame):
    """What is typed is handed over by Save, and by itself when the field is left; nothing typed is lost."""

    text_typed = Signal(int, str)
    """Payload: the id of the capture, and the words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "surface")
        self._capture_id = 0
        self._stored = ""
        name = self.tr("Type what the picture says")
        self.field = TextArea(name, self)
        self.field.setToolTip(name)
        self.save = QPushButton(self.tr("Save"), self)
        self.save.setProperty("kind", "primary")
        self.save.setToolTip(self.tr("Keep these words as the text of the copy ({key})").replace("{key}", SAVE_KEY))
        self._title = plain_label(name, "strong", self)
        self._hint = plain_label(
            self.tr("The words can then be searched, cited and read for dates. The picture stays as it is."),
            "hint",
            self,
        )
        self._hint.setWordWrap(True)
        self._lay_out()
        self.field.textChanged.connect(self._follow_text)
        self.save.clicked.connect(self.hand_over)
        self.field.installEventFilter(self)

    def show_reading(self, reading: Reading) -> None:
        """Show the words that are stored; what is being typed for the same copy stays."""
        is_same, is_changed = self._capture_id == reading.capture.id, self._is_changed()
        if not is_same:
            self.hand_over()
        self._capture_id, self._stored = reading.capture.id, reading.text
        if not (is_same and is_changed):
            self.field.show_text(reading.text)
        self._follow_text()

    def forget(self) -> None:
        """Hand over what was typed, and belong to no copy."""
        self.hand_over()
        self._capture_id, self._stored = 0, ""
        self.field.show_text("")

    def set_read_only(self, read_only: bool) -> None:
        """Take no words."""
        self.field.setReadOnly(read_only)
        self.save.setVisible(not read_only)
        self._hint.setVisible(not read_only)

    def hand_over(self) -> None:
        """Tell the words, where they are others than those stored."""
        if self._capture_id and self._is_changed():
            self.text_typed.emit(self._capture_id, self.field.whole_text())

    def _is_changed(self) -> bool:
        return not self.field.isReadOnly() and self.field.whole_text().strip() != self._stored.strip()

    def _follow_text(self) -> None:
        self.save.setEnabled(self._is_changed())

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_16, GAP_12, GAP_16, GAP_12)
        column.setSpacing(GAP_8)
        for widget in (self._title, self._hint):
            column.addWidget(widget)
        column.addWidget(self.field, 1)
        column.addLayout(foot)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hand_over()
        return super().eventFilter(watched, event)

    @override
    def event(self, event: QEvent) -> bool:
        return claim_key(event, _is_save) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_save(event):
            self.hand_over()
        elif not press_by_enter(event):
            super().keyPressEvent(event)


def _is_save(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and modifiers == Qt.KeyboardModifier.ControlModifier

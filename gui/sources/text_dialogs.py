"""Dialogs for whole texts: paste one to keep it, read one that is kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from gui.controls import plain_label, press_by_enter
from gui.fields.text_area import TextArea
from gui.overriding import override
from gui.sources.pasted_text import capture_from_text
from gui.style import GAP_8, GAP_12, PAD_BOARD
from models.enums import CaptureMethod

MAX_SHOWN = 2_000_000


def button_row(*buttons: QPushButton) -> QHBoxLayout:
    """Buttons at the right end of a dialog's foot."""
    row = QHBoxLayout()
    row.setSpacing(GAP_8)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row


class TextDialog(QDialog):
    """Base: a title in serif, contents, a foot; closes itself for good."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumSize(420, 320)
        self.resize(640, 520)
        heading = plain_label(title, "dialog-title", self)
        heading.setWordWrap(True)
        self._primary: QPushButton | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(PAD_BOARD, PAD_BOARD - 4, PAD_BOARD, PAD_BOARD - 4)
        self._layout.setSpacing(GAP_12)
        self._layout.addWidget(heading)

    def add_part(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a widget or a layout below what is there."""
        if isinstance(part, QWidget):
            self._layout.addWidget(part, stretch)
        else:
            self._layout.addLayout(part, stretch)

    def make_button(self, text: str, kind: str = "", tip: str = "") -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setAccessibleName(text.rstrip("…"))
        button.setToolTip(tip or text)
        if kind:
            button.setProperty("kind", kind)
        return button

    def make_primary(self, text: str) -> QPushButton:
        """The button that Ctrl+Enter presses."""
        self._primary = self.make_button(text, "primary", self.tr("{text} (Ctrl+Enter)").format(text=text))
        return self._primary

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        is_enter = arg__1.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and arg__1.modifiers() & Qt.KeyboardModifier.ControlModifier and self._primary is not None:
            self._primary.click()
        elif not press_by_enter(arg__1):
            super().keyPressEvent(arg__1)


class PasteTextDialog(TextDialog):
    """Takes a text to keep as it is. Fact: text_pasted(CaptureDraft)."""

    text_pasted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keep a text"), parent)
        words = plain_label(self.tr("The words are kept unchanged, with their SHA-256 and the time."), "hint", self)
        self._area = TextArea(self.tr("Text to keep"), self)
        self._area.setPlaceholderText(self.tr("Paste or type the text of the source"))
        self._keep = self.make_primary(self.tr("Keep text"))
        cancel = self.make_button(self.tr("Cancel"), tip=self.tr("Keep nothing (Esc)"))
        for part in (words, self._area, button_row(cancel, self._keep)):
            self.add_part(part, 1 if part is self._area else 0)
        self._area.textChanged.connect(self._on_text_changed)
        self._keep.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self.accepted.connect(self._on_accepted)
        self._on_text_changed()
        self._area.setFocus()

    def _on_text_changed(self) -> None:
        self._keep.setEnabled(not self._area.document().isEmpty())

    def _on_accepted(self) -> None:
        text = self._area.whole_text()
        if text.strip():
            self.text_pasted.emit(capture_from_text(text, CaptureMethod.PASTE))


class ReadTextDialog(TextDialog):
    """Shows the text of a preserved copy; nothing in it can be changed or clicked."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._text = text
        area = TextArea(self.tr("Text of the preserved copy"), self)
        area.setReadOnly(True)
        area.show_text(text[:MAX_SHOWN])
        self.add_part(area, 1)
        if len(text) > MAX_SHOWN:
            words = self.tr("The first {count} characters are shown.").format(count=f"{MAX_SHOWN:,}")
            self.add_part(plain_label(words, "hint", self))
        copy = self.make_button(self.tr("Copy all"), tip=self.tr("Copy the whole text"))
        close = self.make_button(self.tr("Close"), tip=self.tr("Close (Esc)"))
        copy.clicked.connect(self._on_copy_clicked)
        close.clicked.connect(self.accept)
        self.add_part(button_row(copy, close))
        area.setFocus()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

"""The dialog that takes a text to keep."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.controls import plain_label
from gui.fields.text_area import TextArea
from gui.fields.titled_dialog import TitledDialog
from gui.sources.pasted_text import capture_from_text
from models.enums import CaptureMethod


class TextDialog(TitledDialog):
    """Base: one with room for a whole text."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setMinimumSize(420, 320)
        self.resize(640, 520)


class PasteTextDialog(TextDialog):
    """Takes a text to keep as it is. Fact: text_pasted(CaptureDraft)."""

    text_pasted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keep a text"), parent)
        words = plain_label(self.tr("The words are kept unchanged, with their SHA-256 and the time."), "hint", self)
        self._area = TextArea(self.tr("Text to keep"), self)
        self._area.setPlaceholderText(self.tr("Paste or type the text of the source"))
        self.body.addWidget(words)
        self.body.addWidget(self._area, 1)
        self.add_cancel(self.tr("Keep nothing (Esc)"))
        self._keep = self.add_primary(self.tr("Keep text"))
        self._area.textChanged.connect(self._on_text_changed)
        self._keep.clicked.connect(self.accept)
        self.accepted.connect(self._on_accepted)
        self._on_text_changed()
        self._area.setFocus()

    def _on_text_changed(self) -> None:
        self._keep.setEnabled(not self._area.document().isEmpty())

    def _on_accepted(self) -> None:
        text = self._area.whole_text()
        if text.strip():
            self.text_pasted.emit(capture_from_text(text, CaptureMethod.PASTE))

"""The preserved copies of a source, and the ways to add one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.controls import plain_label
from gui.sources.capture_card import CaptureCard
from gui.sources.tab_order import insert_stops
from gui.sources.text_dialogs import PasteTextDialog
from gui.style import GAP_4, GAP_8
from models.drafts import CaptureDraft
from models.snapshots import CaptureLine

_MAX_CARDS = 40


class CapturesSection(QWidget):
    """Fact: capture_pasted(CaptureDraft). Wishes: file_requested, read_requested, take_text_requested, save_requested,
    remove_requested, each with the id of a copy.
    """

    capture_pasted = Signal(object)
    file_requested = Signal()
    read_requested = Signal(object)
    take_text_requested = Signal(int)
    save_requested = Signal(int)
    remove_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[CaptureLine, ...] = ()
        self._cards: list[CaptureCard] = []
        self._read_only = False
        self._title = plain_label(self.tr("Preserved copies"), "strong", self)
        self._count = plain_label("", "caption", self)
        self._note = plain_label("", "hint", self)
        self._note.setWordWrap(True)
        self._paste = QPushButton(self.tr("Paste text…"), self)
        self._paste.setToolTip(self.tr("Keep a text unchanged, with its SHA-256 and the time"))
        self._file = QPushButton(self.tr("Add file…"), self)
        self._file.setToolTip(self.tr("Keep a file unchanged, with its SHA-256 and the time"))
        for button in (self._paste, self._file):
            button.setProperty("kind", "small")
            button.setAccessibleName(button.text().rstrip("…"))
        self._paste.clicked.connect(self._on_paste_clicked)
        self._file.clicked.connect(self._on_file_clicked)
        self._lay_out()
        self.show_captures(())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP_8)
        for widget in (self._title, self._count):
            head.addWidget(widget)
        head.addStretch(1)
        for button in (self._paste, self._file):
            head.addWidget(button)
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP_8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_4)
        layout.addLayout(head)
        layout.addWidget(self._note)
        layout.addLayout(self._list)

    def show_captures(self, lines: Sequence[CaptureLine], held: CaptureDraft | None = None) -> None:
        """Show the copies that are stored, or the one that is held until its source is stored."""
        self._lines = tuple(lines)
        for card in self._cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._make_card(line) for line in self._lines[:_MAX_CARDS]]
        insert_stops(self._file, [stop for card in self._cards for stop in card.stops()])
        self._count.setText(str(len(self._lines)) if self._lines else "")
        self._note.setText(self._note_text(held))
        self._note.setVisible(bool(self._note.text()))

    def _note_text(self, held: CaptureDraft | None) -> str:
        if held is not None:
            name = held.original_name or self.tr("The text")
            return self.tr("{name} is kept as soon as the source has a title.").format(name=name)
        if len(self._lines) > _MAX_CARDS:
            return self.tr("The first {count} are shown.").format(count=_MAX_CARDS)
        if not self._lines:
            return self.tr("None yet. A preserved copy proves later what the source said.")
        return ""

    def _make_card(self, line: CaptureLine) -> CaptureCard:
        card = CaptureCard(line, self)
        card.read_requested.connect(self.read_requested)
        card.take_text_requested.connect(self.take_text_requested)
        card.save_requested.connect(self.save_requested)
        card.remove_requested.connect(self.remove_requested)
        card.set_read_only(self._read_only)
        self._list.addWidget(card)
        return card

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        for widget in (self._paste, self._file):
            widget.setEnabled(not read_only)
        for card in self._cards:
            card.set_read_only(read_only)

    def _on_paste_clicked(self) -> None:
        dialog = PasteTextDialog(self.window())
        dialog.text_pasted.connect(self.capture_pasted)
        dialog.open()

    def _on_file_clicked(self) -> None:
        self.file_requested.emit()

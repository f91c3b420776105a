"""A note as the export will set it, so that the form of citing needs no explanation."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from exporters.document import Note, Run
from gui.controls import plain_label
from gui.fonts import Role, font
from gui.overriding import override
from gui.style import GAP_8, GAP_12

_HEIGHT = 42
# Two lines of letters of an average width, with room for the ellipsis.
_LETTER, _ELLIPSIS, _LEAST = 7, 12, 40


class NoteSample(QFrame):
    """Two lines of the first note on a sunken ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sunken")
        self._note: Note | None = None
        self._caption = plain_label(self.tr("Plain newsroom form, as in the first note"), "hint", self)
        self._text = QTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.viewport().setAutoFillBackground(False)
        self._text.document().setDocumentMargin(0)
        self._text.setFont(font(Role.QUOTE))
        self._text.setFixedHeight(_HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_12, GAP_8, GAP_12, GAP_8)
        layout.setSpacing(2)
        layout.addWidget(self._caption)
        layout.addWidget(self._text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_note(self._note)

    def show_note(self, note: Note | None) -> None:
        """Show a note; None says that there are none."""
        self._note = note
        runs = (Run(f"{note.number}  "), *note.runs) if note else (Run(self.tr("No note: nothing is cited yet.")),)
        self._text.clear()
        cursor = QTextCursor(self._text.document())
        room = max(_LEAST, 2 * self._text.width() // _LETTER - _ELLIPSIS)
        for run in runs:
            look = QTextCharFormat()
            look.setFontItalic(run.italic)
            cursor.insertText(run.text if len(run.text) <= room else run.text[:room] + "…", look)
            room -= len(run.text)
            if room <= 0:
                break
        self._text.document().setTextWidth(max(self._text.width(), 1))
        self._text.setFixedHeight(min(_HEIGHT, int(self._text.document().size().height()) + 1))
        self._text.setAccessibleName(self.tr("Sample note: {text}").format(text=self._text.toPlainText()))

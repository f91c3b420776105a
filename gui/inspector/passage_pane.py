"""The text of a preserved copy beside the citation: select words, and they are the quote."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dates import UncertainDate
from dates.mention import DateMention
from gui.controls import IconButton, plain_label
from gui.fields.date_bar import DateBar
from gui.fields.date_reader import DateReader
from gui.fields.date_text import DateText
from gui.fields.suggest_field import LineEdit
from gui.style import GAP_8, GAP_12
from models.drafts import PassageDraft
from models.snapshots import PassageLine

_SETTLE_MS = 120


class PassagePane(QFrame):
    """`words_selected(text, PassageDraft, paragraph)` once a selection with mouse or keyboard has settled."""

    words_selected = Signal(str, object, int)

    def __init__(self, reader: DateReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._capture_id = 0
        self._heading = plain_label("", "strong", self)
        hint = plain_label(self.tr("Select the words that you quote."), "hint", self)
        self.find_line = LineEdit(self.tr("Find in the preserved copy"), self)
        self.find_line.setPlaceholderText(self.tr("Find (Ctrl+F)"))
        self.find_line.add_icon("search", QLineEdit.ActionPosition.LeadingPosition)
        self._previous = IconButton("chevron-up", self.tr("Previous find"), self, key="Shift+F3")
        self._next = IconButton("chevron-down", self.tr("Next find"), self, key="F3")
        self.view = DateText(self.tr("Preserved copy"), reader, self)
        self.view.setProperty("kind", "")  # the card around it is its frame
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._lay_out(hint)
        self._settle.timeout.connect(self._on_settled)
        self.view.selectionChanged.connect(self._settle.start)
        self.find_line.textEdited.connect(self._on_find_edited)
        self.find_line.returnPressed.connect(self.find_next)
        self._next.clicked.connect(self.find_next)
        self._previous.clicked.connect(self.find_previous)
        for key, slot in (("Ctrl+F", self._on_find_asked), ("F3", self.find_next), ("Shift+F3", self.find_previous)):
            QShortcut(QKeySequence(key), self.window(), slot, context=Qt.ShortcutContext.WindowShortcut)

    def show_capture(self, capture_id: int, name: str, text: str, published: UncertainDate, language: str = "") -> None:
        """Show the text of one preserved copy of a source that was published then."""
        self._capture_id = capture_id
        self._heading.setText(name)
        self.view.show_capture(text, published, language)
        self._settle.stop()

    def mark(self, passage: PassageLine | PassageDraft | None) -> None:
        """Colour the passage of a citation."""
        if passage is None or passage.capture_id != self._capture_id or passage.end <= passage.start:
            self.view.mark_passage(None)
            return
        start, end = self.view.capture.positions((passage.start, passage.end))
        self.view.mark_passage((start, end))

    def reveal(self, passage: PassageLine) -> None:
        """Mark a passage and scroll to it."""
        self.mark(passage)
        if passage.capture_id == self._capture_id:
            cursor = self.view.textCursor()
            place = self.view.capture.shown_at(passage.start)
            cursor.setPosition(min(place, self.view.document().characterCount() - 1))
            self.view.setTextCursor(cursor)
            self.view.reveal(place, place, always=True)

    def mentions_within(self, passage: PassageDraft) -> list[DateMention]:
        """The dates of a passage, as far as they have been read."""
        start, end = self.view.capture.positions((passage.start, passage.end))
        return [mark.mention for mark in self.view.marks.within(start, end) if start <= mark.start and mark.end <= end]

    def find_next(self) -> None:
        """Select the next place of the words in the find line, from the top again after the last."""
        if self.find_line.text() and not self.view.find(self.find_line.text()):
            self.view.moveCursor(QTextCursor.MoveOperation.Start)
            self.view.find(self.find_line.text())

    def find_previous(self) -> None:
        """Select the place before."""
        flag = self.view.document().FindFlag.FindBackward
        if self.find_line.text() and not self.view.find(self.find_line.text(), flag):
            self.view.moveCursor(QTextCursor.MoveOperation.End)
            self.view.find(self.find_line.text(), flag)

    def _lay_out(self, hint: QWidget) -> None:
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self.find_line, 1)
        line.addWidget(self._previous)
        line.addWidget(self._next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_12, GAP_12, GAP_12, GAP_12)
        layout.setSpacing(GAP_8)
        layout.addWidget(self._heading)
        layout.addWidget(hint)
        layout.addLayout(line)
        layout.addWidget(self.view, 1)
        layout.addWidget(DateBar(self.view, self))

    def _on_find_asked(self) -> None:
        self.find_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_line.selectAll()

    def _on_find_edited(self) -> None:
        self.view.moveCursor(QTextCursor.MoveOperation.Start)
        self.find_next()

    def _on_settled(self) -> None:
        cursor = self.view.textCursor()
        # What the find line selects is looked at, not quoted.
        if not cursor.hasSelection() or self.find_line.hasFocus():
            return
        found = self.view.capture.passage(self._capture_id, cursor.selectionStart(), cursor.selectionEnd())
        if found is not None:
            self.words_selected.emit(*found, self.view.capture.paragraph(found[1].start))

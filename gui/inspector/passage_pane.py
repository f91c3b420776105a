"""The text of a preserved copy beside the citation: select words, and they are the quote."""

import re
from bisect import bisect_left

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from gui.controls import IconButton, plain_label
from gui.fields.suggest_field import LineEdit
from gui.fonts import Role, font
from gui.style import GAP_8, GAP_12
from gui.theme import theme_of
from models.drafts import PassageDraft
from models.snapshots import PassageLine

CONTEXT = 32
# A longer text is cut here; its beginning can still be quoted from.
MAX_SHOWN = 1_000_000
_SETTLE_MS = 120


class CaptureText:
    """A capture's text as it is stored, and as Qt shows it (one line break, UTF-16 positions)."""

    def __init__(self, text: str) -> None:
        self.stored = text
        self.shown = text[:MAX_SHOWN].replace("\r\n", "\n")
        # Places in the shown text before which the stored one has a carriage return more.
        self._dropped = [match.start() - at for at, match in enumerate(re.finditer("\r\n", text[:MAX_SHOWN]))]

    def stored_at(self, position: int) -> int:
        """The offset in the stored text of a position in Qt's document."""
        if self.shown.isascii():
            at = position
        else:
            at = len(self.shown.encode("utf-16-le", "surrogatepass")[: 2 * position].decode("utf-16-le", "ignore"))
        return at + bisect_left(self._dropped, at)

    def shown_at(self, offset: int) -> int:
        """The position in Qt's document of an offset in the stored text."""
        head = self.stored[: min(offset, MAX_SHOWN)].replace("\r\n", "\n")
        return len(head) if head.isascii() else len(head.encode("utf-16-le", "surrogatepass")) // 2

    def passage(self, capture_id: int, first: int, last: int) -> tuple[str, PassageDraft] | None:
        """The exact words between two positions, without blanks at their ends, and where they stand."""
        start, end = self.stored_at(first), self.stored_at(last)
        while start < end and self.stored[start].isspace():
            start += 1
        while end > start and self.stored[end - 1].isspace():
            end -= 1
        if start >= end:
            return None
        before, after = self.stored[max(0, start - CONTEXT) : start], self.stored[end : end + CONTEXT]
        draft = PassageDraft(capture_id=capture_id, start=start, end=end, prefix=before, suffix=after)
        return self.stored[start:end], draft

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph at an offset, counted from 1; paragraphs end with a blank line, else a line."""
        head = self.stored[:offset]
        gap = r"(?:\r?\n[ \t]*){2,}" if re.search(r"\r?\n[ \t]*\r?\n", self.stored) else r"(?:\r?\n)+"
        return len([part for part in re.split(gap, head)[:-1] if part.strip()]) + 1


class PassagePane(QFrame):
    """`words_selected(text, PassageDraft, paragraph)` once a selection with mouse or keyboard has settled."""

    words_selected = Signal(str, object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._capture_id = 0
        self._capture = CaptureText("")
        self._heading = plain_label("", "strong", self)
        hint = plain_label(self.tr("Select the words that you quote."), "hint", self)
        self.find_line = LineEdit(self.tr("Find in the preserved copy"), self)
        self.find_line.setPlaceholderText(self.tr("Find (Ctrl+F)"))
        self.find_line.add_icon("search", QLineEdit.ActionPosition.LeadingPosition)
        self._previous = IconButton("chevron-up", self.tr("Previous find"), self, key="Shift+F3")
        self._next = IconButton("chevron-down", self.tr("Next find"), self, key="F3")
        self.view = QPlainTextEdit(self)
        self.view.setReadOnly(True)
        self.view.setAccessibleName(self.tr("Preserved copy"))
        self.view.setFont(font(Role.BODY))
        self.view.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.view.setTabChangesFocus(True)
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

    def show_capture(self, capture_id: int, name: str, text: str) -> None:
        """Show the text of one preserved copy."""
        self._capture_id, self._capture = capture_id, CaptureText(text)
        self._heading.setText(name)
        self.view.setPlainText(self._capture.shown)
        self._settle.stop()

    def mark(self, passage: PassageLine | PassageDraft | None) -> None:
        """Colour the passage of a citation, and show it."""
        if passage is None or passage.capture_id != self._capture_id or passage.end <= passage.start:
            self.view.setExtraSelections([])
            return
        chosen = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.view.document())
        last = self.view.document().characterCount() - 1
        cursor.setPosition(min(self._capture.shown_at(passage.start), last))
        cursor.setPosition(min(self._capture.shown_at(passage.end), last), QTextCursor.MoveMode.KeepAnchor)
        colour = QTextCharFormat()
        colour.setBackground(theme_of(self).mark)
        chosen.cursor, chosen.format = cursor, colour
        self.view.setExtraSelections([chosen])

    def reveal(self, passage: PassageLine) -> None:
        """Mark a passage and scroll to it."""
        self.mark(passage)
        if passage.capture_id == self._capture_id:
            cursor = self.view.textCursor()
            cursor.setPosition(min(self._capture.shown_at(passage.start), self.view.document().characterCount() - 1))
            self.view.setTextCursor(cursor)
            self.view.centerCursor()

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
        found = self._capture.passage(self._capture_id, cursor.selectionStart(), cursor.selectionEnd())
        if found is not None:
            self.words_selected.emit(*found, self._capture.paragraph(found[1].start))

"""Goes from place to place of the words that are looked for in a text."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from gui.reader.find_bar import FindBar
from gui.reader.finding import Finder
from gui.reader.reader_text import FOUND, ReaderText

_LONGEST = 200


class TextSearch(QObject):
    """All places are coloured, the one that is shown is selected."""

    def __init__(self, text: ReaderText, bar: FindBar) -> None:
        super().__init__(bar)
        self._text = text
        self._bar = bar
        self._finder: Finder | None = None
        self._hits: list[tuple[int, int]] = []
        bar.words_edited.connect(self._on_words_edited)
        bar.step_requested.connect(self._on_step_requested)
        bar.closed.connect(self._on_closed)

    def renew(self) -> None:
        """The text is another one."""
        self._finder = None
        self._hits = []
        if not self._bar.isHidden():
            self._find()
            self._show()

    def open(self) -> None:
        """Show the bar; a short selection is what is looked for."""
        words = self._text.textCursor().selectedText()
        if words and len(words) <= _LONGEST and "\u2029" not in words:
            self._bar.line.setText(words)
        self._bar.open_bar()
        if self._find():
            self._on_words_edited()

    def go(self, *, forward: bool) -> None:
        """Select the next or the previous place, from the other end again behind the last."""
        if self._bar.isHidden() or not self._bar.line.text().strip():
            self.open()
        else:
            self._step(forward=forward)

    def _on_step_requested(self, forward: bool) -> None:
        self._step(forward=forward)

    def _step(self, *, forward: bool) -> None:
        if not self._hits and not self._find():
            return
        cursor = self._text.textCursor()
        starts = [start for start, _end in self._hits]
        if forward:
            index = bisect_right(starts, cursor.selectionStart() if cursor.hasSelection() else cursor.position() - 1)
        else:
            index = bisect_left(starts, cursor.selectionStart()) - 1
        self._select(index % len(self._hits))

    def _find(self) -> bool:
        if self._finder is None:
            self._finder = Finder(self._text.capture.shown)
        self._hits = self._finder.find(self._bar.line.text())
        return bool(self._hits)

    def _on_words_edited(self) -> None:
        if self._find():
            starts = [start for start, _end in self._hits]
            self._select(bisect_left(starts, self._text.textCursor().selectionStart()) % len(self._hits))
        else:
            self._show()

    def _select(self, index: int) -> None:
        start, end = self._hits[index]
        self._text.reveal(start, end)
        cursor = self._text.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._text.setTextCursor(cursor)
        self._show(index)

    def _show(self, index: int = 0) -> None:
        self._text.colour(FOUND, self._hits)
        is_more = self._finder is not None and self._finder.is_more
        self._bar.show_hits(self._hits, index, is_more=is_more)

    def _on_closed(self) -> None:
        self._hits = []
        self._text.colour(FOUND, ())
        self._text.setFocus()

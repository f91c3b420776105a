"""The keys of the reader; they act wherever in its window the keyboard is, while the reader is shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from gui.fields.date_bar import NEXT_KEY as NEXT_DATE_KEY
from gui.fields.date_bar import PREVIOUS_KEY as PREVIOUS_DATE_KEY
from gui.reader.copy_stack import CopyStack
from gui.reader.find_bar import NEXT_KEY, PREVIOUS_KEY
from gui.reader.page_view import PageView
from gui.reader.reader_header import PAGES_KEY, TODAY_KEY, ReaderHeader
from gui.reader.reader_text import TEXT_SIZE
from gui.reader.search import TextSearch

NEXT_CITED_KEY, PREVIOUS_CITED_KEY = "F7", "Shift+F7"
LARGER_KEYS, SMALLER_KEY, USUAL_KEY = ("Ctrl++", "Ctrl+="), "Ctrl+-", "Ctrl+0"


class ReaderKeys(QObject):
    """Belongs to one reader."""

    def __init__(self, pane: QWidget, stack: CopyStack, header: ReaderHeader, search: TextSearch) -> None:
        super().__init__(pane)
        self._pane = pane
        self._stack = stack
        self._text = stack.text
        self._search = search
        self._add(self.next_date, NEXT_DATE_KEY)
        self._add(self.previous_date, PREVIOUS_DATE_KEY)
        self._add(self.next_cited, NEXT_CITED_KEY)
        self._add(self.previous_cited, PREVIOUS_CITED_KEY)
        self._add(self.find_next, NEXT_KEY)
        self._add(self.find_previous, PREVIOUS_KEY)
        self._add(self.enlarge, *LARGER_KEYS)
        self._add(self.shrink, SMALLER_KEY)
        self._add(self.usual_size, USUAL_KEY)
        self._add(header.open_today, TODAY_KEY)
        self._add(header.switch_way, PAGES_KEY)

    def next_date(self) -> None:
        """Go to the next date word."""
        self._step_date(forward=True)

    def previous_date(self) -> None:
        """Go to the previous date word."""
        self._step_date(forward=False)

    def next_cited(self) -> None:
        """Go to the next cited passage."""
        (self._pages or self._text).step_passage(forward=True)

    def previous_cited(self) -> None:
        """Go to the previous cited passage."""
        (self._pages or self._text).step_passage(forward=False)

    def find_next(self) -> None:
        """Go to the next place of the words that are looked for."""
        self._search.go(forward=True)

    def find_previous(self) -> None:
        """Go to the place before."""
        self._search.go(forward=False)

    def enlarge(self) -> None:
        """Larger letters, or pages."""
        if self._pages is None:
            self._text.set_text_size(self._text.text_size + 1)
        else:
            self._pages.step_zoom(1)

    def shrink(self) -> None:
        """Smaller letters, or pages."""
        if self._pages is None:
            self._text.set_text_size(self._text.text_size - 1)
        else:
            self._pages.step_zoom(-1)

    def usual_size(self) -> None:
        """Letters as they are at first, pages as they fit."""
        if self._pages is None:
            self._text.set_text_size(TEXT_SIZE)
        else:
            self._pages.set_zoom(1.0)

    def _step_date(self, *, forward: bool) -> None:
        if self._pages is None:
            # One card at a time: that of the cited words goes, and Enter is no longer theirs.
            self._text.walked = []
            self._text.passage_walked.emit([])
            self._text.step(forward=forward)

    @property
    def _pages(self) -> PageView | None:
        """The pages, where they are shown and not the text."""
        return self._stack.pages.view if self._stack.is_paged and self._stack.pages is not None else None

    def _add(self, slot: Callable[[], None], *keys: str) -> None:
        for key in keys:
            QShortcut(QKeySequence(key), self._pane, slot, context=Qt.ShortcutContext.WindowShortcut)

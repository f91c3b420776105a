"""The keys of the reader; they act wherever in its window the keyboard is, while the reader is shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from gui.fields.date_bar import NEXT_KEY as NEXT_DATE_KEY
from gui.fields.date_bar import PREVIOUS_KEY as PREVIOUS_DATE_KEY
from gui.reader.find_bar import NEXT_KEY, PREVIOUS_KEY
from gui.reader.reader_header import PAGES_KEY, TODAY_KEY, ReaderHeader
from gui.reader.reader_text import TEXT_SIZE, ReaderText
from gui.reader.search import TextSearch

NEXT_CITED_KEY, PREVIOUS_CITED_KEY = "F7", "Shift+F7"
LARGER_KEYS, SMALLER_KEY, USUAL_KEY = ("Ctrl++", "Ctrl+="), "Ctrl+-", "Ctrl+0"


class ReaderKeys(QObject):
    """Belongs to one reader."""

    def __init__(self, pane: QWidget, text: ReaderText, header: ReaderHeader, search: TextSearch) -> None:
        super().__init__(pane)
        self._pane = pane
        self._text = text
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
        self._text.step(forward=True)

    def previous_date(self) -> None:
        """Go to the previous date word."""
        self._text.step(forward=False)

    def next_cited(self) -> None:
        """Go to the next cited passage."""
        self._text.step_passage(forward=True)

    def previous_cited(self) -> None:
        """Go to the previous cited passage."""
        self._text.step_passage(forward=False)

    def find_next(self) -> None:
        """Go to the next place of the words that are looked for."""
        self._search.go(forward=True)

    def find_previous(self) -> None:
        """Go to the place before."""
        self._search.go(forward=False)

    def enlarge(self) -> None:
        """Larger letters."""
        self._text.set_text_size(self._text.text_size + 1)

    def shrink(self) -> None:
        """Smaller letters."""
        self._text.set_text_size(self._text.text_size - 1)

    def usual_size(self) -> None:
        """Letters as they are at first."""
        self._text.set_text_size(TEXT_SIZE)

    def _add(self, slot: Callable[[], None], *keys: str) -> None:
        for key in keys:
            QShortcut(QKeySequence(key), self._pane, slot, context=Qt.ShortcutContext.WindowShortcut)

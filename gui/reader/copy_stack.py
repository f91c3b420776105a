"""The ways to see a preserved copy, one at a time: its words, its pages, or why there is nothing to see."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from gui.reader.empty_page import EmptyPage
from gui.reader.pages_pane import PagesPane, has_pages
from gui.reader.reader_text import ReaderText
from models.reading import Reading
from services.passages import page_at


class CopyStack(QStackedWidget):
    """A copy without words shows its pages by itself, where it has some."""

    way_changed = Signal()
    """Another way is shown, or another is offered."""

    def __init__(self, text: ReaderText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.empty = EmptyPage(self)
        self.pages: PagesPane | None = None
        self._reading: Reading | None = None
        self._wants_pages = False
        self._is_read_only = False
        self.addWidget(text)
        self.addWidget(self.empty)

    def add_pages(self, pages: PagesPane) -> None:
        """Take over the pages."""
        self.pages = pages
        self.addWidget(pages)
        pages.set_read_only(self._is_read_only)

    @property
    def is_text(self) -> bool:
        """Whether the words are shown."""
        return self.currentWidget() is self.text

    @property
    def is_paged(self) -> bool:
        """Whether the pages are shown."""
        return self.pages is not None and self.currentWidget() is self.pages

    @property
    def has_pages(self) -> bool:
        """Whether the copy can be seen as pages."""
        return self.pages is not None and self._reading is not None and has_pages(self._reading.capture.media_type)

    def show_copy(self, reading: Reading, *, is_new: bool) -> None:
        """Show a copy; `is_new`: it is not the one that was shown."""
        self._reading = reading
        if is_new:
            self._wants_pages = not reading.text.strip()
        if self.pages is not None:
            if self.has_pages:
                self.pages.show_reading(reading)
            else:
                self.pages.show_nothing()
        self._choose()

    def show_words(self, words: str) -> None:
        """Show words and no copy."""
        self._reading = None
        if self.pages is not None:
            self.pages.show_nothing()
        self.empty.say(words)
        self._show(self.empty)

    def choose_pages(self, wanted: bool) -> None:
        """Show the pages, or the words: those of the page that was shown."""
        self._wants_pages = wanted
        if self._reading is not None:
            was_paged = self.is_paged
            self._choose()
            if self.pages is not None and self.is_paged != was_paged:
                self._follow(self.pages, self._reading.text)
            self.focus_way()

    def show_span(self, start: int, end: int) -> None:
        """Show words of the text, given by offsets."""
        if self.is_paged and self.pages is not None:
            self.pages.show_span(start, end)
        else:
            self.text.show_span(start, end)

    def focus_way(self) -> None:
        """Put the keyboard on what is shown."""
        if self.is_paged and self.pages is not None:
            self.pages.focus_page()
        else:
            page = self.currentWidget()
            if page is not None:
                page.setFocus()

    def set_read_only(self, read_only: bool) -> None:
        """Offer nothing that changes the project."""
        self._is_read_only = read_only
        self.text.can_cite = not read_only
        if self.pages is not None:
            self.pages.set_read_only(read_only)

    def _follow(self, pages: PagesPane, text: str) -> None:
        """Go to the place in one way that was looked at in the other."""
        at = self.text.capture.stored_at(self.text.top_position)
        if self.is_paged:
            pages.show_span(at, at)
        elif self.is_text and pages.view.page not in {0, page_at(text, at)}:
            start = page_start(text, pages.view.page)
            self.text.reveal(*self.text.capture.positions((start, start)), always=True)

    def _choose(self) -> None:
        reading = self._reading
        if self.has_pages and self._wants_pages and self.pages is not None:
            self._show(self.pages)
        elif reading is not None and reading.text.strip():
            self._show(self.text)
        elif reading is not None:
            words = self.tr("There are no words in this saved copy.")
            self.empty.say(words, reading, can_extract=not self._is_read_only)
            self._show(self.empty)

    def _show(self, page: QWidget) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.setCurrentWidget(page)
        if had_focus:
            self.focus_way()
        self.way_changed.emit()


def page_start(text: str, page: int) -> int:
    """Where a page begins in a text; where the text has fewer, the last one."""
    at = 0
    for _ in range(page - 1):
        following = text.find("\f", at) + 1
        if not following:
            break
        at = following
    return at

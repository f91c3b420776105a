"""The reader: the text of a preserved copy with all that is cited of it, to read, to quote and to find things in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dates import UNDATED, UncertainDate
from gui.fields.date_reader import DateReader
from gui.overriding import override
from gui.reader.copy_stack import CopyStack
from gui.reader.find_bar import FindBar
from gui.reader.lost_line import LostLine
from gui.reader.pages_pane import PagesPane
from gui.reader.passage_card import PassageHover
from gui.reader.reader_footer import ReaderFooter
from gui.reader.reader_header import ReaderHeader
from gui.reader.reader_keys import ReaderKeys
from gui.reader.reader_menu import ReaderMenu
from gui.reader.reader_text import ReaderText
from gui.reader.search import TextSearch
from gui.reader.selection import ReaderSelection, selection_of
from models.proposals import ProposedIncident
from models.reading import PassageState, Reading


class ReaderPane(QFrame):
    """Emits wishes; `show_reading` again with the same copy keeps the place and what is selected."""

    passage_opened = Signal(int)
    """Payload: the id of the citation whose words were pressed."""
    cite_requested = Signal(object)
    new_incident_requested = Signal(object)
    """Payload of both: the ReaderSelection."""
    today_changed = Signal(object, bool)
    """Payload: the UncertainDate, and whether the source is to keep it as its day of publication."""
    details_requested = Signal()
    capture_chosen = Signal(int)
    extract_again_requested = Signal(int)
    text_typed = Signal(int, str)
    """Payload: the id of the capture, and what its picture says."""
    repair_requested = Signal(int, int, int)
    """Payload: the id of the citation, and where the words stand that become its quote."""
    text_size_changed = Signal(int)

    def __init__(self, dates: DateReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "surface")
        self.setAccessibleName(self.tr("Reader"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._reading: Reading | None = None
        self._today: UncertainDate | None = None
        self.header = ReaderHeader(self)
        self.find_bar = FindBar(self)
        self.text = ReaderText(self.tr("Text of the saved copy"), dates, self)
        self.stack = CopyStack(self.text, self)
        self.footer = ReaderFooter(self.text, self)
        self.lost = LostLine(dates.runner, self)
        self.hover = PassageHover(self.text)
        self.menu = ReaderMenu(self.text)
        self.search = TextSearch(self.text, self.find_bar)
        self.keys = ReaderKeys(self, self.stack, self.header, self.search)
        self._lay_out()
        self._connect()
        self.show_nothing("")

    def add_leading(self, widget: QWidget) -> None:
        """Put a widget of somebody else at the left end of the header."""
        self.header.add_leading(widget)

    def add_pages(self, pages: PagesPane) -> None:
        """Take over the other way to see a copy."""
        self.stack.add_pages(pages)
        pages.passage_opened.connect(self.passage_opened)
        pages.text_typed.connect(self.text_typed)

    def show_reading(self, reading: Reading) -> None:
        """Show a copy; the same one again keeps its place, what is selected and what "today" was chosen to be."""
        was, self._reading = self._reading, reading
        is_same = was is not None and (was.capture.id, was.text) == (reading.capture.id, reading.text)
        if was is None or was.source.id != reading.source.id or was.source.published != reading.source.published:
            self._today = None
        self.header.show_reading(reading)
        if is_same:
            self.text.show_source(reading)
            self.text.show_passages(reading.passages)
        else:
            self.text.show_reading(reading)
        self.text.set_published(self.today(), reading.source.language)
        self.header.show_today(self.today())
        self.stack.show_copy(reading, is_new=not is_same)
        lost = [passage for passage in reading.passages if passage.state is PassageState.LOST]
        self.lost.show_lost(lost, reading.text, is_new=not is_same)
        self.footer.show_passages(len(self.text.passages))
        if not is_same:
            self.search.renew()

    def show_nothing(self, words: str) -> None:
        """Show words in place of a text."""
        self._reading = self._today = None
        self.header.show_reading(None)
        self.text.show_capture("", UNDATED)
        self.text.point_at(None)
        self.find_bar.hide()
        self.lost.hide()
        self.stack.show_words(words)

    def show_span(self, start: int, end: int) -> None:
        """Scroll to words of the text, given by offsets, and let them stand out for a moment."""
        self.stack.show_span(start, end)

    def point_at(self, proposed: ProposedIncident | None) -> None:
        """Show which words a proposal is made of."""
        is_here = (
            proposed is not None
            and self._reading is not None
            and proposed.origin.capture_id == self._reading.capture.id
        )
        self.text.point_at(proposed if is_here else None)

    def selection(self) -> ReaderSelection | None:
        """The words that are selected; what the find bar selects counts too."""
        if self._reading is None or not self.stack.is_text:
            return None
        cursor = self.text.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        return selection_of(self.text.capture, self._reading.capture.id, self.text.marks, first, last)

    def open_find(self) -> None:
        """Look for words, beginning with those that are selected."""
        if self.stack.is_text:
            self.search.open()

    def focus_text(self) -> None:
        """Put the keyboard on the text, or on what is shown in its place."""
        self.stack.focus_way()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not a focus proxy: Tab would go past the header with one.
        self.stack.focus_way()

    def set_read_only(self, read_only: bool) -> None:
        """Offer nothing that changes the project."""
        for part in (self.header, self.footer, self.lost, self.stack):
            part.set_read_only(read_only)

    def today(self) -> UncertainDate:
        """What "today" is in the text: as chosen, else the day of publication."""
        if self._today is not None:
            return self._today
        return self._reading.source.published if self._reading is not None else UNDATED

    def set_text_size(self, size: int) -> None:
        """Show letters of so many pixels."""
        self.text.set_text_size(size)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.find_bar, self.lost):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        column.addWidget(self.footer)

    def _connect(self) -> None:
        header, text = self.header, self.text
        header.copy.capture_chosen.connect(self.capture_chosen)
        header.copy.extract_again_requested.connect(self.extract_again_requested)
        header.copy.details_requested.connect(self.details_requested)
        header.today_chosen.connect(self._on_today_chosen)
        header.pages_chosen.connect(self.stack.choose_pages)
        self.stack.way_changed.connect(self._follow_way)
        header.size_chosen.connect(text.set_text_size)
        header.find_button.clicked.connect(self.open_find)
        self.stack.empty.details_requested.connect(self.details_requested)
        self.stack.empty.extract_again_requested.connect(self.extract_again_requested)
        self.hover.passage_opened.connect(self.passage_opened)
        self.menu.passage_opened.connect(self.passage_opened)
        text.passage_opened.connect(self.passage_opened)
        text.cite_wanted.connect(self._on_cite_wanted)
        text.incident_wanted.connect(self._on_incident_wanted)
        text.size_changed.connect(header.show_size)
        text.size_changed.connect(self.text_size_changed)
        header.show_size(text.text_size)
        self.footer.cited.clicked.connect(self.keys.next_cited)
        self.footer.dates.clicked.connect(self.keys.next_date)
        self.footer.cite.clicked.connect(self._on_cite_wanted)
        self.footer.new_incident.clicked.connect(self._on_incident_wanted)
        self.lost.repair_requested.connect(self.repair_requested)
        self.lost.match_found.connect(self.show_span)

    def _follow_way(self) -> None:
        stack = self.stack
        self.footer.setVisible(stack.is_text)
        if not stack.is_text:
            self.find_bar.hide()
        self.header.show_ways(is_text=stack.is_text, has_pages=stack.has_pages, is_paged=stack.is_paged)

    def _on_today_chosen(self, today: UncertainDate, keep: bool) -> None:
        if self._reading is None:
            return
        self._today = None if today == self._reading.source.published else today
        self.text.set_published(today, self._reading.source.language)
        self.header.show_today(today)
        self.today_changed.emit(today, keep)

    def _on_cite_wanted(self) -> None:
        selected = self.selection()
        if selected is not None:
            self.cite_requested.emit(selected)

    def _on_incident_wanted(self) -> None:
        selected = self.selection()
        if selected is not None:
            self.new_incident_requested.emit(selected)

"""The other way to see a preserved copy: the pages of a PDF file as they look, or a picture and the words on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui.controls import plain_label
from gui.overriding import override
from gui.reader.page_bar import PageBar
from gui.reader.page_loader import PageLoader
from gui.reader.page_view import PageView
from gui.reader.picture_words import PictureWords
from gui.style import GAP_24
from gui.texts.pages import copy_problem_text
from gui.texts.reading import passage_sentence
from importers.kinds import PDF_MEDIA_TYPE, PICTURE_MEDIA_TYPES
from importers.page_channel import PageSize
from models.errors import UserFacingError
from models.reading import PassageState, Reading
from services.page_images import quotes_by_page

# Narrower than this, the words of a picture stand below it.
_NARROW = 720
_WORDS_WIDTH, _WORDS_HEIGHT = 300, 220


def has_pages(media_type: str) -> bool:
    """Whether a copy can be seen as pages."""
    return media_type == PDF_MEDIA_TYPE or is_picture(media_type)


def is_picture(media_type: str) -> bool:
    """Whether a copy is a picture that can be shown."""
    return media_type in PICTURE_MEDIA_TYPES


class PagesPane(QFrame):
    """Opens the file when it is seen, and lets go of it when it is not."""

    passage_opened = Signal(int)
    """Payload: the id of the citation whose words were pressed."""
    text_typed = Signal(int, str)
    """Payload: the id of the capture, and what its picture says."""

    def __init__(self, loader: PageLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "surface")
        self._loader = loader
        self._reading: Reading | None = None
        self._is_open = False
        self._span: tuple[int, int] | None = None
        self.view = PageView(self)
        self.bar = PageBar(self.view, self)
        self.words = PictureWords(self)
        self._problem = plain_label("", "body", self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.view)

    def show_reading(self, reading: Reading) -> None:
        """Show a copy that `has_pages`; the same one again keeps its place."""
        is_same = self._reading is not None and self._reading.capture.id == reading.capture.id
        self._reading = reading
        shows_picture = is_picture(reading.capture.media_type)
        self.words.setVisible(shows_picture)
        self.view.setAccessibleName(self.tr("Picture") if shows_picture else self.tr("Pages of the saved copy"))
        if shows_picture:
            self.words.show_reading(reading)
        else:
            self.words.forget()
        if not is_same:
            self._span = None
            self._close()
            self._open()
        self._show_quotes(reading)

    def show_nothing(self) -> None:
        """Show no copy."""
        self.words.forget()
        self._reading = self._span = None
        self._close()

    def show_span(self, start: int, end: int) -> None:
        """Go to the page of some words of the text, and frame the citations that quote any of them."""
        if self._reading is not None and self.view.count:
            self._go_to_span(self._reading, start, end)
        else:
            self._span = (start, end)

    def problem(self) -> str:
        """Why there is nothing to see, "" where there is."""
        return self._problem.text() if self._stack.currentWidget() is self._problem else ""

    def set_read_only(self, read_only: bool) -> None:
        """Take no words."""
        self.words.set_read_only(read_only)

    def keep_words(self) -> None:
        """Hand over what is typed and not handed over yet."""
        self.words.hand_over()

    def focus_page(self) -> None:
        """Put the keyboard on the pages; on the field of a picture that has no words yet."""
        wants_words = self.words.isVisibleTo(self) and not self.words.field.isReadOnly()
        if wants_words and self._reading is not None and not self._reading.text:
            self.words.field.setFocus()
        else:
            self.view.setFocus()

    def _lay_out(self) -> None:
        self._problem.setWordWrap(True)
        self._problem.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._problem.setMargin(GAP_24)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._problem)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.addWidget(self._stack)
        self._split.addWidget(self.words)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._split, 1)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        self.view.pages_wanted.connect(self._loader.want)
        self.view.passage_opened.connect(self.passage_opened)
        self.bar.focus_requested.connect(self.view.setFocus)
        self.words.text_typed.connect(self.text_typed)
        self._loader.pages_opened.connect(self._on_pages_opened)
        self._loader.open_failed.connect(self._on_open_failed)
        self._loader.page_drawn.connect(self.view.show_drawn)
        self._loader.page_failed.connect(self.view.show_problem)

    def _open(self) -> None:
        """Open the copy, where somebody sees it."""
        if self._reading is not None and self.isVisible() and not self._is_open:
            self._is_open = True
            self._loader.open(self._reading.capture)

    def _close(self) -> None:
        self._loader.close()
        self._is_open = False
        self._show_sizes(())

    def _show_sizes(self, sizes: tuple[PageSize, ...]) -> None:
        shows_picture = self._reading is not None and is_picture(self._reading.capture.media_type)
        self.view.show_pages(sizes, is_picture=shows_picture)
        self._stack.setCurrentWidget(self.view)
        self.bar.show()
        self.bar.show_count()

    def _show_quotes(self, reading: Reading) -> None:
        names = {passage.citation_id: passage_sentence(passage) for passage in reading.passages}
        paged = {} if is_picture(reading.capture.media_type) else quotes_by_page(reading.text, reading.passages)
        self.view.show_quotes(paged, names)

    def _go_to_span(self, reading: Reading, start: int, end: int) -> None:
        cited = [
            passage.citation_id
            for passage in reading.passages
            if passage.state is PassageState.IN_PLACE and passage.start < end and start < passage.end
        ]
        self.view.frame_words(1 + reading.text.count("\f", 0, start), cited)

    def _on_pages_opened(self, sizes: tuple[PageSize, ...]) -> None:
        if not self.view.shows(sizes):  # a copy that is seen again keeps its place and its zoom
            self._show_sizes(sizes)
        if self._reading is not None and self._span is not None:
            self._go_to_span(self._reading, *self._span)
            self._span = None

    def _on_open_failed(self, error: UserFacingError) -> None:
        words = copy_problem_text(error)
        self._problem.setText(words)
        self._problem.setAccessibleName(words)
        self._stack.setCurrentWidget(self._problem)
        self.bar.hide()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._open()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.words.hand_over()
        self._loader.close()
        self._is_open = False
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = Qt.Orientation.Vertical if self.width() < _NARROW else Qt.Orientation.Horizontal
        if way is not self._split.orientation() or not event.oldSize().isValid():
            self._split.setOrientation(way)
            is_wide = way is Qt.Orientation.Horizontal
            room, wanted = (self.width(), _WORDS_WIDTH) if is_wide else (self.height(), _WORDS_HEIGHT)
            self._split.setSizes([max(room - wanted, 1), wanted])

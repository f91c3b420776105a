"""A text to read whose date words say which date they are, under the pointer and by key."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHideEvent,
    QMouseEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from dates import UNDATED, UncertainDate
from gui.fields.capture_text import CaptureText
from gui.fields.date_card import DateCard
from gui.fields.date_marks import DateMark, DateMarks
from gui.fields.date_reader import DatedText, DateReader
from gui.fields.marked_text import BODY_LOOK, MarkedText
from gui.fields.prose_layout import ProseLook
from gui.overriding import override
from gui.texts.mentions import mention_sentence

_OPEN_MS, _CLOSE_MS = 250, 200
# The text is painted first: a busy worker would hold up every step of it.
_PAINTED_MS = 40


class DateText(MarkedText):
    """The text is there at once; its date words are underlined as soon as the worker has read them.

    One card at a time, at the word that is filled. It stays while the pointer is on it, and goes with Esc.
    """

    reading_changed = Signal()
    """Reading the dates began or ended; see `is_reading` and `marks`."""

    def __init__(
        self, name: str, reader: DateReader, parent: QWidget | None = None, *, look: ProseLook = BODY_LOOK
    ) -> None:
        super().__init__(name, parent, look=look)
        self.capture = CaptureText("")
        self.published = UNDATED
        self._language = ""
        self._reader = reader
        self._ticket = 0
        self._is_read = True
        self._open: DateMark | None = None
        self._under_pointer: DateMark | None = None
        self._card: DateCard | None = None
        self._asking = self._make_timer(_PAINTED_MS)
        self._asking.timeout.connect(self._ask)
        self._opening = self._make_timer(_OPEN_MS)
        self._closing = self._make_timer(_CLOSE_MS)
        self._opening.timeout.connect(self._open_under_pointer)
        self._closing.timeout.connect(self.close_card)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self.close_card)
        self.cursorPositionChanged.connect(self.close_card)
        reader.dates_read.connect(self._on_dates_read)

    @property
    def is_reading(self) -> bool:
        """Whether the date words are not known yet."""
        return not self._is_read

    def show_capture(self, text: str, published: UncertainDate, language: str = "") -> None:
        """Show a capture's text, and read its dates in its language, against the day it was published."""
        self.close_card()
        self._drop()
        self.capture, self.published, self._language = CaptureText(text), published, language
        self.set_marks(DateMarks())
        self.mark_passage(None)
        self.show_text(self.capture.shown)
        self._is_read = not text.strip()
        self.reading_changed.emit()
        if self.isVisible():
            self._asking.start()

    def set_published(self, published: UncertainDate, language: str) -> None:
        """Read the dates of the same text anew, against another day or in another language."""
        if (published, language) != (self.published, self._language):
            self.close_card()
            self._drop()
            self.published, self._language = published, language
            self._is_read = not self.capture.stored.strip()
            self.reading_changed.emit()
            if self.isVisible():
                self._asking.start()

    def step(self, *, forward: bool) -> None:
        """Go to the next or previous date word from the cursor, and open its card."""
        place = self._open.start if self._open else self.textCursor().selectionStart()
        if forward and place == 0 and self._open is None:
            place = -1  # a text may begin with a date word, and nobody has been there yet
        mark = self.marks.after(place) if forward else self.marks.before(place)
        if mark is None:
            return
        # A word at the rim would have its sentence cut off, and its card on the other half of it.
        self.reveal(mark.start, mark.end)
        cursor = self.textCursor()
        cursor.setPosition(mark.start)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._open_card(mark)
        if QAccessible.isActive():
            said = mention_sentence(mark.mention, self.published)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def open_mark(self) -> DateMark | None:
        """The date word whose card is shown."""
        return self._open

    def close_card(self) -> None:
        """Put the card away."""
        self._opening.stop()
        self._closing.stop()
        if self._open is not None:
            self._open = None
            self.fill(None)
            self.setAccessibleDescription("")
        if self._card is not None:
            self._card.hide()

    def _ask(self) -> None:
        if not self._is_read and not self._ticket:
            self._ticket = self._reader.read([DatedText(self.capture, self.published, self._language)])

    def _drop(self) -> None:
        self._reader.drop(self._ticket)
        self._ticket = 0

    def _on_dates_read(self, ticket: int, found: tuple[DateMarks, ...]) -> None:
        if ticket == self._ticket:
            self._ticket, self._is_read = 0, True
            self.set_marks(found[0])
            self.reading_changed.emit()

    def _make_timer(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        return timer

    def _open_under_pointer(self) -> None:
        if self._under_pointer is not None:
            self._open_card(self._under_pointer)

    def _open_card(self, mark: DateMark) -> None:
        self._opening.stop()
        self._closing.stop()
        if self._card is None:
            self._card = DateCard(self.window())
            self._card.pointer_entered.connect(self._closing.stop)
            self._card.pointer_left.connect(self._closing.start)
            self._card.dismissed.connect(self.close_card)
        self._open = mark
        self.fill(mark)
        corner = self.viewport().mapTo(self.window(), QPoint(0, 0))
        word, text = self.word_rect(mark).translated(corner), self.viewport().rect().translated(corner)
        self._card.show_mention(mark.mention, self.published, word, text)
        self.setAccessibleDescription(mention_sentence(mark.mention, self.published))

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """The words as they are stored; fonts and sizes of the window are nobody's business elsewhere."""
        cursor = self.textCursor()
        first, last = (self.capture.stored_at(edge) for edge in (cursor.selectionStart(), cursor.selectionEnd()))
        made = QMimeData()
        made.setText(self.capture.stored[first:last])
        return made

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._asking.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.close_card()
        if not event.spontaneous():
            self._asking.stop()
            self._drop()  # it is asked for again if the text is shown again

    @override
    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        if self._under_pointer is None:
            self.close_card()

    @override
    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        super().mouseMoveEvent(e)
        mark = None if e.buttons() else self.mark_at(e.position().toPoint())
        if mark is self._under_pointer:
            return
        self._under_pointer = mark
        if mark is None:
            self._opening.stop()
            self._closing.start()
        elif mark is self._open:
            self._closing.stop()
        else:
            self._opening.start()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._under_pointer = None
            self._opening.stop()
            if self._open is not None:
                self._closing.start()
        return super().viewportEvent(event)

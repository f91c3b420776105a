"""The text of a preserved copy in its column: numbered paragraphs, cited words, the words that a proposal is made of."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.controls import claim_key
from gui.fields.capture_text import MAX_SHOWN
from gui.fields.date_marks import DateMark
from gui.fields.date_reader import DateReader
from gui.fields.date_text import DateText
from gui.fields.prose_layout import ProseLook
from gui.fields.spans import Spans
from gui.fields.visible_block import VisibleBlock
from gui.fonts import Role, font
from gui.overriding import override
from gui.reader import margin
from gui.reader.headline import TITLE_LINE, Head, HeadBlock, is_title, kicker_text, title_font
from gui.reader.paragraphs import Paragraphs
from gui.texts.reading import end_text, page_text, passage_sentence
from gui.theme import blend, theme_of
from models.proposals import ProposedIncident
from models.reading import CitedPassage, PassageState, Reading

TEXT_SIZE, SMALLEST, LARGEST = 17, 14, 24
_LINE, _GAP, _MEASURE = 29, 15, 560
_SIDE, _TAIL, _PAGE = 48, 128, 52
SHOWN, FOUND = "shown", "found"


class ReaderText(DateText):
    """Reads as a page does. The keys C and N belong to it while words are selected."""

    size_changed = Signal(int)
    passage_walked = Signal(list)
    """Payload: the CitedPassages whose words the caret came to by a key; none where it left them."""
    passage_opened = Signal(int)
    cite_wanted = Signal()
    incident_wanted = Signal()

    def __init__(self, name: str, reader: DateReader, parent: QWidget | None = None) -> None:
        self.passages: Spans[CitedPassage] = Spans()
        self.paragraphs = Paragraphs("")
        self._head = Head("", "")
        self._head_block: HeadBlock | None = None
        self._pointed: tuple[int, int, int, int] | None = None
        self._text_size = TEXT_SIZE
        self.walked: list[CitedPassage] = []
        self.can_cite = True
        super().__init__(name, reader, parent, look=_look(TEXT_SIZE))
        self.setProperty("kind", "reader")
        self.cursorPositionChanged.connect(self._on_caret_moved)
        self.set_text_size(TEXT_SIZE, force=True)

    def show_reading(self, reading: Reading) -> None:
        """Show another text."""
        self._pointed = None
        self.walked = []
        self.colour("selection", ())
        self.colour(SHOWN, ())
        self.page.set_title(-1)
        self.show_capture(reading.text, reading.source.published, reading.source.language)
        self.paragraphs = Paragraphs(self.capture.shown, self.capture.breaks)
        self.show_source(reading)
        self.show_passages(reading.passages)

    def show_source(self, reading: Reading) -> None:
        """Show what is known of the source above the text."""
        first = self.paragraphs.first_block
        has_title = is_title(self.paragraphs.first_line, reading.source.title)
        head = Head(kicker_text(reading.source), "" if has_title else reading.source.title)
        self.page.set_title(first if has_title else -1)
        if head != self._head:
            self._head = head
            self._fit()

    def show_passages(self, passages: Sequence[CitedPassage]) -> None:
        """Colour the words that citations quote."""
        placed = [passage for passage in passages if passage.state is PassageState.IN_PLACE]
        offsets = sorted({offset for passage in placed for offset in (passage.start, passage.end)})
        at = dict(zip(offsets, self.capture.positions(offsets), strict=True))
        self.passages = Spans([(at[passage.start], at[passage.end], passage) for passage in placed])
        self.colour("mark", [(start, end) for start, end, _passage in self.passages])

    @property
    def text_size(self) -> int:
        """The height of the letters in pixels."""
        return self._text_size

    def set_text_size(self, size: int, *, force: bool = False) -> None:
        """Choose the height of the letters, between SMALLEST and LARGEST."""
        size = max(SMALLEST, min(size, LARGEST))
        if size == self._text_size and not force:
            return
        self._text_size = size
        with self.kept_place():
            used = font(Role.READER)
            used.setPixelSize(size)
            self.setFont(used)
            self.page.set_look(_look(size))
            self.verticalScrollBar().setSingleStep(self.page.look.line)
            self._fit()
        self.size_changed.emit(size)

    def point_at(self, proposed: ProposedIncident | None) -> None:
        """Tint the sentence of a proposal, and fill the word that dates it."""
        if proposed is None:
            self._pointed = None
            self.colour("selection", ())
        else:
            proposal = proposed.proposal
            edges = (proposal.start, proposal.end, proposal.mention.start, proposal.mention.end)
            start, end, word, stop = (self.capture.shown_at(edge) for edge in edges)
            if self._pointed != (start, end, word, stop) and self.walked:
                self.walked = []  # somebody went on to the proposals: Enter is theirs again
                self.passage_walked.emit([])
            self._pointed = (start, end, word, stop)
            self.colour("selection", [(start, end)])
            self.reveal(start, end)
        self.fill(None)

    def show_span(self, start: int, end: int) -> None:
        """Scroll to words of the stored text, and let them stand out until the caret goes elsewhere."""
        begin, stop = self.capture.positions((start, end))
        self.reveal(begin, stop)
        cursor = self.textCursor()
        cursor.setPosition(min(begin, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.colour(SHOWN, [(begin, stop)])

    def step_passage(self, *, forward: bool) -> None:
        """Go to the next or previous cited passage from the caret, round the ends."""
        starts = sorted({start for start, _end, _passage in self.passages})
        if not starts:
            return
        here = self.textCursor().selectionStart()
        is_there = bool(self.walked)
        index = bisect_right(starts, here) if is_there and forward else bisect_left(starts, here)
        start = starts[(index if forward else index - 1) % len(starts)]
        found = self.passages.at(start)
        self.reveal(start, max(end for _start, end, _passage in found))
        cursor = self.textCursor()
        cursor.setPosition(start)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._walk()

    def _walk(self) -> None:
        """Tell which cited words the caret stands at."""
        cursor = self.textCursor()
        at = [] if cursor.hasSelection() else [passage for _s, _e, passage in self.passages.at(cursor.position())]
        if at != self.walked:
            self.walked = at
            self.setAccessibleDescription(passage_sentence(at[0]) if at else "")
            if at and QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, passage_sentence(at[0])))
            self.passage_walked.emit(at)

    @override
    def event(self, e: QEvent) -> bool:
        # Before the window's own C and N.
        return claim_key(e, lambda key: _is_ours(self, key)) or super().event(e)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        is_enter = e.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and self.walked:
            self.passage_opened.emit(self.walked[0].citation_id)
        elif _is_ours(self, e):
            (self.cite_wanted if e.key() == Qt.Key.Key_C else self.incident_wanted).emit()
        else:
            before = self.textCursor().position()
            super().keyPressEvent(e)
            if self.textCursor().position() != before:
                self._walk()

    @override
    def ground(self, role: str) -> QColor:
        theme = theme_of(self)
        if role == SHOWN:
            return blend(theme.accent, 0.0)
        return blend(theme.warn, 0.3) if role == FOUND else super().ground(role)

    @override
    def fill(self, mark: DateMark | None) -> None:
        """Fill a date word; where none is meant, that of the proposal that is shown."""
        if mark is None and self._pointed is not None:
            self.fill_words(self._pointed[2:])
        else:
            super().fill(mark)

    @override
    def paint_under(self, painter: QPainter, shown: VisibleBlock) -> None:
        super().paint_under(painter, shown)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme_of(self).accent, 2))
        for start, end in self.coloured(SHOWN):
            for box, _base in shown.pieces(start, end):
                painter.drawRoundedRect(box.adjusted(-3, 1, 3, -1), 4, 4)

    @override
    def paint_over(self, painter: QPainter, shown: VisibleBlock) -> None:
        super().paint_over(painter, shown)
        theme = theme_of(self)
        left, width = self.page.column()
        number = self.paragraphs.number(shown.block.blockNumber())
        if shown.line_top > shown.place.y():
            words = page_text(self.paragraphs.page(shown.start))
            box = QRectF(left, shown.place.y(), width, shown.line_top - shown.place.y() - _GAP)
            margin.paint_rule(painter, box, words, theme)
        if number:
            last = self.document().findBlockByNumber(self.paragraphs.last_block(shown.block.blockNumber()))
            is_cited = bool(self.passages.within(shown.start, last.position() + last.length() - 1))
            margin.paint_number(painter, left, shown, number, theme, is_cited=is_cited)
        if self._pointed is not None and shown.start <= self._pointed[2] <= shown.end:
            for box, _base in shown.pieces(*self._pointed[2:]):
                margin.paint_arrow(painter, left + width, box, theme)
                break

    @override
    def paint_page(self, painter: QPainter, clip: QRectF) -> None:
        theme = theme_of(self)
        left, width = self.page.column()
        if self._head_block is not None and clip.top() < self._head_block.height:
            self._head_block.paint(painter, left, theme)
        tail = QRectF(left, self.page.documentSize().height() - _TAIL + _GAP, width, 64)
        if tail.bottom() > clip.top() and self.capture.shown:
            margin.paint_rule(painter, tail, end_text(is_cut=len(self.capture.stored) > MAX_SHOWN), theme)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._fit()

    def _fit(self) -> None:
        """Give the head the room that it needs in the column as it is now."""
        _left, width = self.page.column()
        self._head_block = HeadBlock(self._head, width, self.page.look)
        if self._head_block.height != self.page.head:
            with self.kept_place():
                self.page.set_head(self._head_block.height)

    def _on_caret_moved(self) -> None:
        if self.coloured(SHOWN):
            self.colour(SHOWN, ())


def _look(size: int) -> ProseLook:
    scale = size / TEXT_SIZE
    title = 1 + (scale - 1) / 2  # a headline is large enough
    return ProseLook(
        line=round(_LINE * scale),
        gap=round(_GAP * scale),
        measure=round(_MEASURE * max(1.0, scale)),
        side=_SIDE,
        tail=_TAIL,
        page=_PAGE,
        title=title_font(title),
        title_line=round(TITLE_LINE * title),
        title_gap=2,
    )


def passages_at(text: ReaderText, spot: QPoint) -> list[CitedPassage]:
    """What cites the words at a point of the viewport."""
    position = text.position_at(spot)
    return [] if position < 0 else [passage for _start, _end, passage in text.passages.at(position)]


def _is_ours(text: ReaderText, e: QKeyEvent) -> bool:
    """Whether a key does something with the words that are selected."""
    is_letter = e.key() in {Qt.Key.Key_C, Qt.Key.Key_N} and not e.modifiers()
    return is_letter and text.can_cite and text.textCursor().hasSelection()

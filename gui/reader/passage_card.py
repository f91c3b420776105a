"""The card beside cited words: which incidents they prove."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.controls import plain_label
from gui.fields.float_card import FloatCard
from gui.glyphs import paint_stance
from gui.overriding import override
from gui.reader.reader_text import ReaderText, passages_at
from gui.style import GAP_4, GAP_8
from gui.texts import shorten
from gui.texts.reading import passage_date, passage_sentence
from gui.theme import theme_of
from models.enums import Stance
from models.reading import CitedPassage

_OPEN_MS, _CLOSE_MS = 300, 200
_MOST = 4
_LONGEST = 160


class _StanceMark(QWidget):
    def __init__(self, stance: Stance, parent: QWidget) -> None:
        super().__init__(parent)
        self._stance = stance
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(16, 16)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_stance(QPainter(self), QRectF(0, 0, 16, 16), self._stance, theme_of(self))


class _Line(QWidget):
    """One incident: stance, title, date."""

    def __init__(self, passage: CitedPassage, parent: QWidget) -> None:
        super().__init__(parent)
        title = plain_label(shorten(" ".join(passage.incident_title.split()), _LONGEST), "strong", self)
        title.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain_label(passage_date(passage), "caption", self))
        words.addWidget(title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(GAP_8)
        row.addWidget(_StanceMark(passage.stance, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


class PassageCard(FloatCard):
    """Says up to four incidents, and how to go there."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(self.tr("Cited in"), window)
        self._lines: list[QWidget] = []
        self._more = plain_label("", "caption", self)
        self._way = plain_label("", "caption", self)
        self.column.addSpacing(GAP_4)
        self.column.addWidget(self._more)
        self.column.addWidget(self._way)

    def show_passages(self, passages: Sequence[CitedPassage], way: str, word: QRect, text: QRect) -> None:
        """Name the incidents; `way` is what opens the first of them."""
        for line in self._lines:
            self.column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [_Line(passage, self) for passage in passages[:_MOST]]
        for index, line in enumerate(self._lines):
            self.column.insertWidget(index, line)
            line.show()  # Qt shows what is added to a card that is open only later, and its height is asked for now
        more = len(passages) - len(self._lines)
        self._more.setText(self.tr("and {count} more").replace("{count}", f"{more:,}"))
        self._more.setVisible(more > 0)
        self._way.setText(way)
        self.setAccessibleDescription(passage_sentence(passages[0]))
        for part in (*self._lines, self._more, self._way):
            part.ensurePolished()
        self.show_beside(word, text)


class PassageHover(QObject):
    """Watches the pointer over a text: cited words open their card, a click on them is a wish to go there."""

    passage_opened = Signal(int)
    """Payload: the id of a citation."""

    def __init__(self, text: ReaderText) -> None:
        super().__init__(text)
        self._text = text
        self._card: PassageCard | None = None
        self._under: list[CitedPassage] = []
        self._pressed = QPoint()
        self._opening = self._make_timer(_OPEN_MS)
        self._closing = self._make_timer(_CLOSE_MS)
        self._opening.timeout.connect(self._open_under_pointer)
        self._closing.timeout.connect(self.close_card)
        text.viewport().installEventFilter(self)
        text.verticalScrollBar().valueChanged.connect(self.close_card)
        text.passage_walked.connect(self._on_walked)

    def close_card(self) -> None:
        """Put the card away."""
        self._opening.stop()
        self._closing.stop()
        if self._card is not None:
            self._card.hide()

    def is_open(self) -> bool:
        """Whether the card is shown."""
        return self._card is not None and self._card.isVisible()

    def open_card(self, passages: Sequence[CitedPassage], way: str) -> None:
        """Show the card of cited words."""
        if self._card is None:
            self._card = PassageCard(self._text.window())
            self._card.dismissed.connect(self._on_dismissed)
            self._card.pointer_entered.connect(self._closing.stop)
            self._card.pointer_left.connect(self._closing.start)
        corner = self._text.viewport().mapTo(self._text.window(), QPoint(0, 0))
        start, end = self._text.capture.positions((passages[0].start, passages[0].end))
        word = self._text.words_rect(start, end).translated(corner)
        self._card.show_passages(passages, way, word, self._text.viewport().rect().translated(corner))

    def _make_timer(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        return timer

    def _on_walked(self, passages: list[CitedPassage]) -> None:
        if passages:
            self.open_card(passages, self.tr("Enter shows the incident"))
        else:
            self.close_card()

    def _on_dismissed(self) -> None:
        self.close_card()
        self._text.walked = []  # Enter is the window's own again

    def _open_under_pointer(self) -> None:
        if self._under and self._text.open_mark() is None:
            self.open_card(self._under, self.tr("Click shows the incident"))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            spot = event.position().toPoint()
            if event.type() == QEvent.Type.MouseMove:
                self._on_moved(spot, is_dragging=bool(event.buttons()))
            elif event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = spot
                self.close_card()
            elif event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
                self._on_released(spot)
        elif event.type() == QEvent.Type.Leave:
            self._under = []
            self._opening.stop()
            if self.is_open():
                self._closing.start()
        return False

    def _on_moved(self, spot: QPoint, *, is_dragging: bool) -> None:
        under = [] if is_dragging else passages_at(self._text, spot)
        # A date word within the quote has a card of its own.
        if under and self._text.mark_at(spot) is not None:
            under = []
            self.close_card()
        shape = Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.IBeamCursor
        self._text.viewport().setCursor(shape)
        if under == self._under:
            return
        self._under = under
        if under:
            self._closing.stop()
            self._opening.start()
        else:
            self._opening.stop()
            self._closing.start()

    def _on_released(self, spot: QPoint) -> None:
        is_click = (spot - self._pressed).manhattanLength() < QApplication.startDragDistance()
        passages = passages_at(self._text, spot)
        if is_click and passages and not self._text.textCursor().hasSelection():
            self.passage_opened.emit(passages[0].citation_id)

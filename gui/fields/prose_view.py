"""A text to read in lines of one height; its subclasses colour it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QResizeEvent, QTextLayout, QTextOption, QWheelEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from gui.fields.prose_layout import ProseLayout, ProseLook
from gui.fields.text_area import has_endless_word
from gui.fields.visible_block import VisibleBlock
from gui.fonts import Role, font
from gui.overriding import override


class ProseView(QTextEdit):
    """Read-only, with caret and selection. What is read stays where it is when the window or the letters grow."""

    def __init__(self, name: str, look: ProseLook, parent: QWidget | None = None) -> None:
        # Qt calls `resizeEvent` while it constructs a widget.
        self._anchor: tuple[int, int] | None = None
        self._is_settling = True
        super().__init__(parent)
        self.setProperty("kind", "field")
        self.setAccessibleName(name)
        self.setFont(font(Role.BODY))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = ProseLayout(self.document(), look, self)
        self.document().setDocumentLayout(self.page)
        self.verticalScrollBar().setSingleStep(look.line)
        self.page.documentSizeChanged.connect(self._settle)
        self.verticalScrollBar().valueChanged.connect(self._remember_place)
        self._is_settling = False

    def show_text(self, text: str) -> None:
        """Replace the whole text."""
        if has_endless_word(text):
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self._anchor = None
        with self._settled(), self.page.held():
            self.setPlainText(text)
        self.verticalScrollBar().setValue(0)

    def words_rect(self, start: int, end: int) -> QRect:
        """Where the first line of the words between two positions is in the viewport."""
        cursor = self.textCursor()
        cursor.setPosition(self._valid(start))
        begin = self.cursorRect(cursor)
        cursor.setPosition(self._valid(end))
        stop = self.cursorRect(cursor)
        left, width = self.page.column()
        far = stop.left() if stop.top() == begin.top() else left + width
        return QRect(min(begin.left(), far), begin.top(), abs(far - begin.left()), begin.height())

    def position_at(self, point: QPoint) -> int:
        """The position whose character is at a point of the viewport; -1 beside the letters."""
        spot = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        return self.page.hitTest(spot, Qt.HitTestAccuracy.ExactHit)

    @property
    def top_position(self) -> int:
        """Where the topmost line begins."""
        return self._anchor[0] if self._anchor is not None else 0

    def reveal(self, start: int, end: int, *, always: bool = False) -> None:
        """Scroll until the words between two positions stand at ease, and no further; `always` puts them into the middle."""
        line = self.page.look.line
        rect = self.words_rect(start, end).united(self.words_rect(end, end))
        around = self.viewport().rect().adjusted(0, line, 0, -2 * line)
        if always or rect.top() < around.top() or rect.bottom() > around.bottom():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - max(line, (self.viewport().height() - rect.height()) // 3))

    @contextmanager
    def kept_place(self) -> Iterator[None]:
        """The topmost line stays the topmost, whatever happens to the layout in here."""
        with self._settled():
            yield
        self._settle()

    def paint_under(self, painter: QPainter, shown: VisibleBlock) -> None:
        """Paint below the letters of a block."""

    def paint_over(self, painter: QPainter, shown: VisibleBlock) -> None:
        """Paint above the letters of a block."""

    def add_looks(self, shown: VisibleBlock, looks: list[QTextLayout.FormatRange]) -> None:
        """Say how letters of a block look, where they do not look like the others."""

    def paint_page(self, painter: QPainter, clip: QRectF) -> None:
        """Paint what belongs to no block."""

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        with self.kept_place():
            super().resizeEvent(e)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        if e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            e.ignore()  # Qt's zoom knows nothing of our lines
        else:
            super().wheelEvent(e)

    def _valid(self, position: int) -> int:
        return max(0, min(position, self.document().characterCount() - 1))

    def _remember_place(self, value: int) -> None:
        if not self._is_settling:
            self._anchor = self._place_at(value)

    def _place_at(self, value: int) -> tuple[int, int] | None:
        """The first position of the topmost line, and how far it stands above the rim; None at the very top."""
        if value <= 0:
            return None
        position = self.page.hitTest(QPointF(0, value), Qt.HitTestAccuracy.FuzzyHit)
        return position, value - self._line_top(position)

    def _line_top(self, position: int) -> int:
        block = self.document().findBlock(position)
        top = self.page.blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(position - block.position())
        return round(top + (line.y() if line.isValid() else 0))

    def _settle(self) -> None:
        """Heights above changed: what was read stays where it was."""
        if self._is_settling or self._anchor is None:
            return
        position, above = self._anchor
        with self._settled():
            self.verticalScrollBar().setValue(self._line_top(self._valid(position)) + above)

    @contextmanager
    def _settled(self) -> Iterator[None]:
        """Values of the scroll bar that come and go in here are nobody's reading."""
        was, self._is_settling = self._is_settling, True
        try:
            yield
        finally:
            self._is_settling = was

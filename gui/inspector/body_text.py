"""The text field of an incident's body: rich text that never loads anything and pastes words only."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QToolTip, QWidget

from gui.controls import claim_key
from gui.fonts import Role, font
from gui.inspector.body_clipboard import can_paste, copy_selection, paste
from gui.inspector.body_document import (
    LIST_INDENT,
    MARK_TYPE,
    OBJECT,
    MarkPainter,
    citation_of,
    fill_document,
    read_document,
    recolour_links,
    remove_marks,
)
from gui.inspector.body_format import BodyFormatter
from gui.inspector.markdown_text import normalise, read_markdown
from gui.inspector.markdown_writer import write_markdown
from gui.overriding import override
from gui.theme import theme_of

MIN_LINES_HEIGHT = 54


class BodyText(QTextEdit):
    """Grows with its text; lists, emphasis and marks by key. Emits `citation_activated` on a double click on a mark."""

    citation_activated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        # Qt may announce a palette while it constructs a widget, so what `changeEvent` reads is there first.
        self._is_built = False
        super().__init__(parent)
        self._link = theme_of(self).accent
        self._loaded, self._blocks = "", normalise(())
        self.marks = MarkPainter(self._link)
        self.formatter = BodyFormatter(self)
        self.hints: dict[int, str] = {}
        self.setFont(font(Role.BODY))
        self.document().setDefaultFont(font(Role.BODY))
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(LIST_INDENT)
        self.document().documentLayout().registerHandler(MARK_TYPE, self.marks)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_height)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self._fit_height()
        self._is_built = True

    def load(self, markdown: str) -> None:
        """Show a body; the field's own undo stack starts anew."""
        self._loaded, self._blocks = markdown, read_markdown(markdown)
        fill_document(self.document(), self._blocks, self._link)
        self.setCurrentCharFormat(QTextCharFormat())

    def markdown(self) -> str:
        """The body as it stands; as it was loaded where it says the same, for one text may be written in several ways."""
        blocks = normalise(read_document(self.document()))
        return self._loaded if blocks == self._blocks else write_markdown(blocks)

    def set_numbers(self, numbers: dict[int, int]) -> None:
        """What the marks show, by citation id."""
        if numbers != self.marks.numbers:
            self.marks.numbers = dict(numbers)
            self.document().markContentsDirty(0, self.document().characterCount())

    def place_mark(self, citation_id: int) -> None:
        """Put a citation's mark behind the cursor or the selected words; wherever else it stood, it is gone."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        cursor.beginEditBlock()
        remove_marks(self.document(), citation_id)
        cursor.insertText(OBJECT, self.formatter.mark_format(cursor, citation_id))
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _fit_height(self) -> None:
        height = max(MIN_LINES_HEIGHT, int(self.document().size().height()) + 2)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    @override
    def loadResource(self, type: int, name: object) -> object:  # Qt's QVariant
        """Nothing is ever fetched, from disk or elsewhere."""
        return None

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return can_paste(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        cursor = self.textCursor()
        paste(cursor, source, self.marks.numbers, self._link)
        self.setTextCursor(cursor)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        return copy_selection(self.textCursor(), self.marks.numbers)

    @override
    def event(self, e: QEvent) -> bool:
        return claim_key(e, lambda key: self.formatter.owns(key)) or super().event(e)  # noqa: PLW0108 - made after the first event

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        text = self.hints.get(self._citation_at(event.pos()), "") or self.anchorAt(event.pos())
        QToolTip.showText(event.globalPos(), text, self)

    @override
    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if e.type() == QEvent.Type.PaletteChange and self._is_built:
            self._link = theme_of(self).accent
            self.marks.colour = self._link
            recolour_links(self.document(), self._link)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if (control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}) or event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        if not self.isReadOnly() and self.formatter.take_key(event):
            return
        super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, e: QMouseEvent) -> None:
        citation_id = self._citation_at(e.position().toPoint())
        if citation_id:
            self.citation_activated.emit(citation_id)
        else:
            super().mouseDoubleClickEvent(e)

    def _citation_at(self, point: QPoint) -> int:
        cursor = self.cursorForPosition(point)
        for place in (cursor.position(), cursor.position() + 1):
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            citation_id = citation_of(cursor.charFormat())
            if citation_id:
                return citation_id
        return 0

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()  # the pane scrolls, not the field

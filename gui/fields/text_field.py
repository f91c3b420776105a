"""A field of plain text that grows with its words."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextBlockFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from gui.fields.patch_field import NoteLine, PatchField, mark_problem
from gui.fonts import Role, font
from gui.overriding import override
from models.drafts import clean_text

_MOST_HEIGHT = 243


class GrowingText(QTextEdit):
    """Plain text that is as high as it needs to be; `one_line` takes no line breaks and hands Enter on."""

    left_by_enter = Signal()

    def __init__(self, name: str, role: Role, line_height: float, *, one_line: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._one_line = one_line
        self._line_height = line_height
        self._limits = (int(line_height), _MOST_HEIGHT)
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(font(role))
        self.document().setDefaultFont(font(role))
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_height)
        self._fit_height()

    def set_limits(self, least: int, most: int) -> None:
        """The lowest and highest the field gets, in px; beyond that it scrolls."""
        self._limits = (least, most)
        self._fit_height()

    def show_text(self, text: str) -> None:
        """Set the text; the field's own undo stack starts anew."""
        self.setPlainText(text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        rhythm = QTextBlockFormat()
        rhythm.setLineHeight(self._line_height, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor.mergeBlockFormat(rhythm)
        self.document().clearUndoRedoStacks()

    def _fit_height(self) -> None:
        margins = self.height() - self.viewport().height() if self.property("kind") == "field" else 0
        wanted = int(self.document().size().height()) + margins
        height = max(self._limits[0], min(wanted, self._limits[1]))
        scrolls = wanted > self._limits[1]
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (is_enter and control):
            event.ignore()
        elif is_enter and self._one_line:
            self.left_by_enter.emit()
        else:
            super().keyPressEvent(event)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        text = clean_text(source.text())
        self.textCursor().insertText(" ".join(text.split()) if self._one_line else text)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        if self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            e.ignore()
        else:
            super().wheelEvent(e)


class TextField(PatchField):
    """A growing text with its problem below: the title, or the private note."""

    left_by_enter = Signal()

    def __init__(
        self, name: str, caption: str, role: Role, line: float, *, one_line: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self.edit = GrowingText(caption, role, line, one_line=one_line, parent=self)
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.left_by_enter.connect(self.left_by_enter)
        self._note = NoteLine(self)
        self._is_loading = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.edit)
        layout.addWidget(self._note)
        self.setFocusProxy(self.edit)

    @override
    def value(self) -> str:
        return self.edit.toPlainText()

    @override
    def show_value(self, value: object) -> None:
        self._is_loading = True
        self.edit.show_text(str(value))
        self._is_loading = False
        self.show_problem("")

    @override
    def show_problem(self, text: str) -> None:
        mark_problem(self.edit, text)
        self._note.say_problem(text)

    @override
    def set_read_only(self, read_only: bool) -> None:
        self.edit.setReadOnly(read_only)

    @override
    def focus_in(self) -> None:
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.moveCursor(QTextCursor.MoveOperation.End)

    def _on_text_changed(self) -> None:
        if not self._is_loading:
            self.edited.emit()

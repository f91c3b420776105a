"""The simple fields of an incident: title, place, status, confidence, note."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextBlockFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QTextEdit, QVBoxLayout, QWidget

from gui.fonts import Role, font
from gui.glyphs import status_icon
from gui.inspector.patch_field import NoteLine, PatchField, mark_problem
from gui.inspector.suggest_field import SuggestField
from gui.inspector.text_help import UndoPassing
from gui.overriding import override
from gui.style import HEIGHT_FIELD
from gui.texts import confidence_text, status_hint, status_text
from gui.theme import theme_of
from models.drafts import clean_text
from models.enums import Confidence, Status

_TITLE_LINE = 27.0
_TITLE_MAX_HEIGHT = 27 * 9


class GrowingText(QTextEdit):
    """Plain text that is as high as it needs to be; `one_line` takes no line breaks and hands Enter on."""

    left_by_enter = Signal()

    def __init__(self, name: str, role: Role, line_height: float, *, one_line: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._one_line = one_line
        self._line_height = line_height
        self._limits = (int(line_height), _TITLE_MAX_HEIGHT)
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
        UndoPassing(self)
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


class PlaceField(PatchField):
    """Where it happened: any words, with the places that are known already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("place", parent)
        self.edit = SuggestField(self.tr("Place"), icon_name="map-pin", arrow=True, parent=self)
        self.edit.setPlaceholderText(self.tr("Place not known"))
        self.edit.textEdited.connect(self._on_text_edited)
        self.edit.suggestion_taken.connect(self._on_taken)
        self._note = NoteLine(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.edit)
        layout.addWidget(self._note)
        self.setFocusProxy(self.edit)

    @override
    def value(self) -> str:
        return self.edit.text()

    @override
    def show_value(self, value: object) -> None:
        self.edit.show_text(str(value))
        self.show_problem("")

    @override
    def show_problem(self, text: str) -> None:
        mark_problem(self.edit, text)
        self._note.say_problem(text)

    @override
    def set_read_only(self, read_only: bool) -> None:
        self.edit.setReadOnly(read_only)

    def _on_text_edited(self) -> None:
        self.edited.emit()

    def _on_taken(self, _place: str) -> None:
        self.chosen.emit()


class QuietComboBox(QComboBox):
    """A combo box that the wheel scrolls past; only the keyboard and its list change it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(QStyledItemDelegate(self))  # its own one ignores the style sheet

    @override
    def event(self, event: QEvent) -> bool:
        # Letters choose here: as single-letter commands they would act in the middle of the typed word.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_typing(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()


def _is_typing(event: QKeyEvent) -> bool:
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return not event.modifiers() & commands and event.text().isprintable() and bool(event.text().strip())


class ChoiceField(PatchField):
    """One of few choices; each has a value, its words, and perhaps a glyph."""

    def __init__(self, name: str, caption: str, choices: Sequence[object], parent: QWidget | None = None) -> None:
        # Qt may announce a palette while it constructs a widget, so what `changeEvent` reads is there first.
        self._choices: list[object] = []
        super().__init__(name, parent)
        self.box = QuietComboBox(self)
        self.box.setAccessibleName(caption)
        self.box.setIconSize(QSize(22, 16))  # wider than the glyph, so that the words keep their distance
        self.box.setFixedHeight(HEIGHT_FIELD)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._choices = list(choices)
        for choice in self._choices:
            self._add(choice)
        self.box.activated.connect(self._on_activated)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.setFocusProxy(self.box)

    def _add(self, choice: object) -> None:
        if isinstance(choice, Status):
            self.box.addItem(status_icon(choice, theme_of(self)), status_text(choice))
            self.box.setItemData(self.box.count() - 1, status_hint(choice), Qt.ItemDataRole.ToolTipRole)
        else:
            self.box.addItem(confidence_text(choice if isinstance(choice, Confidence) else None))

    @override
    def value(self) -> object:
        return self._choices[max(0, self.box.currentIndex())]

    @override
    def show_value(self, value: object) -> None:
        self.box.setCurrentIndex(self._choices.index(value))

    @override
    def show_problem(self, text: str) -> None:
        self.box.setAccessibleDescription(text)

    def _on_activated(self, _index: int) -> None:
        self.chosen.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for index, choice in enumerate(self._choices):
                if isinstance(choice, Status):
                    self.box.setItemIcon(index, status_icon(choice, theme_of(self)))

"""The body of an incident: the text field, and a small bar for its looks that shows while one writes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.controls import IconButton
from gui.fields.focus_watch import FocusWatch
from gui.fields.patch_field import NoteLine, PatchField, mark_problem
from gui.fields.suggest_field import LineEdit
from gui.inspector.body_document import offset_at
from gui.inspector.body_format import KEYS
from gui.inspector.body_text import BodyText
from gui.inspector.markdown_text import BlockKind, is_link
from gui.overriding import override
from models.snapshots import CitationLine


class BodyBar(QWidget):
    """Buttons for bold, italic, lists and links; and the line in which a link's address is typed."""

    def __init__(self, text: BodyText, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self.buttons = {
            "bold": IconButton("bold", self.tr("Bold"), self, key=KEYS["bold"]),
            "italic": IconButton("italic", self.tr("Italic"), self, key=KEYS["italic"]),
            "bullets": IconButton("list", self.tr("Bulleted list"), self, key=KEYS["bullets"]),
            "numbers": IconButton("list-ordered", self.tr("Numbered list"), self, key=KEYS["numbers"]),
            "link": IconButton("link", self.tr("Web link"), self, key=KEYS["link"]),
        }
        self.address = LineEdit(self.tr("Web address"), self)
        self.address.setPlaceholderText(self.tr("https://… (Enter sets it, empty removes it)"))
        self.address.returnPressed.connect(self._on_return_pressed)
        self.address.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(2)
        for button in self.buttons.values():
            button.setCheckable(True)
            button.setFixedSize(26, 24)
            row.addWidget(button)
        row.addWidget(self.address, 1)
        row.addStretch()
        self.buttons["bold"].clicked.connect(text.formatter.toggle_bold)
        self.buttons["italic"].clicked.connect(text.formatter.toggle_italic)
        self.buttons["bullets"].clicked.connect(text.formatter.toggle_bullets)
        self.buttons["numbers"].clicked.connect(text.formatter.toggle_numbers)
        self.buttons["link"].clicked.connect(self.ask_address)

    def show_state(self) -> None:
        """Press the buttons that describe the words at the cursor."""
        kind = self._text.formatter.kind()
        self.buttons["bold"].setChecked(self._text.fontWeight() > 500)
        self.buttons["italic"].setChecked(self._text.fontItalic())
        self.buttons["bullets"].setChecked(kind is BlockKind.BULLET)
        self.buttons["numbers"].setChecked(kind is BlockKind.NUMBER)
        self.buttons["link"].setChecked(bool(self._text.formatter.link()))

    def ask_address(self) -> None:
        """Open the line for the address behind the selected words."""
        self.address.setText(self._text.formatter.link())
        mark_problem(self.address, "")
        self.address.show()
        self.address.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.address.selectAll()

    def close_address(self) -> None:
        """Put the line away and go on writing."""
        self.address.hide()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_return_pressed(self) -> None:
        typed = self.address.text().strip()
        href = typed if not typed or "://" in typed or typed.startswith("mailto:") else f"https://{typed}"
        if href and not is_link(href):
            mark_problem(self.address, self.tr("This is not a web address."))
            return
        self._text.formatter.set_link(href)
        self.close_address()


class BodyEditor(PatchField):
    """Loads and yields Markdown; see gui/inspector/markdown_text.py for what it may hold."""

    citation_activated = Signal(int)
    cursor_moved = Signal()
    is_quick_to_read = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("body", parent)
        self._is_loading = self._was_visited = False
        self._text = BodyText(self)
        self._text.setAccessibleName(self.tr("Text"))
        self._text.setPlaceholderText(self.tr("What happened, in your words"))
        self._bar = BodyBar(self._text, self)
        self._bar.hide()
        self._note = NoteLine(self)
        self.setFocusProxy(self._text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (self._text, self._note, self._bar):
            layout.addWidget(part)
        self._text.textChanged.connect(self._on_text_changed)
        self._text.cursorPositionChanged.connect(self._on_cursor_moved)
        self._text.currentCharFormatChanged.connect(self._on_format_changed)
        self._text.citation_activated.connect(self.citation_activated)
        self._text.formatter.link_requested.connect(self._bar.ask_address)
        self._focus = FocusWatch(self)
        self._focus.entered.connect(self._on_entered)
        self._focus.left.connect(self._bar.hide)

    @property
    def text_field(self) -> BodyText:
        """The text field itself, for the pane that scrolls to its cursor."""
        return self._text

    @override
    def value(self) -> str:
        return self._text.markdown()

    @override
    def show_value(self, value: object) -> None:
        self._is_loading = True
        place = self._text.textCursor().position()
        self._text.load(str(value))
        if self._text.hasFocus():
            cursor = self._text.textCursor()
            cursor.setPosition(min(place, self._text.document().characterCount() - 1))
            self._text.setTextCursor(cursor)
        else:
            self._was_visited = False
        self._is_loading = False
        self.show_problem("")

    @override
    def show_problem(self, text: str) -> None:
        self._text.setAccessibleDescription(text)
        self._note.say_problem(text)

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._text.setReadOnly(read_only)

    def set_citations(self, lines: tuple[CitationLine, ...]) -> None:
        """The numbers that marks show, and the words of their tooltips."""
        self._text.hints = {line.id: f"{line.number}  {line.source_label}" for line in lines}
        self._text.set_numbers({line.id: line.number for line in lines})

    def place_mark(self, citation_id: int) -> None:
        """Place a citation at the cursor (or at the end), and take its mark away elsewhere."""
        self._text.place_mark(citation_id)
        self.chosen.emit()

    def cursor_offset(self) -> int | None:
        """Where in the Markdown a mark at the cursor belongs; None where nobody put the cursor or only the end is safe."""
        if not self._was_visited:
            return None
        return offset_at(self._text.document(), self._text.textCursor().selectionEnd(), self._text.markdown())

    @override
    def focus_in(self) -> None:
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._text.moveCursor(QTextCursor.MoveOperation.End)

    def _on_entered(self) -> None:
        self._was_visited = True
        self._bar.setVisible(not self._text.isReadOnly())

    def _on_text_changed(self) -> None:
        if not self._is_loading:
            self.edited.emit()

    def _on_cursor_moved(self) -> None:
        self._bar.show_state()
        self.cursor_moved.emit()

    def _on_format_changed(self, _made: object) -> None:
        self._bar.show_state()

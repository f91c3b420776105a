"""Emphasis, lists and links of a body, as its keys and its toolbar change them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor, QTextListFormat
from PySide6.QtWidgets import QTextEdit

from gui.inspector.body_document import citation_of, fragments_of, list_of, list_style, look_of, span_format
from gui.inspector.markdown_text import MAX_LEVEL, BlockKind, Span
from gui.theme import theme_of

KEYS = {
    "bold": "Ctrl+B",
    "italic": "Ctrl+I",
    "bullets": "Ctrl+Shift+L",
    "numbers": "Ctrl+Shift+O",
    "link": "Ctrl+Shift+K",
    "deeper": "Ctrl+]",
    "higher": "Ctrl+[",
}


class BodyFormatter(QObject):
    """Changes the look of what is selected in a text field; every change is one step of its undo."""

    link_requested = Signal()

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        edit.cursorPositionChanged.connect(self._settle_typing)
        self._actions: dict[str, Callable[[], None]] = {
            "bold": self.toggle_bold,
            "italic": self.toggle_italic,
            "bullets": self.toggle_bullets,
            "numbers": self.toggle_numbers,
            "link": self.link_requested.emit,
            "deeper": self._indent,
            "higher": self._outdent,
        }

    def owns(self, event: QKeyEvent) -> bool:
        """True for a key that formats; such a key is not left to the window's shortcuts."""
        return self._action_of(event) is not None

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False leaves it to the text field."""
        action = self._action_of(event)
        if action is not None:
            action()
            return True
        cursor = self._edit.textCursor()
        if cursor.hasSelection() or list_of(cursor.block()) is None or event.modifiers():
            return False
        leaves_empty = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not cursor.block().text()
        if leaves_empty or (event.key() == Qt.Key.Key_Backspace and cursor.atBlockStart()):
            self._outdent()
            return True
        return False

    def _action_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        pressed = QKeySequence(event.keyCombination())
        return next((self._actions[name] for name, key in KEYS.items() if pressed == QKeySequence(key)), None)

    def toggle_bold(self) -> None:
        """Bold on or off, for the selection or for what is typed next."""
        wanted = QTextCharFormat()
        is_bold = self._edit.fontWeight() >= QFont.Weight.DemiBold.value
        wanted.setFontWeight(QFont.Weight.Normal if is_bold else QFont.Weight.DemiBold)
        self._edit.mergeCurrentCharFormat(wanted)

    def toggle_italic(self) -> None:
        """Italic on or off, for the selection or for what is typed next."""
        wanted = QTextCharFormat()
        wanted.setFontItalic(not self._edit.fontItalic())
        self._edit.mergeCurrentCharFormat(wanted)

    def toggle_bullets(self) -> None:
        """Turn the selected paragraphs into a bulleted list or back."""
        self._toggle_list(BlockKind.BULLET)

    def toggle_numbers(self) -> None:
        """Turn the selected paragraphs into a numbered list or back."""
        self._toggle_list(BlockKind.NUMBER)

    def kind(self) -> BlockKind:
        """What the paragraph at the cursor is."""
        text_list = list_of(self._edit.textCursor().block())
        if text_list is None:
            return BlockKind.PARAGRAPH
        is_number = text_list.format().style() == QTextListFormat.Style.ListDecimal
        return BlockKind.NUMBER if is_number else BlockKind.BULLET

    def link(self) -> str:
        """The address behind the words at the cursor, "" where there is none."""
        cursor = self._edit.textCursor()
        if cursor.hasSelection():
            cursor.setPosition(cursor.selectionStart() + 1)
        return cursor.charFormat().anchorHref()

    def set_link(self, href: str) -> None:
        """Put `href` behind the selected words, the link or the word at the cursor; "" takes it away."""
        cursor = self._edit.textCursor()
        if not cursor.hasSelection():
            self._select_link(cursor)
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        if not cursor.hasSelection() and href:
            cursor.insertText(href, span_format(Span(href=href), theme_of(self._edit).accent))
        else:
            self._restyle(cursor, href)
        self._edit.setTextCursor(cursor)

    def mark_format(self, cursor: QTextCursor, citation_id: int) -> QTextCharFormat:
        """The format of a new mark: it takes part in the emphasis around it."""
        look = look_of(cursor.charFormat())
        return span_format(replace(look, href="", citation_id=citation_id), theme_of(self._edit).accent)

    def _select_link(self, cursor: QTextCursor) -> None:
        at = cursor.position()
        for fragment in fragments_of(cursor.block()):
            end = fragment.position() + fragment.length()
            if fragment.charFormat().anchorHref() and fragment.position() <= at <= end:
                cursor.setPosition(fragment.position())
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)

    def _restyle(self, cursor: QTextCursor, href: str) -> None:
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        block = self._edit.document().findBlock(start)
        parts: list[tuple[int, int, QTextCharFormat]] = []
        while block.isValid() and block.position() < end:
            parts.extend((f.position(), f.position() + f.length(), f.charFormat()) for f in fragments_of(block))
            block = block.next()
        cursor.beginEditBlock()
        for first, last, made in parts:
            if not citation_of(made) and first < end and last > start:
                cursor.setPosition(max(first, start))
                cursor.setPosition(min(last, end), QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(span_format(replace(look_of(made), href=href), theme_of(self._edit).accent))
        cursor.endEditBlock()
        cursor.clearSelection()

    def _toggle_list(self, kind: BlockKind) -> None:
        cursor = self._edit.textCursor()
        cursor.beginEditBlock()
        if self.kind() is kind:
            self._leave_list(cursor)
        else:
            made = QTextListFormat()
            made.setStyle(list_style(kind))
            made.setIndent(1)
            before = list_of(self._edit.document().findBlock(cursor.selectionStart()).previous())
            created = cursor.createList(made)
            if before is not None and before.format().style() == made.style() and before.format().indent() == 1:
                for block in [created.item(index) for index in range(created.count())]:
                    before.add(block)
        cursor.endEditBlock()

    def _leave_list(self, cursor: QTextCursor) -> None:
        block = self._edit.document().findBlock(cursor.selectionStart())
        while block.isValid() and block.position() <= cursor.selectionEnd():
            text_list = list_of(block)
            if text_list is not None:
                text_list.remove(block)
                one = QTextCursor(block)
                made = one.blockFormat()
                made.setIndent(0)
                one.setBlockFormat(made)
            block = block.next()

    def _indent(self) -> None:
        self._shift(1)

    def _outdent(self) -> None:
        self._shift(-1)

    def _shift(self, by: int) -> None:
        cursor = self._edit.textCursor()
        text_list = list_of(cursor.block())
        if text_list is None:
            return
        made = text_list.format()
        level = made.indent() + by
        cursor.beginEditBlock()
        if level < 1:
            self._leave_list(cursor)
        elif level <= MAX_LEVEL + 1:
            made.setIndent(level)
            made.setStart(1)
            cursor.createList(made)
        cursor.endEditBlock()

    def _settle_typing(self) -> None:
        """What is typed after a mark or at the end of a link is neither mark nor link."""
        cursor = self._edit.textCursor()
        if cursor.hasSelection():
            return
        made = cursor.charFormat()
        following = QTextCursor(cursor)
        following.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        ends = cursor.atBlockEnd() or following.charFormat().anchorHref() != made.anchorHref()
        if citation_of(made) or (made.anchorHref() and ends):
            self._edit.setCurrentCharFormat(span_format(replace(look_of(made), href=""), theme_of(self._edit).accent))

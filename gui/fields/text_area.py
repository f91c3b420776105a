"""A plain text field of many lines that stays quick with any text."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from gui.fonts import Role, font
from gui.overriding import override

# Looking for a word boundary in a word without end takes Qt the square of its length: 44 s for a million letters.
_ENDLESS = 4_000


class TextArea(QPlainTextEdit):
    """Tab leaves it; words wrap at their boundaries, endless ones anywhere."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "field")
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFont(font(Role.QUOTE))

    def show_text(self, text: str) -> None:
        """Replace the whole text."""
        self._choose_wrapping(text)
        self.setPlainText(text)

    def whole_text(self) -> str:
        """Every character; Qt's own `toPlainText` turns no-break spaces into plain ones."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        self._choose_wrapping(source.text())
        super().insertFromMimeData(source)

    def _choose_wrapping(self, text: str) -> None:
        if has_endless_word(text):
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)


def has_endless_word(text: str) -> bool:
    """Whether a text must be wrapped anywhere to be shown at all."""
    return any(_word_around(text, at) >= _ENDLESS for at in range(0, len(text), _ENDLESS))


def _word_around(text: str, at: int) -> int:
    """How long the word is that a character belongs to, as far as it matters; every endless one meets a multiple of it."""
    before, behind = text[max(0, at - _ENDLESS) : at], text[at : at + _ENDLESS]
    if behind[0].isspace():
        return 0
    head = len(before.rsplit(None, 1)[-1]) if before and not before[-1].isspace() else 0
    return head + len(behind.split(None, 1)[0])

"""The search field of the tool bar: icon in front, key cap behind. Every letter is told at once."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.controls import IconButton, claim_key
from gui.icons import paint_icon
from gui.key_cap import cap_width, paint_cap
from gui.overriding import override
from gui.style import ICON
from gui.theme import theme_of

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 4,
    Qt.Key.Key_PageUp: -4,
}


class SearchField(QLineEdit):
    """Words to search for. The arrow keys lead what is shown under it (`is_leading`), Escape closes that before it empties the
    field."""

    search_changed = Signal(str)
    """Payload: the words, at every key."""
    results_requested = Signal()
    step_requested = Signal(int)
    """Payload: how many finds further down."""
    closing_requested = Signal()
    focus_gained = Signal()
    focus_lost = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.tr("Search incidents, quotes and sources")
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setToolTip(self.tr("Search incidents, quotes and sources (/)"))
        self.setTextMargins(ICON + 10, 0, 30, 0)
        self.is_leading = False
        self._announced = ""
        self._clear = IconButton("x", self.tr("Clear the search"), self, key="Esc")
        self._clear.setFixedSize(24, 24)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.textChanged.connect(self._on_text_changed)

    def show_text(self, text: str) -> None:
        """Show words that were set elsewhere, without announcing them."""
        if text != self.text().strip():
            self._announced = text
            self.setText(text)

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if text != self._announced:
            self._announced = text
            self.search_changed.emit(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _STEPS:
            self.step_requested.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.results_requested.emit()
        elif event.key() == Qt.Key.Key_Escape and self.is_leading:
            self.closing_requested.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_gained.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_lost.emit()

    @override
    def event(self, event: QEvent) -> bool:
        # The window has its own Escape; while there are words here, the key belongs to the field.
        return claim_key(event, self._is_escape) or super().event(event)

    def _is_escape(self, event: QKeyEvent) -> bool:
        return bool(self.text() or self.is_leading) and event.key() == Qt.Key.Key_Escape

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._clear.move(self.width() - 29, (self.height() - 24) // 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = theme_of(self)
        painter = QPainter(self)
        middle = self.height() / 2
        paint_icon(painter, QRectF(11, middle - ICON / 2, ICON, ICON), "search", theme.ink3)
        if not self.text() and not self.hasFocus():
            paint_cap(painter, self.width() - cap_width("/") - 9, middle, "/", theme.ink3, theme.line2)

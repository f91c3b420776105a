"""The search field of the tool bar: icon in front, key cap behind, and a wish once typing pauses."""

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.controls import IconButton
from gui.icons import paint_icon
from gui.key_cap import cap_width, paint_cap
from gui.overriding import override
from gui.style import ICON
from gui.theme import theme_of

PAUSE_MS = 150


class SearchField(QLineEdit):
    """Words to search for. Down or Enter moves on to the results, Escape first empties the field."""

    search_changed = Signal(str)
    """Payload: the words, 150 ms after the last key."""
    results_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.tr("Search incidents, quotes and sources")
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setToolTip(self.tr("Search incidents, quotes and sources (/)"))
        self.setTextMargins(ICON + 10, 0, 30, 0)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._announce)
        self._announced = ""
        self._clear = IconButton("x", self.tr("Clear the search"), self, key="Esc")
        self._clear.setFixedSize(24, 24)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self.clear_now)
        self._clear.hide()
        self.textChanged.connect(self._on_text_changed)

    def clear_now(self) -> None:
        """Empty the field and say so without waiting."""
        self.clear()
        self._announce()

    def show_text(self, text: str) -> None:
        """Show words that were set elsewhere, without announcing them."""
        if text != self.text():
            self._announced = text
            self.setText(text)
            self._pause.stop()

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._pause.start()

    def _announce(self) -> None:
        self._pause.stop()
        if self.text() != self._announced:
            self._announced = self.text()
            self.search_changed.emit(self._announced)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._announce()
            self.results_requested.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear_now()
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        # The window has its own Escape; while there are words here, the key belongs to the field.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def _is_escape(self, event: QKeyEvent) -> bool:
        return bool(self.text()) and event.key() == Qt.Key.Key_Escape

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

"""The line in which words of a text are looked for."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from gui.controls import IconButton, plain_label
from gui.fields.float_card import is_escape
from gui.fields.suggest_field import LineEdit
from gui.overriding import override
from gui.style import GAP_8, GAP_12
from gui.texts.reading import hits_text

NEXT_KEY, PREVIOUS_KEY = "F3", "Shift+F3"


class FindBar(QFrame):
    """Enter goes to the next place, Shift+Enter to the one before, Esc closes."""

    words_edited = Signal(str)
    step_requested = Signal(bool)
    """Payload: whether to go on, and not back."""
    closed = Signal()

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        pane.installEventFilter(self)
        self.setProperty("surface", "reader-header")
        self.line = LineEdit(self.tr("Find in the saved copy"), self)
        self.line.setPlaceholderText(self.tr("Find in the saved copy"))
        self.line.add_icon("search", QLineEdit.ActionPosition.LeadingPosition)
        self._count = plain_label("", "caption", self)
        self._previous = IconButton("chevron-up", self.tr("Previous find"), self, key=PREVIOUS_KEY)
        self._next = IconButton("chevron-down", self.tr("Next find"), self, key=NEXT_KEY)
        close = IconButton("x", self.tr("Close"), self, key="Esc")
        self.line.textEdited.connect(self.words_edited)
        self._previous.clicked.connect(self.step_back)
        self._next.clicked.connect(self.step_on)
        close.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_12, 6, GAP_8, 6)
        row.setSpacing(GAP_8)
        row.addWidget(self.line, 1)
        row.addWidget(self._count)
        for button in (self._previous, self._next, close):
            row.addWidget(button)
        self.hide()

    def open_bar(self) -> None:
        """Show it, with its words selected."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def close_bar(self) -> None:
        """Put it away."""
        self.hide()
        self.closed.emit()

    def step_on(self) -> None:
        """Wish for the next place."""
        self.step_requested.emit(True)  # noqa: FBT003 - Qt's own signature

    def step_back(self) -> None:
        """Wish for the place before."""
        self.step_requested.emit(False)  # noqa: FBT003 - Qt's own signature

    def show_hits(self, hits: Sequence[object], index: int, *, is_more: bool) -> None:
        """Say which of how many places is shown."""
        said = hits_text(index + 1, len(hits), is_more=is_more) if self.line.text().strip() else ""
        self._count.setText(said)
        self.line.setAccessibleDescription(said)
        for button in (self._previous, self._next):
            button.setEnabled(bool(hits))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc anywhere in the pane closes the bar, before the window goes back by it."""
        if self.isHidden() or not is_escape(event):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            self.close_bar()
        event.accept()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.line.hasFocus():
            self.step_requested.emit(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        else:
            super().keyPressEvent(event)

"""The head of the inspector: where in the list we are, the key mark, previous and next, and what else can be done."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from gui.controls import IconButton, plain_label
from gui.fields.patch_field import PatchField
from gui.overriding import override
from gui.style import BAR_HEADER, PAD_PANE
from gui.theme import theme_of


class MarkField(PatchField):
    """The key mark, as a star."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("marked", parent)
        self.button = IconButton("star", self.tr("Mark as key"), self, key="M")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._show_state)
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self.setFocusProxy(self.button)

    @override
    def value(self) -> bool:
        return self.button.isChecked()

    @override
    def show_value(self, value: object) -> None:
        self.button.setChecked(bool(value))

    @override
    def show_problem(self, text: str) -> None:
        self.button.setAccessibleDescription(text)

    def _show_state(self) -> None:
        marked = self.button.isChecked()
        self.button.set_words(self.tr("Key incident: take the mark off") if marked else self.tr("Mark as key"), "M")
        self.button.set_role("accent" if marked else "ink2")

    def _on_clicked(self) -> None:
        self.chosen.emit()


class InspectorHeader(QWidget):
    """44 px: "Incident 131 of 148", and the buttons."""

    previous_requested = Signal()
    next_requested = Signal()
    duplicate_requested = Signal()
    delete_requested = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(BAR_HEADER)
        self.label = plain_label("", "body", self)
        self.mark = MarkField(self)
        self._previous = IconButton("chevron-up", self.tr("Previous incident"), self, key="K")
        self._next = IconButton("chevron-down", self.tr("Next incident"), self, key="J")
        self._more = IconButton("ellipsis", self.tr("More"), self)
        self._menu = QMenu(self)
        self._duplicate = self._add(self.tr("Duplicate"))
        self._delete = self._add(self.tr("Move to the bin"), "Del")
        self._menu.addSeparator()
        self._close = self._add(self.tr("Close this pane"), "Ctrl+\\")
        self._more.setMenu(self._menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.triggered.connect(self._on_triggered)
        self._previous.clicked.connect(self.previous_requested)
        self._next.clicked.connect(self.next_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAD_PANE, 0, PAD_PANE - 8, 1)
        row.setSpacing(2)
        row.addWidget(self.label, 1)
        for widget in (self.mark, self._previous, self._next):
            row.addWidget(widget)
        row.addSpacing(6)
        row.addWidget(self._more)

    def show_place(self, text: str, *, place: int = 0, total: int = 0, is_stored: bool, read_only: bool) -> None:
        """Say what is shown; the buttons that make no sense for it are off."""
        self.label.setText(text)
        self._previous.setEnabled(place > 1)
        self._next.setEnabled(0 < place < total)
        self.mark.setVisible(is_stored)
        self.mark.setEnabled(not read_only)
        self._duplicate.setEnabled(is_stored and not read_only)
        self._delete.setEnabled(is_stored and not read_only)

    def _add(self, text: str, key: str = "") -> QAction:
        # The key is shown as a hint only: the window's own action answers it.
        return self._menu.addAction(f"{text}\t{QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)}")

    def _on_triggered(self, action: QAction) -> None:
        wishes = {
            self._duplicate: self.duplicate_requested,
            self._delete: self.delete_requested,
            self._close: self.close_requested,
        }
        wishes[action].emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme_of(self).line)

"""A page of one list: a header with a title, a caption and buttons, the lines, and words where there are none."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gui.controls import plain_label
from gui.hairline import Hairline
from gui.shell.line_list import LineList
from gui.style import BAR_HEADER, GAP_8, GAP_12, PAD_PANE


class ListPage(QFrame):
    """Base of history, bin, and people and places. The menu of a line offers what the buttons do."""

    def __init__(self, title: str, empty: str, parent: QWidget | None = None, *, several: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self.setAccessibleName(title)
        self.list = LineList(title, self, several=several)
        self.list.menu_requested.connect(self._show_menu)
        self._line_buttons: list[QPushButton] = []
        self.caption = plain_label("", "caption", self)
        header = QWidget(self)
        header.setFixedHeight(BAR_HEADER)
        self._row = QHBoxLayout(header)
        self._row.setContentsMargins(PAD_PANE, 0, PAD_PANE - GAP_8, 0)
        self._row.setSpacing(GAP_8)
        self._row.addWidget(plain_label(title, "heading", header))
        self._row.addSpacing(GAP_12 - GAP_8)
        self._row.addWidget(self.caption)
        self._row.addStretch(1)
        self._empty = plain_label(empty, "body", self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.list)
        self._middle.addWidget(self._empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(header)
        box.addWidget(Hairline(self, horizontal=True))
        box.addWidget(self._middle, 1)
        self.setFocusProxy(self.list)

    def add_button(self, text: str, tip: str, *, for_lines: bool = True) -> QPushButton:
        """Add a button at the right of the header; one for lines acts on what is selected."""
        button = QPushButton(text, self)
        button.setProperty("kind", "small")
        if for_lines:
            self._line_buttons.append(button)
        button.setAccessibleName(text)
        button.setToolTip(tip)
        self._row.addWidget(button)
        return button

    def _show_menu(self, place: QPoint) -> None:
        line = self.list.current()
        if line is None or line.is_heading or not self.list.selectedIndexes():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self._line_buttons:
            action = menu.addAction(button.text())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.popup(place)

    def show_empty(self, is_empty: bool) -> None:
        """Show the words instead of the list."""
        self._middle.setCurrentWidget(self._empty if is_empty else self.list)
        # Without lines the words take the focus, so that F6 and Escape still find their place.
        self.setFocusProxy(self._empty if is_empty else self.list)

"""The line above a text: which copy it is, what "today" is in it, the size of its letters, and finding."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from dates import UncertainDate
from gui.controls import IconButton, press_by_enter
from gui.fields.segments import Segments
from gui.overriding import override
from gui.reader.copy_button import CopyButton
from gui.reader.size_popup import SizePopup
from gui.reader.today_popup import TodayButton, TodayPopup
from gui.style import BAR_HEADER, GAP_8, GAP_12
from models.reading import Reading

TODAY_KEY, PAGES_KEY = "Ctrl+T", "F9"
_TEXT, _PAGES = "text", "pages"


class ReaderHeader(QFrame):
    """Says and offers; what is chosen in its popups it tells."""

    today_chosen = Signal(object, bool)
    """Payload: the day, and whether it is kept as that of publication."""
    size_chosen = Signal(int)
    pages_chosen = Signal(bool)
    """Payload: whether the pages are wanted, and not the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "reader-header")
        self.setFixedHeight(BAR_HEADER)
        self._reading: Reading | None = None
        self._today: UncertainDate | None = None
        self._text_size = 0
        self._is_read_only = False
        self.copy = CopyButton(self)
        self.ways = Segments("", {_TEXT: self.tr("Text"), _PAGES: self.tr("Pages")}, self)
        self.ways.setAccessibleName(self.tr("What is shown of the copy"))
        for way in self.ways.findChildren(QPushButton):
            way.setToolTip(f"{way.text()} ({PAGES_KEY})")
        self.today = TodayButton(self)
        self.size_button = IconButton("a-large-small", self.tr("Size of the text"), self, key="Ctrl++, Ctrl+-")
        self.find_button = IconButton("search", self.tr("Find in the saved copy"), self, key="Ctrl+F")
        self.ways.choice_made.connect(self._on_way_chosen)
        self.today.clicked.connect(self.open_today)
        self.size_button.clicked.connect(self._on_size_clicked)
        self._lay_out()
        self.show_reading(None)

    def add_leading(self, widget: QWidget) -> None:
        """Put a widget of somebody else at the left end."""
        self._row.insertWidget(0, widget)

    def show_reading(self, reading: Reading | None) -> None:
        """Say which copy is read."""
        self._reading = reading
        self.copy.show_reading(reading)
        for part in (self.today, self.size_button, self.find_button):
            part.setVisible(reading is not None)

    def show_today(self, today: UncertainDate) -> None:
        """Say which day is today in the text."""
        self._today = today
        self.today.show_today(today)

    def show_size(self, size: int) -> None:
        """Know how large the letters are."""
        self._text_size = size

    def show_ways(self, *, is_text: bool, has_pages: bool, is_paged: bool) -> None:
        """Offer the pages of a copy that has some, and only what has a use for what is shown."""
        self.ways.choose(_PAGES if is_paged else _TEXT)
        self.ways.setVisible(has_pages)
        for part in (self.today, self.size_button, self.find_button):
            part.setVisible(self._reading is not None and is_text)

    def set_read_only(self, read_only: bool) -> None:
        """Offer nothing that changes the project."""
        self._is_read_only = read_only
        self.copy.set_read_only(read_only)

    def open_today(self) -> None:
        """Let somebody choose the day."""
        if self._reading is None or self._today is None or not self.today.isVisible():
            return
        popup = TodayPopup(self._today, self._reading.source.published, self, read_only=self._is_read_only)
        popup.today_chosen.connect(self.today_chosen)
        popup.open_below(self.today)

    def _lay_out(self) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(GAP_12, 0, GAP_12, 0)
        row.setSpacing(GAP_8)
        row.addWidget(self.copy, 1)
        row.addWidget(self.ways)
        row.addWidget(self.today)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        tools.addWidget(self.size_button)
        tools.addWidget(self.find_button)
        row.addLayout(tools)

    def switch_way(self) -> None:
        """Show the pages instead of the text, or the text instead of the pages."""
        if self.ways.isVisible():
            self._on_way_chosen(_TEXT if self.ways.value() == _PAGES else _PAGES)

    def _on_way_chosen(self, way: str) -> None:
        self.pages_chosen.emit(way == _PAGES)

    def _on_size_clicked(self) -> None:
        popup = SizePopup(self._text_size, self)
        popup.size_chosen.connect(self.size_chosen)
        popup.open_below(self.size_button)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(event):
            super().keyPressEvent(event)

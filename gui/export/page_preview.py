"""The right half of the export dialog: what will be written, as it will look."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from exporters.document import Document
from gui.controls import IconButton, plain_label
from gui.export.page_view import PageView
from gui.export.sheet_maker import PaperSheet, set_pages
from gui.export.web_sheet import WebSetter
from gui.overriding import override
from gui.style import BAR_HEADER, GAP_4, PAD_PANE
from gui.theme import theme_of
from services.exporting import ExportFormat


class PagePreview(QWidget):
    """Pages to turn for Word, one long page to scroll for the web."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[PaperSheet] = []
        self._place = 0
        self._is_cut = False
        self._title = plain_label(self.tr("Preview"), "strong", self)
        self._counter = plain_label("", "body", self)
        self._before = IconButton("chevron-left", self.tr("Previous page"), self, key="PgUp")
        self._after = IconButton("chevron-right", self.tr("Next page"), self, key="PgDn")
        self._view = PageView(self)
        self._nothing = plain_label(self.tr("Nothing to show: no incident is exported."), "body", self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._foot = plain_label("", "hint", self)
        self._foot.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._foot.setWordWrap(True)
        self._lay_out()
        self._before.clicked.connect(self._on_before_clicked)
        self._after.clicked.connect(self._on_after_clicked)
        self._view.turn_requested.connect(self._turn)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(PAD_PANE, 0, PAD_PANE - 4, 0)
        head.setSpacing(GAP_4)
        head.addWidget(self._title)
        head.addStretch(1)
        for widget in (self._counter, self._before, self._after):
            head.addWidget(widget)
        bar = QWidget(self)
        bar.setFixedHeight(BAR_HEADER)
        bar.setLayout(head)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 10)
        layout.setSpacing(GAP_4)
        layout.addWidget(bar)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._foot)

    def show_document(self, document: Document, wanted: ExportFormat, total: int) -> None:
        """Show a document of which the first entries were built; `total` is how many the export will hold."""
        shown = sum(1 for _ in document.entries())
        if wanted is ExportFormat.HTML:
            setter = WebSetter(document)
            sheet = setter.set()
            self._pages, self._is_cut = [], setter.is_cut
            self._view.show_sheet(sheet, scrolls=True)
        else:
            self._pages, self._is_cut = set_pages(document)
            self._place = min(self._place, len(self._pages) - 1)
            self._show_page()
        self._is_cut = self._is_cut or shown < total
        self._foot.setText(self._foot_text(wanted, shown))
        self._stack.setCurrentWidget(self._view if shown else self._nothing)
        self._name_page()

    def _foot_text(self, wanted: ExportFormat, shown: int) -> str:
        if wanted is ExportFormat.HTML:
            said = self.tr("In a wide window, without its filters. It follows the reader’s light or dark.")
        else:
            said = self.tr("Word may break pages a little differently.")
        if self._is_cut:
            return self.tr("Preview of the first {count} incidents.").format(count=shown) + " " + said
        return said

    def _show_page(self) -> None:
        self._view.show_sheet(self._pages[self._place] if self._pages else None, scrolls=False)

    def _name_page(self) -> None:
        has_pages = bool(self._pages)
        count = f"{len(self._pages)}+" if self._is_cut else str(len(self._pages))
        words = self.tr("Page {number} of {count}").format(number=self._place + 1, count=count)
        self._counter.setText(words if has_pages else "")
        self._before.setVisible(has_pages)
        self._after.setVisible(has_pages)
        self._before.setEnabled(self._place > 0)
        self._after.setEnabled(self._place + 1 < len(self._pages))
        self._view.setAccessibleDescription(words if has_pages else self.tr("Web page"))

    def _turn(self, step: int) -> None:
        place = self._place + step
        if 0 <= place < len(self._pages):
            self._place = place
            self._show_page()
            self._name_page()

    def _on_before_clicked(self) -> None:
        self._turn(-1)

    def _on_after_clicked(self) -> None:
        self._turn(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme_of(self).sunken)
        painter.end()

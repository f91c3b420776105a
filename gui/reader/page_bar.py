"""The line below pages: which page is looked at, going to another one, and zoom."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from gui.controls import IconButton, plain_label, press_by_enter
from gui.fonts import Role, font
from gui.overriding import override
from gui.reader.page_scroller import ZOOMS, PageScroller
from gui.style import GAP_4, GAP_8, GAP_12
from gui.texts.pages import zoom_text

_HEIGHT = 36
_FIELD = 58


class PageBar(QFrame):
    """Steers a view of pages. Wish: focus_requested, when a page was chosen and the view should have the keyboard."""

    focus_requested = Signal()

    def __init__(self, view: PageScroller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "footer")
        self.setFixedHeight(_HEIGHT)
        self._view = view
        self.before = IconButton("chevron-left", self.tr("Previous page"), self, key="←")
        self.after = IconButton("chevron-right", self.tr("Next page"), self, key="→")
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("Page"))
        self.field.setToolTip(self.tr("Type a page and press Enter"))
        self.field.setFixedWidth(_FIELD)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setFont(font(Role.UI, tabular=True))
        self._of = plain_label("", "body", self)
        self.smaller = IconButton("zoom-out", self.tr("Smaller"), self, key="-")
        self.larger = IconButton("zoom-in", self.tr("Larger"), self, key="+")
        self.fit = IconButton("move-horizontal", self.tr("As it fits"), self, key="0")
        self._zoom = plain_label("", "caption", self)
        self._lay_out()
        self._connect()
        self.show_count()

    def show_count(self) -> None:
        """Say how many pages there are; one page needs no way to another."""
        count = self._view.count
        self.field.setValidator(QIntValidator(1, max(count, 1), self.field))
        self._of.setText(self.tr("of {count}").replace("{count}", f"{count:,}"))
        for part in (self.before, self.after, self.field, self._of):
            part.setVisible(count > 1)
        self._on_page_changed(self._view.page)
        self._on_zoom_changed(self._view.zoom)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_12, 0, GAP_12, 0)
        row.setSpacing(GAP_4)
        for widget in (self.before, self.field, self._of):
            row.addWidget(widget)
        row.addWidget(self.after)
        row.addStretch(1)
        row.addWidget(self.smaller)
        row.addWidget(self._zoom)
        row.addWidget(self.larger)
        row.addSpacing(GAP_8 - GAP_4)
        row.addWidget(self.fit)

    def _connect(self) -> None:
        self.before.clicked.connect(self._on_before_clicked)
        self.after.clicked.connect(self._on_after_clicked)
        self.smaller.clicked.connect(self._on_smaller_clicked)
        self.larger.clicked.connect(self._on_larger_clicked)
        self.fit.clicked.connect(self._on_fit_clicked)
        self.field.returnPressed.connect(self._on_page_typed)
        self.field.editingFinished.connect(self._on_field_left)
        self._view.page_changed.connect(self._on_page_changed)
        self._view.zoom_changed.connect(self._on_zoom_changed)

    def _on_page_changed(self, page: int) -> None:
        self.field.setText(str(page or ""))
        self.before.setEnabled(page > 1)
        self.after.setEnabled(0 < page < self._view.count)

    def _on_zoom_changed(self, zoom: float) -> None:
        self._zoom.setText(zoom_text(zoom))
        self.smaller.setEnabled(zoom > ZOOMS[0])
        self.larger.setEnabled(zoom < ZOOMS[-1])

    def _on_before_clicked(self) -> None:
        self._view.go_to_page(self._view.page - 1)

    def _on_after_clicked(self) -> None:
        self._view.go_to_page(self._view.page + 1)

    def _on_smaller_clicked(self) -> None:
        self._view.step_zoom(-1)

    def _on_larger_clicked(self) -> None:
        self._view.step_zoom(1)

    def _on_fit_clicked(self) -> None:
        self._view.set_zoom(1.0)

    def _on_page_typed(self) -> None:
        self._view.go_to_page(int(self.field.text()))
        self.focus_requested.emit()

    def _on_field_left(self) -> None:
        self.field.setText(str(self._view.page or ""))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(event):
            super().keyPressEvent(event)

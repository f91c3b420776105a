"""The bar above the sources list: filter, order, count, and the two ways to add one."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from gui.controls import IconButton, plain_label
from gui.style import BAR_HEADER, GAP_8, GAP_16, PAD_PANE
from models.snapshots import SourceOrder

_FILTER_DELAY = 120
_MAX_FILTER = 500


class SourceListHeader(QWidget):
    """Facts: search_changed (after a short pause), order_changed. Wishes: add_requested, paste_requested, list_requested."""

    search_changed = Signal(str)
    order_changed = Signal(object)
    add_requested = Signal()
    import_requested = Signal()
    paste_requested = Signal()
    list_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(BAR_HEADER)
        self._order = SourceOrder.ADDED
        self._counted = 0, 0
        self._is_compact = False
        self._timer = QTimer(self, singleShot=True, interval=_FILTER_DELAY)
        self._title = plain_label(self.tr("Sources"), "strong", self)
        self._filter = self._make_filter()
        self._orders = QActionGroup(self)
        self._sort = QPushButton(self)
        self._sort.setProperty("kind", "pill")
        self._sort.setMenu(self._make_menu())
        self._count = plain_label("", "caption", self)
        self._find = IconButton("list-filter", self.tr("Filter sources"), self, key="Ctrl+F")
        self._import = IconButton("file-input", self.tr("Import files"), self, key="Ctrl+Shift+I")
        self._paste = IconButton("clipboard-paste", self.tr("Paste text as a source"), self, key="Ctrl+V")
        self._add = IconButton("plus", self.tr("Add source"), self, key="Shift+N")
        self._lay_out()
        self._name_order()
        self.set_compact(compact=False)
        self._find.clicked.connect(self.focus_filter)
        self._filter.editingFinished.connect(self._on_filter_left)
        self._add.clicked.connect(self._on_add_clicked)
        self._import.clicked.connect(self.import_requested)
        self._paste.clicked.connect(self._on_paste_clicked)
        self._orders.triggered.connect(self._on_order_triggered)
        self._filter.textChanged.connect(self._on_filter_edited)
        self._filter.returnPressed.connect(self.list_requested)
        self._timer.timeout.connect(self._on_filter_paused)

    def _make_filter(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(self.tr("Filter sources"))
        field.setAccessibleName(self.tr("Filter sources"))
        field.setToolTip(self.tr("Title, name, publisher or address (Ctrl+F)"))
        field.setMaxLength(_MAX_FILTER)
        field.setClearButtonEnabled(True)
        field.setMaximumWidth(280)
        return field

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        for order, text in self._order_texts().items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(order is SourceOrder.ADDED)
            action.setData(order.value)
            self._orders.addAction(action)
        return menu

    def _order_texts(self) -> dict[SourceOrder, str]:
        return {
            SourceOrder.ADDED: self.tr("newest added"),
            SourceOrder.PUBLISHED: self.tr("newest published"),
            SourceOrder.TITLE: self.tr("title"),
        }

    def _lay_out(self) -> None:
        self._row = row = QHBoxLayout(self)
        row.setSpacing(GAP_8)
        row.addWidget(self._title)
        row.addWidget(self._filter, 3)
        row.addWidget(self._sort)
        row.addWidget(self._count)
        row.addStretch(1)
        for widget in (self._find, self._import, self._paste, self._add):
            row.addWidget(widget)

    def _name_order(self) -> None:
        words = self.tr("Sort: {order}").format(order=self._order_texts()[self._order])
        self._sort.setText(words)
        self._sort.setAccessibleName(words)
        self._sort.setToolTip(self.tr("Order of the list"))

    def set_compact(self, *, compact: bool) -> None:
        """Say what the list is and leave out what is seldom needed, in a column beside a text that is read."""
        self._is_compact = compact
        pad = GAP_16 if compact else PAD_PANE
        self._row.setContentsMargins(pad, 0, pad - 6, 0)
        for widget in (self._sort, self._import, self._paste):
            widget.setVisible(not compact)
        self._show_filter(wanted=bool(self.text()))
        self.show_count(*self._counted)

    def _show_filter(self, *, wanted: bool) -> None:
        shows_filter = wanted or not self._is_compact
        self._filter.setVisible(shows_filter)
        for widget in (self._title, self._find):
            widget.setVisible(not shows_filter)
        self._count.setVisible(not (self._is_compact and shows_filter))

    def text(self) -> str:
        """What the list is filtered by."""
        return self._filter.text().strip()

    def order(self) -> SourceOrder:
        return self._order

    def clear_filter(self) -> None:
        self._filter.clear()

    def focus_filter(self) -> None:
        """Put the keyboard in the filter, its text selected."""
        self._show_filter(wanted=True)
        self._filter.setFocus()
        self._filter.selectAll()

    def set_read_only(self, read_only: bool) -> None:
        for button in (self._import, self._add, self._paste):
            button.setEnabled(not read_only)

    def show_count(self, shown: int, total: int) -> None:
        """Say how many are listed, of how many."""
        self._counted = shown, total
        if self._is_compact:
            words = f"{shown:,}"
        elif shown != total:
            words = self.tr("{shown} of {total} sources").format(shown=f"{shown:,}", total=f"{total:,}")
        else:
            words = self.tr("1 source") if total == 1 else self.tr("{total} sources").format(total=f"{total:,}")
        self._count.setText(words)

    def _on_add_clicked(self) -> None:
        self.add_requested.emit()

    def _on_paste_clicked(self) -> None:
        self.paste_requested.emit()

    def _on_order_triggered(self, action: QAction) -> None:
        self._order = SourceOrder(action.data())
        self._name_order()
        self.order_changed.emit(self._order)

    def _on_filter_edited(self) -> None:
        self._timer.start()

    def _on_filter_left(self) -> None:
        self._show_filter(wanted=bool(self.text()))

    def _on_filter_paused(self) -> None:
        self.search_changed.emit(self.text())

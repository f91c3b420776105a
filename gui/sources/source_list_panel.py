"""The sources of a project with their filter and order, and what to do while there are none."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gui.controls import IconButton, plain_label
from gui.hairline import Hairline
from gui.sources.empty_notes import EmptyNote
from gui.sources.loaders import FetchSourceRows
from gui.sources.source_item_model import SourceItemModel
from gui.sources.source_view import SourceView
from gui.style import BAR_HEADER, GAP_8, PAD_PANE
from models.snapshots import SourceOrder

_FILTER_DELAY = 120
_MAX_FILTER = 500


class SourceListPanel(QFrame):
    """Signals of the view and: new_source_requested, text_paste_requested, search_changed, order_changed."""

    source_selected = Signal(object)
    selection_changed = Signal(list)
    source_opened = Signal(int)
    delete_requested = Signal(list)
    files_dropped = Signal(list)
    text_dropped = Signal(str)
    new_source_requested = Signal()
    text_paste_requested = Signal()
    search_changed = Signal(str)
    order_changed = Signal(object)

    def __init__(self, fetch_rows: FetchSourceRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self._model = SourceItemModel(fetch_rows, self)
        self._view = SourceView(self._model, self)
        self._empty = EmptyNote(self)
        self._order = SourceOrder.ADDED
        self._total = 0
        self._timer = QTimer(self, singleShot=True, interval=_FILTER_DELAY)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._build_header())
        layout.addWidget(Hairline(self))
        layout.addWidget(self._stack, 1)
        self.setTabOrder(self._filter, self._sort)

    def _build_header(self) -> QWidget:
        header = QWidget(self)
        header.setFixedHeight(BAR_HEADER)
        self._filter = QLineEdit(header)
        self._filter.setPlaceholderText(self.tr("Filter sources"))
        self._filter.setAccessibleName(self.tr("Filter sources"))
        self._filter.setToolTip(self.tr("Title, name, publisher or address (Ctrl+F)"))
        self._filter.setMaxLength(_MAX_FILTER)
        self._filter.setClearButtonEnabled(True)
        self._filter.setMaximumWidth(280)
        self._sort = QPushButton(header)
        self._sort.setProperty("kind", "pill")
        self._sort.setMenu(self._build_order_menu())
        self._count = plain_label("", "caption", header)
        self._paste = IconButton("clipboard-paste", self.tr("Paste text as a source"), header, key="Ctrl+Shift+V")
        self._add = IconButton("plus", self.tr("Add source"), header, key="Shift+N")
        row = QHBoxLayout(header)
        row.setContentsMargins(PAD_PANE, 0, PAD_PANE - 6, 0)
        row.setSpacing(GAP_8)
        row.addWidget(self._filter, 3)
        row.addWidget(self._sort)
        row.addStretch(1)
        for widget in (self._count, self._paste, self._add):
            row.addWidget(widget)
        return header

    def _build_order_menu(self) -> QMenu:
        menu = QMenu(self)
        self._orders = QActionGroup(menu)
        for order, text in self._order_texts().items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(order is SourceOrder.ADDED)
            action.setData(order.value)
            self._orders.addAction(action)
        self._name_order()
        return menu

    def _order_texts(self) -> dict[SourceOrder, str]:
        return {
            SourceOrder.ADDED: self.tr("newest added"),
            SourceOrder.PUBLISHED: self.tr("newest published"),
            SourceOrder.TITLE: self.tr("title"),
        }

    def _name_order(self) -> None:
        words = self.tr("Sort: {order}").format(order=self._order_texts()[self._order])
        self._sort.setText(words)
        self._sort.setAccessibleName(words)
        self._sort.setToolTip(self.tr("Order of the list"))

    def _connect(self) -> None:
        view = self._view
        view.source_selected.connect(self.source_selected)
        view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        view.source_opened.connect(self.source_opened)
        view.delete_requested.connect(self.delete_requested)
        view.files_dropped.connect(self.files_dropped)
        view.text_dropped.connect(self.text_dropped)
        self._empty.files_dropped.connect(self.files_dropped)
        self._empty.text_dropped.connect(self.text_dropped)
        self._empty.add_requested.connect(self.new_source_requested)
        self._empty.paste_requested.connect(self.text_paste_requested)
        self._empty.clear_requested.connect(self._filter.clear)
        self._add.clicked.connect(self._on_add_clicked)
        self._paste.clicked.connect(self._on_paste_clicked)
        self._orders.triggered.connect(self._on_order_triggered)
        self._filter.textChanged.connect(self._on_filter_edited)
        self._filter.returnPressed.connect(self.focus_list)
        self._timer.timeout.connect(self._on_filter_paused)

    def show_ids(self, ids: Sequence[int], *, total: int) -> None:
        """Show these sources of `total` in the project; the selection stays where the list still holds it."""
        kept = self._view.current_id()
        with QSignalBlocker(self):
            self._model.show_ids(ids)
            found = self._view.select_id(kept) if kept is not None else False
        self._total = total
        self._count.setText(self._count_text(len(ids)))
        self._empty.set_filtered(bool(self.text()), total)
        self._stack.setCurrentWidget(self._view if len(ids) else self._empty)
        if kept is not None and not found:
            self.source_selected.emit(None)

    def refresh_rows(self, ids: Collection[int]) -> None:
        """Read these rows again: something about them changed."""
        self._model.refresh_rows(ids)

    def select(self, source_id: int | None) -> None:
        """Select one source and show it; None selects nothing."""
        self._view.select_id(source_id)

    def current_id(self) -> int | None:
        return self._view.current_id()

    def selected_ids(self) -> list[int]:
        return self._view.selected_ids()

    def focus_list(self) -> None:
        """Put the keyboard on the list, on its first row where none is current."""
        target = self._view if self._stack.currentWidget() is self._view else self._empty
        target.setFocus()
        if self._view.current_id() is None and self._model.rowCount():
            self._view.select_id(self._model.id_at(0))

    def focus_search(self) -> None:
        self._filter.setFocus()
        self._filter.selectAll()

    def text(self) -> str:
        """What the list is filtered by."""
        return self._filter.text().strip()

    def order(self) -> SourceOrder:
        return self._order

    def _count_text(self, shown: int) -> str:
        if shown != self._total:
            return self.tr("{shown} of {total} sources").format(shown=f"{shown:,}", total=f"{self._total:,}")
        return self.tr("1 source") if shown == 1 else self.tr("{total} sources").format(total=f"{shown:,}")

    def _on_selection_changed(self) -> None:
        self.selection_changed.emit(self._view.selected_ids())

    def _on_add_clicked(self) -> None:
        self.new_source_requested.emit()

    def _on_paste_clicked(self) -> None:
        self.text_paste_requested.emit()

    def _on_order_triggered(self, action: QAction) -> None:
        self._order = SourceOrder(action.data())
        self._name_order()
        self.order_changed.emit(self._order)

    def _on_filter_edited(self) -> None:
        self._timer.start()

    def _on_filter_paused(self) -> None:
        self.search_changed.emit(self.text())

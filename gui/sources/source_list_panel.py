"""The sources of a project with their filter and order, and what to do while there are none."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from gui.hairline import Hairline
from gui.sources.empty_notes import EmptyNote
from gui.sources.list_header import SourceListHeader
from gui.sources.loaders import FetchSourceRows
from gui.sources.source_item_model import SourceItemModel
from gui.sources.source_view import SourceView
from models.snapshots import SourceOrder


class SourceListPanel(QFrame):
    """Signals of the view and: new_source_requested, import_requested, text_paste_requested, search_changed, order_changed."""

    source_selected = Signal(object)
    selection_changed = Signal(list)
    source_opened = Signal(int)
    read_requested = Signal(int)
    delete_requested = Signal(list)
    menu_requested = Signal(QPoint)
    files_dropped = Signal(list)
    text_dropped = Signal(str)
    new_source_requested = Signal()
    text_paste_requested = Signal()
    import_requested = Signal()
    search_changed = Signal(str)
    order_changed = Signal(object)

    def __init__(self, fetch_rows: FetchSourceRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self.setAccessibleName(self.tr("List of sources"))
        self._model = SourceItemModel(fetch_rows, self)
        self._header = SourceListHeader(self)
        self._view = SourceView(self._model, self)
        self._empty = EmptyNote(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(Hairline(self, horizontal=True))
        layout.addWidget(self._stack, 1)
        self._connect()

    def _connect(self) -> None:
        view, header, empty = self._view, self._header, self._empty
        view.source_selected.connect(self.source_selected)
        view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        view.source_opened.connect(self.source_opened)
        view.read_requested.connect(self.read_requested)
        view.delete_requested.connect(self.delete_requested)
        view.menu_requested.connect(self.menu_requested)
        for taker in (view, empty):
            taker.files_dropped.connect(self.files_dropped)
            taker.text_dropped.connect(self.text_dropped)
        for adder in (header, empty):
            adder.add_requested.connect(self.new_source_requested)
            adder.paste_requested.connect(self.text_paste_requested)
            adder.import_requested.connect(self.import_requested)
        empty.clear_requested.connect(header.clear_filter)
        header.search_changed.connect(self.search_changed)
        header.order_changed.connect(self.order_changed)
        header.list_requested.connect(self.focus_list)

    def show_ids(self, ids: Sequence[int], *, total: int) -> None:
        """Show these sources of `total` in the project; the selection stays where the list still holds it."""
        kept = self._view.current_id()
        with QSignalBlocker(self):
            self._model.show_ids(ids)
            found = kept is not None and (self._view.current_id() == kept or self._view.select_id(kept))
        self._header.show_count(len(ids), total)
        self._empty.set_filtered(bool(self.text()), total)
        self._stack.setCurrentWidget(self._view if len(ids) else self._empty)
        if kept is not None and not found:
            self.source_selected.emit(None)

    def set_read_only(self, read_only: bool) -> None:
        """Take or refuse drops, pasted texts and new sources."""
        self._header.set_read_only(read_only)
        self._empty.set_read_only(read_only)
        self._view.set_read_only(read_only)

    def set_compact(self, compact: bool) -> None:
        """Be a narrow column beside a text, or a whole list."""
        self._header.set_compact(compact=compact)
        self._empty.set_compact(compact=compact)

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

    def step(self, delta: int) -> None:
        """Go `delta` sources on."""
        self._view.step(delta)

    def focus_search(self) -> None:
        self._header.focus_filter()

    def clear_filter(self) -> None:
        """List every source."""
        self._header.clear_filter()

    def text(self) -> str:
        """What the list is filtered by."""
        return self._header.text()

    def order(self) -> SourceOrder:
        return self._header.order()

    def _on_selection_changed(self) -> None:
        self.selection_changed.emit(self._view.selected_ids())

"""Choose one source of the project: type to narrow, arrows and Enter to take it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from gui.controls import plain_label
from gui.overriding import override
from gui.sources.loaders import SourceLoaders
from gui.sources.source_item_model import SourceItemModel
from gui.sources.source_view import SourceView
from gui.sources.text_dialogs import TextDialog
from models.snapshots import SourceOrder

_DELAY = 120
_MAX_TYPED = 500
_LIST_KEYS = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class SourcePickerDialog(TextDialog):
    """Fact: source_chosen. `without` is left out: a source cannot be chosen for itself."""

    source_chosen = Signal(int)

    def __init__(self, title: str, loaders: SourceLoaders, without: int | None, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._loaders = loaders
        self._without = without
        self._filter = QLineEdit(self)
        self._filter.setMaxLength(_MAX_TYPED)
        self._filter.setPlaceholderText(self.tr("Title, name or publisher"))
        self._filter.setAccessibleName(self.tr("Find a source"))
        self._model = SourceItemModel(loaders.fetch_rows, self)
        self._view = SourceView(self._model, self)
        self._view.setAcceptDrops(False)
        self._none = plain_label(self.tr("No other source matches."), "hint", self)
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self.body.addWidget(self._filter)
        self.body.addWidget(self._view, 1)
        self.body.addWidget(self._none)
        self.add_cancel(self.tr("Choose nothing (Esc)"))
        self._take = self.add_primary(self.tr("Choose"))
        self._timer.timeout.connect(self._list)
        self._filter.textChanged.connect(self._on_filter_edited)
        self._view.source_opened.connect(self._on_source_opened)
        self._take.clicked.connect(self._on_take_clicked)
        self._list()
        self._filter.setFocus()

    def _on_filter_edited(self) -> None:
        self._timer.start()

    def _list(self) -> None:
        found = self._loaders.list_ids(self._filter.text().strip(), SourceOrder.TITLE)
        ids = [source_id for source_id in found if source_id != self._without]
        self._model.show_ids(ids)
        self._none.setVisible(not ids)
        self._take.setEnabled(bool(ids))
        if ids:
            self._view.select_id(ids[0])

    def _on_source_opened(self, source_id: int) -> None:
        self.source_chosen.emit(source_id)
        self.accept()

    def _on_take_clicked(self) -> None:
        current = self._view.current_id()
        if current is not None:
            self._on_source_opened(current)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and not isinstance(self.focusWidget(), QPushButton):
            self._on_take_clicked()
        elif event.key() in _LIST_KEYS:
            self._view.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

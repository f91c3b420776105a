"""Which other source this one was taken from, so that two copies of one report do not count as two witnesses."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gui.controls import IconButton
from gui.sources.loaders import SourceLoaders
from gui.sources.source_picker_dialog import SourcePickerDialog
from gui.sources.source_words import byline, shorten
from gui.style import GAP_4
from models.snapshots import SourceRow

_MAX_LABEL = 40


class RepublishesField(QWidget):
    """Fact: republishes_changed. Wish: source_requested (show the other source)."""

    republishes_changed = Signal()
    source_requested = Signal(int)

    def __init__(self, loaders: SourceLoaders, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loaders = loaders
        self._own_id: int | None = None
        self._other_id: int | None = None
        self._choose = QPushButton(self)
        self._choose.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._show = IconButton("arrow-right", self.tr("Show the original source"), self)
        self._clear = IconButton("x", self.tr("It is an original"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_4)
        row.addWidget(self._choose, 1)
        row.addWidget(self._show)
        row.addWidget(self._clear)
        self.setFocusProxy(self._choose)
        self._choose.clicked.connect(self._on_choose_clicked)
        self._show.clicked.connect(self._on_show_clicked)
        self._clear.clicked.connect(self._on_clear_clicked)
        self.show_source(None, None)

    def show_source(self, own_id: int | None, other_id: int | None) -> None:
        """Show which source `own_id` republishes; None for none."""
        self._own_id = own_id
        self._other_id = other_id
        self._name()

    def other_id(self) -> int | None:
        return self._other_id

    def set_read_only(self, read_only: bool) -> None:
        self._choose.setEnabled(not read_only)
        self._clear.setEnabled(not read_only and self._other_id is not None)

    def _name(self) -> None:
        row = self._other_row()
        words = shorten(row.title, _MAX_LABEL) if row else self.tr("Nothing: it is an original")
        self._choose.setText(words.replace("&", "&&"))
        self._choose.setAccessibleName(self.tr("Republishes: {source}").format(source=words))
        self._choose.setToolTip(byline(row) if row else self.tr("Choose the source that this one was taken from…"))
        self._show.setVisible(row is not None)
        self._clear.setVisible(row is not None)

    def _other_row(self) -> SourceRow | None:
        rows = self._loaders.fetch_rows((self._other_id,)) if self._other_id is not None else ()
        return rows[0] if rows else None

    def _on_choose_clicked(self) -> None:
        title = self.tr("Which source does it republish?")
        dialog = SourcePickerDialog(title, self._loaders, self._own_id, self.window())
        dialog.source_chosen.connect(self._on_source_chosen)
        dialog.open()

    def _on_source_chosen(self, source_id: int) -> None:
        self.show_source(self._own_id, source_id)
        self.republishes_changed.emit()

    def _on_show_clicked(self) -> None:
        if self._other_id is not None:
            self.source_requested.emit(self._other_id)

    def _on_clear_clicked(self) -> None:
        self.show_source(self._own_id, None)
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.republishes_changed.emit()

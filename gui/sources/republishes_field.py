"""Which other source this one was taken from, so that two copies of one report do not count as two witnesses."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.controls import IconButton
from gui.fields.patch_field import NoteLine, PatchField
from gui.overriding import override
from gui.sources.elided_button import ElidedButton
from gui.sources.loaders import SourceLoaders
from gui.sources.source_picker_dialog import SourcePickerDialog
from gui.style import GAP_4
from gui.texts.sources import byline, one_line
from models.snapshots import SourceRow


class RepublishesField(PatchField):
    """Wish: source_requested (show the other source)."""

    source_requested = Signal(int)

    def __init__(self, name: str, loaders: SourceLoaders, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._loaders = loaders
        self._own_id: int | None = None
        self._other_id: int | None = None
        self._choose = ElidedButton(self)
        self._show = IconButton("arrow-right", self.tr("Show the original source"), self)
        self._clear = IconButton("x", self.tr("It is an original"), self)
        self._note = NoteLine(self)
        row = QHBoxLayout()
        row.setSpacing(GAP_4)
        row.addWidget(self._choose, 1)
        row.addWidget(self._show)
        row.addWidget(self._clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._note)
        self.setFocusProxy(self._choose)
        self._choose.clicked.connect(self._on_choose_clicked)
        self._show.clicked.connect(self._on_show_clicked)
        self._clear.clicked.connect(self._on_clear_clicked)
        self._name()

    def set_own_id(self, own_id: int | None) -> None:
        """Which source this is: it cannot be chosen for itself."""
        self._own_id = own_id

    @override
    def value(self) -> int | None:
        return self._other_id

    @override
    def show_value(self, value: object) -> None:
        self._other_id = value if isinstance(value, int) else None
        self._name()

    @override
    def show_problem(self, text: str) -> None:
        self._note.say_problem(text)

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._choose.setEnabled(not read_only)
        self._clear.setEnabled(not read_only and self._other_id is not None)

    def _name(self) -> None:
        row = self._other_row()
        words = one_line(row.title) if row else self.tr("Nothing: it is an original")
        self._choose.set_words(words)
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
        self.show_value(source_id)
        self.chosen.emit()

    def _on_show_clicked(self) -> None:
        if self._other_id is not None:
            self.source_requested.emit(self._other_id)

    def _on_clear_clicked(self) -> None:
        self.show_value(None)
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()

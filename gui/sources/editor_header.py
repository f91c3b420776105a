"""The bar above the source editor, and the words in its place while no source is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.controls import IconButton, plain_label
from gui.hairline import Hairline
from gui.style import BAR_HEADER, GAP_4, PAD_PANE
from gui.texts import source_type_text
from models.enums import SourceType
from models.snapshots import SourceCard


class EditorHeader(QFrame):
    """Wishes: read_requested(None, as no copy is named), delete_requested(ids of the source that is shown), close_requested."""

    read_requested = Signal(object)
    delete_requested = Signal(list)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "surface")
        self.setFixedHeight(BAR_HEADER + 1)
        self._words = plain_label("", "caption", self)
        self._read = QPushButton(self.tr("Read"), self)
        self._read.setProperty("kind", "small")
        self._read.setAccessibleName(self.tr("Read the source"))
        self._read.setToolTip(self.tr("Read the preserved copy (Ctrl+R)"))
        self._delete = IconButton("trash-2", self.tr("Move this source to the bin"), self, key="Del")
        self._close = IconButton("x", self.tr("Close this pane"), self, key="Ctrl+\\")
        row = QHBoxLayout()
        row.setContentsMargins(PAD_PANE, 8, PAD_PANE - 6, 8)
        row.setSpacing(GAP_4)
        row.addWidget(self._words, 1)
        row.addWidget(self._read)
        row.addSpacing(GAP_4)
        row.addWidget(self._delete)
        row.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addStretch(1)
        layout.addWidget(Hairline(self, horizontal=True))
        self._read.clicked.connect(self._on_read_clicked)
        self._delete.clicked.connect(self._on_delete_clicked)
        self._close.clicked.connect(self._on_close_clicked)
        self._read_only = False
        self._source_id = 0
        self.show_nothing()

    def last_stop(self) -> QWidget:
        """Where Tab stops last in the bar."""
        return self._close

    def show_source(self, card: SourceCard) -> None:
        """Name the kind of source."""
        self._source_id = card.id
        self._delete.setVisible(not self._read_only)
        self._read.setVisible(bool(card.captures))
        self._words.setText(self.tr("Source · {type}").format(type=source_type_text(card.type)))

    def show_type(self, source_type: SourceType) -> None:
        """Name another kind for the source that is shown."""
        if not self._delete.isHidden():
            self._words.setText(self.tr("Source · {type}").format(type=source_type_text(source_type)))

    def show_new(self, *, saves_itself: bool) -> None:
        """Say that the source does not exist yet, and when it will."""
        words = self.tr("New source · kept as soon as it has a title") if saves_itself else self.tr("New source")
        self._words.setText(words)
        self._delete.hide()
        self._read.hide()

    def show_nothing(self) -> None:
        self._words.setText(self.tr("Source"))
        self._delete.hide()
        self._read.hide()

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self._delete.setEnabled(not read_only)

    def _on_read_clicked(self) -> None:
        self.read_requested.emit(None)

    def _on_delete_clicked(self) -> None:
        self.delete_requested.emit([self._source_id])

    def _on_close_clicked(self) -> None:
        self.close_requested.emit()


class EditorNote(QFrame):
    """One sentence in the middle of an empty pane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "surface")
        self._words = plain_label("", "body", self)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD_PANE, PAD_PANE, PAD_PANE, PAD_PANE)
        layout.addWidget(self._words)

    def say(self, words: str) -> None:
        self._words.setText(words)

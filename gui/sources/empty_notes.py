"""What stands in the place of the list while there is nothing to list."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from gui.controls import plain_label
from gui.mime import dropped_files, is_welcome
from gui.overriding import override
from gui.style import GAP_8, GAP_16


class EmptyNote(QFrame):
    """Says why the list is empty and offers the next step; takes drops like the list. Signals as in `SourceView`."""

    files_dropped = Signal(list)
    text_dropped = Signal(str)
    add_requested = Signal()
    import_requested = Signal()
    paste_requested = Signal()
    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._words = plain_label("", "body", self)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._import = QPushButton(self.tr("Import files…"), self)
        self._import.setToolTip(self.tr("Make sources of files (Ctrl+Shift+I)"))
        self._add = QPushButton(self.tr("Add source"), self)
        self._add.setToolTip(self.tr("Describe a source by hand (Shift+N)"))
        self._paste = QPushButton(self.tr("Paste text…"), self)
        self._paste.setToolTip(self.tr("Keep a text as a source (Ctrl+Shift+V)"))
        self._clear = QPushButton(self.tr("Clear filter"), self)
        self._clear.setToolTip(self.tr("Show every source"))
        for button in (self._import, self._add, self._paste, self._clear):
            button.setAccessibleName(button.text().rstrip("…"))
        self._import.clicked.connect(self.import_requested)
        self._add.clicked.connect(self._on_add_clicked)
        self._paste.clicked.connect(self._on_paste_clicked)
        self._clear.clicked.connect(self._on_clear_clicked)
        self._lay_out()
        self.set_filtered(filtered=False, total=0)

    def _lay_out(self) -> None:
        self._buttons = buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons.setSpacing(GAP_8)
        buttons.addStretch(1)
        for button in (self._import, self._add, self._paste, self._clear):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(GAP_16)
        layout.addStretch(2)
        layout.addWidget(self._words)
        layout.addLayout(buttons)
        layout.addStretch(3)

    def set_filtered(self, filtered: bool, total: int) -> None:
        """Say that nothing matches, or that there are no sources at all."""
        hides = filtered and total > 0
        if not hides:
            self._words.setText(self.tr("No sources yet. Drop a file, paste text or a citation."))
        elif total == 1:
            self._words.setText(self.tr("Nothing matches this filter. 1 source is hidden."))
        else:
            words = self.tr("Nothing matches this filter. {total} sources are hidden.").format(total=total)
            self._words.setText(words)
        self.setAccessibleName(self._words.text())
        for button in (self._import, self._add, self._paste):
            button.setVisible(not hides)
        self._clear.setVisible(hides)

    def set_compact(self, *, compact: bool) -> None:
        """Put the buttons below each other in a narrow column."""
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._buttons.setDirection(down if compact else right)

    def set_read_only(self, read_only: bool) -> None:
        for button in (self._import, self._add, self._paste):
            button.setEnabled(not read_only)
        self.setAcceptDrops(not read_only)

    def _on_add_clicked(self) -> None:
        self.add_requested.emit()

    def _on_paste_clicked(self) -> None:
        self.paste_requested.emit()

    def _on_clear_clicked(self) -> None:
        self.clear_requested.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self.acceptDrops():
            self._take(QGuiApplication.clipboard().mimeData())
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_welcome(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._take(event.mimeData())
        event.acceptProposedAction()

    def _take(self, mime: QMimeData) -> None:
        files, text = dropped_files(mime), mime.text()
        if files:
            self.files_dropped.emit(files)
        elif text.strip():
            self.text_dropped.emit(text)

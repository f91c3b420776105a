"""A source editor in a dialog of its own, for a source that is missing while a citation is written."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.controls import press_by_enter
from gui.key_cap import CapButton
from gui.notices import Notices
from gui.overriding import override
from gui.sources.loaders import SourceLoaders
from gui.sources.source_editor import SourceEditor
from gui.style import GAP_8, GAP_12, PAD_PANE
from models.snapshots import SourceRow


class SourceDialog(QDialog):
    """Wishes: create_requested, similar_requested, as of the editor. Fact: source_chosen, a similar one instead.

    Whoever stores the source says so with `accept` or `mark_failed`.
    """

    create_requested = Signal(object, object)
    similar_requested = Signal(object)
    source_chosen = Signal(int)

    def __init__(self, loaders: SourceLoaders, notices: Notices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Add source"))
        self.resize(620, 680)
        self._editor = SourceEditor(loaders, notices, self)
        self._editor.create_requested.connect(self.create_requested)
        self._editor.similar_requested.connect(self.similar_requested)
        self._editor.source_requested.connect(self.source_chosen)
        self._editor.close_requested.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._editor)
        box.addLayout(self._make_foot())
        # A pause in typing must not close the dialog: the source is made by its button.
        self._editor.load_blank(saves_itself=False)

    def _make_foot(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAccessibleName(self.tr("Cancel"))
        cancel.setToolTip(self.tr("Add nothing (Esc)"))
        add = CapButton("", self.tr("Add source"), self.tr("Ctrl Enter"), self)
        add.setProperty("kind", "primary")
        for button in (cancel, add):
            button.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        add.clicked.connect(self._editor.complete)
        foot = QHBoxLayout()
        foot.setContentsMargins(PAD_PANE, GAP_12, PAD_PANE, GAP_12)
        foot.setSpacing(GAP_8)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(add)
        return foot

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        is_enter = arg__1.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and arg__1.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._editor.complete()
        elif not press_by_enter(arg__1) and not is_enter:
            super().keyPressEvent(arg__1)

    def mark_failed(self) -> None:
        """The source was not stored; what was typed stays."""
        self._editor.mark_failed()

    def show_similar(self, rows: Sequence[SourceRow]) -> None:
        """Name the sources that look like this one."""
        self._editor.show_similar(rows)

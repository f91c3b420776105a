"""What became of many files that were imported together; one dialog, whatever happened."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gui.fields.titled_dialog import TitledDialog
from gui.shell.line_list import Line, LineList


class ImportSummary(TitledDialog):
    """Wish: source_requested (Enter on a file that is in the project)."""

    source_requested = Signal(int)

    def __init__(self, title: str, lines: Sequence[Line], parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setMinimumSize(480, 320)
        self.resize(680, 520)
        self._lines = tuple(lines)
        self._list = LineList(self.tr("What became of the files"), self)
        self._list.show_lines(self._lines)
        self._list.line_opened.connect(self._on_line_opened)
        self.body.addWidget(self._list, 1)
        copy = self.add_button(self.tr("Copy list"), self.tr("Copy every line as text"))
        copy.clicked.connect(self._on_copy_clicked)
        self.add_primary(self.tr("Close")).clicked.connect(self.accept)
        self._list.setFocus()

    def text(self) -> str:
        """Every line as text."""
        return "\n".join(line.title if line.is_heading else f"{line.title}: {line.detail}" for line in self._lines)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    def _on_line_opened(self, line: Line) -> None:
        if line.key:
            self.source_requested.emit(line.key)
            self.accept()

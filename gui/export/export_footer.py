"""The foot of the export dialog: where the file goes, what is still open, Cancel and Export."""

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gui.controls import plain_label
from gui.icons import pixmap
from gui.key_cap import CapButton
from gui.overriding import override
from gui.style import GAP_8, GAP_12, PAD_BOARD
from gui.theme import theme_of
from services.exporting import ExportFormat

_HEIGHT = 60


class ExportFooter(QFrame):
    """Wishes: change_requested, cancel_requested, export_requested."""

    change_requested = Signal()
    cancel_requested = Signal()
    export_requested = Signal()

    def __init__(self, disagreements: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self.setFixedHeight(_HEIGHT)
        self._folder = QLabel(self)
        self._target = _ElidedLabel(self)
        self._change = QPushButton(self.tr("Change"), self)
        self._change.setProperty("kind", "flat")
        self._change.setToolTip(self.tr("Choose another name or folder"))
        self._triangle = QLabel(self)
        self._open = plain_label("", "warning", self)
        self.show_disagreements(disagreements)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setToolTip(self.tr("Export nothing (Esc)"))
        self._export = CapButton("", self.tr("Export"), self.tr("Ctrl Enter"), self)
        self._export.setProperty("kind", "primary")
        for button in (self._change, self._cancel, self._export):
            button.setAutoDefault(False)
        self._change.setAccessibleName(self.tr("Change where the file goes"))
        self._cancel.setAccessibleName(self.tr("Cancel"))
        self._lay_out()
        self._tint()
        self._change.clicked.connect(self._on_change_clicked)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        self._export.clicked.connect(self._on_export_clicked)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(PAD_BOARD, 0, PAD_BOARD - 4, 0)
        row.setSpacing(GAP_8)
        row.addWidget(self._folder)
        row.addWidget(self._target)
        row.addWidget(self._change)
        row.addStretch(1)
        row.addWidget(self._triangle)
        row.addWidget(self._open)
        row.addSpacing(GAP_12 - GAP_8)
        row.addWidget(self._cancel)
        row.addWidget(self._export)

    def show_target(self, target: Path, wanted: ExportFormat, incidents: int) -> None:
        """Name the file, and what the button will write."""
        self._target.set_words(f"{target.parent.name or target.parent} / {target.name}")
        self._target.setToolTip(str(target))
        is_word = wanted is ExportFormat.DOCX
        words = self.tr("Export Word document") if is_word else self.tr("Export web page")
        self._export.setText(words)
        self._export.setAccessibleName(words)
        self._export.setToolTip(self.tr("{words} (Ctrl+Enter)").format(words=words))
        self._export.setEnabled(incidents > 0)
        self._export.updateGeometry()

    def show_disagreements(self, count: int) -> None:
        """Say how many disagreements among sources nobody has settled."""
        self._open.setText(self._open_text(count))
        self._triangle.setVisible(count > 0)
        self._open.setVisible(count > 0)

    def press_export(self) -> None:
        """What Ctrl+Enter does."""
        self._export.click()

    def _open_text(self, count: int) -> str:
        if count == 1:
            return self.tr("1 disagreement still open")
        return self.tr("{count} disagreements still open").format(count=f"{count:,}")

    def _on_change_clicked(self) -> None:
        self.change_requested.emit()

    def _on_cancel_clicked(self) -> None:
        self.cancel_requested.emit()

    def _on_export_clicked(self) -> None:
        self.export_requested.emit()

    def _tint(self) -> None:
        theme, ratio = theme_of(self), self.devicePixelRatioF()
        self._folder.setPixmap(pixmap("folder", theme, "ink3", ratio=ratio))
        self._triangle.setPixmap(pixmap("triangle-alert", theme, "warn", ratio=ratio))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()


class _ElidedLabel(QLabel):
    """A file and its folder; a long name loses its middle, never its end."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "body")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def set_words(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, self.width()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 4, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

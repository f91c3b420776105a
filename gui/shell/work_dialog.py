"""Work that takes seconds and must not be disturbed: what is being done, and how far it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from gui.controls import plain_label
from gui.fields.titled_dialog import TitledDialog
from gui.overriding import override


class WorkDialog(TitledDialog):
    """Stands before the window until the work has ended; closing it is the wish to cancel, where that is possible."""

    cancel_requested = Signal()

    def __init__(self, title: str, parent: QWidget | None = None, *, can_cancel: bool, hint: str = "") -> None:
        super().__init__(title, parent)
        self.setMinimumWidth(420)
        self._how_far = plain_label(hint or self.tr("One moment…"), "hint", self)
        self._bar = QProgressBar(self)
        self._bar.setFixedHeight(6)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setRange(0, 0)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._how_far)
        self._cancel = self.add_cancel(self.tr("Cancel and leave everything as it was (Esc)")) if can_cancel else None
        self.foot.setVisible(can_cancel)

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the work is; 0 in all is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if total and not self._is_cancelled:
            steps = self.tr("{done} of {total}").replace("{done}", f"{done:,}").replace("{total}", f"{total:,}")
            self._how_far.setText(steps)

    @property
    def _is_cancelled(self) -> bool:
        return self._cancel is not None and not self._cancel.isEnabled()

    @override
    def reject(self) -> None:
        # It stays until the work has ended: putting everything back takes its time too.
        if self._cancel is not None and self._cancel.isEnabled():
            self._cancel.setEnabled(False)
            self._how_far.setText(self.tr("Putting everything back…"))
            self.cancel_requested.emit()

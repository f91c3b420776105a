"""A dialog with a form: Ctrl+Enter saves, Escape cancels and asks first only where something was typed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from gui.controls import plain_label
from gui.fields.patch_field import NoteLine
from gui.fields.titled_dialog import TitledDialog
from gui.overriding import override
from gui.style import GAP_8, GAP_12

# What a window manager puts above a dialog.
TITLE_BAR = 40


class FormDialog(TitledDialog):
    """Subclasses add to `body`, and say in `is_changed` and `save` what the form holds."""

    def __init__(self, title: str, save_text: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setModal(True)
        self._is_refused = False
        self.problem = NoteLine(self)
        self._question = self._make_question()
        self.add_above_foot(self.problem)
        self.add_above_foot(self._question)
        self._cancel = self.add_cancel(self.tr("Cancel (Esc)"))
        self._save = self.add_primary(save_text)
        self._save.clicked.connect(self._on_save_clicked)

    def set_words(self, title: str, save_text: str) -> None:
        """Give the dialog its title and its button (a subclass can translate them only once it exists)."""
        self.setWindowTitle(title)
        self._heading.setText(title)
        self._save.setText(save_text)
        self._save.setAccessibleName(save_text)
        self._save.setToolTip(f"{save_text} (Ctrl+Enter)")

    def set_read_only(self) -> None:
        """Offer nothing but to close; subclasses lock their fields."""
        self._save.hide()
        self._cancel.setText(self.tr("Close"))
        self._cancel.setAccessibleName(self._cancel.text())
        self._cancel.setToolTip(self.tr("Close (Esc)"))

    def refuse(self) -> None:
        """What `save` handed out could not be stored: the dialog stays, with everything that was typed."""
        self._is_refused = True
        self.problem.say_problem(self.tr("This could not be saved. It stays here until it can, or until you cancel."))

    def fit(self, width: int, height: int) -> None:
        """Take a size, as far as the screen has room; a dialog on screen grows around its middle and stays on it."""
        room = self.screen().availableGeometry()
        frame = (self.frameGeometry().size() - self.size()).expandedTo(QSize(0, TITLE_BAR))
        size = QSize(width, height).boundedTo(room.size() - frame)
        middle, top = self.frameGeometry().center().x(), self.y()
        self.resize(size)
        if self.isVisible():
            spare = room.size() - frame - size
            left = middle - (size.width() + frame.width()) // 2
            self.move(
                max(room.left(), min(left, room.left() + spare.width())),
                max(room.top(), min(top, room.top() + spare.height())),
            )

    def is_changed(self) -> bool:
        """True when cancelling would lose something that was typed or chosen."""
        return False

    def save(self) -> bool:
        """Emit what the form holds; False (with `problem` said) where it is not complete."""
        return True

    def _make_question(self) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("surface", "warning")
        self._discard = QPushButton(self.tr("Discard"), frame)
        self._discard.setProperty("kind", "danger")
        self._keep = QPushButton(self.tr("Keep editing"), frame)
        self._discard.clicked.connect(self._on_discard_clicked)
        self._keep.clicked.connect(self._on_keep_clicked)
        row = QHBoxLayout(frame)
        row.setContentsMargins(GAP_12, GAP_8, GAP_8, GAP_8)
        row.addWidget(plain_label(self.tr("Discard what you typed here?"), "strong", frame), 1)
        for button in (self._discard, self._keep):
            button.setAutoDefault(False)
            button.setAccessibleName(button.text())
            row.addWidget(button)
        frame.hide()
        return frame

    @override
    def reject(self) -> None:
        if not self._question.isVisibleTo(self) and self.is_changed():
            self._question.show()
            self.foot.hide()
            self._keep.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._question.isVisibleTo(self):
            self._on_keep_clicked()
        else:
            super().reject()

    @override
    def closeEvent(self, arg__1: QCloseEvent) -> None:
        if self.isVisible() and not self._question.isVisibleTo(self) and self.is_changed():
            arg__1.ignore()
            self.reject()
        else:
            super().closeEvent(arg__1)

    def _on_save_clicked(self) -> None:
        if not self._save.isVisibleTo(self.foot):
            return
        self._is_refused = False
        if self.save() and not self._is_refused:
            self.accept()

    def _on_discard_clicked(self) -> None:
        self._question.hide()
        super().reject()

    def _on_keep_clicked(self) -> None:
        self._question.hide()
        self.foot.show()
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

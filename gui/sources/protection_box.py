"""Whether a source is protected, and the words that stand for it in an export."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QWidget

from gui.controls import plain_label
from gui.fields.patch_field import NoteLine, mark_problem
from gui.fields.suggest_field import LineEdit
from gui.icons import pixmap
from gui.overriding import override
from gui.style import GAP_8, GAP_12
from gui.switch import Switch
from gui.theme import theme_of


class ProtectionBox(QFrame):
    """Facts: field_chosen("protected"), field_edited("cover_name")."""

    field_edited = Signal(str)
    field_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._shield = QLabel(self)
        self._title = plain_label(self.tr("Protected source"), "strong", self)
        self._switch = Switch(self.tr("Protected source"), self)
        self._switch.setToolTip(self.tr("Keep who this is out of every export"))
        self._words = plain_label("", "hint", self)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._cover = LineEdit(self.tr("Cover wording"), self)
        self._cover.setPlaceholderText(self.tr("A person familiar with the matter"))
        self._cover.setToolTip(self.tr("What readers see in place of this source"))
        self._note = NoteLine(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP_12, GAP_8, GAP_12, GAP_12)
        grid.setHorizontalSpacing(GAP_8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._shield, 0, 0)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._switch, 0, 2)
        grid.addWidget(self._words, 1, 1, 1, 2)
        grid.addWidget(self._cover, 2, 1, 1, 2)
        grid.addWidget(self._note, 3, 1, 1, 2)
        self._switch.toggled.connect(self._on_toggled)
        self._cover.textEdited.connect(self._on_cover_edited)
        self._show_state()

    def show_protection(self, protected: bool, cover_name: str) -> None:
        """Show what is stored; announces nothing."""
        self._switch.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._switch.setChecked(protected)
        self._switch.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._cover.show_text(cover_name)
        self._show_state()

    def is_protected(self) -> bool:
        return self._switch.isChecked()

    def cover_name(self) -> str:
        return self._cover.text()

    def show_problem(self, text: str) -> None:
        """Say what is wrong with the cover wording; "" takes it back."""
        self._note.say_problem(text)
        mark_problem(self._cover, text)

    def set_read_only(self, read_only: bool) -> None:
        self._switch.setEnabled(not read_only)
        self._cover.setReadOnly(read_only)

    def _show_state(self) -> None:
        protected = self._switch.isChecked()
        theme = theme_of(self)
        name, role = ("shield-check", "ok") if protected else ("shield", "ink3")
        self._shield.setPixmap(pixmap(name, theme, role, size=17, ratio=self.devicePixelRatioF()))
        self._cover.setVisible(protected)
        self._words.setText(
            self.tr("Who this is stays in this file. Exports show the wording below, or leave it out.")
            if protected
            else self.tr("Exports name this source. Switch on where naming it would put somebody at risk.")
        )

    def _on_toggled(self, checked: bool) -> None:
        self._show_state()
        self.field_chosen.emit("protected")
        if checked:
            self._cover.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cover_edited(self) -> None:
        self.field_edited.emit("cover_name")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_state()
